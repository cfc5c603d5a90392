"""The frame of the admin's own pages: for whom, which page of a list, and what each is drawn with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.admin.widgets import numbers_in

LAST_PAGE = 10_000

type View = Callable[..., HttpResponse]


def guarded(allows: Callable[[HttpRequest], bool], view: View) -> View:
    """Only for those who may, whatever the page."""

    def guarded_view(request: HttpRequest, **where: Any) -> HttpResponse:
        if not allows(request):
            raise PermissionDenied
        return view(request, **where)

    return site.admin_view(guarded_view)


def admin_page(request: HttpRequest, template: str, title: Any, *, status: int = 200, **context: Any) -> HttpResponse:
    """A `form` among the context brings its media."""
    request.current_app = site.name
    shared = {**site.each_context(request), "title": title, "media": getattr(context.get("form"), "media", "")}
    return TemplateResponse(request, f"admin/{template}", {**shared, **context}, status=status)


def number_in(request: HttpRequest, name: str) -> int | None:
    """What the address says, where it can be a row's number."""
    found = numbers_in([request.GET.get(name, "")])
    return int(found[0]) if found else None


def page_in(request: HttpRequest) -> int:
    """Counted from 1."""
    number = number_in(request, "page")
    return number if number and number < LAST_PAGE else 1
