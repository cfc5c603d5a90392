"""The command `link_people`."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from articles.management.commands import link_people
from articles.models import Mention, OutboxEntry
from tests.builders import build_article, build_person

pytestmark = pytest.mark.django_db


def run(*args):
    out = StringIO()
    call_command("link_people", *args, stdout=out)
    return out.getvalue()


def test_it_links_what_it_knows_and_counts_people():
    build_person("Anna Berg")
    for _ in range(2):
        build_article(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    assert run() == "2 Artikel durchsucht: 1 Person neu verknüpft, 0 Namen neu vorgeschlagen.\n"
    assert Mention.objects.count() == 2


def test_a_second_run_finds_nothing_new():
    build_article(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    run()
    assert "0 Personen neu verknüpft, 0 Namen neu vorgeschlagen" in run()


def test_only_new_passes_over_articles_that_name_somebody():
    build_article(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    run()
    assert run("--only-new").startswith("0 Artikel durchsucht")


def test_the_outbox_stays_small_meanwhile(monkeypatch):
    monkeypatch.setattr(link_people, "DRAIN_EVERY", 2)
    drains = []
    monkeypatch.setattr(link_people.sync, "drain", lambda: drains.append(1))
    for _ in range(5):
        build_article(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    run()
    assert len(drains) == 3


def test_the_index_learns_of_it():
    build_article(standfirst="Bürgermeisterin Anna Berg eröffnet die Brücke.")
    run()
    assert not OutboxEntry.objects.exists()
