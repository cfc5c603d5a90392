"""Merging, splitting and keeping people apart in the admin; taking a merge back."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editorial.merge_people import PEOPLE
from articles.models import DifferentPeople, MergeRecord, Person
from tests.admin.filling import typed
from tests.builders import NOW, build_article, build_editor, build_mention, build_person

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/person/"


@pytest.fixture
def pair():
    kept, gone = build_person("Anna Berg", description="Rätin"), build_person("Berg, Anna", wikidata_id="Q1")
    build_article(people=[gone])
    return kept, gone


def page(person, name):
    return f"{LIST}{person.pk}/{name}/"


def test_the_merge_asks_who(client, chief, pair):
    html = client.get(page(pair[0], "merge")).content.decode()
    assert "Wer soll ein Teil dieser Person werden?" in html


def test_the_merge_shows_what_would_move(client, chief, pair):
    html = client.get(page(pair[0], "merge"), {"other": pair[1].pk}).content.decode()
    assert "„Berg, Anna“ → „Anna Berg“" in html
    assert "1 Nennung in 1 Artikeln" in html
    assert Person.objects.count() == 2


def test_the_merge_is_done(client, chief, pair):
    response = client.post(page(pair[0], "merge"), {"other": pair[1].pk}, follow=True)
    assert "jetzt ein Teil von „Anna Berg“" in response.content.decode()
    assert Person.objects.get() == pair[0]


@pytest.mark.parametrize("other", ["", "x", "999", "9" * 30, "1\x00"])
def test_nobody_else_merges_nothing(client, chief, pair, other):
    assert client.post(page(pair[0], "merge"), {"other": other}).status_code == 200
    assert Person.objects.count() == 2


def test_nobody_is_merged_with_themselves(client, chief, pair):
    response = client.post(page(pair[0], "merge"), {"other": pair[0].pk})
    assert "kann nicht in sich selbst aufgehen" in response.content.decode()


def test_some_mentions_get_a_new_person(client, chief, pair):
    mention = pair[1].mentions.get()
    assert mention.article.headline in client.get(page(pair[1], "split")).content.decode()
    client.post(page(pair[1], "split"), {"mention": [mention.pk], "name": "Anna Bergmann"})
    assert Person.objects.get(name="Anna Bergmann").mentions.get() == mention


@pytest.mark.parametrize("chosen", [[], ["x"], ["9" * 30]])
def test_no_mention_chosen_is_told(client, chief, pair, chosen):
    response = client.post(page(pair[1], "split"), {"mention": chosen, "name": "Anna Bergmann"})
    assert "Keine Nennung ausgewählt" in response.content.decode()


@pytest.mark.parametrize("number", ["2", "0", "x", "9" * 30])
def test_pages_too_far_are_empty(client, chief, pair, number):
    assert client.get(page(pair[1], "split"), {"page": number}).status_code == 200


def test_pairs_are_shown_and_kept_apart(client, chief, pair):
    html = client.get(f"{LIST}duplicates/").content.decode()
    assert "gleicher Name in anderer Reihenfolge" in html
    client.post(f"{LIST}duplicates/", {"apart": f"{pair[1].pk}-{pair[0].pk}"})
    assert DifferentPeople.objects.get().said_by == chief
    assert "Hier sind keine Doppelten" in client.get(f"{LIST}duplicates/").content.decode()


@pytest.mark.parametrize("apart", ["", "1", "a-b", "1-2-3", "999-998"])
def test_nonsense_keeps_nobody_apart(client, chief, pair, apart):
    assert client.post(f"{LIST}duplicates/", {"apart": apart}).status_code == 302
    assert not DifferentPeople.objects.exists()


@pytest.mark.parametrize("query", ["person=999", "person=x", "before=x", "before=1", "person=1&before=2"])
def test_any_address_of_the_pairs_answers(client, chief, pair, query):
    assert client.get(f"{LIST}duplicates/?{query}").status_code == 200


def test_one_persons_doubles(client, chief, pair):
    html = client.get(f"{LIST}duplicates/?person={pair[0].pk}").content.decode()
    assert "Wer „Anna Berg“ noch einmal sein könnte." in html


def test_a_merge_is_taken_back(client, chief, pair):
    record = PEOPLE.merge(pair[0], [pair[1]], editor=chief, at=timezone.now())[0]
    there = f"/admin/articles/mergerecord/{record.pk}/undo/"
    assert "Zurücknehmen" in client.get(there).content.decode()
    client.post(there)
    assert Person.objects.count() == 2
    assert "nicht mehr zurücknehmen" in client.get(there).content.decode()


def test_the_list_of_merges(client, chief, pair):
    PEOPLE.merge(pair[0], [pair[1]], editor=chief, at=NOW)
    assert "Berg, Anna" in client.get("/admin/articles/mergerecord/").content.decode()


def test_who_may_not_merge_sees_none_of_it(client, pair):
    editor = build_editor("redakteur", superuser=False)
    editor.user_permissions.set(
        Permission.objects.filter(codename__in=["view_person", "change_person", "change_mention"])
    )
    client.force_login(editor)
    record = MergeRecord.objects.create(kept=pair[0], kept_name="A", gone_name="B", merged_at=NOW)
    paths = [page(pair[0], "merge"), page(pair[0], "split"), f"{LIST}duplicates/", "/admin/articles/mergerecord/"]
    for path in [*paths, f"/admin/articles/mergerecord/{record.pk}/undo/"]:
        assert client.get(path).status_code == 403
        assert client.post(path, {"other": pair[1].pk}).status_code == 403
    assert "Zusammenführen" not in client.get(page(pair[0], "change")).content.decode()


def test_a_post_without_token_is_refused(chief, pair):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chief)
    for path in (page(pair[0], "merge"), page(pair[0], "split"), f"{LIST}duplicates/"):
        assert strict.post(path, {"other": pair[1].pk}).status_code == 403
    assert Person.objects.count() == 2


def test_many_mentions_take_no_more_questions(client, chief):
    person = build_person()

    def asked(number):
        for _number in range(number):
            build_mention(build_article(), person)
        with CaptureQueriesContext(connection) as captured:
            client.get(page(person, "split"))
        return len(captured)

    asked(3)
    assert asked(1) == asked(20)


def test_numbers_pasted_with_their_address_are_taken(client, chief, pair):
    there = page(pair[0], "change")
    form = client.get(there)
    client.post(there, typed(form, wikidata_id="https://www.wikidata.org/wiki/Q42", gnd_id=" 118540238 "))
    pair[0].refresh_from_db()
    assert (pair[0].wikidata_id, pair[0].gnd_id) == ("Q42", "118540238")


@pytest.mark.parametrize("number", ["118540239", "Goethe"])
def test_a_wrong_gnd_number_is_refused(client, chief, pair, number):
    response = client.post(page(pair[0], "change"), typed(client.get(page(pair[0], "change")), gnd_id=number))
    assert "Prüfziffer" in response.content.decode()
