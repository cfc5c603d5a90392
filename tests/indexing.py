"""For tests that search: bring everything in. Tests run in a transaction that never commits, so no hook does it."""

from articles.search.sync import drain


def index_now() -> None:
    drain()
