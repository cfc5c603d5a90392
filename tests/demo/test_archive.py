from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localtime

from articles.demo.archive import HERE, Calendar, contents, text_of, with_wording
from articles.errors import Unreadable
from articles.text.sortkeys import fold
from tests.builders import NOW

ARCHIVE = contents()
ENTRIES = ARCHIVE["articles"]
FILES = [entry["file"] for entry in ENTRIES]


def names(kind: str) -> set[str]:
    return {entry["name"] for entry in ARCHIVE[kind]}


def test_it_lists_every_text_once():
    assert sorted(FILES) == sorted(path.stem for path in (HERE / "texts").glob("*.txt"))


def test_there_are_at_least_sixty_articles_some_of_them_english():
    languages = [text_of(file).language for file in FILES]
    assert len(languages) >= 60
    assert languages.count("en") >= 5


@pytest.mark.parametrize("file", FILES)
def test_a_text_is_filed_under_what_the_archive_lists(file):
    record = text_of(file)
    tags = {fold(name) for tag in ARCHIVE["tags"] for name in (tag["name"], *tag.get("synonyms", ()))}
    assert record.desk.name in names("desks")
    assert {byline.name for byline in record.bylines} <= names("authors")
    assert record.bylines
    assert {fold(tag.name) for tag in record.tags} <= tags
    assert record.headline
    assert record.standfirst


def test_no_two_tags_share_a_name():
    folded = [fold(name) for tag in ARCHIVE["tags"] for name in (tag["name"], *tag.get("synonyms", ()))]
    assert len(folded) == len(set(folded))


def test_two_people_share_a_family_name_and_one_has_two_spellings():
    families = [person["family_name"] for person in ARCHIVE["people"]]
    assert len(set(families)) < len(families)
    assert any(len(person.get("aliases", ())) > 1 for person in ARCHIVE["people"])


def test_every_special_case_is_there():
    assert {entry.get("state") for entry in ENTRIES} == {None, "draft", "review", "withdrawn"}
    assert any("correction" in entry for entry in ENTRIES)
    assert any("embargo_days" in entry for entry in ENTRIES)
    assert any(entry["days_ago"] < 0 for entry in ENTRIES)


def test_days_are_counted_from_the_day_of_loading():
    assert str(Calendar(NOW).day(5)) == "2024-10-31"
    assert Calendar(NOW).day(None) is None


def test_a_time_of_day_is_local_on_either_side_of_summer_time():
    winter, summer = (Calendar(NOW).moment(days, "06:30") for days in (1, 100))
    assert localtime(winter).strftime("%H:%M") == localtime(summer).strftime("%H:%M") == "06:30"


def test_nothing_of_today_lies_ahead():
    night = datetime(2024, 11, 5, 0, 1, tzinfo=UTC)
    assert Calendar(night).moment(0, "23:50") == night - timedelta(minutes=1)


def test_what_lies_ahead_stays_ahead():
    assert Calendar(NOW).moment(-2, "10:00") > NOW + timedelta(days=1)


@pytest.mark.parametrize(
    "entry", [entry for entry in ENTRIES if "correction" in entry], ids=lambda entry: entry["file"]
)
def test_a_corrected_text_was_worded_otherwise_before(entry):
    record, before = text_of(entry["file"]), entry["correction"]["before"]
    wrong = with_wording(record, before["find"], before["replace"])
    assert with_wording(wrong, before["replace"], before["find"]) == record != wrong


def test_it_refuses_a_wording_that_is_not_there():
    with pytest.raises(Unreadable, match="once"):
        with_wording(text_of(FILES[0]), "Eiffelturm", "Funkturm")
