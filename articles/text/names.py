"""What a person's name looks like: given names known, particles, bylines. Whether it is a person of the archive is
decided in people/, and who wrote an article by its editor."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PARTICLES = frozenset(
    {*("von", "vom", "van", "vander", "zu", "zum", "zur", "de", "der", "den", "del", "della", "di", "da", "do", "dos")}
    | {*("du", "des", "la", "le", "ter", "ten", "bin", "ibn", "bint", "al", "el", "ben", "y", "af", "av", "op", "und")}
)
_AGENCIES = frozenset({"dpa", "afp", "ap", "apa", "epd", "kna", "sid", "reuters", "rtr", "dapd", "ddp", "keystone-sda"})
_LIST_FILE = Path(__file__).with_name("given_names.txt")
_MAX_BYLINE = 160

_BY = re.compile(r"(?:von|by)\s+(?:unsere[mnr]?\s+(?:\w+\s+)?)?(?P<names>\S.*)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/|&]|\s(?:und|and|sowie|mit)\s)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|<[^<>]*>|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*\.?")


@dataclass(frozen=True)
class Byline:
    """Who wrote, and the place that stood behind the names."""

    names: tuple[str, ...]
    place: str = ""


@cache
def given_names() -> frozenset[str]:
    """Given names, as they are written."""
    lines = _LIST_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def is_given_name(word: str) -> bool:
    """Whether `word`, or what stands before its hyphen (Karl-Heinz), is a known given name."""
    return word in given_names() or word.split("-")[0] in given_names()


def authors_in(value: str) -> tuple[str, ...]:
    """The names in what follows "Autor:". Roles and e-mail addresses are left out; "Berg, Anna" is Anna Berg."""
    bare = re.sub(r"^von\s+", "", _ASIDE.sub(" ", value).strip(), flags=re.IGNORECASE)
    parts = [" ".join(part.split()) for part in _BETWEEN.split(bare)]
    parts = [part for part in parts if any(char.isalnum() for char in part)]
    if len(parts) == 2 and " " not in "".join(parts) and is_given_name(parts[1]) and not is_given_name(parts[0]):
        return (f"{parts[1]} {parts[0]}",)
    return tuple(dict.fromkeys(parts))


def byline_in(line: str, *, sure: bool = False) -> Byline | None:
    """The byline that `line` is, such as "Von Anna Berg und Karl Maria Voss", or None.

    Only names may follow: "Von der Leyen reist nach Kiew" is none. With `sure` the first name must begin with a
    known given name, for places where a headline is as likely.
    """
    match = _BY.fullmatch(line) if len(line) <= _MAX_BYLINE else None
    if not match or line.endswith((".", "!", "?", ":", ",")):
        return None
    parts = authors_in(_cased(match["names"]))
    if not parts or not _is_full_name(parts[0]):
        return Byline(parts) if parts and all(part.lower() in _AGENCIES for part in parts) else None
    if sure and not is_given_name(parts[0].split()[0]):
        return None
    return _split_place(parts)


def _split_place(parts: tuple[str, ...]) -> Byline | None:
    names = tuple(part for part in parts if _is_full_name(part) or part.lower() in _AGENCIES)
    places = [part for part in parts if part not in names]
    if len(places) > 1 or (places and (places[0] != parts[-1] or not _is_capitalised(places[0]))):
        return None
    return Byline(names, places[0] if places else "")


def _is_full_name(text: str) -> bool:
    """Two to six words, the first and last written large, between them also particles; no word twice."""
    words = text.split()
    if not 2 <= len(words) <= 6 or len({word.lower() for word in words}) < len(words):
        return False
    if not (_is_capitalised(words[0]) and _is_capitalised(words[-1])) or words[0].lower() in PARTICLES:
        return False
    return all(_is_capitalised(word) or word in PARTICLES for word in words)


def _is_capitalised(text: str) -> bool:
    return text[:1].isupper() and all(_WORD.fullmatch(word) for word in text.split())


def _cased(text: str) -> str:
    """ANNA BERG is Anna Berg."""
    return text.title() if text.isupper() and len(text.split()) > 1 else text
