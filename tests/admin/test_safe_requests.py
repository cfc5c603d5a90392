"""Looking changes nothing, whatever the address; and nothing is done for a form that is not ours."""

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles.admin.verbs import VERBS
from articles.admin.version_verbs import VERBS as VERSION_VERBS
from articles.editorial.merge_people import PEOPLE
from articles.editorial.save import save_change
from articles.models import Article, OutboxEntry, Person, SearchSynonym, WorkingDraft
from articles.vocabulary import MentionStatus, RoleCode, Status
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_member,
    build_mention,
    build_person,
    build_tag,
    build_topic,
)

pytestmark = pytest.mark.django_db
OTHERS = ("second_factor", "second_factor_setup", "second_factor_off")
KEY = "a" * 32


def patterns(found, prefix="admin"):
    for pattern in found:
        if hasattr(pattern, "url_patterns"):
            yield from patterns(pattern.url_patterns, prefix)
        elif pattern.name:
            yield f"{prefix}:{pattern.name}", set(pattern.pattern.converters)


def arguments(needed):
    """What an address is made with: every verb, where it takes one."""
    given = {"pk": [1], "object_id": [1], "number": [1], "key": [KEY], "id": [1]}
    names = [*VERBS, *VERSION_VERBS] if "name" in needed else [None]
    for name in names:
        values = {key: values[0] for key, values in given.items() if key in needed}
        yield {**values, **({"name": name} if name else {})}


def addresses():
    for name, needed in {*((name, frozenset(needed)) for name, needed in patterns(site.urls[0]))}:
        for values in arguments(needed):
            try:
                yield reverse(name, kwargs=values)
            except NoReverseMatch:
                continue
    yield from (reverse(name) for name in OTHERS)


@pytest.fixture
def newsroom():
    """One of everything, each with the number 1 where the database counts from there."""
    desk, chief = build_desk(), build_member(RoleCode.CHIEF)
    article = build_article(pk=1, status=Status.REVIEW, desk=desk, tags=[build_tag(pk=1)], authors=[build_author(pk=1)])
    save_change(article, editor=chief, at=NOW)
    build_mention(article, build_person(pk=1), status=MentionStatus.SUGGESTED, pk=1)
    PEOPLE.merge(Person.objects.get(), [build_person("Anna Bergh")], editor=None, at=NOW)
    build_topic(pk=1)
    SearchSynonym.objects.create(pk=1, name="Bahn")
    WorkingDraft.objects.create(pk=1, article=article, editor=chief, key=KEY, fields={"headline": ["x"]}, saved_at=NOW)
    return chief


def state():
    """All rows there are, but for what waits to be indexed: any request may bring that in."""
    models = {*apps.get_app_config("articles").get_models(), *apps.get_app_config("otp_totp").get_models()}
    return {model.__name__: sorted(map(str, model._default_manager.values_list())) for model in models - {OutboxEntry}}


def test_looking_changes_nothing(client, newsroom):
    client.force_login(newsroom)
    before, codes = state(), set()
    for there in sorted(addresses()):
        if "autocomplete" not in there:
            codes.add(client.get(there).status_code)
            assert state() == before, there
    assert 200 in codes
    assert 500 not in codes


def test_nothing_is_done_without_our_token(newsroom):
    client = Client(enforce_csrf_checks=True)
    client.force_login(newsroom)
    before = state()
    for there in sorted(addresses()):
        answer = client.post(there, {"confirmed": "1", "reason": "x", "note": "x", "overrule": "on", "post": "yes"})
        assert answer.status_code in {302, 403, 405}, there
    assert state() == before


def test_every_verb_has_an_address():
    walked = set(addresses())
    assert {reverse("admin:articles_article_do", args=[1, name]) for name in VERBS} <= walked
    assert {reverse("admin:articles_article_version_do", args=[1, 1, name]) for name in VERSION_VERBS} <= walked
    assert Article.objects.count() == 0
