"""What views, feeds and the API all list: the search index is asked first, and the database answers without counts
where there is no index. Rows are always read anew through the one rule of visibility. Filters are in filters.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles import search, sentences
from articles.errors import IndexUnavailable
from articles.models import Article, Author, Byline, Person, Tag, Topic
from articles.models.topic import rules_of
from articles.once import once
from articles.querysets import ArticleQuerySet, TopicRule
from articles.search.request import QueryWords, SearchRequest
from articles.search.results import Bucket, Found, Relaxed, Suggestion
from articles.vocabulary import MentionStatus

SELECTIONS = ("desk", "tag", "person", "topic", "author", "language", "year", "span")
CUT_FACETS = {"tag", "person", "author"}
"""Facets with more values than a page shows: of these the engine gives the most frequent."""


class PageTooFar(Exception):
    """The list has no such page; `pages` says how many it has, None where that is not known."""

    def __init__(self, pages: int | None):
        super().__init__(pages)
        self.pages = pages


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of articles. Without an index `count` and `pages` are None and there are no facets."""

    articles: list[Article]
    count: int | None = None
    page: int = 1
    pages: int | None = None
    has_next: bool = False
    facets: dict[str, tuple[Bucket, ...]] = field(default_factory=dict)
    words: QueryWords = field(default_factory=QueryWords)
    relaxed: Relaxed | None = None
    suggestion: Suggestion | None = None
    unfiltered: int = 0
    hint: str | None = None  # a sentence: what of the words was not understood

    @property
    def is_complete(self) -> bool:
        """False where the index is missing."""
        return self.count is not None

    @property
    def is_fruitless(self) -> bool:
        """Nothing was found of what was asked, strictly taken."""
        return self.relaxed is not None or self.count == 0


def read(request: SearchRequest, at: datetime, more: Sequence[str] = (), *, helping: bool = False) -> Listing:
    """The page asked for; `more` names what else to prefetch for its rows. The facet "topic" is counted here.

    `helping` is for pages that say so: another spelling is suggested, and what finds nothing is relaxed. Raises
    PageTooFar.
    """
    ask = search.answer if helping else search.find
    try:
        found = ask(replace(request, facets=tuple(name for name in request.facets if name != "topic")), at)
        understood = replace(request, query=found.words)
        facets = {**found.facets, **_chosen_too(found, understood, at), **_topics_of(understood, at)}
    except IndexUnavailable:
        return _from_database(request, at, more)
    if request.page > max(found.pages, 1):
        raise PageTooFar(found.pages)
    return Listing(
        rows(found.ids, at, more),
        found.count,
        found.page,
        found.pages,
        found.page < found.pages,
        facets,
        found.words,
        found.relaxed,
        found.suggestion,
        found.unfiltered,
        sentences.not_understood(found.hint) if found.hint else None,
    )


def _chosen_too(found: Found, request: SearchRequest, at: datetime) -> dict[str, tuple[Bucket, ...]]:
    """Facets that were cut off before a chosen value, with what that value truly has."""
    mended = {}
    for name in CUT_FACETS & set(request.facets):
        absent = getattr(request, f"{name}_ids") - {bucket.key for bucket in found.facets[name]}
        counted = each_counted(name, sorted(absent), request, at) if absent else {}
        mended[name] = (*found.facets[name], *(Bucket(row, count) for row, count in counted.items()))
    return mended


def each_counted(name: str, ids: Sequence[int], request: SearchRequest, at: datetime) -> dict[int, int]:
    """How many of the hits each of a few tags, people or authors has, whichever of them are chosen; empty without an
    index."""
    asked = [replace(request, page=1, per_page=1, **{f"{name}_ids": frozenset([row])}) for row in ids]
    try:
        return {row: one.count for row, one in zip(ids, search.find_all(asked, at), strict=True)}
    except IndexUnavailable:
        return {}


def _topics_of(request: SearchRequest, at: datetime) -> dict[str, tuple[Bucket, ...]]:
    if "topic" not in request.facets:
        return {}
    counted = search.count_topics(topic_rules(), request, at)
    return {"topic": tuple(Bucket(topic, count) for topic, count in counted.items() if count)}


def ids_of_each(requests: Sequence[SearchRequest], at: datetime) -> list[Sequence[int]]:
    """The ids of what each of these finds first."""
    try:
        return [found.ids for found in search.find_all(requests, at)]
    except IndexUnavailable:
        return [
            list(_ordered(_select(request, at), request).values_list("pk", flat=True)[: request.per_page])
            for request in requests
        ]


def loosened(scope: SearchRequest, asked: SearchRequest, at: datetime) -> dict[str, int]:
    """What would be found without the words, without the choice of each kind, and by the words alone ("all").

    Only what would find anything.
    """
    names = [name for name in SELECTIONS if asked.selects(name)]
    wider = {name: asked.ignoring(name) for name in names}
    if asked.words and names:
        wider["words"] = asked.ignoring("words")
    if asked.words and len(names) > 1:
        wider["all"] = SearchRequest(asked.words)
    questions = [replace(inside(scope, one), page=1, per_page=1) for one in wider.values()]
    try:
        found = search.find_all(questions, at)
    except IndexUnavailable:
        return {}
    return {name: one.count for name, one in zip(wider, found, strict=True) if one.count}


def rows(ids: Sequence[int], at: datetime, more: Sequence[str] = ()) -> list[Article]:
    """The articles with these ids that are visible, in this order."""
    return _in_order(ids, Article.objects.visible(at).for_listing().prefetch_related(*more))


def brief_rows(ids: Sequence[int], at: datetime) -> list[Article]:
    """The same where nobody is told who wrote them; one query."""
    return _in_order(ids, Article.objects.visible(at).select_related("desk"))


def _in_order(ids: Sequence[int], articles: ArticleQuerySet) -> list[Article]:
    by_id = articles.in_bulk(list(ids))
    return [by_id[article_id] for article_id in ids if article_id in by_id]


def inside(scope: SearchRequest, asked: SearchRequest) -> SearchRequest:
    """What was asked, inside the page's own limits (its rule, author and days)."""
    return replace(
        asked,
        within=(*scope.within, *asked.within),
        author_ids=scope.author_ids or asked.author_ids,
        first_day=max(filter(None, (scope.first_day, asked.first_day)), default=None),
        last_day=min(filter(None, (scope.last_day, asked.last_day)), default=None),
    )


def _from_database(request: SearchRequest, at: datetime, more: Sequence[str]) -> Listing:
    """Words need the index: without it they find nothing, and the page says what to run."""
    found = Article.objects.none() if request.words else _ordered(_select(request, at), request)
    start = (request.page - 1) * request.per_page
    shown = list(found.for_listing().prefetch_related(*more)[start : start + request.per_page + 1])
    if not shown and request.page > 1:
        raise PageTooFar(None)
    return Listing(shown[: request.per_page], page=request.page, has_next=len(shown) > request.per_page)


def _ordered(found: ArticleQuerySet, request: SearchRequest) -> ArticleQuerySet:
    return found.order_by("published_at", "id") if request.sort == "oldest" else found.newest_first()


def _select(request: SearchRequest, at: datetime) -> ArticleQuerySet:
    found = Article.objects.visible(at).between(request.first_day, request.last_day)
    asked = TopicRule(tag_ids=request.tag_ids, person_ids=request.person_ids, desk_ids=request.desk_ids)
    for rule in (*request.within, *([asked] if asked.selects else [])):
        found = found.in_topic(rule)
    if request.topics:
        found = found.filter(id__in=_in_any_topic(request.topics))
    if request.author_ids:
        bylines = Byline.objects.filter(author_id__in=request.author_ids)
        found = found.filter(id__in=bylines.values("article_id"))
    if request.years:
        found = found.filter(published_on__year__in=request.years)
    return found.filter(language__in=request.languages) if request.languages else found


def _in_any_topic(rules: Iterable[TopicRule]) -> QuerySet:
    empty = Article.objects.none()
    return reduce(or_, (Article.objects.in_topic(rule) for rule in rules), empty).order_by().values("id")


def has_index(at: datetime) -> bool:
    try:
        search.find(SearchRequest(per_page=1), at)
    except IndexUnavailable:
        return False
    return True


# ---- counts ---------------------------------------------------------------------------------------------------------


def counts(name: str, at: datetime) -> dict[int, int] | None:
    """How many visible articles each value of a facet has, the most frequent first; None without an index.

    Of tags, people and authors the index gives the most frequent only.
    """
    try:
        found = search.values(SearchRequest(facets=(name,)), at)
        return {int(bucket.key): bucket.count for bucket in found[name]}
    except IndexUnavailable:
        return None


def totals(kind: str, ids: Iterable[int], at: datetime) -> dict[int, int]:
    """Visible articles of each of these tags, desks or authors that has any; empty without an index."""
    try:
        return search.totals(kind, ids, at)
    except IndexUnavailable:
        return {}


def totals_of_all(kind: str, at: datetime) -> Mapping[int, int]:
    """The same of everything of this kind that has any."""
    try:
        return search.totals(kind, None, at)
    except IndexUnavailable:
        return {}


def people_counted(people: Iterable[Person], at: datetime) -> dict[int, int]:
    """Visible articles that name each of these people; empty without an index."""
    rules = {person.pk: TopicRule(person_ids=frozenset([person.pk])) for person in people}
    return _counted(rules, SearchRequest(), at)


def topics_counted(topics: Iterable[Topic], at: datetime, since: date | None = None) -> dict[int, int]:
    """Visible articles of each of these topics; empty without an index."""
    return _counted(rules_of(topics), SearchRequest(first_day=since), at)


def _counted(rules: dict[int, TopicRule], request: SearchRequest, at: datetime) -> dict[int, int]:
    try:
        return search.count_topics(rules, request, at)
    except IndexUnavailable:
        return {}


# ---- what has a page ------------------------------------------------------------------------------------------------


def tags_in_use(at: datetime) -> QuerySet[Tag]:
    return Tag.objects.filter(_has_visible(at, filings__tag=OuterRef("pk")))


def people_named(at: datetime) -> QuerySet[Person]:
    """Public people with a confirmed mention in something visible: who is named only in a draft has no page."""
    named = _has_visible(at, mentions__person=OuterRef("pk"), mentions__status=MentionStatus.CONFIRMED)
    return Person.objects.public().filter(named)


def shown_people(ids: Iterable[int]) -> dict[int, Person]:
    """Those of these people who may be shown; each is read once for a page."""
    known, wanted = once("shown people", dict[int, Person | None]), list(ids)
    missing = [pk for pk in wanted if pk not in known]
    found = Person.objects.public().in_bulk(missing) if missing else {}
    known.update({pk: found.get(pk) for pk in missing})
    return {pk: person for pk in wanted if (person := known[pk])}


def authors_in_print(at: datetime) -> QuerySet[Author]:
    return Author.objects.filter(_has_visible(at, bylines__author=OuterRef("pk")))


def public_topics() -> QuerySet[Topic]:
    return Topic.objects.filter(is_public=True)


def shown_topics() -> dict[int, Topic]:
    """The public ones, in their order; read once for a page."""
    return once("shown topics", lambda: {topic.pk: topic for topic in public_topics()})


def topic_rules() -> dict[int, TopicRule]:
    """What belongs to each of them; read once for a page."""
    return once("topic rules", lambda: rules_of(shown_topics().values()))


def _has_visible(at: datetime, **linked: Any) -> Exists:
    return Exists(Article.objects.visible(at).filter(**linked))


def newest(at: datetime, limit: int) -> list[Article]:
    return list(Article.objects.visible(at).for_listing().newest_first()[:limit])
