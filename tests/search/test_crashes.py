"""kill -9 at every step, in a process of its own: what the database committed is found after the next drain."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from articles.models import Article, OutboxEntry
from articles.search import SearchRequest, find, sync
from articles.search.engine import engine
from tests.builders import NOW, build_article
from tests.search.elsewhere import elsewhere

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
sync.drain = lambda **_: {KILL}
with transaction.atomic():
    build_article("Hafen", body="", slug="hafen")
    sync.drain_after_commit()
"""


@pytest.fixture
def house():
    """Two articles in the index, one of which has been renamed to "Hafen" since; runs code in a process of its own."""
    OutboxEntry.objects.all().delete()
    build_article("Brücke", body=""), build_article("Brücke", body="")
    sync.drain()
    Article.objects.filter(pk=Article.objects.latest("id").pk).update(headline="Hafen")
    return lambda code, *arguments: elsewhere(START + code, *arguments)


def look():
    """What is found after the next drain, and what waits."""
    sync.drain()
    return found("Brücke"), found("Hafen"), OutboxEntry.objects.count()


def found(words):
    return sorted(find(SearchRequest(words), NOW).ids)


@pytest.mark.parametrize("step", ["taken", "written", "committed", "noted", "forgotten"])
def test_a_drain_killed_at_any_step_loses_nothing(house, step):
    first, second = Article.objects.order_by("id").values_list("pk", flat=True)
    assert house(KILLED_DRAIN, step).returncode == -9
    assert look() == ([first], [second], 0)


def test_a_save_killed_after_its_commit_loses_nothing(house):
    assert house(KILLED_SAVE).returncode == -9
    assert len(look()[1]) == 2


def test_an_import_killed_half_way_keeps_what_was_committed(house):
    assert house(KILLED_IMPORT).returncode == -9
    brücke, hafen, waiting = look()
    assert (len(brücke), len(hafen), waiting) == (1, 1 + 3, 0)


def test_a_rebuild_killed_leaves_the_old_index_and_no_lock(house):
    assert house(KILLED_REBUILD).returncode == -9
    assert len(engine().stamps(0, 2**40)) == 2
    brücke, hafen, waiting = look()
    assert (len(brücke), len(hafen), waiting) == (1, 1, 0)


def test_what_another_process_brought_in_is_seen_here(house):
    before = engine().generation()
    house("sync.drain()")
    assert engine().generation() != before


# ---- the first index, and a new one ---------------------------------------------------------------------------------

FIRST = f"""
OutboxEntry.objects.all().delete()
Article.objects.all().delete()
with transaction.atomic():
    build_article("Hafen", body="", slug="hafen")
{KILLED_DRAIN}
"""
KILLED_SWITCH = f"rebuild(on_step=lambda step: {KILL} if step == sys.argv[1] else None)"
CHANGED_REBUILD = f"""
def change(done, total):
    Article.objects.filter(headline="Brücke").update(headline="Hafen")
    sync.drain()
rebuild(progress=change, on_step=lambda step: {KILL} if step == sys.argv[1] else None)
"""


@pytest.mark.parametrize("step", ["made", "switched", "taken", "written", "committed", "noted", "forgotten"])
def test_a_first_index_killed_at_any_step_is_made_after_all(house, step):
    shutil.rmtree(settings.INDEX_DIR)
    assert house(FIRST, step).returncode == -9
    brücke, hafen, waiting = look()
    assert (len(brücke), len(hafen), waiting) == (0, 1, 0)


@pytest.mark.parametrize("step", ["written", "caught up", "switched", "forgotten"])
def test_a_rebuild_killed_at_any_step_loses_nothing(house, step):
    first, second = Article.objects.order_by("id").values_list("pk", flat=True)
    assert house(KILLED_SWITCH, step).returncode == -9
    assert look() == ([first], [second], 0)


@pytest.mark.parametrize("step", ["written", "caught up", "switched", "forgotten"])
def test_nor_does_it_lose_what_changed_meanwhile(house, step):
    both = sorted(Article.objects.values_list("pk", flat=True))
    assert house(CHANGED_REBUILD, step).returncode == -9
    assert look() == ([], both, 0)


# ---- two at once ----------------------------------------------------------------------------------------------------

WRITER = """
for number in range(4):
    with transaction.atomic():
        build_article("Hafen", body="", slug=f"hafen-{sys.argv[1]}-{number}")
        sync.drain_after_commit()
"""


def test_two_processes_that_write_at_once_lose_nothing(house):
    look()
    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda name: house(WRITER, name), ["a", "b"]))
    assert [process.returncode for process in done] == [0, 0], done
    assert len(look()[1]) == 1 + 8


# ---- a full disk ----------------------------------------------------------------------------------------------------

FULL = """
import resource
from articles.errors import IndexUnavailable
from django.db import connection
connection.ensure_connection()
build_article("Hafen", body="<p>" + "Wörter und Worte. " * 50 + "</p>", slug="voll")
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (300, most))
try:
    exec(sys.argv[1])
except IndexUnavailable as error:
    print(json.dumps([str(error), sorted(find(SearchRequest("Brücke"), NOW).ids), OutboxEntry.objects.exists()]))
"""


@pytest.mark.parametrize("work", ["sync.drain()", "rebuild()"])
def test_a_full_disk_is_said_and_harms_nothing(house, work):
    first, second = Article.objects.order_by("id").values_list("pk", flat=True)
    error, brücke, waits = json.loads(house(FULL, work).stdout)
    assert "lässt sich nicht schreiben" in error
    assert (brücke, waits) == ([first, second], True)
    brücke, hafen, waiting = look()
    assert (brücke, hafen[0], len(hafen), waiting) == ([first], second, 2, 0)
    assert not engine().damaged()
