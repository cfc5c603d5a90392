"""A chosen address: for what has one, and the old one redirects."""

import pytest

from articles.editorial.readdress import readdress
from articles.errors import CannotDo, NotAllowed
from articles.models import Article, FormerAddress, LogLine
from tests.builders import NOW, build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db


def test_the_new_address_is_slugified_and_the_old_one_kept():
    article = readdress(build_article(slug="alt"), "Größer & neu", editor=None, at=NOW)
    assert Article.objects.get(pk=article.pk).slug == "groesser-neu"
    assert FormerAddress.objects.get().slug == "alt"


def test_the_log_says_so():
    readdress(build_article(slug="alt"), "neu", editor=build_editor(), at=NOW)
    assert LogLine.objects.get().reason == "alt → neu"


def test_the_same_address_changes_nothing():
    readdress(build_article(slug="alt"), "alt", editor=None, at=NOW)
    assert not LogLine.objects.exists()
    assert not FormerAddress.objects.exists()


def test_a_draft_has_no_address_to_change():
    with pytest.raises(CannotDo):
        readdress(build_draft(), "neu", editor=None, at=NOW)


def test_an_empty_wish_is_refused():
    with pytest.raises(CannotDo):
        readdress(build_article(), " ", editor=None, at=NOW)


def test_it_needs_the_permission():
    with pytest.raises(NotAllowed):
        readdress(build_article(), "neu", editor=build_editor(superuser=False), at=NOW)
