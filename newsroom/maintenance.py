"""While a file named `maintenance` lies in NEWSROOM_VAR, readers get a 503; the editors' desk and the probes go on.
What the file says is shown. A file and not a variable, so that it begins and ends without a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from newsroom.csp import ADMIN_PATHS

GOES_ON = (*ADMIN_PATHS, "/preview/", "/en/preview/", "/healthz", "/readyz", "/static/")
"""The desk shows previews; whoever has a link to one may look as well."""
RETRY_AFTER = 300
"""Seconds."""
LONGEST = 300


class MaintenanceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = None if request.path.startswith(GOES_ON) else notice(settings.VAR_DIR / "maintenance")
        return self.answer(request) if told is None else resting(told)


def notice(file: Path) -> str | None:
    """What the file tells readers, which may be nothing; None where there is no maintenance."""
    try:
        with file.open("rb") as opened:
            return opened.read(4 * LONGEST).decode(errors="replace").strip()[:LONGEST]
    except OSError:
        return None


def resting(told: str) -> HttpResponse:
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html", {"told": told}), status=503, headers=headers)
