"""Asks the judged questions in each variant and says how high the right answers stand."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from tantivy import Index, Searcher

from articles.bench.judged import Judged, judged_set, judged_texts
from articles.bench.variants import VARIANTS, Variant
from articles.search.schema import IndexedArticle
from articles.search.wording import SCHEMA
from articles.search.writing import fields_of, made

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


@dataclass(frozen=True, slots=True)
class Result:
    """Of one variant: its scores by kind of question over all texts, its score over few, bytes and µs an article."""

    name: str
    whole: Score
    kinds: Mapping[str, Score]
    few: Score
    size: float
    cost: float


def results(say: Say, variants: Sequence[Variant] = VARIANTS) -> Iterator[Result]:
    """A minute or three. Raises CannotDo where the samples are missing."""
    questions, texts = judged_set(), judged_texts()
    few = _few(questions, texts)
    built: dict[object, tuple[Searcher, Searcher, float, float]] = {}
    with TemporaryDirectory() as folder:
        for number, variant in enumerate(variants):
            say(variant.name)
            key = variant.splitting, variant.rough, bool(variant.ranking.loose), bool(variant.ranking.rough)
            if key not in built:
                whole, size, cost = _index(texts, variant, Path(folder, f"{number}"))
                built[key] = whole, _index(few, variant, Path(folder, f"{number}-few"))[0], size, cost
            yield _result(variant, questions, list(texts), built[key], few)


def score(ranks: Sequence[int]) -> Score:
    """Of the rank of each question's first right answer; 0 for none."""
    count = len(ranks) or 1
    return Score(
        sum(1 / rank for rank in ranks if rank) / count,
        sum(rank == 1 for rank in ranks) / count,
        sum(rank > 0 for rank in ranks) / count,
    )


def _result(
    variant: Variant,
    questions: Sequence[Judged],
    names: Sequence[str],
    built: tuple[Searcher, Searcher, float, float],
    few: Mapping[str, IndexedArticle],
) -> Result:
    whole, small, size, cost = built
    ranks = [_rank(whole, variant, asked, names) for asked in questions]
    kinds: dict[str, list[int]] = {}
    for asked, rank in zip(questions, ranks, strict=True):
        kinds.setdefault(asked.kind, []).append(rank)
    of_few = [_rank(small, variant, asked, names) for asked in questions if _is_for_few(asked, few)]
    return Result(variant.name, score(ranks), {k: score(v) for k, v in kinds.items()}, score(of_few), size, cost)


def _rank(searcher: Searcher, variant: Variant, asked: Judged, names: Sequence[str]) -> int:
    """Equally good answers stand in the order of their numbers, so that every run finds the same."""
    hits = searcher.search(variant.query(asked.question), limit=2 * BEST).hits
    numbers = searcher.fast_field_values("id", [place for _score, place in hits])
    best = sorted(zip((-float(of) for of, _place in hits), numbers, strict=True))[:BEST]
    return next((rank for rank, (_, number) in enumerate(best, 1) if names[number - 1] in asked.right), 0)


def _is_for_few(asked: Judged, few: Mapping[str, IndexedArticle]) -> bool:
    return asked.kind == "question" and not asked.right.isdisjoint(few)


def _few(questions: Sequence[Judged], texts: Mapping[str, IndexedArticle]) -> dict[str, IndexedArticle]:
    """The sections that answer a question in a sentence, and others to fill up, without telling headlines."""
    sections = [name for name in texts if "#" in name]
    right = {name for asked in questions if asked.kind == "question" for name in asked.right if "#" in name}
    others = random.Random(240).sample([name for name in sections if name not in right], max(0, FEW - len(right)))
    return {name: _untitled(texts[name]) for name in sections if name in right.union(others)}


def _untitled(article: IndexedArticle) -> IndexedArticle:
    return replace(article, headline="", passages=(article.headline, *article.passages))


def _index(texts: Mapping[str, IndexedArticle], variant: Variant, folder: Path) -> tuple[Searcher, float, float]:
    """Also bytes on disk, and microseconds of work on the text, for each article."""
    folder.mkdir()
    index = Index(SCHEMA, path=str(folder))
    start = process_time()
    fields = [variant.indexed(fields_of(article, variant.splitting)) for article in texts.values()]
    seconds = process_time() - start
    with _writer(index) as writer:
        for each in fields:
            writer.add_document(made(each))
    index.reload()
    size = sum(path.stat().st_size for path in folder.iterdir())
    return index.searcher(), size / len(texts), seconds * 1e6 / len(texts)


@contextmanager
def _writer(index: Index) -> Iterator:
    """One thread and one segment: the same scores in every run."""
    writer = index.writer(MEMORY, 1)
    yield writer
    writer.commit()
    writer.wait_merging_threads()
