"""Many at once: asked in as many queries as for one, done together or not at all."""

from dataclasses import replace

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.utils import timezone

from articles.admin import verbs
from articles.admin.verbs import BULK
from articles.models import Article, LogLine, Version
from articles.vocabulary import RoleCode, Status
from tests.builders import build_article, build_author, build_desk, build_draft, build_member
from tests.indexing import index_now

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def bulk(client, name, articles, **answers):
    chosen = [article.pk for article in articles]
    return client.post(LIST, {"action": f"{name}_chosen", ACTION_CHECKBOX_NAME: chosen, **answers})


def drafts(count, desk=None):
    return [build_draft(f"Entwurf {number}", desk=desk, authors=[build_author()]) for number in range(count)]


@pytest.mark.parametrize("name", ["publish", "submit", "spike"])
def test_asking_takes_the_same_number_of_queries_for_many(client, django_assert_max_num_queries, name):
    desk = build_desk()
    client.force_login(build_member(RoleCode.EDITOR, desk))
    index_now()
    few, many = drafts(1, desk), drafts(12, desk)
    with django_assert_max_num_queries(40) as first:
        bulk(client, name, few)
    with django_assert_max_num_queries(len(first) + 1):
        assert bulk(client, name, many).status_code == 200


def test_an_error_in_the_middle_undoes_all(client, chief, monkeypatch):
    first, second = drafts(2)
    submit = verbs.submit

    def failing(article, **answers):
        if article.pk == second.pk:
            raise RuntimeError
        return submit(article, **answers)

    monkeypatch.setitem(BULK, "submit", replace(BULK["submit"], do=failing))
    with pytest.raises(RuntimeError):
        bulk(client, "submit", [first, second], confirmed="1")
    assert Article.objects.filter(status=Status.DRAFT).count() == 2
    assert not LogLine.objects.exists()
    assert not Version.objects.exists()


def test_what_is_refused_is_named_with_the_reason(client):
    desk = build_desk()
    client.force_login(build_member(RoleCode.EDITOR, desk))
    foreign = build_draft("Von anderen")
    html = bulk(client, "submit", [*drafts(1, desk), foreign, build_article("Schon da")]).content.decode()
    assert "Zur Prüfung geben: 1 Artikel" in html
    assert "Unberührt bleiben: 1 (gehört nicht zu Ihren Ressorts)" in html
    assert "Unberührt bleiben: 1 (Öffentlich)" in html


def test_an_embargo_is_set_and_lifted(client, chief):
    articles = drafts(2)
    bulk(client, "embargo", articles, confirmed="1", until="2099-01-02T08:30")
    assert {timezone.localtime(article.embargoed_until).year for article in Article.objects.all()} == {2099}
    bulk(client, "embargo", articles, confirmed="1", until="")
    assert not Article.objects.exclude(embargoed_until=None).exists()


def test_drafts_are_dropped(client, chief):
    live = build_article()
    bulk(client, "spike", [*drafts(2), live], confirmed="1", reason="Doppelt")
    assert list(Article.objects.all()) == [live]
    assert set(LogLine.objects.values_list("reason", flat=True)) == {"Doppelt"}
