"""Sends what is for everybody in a third of its bytes. What is for one reader only goes as it is: where somebody else
may choose words of a page (`?q=`), its length when compressed tells of the secrets beside them (BREACH). Django adds a
random length against that, but the editors' desk is not worth the question."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

FOR_ONE = ("private", "no-store")


class CompressionMiddleware(GZipMiddleware):
    """Stands outside of what says who may keep an answer. Its 304 varies as the whole answer would."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not may_be_compressed(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        sent = super().process_response(request, response)
        if request.method == "HEAD" and "Content-Encoding" in sent:  # the random length will be another one
            del sent["Content-Length"]
        return sent


def may_be_compressed(response: HttpResponseBase) -> bool:
    """A strong tag is a picture's, which is compressed already: it names the very bytes."""
    is_for_one = any(word in response.get("Cache-Control", "") for word in FOR_ONE)
    return not is_for_one and not response.get("ETag", "").startswith('"')
