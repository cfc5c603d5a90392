"""What the archive knows of the words in the box: ids for the names behind `person:` and the like. Asks the database,
one query a kind; only what readers may know of is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import reduce
from operator import and_, or_

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Length

from articles.models import Article, Author, Desk, FormerSlug, PersonName, PersonWord, TagName, TagWord
from articles.models.desk import below, parents
from articles.search.expressions import Hint, Leaf, Named, Node, Trouble, leaves, rebuilt
from articles.search.request import QueryWords
from articles.search.suggesting import beginning_with, parts
from articles.search.synonyms import with_synonyms
from articles.text.slugs import slugify
from articles.text.sortkeys import fold, sort_key
from articles.vocabulary import MentionStatus

MOST_ROWS = 500
"""More people of one name than these are no name to ask for."""

Row = tuple[int, str, str]
"""id, slug, a folded name"""


def resolved(words: QueryWords, at: datetime) -> QueryWords:
    """The question with ids and synonyms in it, and with a hint for each name that nobody has; once is enough."""
    if not words or words.is_resolved:
        return words
    named = {leaf for part in words.parts for leaf, _ in leaves(part) if isinstance(leaf, Named)}
    known = _known(named, at)
    found = replace(words, parts=_filled(words.parts, known))
    unknown = tuple(Hint(Trouble.UNKNOWN, leaf.name, leaf.place) for leaf in named if not known[leaf])
    hints = sorted(dict.fromkeys([*words.hints, *unknown]), key=lambda hint: hint.place)
    return replace(found, parts=with_synonyms(found.parts), hints=tuple(hints), is_resolved=True)


def _filled(parts: tuple[Node, ...], known: dict[Named, frozenset[int]]) -> tuple[Node, ...]:
    def fill(leaf: Leaf) -> Node:
        return replace(leaf, ids=known[leaf]) if isinstance(leaf, Named) else leaf

    return tuple(rebuilt(part, fill) for part in parts) if known else parts


def _known(named: Iterable[Named], at: datetime) -> dict[Named, frozenset[int]]:
    known = {}
    for kind, rows_like in _ROWS.items():
        asked = [leaf for leaf in named if leaf.kind == kind]
        rows = rows_like([leaf.name for leaf in asked], at) if asked else []
        known |= {leaf: _best(leaf.name, rows) for leaf in asked}
    tree = parents() if any(leaf.kind == "desk" and ids for leaf, ids in known.items()) else {}
    return {leaf: below(ids, tree) if leaf.kind == "desk" else ids for leaf, ids in known.items()}


def _best(name: str, rows: list[Row]) -> frozenset[int]:
    """Those with exactly this name or address; else all of whose name the words are a part."""
    exact, slug = fold(name), name.strip().lower()
    found = {pk for pk, address, folded in rows if exact in {folded, fold(address)} or slug == address}
    is_open, wanted = name.endswith("*"), exact.rstrip("*").split()
    return frozenset(found or (pk for pk, _, folded in rows if _has(folded.split(), wanted, is_open)))


def _has(own: list[str], wanted: list[str], is_open: bool) -> bool:
    whole, last = (wanted[:-1], wanted[-1:]) if is_open else (wanted, [])
    return (
        bool(wanted) and set(whole) <= set(own) and all(any(word.startswith(begun) for word in own) for begun in last)
    )


def _people(names: list[str], at: datetime) -> list[Row]:
    named = {"mentions__person": OuterRef("person_id"), "mentions__status": MentionStatus.CONFIRMED}
    rows = PersonName.objects.filter(_visible(at, **named), person__is_public=True)
    return _rows(rows, "person", PersonWord.objects.all(), names)


def _tags(names: list[str], at: datetime) -> list[Row]:
    rows = TagName.objects.filter(_visible(at, filings__tag=OuterRef("tag_id")))
    return _rows(rows, "tag", TagWord.objects.all(), names)


def _desks(names: list[str], at: datetime) -> list[Row]:
    """Under the address of today and under former ones: a desk that was renamed or merged is found as before."""
    desks = Desk.objects.order_by().values_list("id", "slug", "name")
    former = FormerSlug.objects.filter(kind="desk", target_id__in=Desk.objects.order_by().values("id"))
    moved = former.order_by().annotate(name=F("slug")).values_list("target_id", "slug", "name")
    return [(pk, slug, fold(name)) for pk, slug, name in desks.union(moved, all=True).order_by()]


def _authors(names: list[str], at: datetime) -> list[Row]:
    rows = Author.objects.filter(_visible(at, bylines__author=OuterRef("pk")))
    found = rows.filter(_any(_author_like(name) for name in names)).values_list("id", "slug", "name")
    return [(pk, slug, fold(name)) for pk, slug, name in found[:MOST_ROWS]]


_ROWS: dict[str, Callable[[list[str], datetime], list[Row]]] = {
    "person": _people,
    "tag": _tags,
    "desk": _desks,
    "author": _authors,
}


def _visible(at: datetime, **linked: object) -> Exists:
    """Whoever is known from a draft only is not known."""
    return Exists(Article.objects.visible(at).filter(**linked))


def _rows(rows: QuerySet, owner: str, words: QuerySet, names: list[str]) -> list[Row]:
    """Of this address, or with words that begin so, which the tables of words know at once. The shortest first: a whole
    name is not lost behind many longer ones."""
    slugs = [name.strip().lower() for name in names]
    addressed = rows.model.objects.order_by().filter(**{f"{owner}__slug__in": slugs}).values("pk")
    worded = [beginning_with(words, typed).values("name") for name in names if (typed := parts(name.rstrip("*")))]
    found = rows.filter(pk__in=addressed.union(*worded) if worded else addressed).order_by(Length("folded"), "id")
    return list(found.values_list(f"{owner}_id", f"{owner}__slug", "folded")[:MOST_ROWS])


def _author_like(name: str) -> Q:
    """Authors keep no folded name; its words are in their sort key or, with ae for ä, in their address."""
    words = (
        Q(sort_key__contains=sort_key(word)) | Q(slug__contains=slugify(word, fallback=word)) for word in name.split()
    )
    return Q(slug=name.strip().lower()) | _all(words)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _all(conditions: Iterable[Q]) -> Q:
    return reduce(and_, conditions, Q(pk__isnull=False))
