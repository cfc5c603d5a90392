"""Tags are tidied up in the admin: merged, split, told apart, renamed; a name that is taken offers a merge."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.editorial.merge_tags import TAGS
from articles.models import DifferentTags, Tag
from tests.admin.filling import typed
from tests.builders import NOW, build_article, build_desk, build_draft, build_editor, build_person, build_tag

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/tag/"


@pytest.fixture
def pair():
    kept, gone = build_tag("Wald"), build_tag("Wälder", "Forste")
    for names in (["Wald"], ["Wald"], ["Wald", "Wälder"], ["Wälder"]):
        build_article(tags=names)
    return kept, gone


def page(tag, name):
    return f"{LIST}{tag.pk}/{name}/"


def html(response):
    return response.content.decode()


def test_the_merge_asks_which(client, chief, pair):
    assert "Welche Schlagwörter sollen in diesem aufgehen?" in html(client.get(page(pair[0], "merge")))


def test_the_merge_shows_what_would_move(client, chief, pair):
    told = html(client.get(page(pair[0], "merge"), {"other": pair[1].pk}))
    assert "„Wald“ hat jetzt 3 Artikel, danach 4: 1 kommen dazu." in told
    assert "Wälder, Forste" in told
    assert f"{page(pair[1], 'merge')}?other={pair[0].pk}" in told
    assert Tag.objects.count() == 2


def test_several_are_merged_at_once(client, chief, pair):
    third = build_tag("Waldes")
    told = html(client.post(page(pair[0], "merge"), {"other": [pair[1].pk, third.pk]}, follow=True))
    assert "30 Tage lang lässt sich das zurücknehmen" in told
    assert Tag.objects.get() == pair[0]


@pytest.mark.parametrize("other", ["", "x", "999", "9" * 30, "1\x00"])
def test_nonsense_merges_nothing(client, chief, pair, other):
    assert client.post(page(pair[0], "merge"), {"other": other}).status_code == 200
    assert Tag.objects.count() == 2


def test_none_is_merged_with_itself(client, chief, pair):
    told = html(client.post(page(pair[0], "merge"), {"other": [pair[0].pk, pair[1].pk]}))
    assert "„Wald“ kann nicht in sich selbst aufgehen." in told


def test_a_merge_is_taken_back(client, chief, pair):
    record = TAGS.merge(pair[0], [pair[1]], editor=chief, at=timezone.now())[0]
    there = f"/admin/articles/mergerecord/{record.pk}/undo/"
    assert "Was seither unter „Wald“ kam, bleibt dort." in html(client.get(there))
    assert "Wälder" in html(client.get("/admin/articles/mergerecord/"))
    client.post(there)
    assert Tag.objects.count() == 2
    assert "nicht mehr zurücknehmen" in html(client.get(there))


def test_pairs_are_shown_with_counts_and_kept_apart(client, chief, pair):
    told = html(client.get(f"{LIST}tidy/"))
    assert f"{page(pair[0], 'merge')}?other={pair[1].pk}" in told
    assert "3 Artikel" in told
    assert "1 Artikel mit beiden" in told
    client.post(f"{LIST}tidy/", {"apart": f"{pair[1].pk}-{pair[0].pk}"})
    assert DifferentTags.objects.get().said_by == chief
    assert "Hier ist nichts aufzuräumen." in html(client.get(f"{LIST}tidy/"))


@pytest.mark.parametrize("apart", ["", "1", "a-b", "1-2-3", "999-998"])
def test_nonsense_keeps_nothing_apart(client, chief, pair, apart):
    assert client.post(f"{LIST}tidy/", {"apart": apart}).status_code == 302
    assert not DifferentTags.objects.exists()


@pytest.mark.parametrize("query", ["tag=999", "tag=x", "page=x", "page=0", "page=9999", "tag=1&page=2"])
@pytest.mark.parametrize("name", ["tidy", "several"])
def test_any_address_answers(client, chief, pair, name, query):
    assert client.get(f"{LIST}{name}/?{query}").status_code == 200


def test_names_for_several_things_lead_to_splitting(client, chief):
    tag = build_tag("Energie / Öl")
    assert page(tag, "split") in html(client.get(f"{LIST}several/"))
    told = html(client.get(page(tag, "split")))
    assert '<option value="Energie" selected' in told
    assert '<option value="Öl" selected' in told


def test_chosen_articles_get_other_tags(client, chief, pair):
    article = pair[1].filings.first().content_object
    client.post(page(pair[1], "split"), {"article": [article.pk], "names": ["Forstwirtschaft", "Wald"]})
    assert {tag.name for tag in article.tags.all()} == {"Forstwirtschaft", "Wald"}


@pytest.mark.parametrize("chosen", [[], ["x"], ["9" * 30]])
def test_no_article_chosen_is_told(client, chief, pair, chosen):
    told = html(client.post(page(pair[1], "split"), {"article": chosen, "names": ["Forst"]}))
    assert "Kein Artikel ausgewählt" in told
    assert not Tag.objects.filter(name="Forst").exists()


def test_the_articles_are_narrowed(client, chief):
    tag, desk = build_tag("Wald"), build_desk("Umwelt")
    build_article("Borkenkäfer", tags=["Wald", "Käfer"], desk=build_desk("Tiere", parent=desk))
    build_draft("Waldbrand", tags=["Wald"])
    other = Tag.objects.get(name="Käfer")
    for query, headlines in (
        ({}, {"Borkenkäfer", "Waldbrand"}),
        ({"desk": desk.pk}, {"Borkenkäfer"}),
        ({"tag": other.pk}, {"Borkenkäfer"}),
        ({"q": "Waldbrand"}, {"Waldbrand"}),
        ({"since": "2024-11", "until": "2024"}, {"Borkenkäfer"}),
        ({"since": "Unsinn", "desk": "x"}, {"Borkenkäfer", "Waldbrand"}),
    ):
        shown = client.get(page(tag, "split"), query).context["articles"]
        assert {article.headline for article in shown} == headlines, query


def rename_to(client, tag, name, **values):
    there = page(tag, "change")
    return client.post(there, typed(client.get(there), name=name, **values), follow=True)


def test_a_name_that_is_taken_offers_a_merge(client, chief, pair):
    told = html(rename_to(client, pair[0], "Forste"))
    assert "„Forste“ gehört schon zum Schlagwort „Wälder“." in told
    assert f"{page(pair[0], 'merge')}?other={pair[1].pk}" in told


def test_a_synonym_that_is_taken_offers_a_merge(client, chief, pair):
    synonym = {"names-TOTAL_FORMS": 1, "names-0-name": "wälder", "names-0-tag": pair[0].pk}
    told = html(rename_to(client, pair[0], "Wald", **synonym))
    assert "„wälder“ gehört schon zum Schlagwort „Wälder“." in told
    assert f"{page(pair[0], 'merge')}?other={pair[1].pk}" in told


def test_a_new_tag_with_a_known_name_leads_to_the_one_there_is(client, chief, pair):
    there = f"{LIST}add/"
    told = html(client.post(there, typed(client.get(there), name="Forste")))
    assert "Zum Schlagwort „Wälder“" in told


@pytest.mark.parametrize(("keeps", "names"), [("on", {"Forst", "Wald"}), ("", {"Forst"})])
def test_the_old_name_stays_if_wanted(client, chief, pair, keeps, names):
    rename_to(client, pair[0], "Forst", keeps_name=keeps)
    assert set(pair[0].names.values_list("name", flat=True)) == names


def test_who_may_not_merge_sees_none_of_it(client, pair):
    editor = build_editor("redakteur", superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["view_tag", "change_tag"]))
    client.force_login(editor)
    for path in (page(pair[0], "merge"), page(pair[0], "split"), f"{LIST}tidy/", f"{LIST}several/"):
        assert client.get(path).status_code == 403
        assert client.post(path, {"other": pair[1].pk, "apart": "1-2"}).status_code == 403
    assert "Zusammenführen" not in html(client.get(page(pair[0], "change")))
    assert Tag.objects.count() == 2


def test_each_sees_the_merges_of_what_they_may_merge(client, pair):
    record = TAGS.merge(pair[0], [pair[1]], editor=None, at=NOW)[0]
    editor = build_editor("redakteur", superuser=False)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["merge_person", "view_person"]))
    client.force_login(editor)
    build_person()
    assert "Wälder" not in html(client.get("/admin/articles/mergerecord/"))
    assert client.post(f"/admin/articles/mergerecord/{record.pk}/undo/").status_code == 403


def test_a_post_without_token_is_refused(chief, pair):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chief)
    for path in (page(pair[0], "merge"), page(pair[0], "split"), f"{LIST}tidy/"):
        assert strict.post(path, {"other": pair[1].pk}).status_code == 403


def test_many_articles_take_no_more_questions(client, chief):
    tag, desk = build_tag("Wald"), build_desk()

    def asked(number):
        for _number in range(number):
            build_article(tags=["Wald"], desk=desk)
        with CaptureQueriesContext(connection) as captured:
            client.get(page(tag, "split"))
        return len(captured)

    asked(3)
    assert asked(1) == asked(20)
