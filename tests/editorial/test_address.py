"""Addresses: allotted with the date, fixed at first visibility, redirected for ever after."""

from datetime import date, timedelta

import pytest

from articles.editorial.address import allot_address
from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.models import Article, FormerAddress
from tests.builders import NOW, build_article, build_draft

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def rename(article, headline, at):
    Article.objects.filter(pk=article.pk).update(headline=headline)
    save_change(article, editor=None, at=at)
    return Article.objects.get(pk=article.pk)


def test_the_day_is_the_local_one():
    late = NOW.replace(hour=23, minute=30)
    assert publish(build_draft(), editor=None, at=late).published_on == date(2024, 11, 6)


def test_homonyms_of_a_day_get_a_number():
    publish(build_draft("Wetter"), editor=None, at=NOW)
    assert publish(build_draft("Wetter"), editor=None, at=NOW).slug == "wetter-2"


def test_the_slug_follows_the_headline_until_first_visibility():
    article = publish(build_draft("Erster Titel"), editor=None, at=NOW, when=NOW + DAY)
    assert rename(article, "Zweiter Titel", NOW).slug == "zweiter-titel"
    assert not FormerAddress.objects.exists()


def test_the_slug_stays_after_first_visibility():
    article = publish(build_draft("Erster Titel"), editor=None, at=NOW)
    assert rename(article, "Zweiter Titel", NOW + DAY).slug == "erster-titel"


def test_a_wished_slug_leaves_a_redirect():
    article = build_article(slug="alt", address_fixed=True)
    allot_address(article, wish="Neu & gut")
    assert article.slug == "neu-gut"
    assert FormerAddress.objects.get().slug == "alt"


def test_a_moved_date_leaves_a_redirect_even_if_it_moves_ahead():
    article = publish(build_draft("Titel"), editor=None, at=NOW)
    Article.objects.filter(pk=article.pk).update(published_at=NOW + 2 * DAY)
    save_change(article, editor=None, at=NOW + timedelta(minutes=5))
    assert FormerAddress.objects.get().published_on == NOW.date()


def test_an_address_once_public_is_never_given_to_another():
    FormerAddress.objects.create(article=build_article(), published_on=NOW.date(), slug="wetter")
    assert publish(build_draft("Wetter"), editor=None, at=NOW).slug == "wetter-2"


def test_an_article_may_return_to_its_own_former_address():
    article = build_article(slug="alt", address_fixed=True)
    allot_address(article, wish="neu")
    article.save()
    allot_address(article, wish="alt")
    assert article.slug == "alt"
    assert [former.slug for former in FormerAddress.objects.all()] == ["neu"]


def test_the_address_of_a_deleted_article_stays_taken():
    article = build_article()
    FormerAddress.objects.create(article=article, published_on=NOW.date(), slug="wetter")
    article.delete()
    assert publish(build_draft("Wetter"), editor=None, at=NOW).slug == "wetter-2"
