"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def search(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
