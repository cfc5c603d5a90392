"""The command `import_people`: who is recognised, what is filled, what is told."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import FormerSlug, LogLine, Person, PersonName
from articles.vocabulary import NameKind
from tests import samples
from tests.builders import build_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(tmp_path):
    """Writes rows to a file and runs the command on it; returns what it said."""

    def run(*rows, options=()):
        path = tmp_path / "people.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return said(path, *options)

    return run


def said(*args):
    out = StringIO()
    try:
        call_command("import_people", *map(str, args), stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}\n{error}"
    return out.getvalue()


def counted(text):
    return [int(line.split()[-1]) for line in text.splitlines()[1:6]]


ANNA = {"name": "Anna Berg", "wikidata": "Q1", "born": "1970-02-03", "aliases": ["Анна Берг", "A. Berg", "Anna Moser"]}


def test_a_person_comes_with_names_of_every_kind(bring):
    assert counted(bring(ANNA | {"roles": ["Rätin, 2020–"]})) == [1, 0, 0, 0, 0]
    person = Person.objects.get()
    kinds = {name.name: name.kind for name in person.names.all()}
    assert kinds["Anna Berg"] == NameKind.MAIN
    assert kinds["Анна Берг"] == NameKind.TRANSLITERATION
    assert kinds["A. Berg"] == NameKind.INITIALS
    assert (person.slug, person.sort_key, person.roles.get().title) == ("anna-berg", "berg anna", "Rätin")


def test_twice_without_harm(bring):
    rows = [ANNA | {"roles": ["Rätin, 2020–"]}, {"name": "Kai Neu"}]
    bring(*rows)
    assert counted(bring(*rows)) == [0, 0, 2, 0, 0]
    assert (Person.objects.count(), PersonName.objects.count()) == (2, 5)


def test_a_dry_run_saves_nothing(bring):
    assert "Probelauf" in bring(ANNA, options=["--dry-run"])
    assert not Person.objects.exists()
    assert not LogLine.objects.exists()


def test_one_wrong_row_and_nothing_of_the_file_is_saved(bring):
    text = bring(ANNA, {"name": "Kai Neu", "gnd": "118540239"})
    assert "Zeile 2: „118540239“ ist keine GND-Nummer" in text
    assert "Nicht gespeichert: 1 von 1 Dateien." in text
    assert not Person.objects.exists()


def test_the_other_file_is_saved(bring, tmp_path):
    (tmp_path / "b.csv").write_text("name\nKai Neu\n")
    (tmp_path / "a.csv").write_text("vorname\nKai\n")
    said(tmp_path / "a.csv", tmp_path / "b.csv")
    assert Person.objects.get().name == "Kai Neu"


def test_a_missing_file_is_told():
    assert "gibt es nicht" in said("nirgends.csv")


@pytest.mark.parametrize("own", [{"wikidata_id": "Q1"}, {"born": date(1970, 2, 3)}, {}])
def test_who_is_known_is_recognised_and_filled(bring, own):
    person = build_person("Anna Berg", **own)
    assert counted(bring(ANNA)) == [0, 1, 0, 0, 0]
    person.refresh_from_db()
    assert (person.wikidata_id, person.born, person.names.count()) == ("Q1", date(1970, 2, 3), 4)


def test_the_number_goes_before_the_name(bring):
    person = build_person("Anna Moser-Berg", gnd_id="118540238")
    bring(ANNA | {"gnd": "118540238"})
    assert person.names.filter(name="Anna Berg").exists()
    assert Person.objects.count() == 1


@pytest.mark.parametrize("other", [{"wikidata_id": "Q2"}, {"born": date(1950, 1, 1)}, {"gnd_id": "118540238"}])
def test_a_namesake_is_somebody_else(bring, other):
    build_person("Anna Berg", **other)
    assert counted(bring(ANNA | {"gnd": "130825867"})) == [1, 0, 0, 0, 0]
    assert Person.objects.get(wikidata_id="Q1").slug == "anna-berg-2"


def test_two_namesakes_are_not_told_apart_by_name(bring):
    build_person("Anna Berg"), build_person("Anna Berg")
    text = bring({"name": "Anna Berg", "wikidata": "Q1"})
    assert counted(text) == [0, 0, 0, 1, 0]
    assert "Zeile 1: Wer gemeint ist, ist nicht klar: „Anna Berg“" in text


def test_two_rows_of_one_name_are_not_one_person(bring):
    build_person("Anna Berg")
    text = bring({"name": "Anna Berg", "wikidata": "Q1"}, {"name": "Anna Berg", "wikidata": "Q2"})
    assert counted(text) == [0, 0, 0, 2, 0]


@pytest.mark.parametrize("second", [ANNA, {"name": "Anna Berg", "born": "1970-02-03"}])
def test_a_person_told_twice_is_passed_over(bring, second):
    assert "Zeile 2: Diese Person stand schon in Zeile 1." in bring(ANNA, second)
    assert Person.objects.count() == 1


def test_what_the_archive_has_otherwise_stays_and_is_told(bring):
    build_person("Anna Berg", wikidata_id="Q1", description="Brückenbauerin", is_public=False)
    row = {"name": "Anna Berg", "wikidata": "Q1", "description": "Politikerin", "public": "ja"}
    assert "im Archiv „Brückenbauerin“, in der Datei „Politikerin“" in bring(row)
    assert not Person.objects.get().is_public
    bring(row, options=["--overwrite"])
    assert (Person.objects.get().description, Person.objects.get().is_public) == ("Politikerin", True)


def test_an_address_once_used_is_not_taken(bring):
    FormerSlug.objects.create(kind="person", slug="anna-berg", target_id=7)
    bring(ANNA, {"name": "Anna Berg", "wikidata": "Q2", "born": "1980-01-01"})
    assert set(Person.objects.values_list("slug", flat=True)) == {"anna-berg-2", "anna-berg-3"}


def test_a_batch_takes_few_queries(bring, django_assert_max_num_queries):
    rows = [{"name": f"Anna {number}. Berg", "wikidata": f"Q{number + 1}"} for number in range(300)]
    with django_assert_max_num_queries(30):
        bring(*rows)
    with django_assert_max_num_queries(15):
        bring(*rows)


def test_the_politicians():
    path = samples.path("samples/people/politicians.jsonl")
    assert counted(said(path)) == [8453, 0, 0, 0, 0]
    assert counted(said(path)) == [0, 0, 8453, 0, 0]
    assert PersonName.objects.get(name="Беслан Тикович Бутба").person.wikidata_id == "Q829940"
