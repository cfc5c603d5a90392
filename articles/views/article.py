"""The page of one article, its short link, and what lies below its address. Unpublished ones are in preview.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from articles import history, sentences
from articles.addresses import site_of
from articles.beside import beside
from articles.linked_data import article_data
from articles.models import Article, FormerAddress, Person, PersonRole, Section
from articles.search import understood
from articles.search.marks import mark, mark_html
from articles.search.request import LONGEST_QUESTION, QueryWords
from articles.sharing import share_picture_url
from articles.text.linked import Link, linked
from articles.text.markup import plain_text
from articles.transfer.citing import citations, cited
from articles.views import memento
from articles.views.errors import gone
from articles.views.linked_people import people_links
from articles.views.moves import moved
from articles.vocabulary import MentionStatus

CONTENTS_FROM = 3
"""Headed sections from which on a table of contents helps."""
MARK = "<mark>"
"""As marks.py writes it; the allow-list lets no article bring its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the page shows it."""

    anchor: str
    heading: str
    heading_html: SafeString
    html: SafeString


@dataclass(frozen=True, slots=True)
class Marks:
    """`first` is the anchor of the first marked section; none where a mark stands at the top."""

    words: str
    count: int
    first: str


@require_safe
def article(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    at = timezone.now()
    published_on = day_of(year, month, day)
    found = Article.objects.visible(at).for_page().filter(published_on=published_on, slug=slug).first()
    if not found:
        return elsewhere(request, published_on, slug, at)
    if memento.is_asked_for(request):
        return memento.negotiated(request, found, at)
    typed = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    page = page_of(found, at, understood(typed, at))
    context = {
        **page,
        "data": _data(request, page),
        "marks": marks_on(page, typed) if typed else None,
        "citations": citations(cited(found, memento.address(request, found))),
    }
    answer = render(request, "articles/article.html", context)
    return memento.original(request, answer, found)


@require_safe
def below(request: HttpRequest, year: str, month: str, day: str, slug: str, rest: str) -> HttpResponse:
    """Whatever lay below a former address lies below the new one."""
    return elsewhere(request, day_of(year, month, day), slug, timezone.now(), rest)


@require_safe
def short_link(request: HttpRequest, article_id: int) -> HttpResponse:
    return _to(request, Article.objects.filter(pk=article_id).first(), timezone.now())


def page_of(article: Article, at: datetime, words: QueryWords) -> dict[str, Any]:
    """All that the page says of an article that was read with `for_page`."""
    sections, links = list(article.sections.all()), people_links(article)
    headed = [section for section in sections if section.heading]
    versions = history.seen(article, at)
    return {
        "article": article,
        "at": at,
        "headline": mark(article.headline, words, article.language),
        "standfirst": mark(article.standfirst, words, article.language),
        "authors": sentences.linked_byline([(line.author.name, line.author.slug) for line in article.bylines.all()]),
        "parts": [_part(section, links.get(section.anchor, ()), words, article.language) for section in sections],
        "contents": headed if len(headed) >= CONTENTS_FROM else [],
        "words": sum(len(plain_text(section.body).split()) for section in sections),
        "people": named_people(article),
        "beside": beside(article, at),
        "corrections": history.notes(versions),
        "editions": history.editions(versions),
    }


def _data(request: HttpRequest, page: dict[str, Any]) -> dict[str, Any]:
    """The page as machines read it."""
    site, picture = site_of(request), share_picture_url(page["article"])
    return article_data(
        page["article"],
        site,
        versions=page["editions"],
        notes=[note for note, _before in page["corrections"]],
        people=[person for person, _roles in page["people"]],
        topics=[box.topic for box in page["beside"].topics],
        words=page["words"],
        picture=site + picture if picture else "",
    )


def named_people(article: Article) -> list[tuple[Person, list[PersonRole]]]:
    """Who is confirmed to be named and may be shown, in the order of the text, with what they were on that day."""
    order = {section.anchor: place for place, section in enumerate(article.sections.all())}
    mentions = sorted(article.mentions.all(), key=lambda mention: (order.get(mention.anchor, -1), mention.start))
    shown = [m.person for m in mentions if m.status == MentionStatus.CONFIRMED and m.person.is_public]
    day = article.published_on or timezone.localdate(article.updated_at)
    return [(person, person.roles_on(day)) for person in dict.fromkeys(shown)]


def _part(section: Section, links: Iterable[Link], words: QueryWords, language: str) -> Part:
    """The body has passed the allow-list before it was stored. Marks stand inside the links."""
    heading = mark(section.heading, words, language)
    linked_body = linked(section.body, links)
    body = mark_html(linked_body, words, language) if words else mark_safe(linked_body)
    return Part(section.anchor, section.heading, heading, body)


def marks_on(page: dict[str, Any], typed: str) -> Marks:
    """What the bar above a marked article says: how many marks, and where the first stands."""
    above = f"{page['headline']}{page['standfirst']}".count(MARK)
    inside = [(part.anchor, f"{part.heading_html}{part.html}".count(MARK)) for part in page["parts"]]
    first = "" if above else next((anchor for anchor, count in inside if count), "")
    return Marks(typed, above + sum(count for _, count in inside), first)


def day_of(year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise Http404 from error


def elsewhere(request: HttpRequest, day: date, slug: str, at: datetime, rest: str = "") -> HttpResponse:
    """A withdrawn article's notice (below its address too), a former address's redirect, or a 404."""
    withdrawn = Article.objects.withdrawn_notices(at).filter(published_on=day, slug=slug).first()
    if withdrawn:
        return gone(request, withdrawn)
    former = get_object_or_404(FormerAddress.objects.select_related("article"), published_on=day, slug=slug)
    return _to(request, former.article, at, rest) if former.article else gone(request)


def _to(request: HttpRequest, article: Article | None, at: datetime, rest: str = "") -> HttpResponse:
    """To the article's address, if readers may know of it."""
    if article and Article.objects.visible(at).filter(pk=article.pk).exists():
        return moved(request, article.get_absolute_url() + rest)
    if article and Article.objects.withdrawn_notices(at).filter(pk=article.pk).exists():
        return gone(request, article)
    raise Http404
