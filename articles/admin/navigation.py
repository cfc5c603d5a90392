"""The sidebar, in the newsroom's order. Everyone sees only what they may open."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.admin.merge_records import kinds_for


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    groups = (
        (
            _("Redaktion"),
            (
                ("article", pgettext("Mehrzahl", "Artikel"), "article"),
                ("mention", _("Vorschläge"), "person_search"),
                *(_new_names() if request.user.has_perm("articles.settle_mention") else ()),
            ),
        ),
        (
            _("Archiv"),
            (
                ("desk", _("Ressorts"), "account_tree"),
                ("tag", _("Schlagwörter"), "tag"),
                *(_tidying() if request.user.has_perm("articles.merge_tag") else ()),
                ("topic", _("Themen"), "topic"),
                ("person", _("Personen"), "groups"),
                *(_for_chiefs() if request.user.has_perm("articles.merge_person") else ()),
                ("author", _("Autorinnen und Autoren"), "edit"),
                ("searchsynonym", _("Suchsynonyme"), "sync_alt"),
                ("mergerecord", _("Zusammenführungen"), "merge"),
                ("importrun", _("Importe"), "upload_file"),
            ),
        ),
        (_("Haus"), (("editor", pgettext("Leute", "Redaktion"), "badge"), ("logline", _("Protokoll"), "history"))),
    )
    shown = [
        {"title": title, "separator": True, "items": [_item(*item) for item in items if _may(request, item[0])]}
        for title, items in groups
        if any(_may(request, model) for model, *_rest in items)
    ]
    _mark_current(request.path, [item for group in shown for item in group["items"]])
    return shown


def _mark_current(path: str, items: list[dict[str, Any]]) -> None:
    """One at most: a queue's address begins as its list's does."""
    here = max((item["link"] for item in items if path.startswith(item["link"])), key=len, default="")
    for item in items:
        item["active"] = item["link"] == here


def _new_names() -> tuple[tuple[str, ...], ...]:
    return (("mention", _("Neue Namen"), "person_add", "names"),)


def _for_chiefs() -> tuple[tuple[str, ...], ...]:
    return (("person", _("Doppelte Personen"), "group_search", "duplicates"),)


def _tidying() -> tuple[tuple[str, ...], ...]:
    return (("tag", _("Schlagwörter aufräumen"), "cleaning_services", "tidy"),)


def _may(request: HttpRequest, model: str) -> bool:
    if model == "mergerecord":
        return bool(kinds_for(request))
    return any(request.user.has_perm(f"articles.{verb}_{model}") for verb in ("view", "change"))


def _item(model: str, title: str, icon: str, page: str = "changelist") -> dict[str, Any]:
    return {"title": title, "icon": icon, "link": reverse(f"admin:articles_{model}_{page}")}


def icon(request: HttpRequest) -> str:
    return static("img/icon.svg")


def stylesheet(request: HttpRequest) -> str:
    return static("admin_newsroom/admin.css")
