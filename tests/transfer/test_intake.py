"""One record into the archive: new, changed, unchanged, or in conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from articles.editorial.merge_desks import DESKS
from articles.editorial.merge_tags import TAGS
from articles.editorial.publish import publish
from articles.editorial.save import save_change
from articles.editorial.withdraw import withdraw
from articles.errors import CannotDo
from articles.formats.base import ArticleRecord, Reading, Ref, SectionRecord
from articles.models import Article
from articles.people.linking import matcher_of_archive
from articles.transfer.editing import is_edited
from articles.transfer.intake import Wishes, arrival_of, take_in
from articles.transfer.report import Outcome
from articles.vocabulary import Status, Verb
from tests.builders import NOW, build_desk, build_editor, build_person, build_tag

pytestmark = pytest.mark.django_db

DAY = date(2024, 11, 5)
OF_FILE = datetime(2024, 3, 1, 8, 0, tzinfo=UTC)
RECORD = ArticleRecord(
    "Brücke gesperrt",
    "Die Brücke ist zu.",
    sections=(SectionRecord("<p>Der Rat tagt.</p>", "Der Rat"),),
    tags=(Ref("Bau"),),
)
OUT = Wishes(publish=True, date=DAY)


def take(wishes=None, *, dated=None, name="a.txt", at=NOW, **changes):
    wishes = wishes or Wishes()
    arrival = arrival_of(Reading(replace(RECORD, **changes), dated), name, wishes, OF_FILE)
    return take_in(arrival, wishes, matcher=matcher_of_archive(), at=at)


def edit(headline="Von der Redaktion"):
    article = Article.objects.get()
    article.headline = headline
    article.save()
    return save_change(article, editor=build_editor(), at=NOW)


def told(taken):
    return " ".join(text for _line, text in taken.remarks)


# -- new ------------------------------------------------------------------------------------------


def test_a_new_record_becomes_a_draft():
    taken = take()
    assert (taken.outcome, Article.objects.get().status) == (Outcome.CREATED, Status.DRAFT)


def test_it_knows_where_it_comes_from():
    take(Wishes(source="agentur"), name="2024/a.txt")
    article = Article.objects.get()
    assert (article.source, article.external_id) == ("agentur", "2024/a.txt")


def test_the_id_in_the_data_goes_before_the_files_name():
    take(external_id="dpa-4711")
    assert Article.objects.get().external_id == "dpa-4711"


def test_it_has_its_sections_and_tags():
    take()
    article = Article.objects.get()
    assert [(s.anchor, s.heading) for s in article.sections.all()] == [("der-rat", "Der Rat")]
    assert [tag.name for tag in article.tags.all()] == ["Bau"]


def test_a_tag_is_found_by_its_synonym():
    tag = build_tag("Bauwesen", "Bau")
    take()
    assert Article.objects.get().tags.get() == tag


def test_an_import_is_a_version_and_a_line_in_the_log():
    article = take().article
    assert article.versions.get().saved_by is None
    assert article.log.get().verb == Verb.IMPORTED


def test_a_draft_without_a_date_takes_the_files_and_it_is_said():
    taken = take()
    assert Article.objects.get().published_at == OF_FILE
    assert "1. März 2024" in told(taken)


def test_a_credit_in_the_text_is_kept_with_the_rights():
    taken = take(source="dpa", rights="Alle Rechte vorbehalten")
    assert Article.objects.get().rights == "Alle Rechte vorbehalten · Quelle: dpa"
    assert "„dpa“" in told(taken)


# -- published ------------------------------------------------------------------------------------


def test_it_is_published_where_that_is_wished_for():
    taken = take(OUT)
    article = Article.objects.get()
    assert (article.status, f"{article.published_on}") == (Status.PUBLISHED, "2024-11-05")
    assert "5. November 2024 aus --date" in told(taken)


def test_the_date_in_the_text_goes_before_the_one_wished_for():
    taken = take(OUT, dated=date(2023, 1, 2))
    assert f"{Article.objects.get().published_on}" == "2023-01-02"
    assert told(taken) == ""


def test_nothing_is_published_without_a_date():
    with pytest.raises(CannotDo, match="--date"):
        take(Wishes(publish=True))


def test_a_date_in_the_future_is_a_schedule_and_is_said():
    taken = take(OUT, dated=date(2030, 1, 2))
    assert not Article.objects.visible(NOW).exists()
    assert "2. Januar 2030" in told(taken)


def test_an_embargo_in_the_text_holds_and_is_said():
    taken = take(OUT, embargoed_until=NOW + timedelta(days=2))
    assert not Article.objects.visible(NOW).exists()
    assert "7. November 2024" in told(taken)


# -- desks ----------------------------------------------------------------------------------------


def test_the_desk_in_the_text_goes_before_the_one_wished_for():
    desk, wished = build_desk("Kultur"), build_desk("Sport")
    take(Wishes(desk=wished), desk=Ref("KULTUR"))
    assert Article.objects.get().desk == desk


def test_an_article_without_a_desk_gets_the_one_wished_for():
    desk = build_desk("Sport")
    take(Wishes(desk=desk))
    assert Article.objects.get().desk == desk


def test_an_unknown_desk_is_left_out_and_said():
    taken = take(desk=Ref("Feuilleton"))
    assert Article.objects.get().desk is None
    assert "Das Ressort „Feuilleton“ kennt das Archiv nicht; der Artikel bleibt ohne Ressort." in told(taken)


def test_an_unknown_desk_gives_way_to_the_one_wished_for():
    taken = take(Wishes(desk=build_desk("Sport")), desk=Ref("Feuilleton"))
    assert Article.objects.get().desk.name == "Sport"
    assert "Ressort „Sport“" in told(taken)


# -- again ----------------------------------------------------------------------------------------


def test_the_same_again_changes_nothing():
    take(OUT)
    before = Article.objects.values().get()
    assert take(OUT, at=NOW + timedelta(days=1)).outcome == Outcome.UNCHANGED
    assert Article.objects.values().get() == before


def test_the_same_again_is_unchanged_without_the_wishes_of_the_first_time():
    take(Wishes(desk=build_desk("Sport")))
    assert take().outcome == Outcome.UNCHANGED
    assert Article.objects.get().desk.name == "Sport"


def test_the_same_again_has_no_remarks():
    take(desk=Ref("Feuilleton"))
    assert take(desk=Ref("Feuilleton")).remarks == ()


def test_an_article_that_was_edited_is_unchanged_while_its_file_is():
    take()
    edit()
    assert take(Wishes(overwrite=True)).outcome == Outcome.UNCHANGED
    assert Article.objects.get().headline == "Von der Redaktion"


def test_a_draft_is_published_by_a_second_import_that_wishes_it():
    take()
    assert take(OUT).outcome == Outcome.UPDATED
    assert f"{Article.objects.get().published_on}" == "2024-11-05"


def test_an_edited_draft_is_not_published_by_a_second_import():
    take()
    edit()
    taken = take(OUT)
    assert (taken.outcome, Article.objects.get().status) == (Outcome.UNCHANGED, Status.DRAFT)
    assert "In der Redaktion bearbeitet" in told(taken)


def test_a_desk_that_was_missing_is_filled_by_a_second_import():
    take(desk=Ref("Kultur"))
    build_desk("Kultur")
    assert take(desk=Ref("Kultur")).outcome == Outcome.UPDATED
    assert Article.objects.get().desk.name == "Kultur"


def test_the_same_id_from_another_source_is_another_article():
    take()
    assert take(Wishes(source="agentur")).outcome == Outcome.CREATED
    assert Article.objects.count() == 2


# -- changed --------------------------------------------------------------------------------------


def test_a_changed_record_updates_its_article():
    take()
    assert take(headline="Brücke wieder offen").outcome == Outcome.UPDATED
    assert Article.objects.get().headline == "Brücke wieder offen"


def test_a_changed_record_can_be_changed_again():
    take()
    take(headline="Zweite Fassung")
    assert take(headline="Dritte Fassung").outcome == Outcome.UPDATED
    assert Article.objects.get().version_number == 3


def test_an_update_of_a_published_article_stays_published():
    take(OUT)
    take(headline="Brücke wieder offen")
    article = Article.objects.get()
    assert (article.status, f"{article.published_on}") == (Status.PUBLISHED, "2024-11-05")


def test_a_changed_date_in_the_text_moves_the_article():
    take(OUT, dated=date(2024, 1, 1))
    assert take(OUT, dated=date(2024, 1, 2)).outcome == Outcome.UPDATED
    article = Article.objects.get()
    assert f"{article.published_on}" == "2024-01-02"
    assert article.former_addresses.count() == 1


def test_a_published_article_does_not_move_to_the_date_wished_for():
    take(OUT)
    take(Wishes(publish=True, date=date(2020, 1, 1)), headline="Neu")
    assert f"{Article.objects.get().published_on}" == "2024-11-05"


def test_a_changed_section_keeps_its_anchor():
    take()
    take(sections=(SectionRecord("<p>Der Rat tagt nicht.</p>", "Der Rat"), SectionRecord("<p>Mehr.</p>", "Mehr")))
    assert [s.anchor for s in Article.objects.get().sections.all()] == ["der-rat", "mehr"]


def test_an_embargo_is_not_lifted_because_its_line_is_gone():
    until = NOW + timedelta(days=2)
    take(OUT, embargoed_until=until)
    take(OUT, headline="Neu")
    assert Article.objects.get().embargoed_until == until


def test_a_withdrawn_article_stays_withdrawn_and_that_is_said():
    article = take(OUT).article
    withdraw(article, editor=None, at=NOW, reason="Verwechslung")
    taken = take(OUT, headline="Neu")
    assert Article.objects.get().status == Status.WITHDRAWN
    assert "„Zurückgezogen“ und bleibt es" in told(taken)


# -- in conflict ----------------------------------------------------------------------------------


def test_what_an_editor_changed_is_left_alone():
    take()
    edit()
    taken = take(headline="Aus der Datei")
    assert taken.outcome == Outcome.CONFLICT
    assert Article.objects.get().headline == "Von der Redaktion"


def test_a_conflict_names_who_and_when():
    take()
    edit()
    reason = take(headline="Aus der Datei").reason
    assert "chefin" in reason
    assert "05.11.2024" in reason


def test_a_conflict_stays_one_until_it_is_settled():
    take()
    edit()
    take(headline="Aus der Datei")
    assert take(headline="Aus der Datei").outcome == Outcome.CONFLICT


def test_overwriting_takes_the_file_and_keeps_the_editors_version():
    take()
    edit()
    taken = take(Wishes(overwrite=True), headline="Aus der Datei")
    assert (taken.outcome, Article.objects.get().headline) == (Outcome.UPDATED, "Aus der Datei")
    assert [v.record["headline"] for v in taken.article.versions.all()][1] == "Von der Redaktion"


def test_after_overwriting_there_is_no_conflict():
    take()
    edit()
    take(Wishes(overwrite=True), headline="Aus der Datei")
    assert take(headline="Noch einmal").outcome == Outcome.UPDATED


@pytest.mark.parametrize("field", ["standfirst", "kicker", "dateline", "rights"])
def test_every_part_of_the_text_can_be_in_conflict(field):
    take()
    Article.objects.update(**{field: "anders"})
    assert is_edited(Article.objects.get())


def test_a_date_an_editor_set_is_in_conflict():
    take()
    Article.objects.update(published_at=NOW)
    assert take(headline="Aus der Datei").outcome == Outcome.CONFLICT


def test_publishing_is_no_conflict():
    article = take().article
    publish(article, editor=build_editor(), at=NOW)
    assert take(headline="Aus der Datei").outcome == Outcome.UPDATED


def test_renaming_a_tag_is_no_conflict():
    take()
    tag = Article.objects.get().tags.get()
    tag.name = "Bauwesen"
    tag.save()
    assert take(headline="Aus der Datei").outcome == Outcome.UPDATED


def test_merging_a_tag_is_no_conflict_and_filing_otherwise_is():
    article = take().article
    TAGS.merge(build_tag("Bauwesen"), list(article.tags.all()), editor=None, at=NOW)
    assert not is_edited(Article.objects.get())
    article.tags.add("Verkehr")
    assert is_edited(Article.objects.get())


def test_merging_a_desk_is_no_conflict():
    desk = build_desk("Bauen")
    take(Wishes(desk=desk))
    DESKS.merge(build_desk("Wirtschaft"), [desk], editor=None, at=NOW)
    assert not is_edited(Article.objects.get())


def test_linking_people_is_no_conflict():
    take(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    Article.objects.get().mentions.all().delete()
    assert not is_edited(Article.objects.get())


def test_an_article_the_editors_wrote_themselves_is_not_overwritten():
    Article.objects.create(headline="Eigenes", source="files", external_id="a.txt")
    assert take().outcome == Outcome.CONFLICT


# -- people ---------------------------------------------------------------------------------------


def test_known_people_are_linked():
    person = build_person("Anna Berg")
    taken = take(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    assert taken.linked.confirmed == {person.pk}


def test_people_are_in_the_imported_version():
    build_person("Anna Berg")
    article = take(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.").article
    assert [m["surface"] for m in article.versions.get().record["mentions"]] == ["Anna Berg"]
