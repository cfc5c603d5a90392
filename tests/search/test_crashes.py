"""kill -9 at every step, in a process of its own: what the database committed is found after the next drain."""

import json
import os
import sqlite3
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from articles.models import Article, OutboxEntry
from articles.search import sync
from articles.search.engine import engine
from tests.builders import build_article

pytestmark = pytest.mark.django_db(transaction=True)

KILL = "os.kill(os.getpid(), signal.SIGKILL)"
START = """
import json, os, signal, sys
import django
django.setup()
from django.db import transaction
from articles.models import Article, OutboxEntry
from articles.search import SearchRequest, find, sync
from articles.search.rebuilding import rebuild
from tests.builders import NOW, build_article
"""
KILLED_DRAIN = f"sync.drain(on_step=lambda step: {KILL} if step == sys.argv[1] else None)"
KILLED_REBUILD = f"rebuild(progress=lambda done, total: {KILL})"
KILLED_IMPORT = f"""
with sync.postponed():
    for number in range(4):
        with transaction.atomic():
            build_article("Hafen", body="", slug=f"hafen-{{number}}")
            if number == 3:
                {KILL}
            sync.drain_after_commit()
"""
KILLED_SAVE = f"""
sync.drain = lambda: {KILL}
with transaction.atomic():
    build_article("Hafen", body="", slug="hafen")
    sync.drain_after_commit()
"""
LOOK = """
def found(words): return sorted(find(SearchRequest(words), NOW).ids)
sync.drain()
print(json.dumps([found("Brücke"), found("Hafen"), OutboxEntry.objects.count()]))
"""


@pytest.fixture
def house(tmp_path):
    """Two articles in the index, one of which has been renamed to "Hafen" since; runs code in a process of its own."""
    OutboxEntry.objects.all().delete()
    build_article("Brücke", body=""), build_article("Brücke", body="")
    sync.drain()
    Article.objects.filter(pk=Article.objects.latest("id").pk).update(headline="Hafen")
    environment = {**os.environ, "DATABASE_URL": _database(tmp_path), "INDEX_DIR": str(settings.INDEX_DIR)}
    environment |= {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "RUST_BACKTRACE": "0"}

    def run(code, *arguments):
        command = [sys.executable, "-c", START + code, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=settings.BASE_DIR)

    return run


def _database(tmp_path):
    """The tests' own PostgreSQL database, or a copy of their SQLite one, which lives in memory."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
            connection.connection.backup(copy)
        return f"sqlite:///{tmp_path / 'copy.sqlite3'}"
    at = connection.settings_dict
    login = f"{quote(at['USER'], safe='')}:{quote(at['PASSWORD'], safe='')}"
    return f"postgresql://{login}@/{at['NAME']}?host={quote(at['HOST'] or 'localhost')}&port={at['PORT'] or 5432}"


def look(house):
    done = house(LOOK)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("step", ["taken", "written", "committed", "forgotten"])
def test_a_drain_killed_at_any_step_loses_nothing(house, step):
    first, second = Article.objects.order_by("id").values_list("pk", flat=True)
    assert house(KILLED_DRAIN, step).returncode == -9
    assert look(house) == [[first], [second], 0]


def test_a_save_killed_after_its_commit_loses_nothing(house):
    assert house(KILLED_SAVE).returncode == -9
    assert len(look(house)[1]) == 2


def test_an_import_killed_half_way_keeps_what_was_committed(house):
    assert house(KILLED_IMPORT).returncode == -9
    brücke, hafen, waiting = look(house)
    assert (len(brücke), len(hafen), waiting) == (1, 1 + 3, 0)


def test_a_rebuild_killed_leaves_the_old_index_and_no_lock(house):
    assert house(KILLED_REBUILD).returncode == -9
    assert len(engine().stamps(0, 2**40)) == 2
    brücke, hafen, waiting = look(house)
    assert (len(brücke), len(hafen), waiting) == (1, 1, 0)


def test_what_another_process_brought_in_is_seen_here(house):
    before = engine().generation()
    look(house)
    assert engine().generation() != before
