"""What the share picture of an article says, and its address."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from articles.sharing import share_picture_url, share_text
from tests.builders import build_article, build_desk, build_draft

pytestmark = pytest.mark.django_db
DAY = datetime(2024, 11, 5, 12, tzinfo=UTC)


def build(**values):
    return build_article("Brücke gesperrt", published_at=DAY, slug="bruecke", desk=build_desk("Lokales"), **values)


def test_it_says_paper_kicker_headline_date_and_desk(settings):
    settings.PAPER_NAME = "Velmer Bote"
    text = share_text(build(kicker="Velmebrücke"))
    assert (text.paper, text.kicker, text.headline) == ("Velmer Bote", "Velmebrücke", "Brücke gesperrt")
    assert text.foot == "5. November 2024 · Lokales"


def test_without_a_kicker_the_desk_stands_there_once():
    text = share_text(build())
    assert (text.kicker, text.foot) == ("Lokales", "5. November 2024")


@pytest.mark.parametrize(("language", "day"), [("en", "5 November 2024"), ("uk", "5. November 2024")])
def test_the_date_is_in_the_articles_language_where_the_house_writes_it(language, day):
    assert share_text(build(language=language)).foot == day


def test_the_address_lies_below_the_articles_and_has_no_language():
    article = build()
    with translation.override("en"):
        assert share_picture_url(article) == f"/2024/11/05/bruecke/share.png?v={share_text(article).key}"


def test_another_headline_is_another_address():
    article = build()
    before = share_picture_url(article)
    article.headline = "Brücke offen"
    assert share_picture_url(article) != before


def test_a_draft_has_none():
    assert share_picture_url(build_draft()) == ""
