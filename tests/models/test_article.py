"""What the database itself holds true of articles and sections."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from articles.models import Article, Section
from articles.vocabulary import Status
from tests.builders import NOW, build_article, build_draft

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def is_refused(name: str, **values):
    """Whether the database itself says no, and for this reason."""
    try:
        with transaction.atomic():
            Article.objects.create(**{"headline": "Titel", **values})
    except IntegrityError as error:
        return name in str(error)
    return False


def test_published_needs_a_date_and_an_address():
    assert is_refused("published_needs_date_and_address", status=Status.PUBLISHED)


def test_a_withdrawal_needs_a_reason():
    assert is_refused("withdrawal_needs_reason", status=Status.WITHDRAWN, withdrawn_at=NOW)


def test_an_article_has_a_headline():
    assert is_refused("article_has_headline", headline="")


def test_a_date_without_a_slug_is_no_address():
    assert is_refused("address_is_whole", published_on=NOW.date())


def test_two_articles_never_share_an_address():
    build_article(slug="bruecke")
    with pytest.raises(IntegrityError), transaction.atomic():
        build_article(slug="bruecke")


def test_a_source_gives_an_id_once():
    build_draft(source="files", external_id="a.txt")
    with pytest.raises(IntegrityError), transaction.atomic():
        build_draft(source="files", external_id="a.txt")


def test_articles_without_external_id_do_not_collide():
    build_draft(source="files")
    build_draft(source="files")
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    ("published", "embargo", "visible"),
    [(None, None, None), (NOW, None, NOW), (NOW, NOW + HOUR, NOW + HOUR), (NOW, NOW - HOUR, NOW), (None, NOW, None)],
)
def test_visible_from_is_the_later_of_date_and_embargo(published, embargo, visible):
    article = build_draft(published_at=published, embargoed_until=embargo)
    assert Article.objects.get(pk=article.pk).visible_from == visible


def test_visible_from_follows_a_bulk_update():
    article = build_draft(published_at=NOW)
    Article.objects.update(embargoed_until=NOW + HOUR)
    assert Article.objects.get(pk=article.pk).visible_from == NOW + HOUR


def test_a_body_is_cleaned_whatever_way_it_comes():
    article = build_draft(sections=[])
    Section.objects.bulk_create(
        [Section(article=article, anchor="a", body='<p onclick="x()">Ja<script>1</script></p>')]
    )
    assert article.sections.get().body == "<p>Ja</p>"


def test_an_anchor_is_unique_in_its_article():
    article = build_draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.create(article=article, anchor="abschnitt-1")


def test_a_draft_has_no_public_address():
    with pytest.raises(ValueError, match="no public address"):
        build_draft().get_absolute_url()
