"""Spiking: only what no reader ever saw."""

from datetime import timedelta

import pytest

from articles.editorial.publish import publish
from articles.editorial.spike import spike
from articles.errors import CannotDo, NotAllowed
from articles.models import Article, LogLine
from articles.vocabulary import Status, Verb
from tests.builders import NOW, build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW])
def test_a_draft_goes_and_the_log_remembers_it(status):
    spike(build_article("Doch nicht", status=status), editor=build_editor(), at=NOW, reason="Ente")
    line = LogLine.objects.get()
    assert not Article.objects.exists()
    assert (line.verb, line.headline, line.reason, line.article) == (Verb.SPIKED, "Doch nicht", "Ente", None)


@pytest.mark.parametrize("values", [{}, {"status": Status.WITHDRAWN}, {"published_at": NOW + timedelta(days=1)}])
def test_what_is_or_was_or_will_be_public_stays(values):
    article = build_article(**values)
    with pytest.raises(CannotDo):
        spike(article, editor=None, at=NOW)
    assert Article.objects.filter(pk=article.pk).exists()


def test_a_draft_that_was_public_once_stays():
    article = publish(build_draft(), editor=None, at=NOW)
    Article.objects.filter(pk=article.pk).update(status=Status.DRAFT)
    with pytest.raises(CannotDo):
        spike(article, editor=None, at=NOW + timedelta(hours=1))


def test_it_needs_the_permission():
    with pytest.raises(NotAllowed):
        spike(build_draft(), editor=build_editor(superuser=False), at=NOW)
