"""The names beside an article's text: why, how sure, and decisions about all of them at once."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Mention, Person
from articles.vocabulary import MentionStatus, Reason
from tests.admin.filling import typed
from tests.builders import build_article, build_mention, build_person

pytestmark = pytest.mark.django_db
SUGGESTED = {"status": MentionStatus.SUGGESTED}


@pytest.fixture
def article():
    """With one who is known, likely so; one new; and one of two namesakes."""
    built = build_article()
    namesakes = {str(build_person(f"{name} Kolbe").pk): 0.5 for name in ("Ada", "Bert")}
    build_mention(
        built, build_person("Lea Alt"), score=0.92, why=Reason.OFFICE, evidence={"office": "Rätin"}, **SUGGESTED
    )
    build_mention(built, None, suggested_name="Kai Neu", score=0.6, why=Reason.NEW_GIVEN, **SUGGESTED)
    evidence = {"candidates": namesakes}
    build_mention(built, None, suggested_name="Kolbe", score=0.5, why=Reason.HOMONYM, evidence=evidence, **SUGGESTED)
    return built


def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def save(client, article, **changes):
    return client.post(page(article), typed(client.get(page(article)), **changes), follow=True)


def decided():
    """By name, what has become of the suggestions."""
    return {mention.suggested_name or str(mention.person): mention.status for mention in Mention.objects.all()}


def test_a_card_says_how_sure_and_why(client, chief, article):
    html = client.get(page(article)).content.decode()
    assert "92 % sicher." in html
    assert "Amt und Familienname stehen beieinander: „Rätin“." in html
    assert "Ada Kolbe (50 %), Bert Kolbe (50 %)" in html


def test_all_are_accepted_but_namesakes(client, chief, article):
    save(client, article, decide_all="confirmed")
    assert decided() == {"Lea Alt": "confirmed", "Kai Neu": "confirmed", "Kolbe": "suggested"}
    assert Person.objects.filter(name="Kai Neu").exists()


def test_all_that_are_sure_enough_are_accepted(client, chief, article):
    save(client, article, decide_all="over", decide_from="90")
    assert decided() == {"Lea Alt": "confirmed", "Kai Neu": "suggested", "Kolbe": "suggested"}


def test_all_are_rejected(client, chief, article):
    save(client, article, decide_all="rejected")
    assert set(decided().values()) == {"rejected"}


def test_what_is_said_of_one_goes_before_what_is_said_of_all(client, chief, article):
    place = [mention.suggested_name for mention in article.mentions.order_by("anchor", "start")].index("Kai Neu")
    save(client, article, decide_all="confirmed", **{f"mentions-{place}-decision": "rejected"})
    assert decided()["Kai Neu"] == "rejected"


@pytest.mark.parametrize(("name", "value"), [("decide_from", "viel"), ("decide_from", "101"), ("decide_all", "x")])
def test_nonsense_is_refused_and_nothing_saved(client, chief, article, name, value):
    assert save(client, article, headline="Neu", **{name: value}).status_code == 200
    article.refresh_from_db()
    assert article.headline != "Neu"


def test_one_of_the_namesakes_is_chosen(client, chief, article):
    ada = Person.objects.get(name="Ada Kolbe")
    save(client, article, **{"mentions-2-decision": f"person-{ada.pk}"})
    assert ada.mentions.get().status == MentionStatus.CONFIRMED


def test_namesakes_are_not_confirmed_without_a_choice(client, chief, article):
    response = save(client, article, **{"mentions-2-decision": "confirmed"})
    assert "Mehrere Personen heißen „Kolbe“" in response.content.decode()
    assert decided()["Kolbe"] == "suggested"


def test_an_automatic_link_says_so_and_is_taken_back(client, chief):
    article = build_article(body="<p>Da war Lea Alt.</p>")
    build_mention(article, build_person("Lea Alt"), is_automatic=True, surface="Lea Alt", start=7, end=14)
    assert "Vom Archiv verknüpft, von niemandem geprüft" in client.get(page(article)).content.decode()
    save(client, article, **{"mentions-0-decision": "rejected"})
    mention = Mention.objects.get()
    assert (mention.status, mention.is_automatic, mention.decided_by) == ("rejected", False, chief)


def test_who_may_not_add_people_is_told(client, writer, article):
    names = ["view_mention", "change_mention", "view_person"]
    writer.user_permissions.add(*Permission.objects.filter(codename__in=names))
    response = save(client, article, **{"mentions-1-decision": "confirmed"})
    assert "fehlt Ihnen die Berechtigung" in response.content.decode()
    assert not Person.objects.filter(name="Kai Neu").exists()


def test_who_may_only_look_decides_nothing(client, writer, article):
    writer.user_permissions.add(Permission.objects.get(codename="view_mention"))
    assert 'name="mentions-0-decision"' not in client.get(page(article)).content.decode()
    client.post(page(article), typed(client.get(page(article))) | {"decide_all": "rejected"})
    assert set(decided().values()) == {"suggested"}
