"""What a person's name is made of: given names, family name, and the forms in which newspapers write it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articles.people.introduced import family_of
from articles.people.tokens import plain_form

_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_TITLES = re.compile(
    r"^(?:(?:Dr|Prof|Dipl|Ing|Mag|Hon|Sir|Dame|Lord|Lady|Baron|Baroness|med|jur|rer|nat|phil|h|c)\b\.?[\s-]*)+(?=\S)"
)
_SUFFIXES = re.compile(r",?\s+(?:jr|sr|junior|senior|MP|MdB|MdL|II|III|IV)\.?$", re.IGNORECASE)
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_UMLAUT = re.compile("[äöüÄÖÜ]")
_NOBLE = frozenset({"von", "zu", "und", "vom", "zum", "zur"})
_WITHOUT_BLANKS = "\u2e80"
"""From here on scripts do without blanks between words."""


class Name(NamedTuple):
    """A name's given names, in plain form, and what is left of it, as it is written; a name of one word is neither."""

    given: tuple[str, ...]
    family: str


def bare(name: str) -> str:
    """`name` without title and remarks, given names first: "Lawrow, Sergej (Politiker)" is Sergej Lawrow."""
    text = _SUFFIXES.sub("", _ASIDE.sub("", " ".join(name.split())))
    family, comma, given = text.partition(", ")
    turned = f"{given} {family}" if comma and given and "," not in given else text
    return _TITLES.sub("", turned).strip(" ,")


def parts_of(name: str, family: str = "") -> Name:
    """`family` is what the archive knows it to be; without it the rules of the newspaper hold."""
    text = bare(name)
    known = bare(family)
    found = known if known and _has_words(text, known) else family_of(text)
    words = text.split()
    given = _without(words, found.split()) if found else words
    return Name(tuple(plain_form(word) for word in given), found)


def spellings(name: str) -> Iterator[str]:
    """How the whole name may stand in a text: hyphens as blanks, umlauts as ae oe ue, ß as ss, initials bare."""
    text = bare(name)
    forms = {text: None}
    if _UMLAUT.search(text):
        forms[_UMLAUT.sub(lambda match: _UMLAUTS[match[0]], text)] = None
    for form in list(forms):
        if "ß" in form:
            forms[form.replace("ß", "ss")] = None
    for form in list(forms):
        if "." in form:
            forms[" ".join(form.replace(".", " ").split())] = None
    return iter(forms)


def family_forms(family: str) -> list[str]:
    """How the family name alone may stand: Guttenberg for zu Guttenberg, Mueller for Müller."""
    forms = list(dict.fromkeys(plain_form(form) for form in spellings(family)))
    words = family.split()
    if len(words) > 1 and all(word in _NOBLE for word in words[:-1]):
        forms.append(plain_form(words[-1]))
    return forms


def has_no_blanks(name: str) -> bool:
    """Chinese, Japanese and the like: such a name stands without anything around it."""
    return any(char >= _WITHOUT_BLANKS for char in name)


def agrees(said: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether what stands before a family name can be this person's: "A.", "Angela", "Angela Dorothea"."""
    if not said or not given:
        return False
    first, own = said[0].removesuffix("."), given[0].removesuffix(".")
    if len(first) == 1 or len(own) == 1:
        further = zip(said[1:], given[1:], strict=False)
        return first[0] == own[0] and len(said) <= max(2 - _is_initial(said[-1]), len(given)) and _all_alike(further)
    return first == own or first.split("-") == [*given[: first.count("-") + 1]]


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _all_alike(pairs: Iterable[tuple[str, str]]) -> bool:
    return all(one[0] == other[0] for one, other in pairs)


def _has_words(text: str, family: str) -> bool:
    return f" {family} " in f" {text} "


def _without(words: list[str], family: list[str]) -> list[str]:
    """The words before the family name; where it stands first (Kim Jong Un), those behind it."""
    size = len(family)
    for start in range(len(words) - size, -1, -1):
        if words[start : start + size] == family:
            return words[:start] or words[start + size :]
    return words
