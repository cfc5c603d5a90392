"""Asks the judged questions in each variant and says how high the right answers stand."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from tantivy import Index, Searcher

from articles.bench.judged import FRESH, Judged, judged_set, judged_texts
from articles.bench.variants import VARIANTS, Variant
from articles.search.schema import FRESHNESS, IndexedArticle
from articles.search.wording import SCHEMA
from articles.search.writing import Fields, fields_of, made

BEST = 10
FEW = 240
MEMORY = 100_000_000

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Score:
    """Of many questions: the mean of 1/rank of the first right answer among ten (0 where there is none), and the
    shares with a right one first, and among ten."""

    mrr: float
    first: float
    among: float


@dataclass(frozen=True)
class Pool:
    """Texts that are searched together, as one archive, and the questions to it."""

    name: str
    texts: Mapping[str, IndexedArticle]
    questions: Sequence[Judged]


@dataclass(frozen=True, slots=True)
class Result:
    """Of one variant: its score over both archives and in each pool; bytes and microseconds an article."""

    name: str
    whole: Score
    pools: Mapping[str, Score]
    size: float
    cost: float


class Built(NamedTuple):
    """An index: bytes on disk, and microseconds of work on the texts."""

    searcher: Searcher
    size: int
    cost: float


def pools() -> list[Pool]:
    """The demo archive, the encyclopedia, a few passages of it, as few as a test has, and as many others for the fresh
    questions. Raises CannotDo where the samples are missing."""
    questions, texts, fresh = judged_set(), judged_texts(), judged_set(FRESH)
    sections = {name: article for name, article in texts.items() if "#" in name}
    demo = {name: article for name, article in texts.items() if "#" not in name}
    asked = [each for each in questions if each.kind == "question" and not each.right.isdisjoint(sections)]
    whole = [Pool(name, of, _answered(questions, of)) for name, of in (("demo", demo), ("sections", sections))]
    few = {name: _untitled(article) for name, article in _few(asked, sections).items()}
    bare = {name: replace(article, headline="") for name, article in _few(fresh, sections).items()}
    return [*whole, Pool("few", few, asked), Pool("fresh", bare, fresh)]


def results(say: Say, variants: Sequence[Variant] = VARIANTS) -> Iterator[Result]:
    """A minute or three. Raises CannotDo where the samples are missing."""
    searched, built = pools(), dict[object, list[Built]]()
    with TemporaryDirectory() as folder:
        for number, variant in enumerate(variants):
            say(variant.name)
            key = variant.splitting, variant.rough, bool(variant.ranking.loose), bool(variant.ranking.rough)
            if key not in built:
                built[key] = [build(pool.texts, variant, Path(folder, f"{number}-{pool.name}")) for pool in searched]
            yield _result(variant, searched, built[key])


def score(ranks: Sequence[int]) -> Score:
    """Of the rank of each question's first right answer; 0 for none."""
    count = len(ranks) or 1
    return Score(
        sum(1 / rank for rank in ranks if rank) / count,
        sum(rank == 1 for rank in ranks) / count,
        sum(rank > 0 for rank in ranks) / count,
    )


def _result(variant: Variant, searched: Sequence[Pool], indexes: Sequence[Built]) -> Result:
    ranks = {pool.name: ranks_of(variant, pool, index.searcher) for pool, index in zip(searched, indexes, strict=True)}
    size, cost = (sum(getattr(index, name) for index in indexes[:2]) for name in ("size", "cost"))
    count = sum(len(pool.texts) for pool in searched[:2])
    scores = {name: score(of) for name, of in ranks.items()}
    return Result(variant.name, score([*ranks["demo"], *ranks["sections"]]), scores, size / count, cost / count)


def ranks_of(variant: Variant, pool: Pool, searcher: Searcher) -> list[int]:
    names = {article.id: name for name, article in pool.texts.items()}
    return [_rank(searcher, variant, asked, names) for asked in pool.questions]


def _rank(searcher: Searcher, variant: Variant, asked: Judged, names: Mapping[int, str]) -> int:
    """Equally good answers stand in the order of their numbers, so that every run finds the same."""
    by = {"weight_by_field": FRESHNESS} if variant.by_time else {}
    hits = searcher.search(variant.query(asked.question), limit=2 * BEST, **by).hits
    numbers = searcher.fast_field_values("id", [place for _score, place in hits])
    best = sorted(zip((-float(of) for of, _place in hits), numbers, strict=True))[:BEST]
    return next((rank for rank, (_, number) in enumerate(best, 1) if names[number] in asked.right), 0)


def _answered(questions: Sequence[Judged], texts: Mapping[str, IndexedArticle]) -> list[Judged]:
    return [asked for asked in questions if not asked.right.isdisjoint(texts)]


def _few(questions: Sequence[Judged], sections: Mapping[str, IndexedArticle]) -> dict[str, IndexedArticle]:
    """The sections that answer a question, and others to fill up."""
    right = {name for asked in questions for name in asked.right}
    others = random.Random(FEW).sample([name for name in sections if name not in right], max(0, FEW - len(right)))
    return {name: sections[name] for name in sections if name in right.union(others)}


def _untitled(article: IndexedArticle) -> IndexedArticle:
    return replace(article, headline="", passages=(article.headline, *article.passages))


def build(texts: Mapping[str, IndexedArticle], variant: Variant, folder: Path) -> Built:
    folder.mkdir()
    index = Index(SCHEMA, path=str(folder))
    _fields(texts, variant)  # words that are seen for the first time take longer; in a large archive few are
    start = process_time()
    fields = _fields(texts, variant)
    cost = process_time() - start
    with _writer(index) as writer:
        for each in fields:
            writer.add_document(made(each))
    index.reload()
    return Built(index.searcher(), sum(path.stat().st_size for path in folder.iterdir()), cost * 1e6)


def _fields(texts: Mapping[str, IndexedArticle], variant: Variant) -> list[Fields]:
    return [variant.indexed(fields_of(article, variant.splitting)) for article in texts.values()]


@contextmanager
def _writer(index: Index) -> Iterator:
    """One thread and one segment: the same scores in every run."""
    writer = index.writer(MEMORY, 1)
    yield writer
    writer.commit()
    writer.wait_merging_threads()
