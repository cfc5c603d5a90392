"""What a person's page says to machines."""

import json
import re
from datetime import date

import pytest
from articles.views.linked_data import person_data

from articles.templatetags.newsroom import json_ld
from tests.builders import build_article, build_person

pytestmark = pytest.mark.django_db

DAY = date(2024, 11, 5)


def test_it_says_what_is_known():
    known = {"family_name": "von der Leyen", "wikidata_id": "Q60772", "born": date(1958, 10, 8)}
    person = build_person("Ursula von der Leyen", **known)
    person.names.create(name="Урсула фон дер Ляйен")
    person.roles.create(title="Ministerin", until=date(2019, 7, 17))
    person.roles.create(title="Präsidentin", since=date(2019, 12, 1))
    said = person_data(person, "https://zeitung.example/people/leyen/", DAY)
    assert said["sameAs"] == ["https://www.wikidata.org/wiki/Q60772"]
    assert said["alternateName"] == ["Урсула фон дер Ляйен"]
    assert (said["jobTitle"], said["birthDate"], said["familyName"]) == (["Präsidentin"], "1958-10-08", "von der Leyen")


def test_what_is_unknown_is_left_out():
    said = person_data(build_person("Anna Berg"), "https://zeitung.example/people/anna-berg/", DAY)
    assert set(said) == {"@context", "@type", "@id", "url", "name"}


def test_no_text_ends_the_block():
    html = json_ld({"name": "</script><b>&\u2028 „Ä“"})
    assert html.count("<") == html.count(">") == 2
    assert json.loads(re.fullmatch(r"<script[^>]*>(.*)</script>", html)[1]) == {"name": "</script><b>&\u2028 „Ä“"}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_page_carries_it_with_the_german_address(client, prefix):
    build_article(people=[build_person("Anna Berg", description="</script><script>alert(1)</script>")])
    html = client.get(f"{prefix}/people/anna-berg/").content.decode()
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
    assert said["url"] == "http://testserver/people/anna-berg/"
    assert "<script>alert" not in html
