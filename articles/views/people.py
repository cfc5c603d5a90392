"""Stands here so that the addresses can be linked; the page itself follows."""

from django.http import HttpRequest, HttpResponse


def people(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def person(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def authors(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()


def author(request: HttpRequest, **parts: object) -> HttpResponse:
    return HttpResponse()
