import pickle
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from articles.search.schema import IndexedArticle
from articles.search.writing import ID_BITS, fields_of, newest

MOMENT = datetime(2024, 11, 5, 12, tzinfo=UTC)
ARTICLE = IndexedArticle(1, MOMENT, MOMENT, date(2024, 11, 5), "de", "Brücke")


def published(year, article_id=1):
    return newest(replace(ARTICLE, id=article_id, published_at=datetime(year, 1, 1, tzinfo=UTC)))


def test_the_later_and_then_the_greater_id_is_the_newer():
    assert published(1890) < published(1969) < published(1970) < published(1970, 2) < published(2024)


@pytest.mark.parametrize("year", [1, 9999])
def test_the_key_fits_for_any_year(year):
    assert -(2**63) <= published(year, 2**ID_BITS - 1) < 2**63


def test_another_process_can_do_the_work_on_the_text():
    fields = fields_of(replace(ARTICLE, tag_ids=(3, 4), passages=("Die Brücken", "Ende")))
    assert pickle.loads(pickle.dumps(fields)) == fields
    assert (fields["headline"], fields["body"], fields["tag"]) == (["bruck"], ["die bruck", "end"], (3, 4))
