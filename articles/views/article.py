"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def short_link(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def article(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def below(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
