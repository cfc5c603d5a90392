"""What is noted of an import."""

from pathlib import Path

import pytest

from articles.errors import CannotDo
from articles.models import ImportRun
from articles.transfer import runs
from articles.transfer.importing import ImportOptions, import_paths
from articles.transfer.people_importing import import_people
from articles.transfer.runs import noted, user_of_machine
from articles.vocabulary import ImportKind
from tests.builders import NOW

pytestmark = pytest.mark.django_db


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_run_is_noted_with_what_failed_and_why(tmp_path):
    put(tmp_path, "gut.txt", "Brücke gesperrt\n\nDie Brücke ist zu.\n")
    put(tmp_path, "leer.txt", "")
    import_paths([tmp_path], ImportOptions(source="dpa"), at=NOW, by="root")
    run = ImportRun.objects.get()
    assert (run.source, run.ran_by, run.began_at, run.is_whole) == ("dpa", "root", NOW, True)
    assert (run.counts, run.failed) == ({"created": 1, "failed": 1}, 1)
    assert [(path, bool(reason)) for path, _line, reason in run.failures] == [("leer.txt", True)]


def test_a_trial_run_is_not(tmp_path):
    import_paths([put(tmp_path, "a.txt", "Titel\n\nText.\n")], ImportOptions(dry_run=True), at=NOW)
    assert not ImportRun.objects.exists()


def test_nor_is_a_mistake_in_what_was_asked(tmp_path):
    with pytest.raises(CannotDo, match="Quelle"):
        import_paths([put(tmp_path, "a.txt", "x")], ImportOptions(source=" "), at=NOW)
    assert not ImportRun.objects.exists()


def test_one_that_breaks_off_is_noted_with_what_it_had_done(tmp_path):
    def stop(item):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_paths([put(tmp_path, "a.txt", "Titel\n\nText.\n")], at=NOW, progress=stop)
    run = ImportRun.objects.get()
    assert (run.is_whole, run.counts) == (False, {"created": 1})


def test_people_are_one_run_whatever_the_files(tmp_path):
    files = [put(tmp_path, "a.csv", "name\nAnna Berg\n"), put(tmp_path, "b.csv", 'name\n""\n')]
    list(import_people(files, at=NOW))
    run = ImportRun.objects.get()
    assert (run.kind, run.source, run.counts["created"]) == ("people", "a.csv, b.csv", 1)
    assert {path for path, *_ in run.failures} == {"b.csv"}


def test_names_no_database_takes_are_noted_as_they_can_be(monkeypatch):
    monkeypatch.setattr(runs, "MOST_FAILURES", 1)
    with noted(ImportKind.ARTICLES, "x" * 999, "", at=NOW, dry_run=False) as tally:
        tally.add({"failed": 2}, [("a\0\udcff", 0, "leer"), ("b", 0, "leer")])
    run = ImportRun.objects.get()
    assert (len(run.source), run.failed, run.failures) == (200, 2, [["a?", 0, "leer"]])


def test_a_machine_that_knows_no_user_names_none(monkeypatch):
    def unknown():
        raise OSError

    monkeypatch.setattr(runs, "getuser", unknown)
    assert user_of_machine() == ""
