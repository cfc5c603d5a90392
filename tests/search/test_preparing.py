"""Several processes prepare a rebuild."""

import time
from pathlib import Path

import pytest

from articles.models import OutboxEntry
from tests.builders import build_article
from tests.search.elsewhere import elsewhere

START = """
import multiprocessing, os, signal, sys
import django
django.setup()
from articles.errors import NewsroomError
from articles.search import SearchRequest, find, preparing
from articles.search.loading import all_ids
from articles.search.rebuilding import rebuild
from tests.builders import NOW
preparing.WORTH_IT = 1
os.cpu_count = lambda: 2
"""
REBUILD = "print(rebuild(), sorted(find(SearchRequest('Brücke'), NOW).ids))"
WORKERS = """
workers = preparing._started(2)
print(*(workers.submit(os.getpid).result() for _ in range(20)))
sys.stdout.flush()
"""
KILLED = WORKERS + "os.kill(os.getpid(), signal.SIGKILL)"
DYING = """
def batches():
    for process in multiprocessing.active_children():
        process.kill()
    yield [1]
try:
    list(preparing.prepared(batches(), 1))
except NewsroomError as error:
    print(error)
"""
ALONE = """
def pool(count):
    raise OSError("no locks here")
preparing.pool = pool
"""


@pytest.fixture
def run(transactional_db):
    OutboxEntry.objects.all().delete()
    return lambda code: elsewhere(START + code)


def test_several_processes_bring_in_everything(run):
    articles = [build_article("Brücke").pk for _ in range(3)]
    done = run(REBUILD)
    assert done.stdout.split("\n")[0] == f"3 {articles}", done.stderr


def test_a_killed_rebuild_leaves_no_process_behind(run):
    processes = set(run(KILLED).stdout.split())
    until = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in processes) and time.monotonic() < until:
        time.sleep(0.05)
    assert processes
    assert not any(Path(f"/proc/{pid}").exists() for pid in processes)


def test_a_process_that_dies_is_a_clear_error(run):
    done = run(DYING)
    assert "abgebrochen" in done.stdout, done.stderr


def test_an_error_in_a_process_is_told_here(run):
    done = run("list(preparing.prepared([['rubbish']], 1))")
    assert "expected a number but got 'rubbish'" in done.stderr.splitlines()[-1]


def test_where_no_process_can_be_started_one_does_the_work(run):
    article = build_article("Brücke")
    done = run(ALONE + REBUILD)
    assert done.stdout == f"1 [{article.pk}]\n"
    assert "no locks here" in done.stderr
