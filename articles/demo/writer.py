"""Writes generated articles as rows for the tables, batch by batch; the same for the same plan on every machine.
Pure: it runs in processes that know no database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from articles.demo import wordlist
from articles.demo.vocabulary import COMMON_WORD, RARE_WORD, Vocabulary, frequencies, german, people_names
from articles.text.slugs import anchors, free_slug, slugify

SOURCE = "generated"
FIRST_DAY, LAST_DAY = date(1991, 1, 1), date(2025, 12, 31)
DAYS = (LAST_DAY - FIRST_DAY).days + 1
BATCH = 1_000  # articles, about

WORDS, SECTIONS = 260, 4
TAGS_EACH, PEOPLE_EACH = 5, SECTIONS  # a person in each section
RHYTHMS = ((14, 16), (7, 14, 9), (9, 21), (11, 19), (5, 17, 8), (16, 14))  # lengths of sentences, 30 words together
JOINTS = ("für", "und", "gegen", "ohne", "mit", "statt", "nach", "vor", "bei", "unter")

Row = tuple[Any, ...]
COLUMNS: dict[str, tuple[str, ...]] = {
    "article": (
        *("id", "kicker", "headline", "standfirst", "language", "dateline", "desk_id", "status", "published_at"),
        *("published_on", "slug", "address_fixed", "created_at", "updated_at", "source", "external_id"),
    ),
    "section": ("article_id", "position", "anchor", "heading", "body"),
    "byline": ("article_id", "author_id", "position"),
    "filing": ("content_object_id", "tag_id"),
    "mention": (
        "article_id",
        "anchor",
        "start",
        "end",
        "surface",
        "person_id",
        "suggested_name",
        "status",
        "why",
        "is_automatic",
    ),
}


@dataclass(frozen=True)
class Plan:
    """How much of what. Ids count from 1 for every kind; a small archive has fewer tags and people."""

    count: int
    seed: int = 1
    zone: str = "Europe/Berlin"
    authors: int = 400
    desks: int = len(wordlist.DESKS) + sum(map(len, wordlist.DESKS.values()))

    @property
    def tags(self) -> int:
        return min(8_000, 20 + self.count)

    @property
    def people(self) -> int:
        return min(30_000, 20 + 3 * self.count)

    def spans(self) -> Iterator[range]:
        """Days from first to last, in stretches of about BATCH articles: addresses are unique within a day."""
        step = min(DAYS, max(1, BATCH * DAYS // self.count))
        return (range(start, min(start + step, DAYS)) for start in range(0, DAYS, step))

    def numbers(self, day: int) -> range:
        """The articles of a day; they are spread evenly."""
        return range(-(-day * self.count // DAYS), -(-(day + 1) * self.count // DAYS))


@dataclass
class Batch:
    """Rows for each table, in the order of COLUMNS."""

    article: list[Row] = field(default_factory=list)
    section: list[Row] = field(default_factory=list)
    byline: list[Row] = field(default_factory=list)
    filing: list[Row] = field(default_factory=list)
    mention: list[Row] = field(default_factory=list)


class Writer:
    def __init__(self, plan: Plan):
        self.plan = plan
        self.zone = ZoneInfo(plan.zone)
        self.names = [" ".join(name) for name in people_names(plan.people)]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return german()

    @cached_property
    def shares(self) -> dict[str, tuple[range, list[float]]]:
        """Ids of a kind and how often they are taken: a few often, most seldom. Tag 1 is taken apart."""
        desks, tags = range(1, self.plan.desks + 1), range(2, self.plan.tags + 1)
        people, authors = range(1, self.plan.people + 1), range(1, self.plan.authors + 1)
        return {
            "desk": (desks, list(accumulate(1 / (place + 3) for place in desks))),
            "tag": (tags, frequencies(len(tags), 1.0, 6)),
            "person": (people, frequencies(len(people), 1.0, 20)),
            "author": (authors, frequencies(len(authors), 0.7, 10)),
        }

    def batch(self, span: range) -> Batch:
        random = Random(f"{self.plan.seed} {span.start}")
        batch = Batch()
        for day in span:
            taken: set[str] = set()
            for number in self.plan.numbers(day):
                self._article(batch, number, FIRST_DAY + timedelta(days=day), taken, random)
        return batch

    def _article(self, batch: Batch, number: int, day: date, taken: set[str], random: Random) -> None:
        key = number + 1
        headline = f"{self._phrase(random)}: {self._phrase(random)}"
        slug = free_slug(slugify(headline), taken)
        taken.add(slug)
        moment = self._moment(day, random)
        standfirst = _sentences(self.vocabulary.draw(random, 30), random.choice(RHYTHMS))
        kicker = self.vocabulary.draw_nouns(random, 1)[0] if random.random() < 0.5 else ""
        place = random.choice(wordlist.PLACES) if random.random() < 0.3 else ""
        desk = self._draw("desk", 1, random)[0]
        filed = (desk, "published", moment, day.isoformat(), slug, True, moment, moment)
        origin = (SOURCE, f"{self.plan.seed}-{key}")
        batch.article.append((key, kicker, headline, standfirst, "de", place, *filed, *origin))
        self._body(batch, key, random)
        self._links(batch, key, random)

    def _body(self, batch: Batch, key: int, random: Random) -> None:
        people = self._draw("person", PEOPLE_EACH, random)
        words = self.vocabulary.draw(random, WORDS - PEOPLE_EACH * 2)
        for place, word in self._measured(key, random):
            words[place] = word
        headings = [self._phrase(random) for _ in range(SECTIONS)]
        size = len(words) // SECTIONS
        for position, (anchor, person) in enumerate(zip(anchors(headings), people, strict=True)):
            own = words[position * size : (position + 1) * size]
            name = self.names[person - 1]
            first = _sentences(own[:30], random.choice(RHYTHMS))
            second, start = _naming(own[30:], name, random)
            start += len(first) + 2  # a blank line stands between paragraphs in the plain text
            batch.section.append((key, position, anchor, headings[position], f"<p>{first}</p><p>{second}</p>"))
            batch.mention.append((key, anchor, start, start + len(name), name, person, "", "confirmed", "full", True))

    def _links(self, batch: Batch, key: int, random: Random) -> None:
        busiest = random.random() < 0.5
        tags = [1, *self._draw("tag", TAGS_EACH - 1, random)] if busiest else self._draw("tag", TAGS_EACH, random)
        batch.filing.extend((key, tag) for tag in tags)
        authors = self._draw("author", 1 if random.random() < 0.85 else 2, random)
        batch.byline.extend((key, author, position) for position, author in enumerate(authors))

    def _measured(self, key: int, random: Random) -> Iterator[tuple[int, str]]:
        """Where the measured words stand in this article: one in every 4th, the other once in a hundred."""
        if key % 4 == 0:
            yield random.randrange(1, 20), COMMON_WORD
        if (key - 1) % 100 == (key - 1) // 100 % 100:
            yield random.randrange(70, 90), RARE_WORD

    def _draw(self, kind: str, count: int, random: Random) -> list[int]:
        """So many different ids."""
        ids, cumulated = self.shares[kind]
        found = dict.fromkeys(random.choices(ids, cum_weights=cumulated, k=count))
        while len(found) < count:
            found.setdefault(random.choices(ids, cum_weights=cumulated)[0])
        return list(found)

    def _phrase(self, random: Random) -> str:
        first, second = self.vocabulary.draw_nouns(random, 2)
        return f"{first} {random.choice(JOINTS)} {second}"

    def _moment(self, day: date, random: Random) -> str:
        """Between five in the morning and nine at night, in UTC as both databases read it."""
        local = datetime.combine(day, time(5), self.zone) + timedelta(seconds=random.randrange(16 * 3600))
        return local.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def _naming(words: list[str], name: str, random: Random) -> tuple[str, int]:
    """A sentence or two with the name somewhere in it, and where the name begins."""
    words.insert(random.randrange(1, len(words)), name)
    text = _sentences(words, (len(words) // 2, len(words)))
    return text, text.index(name)


def _sentences(words: Sequence[str], lengths: Sequence[int]) -> str:
    found, start = [], 0
    for length in lengths:
        sentence = " ".join(words[start : start + length])
        if sentence:
            found.append(f"{sentence[0].upper()}{sentence[1:]}.")
        start += length
    return " ".join(found)
