"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def archive(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def year(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def month(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def day(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def short_date(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
