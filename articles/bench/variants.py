"""The ways of searching that are compared: what is indexed, what weighs how much, how many words must occur.
The archive's own way is the first; each other differs from it in one thing, or is simpler than it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tantivy import Occur, Query

from articles.search.request import QueryWords
from articles.search.schema import RANKING, Ranking
from articles.search.wording import SCHEMA, hints, sought
from articles.search.writing import Fields
from articles.text.analysis import bare_terms
from articles.text.compounds import SPLITTING, Splitting

Ask = Callable[[str, Ranking], Query]
GRAM = 4


@dataclass(frozen=True)
class Variant:
    name: str
    ranking: Ranking = RANKING
    splitting: Splitting = SPLITTING
    least: Callable[[QueryWords], int] = lambda words: words.least
    by_time: bool = True
    ask: Ask | None = None  # instead of the archive's own way
    rough: Callable[[str], list[str]] | None = None  # what stands in the rough field instead of beginnings

    def query(self, question: str) -> Query:
        if self.ask:
            return self.ask(question, self.ranking)
        words = QueryWords.parse(question)
        wanted = [(Occur.Should, sought(unit, self.ranking)) for unit in words.required]
        found = Query.boolean_query(wanted, minimum_number_should_match=self.least(words))
        helping = hints(words.required, self.ranking)
        return Query.boolean_query([(Occur.Must, found), *((Occur.Should, hint) for hint in helping)])

    def indexed(self, fields: Fields) -> Fields:
        """The fields as this variant has them; a field that counts for nothing is not there."""
        if self.rough:
            fields = {**fields, "rough": [" ".join(self.rough(" ".join(map(str, fields["body"]))))]}
        left_out = {name for name in ("loose", "rough") if not getattr(self.ranking, name)}
        return {name: values for name, values in fields.items() if name not in left_out}


def plain(question: str, _ranking: Ranking) -> Query:
    """BM25 over the stems of every word, nothing else."""
    stems = bare_terms(question, "de").stems
    terms = [Query.term_query(SCHEMA, field, stem) for stem in stems for field in ("headline", "standfirst", "body")]
    return Query.boolean_query([(Occur.Should, term) for term in terms])


def grams(stems: str) -> list[str]:
    """Every four letters of each stem, its edges marked."""
    edged = [f"_{stem}_" for stem in stems.split()]
    return [word[place : place + GRAM] for word in edged for place in range(len(word) - GRAM + 1)]


def by_grams(question: str, ranking: Ranking) -> Query:
    words = QueryWords.parse(question)
    found = Variant("", replace(ranking, rough=0.0)).query(question)
    stems = " ".join(word.stems[0] for unit in words.required for word in unit.words)
    pieces = sorted(set(grams(stems))) if len(words.required) > 2 else []
    alike = [Query.boost_query(Query.term_query(SCHEMA, "rough", gram), 0.2) for gram in pieces]
    return Query.boolean_query([(Occur.Must, found), *((Occur.Should, query) for query in alike)])


def _share(share: float) -> Callable[[QueryWords], int]:
    """At least this share of more than two words, rounded up."""

    def least(words: QueryWords) -> int:
        count = len(words.required)
        return count if count < 3 else -int(-count * share // 1)

    return least


STEMS_ONLY = replace(RANKING, loose=0.0, lemma=0.0, part=0.0, rough=0.0)
WITHOUT_ROUGH = replace(RANKING, part=0.0, rough=0.0)

VARIANTS = (
    Variant("the archive's own"),
    Variant("plain BM25 + stem", STEMS_ONLY, by_time=False, ask=plain),
    Variant("stems, without stop words", STEMS_ONLY),
    Variant("+ lemmas and compound parts", WITHOUT_ROUGH),
    Variant("+ parts of the question's compounds", replace(RANKING, rough=0.0)),
    Variant("4-grams at 0.2 instead of beginnings", ask=by_grams, rough=grams),
    Variant("beginnings at 0.4", replace(RANKING, rough=0.4)),
    Variant("beginnings at 1.0", replace(RANKING, rough=1.0)),
    Variant("headline × 1", replace(RANKING, headline=1.0)),
    Variant("headline × 3", replace(RANKING, headline=3.0)),
    Variant("lemmas and parts × 0.3", replace(RANKING, loose=0.3)),
    Variant("lemmas and parts × 0.7", replace(RANKING, loose=0.7)),
    Variant("one word must occur", least=lambda words: 1),
    Variant("half of the words must occur", least=_share(1 / 2)),
    Variant("two thirds of the words must occur", least=_share(2 / 3)),
    Variant("time does not count", by_time=False),
    Variant("compounds cut at 0.5", splitting=Splitting(0.5, 0.7, 0.3)),
    Variant("compounds cut at 0.8", splitting=Splitting(0.8, 0.9, 0.6)),
)
