"""Suggestions while somebody types: names that begin so, and headlines with these words. Every count is the engine's,
under the rule of visibility; what has no visible article is not suggested."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from heapq import nsmallest
from typing import Any

from django.db.models import QuerySet

from articles.models import Article, Desk, PersonName, PersonWord, TagName, TagWord, Topic
from articles.models.desk import below
from articles.models.topic import rules_of
from articles.search.engine import engine
from articles.search.outbox import hidden_ids
from articles.search.request import SearchRequest
from articles.text.analysis import is_stopword, surfaces
from articles.text.sortkeys import fold

LONGEST, SHORTEST, MOST_WORDS = 200, 2, 8
PEOPLE, TAGS, TOPICS, DESKS = 3, 2, 2, 1
ALL, FEWEST_HEADLINES = 10, 3
LOOKED_AT = 40
"""So many of the best names are read whole, so many topics counted."""

GUESSES = 50
"""Headlines that are read to find those that begin with what was typed, where the index knows none."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_BETWEEN_WORDS = re.compile(r"[\s/.,]+")
_PLAIN_VOWELS = str.maketrans("äöüÄÖÜ", "aouAOU")
_LAST = "\U0010ffff"

Spelling = tuple[str, ...]
"""The typed words, folded."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A desk, tag, topic or person with its visible articles; `also` is the other name under which it was found."""

    kind: str
    slug: str
    name: str
    count: int
    also: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    people: tuple[Suggested, ...] = ()
    tags: tuple[Suggested, ...] = ()
    topics: tuple[Suggested, ...] = ()
    desks: tuple[Suggested, ...] = ()
    articles: tuple[Article, ...] = ()

    @property
    def names(self) -> tuple[Suggested, ...]:
        return (*self.people, *self.tags, *self.topics, *self.desks)


def suggest(text: str, at: datetime) -> Suggestions:
    """Some ten for what has been typed so far; nothing for what nobody types. Raises IndexUnavailable."""
    if len(text) > LONGEST or _CONTROLS.search(text) or len(text.strip()) < SHORTEST:
        return Suggestions()
    text = unicodedata.normalize("NFC", text)
    asked = _Question(at, hidden_ids(at))
    found = _first_found(spellings(text), asked)
    return Suggestions(*found, articles=asked.headlines(text, max(FEWEST_HEADLINES, ALL - sum(map(len, found)))))


def spellings(text: str) -> list[Spelling]:
    """What was typed, folded; then with plain vowels, if it has umlauts ("müll": muell, mull)."""
    both = (text, text.translate(_PLAIN_VOWELS))
    return list(dict.fromkeys(words for typed in both if (words := _words(typed))))


def _words(text: str) -> Spelling:
    """None of too many: no name has so many words."""
    words = parts(text)
    return words if len(words) <= MOST_WORDS else ()


def _first_found(asked_for: Iterable[Spelling], asked: _Question) -> list[tuple[Suggested, ...]]:
    for words in asked_for:
        found = [find(words) for find in (asked.people, asked.tags, asked.topics, asked.desks)]
        if any(found):
            return found
    return [()] * 4


@dataclass(frozen=True, slots=True)
class _Question:
    at: datetime
    hidden: frozenset[int]

    def people(self, words: Spelling) -> tuple[Suggested, ...]:
        public = PersonWord.objects.filter(bearer__is_public=True)
        return self._named("person", words, beginning_with(public, words), PersonName.objects, PEOPLE)

    def tags(self, words: Spelling) -> tuple[Suggested, ...]:
        return self._named("tag", words, beginning_with(TagWord.objects.all(), words), TagName.objects, TAGS)

    def topics(self, words: Spelling) -> tuple[Suggested, ...]:
        public = Topic.objects.filter(is_public=True).only("slug", "name", "since", "until").order_by("slug")
        topics = [topic for topic in public if _begins(topic.name, words)][:LOOKED_AT]
        counts = engine().in_topics(rules_of(topics), SearchRequest(), self.at, self.hidden) if topics else {}
        found = (Suggested("topic", topic.slug, topic.name, counts.get(topic.pk, 0)) for topic in topics)
        return _best(words, found)[:TOPICS]

    def desks(self, words: Spelling) -> tuple[Suggested, ...]:
        """Each with all desks below it."""
        desks = list(Desk.objects.order_by().values_list("pk", "parent_id", "slug", "name"))
        tree = {pk: parent for pk, parent, _slug, _name in desks}
        matching = [(pk, slug, name) for pk, _parent, slug, name in desks if _begins(name, words)]
        counts = self._counted({pk: SearchRequest(desk_ids=below([pk], tree)) for pk, _slug, _name in matching})
        return _best(words, (Suggested("desk", slug, name, counts[pk]) for pk, slug, name in matching))[:DESKS]

    def headlines(self, text: str, limit: int) -> tuple[Article, ...]:
        """The newest; words like "der" count only where they stand last, for there they may be another's beginning."""
        *whole, last = surfaces(text)[:MOST_WORDS] or [""]
        if not last:
            return ()
        words = [*(word for word in whole if not is_stopword(word)), last]
        found = self._read(engine().headlines(words, self.at, limit, self.hidden))
        if found:
            return found
        guessed = self._read(engine().headlines(words, self.at, GUESSES, self.hidden, at_a_guess=True))
        return tuple(article for article in guessed if _has_begun(article.headline, last))[:limit]

    def _read(self, ids: Sequence[int]) -> tuple[Article, ...]:
        visible = Article.objects.visible(self.at).only("headline", "slug", "published_on", "language")
        rows = visible.in_bulk(list(ids)) if ids else {}
        return tuple(rows[pk] for pk in ids if pk in rows)

    def _counted(self, requests: Mapping[int, SearchRequest]) -> dict[int, int]:
        return engine().count(requests, self.at, self.hidden) if requests else {}

    def _named(self, kind: str, words: Spelling, found: QuerySet, names: Any, most: int) -> tuple[Suggested, ...]:
        """`found` are word rows. All are counted only where those that are looked at first turn out to be drafts'."""
        rows = list(found.values_list("bearer_id", "name_id", "word"))
        bearers = {bearer for bearer, _, _ in rows}
        likely = engine().at_most(kind, bearers)
        best = self._truly(kind, words, self._chosen(kind, words, rows, names, likely), most)
        if len(best) < most and sum(bearer in likely for bearer, _, _ in rows) > LOOKED_AT:
            counts = engine().totals(kind, bearers, self.at, self.hidden)
            best = self._truly(kind, words, self._chosen(kind, words, rows, names, counts), most)
        return best

    def _chosen(
        self, kind: str, words: Spelling, rows: Iterable[Any], names: Any, counts: Mapping[int, int]
    ) -> dict[int, Suggested]:
        """By bearer. The best by words and count are chosen before any whole name is read."""
        known = [(word not in words, -counts[bearer], name) for bearer, name, word in rows if bearer in counts]
        chosen = list(dict.fromkeys(name for *_, name in nsmallest(LOOKED_AT, known)))
        columns = (f"{kind}_id", "name", f"{kind}__name", f"{kind}__slug")
        best: dict[int, Suggested] = {}
        for bearer, name, own, slug in names.filter(pk__in=chosen).order_by("pk").values_list(*columns):
            if bearer not in best or name == own:  # an alias is said only where the name itself does not match
                best[bearer] = Suggested(kind, slug, own, counts[bearer], "" if name == own else name)
        return best

    def _truly(self, kind: str, words: Spelling, chosen: Mapping[int, Suggested], most: int) -> tuple[Suggested, ...]:
        """The best of them with their true counts, which are no greater than those they have: counted is only who may
        still be among the best."""
        rank = partial(_rank, words)
        waiting, best = sorted(chosen.items(), key=lambda pair: rank(pair[1])), list[Suggested]()
        while waiting and (len(best) < most or rank(waiting[0][1]) < rank(best[-1])):
            some, waiting = waiting[:most], waiting[most:]
            counts = self._counted({pk: SearchRequest(**{f"{kind}_ids": frozenset([pk])}) for pk, _ in some})
            true = [replace(one, count=counts[pk]) for pk, one in some if counts[pk]]
            best = sorted([*best, *true], key=rank)[:most]
        return tuple(best)


def beginning_with(rows: QuerySet, words: Spelling) -> QuerySet:
    """Rows of names that have, for each of the words, one that begins with it; the longest is looked up first."""
    first, *others = sorted(words, key=len, reverse=True)
    found = _between(rows, first)
    for word in others:
        found = found.filter(name__in=_between(rows.model.objects, word).values("name"))
    return found


def _between(rows: Any, word: str) -> QuerySet:
    return rows.filter(word__gte=word, word__lt=word + _LAST)


def _best(words: Spelling, found: Iterable[Suggested]) -> tuple[Suggested, ...]:
    """Those that have articles."""
    return tuple(sorted((one for one in found if one.count), key=partial(_rank, words)))


def _rank(words: Spelling, suggested: Suggested) -> tuple[bool, bool, int, str]:
    """The whole name first, then those with all words whole, then the most frequent."""
    own = parts(suggested.also or suggested.name)
    return own != words, not set(words) <= set(own), -suggested.count, suggested.slug


def _begins(name: str, words: Spelling) -> bool:
    """Whether each of the words begins one of the name's, as the tables of words have it."""
    own = {*parts(name), *parts(name.translate(_PLAIN_VOWELS))}
    return all(any(part.startswith(word) for part in own) for word in words)


def _has_begun(headline: str, word: str) -> bool:
    beginning = fold(word)
    return any(fold(other).startswith(beginning) for other in surfaces(headline))


def parts(name: str) -> Spelling:
    """The words of a name as the tables of words have them."""
    return tuple(filter(None, _BETWEEN_WORDS.split(fold(name))))
