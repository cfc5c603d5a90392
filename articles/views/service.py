"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def healthz(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def readyz(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def robots(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
