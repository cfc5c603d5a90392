"""What a person's page tells machines: schema.org's words for what the page itself says, and nothing more."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urljoin

from articles.models import Person

WIKIDATA = "https://www.wikidata.org/wiki/"
GND = "https://d-nb.info/gnd/"


def person_data(person: Person, url: str, day: date) -> dict[str, Any]:
    """A schema.org Person; `url` is the page's own, `day` says which offices are held. What is unknown is left out."""
    held = [role.title for role in person.roles_on(day)]
    said = {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": url,
        "url": url,
        "name": person.name,
        "familyName": person.family_name,
        "alternateName": [name.name for name in person.names.all() if name.name != person.name],
        "description": person.description,
        "image": _image(person, url),
        "jobTitle": list(dict.fromkeys(held)),
        "birthDate": person.born and person.born.isoformat(),
        "deathDate": person.died and person.died.isoformat(),
        "sameAs": [f"{where}{one}" for where, one in ((WIKIDATA, person.wikidata_id), (GND, person.gnd_id)) if one],
    }
    return {name: value for name, value in said.items() if value}


def _image(person: Person, url: str) -> dict[str, str] | None:
    """The portrait with its credit; reads what was read with the person."""
    portrait = getattr(person, "portrait", None)
    if not portrait:
        return None
    address = urljoin(url, portrait.large_url)
    return {"@type": "ImageObject", "contentUrl": address, "url": address, "creditText": portrait.credit}
