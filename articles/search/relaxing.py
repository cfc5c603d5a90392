"""What is shown where a question finds nothing: the same in another spelling, then with less of it required, step by
step. What was done is said with the hits; the filters are never dropped unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from articles.search.engine import engine
from articles.search.expressions import All, Dated, Leaf, Named, Node, Not, Term, leaves, rebuilt
from articles.search.grammar import unit_of
from articles.search.request import QueryWords, SearchRequest
from articles.search.results import Found, Relaxed, Suggestion
from articles.search.spelling import RARE, corrected
from articles.text.analysis import surfaces

CLEARLY_MORE = 10
FEWEST_SUGGESTED = 3

Ask = Callable[[SearchRequest], Found]
Resolve = Callable[[SearchRequest], SearchRequest]


def helped(
    request: SearchRequest, found: Found, at: datetime, hidden: frozenset[int], ask: Ask, resolve: Resolve
) -> Found:
    """`found` with a suggestion, or the hits of the first step that has any. Where there are hits enough, nothing is
    asked."""
    if not request.query or found.count >= RARE:
        return found
    text = corrected(request, at, hidden)
    spelled = resolve(request.reworded(text)) if text else None
    if found.count:
        return replace(found, suggestion=_suggestion(spelled, found.count, at, hidden))
    if spelled and (better := ask(spelled)).count:
        return replace(better, relaxed=Relaxed.SPELLING)
    return _relaxed(spelled or request, found, at, hidden, ask)


def _suggestion(spelled: SearchRequest | None, count: int, at: datetime, hidden: frozenset[int]) -> Suggestion | None:
    if not spelled:
        return None
    more = engine().count({0: spelled}, at, hidden)[0]
    return Suggestion(spelled.words, more) if more >= max(FEWEST_SUGGESTED, count * CLEARLY_MORE) else None


def _relaxed(request: SearchRequest, found: Found, at: datetime, hidden: frozenset[int], ask: Ask) -> Found:
    steps = list(relaxations(request.query))
    questions = {number: replace(request, query=words) for number, (_, words) in enumerate(steps)}
    whole = request.without_filters()
    counts = engine().count({**questions, -1: whole} if whole != request else questions, at, hidden)
    for number, (step, _) in enumerate(steps):
        if counts[number]:
            return replace(ask(questions[number]), relaxed=step, unfiltered=counts.get(-1, 0))
    return replace(found, unfiltered=counts.get(-1, 0))


def relaxations(words: QueryWords) -> Iterator[tuple[Relaxed, QueryWords]]:
    """The steps that make a difference to this question, each with the question it makes."""
    kept = tuple(part for part in words.parts if isinstance(part, Not | Named | Dated))
    terms = tuple(term for part in words.parts for term in _terms(part))
    asked = replace(words, text=" ".join(term.text for term in terms))
    phrases = [leaf for part in words.parts for leaf, wanted in leaves(part) if wanted and _is_phrase(leaf)]
    if phrases:
        yield Relaxed.PHRASES, replace(asked, parts=tuple(_opened(part) for part in words.parts), enough=0)
    loose = replace(asked, parts=(*terms, *kept), enough=0)
    count = len(loose.bare)
    if count > 2 and (words.is_strict or phrases or words.bare != loose.bare):
        yield Relaxed.MOST, replace(loose, enough=-(-2 * count // 3))
    if count > 1:
        yield Relaxed.ANY, replace(loose, enough=1)


def _is_phrase(leaf: Leaf) -> bool:
    return isinstance(leaf, Term) and leaf.is_phrase and len(leaf.unit.words) > 1


def _opened(part: Node) -> Node:
    """With the words of its phrases on their own."""
    return part if isinstance(part, Not) else rebuilt(part, lambda leaf: _together(leaf) if _is_phrase(leaf) else leaf)


def _together(leaf: Leaf) -> Node:
    return All(tuple(_words(leaf))) if isinstance(leaf, Term) else leaf


def _words(term: Term) -> Iterator[Term]:
    for word in surfaces(term.text):
        yield Term(unit_of(word), word, term.place, field=term.field)


def _terms(part: Node) -> Iterator[Term]:
    """All that is wanted in it, as bare words."""
    for leaf, wanted in leaves(part):
        if wanted and isinstance(leaf, Term):
            yield from (replace(word, field="") for word in (_words(leaf) if leaf.is_phrase else [leaf]))
