"""Telling the hub: once, by one process, and again after a failure."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from articles.models import Announcement
from articles.websub import telling
from articles.websub.changed import feeds_changed
from articles.websub.telling import EVERY, LATE, LONGEST_REST, TURN, announce, keep_announcing
from tests.builders import NOW, build_article
from tests.websub.hub import serving

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(minutes=1)
FEEDS = 8
"""Of a bare article: the front page's and those of its year, month and day, in two forms."""


@pytest.fixture
def hub(settings):
    """It has been known since a minute, and something has changed since."""
    with serving() as hub:
        settings.WEBSUB_HUB, settings.SITE_URL = hub.url, "https://zeitung.example"
        announce(NOW)
        yield hub


@pytest.fixture
def changed(hub):
    return build_article(updated_at=NOW + timedelta(seconds=30))


def test_without_a_hub_nobody_is_told(settings, django_assert_num_queries):
    build_article(updated_at=NOW)
    with django_assert_num_queries(0):
        assert announce(LATER) == 0


def test_what_was_there_before_the_hub_is_no_news(hub):
    build_article(updated_at=NOW - timedelta(seconds=1))
    assert announce(LATER) == 0
    assert hub.told == []


def test_it_names_the_feeds_by_their_public_address(hub, changed):
    assert announce(LATER) == FEEDS
    [said] = hub.told
    assert said[:2] == [("hub.mode", "publish"), ("hub.url", "https://zeitung.example/feed.atom")]
    assert ("hub.url", "https://zeitung.example/archive/2024/11/05/feed.json") in said


def test_it_is_told_once(hub, changed):
    announce(LATER)
    assert announce(LATER + LATE + EVERY) == 0
    assert len(hub.told) == 1


def test_what_was_committed_late_is_told_too(hub, changed):
    announce(LATER)
    build_article(updated_at=LATER - timedelta(seconds=5))
    assert announce(LATER + EVERY) == FEEDS
    assert len(hub.told) == 2


def test_many_feeds_take_several_requests(hub, changed, monkeypatch):
    monkeypatch.setattr(telling, "AT_ONCE", 3)
    announce(LATER)
    assert [len(said) - 1 for said in hub.told] == [3, 3, 2]


@pytest.mark.parametrize("status", [500, 404, 307])
def test_a_failure_is_tried_again_after_a_rest(hub, changed, status, caplog):
    hub.status = status
    assert announce(LATER) == 0
    assert "was not told" in caplog.text
    hub.status = 202
    assert announce(LATER + EVERY) == 0
    assert announce(LATER + 2 * EVERY) == FEEDS
    assert Announcement.objects.get().failures == 0


def test_a_hub_that_is_not_there_is_one(hub, changed, settings):
    Announcement.objects.update(hub="http://127.0.0.1:9/")
    settings.WEBSUB_HUB = "http://127.0.0.1:9/"
    assert announce(LATER) == 0
    assert Announcement.objects.get().failures == 1


def test_the_rest_grows_but_has_an_end(hub, changed):
    hub.status, at = 500, LATER
    for _ in range(20):
        announce(at)
        at = Announcement.objects.get().next_at
    turn = Announcement.objects.get()
    assert turn.failures == 20
    assert turn.until == NOW
    announce(at)
    assert Announcement.objects.get().next_at - at == LONGEST_REST


def test_two_processes_do_not_both_tell(hub, changed, monkeypatch):
    others = []
    monkeypatch.setattr(telling, "tell", lambda *_args: others.append(announce(LATER)))
    assert announce(LATER) == FEEDS
    assert others == [0]


def test_of_two_who_ask_at_once_one_tells(hub, changed, monkeypatch):
    """The other has its turn, and tells, while the first still asks what has changed."""
    asked = iter([lambda: announce(LATER), lambda: None])

    def slowly(*args):
        next(asked)()
        return feeds_changed(*args)

    monkeypatch.setattr(telling, "feeds_changed", slowly)
    assert announce(LATER) == 0
    assert len(hub.told) == 1


def test_while_there_is_no_news_nothing_is_written(hub, django_assert_num_queries):
    before = Announcement.objects.values().get()
    with django_assert_num_queries(3):
        assert announce(LATER) == 0
    assert Announcement.objects.values().get() == before


def test_who_was_killed_loses_the_turn(hub, changed, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(telling, "tell", killed)
        with pytest.raises(KeyboardInterrupt):
            announce(LATER)
    assert announce(LATER + EVERY) == 0
    assert announce(LATER + TURN) == FEEDS


def test_the_servers_thread_goes_on_when_the_database_fails(monkeypatch, caplog):
    outcomes = iter([DatabaseError("weg"), 0, KeyboardInterrupt])

    def told(_at):
        outcome = next(outcomes)
        if outcome:
            raise outcome
        return 0

    monkeypatch.setattr(telling, "announce", told)
    monkeypatch.setattr(telling.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(telling.connections, "close_all", lambda: None)
    with pytest.raises(KeyboardInterrupt):
        keep_announcing()
    assert "weg" in caplog.text
