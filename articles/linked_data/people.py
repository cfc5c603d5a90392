"""People and who writes, as their own pages have them and as articles refer to them. Who somebody is (`@id`) is not
the address of their page: that is what the page is called."""

from __future__ import annotations

from datetime import date
from urllib.parse import urljoin

from django.urls import reverse

from articles.linked_data.base import Thing, known, whole
from articles.models import Author, Person
from articles.transfer.citing import sortable

WIKIDATA = "https://www.wikidata.org/wiki/"
GND = "https://d-nb.info/gnd/"


def person_data(person: Person, url: str, day: date) -> Thing:
    """`url` is the page's own, `day` says which offices are held; reads what is prefetched."""
    held = [role.title for role in person.roles_on(day)]
    return known(
        {
            **_person(person, url),
            "familyName": person.family_name,
            "alternateName": [name.name for name in person.names.all() if name.name != person.name],
            "description": person.description,
            "image": _image(person, url),
            "jobTitle": list(dict.fromkeys(held)),
            "birthDate": person.born and person.born.isoformat(),
            "deathDate": person.died and person.died.isoformat(),
            "sameAs": same_as(person),
        }
    )


def _image(person: Person, url: str) -> Thing | None:
    """The portrait with its credit; reads what was read with the person."""
    portrait = getattr(person, "portrait", None)
    if not portrait:
        return None
    address = urljoin(url, portrait.large_url)
    return {"@type": "ImageObject", "contentUrl": address, "url": address, "creditText": portrait.credit}


def person_named(person: Person, site: str) -> Thing:
    """Somebody an article names."""
    url = whole(site, reverse("person", args=[person.slug]))
    return known({**_person(person, url), "sameAs": same_as(person)})


def _person(person: Person, url: str) -> Thing:
    return {"@type": "Person", "@id": f"{url}#person", "url": url, "name": person.name}


def author_data(author: Author, url: str) -> Thing:
    """Who writes, on the page of what they wrote."""
    return known({**_author(author, url), "description": author.description})


def author_named(author: Author, site: str) -> Thing:
    """Who wrote an article."""
    return _author(author, whole(site, reverse("author", args=[author.slug])))


def _author(author: Author, url: str) -> Thing:
    """An agency or "Redaktion Sport" is no person."""
    is_somebody = author.person_id or author.editor_id or sortable(author.name).given
    kind = "Person" if is_somebody else "Organization"
    return {"@type": kind, "@id": f"{url}#author", "url": url, "name": author.name}


def same_as(person: Person) -> list[str]:
    return [f"{where}{one}" for where, one in ((WIKIDATA, person.wikidata_id), (GND, person.gnd_id)) if one]
