"""Pictures of people: for readers who may see the person, and for ever."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Person
from articles.pictures import keeping
from tests.builders import build_article, build_draft, build_person, build_portrait
from tests.pictures.made import portrait_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    made = portrait_picture()
    keeping.keep(made)
    return made


def portrayed(picture, build=build_article, **values):
    person = build_person(**values)
    build(people=[person])
    return build_portrait(person, picture.digest, alt="Am <Pult>")


@pytest.mark.parametrize("size", ["small", "large"])
def test_it_is_served_as_what_it_is(client, picture, size):
    portrayed(picture)
    answer = client.get(f"/portraits/{picture.digest}-{size}.webp")
    assert (answer["Content-Type"], answer.content) == ("image/webp", getattr(picture, size))
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_it_is_cached_for_ever_but_not_by_what_serves_others(client, picture):
    portrait = portrayed(picture)
    answer = client.get(portrait.small_url)
    assert answer["Cache-Control"] == "public, max-age=31536000, s-maxage=0, immutable"
    assert client.get(portrait.small_url, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    Person.objects.update(is_public=False)
    assert client.get(portrait.small_url, headers={"If-None-Match": answer["ETag"]}).status_code == 404


@pytest.mark.parametrize(("build", "is_public"), [(build_article, False), (build_draft, True)])
def test_who_has_no_page_has_no_picture(client, picture, build, is_public):
    portrait = portrayed(picture, build, is_public=is_public)
    assert client.get(portrait.small_url).status_code == 404


def test_one_that_is_kept_aside_is_not_served(client, picture):
    portrait = build_portrait(None, picture.digest, left_at="2024-11-05T12:00Z")
    assert client.get(portrait.small_url).status_code == 404


def test_a_missing_file_is_no_error(client):
    person = build_person()
    build_article(people=[person])
    portrait = build_portrait(person)
    assert client.get(portrait.small_url).status_code == 404
    assert client.get("/people/anna-berg/").status_code == 200


@pytest.mark.parametrize(
    "name", ["0-small.webp", f"{'0' * 32}-huge.webp", "../../secret-key", f"{'g' * 32}-small.webp"]
)
def test_no_other_name_is_a_picture(client, name):
    assert client.get(f"/portraits/{name}").status_code == 404


def test_the_page_shows_it_with_measures_credit_and_description(client, picture):
    portrait = portrayed(picture)
    html = client.get("/people/anna-berg/").content.decode()
    assert f'src="{portrait.small_url}" srcset="{portrait.large_url} 2x" width="240" height="300"' in html
    assert 'alt="Am &lt;Pult&gt;"' in html
    assert "Foto: Lea Alt" in html


def test_machines_are_told_where_it_is_and_whose(client, picture):
    portrait = portrayed(picture)
    said = client.get("/people/anna-berg/").context["data"]["image"]
    assert said["contentUrl"] == f"http://testserver{portrait.large_url}"
    assert said["creditText"] == "Lea Alt"


def test_without_one_the_page_says_nothing_of_it(client):
    build_article(people=[build_person()])
    answer = client.get("/people/anna-berg/")
    assert "portrait" not in answer.content.decode()
    assert "image" not in answer.context["data"]


def test_it_costs_the_page_no_query(client, picture, django_assert_num_queries):
    person = build_person()
    build_article(people=[person])
    with CaptureQueriesContext(connection) as before:
        client.get("/people/anna-berg/")
    build_portrait(person, picture.digest)
    with django_assert_num_queries(len(before)):
        client.get("/people/anna-berg/")
