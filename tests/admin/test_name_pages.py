"""The queue of names the archive does not know."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Mention, Person, RejectedName
from articles.vocabulary import MentionStatus
from tests.builders import build_article, build_mention, build_person

pytestmark = pytest.mark.django_db
QUEUE = "/admin/articles/mention/names/"


def suggest(name, times=1):
    for _number in range(times):
        build_mention(build_article(), None, suggested_name=name, status=MentionStatus.SUGGESTED)


@pytest.fixture
def names():
    suggest("Kai Neu", 2), suggest("Lea Alt")


def shown(client, **query):
    return [one.name for one, _places in client.get(QUEUE, query).context["rows"]]


def test_the_most_mentioned_come_first(client, chief, names):
    assert shown(client) == ["Kai Neu", "Lea Alt"]
    assert shown(client, order="newest") == ["Lea Alt", "Kai Neu"]
    assert shown(client, q="lea") == ["Lea Alt"]


def test_each_is_shown_with_its_sentences(client, chief, names):
    html = client.get(QUEUE).content.decode()
    assert "2 Artikel" in html
    assert html.count("newsroom-sentence") == 3


def test_one_click_makes_the_person_and_links_every_article(client, chief, names):
    response = client.post(QUEUE, {"adopt": "Kai Neu"}, follow=True)
    assert "1 Name entschieden, 2 Artikel." in response.content.decode()
    assert Person.objects.get().mentions.filter(status=MentionStatus.CONFIRMED).count() == 2


def test_a_rejection_is_remembered(client, chief, names):
    client.post(QUEUE, {"refuse": "Kai Neu"})
    assert RejectedName.objects.get().rejected_by == chief
    assert shown(client) == ["Lea Alt"]


@pytest.mark.parametrize(("button", "people"), [("adopt_chosen", 2), ("refuse_chosen", 0)])
def test_several_at_once(client, chief, names, button, people):
    client.post(QUEUE, {"name": ["Kai Neu", "Lea Alt"], button: "1"})
    assert Person.objects.count() == people
    assert not Mention.objects.filter(status=MentionStatus.SUGGESTED).exists()


def test_the_chosen_become_names_of_somebody_known(client, chief, names):
    person = build_person("Kai Neumann")
    client.post(QUEUE, {"name": ["Kai Neu"], "adopt_chosen": "1", "person": person.pk})
    assert person.names.filter(name="Kai Neu").exists()


@pytest.mark.parametrize(
    "posted", [{}, {"adopt": "Niemand"}, {"adopt": ""}, {"name": "x", "adopt_chosen": "1", "person": "x"}]
)
def test_nonsense_makes_nobody(client, chief, names, posted):
    assert client.post(QUEUE, posted, follow=True).status_code == 200
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "query", [{"page": "x"}, {"page": "9" * 30}, {"page": "7"}, {"order": "x"}, {"q": "%_\x00' \""}]
)
def test_any_address_answers(client, chief, names, query):
    assert client.get(QUEUE, query).status_code == 200


def test_more_names_are_on_the_next_page(client, chief):
    for number in range(31):
        suggest(f"Kai Neu{number}")
    assert len(shown(client)) == 30
    assert "page=2" in client.get(QUEUE).content.decode()
    assert len(shown(client, page=2)) == 1


def test_many_names_take_no_more_questions(client, chief):
    def asked(number):
        for place in range(number):
            suggest(f"Kai {number} {place}", 2)
        with CaptureQueriesContext(connection) as captured:
            client.get(QUEUE)
        return len(captured)

    asked(3)
    assert asked(2) == asked(24)


def test_who_may_not_decide_sees_nothing(client, writer, names):
    assert client.get(QUEUE).status_code == 403
    assert client.post(QUEUE, {"adopt": "Kai Neu"}).status_code == 403


def test_who_may_not_add_people_may_reject(client, writer, names):
    writer.user_permissions.add(
        *Permission.objects.filter(codename__in=["view_mention", "change_mention", "settle_mention"])
    )
    assert "Anlegen und verknüpfen" not in client.get(QUEUE).content.decode()
    client.post(QUEUE, {"adopt": "Kai Neu"})
    assert not Person.objects.exists()
    client.post(QUEUE, {"refuse": "Kai Neu"})
    assert RejectedName.objects.exists()


def test_a_post_without_token_is_refused(chief, names):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chief)
    assert strict.post(QUEUE, {"adopt": "Kai Neu"}).status_code == 403
