"""An article's citation as a file."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import FormerAddress
from tests.builders import NOW, build_article, build_author

pytestmark = pytest.mark.django_db
ADDRESS = "/2024/11/05/riss/"


@pytest.fixture
def article():
    return build_article("Der Riss", slug="riss", authors=[build_author("Karl Voss")], tags=["Stahl"])


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_it_is_a_file_with_the_articles_name(client, article, form, kind):
    answer = client.get(f"{ADDRESS}cite.{form}")
    assert answer["Content-Type"].split(";")[0] == kind
    assert answer["Content-Disposition"] == f'attachment; filename="riss.{form}"'
    assert "Voss" in answer.content.decode()


def test_it_says_the_whole_address(client, article):
    [item] = json.loads(client.get(f"{ADDRESS}cite.json").content)
    assert item["URL"] == f"http://testserver{ADDRESS}"


def test_a_former_address_leads_on(client, article):
    FormerAddress.objects.create(article=article, published_on=NOW.date(), slug="alt")
    assert client.get("/2024/11/05/alt/cite.bib")["Location"] == f"{ADDRESS}cite.bib"


def test_what_is_not_visible_is_not_cited(client):
    build_article(slug="riss", published_at=timezone.now() + timedelta(days=1), published_on=NOW.date())
    assert client.get(f"{ADDRESS}cite.ris").status_code == 404


@pytest.mark.parametrize("address", [f"{ADDRESS}cite.doc", "/2024/13/05/riss/cite.bib", f"/en{ADDRESS}cite.bib"])
def test_there_is_no_other(client, article, address):
    assert client.get(address).status_code == 404


def test_it_costs_a_handful_of_queries(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(f"{ADDRESS}cite.bib")
