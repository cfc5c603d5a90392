"""The admin's pages and how long each takes: every one an editor opens, on several rows where there are several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import cycle
from typing import Any
from urllib.parse import quote

from django.contrib.admin import site
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.bench.addresses import Page
from articles.bench.pages import get, time_calls
from articles.demo.vocabulary import COMMON_WORD, RARE_WORD
from articles.errors import CannotDo
from articles.models import Article, Editor, Mention
from articles.vocabulary import MentionStatus, Status

REQUESTS, SECONDS = 40, 2.0
SOME = 8
SEARCHES = {
    "article": (COMMON_WORD, RARE_WORD, COMMON_WORD[:4]),
    "person": ("berg", "anna"),
    "tag": ("bau",),
    "author": ("a",),
    "desk": ("po",),
    "mention": ("berg", "anna"),
    "logline": (COMMON_WORD,),
}
STANDINGS = ("draft", "review", "live", "scheduled", "embargoed", "withdrawn")


def editor_of_archive() -> Editor:
    """Raises CannotDo where nobody may open everything."""
    editor = Editor.objects.filter(is_superuser=True, is_active=True, is_staff=True).order_by("id").first()
    if not editor:
        raise CannotDo("no account may open every page of the admin: make one with createsuperuser")
    return editor


def admitted(editor: Editor) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(editor)
    return client


def measured(at: datetime, *, requests: int = REQUESTS, seconds: float = SECONDS) -> list[dict[str, Any]]:
    """Each page by name, with its times in milliseconds and its queries. Raises CannotDo."""
    client = admitted(editor_of_archive())
    pages = [page for page in admin_pages(at) if page.paths]
    return [{"name": page.name, **_measured(client, page, requests, seconds)} for page in pages]


def _measured(client: Client, page: Page, requests: int, seconds: float) -> dict[str, Any]:
    addresses = cycle(page.paths)
    timed = time_calls(lambda: get(client, next(addresses)), calls=requests, seconds=seconds)
    with CaptureQueriesContext(connection) as asked:
        get(client, page.paths[0])
    return {**asdict(timed), "queries": len(asked)}


def admin_pages(at: datetime) -> list[Page]:
    found = [Page("first page", (reverse("admin:index"),)), *_lists(), *_narrowed(), *_rows(), *_of_articles(at)]
    return [*found, *_other(), *_typed()]


def _models() -> Iterator[tuple[type[Model], str]]:
    for model in sorted(site._registry, key=lambda model: model._meta.model_name or ""):
        yield model, f"admin:{model._meta.app_label}_{model._meta.model_name}"


def _name(model: type[Model]) -> str:
    return model._meta.model_name or ""


def _lists() -> Iterator[Page]:
    for model, name in _models():
        there = reverse(f"{name}_changelist")
        yield Page(f"list: {_name(model)}", (there, f"{there}?p=2"))
        for words in SEARCHES.get(_name(model), ()):
            yield Page(f"list: {_name(model)}, search {words}", (f"{there}?q={quote(words)}",))


def _narrowed() -> Iterator[Page]:
    """Each filter, also where it finds nothing: that is when a list would be read to its end."""
    there = reverse("admin:articles_article_changelist")
    for standing in STANDINGS:
        yield Page(f"list: article, {standing}", (f"{there}?standing={standing}",))
    desks = Article.objects.exclude(desk=None).order_by("-id").values_list("desk_id", flat=True)[:1]
    yield from (Page("list: article, a desk", (f"{there}?desk={desk}",)) for desk in desks)
    for name, asked in (
        ("without a desk", "desk=none"),
        ("a year", "year=2015"),
        ("a language", "language=en"),
        ("open suggestions", "people=open"),
        ("oldest change first", "o=6"),
    ):
        yield Page(f"list: article, {name}", (f"{there}?{asked}",))
    for status in ("confirmed", "rejected", "automatic"):
        yield Page(f"list: mention, {status}", (f"{reverse('admin:articles_mention_changelist')}?status={status}",))
    yield Page("list: logline, a verb", (f"{reverse('admin:articles_logline_changelist')}?verb__exact=redacted",))


def _rows() -> Iterator[Page]:
    """The forms: an empty one, and those of the first and the last rows."""
    for model, name in _models():
        admin = site._registry[model]
        ids = _ends(model._default_manager.values_list("pk", flat=True))
        if ids:
            yield Page(f"form: {_name(model)}", tuple(reverse(f"{name}_change", args=[pk]) for pk in ids))
        if type(admin).__name__ not in NOT_ADDED:
            yield Page(f"new: {_name(model)}", (reverse(f"{name}_add"),))


NOT_ADDED = {"LogLineAdmin", "VersionAdmin", "MergeRecordAdmin", "MentionAdmin", "ImportRunAdmin"}


def _ends(ids: Any) -> Sequence[Any]:
    return list(dict.fromkeys([*ids.order_by("pk")[: SOME // 2], *ids.order_by("-pk")[: SOME // 2]]))


def _of_articles(at: datetime) -> Iterator[Page]:
    ids = list(Article.objects.visible(at).order_by("-published_at").values_list("pk", flat=True)[:SOME])
    waiting = Article.objects.filter(status=Status.DRAFT).order_by("-updated_at")
    drafts = list(waiting.values_list("pk", flat=True)[:SOME])
    yield Page("history", _each("admin:articles_article_history", ids))
    yield Page("preview", _each("admin:articles_article_preview", drafts or ids))
    for verb, chosen in (("withdraw", ids), ("correct", ids), ("schedule", drafts)):
        yield Page(f"verb: {verb}", tuple(reverse("admin:articles_article_do", args=[pk, verb]) for pk in chosen))


def _each(name: str, ids: Iterable[Any]) -> tuple[str, ...]:
    return tuple(reverse(name, args=[pk]) for pk in ids)


def _other() -> Iterator[Page]:
    yield Page("queue of new names", (reverse("admin:articles_mention_names"),))
    yield Page("pairs of people that may be one", (reverse("admin:articles_person_duplicates"),))
    yield Page("pairs of tags that may be one", (reverse("admin:articles_tag_tidy"),))
    decided = Mention.objects.filter(status=MentionStatus.CONFIRMED).order_by("-id")
    people = list(dict.fromkeys(decided.values_list("person_id", flat=True)[:SOME]))
    yield Page("people: merge", _each("admin:articles_person_merge", people))


def _typed() -> Iterator[Page]:
    """What a field asks for while somebody types into it."""
    for model, field, term in (("topic", "people", "anna"), ("pin", "article", COMMON_WORD), ("article", "desk", "po")):
        asked = f"app_label=articles&model_name={model}&field_name={field}&term={quote(term)}"
        yield Page(f"typing: {field}", (f"{reverse('admin:autocomplete')}?{asked}",))
    yield Page("typing: tag", (f"{reverse('admin:tag_names')}?term=ener",))
