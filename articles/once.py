"""What a page would ask the database for several times over is read once: the desks, what waits for the index. Only
while a page is made by a request that changes nothing; anywhere else it is read anew each time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}

_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


def once[Answer](question: Hashable, read: Callable[[], Answer]) -> Answer:
    """What `read` gives, or gave to the same question earlier on this page; all who ask share it."""
    known = _known.get()
    if known is None:
        return read()
    if question not in known:
        known[question] = read()
    return known[question]


@contextmanager
def one_page() -> Iterator[None]:
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


class OnceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE_METHODS:
            return self.get_response(request)
        with one_page():
            return self.get_response(request)
