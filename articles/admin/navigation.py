"""The sidebar, in the newsroom's order. Everyone sees only what they may open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.admin.merge_records import kinds_for


class Way(NamedTuple):
    """`needs` is a permission of its own; else whoever may look at the model finds its list."""

    model: str
    title: str
    icon: str
    page: str = "changelist"
    needs: str = ""

    def is_open_to(self, request: HttpRequest) -> bool:
        if self.model == "mergerecord":
            return bool(kinds_for(request))
        needed = [self.needs] if self.needs else [f"view_{self.model}", f"change_{self.model}"]
        return any(request.user.has_perm(f"articles.{name}") for name in needed)

    @property
    def link(self) -> str:
        return reverse(f"admin:articles_{self.model}_{self.page}")


def _groups() -> Iterator[tuple[str, list[Way]]]:
    yield (
        _("Redaktion"),
        [
            Way("article", pgettext("Mehrzahl", "Artikel"), "article"),
            Way("mention", _("Vorschläge"), "person_search"),
            Way("mention", _("Neue Namen"), "person_add", "names", "settle_mention"),
        ],
    )
    yield (
        _("Archiv"),
        [
            Way("desk", _("Ressorts"), "account_tree"),
            Way("tag", _("Schlagwörter"), "tag"),
            Way("tag", _("Schlagwörter aufräumen"), "cleaning_services", "tidy", "merge_tag"),
            Way("topic", _("Themen"), "topic"),
            Way("person", _("Personen"), "groups"),
            Way("person", _("Doppelte Personen"), "group_search", "duplicates", "merge_person"),
            Way("author", _("Autorinnen und Autoren"), "edit"),
            Way("searchsynonym", _("Suchsynonyme"), "sync_alt"),
            Way("mergerecord", _("Zusammenführungen"), "merge"),
            Way("importrun", _("Importe"), "upload_file"),
        ],
    )
    yield _("Haus"), [Way("editor", pgettext("Leute", "Redaktion"), "badge"), Way("logline", _("Protokoll"), "history")]


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    shown = [(title, [way for way in ways if way.is_open_to(request)]) for title, ways in _groups()]
    # One at most is where we are: a queue's address begins as its list's does.
    links = [way.link for _title, ways in shown for way in ways if request.path.startswith(way.link)]
    here = max(links, key=len, default="")
    return [
        {"title": title, "separator": True, "items": [_item(way, here) for way in ways]}
        for title, ways in shown
        if ways
    ]


def _item(way: Way, here: str) -> dict[str, Any]:
    return {"title": way.title, "icon": way.icon, "link": way.link, "active": way.link == here}


def icon(request: HttpRequest) -> str:
    return static("img/icon.svg")


def stylesheet(request: HttpRequest) -> str:
    return static("admin_newsroom/admin.css")
