"""Writes the embedded index: articles as documents of finished terms, in one writer for each batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from tantivy import Document, Index, IndexWriter

from articles.search.engine import Writer
from articles.search.generations import writing_clearly
from articles.search.schema import (
    FRESHNESS,
    LOOSE,
    NEVER,
    ROUGH,
    IndexedArticle,
    freshness,
    microseconds,
    year_month_day,
)
from articles.search.terms import any_of
from articles.search.wording import UNPUBLISHED
from articles.text.analysis import joined
from articles.text.compounds import SPLITTING, Splitting

ID_BITS = 29
FARTHEST = 2 ** (63 - ID_BITS)

Fields = Mapping[str, Sequence[int] | Sequence[float] | Sequence[str]]
"""What a document holds, by field: plain values, which any process may make."""


@contextmanager
def writing(index: Index, memory: int, threads: int) -> Iterator[Writer]:
    """Merging is waited for: a writer that is dropped breaks its merges off, and the pieces would only grow."""
    with writing_clearly():
        writer = index.writer(memory, threads)
    try:
        yield _Writer(writer)
    except BaseException:
        with suppress(ValueError, OSError):  # the first error is the one to tell
            writer.rollback()
        raise
    finally:
        with writing_clearly():
            writer.wait_merging_threads()


class _Writer(Writer):
    def __init__(self, writer: IndexWriter):
        self._writer = writer

    def put(self, articles: Iterable[IndexedArticle]) -> None:
        self.put_prepared(map(fields_of, articles))

    def put_prepared(self, articles: Iterable[Fields]) -> None:
        with writing_clearly():
            for fields in articles:
                self._writer.add_document(made(fields))

    def remove(self, article_ids: Sequence[int]) -> None:
        with writing_clearly():
            self._writer.delete_documents_by_query(any_of("id", article_ids))

    def commit(self) -> None:
        with writing_clearly():
            self._writer.commit()


def made(fields: Fields) -> Document:
    document = Document()
    for name, values in fields.items():
        for value in values:
            if isinstance(value, int):
                document.add_integer(name, value)
            elif isinstance(value, float):
                document.add_float(name, value)
            else:
                document.add_text(name, value)
    return document


def fields_of(article: IndexedArticle, splitting: Splitting = SPLITTING) -> Fields:
    """All the work on an article's text, as plain values that another process may have made."""
    return {**_numbers(article), **_filed(article), "language": [article.language], **_terms(article, splitting)}


def newest(article: IndexedArticle) -> int:
    """The sort key: the second of publication (years 1426 to 2514, others at the edge), then the id."""
    seconds = microseconds(article.published_at) // 1_000_000
    return min(max(seconds, -FARTHEST), FARTHEST - 1) * 2**ID_BITS + article.id % 2**ID_BITS


def _numbers(article: IndexedArticle) -> Fields:
    day = year_month_day(article.published_on)
    return {
        "id": [article.id],
        "visible_from": [microseconds(article.visible_from)],
        UNPUBLISHED: [1] if article.visible_from >= NEVER else [],
        "newest": [newest(article)],
        FRESHNESS: [freshness(article.published_at)],
        "stamp": [article.stamp],
        "year": [day // 10_000],
        "month": [day // 100],
        "day": [day],
    }


def _filed(article: IndexedArticle) -> Fields:
    desks = (article.desk_id,) if article.desk_id else ()
    return {"desk": desks, "tag": article.tag_ids, "person": article.person_ids, "author": article.author_ids}


def _terms(article: IndexedArticle, splitting: Splitting) -> Fields:
    """Finished terms, joined by blanks: the engine only splits them again. Each text is a value of its own, so that
    no phrase runs from one into the next."""
    written: dict[str, list[str]] = {name: [] for name in (*article.texts, LOOSE, ROUGH)}
    for name, texts in article.texts.items():
        for text in texts:
            stems, others, rough = joined(text, article.language, splitting)
            written[name].append(stems)
            written[LOOSE].append(others)
            written[ROUGH].append(rough)
    return dict(written)
