import pytest
from django.utils import timezone

from articles.bench import saving
from articles.bench.saving import searchable_after_commit
from articles.errors import CannotDo
from articles.models import Article
from tests.builders import build_article

pytestmark = pytest.mark.django_db(transaction=True)


def test_saves_are_timed_and_undone():
    build_article("Brücke"), build_article("Hafen")
    found = searchable_after_commit(timezone.now(), saves=2)
    assert (found.requests, found.median > 0) == (2, True)
    assert sorted(Article.objects.values_list("headline", flat=True)) == ["Brücke", "Hafen"]


def test_a_save_that_is_not_found_has_no_time(monkeypatch):
    build_article("Brücke"), build_article("Hafen")
    monkeypatch.setattr(saving, "drain_after_commit", lambda: None)
    with pytest.raises(CannotDo, match="not found"):
        searchable_after_commit(timezone.now(), saves=2)
    assert not Article.objects.filter(headline__contains="Fundsache").exists()
