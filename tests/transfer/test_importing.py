"""A batch of files into the archive: one bad file stops no other, a dry run leaves no trace."""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, OperationalError

from articles.errors import CannotDo
from articles.models import Article, LogLine, Mention, OutboxEntry, Section, Tag, Version
from articles.search import sync
from articles.search.generations import unavailable
from articles.transfer import importing, intake
from articles.transfer.files import MAX_BYTES
from articles.transfer.importing import ImportOptions, import_paths
from articles.transfer.report import Outcome, Report
from articles.vocabulary import Status
from tests.builders import NOW, build_desk

pytestmark = pytest.mark.django_db

TEXT = """Brücke gesperrt

Die Brücke über den Fluss ist seit Montag gesperrt, weil ein Pfeiler einen Riss hat.

Der Rat tagt

Der Rat der Stadt befasst sich am Dienstag mit dem Riss und mit den Kosten der Sperrung.

Schlagwörter: Bau, Verkehr
"""
OUT = ImportOptions(publish=True, date=date(2024, 11, 5))


def put(folder, name, text=TEXT):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def bring(*paths, at=NOW, **options):
    return import_paths(paths, ImportOptions(**options), at=at)


def outcomes(report):
    return {item.path: item.outcome.value for item in report.items}


# -- one file -------------------------------------------------------------------------------------


def test_a_file_becomes_a_draft_with_its_parts(tmp_path):
    bring(put(tmp_path, "a.txt"))
    article = Article.objects.get()
    assert (article.headline, article.status) == ("Brücke gesperrt", Status.DRAFT)
    assert [section.heading for section in article.sections.all()] == ["Der Rat tagt"]
    assert {tag.name for tag in article.tags.all()} == {"Bau", "Verkehr"}


def test_the_item_leads_to_its_article(tmp_path):
    (item,) = bring(put(tmp_path, "a.txt")).items
    article = Article.objects.get()
    assert (item.article_id, item.headline, item.external_id) == (article.pk, "Brücke gesperrt", "a.txt")


def test_a_published_file_is_found_at_once(tmp_path):
    import_paths([put(tmp_path, "a.txt")], OUT, at=NOW)
    assert not OutboxEntry.objects.exists()


def test_the_date_in_the_text_is_taken(tmp_path):
    bring(put(tmp_path, "a.txt", "Datum: 3. Februar 2021\n\n" + TEXT), publish=True)
    assert f"{Article.objects.get().published_on}" == "2021-02-03"


def test_nothing_is_published_without_a_date(tmp_path):
    (item,) = bring(put(tmp_path, "a.txt"), publish=True).items
    assert item.outcome == Outcome.FAILED
    assert "--date" in item.reason
    assert not Article.objects.exists()


def test_a_draft_without_a_date_takes_the_files_and_it_is_said(tmp_path):
    path = put(tmp_path, "a.txt")
    os.utime(path, (0, 1_700_000_000))
    (item,) = bring(path).items
    assert f"{Article.objects.get().published_at:%Y-%m-%d}" == "2023-11-14"
    assert "14. November 2023" in item.remarks[-1][1]


# -- twice ----------------------------------------------------------------------------------------


def test_a_second_import_changes_nothing(tmp_path):
    put(tmp_path, "in/sub/a.txt")
    import_paths([tmp_path / "in"], OUT, at=NOW)
    before = Article.objects.values().get(), Version.objects.count(), LogLine.objects.count()
    report = import_paths([tmp_path / "in"], OUT, at=NOW + timedelta(days=1))
    assert outcomes(report) == {"sub/a.txt": "unchanged"}
    assert (Article.objects.values().get(), Version.objects.count(), LogLine.objects.count()) == before


def test_a_second_import_gives_the_index_nothing_to_do(tmp_path):
    import_paths([put(tmp_path, "a.txt")], OUT, at=NOW)
    bring(tmp_path / "a.txt", dry_run=True)
    import_paths([tmp_path / "a.txt"], OUT, at=NOW)
    assert not OutboxEntry.objects.exists()


def test_a_file_that_was_only_touched_is_unchanged(tmp_path):
    path = put(tmp_path, "a.txt")
    bring(path)
    os.utime(path, (0, 0))
    assert outcomes(bring(path)) == {"a.txt": "unchanged"}


def test_a_file_saved_anew_by_windows_is_unchanged(tmp_path):
    bring(put(tmp_path, "a.txt"))
    windows = TEXT.replace("\n", "\r\n").encode("utf-8-sig")
    assert outcomes(bring(put(tmp_path, "a.txt", windows))) == {"a.txt": "unchanged"}


def test_a_changed_file_updates_its_article(tmp_path):
    bring(put(tmp_path, "a.txt"))
    assert outcomes(bring(put(tmp_path, "a.txt", TEXT.replace("Brücke gesperrt", "Brücke offen")))) == {
        "a.txt": "updated"
    }
    assert Article.objects.get().headline == "Brücke offen"


def test_a_changed_file_does_not_overwrite_an_editor(tmp_path):
    bring(put(tmp_path, "a.txt"))
    Article.objects.update(headline="Von der Redaktion")
    report = bring(put(tmp_path, "a.txt", TEXT.replace("gesperrt", "offen")))
    assert outcomes(report) == {"a.txt": "conflict"}
    assert Article.objects.get().headline == "Von der Redaktion"


def test_overwriting_does(tmp_path):
    bring(put(tmp_path, "a.txt"))
    Article.objects.update(headline="Von der Redaktion")
    report = bring(put(tmp_path, "a.txt", TEXT.replace("gesperrt", "offen")), overwrite=True)
    assert outcomes(report) == {"a.txt": "updated"}
    assert Article.objects.get().headline == "Brücke offen"


# -- many -----------------------------------------------------------------------------------------


def test_bad_files_do_not_stop_the_good_ones(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt", b"")
    put(tmp_path, "c.txt", b"\x00\x01\x02\x89PNG" * 100)
    put(tmp_path, "d.txt", b"x" * (MAX_BYTES + 1))
    put(tmp_path, "e.jpg", b"")
    put(tmp_path, "z.txt")
    found = outcomes(bring(tmp_path))
    assert [found[name] for name in ("a.txt", "z.txt")] == ["created"] * 2
    assert [found[name] for name in ("b.txt", "c.txt", "d.txt")] == ["failed"] * 3
    assert found["e.jpg"] == "skipped"


def test_a_failure_says_why(tmp_path):
    (item,) = bring(put(tmp_path, "leer.txt", b" \n ")).items
    assert (item.path, item.outcome) == ("leer.txt", Outcome.FAILED)
    assert item.reason


def test_a_file_that_may_not_be_read_fails_alone(tmp_path, monkeypatch):
    put(tmp_path, "a.txt"), put(tmp_path, "b.txt")
    read = importing.read_bytes
    monkeypatch.setattr(importing, "read_bytes", lambda path: read(path) if path.name == "b.txt" else refuse())
    report = bring(tmp_path)
    assert outcomes(report) == {"a.txt": "failed", "b.txt": "created"}
    assert report.items[0].reason == "Keine Leseberechtigung."


def refuse():
    raise PermissionError(13, "Permission denied")


def test_what_is_too_long_is_said_and_not_cut(tmp_path):
    put(tmp_path, "a.txt", "Titel: " + "Brücke " * 40 + "\nRessort: Bau\n\nText des Artikels.")
    put(tmp_path, f"{'n' * 200}/{'n' * 200}/{'n' * 200}.txt")
    (failed,) = bring(tmp_path).of(Outcome.FAILED)
    assert failed.reason.startswith("Kennung der Quelle: 606 Zeichen, erlaubt sind 500")


def test_two_files_of_one_name_do_not_overwrite_each_other(tmp_path):
    one, other = put(tmp_path, "x/a.txt"), put(tmp_path, "y/a.txt", TEXT.replace("gesperrt", "offen"))
    report = bring(one, other)
    assert [item.outcome for item in report.items] == [Outcome.CREATED, Outcome.FAILED]
    assert Article.objects.get().headline == "Brücke gesperrt"


def test_two_articles_of_one_headline_and_day_get_two_addresses(tmp_path):
    put(tmp_path, "a.txt"), put(tmp_path, "b.txt")
    import_paths([tmp_path], OUT, at=NOW)
    assert set(Article.objects.values_list("slug", flat=True)) == {"bruecke-gesperrt", "bruecke-gesperrt-2"}


def test_the_names_of_the_archive_are_read_once_a_run(tmp_path, monkeypatch):
    calls, made = [], importing.matcher_of_archive
    monkeypatch.setattr(importing, "matcher_of_archive", lambda: calls.append(1) or made())
    put(tmp_path, "a.txt"), put(tmp_path, "b.txt")
    bring(tmp_path)
    assert calls == [1]


def test_progress_is_told_of_every_item(tmp_path):
    put(tmp_path, "a.txt"), put(tmp_path, "b.jpg")
    seen = []
    import_paths([tmp_path], at=NOW, progress=lambda item: seen.append(item.path))
    assert seen == ["a.txt", "b.jpg"]


def test_the_report_is_there_even_if_the_run_is_broken_off(tmp_path, monkeypatch):
    put(tmp_path, "a.txt"), put(tmp_path, "b.txt")
    monkeypatch.setattr(importing, "take_in", fail_at(2, OperationalError("disk is full"), importing.take_in))
    report = Report()
    with pytest.raises(OperationalError):
        import_paths([tmp_path], at=NOW, report=report)
    assert outcomes(report) == {"a.txt": "created"}


def fail_at(number, error, function):
    calls = []

    def called(*args, **kwargs):
        calls.append(1)
        if len(calls) == number:
            raise error
        return function(*args, **kwargs)

    return called


# -- whole or not at all --------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["write_content", "link_article", "publish"])
@pytest.mark.parametrize("error", [CannotDo("Geht nicht."), IntegrityError("duplicate")])
def test_an_item_that_fails_half_way_leaves_nothing(tmp_path, monkeypatch, step, error):
    done = getattr(intake, step)
    monkeypatch.setattr(intake, step, after(done, error))
    report = import_paths([put(tmp_path, "a.txt")], OUT, at=NOW)
    assert outcomes(report) == {"a.txt": "failed"}
    for model in (Article, Section, Tag, Mention, Version, LogLine, OutboxEntry):
        assert not model.objects.exists()


def after(function, error):
    def called(*args, **kwargs):
        function(*args, **kwargs)
        raise error

    return called


def test_a_mistake_in_the_program_is_not_swallowed(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "link_article", after(intake.link_article, ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        bring(put(tmp_path, "a.txt"))


# -- dry run --------------------------------------------------------------------------------------


def test_a_dry_run_reports_the_same(tmp_path):
    put(tmp_path, "a.txt"), put(tmp_path, "b.txt", b"")
    dry, real = bring(tmp_path, dry_run=True), bring(tmp_path)
    assert outcomes(dry) == outcomes(real)
    assert dry.dry_run


def test_a_dry_run_writes_no_row(tmp_path):
    bring(put(tmp_path, "a.txt"), dry_run=True)
    for model in (Article, Section, Tag, Mention, Version, LogLine, OutboxEntry):
        assert not model.objects.exists()


def test_a_dry_run_leaves_a_changed_article_as_it_was(tmp_path):
    bring(put(tmp_path, "a.txt"))
    before = Article.objects.values().get()
    report = bring(put(tmp_path, "a.txt", TEXT.replace("gesperrt", "offen")), dry_run=True)
    assert outcomes(report) == {"a.txt": "updated"}
    assert Article.objects.values().get() == before


def test_a_dry_run_names_no_article_that_does_not_exist(tmp_path):
    (item,) = bring(put(tmp_path, "a.txt"), dry_run=True).items
    assert (item.article_id, item.headline) == (None, "Brücke gesperrt")


def test_a_dry_run_does_not_touch_the_index(tmp_path, settings, monkeypatch):
    monkeypatch.setattr(sync, "drain", lambda: pytest.fail("the index was touched"))
    bring(put(tmp_path, "a.txt"), dry_run=True)
    assert not settings.INDEX_DIR.exists()


# -- the index ------------------------------------------------------------------------------------


def test_the_index_is_brought_up_to_date_now_and_then(tmp_path, monkeypatch):
    drained = []
    monkeypatch.setattr(sync, "drain", lambda: drained.append(Article.objects.count()))
    monkeypatch.setattr(importing, "DRAIN_EVERY", 2)
    for number in range(5):
        put(tmp_path, f"{number}.txt")
    bring(tmp_path)
    assert drained == [1, 3, 5]


def test_an_index_that_is_missing_does_not_stop_the_import(tmp_path, monkeypatch):
    monkeypatch.setattr(sync, "drain", lambda: (_ for _ in ()).throw(unavailable("Der Suchindex fehlt.")))
    report = bring(put(tmp_path, "a.txt"))
    assert outcomes(report) == {"a.txt": "created"}
    assert "Der Suchindex fehlt." in report.remarks[0]


# -- mistakes in what was asked -------------------------------------------------------------------


def test_an_unknown_desk_is_a_mistake_that_names_the_known_ones(tmp_path):
    build_desk("Kultur"), build_desk("Sport")
    with pytest.raises(CannotDo, match=r"„Feuilleton“ gibt es nicht\. Bekannt: Kultur, Sport"):
        bring(put(tmp_path, "a.txt"), desk="Feuilleton")


def test_a_desk_is_known_by_its_address_too(tmp_path):
    desk = build_desk("Kunst und Kultur")
    bring(put(tmp_path, "a.txt"), desk="kunst-und-kultur")
    assert Article.objects.get().desk == desk


@pytest.mark.parametrize("source", ["", "  ", "x" * 101])
def test_a_source_needs_a_name_that_fits(tmp_path, source):
    with pytest.raises(CannotDo, match="--source"):
        bring(put(tmp_path, "a.txt"), source=source)


def test_a_path_that_does_not_exist_stops_the_run_before_it_begins(tmp_path):
    with pytest.raises(CannotDo, match="fort"):
        bring(put(tmp_path, "a.txt"), tmp_path / "fort.txt")
    assert not Article.objects.exists()


def test_a_date_that_cannot_be_is_a_mistake(tmp_path):
    with pytest.raises(CannotDo, match="Jahr"):
        bring(put(tmp_path, "a.txt"), date=date(1, 1, 1))
