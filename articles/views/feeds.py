"""Every list and every search as a subscription, in the archive's language. How a feed is written is feeds/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import listings, scopes, sentences
from articles.addresses import site_of
from articles.errors import IndexUnavailable
from articles.feeds import Feed, atom, entry_of, json_feed
from articles.feeds.base import WITH, fit, tag_uri
from articles.filters import ListingFilter, SearchFilter
from articles.models import Desk, Person
from articles.search.changes import changed_at
from articles.search.request import SearchRequest
from articles.text.markup import plain_text
from articles.views.archive import span_or_404
from articles.views.names import with_row
from articles.views.paging import page_asked, page_too_far
from articles.views.pairs import with_pair
from articles.views.plain import no_index, wrong_question

PER_PAGE = 30
ICON = "img/icon.svg"
FORMS: dict[str, tuple[Callable[[Feed], bytes], str]] = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}
SETTLED = timedelta(seconds=2)
"""HTTP dates have no fractions: what changed just now may change again within the same second."""


@dataclass(frozen=True, slots=True)
class About:
    """What a feed is of: an id that outlives every renaming, a title, the articles, and the filters beside.

    `is_announced` where websub/ tells the hub of its changes.
    """

    id: str
    title: str
    scope: SearchRequest
    asked: ListingFilter
    description: str = ""
    is_announced: bool = True


@require_safe
def home(request: HttpRequest, form: str) -> HttpResponse:
    at = timezone.now()
    return _answer(request, form, at, About("home", "", SearchRequest(), ListingFilter(request.GET, at)))


@require_safe
def search(request: HttpRequest, form: str) -> HttpResponse:
    at = timezone.now()
    asked = SearchFilter(request.GET, at)
    words = asked.asked.get("q")
    title = _("Suche nach „%s“") % words if words else _("Suche")
    answer = _answer(request, form, at, About("search", title, SearchRequest(), asked, is_announced=False))
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
def days(request: HttpRequest, form: str, **parts: str) -> HttpResponse:
    """A year, a month or a day."""
    at, (first, last) = timezone.now(), span_or_404(*parts.values())
    title = [str(first.year), sentences.month(first), sentences.day(first)][len(parts) - 1]
    asked, own_id = ListingFilter(request.GET, at), "/".join(("archive", *parts.values()))
    return _answer(request, form, at, About(own_id, title, scopes.of_days(first, last), asked))


def _named(
    public: Callable[[datetime], Any],
    scope: Callable[[Any], SearchRequest],
    description: Callable[[Any], str] = attrgetter("description"),
) -> Callable[..., HttpResponse]:
    """The feed of what has a name and a page."""

    @require_safe
    @with_row(public)
    def feed(request: HttpRequest, row: Any, at: datetime, form: str) -> HttpResponse:
        asked, own_id = ListingFilter(request.GET, at), f"{row._meta.model_name}/{row.pk}"
        return _answer(request, form, at, About(own_id, row.name, scope(row), asked, description(row)))

    return feed


desk = _named(lambda at: Desk.objects.all(), scopes.of_desk)
tag = _named(listings.tags_in_use, scopes.of_tag)
topic = _named(lambda at: listings.public_topics(), scopes.of_topic, lambda row: plain_text(row.intro))
person = _named(listings.people_named, scopes.of_person)
author = _named(listings.authors_in_print, scopes.of_author)


@require_safe
@with_pair
def pair(request: HttpRequest, people: list[Person], at: datetime, form: str) -> HttpResponse:
    """Of what names both; the id holds whatever they are called."""
    ids = "+".join(str(pk) for pk in sorted(person.pk for person in people))
    title = sentences.joined([person.name for person in people])
    asked = ListingFilter(request.GET, at)
    about = About(f"people/{ids}", title, scopes.of_people(people), asked, is_announced=False)
    return _answer(request, form, at, about)


def _answer(request: HttpRequest, form: str, at: datetime, about: About) -> HttpResponse:
    """304 is ConditionalMiddleware's (newsroom/caching.py): by the content's hash, or by the date set here."""
    question = _question(request, about)
    refused = wrong_question(about.asked)
    if refused:
        return refused
    try:
        changed = changed_at(at)
    except IndexUnavailable as error:
        if question.words:
            return no_index(error)
        changed = None
    answer = written(_feed(request, about, _read_or_404(question, at)), form)
    if changed and changed < at - SETTLED:
        answer["Last-Modified"] = http_date(changed.timestamp())
    return answer


def written(feed: Feed, form: str) -> HttpResponse:
    """What is first in a subscription is what a hub tells of; the headers say so without reading it."""
    write, content_type = FORMS[form]
    answer = HttpResponse(write(feed), content_type=content_type)
    if feed.hub:
        answer["Link"] = f'<{feed.own_url}>; rel="self", <{feed.hub}>; rel="hub"'
    return answer


def hub_for(own_url: str) -> str:
    """The hub, if it knows this feed: the first page, without filters."""
    return settings.WEBSUB_HUB if "?" not in own_url else ""


def _question(request: HttpRequest, about: About) -> SearchRequest:
    """Newest first, unless another order is asked for by name: what is new must be on the first page."""
    question = about.asked.question(page=page_asked(request), per_page=PER_PAGE)
    return replace(listings.inside(about.scope, question), sort=about.asked.asked.get("sort") or "newest")


def _read_or_404(question: SearchRequest, at: datetime) -> listings.Listing:
    try:
        return listings.read(question, at, WITH)
    except listings.PageTooFar as error:
        raise page_too_far(error.pages) from error


def _feed(request: HttpRequest, about: About, listing: listings.Listing) -> Feed:
    site = site_of(request)
    query, own_url = _query(request, about, 1), site + request.path + _query(request, about, listing.page)
    return Feed(
        id=tag_uri(site, about.id + query),
        title=fit(f"{settings.PAPER_NAME}: {about.title}" if about.title else settings.PAPER_NAME),
        paper=fit(settings.PAPER_NAME),
        page_url=site + request.path.rpartition("/")[0] + "/" + query,
        own_url=own_url,
        language=settings.LANGUAGE_CODE,
        description=fit(about.description),
        entries=tuple(entry_of(article, site) for article in listing.articles),
        links={name: site + request.path + _query(request, about, page) for name, page in _pages(listing).items()},
        icon=site + static(ICON),
        hub=hub_for(own_url) if about.is_announced else "",
        counts=_counts(listing),
        search=site + reverse("opensearch"),
    )


def _counts(listing: listings.Listing) -> dict[str, int]:
    if listing.count is None:
        return {}
    first = (listing.page - 1) * PER_PAGE + 1
    return {"totalResults": listing.count, "startIndex": first, "itemsPerPage": PER_PAGE}


def _pages(listing: listings.Listing) -> dict[str, int]:
    """The other pages by relation; the last is known only where something was counted."""
    pages = {"first": 1, "previous": listing.page - 1, "next": listing.page + 1, "last": listing.pages or 0}
    wanted = {"first": True, "previous": listing.page > 1, "next": listing.has_next, "last": listing.pages}
    return {name: page for name, page in pages.items() if wanted[name]}


def _query(request: HttpRequest, about: About, page: int) -> str:
    """What the filters know of the question, in their order; whatever else hangs on the address makes no other feed."""
    query = [(name, one) for name in about.asked.filters for one in request.GET.getlist(name) if one.strip()]
    query += [("page", str(page))] if page > 1 else []
    return f"?{urlencode(query)}" if query else ""
