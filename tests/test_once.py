"""What a page reads once."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models.desk import desks
from articles.once import OnceMiddleware, once, one_page
from tests.builders import build_desk


def numbers():
    numbers.last += 1
    return numbers.last


numbers.last = 0


def test_a_question_is_asked_once_for_a_page():
    with one_page():
        assert once("number", numbers) == once("number", numbers)


def test_each_question_has_its_own_answer():
    with one_page():
        assert once("one", numbers) != once("other", numbers)


def test_the_next_page_asks_anew():
    with one_page():
        first = once("number", numbers)
    with one_page():
        assert once("number", numbers) != first


def test_outside_of_a_page_nothing_is_kept():
    assert once("number", numbers) != once("number", numbers)


@pytest.mark.parametrize(("method", "is_kept"), [("GET", True), ("HEAD", True), ("POST", False), ("DELETE", False)])
def test_only_what_changes_nothing_reads_once(method, is_kept):
    asked = []

    def view(_request):
        asked.append(once("number", numbers) == once("number", numbers))
        return HttpResponse()

    OnceMiddleware(view)(RequestFactory().generic(method, "/"))
    assert asked == [is_kept]


@pytest.mark.django_db
def test_a_desk_made_since_is_on_the_next_page():
    build_desk("Politik")
    with one_page():
        assert len(desks()) == 1
        build_desk("Kultur")
        assert len(desks()) == 1
    assert len(desks()) == 2


@pytest.mark.django_db
def test_desks_are_read_with_one_query():
    build_desk("Politik")
    with one_page(), CaptureQueriesContext(connection) as queries:
        assert desks() == desks()
    assert len(queries) == 1
