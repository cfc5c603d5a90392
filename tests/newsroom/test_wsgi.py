import importlib
import threading

import pytest

from articles import websub
from articles.text.analysis import looked_for


def started() -> set[str]:
    """The names of the threads that a server starts with."""
    before = set(threading.enumerate())
    importlib.reload(importlib.import_module("newsroom.wsgi"))
    threads = set(threading.enumerate()) - before
    for thread in threads:
        thread.join()
    return {thread.name for thread in threads}


def test_a_server_reads_the_word_lists_before_anybody_asks():
    looked_for.cache_clear()
    started()
    assert looked_for.cache_info().currsize == 1


@pytest.mark.parametrize(("hub", "tells"), [("", False), ("https://hub.example", True)])
def test_a_server_tells_the_hub_if_there_is_one(settings, monkeypatch, hub, tells):
    called = []
    monkeypatch.setattr(websub, "keep_announcing", lambda: called.append(True))
    settings.WEBSUB_HUB = hub
    started()
    assert bool(called) is tells
