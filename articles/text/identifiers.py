"""Numbers by which catalogues know a person, Wikidata and the GND: their form, not their truth."""

import re

_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}")
_GND = re.compile(r"1[0-3]?\d{7}[\dX]")
_LEADS = (
    "https://www.wikidata.org/wiki/",
    "http://www.wikidata.org/entity/",
    "https://d-nb.info/gnd/",
    "http://d-nb.info/gnd/",
)


def bare_id(written: str) -> str:
    """Without the address around it and in capitals: people paste what stands in their browser."""
    text = written.strip()
    for lead in _LEADS:
        text = text.removeprefix(lead)
    return text.rstrip("/").upper()


def is_wikidata(number: str) -> bool:
    return _WIKIDATA.fullmatch(number) is not None


def is_gnd(number: str) -> bool:
    """A person's number: nine or ten places, the last of them a check digit (modulo 11, X is ten)."""
    if not _GND.fullmatch(number):
        return False
    values = [10 if char == "X" else int(char) for char in reversed(number)]
    return sum(value * place for place, value in enumerate(values, start=1)) % 11 == 0
