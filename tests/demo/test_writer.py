from collections import Counter
from functools import cache

import pytest

from articles.demo.vocabulary import COMMON_WORD, RARE_WORD
from articles.demo.writer import COLUMNS, Batch, Plan, Writer
from articles.text.markup import clean, plain_text


@cache
def written(count: int = 200, seed: int = 1) -> Batch:
    """All batches in one."""
    plan, everything = Plan(count, seed), Batch()
    writer = Writer(plan)
    for span in plan.spans():
        batch = writer.batch(span)
        for name in COLUMNS:
            getattr(everything, name).extend(getattr(batch, name))
    return everything


def column(table: str, name: str, batch: Batch | None = None) -> list:
    return [row[COLUMNS[table].index(name)] for row in getattr(batch or written(), table)]


def words_of(article: int) -> list[str]:
    bodies = [row[4] for row in written().section if row[0] == article]
    return " ".join(plain_text(body) for body in bodies).split()


def test_the_same_plan_gives_the_same_articles():
    first, again = Plan(50), Plan(50)
    assert Writer(first).batch(range(2000)) == Writer(again).batch(range(2000))


def test_another_seed_gives_other_articles():
    assert column("article", "headline") != column("article", "headline", written(seed=2))


@pytest.mark.parametrize("count", [1, 7, 200, 3_000, 250_000])
def test_every_number_is_written_once(count):
    plan = Plan(count)
    numbers = [number for span in plan.spans() for day in span for number in plan.numbers(day)]
    assert numbers == list(range(count))


def test_every_row_fits_its_columns():
    for name, columns in COLUMNS.items():
        assert {len(row) for row in getattr(written(), name)} == {len(columns)}


def test_an_article_has_260_words_in_four_sections():
    assert {len(words_of(article)) for article in range(1, 20)} == {260}
    assert set(Counter(column("section", "article_id")).values()) == {4}


def test_bodies_are_clean():
    assert all(clean(body) == body for body in column("section", "body")[:100])


def test_a_mention_is_where_it_says():
    bodies = {(row[0], row[2]): plain_text(row[4]) for row in written().section}
    for article, anchor, start, end, surface, *_ in written().mention:
        assert bodies[article, anchor][start:end] == surface


def test_each_article_has_five_tags_and_four_people():
    tags = Counter(zip(column("filing", "content_object_id"), column("filing", "tag_id"), strict=True))
    assert set(tags.values()) == {1}
    assert set(Counter(column("filing", "content_object_id")).values()) == {5}
    assert set(Counter(column("mention", "article_id")).values()) == {4}


def test_the_busiest_tag_is_on_half_of_the_articles():
    share = column("filing", "tag_id").count(1) / 200
    assert 0.4 < share < 0.6


@pytest.mark.parametrize(("word", "articles"), [(COMMON_WORD, 50), (RARE_WORD, 2)])
def test_the_measured_words_stand_in_their_share_of_articles(word, articles):
    assert len({row[0] for row in written().section if word in row[4]}) == articles


def test_addresses_are_unique_and_days_ascend():
    days = column("article", "published_on")
    assert days == sorted(days)
    assert days[0] < "1991-03" < "2025-10" < days[-1]
    assert len(set(zip(days, column("article", "slug"), strict=True))) == 200


def test_a_small_archive_has_few_people_and_tags():
    assert Plan(10).people < 100 < 30_000 == Plan(100_000).people
    assert Plan(10).tags < 100 < 8_000 == Plan(100_000).tags
