"""Which of our own addresses lead a reader somewhere."""

from datetime import date, timedelta

import pytest

from articles.editorial.checks.leading import leading
from articles.models import FormerAddress, FormerSlug
from tests.builders import NOW, build_article, build_draft, build_person, build_tag, build_topic

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


def leads(path):
    return path in leading([path], NOW)


@pytest.mark.parametrize("path", ["/", "/en/", "/tags/", "/tags", "/archive/2024/", "/search/", "/feed.atom"])
def test_pages_that_are_always_there(path):
    assert leads(path)


@pytest.mark.parametrize(
    "path", ["/gibt-es-nicht/", "/admin/", "/preview/1/", "/2024/13/05/x/", "/a/99999999999999999999/"]
)
def test_what_is_no_page_for_readers(path):
    assert not leads(path)


def test_an_article_under_its_address_and_what_lies_below_it():
    article = build_article(slug="bruecke")
    there = article.get_absolute_url()
    paths = {there, f"/en{there}", f"{there}versions/", f"/a/{article.pk}/"}
    assert leading(paths, NOW) == paths


def test_a_draft_and_a_planned_article_are_nowhere():
    planned = build_article(published_at=LATER, slug="morgen", published_on=date(2024, 11, 6))
    assert not leading([planned.get_absolute_url(), f"/a/{planned.pk}/", f"/a/{build_draft().pk}/"], NOW)


def test_a_former_address_leads_to_a_public_article_only():
    day = date(2020, 1, 2)
    FormerAddress.objects.create(article=build_article(), published_on=day, slug="alt")
    FormerAddress.objects.create(article=build_draft(), published_on=day, slug="entwurf")
    assert leading(["/2020/01/02/alt/", "/2020/01/02/entwurf/"], NOW) == {"/2020/01/02/alt/"}


def test_tags_people_and_topics_now_and_before():
    tag, hidden = build_tag("Energie"), build_person(is_public=False)
    FormerSlug.objects.create(kind="tag", slug="strom", target_id=tag.pk)
    build_topic("Geheim", is_public=False)
    good = {"/tags/energie/", "/tags/strom/", "/tags/energie/feed.atom"}
    assert leading({*good, "/tags/gas/", f"/people/{hidden.slug}/", "/topics/geheim/"}, NOW) == good


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    paths = [build_article().get_absolute_url() for _ in range(5)] + [f"/tags/{build_tag(n).slug}/" for n in "ABC"]
    with django_assert_max_num_queries(4):
        assert leading(paths, NOW) == set(paths)
