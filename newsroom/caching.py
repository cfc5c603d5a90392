"""What caches may keep: public pages, if they ask each time whether they still hold, for a withdrawal is effective at
once; nothing that is somebody's own. Whoever knows better has said so before."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.http import parse_http_date_safe

from newsroom.csp import ADMIN_PATHS

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class CachingMiddleware:
    """Stands outside of what reads cookies and languages, and sees what they have said of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_own = request.path.startswith(ADMIN_PATHS) or request.method not in SAFE_METHODS
        varies = {name.strip().lower(): name.strip() for name in response.get("Vary", "").split(",") if name.strip()}
        if "Cache-Control" not in response:
            kept = "private, no-store" if is_own or response.cookies or "cookie" in varies else "no-cache"
            response["Cache-Control"] = kept
        if not is_own and varies.pop("accept-language", None):
            _set_vary(response, list(varies.values()))
        return response


class ConditionalMiddleware:
    """Whoever has an answer already is told that it still holds (304). Unlike Django's it tags the answer to HEAD too,
    whose body the server leaves out; and the tag is weak, for an answer has the same one compressed and as it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in {"GET", "HEAD"} or "no-store" in response.get("Cache-Control", ""):
            return response
        if "ETag" not in response and set_response_etag(response).get("ETag"):  # what is streamed gets none
            response["ETag"] = f"W/{response['ETag']}"
        changed = parse_http_date_safe(response.get("Last-Modified", ""))
        return get_conditional_response(request, response.get("ETag"), changed, response)


def _set_vary(response: HttpResponse, names: list[str]) -> None:
    """A page's address says its language, whatever the browser asks for: one copy serves all."""
    if names:
        response["Vary"] = ", ".join(names)
    else:
        del response["Vary"]
