"""Pages as machines read them: valid HTML by the Nu checker, and data blocks that a strict policy lets stand."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from articles.editorial.correct import correct
from articles.editorial.withdraw import withdraw
from articles.models import Article
from tests.builders import (
    NOW,
    build_article,
    build_author,
    build_desk,
    build_editor,
    build_person,
    build_tag,
    build_topic,
)
from tests.indexing import index_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VNU = os.environ.get("VNU_JAR", "")
BROKEN = "broken.html"
ARTICLE = "/2024/11/05/riss/"
PAGES = [
    *("/", ARTICLE, f"{ARTICLE}?q=Riss", f"{ARTICLE}versions/"),
    *(f"{ARTICLE}versions/1/", f"{ARTICLE}versions/1/diff/2/"),
    *("/search/", "/search/?q=Riss", "/search/?q=Einhorn", "/search/?q=Riss&facet=person", "/search/?from=gestern"),
    *("/tags/", "/tags/?letter=E", "/tags/energie/", "/tags/energie/?page=2", "/topics/", "/topics/bruecken/"),
    *("/people/", "/people/?q=nobody", "/people/anna-berg/", "/people/anna-berg/with/berta-kahn/", "/desks/bruecken/"),
    *("/authors/", "/authors/karl-voss/", "/archive/", "/archive/2024/", "/archive/2024/11/", "/archive/2024/11/05/"),
    *("/corrections/", "/nix/", "/2024/11/05/weg/"),
]


@pytest.fixture(autouse=True)
def archive(transactional_db):
    """An article with everything, in quotes and brackets, a page of others, and one that was withdrawn."""
    people = [build_person("Anna Berg"), *(build_person(name) for name in ("Berta Kahn", "C. Do", "E"))]
    people[0].names.create(name="محمد")
    people[0].roles.create(title="Ministerin")
    filed = {"desk": build_desk("Brücken", parent=build_desk()), "authors": [build_author()]}
    build_topic("Brücken", tags=[build_tag("Energie", "Strom")], intro="<p>Seit <em>2019</em>.</p>")
    sections = [(heading, "<p>Riss im Pfeiler</p>") for heading in ('Die "Lage"', "Kosten & mehr", "Ausblick")]
    more = {"kicker": "A & B", "standfirst": 'Der "Riss" <hier>', "rights": "© dpa", "source_url": "https://a.b/?c&d"}
    filed_too = {"tags": ['"Zitat" & <b>', "Energie"], "people": people}
    article = build_article("Der Riss", slug="riss", sections=sections, **more, **filed, **filed_too)
    for number in (1, 2):
        correct(article, kind="note", note=f"Neu & {number}.", editor=None, at=NOW)
    for number in range(30):
        build_article(f"Nr. {number}", tags=["Energie"], people=people[:2], language="en", **filed)
    withdraw(build_article(slug="weg"), editor=None, at=NOW, reason="x", notice="Falsch & verwechselt.")
    index_now()


def written(folder: Path) -> dict[str, str]:
    """The pages in both languages as files, by their names, with the address of each."""
    client, addresses = Client(), {}
    client.force_login(build_editor())
    pages = [*PAGES, f"/preview/{Article.objects.latest('pk').pk}/"]
    folder.mkdir()
    for number, page in enumerate(prefix + page for prefix in ("", "/en") for page in pages):
        file = folder / f"{number}.html"
        file.write_bytes(client.get(page).content)
        addresses[file.name] = page
    return addresses


@pytest.mark.skipif(not VNU, reason="name the Nu checker in VNU_JAR: npm install vnu-jar")
def test_every_page_is_valid_html(tmp_path):
    """A page that is wrong on purpose shows that the checker did its work."""
    addresses = written(tmp_path / "pages")
    (tmp_path / "pages" / BROKEN).write_text("<!doctype html><title>x</title><p></b>", "utf-8")
    command = ["java", "-jar", VNU, "--errors-only", "--format", "json", str(tmp_path / "pages")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(checked.stderr)["messages"]
    told = {(addresses.get(one["url"].rpartition("/")[2], BROKEN), one["message"]) for one in found}
    assert {address for address, _message in told} == {BROKEN}, told


@pytest.mark.parametrize("address", ["/", ARTICLE, "/en/people/anna-berg/", "/tags/energie/?page=2"])
def test_what_is_said_to_machines_breaks_no_policy(page, address):
    """`page` fails with any complaint in the console, and what a policy refuses is one."""
    page.goto(address)
    [block] = page.locator('script[type="application/ld+json"]').all()
    assert json.loads(block.text_content())["@context"] == "https://schema.org"
