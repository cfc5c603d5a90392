"""Which versions readers saw, since when, and which of them were news."""

from datetime import timedelta

import pytest

from articles import history
from articles.editorial.embargo import embargo
from articles.editorial.publish import publish
from articles.editorial.restore import restore
from articles.editorial.withdraw import withdraw
from articles.models import Version
from tests.builders import NOW, build_article, build_draft, build_mention, build_person
from tests.editorial.living import DAY, build_corrected, saved

pytestmark = pytest.mark.django_db
LATER = NOW + 9 * DAY


def numbers(versions):
    return [version.number for version in versions]


def test_drafts_and_what_was_scheduled_and_changed_again_were_not_seen():
    article = saved(build_draft(), NOW)
    article = publish(article, editor=None, at=NOW, when=NOW + DAY)
    saved(article, NOW + DAY / 2, headline="Anders")
    assert numbers(history.seen(article, LATER)) == [3]


def test_it_is_shown_from_its_date_not_from_its_saving():
    article = publish(saved(build_draft(), NOW), editor=None, at=NOW, when=NOW + DAY)
    assert [version.shown_from for version in history.seen(article, LATER)] == [NOW + DAY]
    assert history.seen(article, NOW + DAY / 2) == []


def test_what_was_embargoed_after_it_had_been_seen_stays_a_version():
    article = saved(build_article(), NOW)
    embargo(article, NOW + 3 * DAY, editor=None, at=NOW + DAY)
    assert [version.shown_from for version in history.seen(article, LATER)] == [NOW, NOW + 3 * DAY]


def test_of_two_saved_at_one_moment_only_the_second_was_seen():
    article = saved(saved(build_article(), NOW), NOW, headline="Sofort anders")
    assert numbers(history.seen(article, LATER)) == [2]


def test_being_withdrawn_is_no_version_and_coming_back_no_news():
    article = withdraw(saved(build_article(), NOW), editor=None, at=NOW + DAY, reason="Prüfung")
    article = restore(article, editor=None, at=NOW + 2 * DAY)
    seen = history.seen(article, LATER)
    assert (numbers(seen), numbers(history.editions(seen))) == ([1, 3], [1])


def test_linking_people_is_no_news():
    article = build_corrected()
    build_mention(article, build_person())
    seen = history.seen(saved(article, NOW + 2 * DAY), LATER)
    assert (numbers(seen), numbers(history.editions(seen))) == ([1, 2, 3], [1, 2])


def test_a_note_is_news_even_without_a_change():
    notes = history.notes(history.seen(build_corrected(), LATER))
    assert [(new.number, old.number) for new, old in notes] == [(2, 1)]


@pytest.mark.parametrize(("hours", "number"), [(-9, 1), (0, 1), (23, 1), (24, 2), (999, 2)])
def test_the_version_of_a_moment(hours, number):
    seen = history.seen(build_corrected(), LATER)
    assert history.current_on(seen, NOW + timedelta(hours=hours)).number == number


def test_no_version_has_no_moment():
    assert history.current_on([], NOW) is None


def test_a_text_that_comes_back_is_another_edition():
    article = saved(build_article("A"), NOW)
    for step, headline in enumerate(("B", "A"), start=1):
        article = saved(article, NOW + DAY * step, headline=headline)
    assert [version.text_number for version in Version.objects.order_by("number")] == [1, 2, 3]
