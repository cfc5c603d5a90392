"""Counting a page's queries, to compare a small archive with a larger one; and German again after an English page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation


@pytest.fixture(autouse=True)
def german_again():
    yield
    translation.deactivate()


@pytest.fixture
def count_queries(client):
    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count
