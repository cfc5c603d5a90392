"""Sends what is for everybody in a third of its bytes. What is for one reader only goes as it is: where somebody else
may choose words of a page (`?q=`), its length when compressed tells of the secrets beside them (BREACH). Django adds a
random length against that, but the editors' desk is not worth the question."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

DENSE = ("image/png", "image/jpeg", "image/webp", "font/")
"""What is compressed already."""
FOR_ONE = ("private", "no-store")


class CompressionMiddleware(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return super().process_response(request, response) if is_worth_it(response) else response


def is_worth_it(response: HttpResponseBase) -> bool:
    kept_from_others = any(word in response.get("Cache-Control", "") for word in FOR_ONE)
    return not kept_from_others and not response.get("Content-Type", "").startswith(DENSE)
