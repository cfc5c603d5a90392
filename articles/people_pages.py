"""What the pages of people say besides their list of articles: the sentences in which they stand, and who is named
with them. Only of articles that were read as visible, and only of people who may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from django.db.models import Prefetch, QuerySet

from articles import scopes, search
from articles.errors import IndexUnavailable
from articles.listings import Listing, shown_people
from articles.models import Article, Mention, Person, PersonName, PersonWord, Section
from articles.network import Pair
from articles.search.request import SearchRequest
from articles.search.suggesting import beginning_with, spellings
from articles.text.quoting import Sentence, Span, quoted, sentence_of
from articles.vocabulary import MentionStatus

MOST_NAMED_WITH = 12
MOST_DRAWN = 8
"""More would have their names run into each other."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: `text` is the section's, or the standfirst."""

    text: str
    span: Span
    person_id: int

    @property
    def sentence(self) -> Span:
        return sentence_of(self.text, *self.span)


# ---- sentences ------------------------------------------------------------------------------------------------------


def sentences_naming(articles: Sequence[Article], people: Sequence[Person]) -> dict[int, list[Sentence]]:
    """For each article the first sentence that names the people, or, where none names all, one for each. Two queries.

    Mentions whose place no longer holds the name they were made for say nothing.
    """
    ids, people_ids = [article.pk for article in articles], [person.pk for person in people]
    confirmed = Mention.objects.filter(article__in=ids, person__in=people_ids, status=MentionStatus.CONFIRMED)
    mentions: dict[int, list[Mention]] = {}
    for mention in confirmed.order_by("article_id", "start", "-end"):
        mentions.setdefault(mention.article_id, []).append(mention)
    anchors = {mention.anchor for named in mentions.values() for mention in named}
    texts = _texts(articles, anchors)
    return {key: _best(list(_places(named, texts[key])), people_ids) for key, named in mentions.items()}


def _texts(articles: Sequence[Article], anchors: Iterable[str]) -> dict[int, dict[str, str]]:
    """By article and anchor, in the order of the text."""
    texts = {article.pk: {"": article.standfirst} for article in articles}
    sections = Section.objects.filter(article__in=texts, anchor__in=anchors).order_by("article_id", "position")
    for section in sections:
        texts[section.article_id][section.anchor] = section.plain
    return texts


def _places(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Iterable[Place]:
    order = {anchor: number for number, anchor in enumerate(texts)}
    fitting = [one for one in mentions if texts.get(one.anchor, "")[one.start : one.end] == one.surface]
    for one in sorted(fitting, key=lambda one: (order[one.anchor], one.start)):
        yield Place(texts[one.anchor], (one.start, one.end), one.person_id)


def _best(places: Sequence[Place], people_ids: Sequence[int]) -> list[Sentence]:
    together: dict[tuple[str, Span], list[Place]] = {}
    for place in places:
        together.setdefault((place.text, place.sentence), []).append(place)
    for named in together.values():
        if {place.person_id for place in named} == set(people_ids):
            return [_quoted(named)]
    firsts = [next((named for named in together.values() if _names(named, pk)), []) for pk in people_ids]
    return [_quoted(named) for named in together.values() if named in firsts]


def _names(places: Iterable[Place], person_id: int) -> bool:
    return any(place.person_id == person_id for place in places)


def _quoted(places: Sequence[Place]) -> Sentence:
    spans: list[Span] = []
    for place in places:
        if not spans or place.span[0] >= spans[-1][1]:
            spans.append(place.span)
    return quoted(places[0].text, spans)


# ---- who is named with whom -----------------------------------------------------------------------------------------


def without_own(listing: Listing, scope: SearchRequest) -> Listing:
    """Who is named in every article of the page is no choice there."""
    own = {pk for rule in scope.within if len(rule.person_ids) == 1 and not rule.pinned_ids for pk in rule.person_ids}
    people = tuple(bucket for bucket in listing.facets.get("person", ()) if bucket.key not in own)
    return replace(listing, facets={**listing.facets, "person": people}) if own and listing.facets else listing


def named_with(listing: Listing, limit: int = MOST_NAMED_WITH) -> list[tuple[Person, int]]:
    """Who else is named in these articles, the most frequent first; without an index nobody is counted."""
    counts = {int(bucket.key): bucket.count for bucket in listing.facets.get("person", ())}
    wanted = sorted(counts, key=lambda pk: (-counts[pk], pk))[:limit]
    found = shown_people(wanted)
    return [(found[pk], counts[pk]) for pk in wanted if pk in found]


def shared_among(people: Iterable[Person], question: SearchRequest, at: datetime) -> dict[Pair, int]:
    """How many of the articles asked for name both, for each two of these people; nothing without an index."""
    people = tuple(people)
    try:
        known = ("shared", tuple(person.pk for person in people), question)
        return search.remembered(known, at, lambda _hidden: _count_shared(people, question.ignoring("person"), at))
    except IndexUnavailable:
        return {}


def _count_shared(people: Iterable[Person], whole: SearchRequest, at: datetime) -> dict[Pair, int]:
    pairs = {frozenset({one.pk, other.pk}): (one, other) for one, other in combinations(people, 2)}
    asked = [replace(whole, within=(*whole.within, *scopes.of_people(pair).within)) for pair in pairs.values()]
    counted = search.count_each(dict(enumerate(asked)), at)
    return {pair: counted[place] for place, pair in enumerate(pairs)}


def share_anything(people: Sequence[Person], at: datetime) -> bool:
    """Whether any visible article names all of them."""
    try:
        return bool(search.count_each({0: scopes.of_people(people)}, at)[0])
    except IndexUnavailable:
        named = Article.objects.visible(at)
        for person in people:
            named = named.naming(person.pk)
        return named.exists()


# ---- from A to Z ----------------------------------------------------------------------------------------------------


def people_called(typed: str, rows: QuerySet[Person]) -> QuerySet[Person]:
    """Those who have, for each word typed, one in any of their names that begins with it."""
    for words in spellings(typed):
        found = rows.filter(pk__in=beginning_with(PersonWord.objects.all(), words).values("bearer"))
        if found.exists():
            return found
    return rows.none()


def with_names(rows: QuerySet[Person]) -> QuerySet[Person]:
    return rows.prefetch_related(Prefetch("names", PersonName.objects.order_by("id")))
