"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
