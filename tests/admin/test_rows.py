"""How many rows a form of the admin takes below what it is about."""

import pytest
from django.urls import reverse

from articles.admin import formsets
from articles.models import Section
from tests.admin.filling import row, typed
from tests.builders import build_author, build_draft, build_person, build_tag, build_topic

pytestmark = pytest.mark.django_db
BUILT = {
    "names": build_tag,
    "roles": build_person,
    "pins": build_topic,
    "entries": build_topic,
    "sections": build_draft,
}


def page(thing):
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])


@pytest.mark.parametrize("prefix", BUILT)
def test_too_many_rows_are_refused_and_nothing_is_saved(client, chief, monkeypatch, prefix):
    monkeypatch.setattr(formsets, "MOST_ROWS", 3)
    thing = BUILT[prefix]()
    form = client.get(page(thing))
    typed_over = {"headline" if prefix == "sections" else "name": "Anders", **row(prefix, 40, line="Neu")}
    response = client.post(page(thing), typed(form, **typed_over))
    assert "Mehr als 3 Zeilen nimmt das Formular nicht an. Gespeichert wurde nichts." in response.content.decode()
    formset = next(one.formset for one in response.context["inline_admin_formsets"] if one.formset.prefix == prefix)
    assert len(formset.forms) == formsets.MOST_ROWS
    thing.refresh_from_db()
    assert str(thing) != "Anders"


def test_names_sent_for_an_article_that_has_none_are_not_looked_at(client, chief):
    article = build_draft()
    form = client.get(page(article))
    sent = {"headline": "Anders", "mentions-TOTAL_FORMS": 1_500, "mentions-INITIAL_FORMS": 1_500}
    assert client.post(page(article), typed(form, **sent)).status_code == 200
    article.refresh_from_db()
    assert article.headline != "Anders"


def test_what_has_more_already_is_saved_and_grows_no_further(client, chief, monkeypatch):
    monkeypatch.setattr(formsets, "MOST_ROWS", 2)
    article = build_draft(sections=[(f"Nr. {number}", "<p>x</p>") for number in range(3)])
    form = client.get(page(article))
    assert client.post(page(article), typed(form, headline="Anders")).status_code == 302
    sent = typed(client.get(page(article)), **row("sections", 3, heading="Nr. 4"))
    assert "Mehr als 3 Zeilen" in client.post(page(article), sent).content.decode()
    assert Section.objects.count() == 3


def test_rows_up_to_the_bound_are_taken(client, chief, monkeypatch):
    monkeypatch.setattr(formsets, "MOST_ROWS", 2)
    article, authors = build_draft(), [build_author("Ada"), build_author("Bob")]
    rows = row("bylines", 0, author=authors[0].pk) | row("bylines", 1, author=authors[1].pk)
    assert client.post(page(article), typed(client.get(page(article)), **rows)).status_code == 302
    assert article.bylines.count() == 2
