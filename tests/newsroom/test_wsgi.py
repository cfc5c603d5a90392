import importlib
import threading

from articles.text.analysis import looked_for


def test_a_server_reads_the_word_lists_before_anybody_asks():
    looked_for.cache_clear()
    importlib.reload(importlib.import_module("newsroom.wsgi"))
    for thread in threading.enumerate():
        if thread.name == "warm-up":
            thread.join()
    assert looked_for.cache_info().currsize == 1
