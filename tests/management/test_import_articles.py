"""The command `import_articles`, with the article the archive begins with."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.errors import Unreadable
from articles.models import Article, Mention, Person
from articles.transfer import importing
from articles.vocabulary import MentionStatus, Status
from tests import samples
from tests.builders import build_desk, build_person

pytestmark = pytest.mark.django_db

TEXT = "Brücke gesperrt\n\nDie Brücke ist gesperrt, weil ein Pfeiler einen langen Riss hat.\n"
TEN = {
    *("Wladimir Putin", "Choe Son Hui", "Wolodymyr Selenskyj", "Antony Blinken", "António Guterres"),
    *("Sergej Lawrow", "Kim Jong Un", "Annalena Baerbock", "Andrij Sybiha", "Andrij Jermak"),
}


def run(*args):
    out = StringIO()
    call_command("import_articles", *map(str, args), stdout=out, stderr=StringIO())
    return out.getvalue()


def run_seed():
    return run(samples.seed().parent, "--publish", "--date", "2024-11-05")


def put(folder, name="a.txt", text=TEXT):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


# -- the seed -------------------------------------------------------------------------------------


def test_the_seed_becomes_a_published_article():
    run_seed()
    article = Article.objects.get()
    assert (article.status, f"{article.published_on}") == (Status.PUBLISHED, "2024-11-05")
    assert article.headline == samples.seed().read_text(encoding="utf-8").splitlines()[0]
    assert article.standfirst == samples.seed().read_text(encoding="utf-8").splitlines()[1]


def test_the_seed_has_four_headed_sections_and_its_tag():
    run_seed()
    article = Article.objects.get()
    assert article.sections.count() == 4
    assert all(section.heading for section in article.sections.all())
    assert [tag.name for tag in article.tags.all()] == ["Energie"]


def test_the_seed_suggests_ten_people_to_an_archive_that_knows_none():
    run_seed()
    assert set(Mention.objects.values_list("suggested_name", flat=True)) == TEN
    assert set(Mention.objects.values_list("status", flat=True)) == {MentionStatus.SUGGESTED}
    assert not Person.objects.exists()


def test_the_seed_is_linked_to_ten_people_that_are_known():
    known = {build_person(name).pk for name in TEN}
    run_seed()
    confirmed = Mention.objects.filter(status=MentionStatus.CONFIRMED)
    assert set(confirmed.values_list("person_id", flat=True)) == known
    assert not Mention.objects.filter(status=MentionStatus.SUGGESTED).exists()


def test_the_seed_again_is_unchanged():
    run_seed()
    before = Article.objects.values().get()
    assert "unverändert          1" in run_seed()
    assert Article.objects.values().get() == before


# -- the command ----------------------------------------------------------------------------------


def test_it_tells_what_happened(tmp_path):
    put(tmp_path)
    out = run(tmp_path)
    assert out.startswith("Import aus „files“: 1 Datei.\n")
    assert "neu                  1" in out


def test_its_options_reach_the_import(tmp_path):
    build_desk("Kultur")
    run(put(tmp_path), "--source", "agentur", "--desk", "kultur", "--date", "5.11.2024", "--publish")
    article = Article.objects.get()
    assert (article.source, article.desk.name, f"{article.published_on}") == ("agentur", "Kultur", "2024-11-05")


def test_a_dry_run_saves_nothing(tmp_path):
    assert "Probelauf" in run(put(tmp_path), "--dry-run")
    assert not Article.objects.exists()


def test_it_overwrites_when_told_to(tmp_path):
    run(put(tmp_path))
    Article.objects.update(headline="Von der Redaktion")
    put(tmp_path, text=TEXT.replace("gesperrt", "offen"))
    assert "Konflikt:\n  a.txt" in run(tmp_path)
    run(tmp_path, "--overwrite")
    assert Article.objects.get().headline == "Brücke offen"


@pytest.mark.parametrize("name", ["bericht.json", "bericht.csv"])
def test_it_writes_the_report_into_a_file(tmp_path, name):
    put(tmp_path)
    run(tmp_path / "a.txt", "--report", tmp_path / name)
    assert "created" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_file_that_fails_ends_it_with_an_error_after_the_others(tmp_path):
    put(tmp_path), put(tmp_path, "leer.txt", "")
    with pytest.raises(CommandError, match="1 Datei wurde nicht importiert") as caught:
        run(tmp_path, "--report", tmp_path / "r.json")
    assert caught.value.returncode == 1
    assert Article.objects.count() == 1
    assert json.loads((tmp_path / "r.json").read_text())["counts"]["failed"] == 1


def test_a_failure_is_told_with_file_line_and_reason(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(importing, "take_in", refuse)
    with pytest.raises(CommandError):
        call_command("import_articles", str(put(tmp_path)))
    assert "a.txt, Zeile 3: So nicht." in capsys.readouterr().out


def refuse(*args, **kwargs):
    raise Unreadable("So nicht.", 3)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["fort.txt"], "„fort.txt“ gibt es nicht"),
        ([".", "--desk", "Kultur"], "Bekannt: noch keines"),
        ([".", "--date", "gestern"], "„gestern“ ist kein Datum"),
        ([".", "--source", ""], "--source"),
        ([".", "--report", "r.doc"], r"\.json oder \.csv"),
    ],
)
def test_a_mistake_is_one_clear_line(tmp_path, monkeypatch, args, says):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=says) as caught:
        run(*args)
    assert "\n" not in str(caught.value)
    assert not Article.objects.exists()
