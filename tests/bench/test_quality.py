from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from articles.bench.judged import Judged
from articles.bench.quality import Pool, Result, Score, build, ranks_of, score
from articles.bench.quality_table import quality_table
from articles.bench.variants import VARIANTS, grams
from articles.search.request import SearchRequest
from articles.search.schema import RANKING, IndexedArticle
from articles.search.terms import query_for
from articles.text.compounds import SPLITTING

AT = datetime(2024, 11, 5, tzinfo=UTC)
ARTICLE = IndexedArticle(0, AT, AT, AT.date(), "de", "Meldung")
TEXTS = {
    "bridge": replace(ARTICLE, id=1, passages=("Die Brücke ist gesperrt, ein Pfeiler hat einen Riss.",)),
    "wolf": replace(ARTICLE, id=2, passages=("Ein Wolf läuft durch den Wald bei Kaltenbuch.",)),
}
POOL = Pool("demo", TEXTS, [Judged("question", "Warum ist die Brücke zu?", frozenset({"bridge"}))])


def test_the_score_counts_from_the_rank_of_the_first_right_answer():
    assert score([1, 2, 0, 4]) == Score(mrr=(1 + 1 / 2 + 1 / 4) / 4, first=1 / 4, among=3 / 4)


def test_of_no_questions_the_score_is_zero():
    assert score([]) == Score(0, 0, 0)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_every_variant_finds_the_plain_answer(variant, tmp_path):
    index = build(TEXTS, variant, tmp_path / "index")
    assert ranks_of(variant, POOL, index.searcher) == [1]
    assert index.size > 0


def test_the_first_variant_is_the_search_of_the_archive(tmp_path):
    own = VARIANTS[0]
    assert (own.ranking, own.splitting, own.by_time) == (RANKING, SPLITTING, True)
    searcher = build(TEXTS, own, tmp_path / "index").searcher
    for question in ("Warum ist die Brücke zu?", "Wolf Brücke", "Wolf Kaltenbuch Riss"):
        ours, theirs = own.query(question), query_for(SearchRequest(question), AT, frozenset())
        found = [[round(mark, 4) for mark, _ in searcher.search(query).hits] for query in (ours, theirs)]
        assert found[0] == found[1]


def test_grams_know_where_a_stem_begins_and_ends():
    assert grams("wolf") == ["_wol", "wolf", "olf_"]


def test_a_variant_is_a_row_of_the_table():
    half = Score(0.5, 0.25, 1)
    text = quality_table([Result("own", half, {"demo": half}, 1234.4, 56.6)], day=date(2024, 11, 5))
    assert text.splitlines()[-1] == "| own | 0.500 | 0.250 | 1.000 | 0.500 | 1,234 | 57 |"
