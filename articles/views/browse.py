"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def desk(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def tags(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def tag(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def topics(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def topic(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
