"""Finding rows by the slug in their address, and lists of names from A to Z. Which rows are public the caller says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import wraps
from itertools import groupby
from string import ascii_uppercase
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from articles import listings, search
from articles.errors import IndexUnavailable
from articles.filters import WordsField
from articles.models import FormerSlug
from articles.search.nearby import KINDS, near_names
from articles.search.results import pages_of
from articles.search.suggesting import Suggested, beginning_with, spellings
from articles.text.sortkeys import initial
from articles.views.moves import moved
from articles.views.paging import page_asked, page_too_far

NAMES_PER_PAGE = 150
LONGEST_NAME = 100
AFTER_Z = "{"
LETTERS = [*ascii_uppercase, "#"]

NamedView = Callable[..., HttpResponse]


def with_row(public: Callable[[datetime], QuerySet]) -> Callable[[NamedView], Callable[..., HttpResponse]]:
    """The view gets the row of the slug, the moment, and what else the address says; a former slug redirects, any
    other is a 404."""

    def decorate(view: NamedView) -> Callable[..., HttpResponse]:
        @wraps(view)
        def found(request: HttpRequest, slug: str, **more: str) -> HttpResponse:
            at = timezone.now()
            rows = public(at)
            row = rows.filter(slug=slug).first()
            return view(request, row, at, **more) if row else _moved(request, rows, slug, more)

        return found

    return decorate


def _moved(request: HttpRequest, rows: QuerySet, slug: str, more: dict[str, str]) -> HttpResponse:
    kind = rows.model._meta.model_name
    row = called_before(rows, slug)
    same_page = request.resolver_match.url_name if request.resolver_match else kind
    return moved(request, reverse(same_page, kwargs={"slug": row.slug, **more}))


def called_before(rows: QuerySet, slug: str) -> Any:
    """The row that once had this slug, or a 404: only one that is public itself, for the address says a name."""
    former = get_object_or_404(FormerSlug, kind=rows.model._meta.model_name, slug=slug)
    row = rows.filter(pk=former.target_id).first()
    if not row:
        raise Http404
    return row


class Order(StrEnum):
    ALPHABET = "a-z"
    COUNT = "count"
    RISE = "rise"


def names_page(
    request: HttpRequest,
    rows: QuerySet,
    at: datetime,
    *,
    kind: str,
    words: type[Model] | None = None,
    may_rise: bool = False,
) -> dict[str, Any]:
    """A page of names of this kind, by alphabet or by count, with how many articles each has.

    `?q=` takes those whose names (one of the table `words`, or their own) have words that begin so.
    """
    orders = [order for order in Order if may_rise or order != Order.RISE]
    order = next((one for one in orders if one == request.GET.get("order")), Order.ALPHABET)
    typed = WordsField(required=False).clean(request.GET.get("q", "")[:LONGEST_NAME])
    context = {"order": order, "orders": orders, "typed": typed, "page": 1}
    if order == Order.RISE:
        return context
    if order == Order.COUNT and (by_count := names_by_count(request, rows, at, kind)):
        return {**context, **by_count}
    shown = alphabet_page(request, rows, at, called(typed, rows, words) if typed else None)
    ids = [row.pk for row in shown["rows"]]
    near = names_near(kind, typed, at) if typed and not ids else []
    return {**context, **shown, "order": Order.ALPHABET, "counts": listings.totals(kind, ids, at), "near": near}


def names_near(kind: str, typed: str, at: datetime) -> list[Suggested]:
    """What else of this kind may have been meant."""
    return near_names(typed, at, [kind]) if kind in KINDS else []


def names_by_count(request: HttpRequest, rows: QuerySet, at: datetime, kind: str) -> dict[str, Any]:
    """The most frequent first; nothing without an index."""
    counts = listings.totals_of_all(kind, at)
    if not counts:
        return {}
    ids = sorted(counts, key=lambda pk: (-counts[pk], pk))
    page, pages = page_asked(request), pages_of(len(ids), NAMES_PER_PAGE)
    if page > pages:
        raise page_too_far(pages)
    some = ids[(page - 1) * NAMES_PER_PAGE : page * NAMES_PER_PAGE]
    found = rows.in_bulk(some)
    shown = [found[pk] for pk in some if pk in found]
    first_rank = (page - 1) * NAMES_PER_PAGE + 1
    paging = {"page": page, "pages": pages, "has_next": page < pages, "first_rank": first_rank}
    return {"rows": shown, "counts": counts, **paging}


def called(typed: str, rows: QuerySet, words: type[Model] | None) -> QuerySet:
    """Those who have, for each word typed, one in a name that begins with it."""
    for spelling in spellings(typed):
        if words:
            found = rows.filter(pk__in=beginning_with(words._default_manager.all(), spelling).values("bearer"))
        else:
            found = rows.filter(*(Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}") for word in spelling))
        if found.exists():
            return found
    return rows.none()


def alphabet_page(request: HttpRequest, rows: QuerySet, at: datetime, found: QuerySet | None = None) -> dict[str, Any]:
    """A page of names in alphabetical order, grouped by initial; `?letter=b` begins there and ends with it. `found` are
    the rows that are called as was typed.

    Nothing is counted: with tens of thousands of names that would cost more than the page.
    """
    letter = _letter(request.GET.get("letter", ""))
    page = page_asked(request)
    start = (page - 1) * NAMES_PER_PAGE
    wanted = _beginning_with(letter, rows if found is None else found)
    read = list(wanted.order_by("sort_key", "id")[start : start + NAMES_PER_PAGE + 1])
    if not read and page > 1:
        raise page_too_far(None)
    shown, has_next = read[:NAMES_PER_PAGE], len(read) > NAMES_PER_PAGE
    groups = [(key, list(group)) for key, group in groupby(shown, lambda row: initial(row.sort_key))]
    is_all = page == 1 and not (has_next or letter or found is not None)
    filled = {key for key, _ in groups} if is_all else initials(rows, at)
    return {
        "rows": shown,
        "groups": groups,
        "letter": letter,
        "letters": [(one, one in filled) for one in LETTERS],
        "page": page,
        "has_next": has_next,
    }


def initials(rows: QuerySet, at: datetime) -> set[str]:
    """The letters under which any of the rows stands; remembered until the index changes, so that a name which is only
    written anew may open its letter a little later."""
    try:
        return search.remembered(("initials", rows.model), at, lambda _hidden: _initials(rows))
    except IndexUnavailable:
        return _initials(rows)


def _initials(rows: QuerySet) -> set[str]:
    """Leaps from each to the next: so many small questions as there are letters, whatever the number of names."""
    keys, found = rows.prefetch_related(None).order_by("sort_key").values_list("sort_key", flat=True), set[str]()
    key = keys.first()
    while key is not None:
        found.add(initial(key))
        key = keys.filter(sort_key__gte=_after(initial(key))).first()
    return found


def _letter(value: str) -> str:
    return value.upper() if value.upper() in LETTERS else ""


def _beginning_with(letter: str, rows: QuerySet) -> QuerySet:
    if not letter:
        return rows
    if letter == "#":
        return rows.filter(sort_key__lt=_after(letter))
    return rows.filter(sort_key__gte=letter.lower(), sort_key__lt=_after(letter))


def _after(letter: str) -> str:
    """Where the next letter begins; "#" is what stands before A."""
    return "a" if letter == "#" else AFTER_Z if letter == "Z" else chr(ord(letter) + 1).lower()
