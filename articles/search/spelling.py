"""What a question was probably meant to be: for a word that hardly occurs, one that looks like it and occurs far more.
Only words that stand in visible articles are ever offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

from articles.models import Article
from articles.search.engine import engine
from articles.search.expressions import Term, leaves
from articles.search.grammar import unit_of
from articles.search.request import QueryWords, SearchRequest
from articles.text.analysis import bare_terms, surfaces
from articles.text.distance import SHORTEST_CORRECTED, distance, farthest

RARE = 10
"""A word in fewer articles than these may be misspelled."""
FAR_MORE = 10
"""So many times as often must a correction occur."""
MOST_CORRECTED = 2
ARTICLES_READ = 8
CANDIDATES = 3
FURTHER_IS_RARER = 20


def corrected(request: SearchRequest, at: datetime, hidden: frozenset[int]) -> str | None:
    """The text of the box with its rare words put right; None where there is nothing to put right."""
    terms = list(islice(_doubtful(request.query), MOST_CORRECTED * 4))
    rare = sorted(_counted(terms, at, hidden).items(), key=lambda pair: pair[1])[:MOST_CORRECTED]
    better = _better({term: count for term, count in rare if count < RARE}, at, hidden)
    return _put(request.words, better) if better else None


def _doubtful(words: QueryWords) -> Iterator[Term]:
    """Words that were typed as they are and that the archive knows under no name."""
    for leaf, wanted in (pair for part in words.parts for pair in leaves(part)):
        if wanted and isinstance(leaf, Term) and leaf.is_bare and not (leaf.unit.prefix or leaf.synonyms or leaf.filed):
            word = "".join(surfaces(leaf.text))
            if len(leaf.unit.words) == 1 and len(word) >= SHORTEST_CORRECTED and word.isalpha():
                yield leaf


def _counted(terms: Iterable[Term], at: datetime, hidden: frozenset[int]) -> dict[Term, int]:
    """How many articles have each of the words, whatever else is asked."""
    numbered = dict(enumerate(terms))
    alone = {number: SearchRequest(query=QueryWords((term,))) for number, term in numbered.items()}
    counts = engine().count(alone, at, hidden) if alone else {}
    return {term: counts[number] for number, term in numbered.items()}


def _better(rare: Mapping[Term, int], at: datetime, hidden: frozenset[int]) -> dict[Term, str]:
    """For each rare word the near one that occurs far more often, as it is written in an article."""
    near = {term: _near(term, at, hidden) for term in rare}
    counts = _counted(dict.fromkeys(word for words in near.values() for word in words), at, hidden)
    better = {}
    for term, words in near.items():
        frequent = [word for word in words if counts[word] >= max(1, rare[term] * FAR_MORE)]
        if frequent:
            better[term] = max(frequent, key=lambda word: counts[word] / FURTHER_IS_RARER ** words[word]).text
    return better


def _near(term: Term, at: datetime, hidden: frozenset[int]) -> dict[Term, int]:
    """Words that look like the term and how far they are: the nearest, then those in most of the articles read."""
    ids = engine().near(set(term.unit.words[0].stems), at, ARTICLES_READ, hidden)
    typed = bare_terms(term.text, "")[0][0]
    far: dict[str, int] = {}
    seen = Counter[str]()
    for article in Article.objects.visible(at).filter(pk__in=ids).prefetch_related("sections"):
        for word, written in _words_of(article).items():
            changes = distance(typed, word, farthest(typed))
            if changes:
                far[written] = changes
                seen[written] += 1
    nearest = sorted(far, key=lambda word: (far[word], -seen[word], word))[:CANDIDATES]
    return {Term(unit_of(word), word): far[word] for word in nearest}


def _words_of(article: Article) -> dict[str, str]:
    """Each word once: as it is compared, and as it is written."""
    texts = (article.headline, article.standfirst, *(section.plain for section in article.sections.all()))
    text = "\n".join(texts)
    return dict(zip(bare_terms(text, "")[0], surfaces(text), strict=True))


def _put(typed: str, words: Mapping[Term, str]) -> str:
    for term, word in sorted(words.items(), key=lambda pair: -pair[0].place):
        typed = typed[: term.place] + word + typed[term.place + len(term.text) :]
    return typed
