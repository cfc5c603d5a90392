"""The page on which an archivist sees what became of an import."""

import pytest

from articles.models import ImportRun
from articles.vocabulary import ImportKind
from tests.builders import NOW

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/importrun/"


def run(**values):
    return ImportRun.objects.create(**{"kind": ImportKind.ARTICLES, "source": "dpa", "began_at": NOW, **values})


def page(client, made):
    return client.get(f"{LIST}{made.pk}/change/").content.decode()


def test_every_failure_is_named_with_its_place_and_reason(client, chief):
    made = run(failed=1, counts={"created": 3, "failed": 1}, failures=[("<b>.txt", 1200, "leer")])
    html = page(client, made)
    assert "3 neu, 1 fehlgeschlagen" in html
    assert "<td>&lt;b&gt;.txt</td>" in html
    assert "1.200" in html


def test_failures_beyond_those_kept_are_counted(client, chief):
    assert "und 4 weitere" in page(client, run(failed=5, failures=[("a.txt", 0, "leer")]))


@pytest.mark.parametrize(
    ("values", "said"),
    [({}, "ohne Fehler"), ({"failed": 1}, "mit Fehlern"), ({"is_whole": False}, "abgebrochen")],
)
def test_the_list_says_how_it_ended(client, chief, values, said):
    run(**values)
    row = client.get(LIST).content.decode().partition('id="result_list"')[2]
    assert said in row


def test_those_with_failures_alone(client, chief):
    run(source="gut"), run(source="schlecht", failed=1), run(source="halb", is_whole=False)
    found = client.get(f"{LIST}?failures=any").context["cl"].queryset
    assert {one.source for one in found} == {"schlecht", "halb"}


def test_nobody_changes_what_happened(client, chief):
    made = run()
    assert client.post(f"{LIST}{made.pk}/change/", {"source": "x"}).status_code == 403
    assert client.get(f"{LIST}add/").status_code == 403


def test_who_may_not_see_imports_does_not(client, writer):
    assert client.get(LIST).status_code == 403
