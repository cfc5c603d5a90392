"""The judged set: questions with their right answers, and the texts that are searched for them, as articles.
The texts are the demo's own and the sections of an encyclopedia for children among the samples beside the project."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from articles.demo.archive import HERE, text_of
from articles.errors import CannotDo
from articles.search.schema import IndexedArticle
from articles.text.markup import plain_text

SET = Path(__file__).with_name("judged.tsv")
FRESH = Path(__file__).with_name("fresh.tsv")
"""Questions on which no figure of the ranking was ever chosen; keep it so."""
SHORTEST = 150
"""Letters; a section of fewer is a heading with nothing to it."""
_HEADING = re.compile(r"^=+ *(.*?)[ =]*$", re.MULTILINE)
LAST_DAY, YEARS = datetime(2024, 11, 5, tzinfo=UTC), 30


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and the names of the texts that answer it: a demo file, or file#heading of a sample."""

    kind: str
    question: str
    right: frozenset[str]


def judged_set(file: Path = SET) -> list[Judged]:
    lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Judged(kind, question, frozenset(right.split(" | "))) for kind, question, right in lines]


def judged_texts() -> dict[str, IndexedArticle]:
    """By name, numbered from 1. Raises CannotDo where the samples are missing."""
    found = dict((*_demo(), *_sections(samples())))
    chance = random.Random(YEARS)
    return {name: _dated(article, number, chance) for number, (name, article) in enumerate(found.items(), 1)}


def samples() -> Path:
    """The folder of the encyclopedia. Raises CannotDo, saying how to name it."""
    root = settings.BASE_DIR / os.environ.get("NEWSROOM_SAMPLES", "../shared")
    folder = root.resolve() / "samples" / "klexikon"
    if not folder.is_dir():
        raise CannotDo(f"No sample texts at {folder}: set NEWSROOM_SAMPLES to the folder that holds samples/klexikon.")
    return folder


def _demo() -> Iterator[tuple[str, IndexedArticle]]:
    for path in sorted((HERE / "texts").glob("*.txt")):
        record = text_of(path.stem)
        passages = [text for part in record.sections for text in (part.heading, plain_text(part.body)) if text]
        opening = "\n".join(filter(None, (record.kicker, record.standfirst)))
        yield path.name, _article(record.headline, *passages, standfirst=opening, language=record.language)


def _sections(folder: Path) -> Iterator[tuple[str, IndexedArticle]]:
    """Each with the title and its own heading as the headline, as an archive would have it."""
    for path in sorted(folder.glob("*.txt")):
        title = path.stem.replace("_", " ")
        headings = ["", *_HEADING.findall(text := path.read_text(encoding="utf-8"))]
        for heading, body in zip(headings, _HEADING.split(text)[::2], strict=True):
            if len(body.strip()) > SHORTEST:
                yield f"{path.stem}#{heading}", _article(": ".join(filter(None, (title, heading))), body.strip())


def _article(headline: str, *passages: str, standfirst: str = "", language: str = "de") -> IndexedArticle:
    moments = (LAST_DAY, LAST_DAY, LAST_DAY.date())
    return IndexedArticle(0, *moments, language, headline, standfirst, passages)


def _dated(article: IndexedArticle, number: int, chance: random.Random) -> IndexedArticle:
    """Some day in thirty years, at random: what time counts for in the ranking can only do harm here."""
    return replace(article, id=number, published_at=LAST_DAY - timedelta(days=chance.randrange(YEARS * 365)))
