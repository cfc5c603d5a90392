import pytest
from django.utils.timezone import localdate

from articles.models import Article
from articles.search.loading import all_ids, load, loaded
from articles.search.schema import NEVER
from tests.builders import NOW, build_article, build_author, build_desk, build_draft, build_mention, build_person

pytestmark = pytest.mark.django_db


def test_an_article_is_loaded_with_all_it_is_filed_under():
    desk, author, person = build_desk(), build_author(), build_person()
    article = build_article(desk=desk, authors=[author], people=[person, person], tags=["Energie"])
    build_mention(article, build_person("Karl Voss"), status="rejected")
    indexed = load([article.pk])[0]
    assert (indexed.desk_id, indexed.author_ids, indexed.person_ids) == (desk.pk, (author.pk,), (person.pk,))
    assert indexed.tag_ids == (article.filings.get().tag_id,)


def test_the_texts_are_plain_and_in_order():
    sections = [("Eins", "<p>a &amp; b</p>"), ("", "<p>c</p>")]
    article = build_article("Brücke", kicker="Verkehr", standfirst="Kurz.", dateline="Kiew", sections=sections)
    indexed = load([article.pk])[0]
    assert indexed.standfirst == "Verkehr\nKurz.\nKiew"
    assert indexed.passages == ("Eins", "a & b", "c")


def test_what_is_not_published_is_loaded_as_never_visible():
    draft = load([build_draft().pk, 10**9])[0]
    assert draft.visible_from == NEVER
    assert draft.published_on == localdate(draft.published_at) == localdate()


def test_a_withdrawn_article_keeps_its_date():
    withdrawn = load([build_article(status="withdrawn").pk])[0]
    assert (withdrawn.visible_from, withdrawn.published_on) == (NEVER, localdate(NOW))


def test_loading_takes_five_queries(django_assert_num_queries):
    ids = [build_article(tags=["Energie"]).pk for _ in range(3)]
    with django_assert_num_queries(5):
        assert len(load(ids)) == 3


def test_an_article_that_is_read_already_is_the_same():
    texts = {"kicker": "Verkehr", "sections": [("Eins", "<p>a</p>"), ("", "<p>b</p>")]}
    filed = {"authors": [build_author()], "people": [build_person()], "tags": ["Energie"], "desk": build_desk()}
    article = build_article(**texts, **filed)
    build_mention(article, build_person("Karl Voss"), status="rejected")
    assert loaded(Article.objects.for_page().get(pk=article.pk)) == load([article.pk])[0]


def test_all_ids_come_in_batches(monkeypatch):
    monkeypatch.setattr("articles.search.loading.BATCH", 2)
    ids = [build_article().pk, build_draft().pk, build_article().pk]
    assert list(all_ids()) == [ids[:2], ids[2:]]
