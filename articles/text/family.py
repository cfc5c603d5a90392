"""Where a name stands in an index from A to Z: which part of it is the family name, and what goes behind.

The house rule: a particle written small goes behind ("Leyen, Ursula von der"), one written large is part of the name
("Le Pen", "Van der Bellen"). Where a name follows another rule, its editor gives the family name.
"""

import re
from typing import NamedTuple

from articles.text.names import is_given_name

_GOES_BEHIND = frozenset(
    {*("von", "vom", "zu", "zum", "zur", "am", "an", "auf", "aus", "im", "in", "der", "den", "dem", "und")}
    | {*("van", "vander", "de", "te", "ten", "ter", "'t", "’t", "op", "aan", "uit", "het")}
    | {*("del", "della", "di", "da", "do", "dos", "das", "la", "le", "les", "las", "los", "al", "el", "af", "av")}
)
_STAYS = frozenset({"du", "des", "bin", "ibn", "bint", "ben", "ap"})
_STAYS_AT_HEAD = frozenset({"de", "del", "della", "di", "da", "du", "la", "le", "el", "von", "van"})
"""As the first word, written large: Le Corbusier, but Van Morrison only if Van is no given name."""
_JOINS = frozenset({"und", "y", "i", "e"})
_AFTER_A_FAMILY = frozenset({"von", "vom", "zu", "zum", "zur"})
_TITLES = re.compile(r"(?:(?:Erb|Reichs|Mark|Land|Burg)?(?:prinz|graf|gräfin)|prinzessin|fürst(?:in)?|edler?)", re.I)
_MORE_TITLES = re.compile(r"(?:Frei(?:herr|frau|in)|Baron(?:in|ess)?|(?:Erz)?[Hh]erzog(?:in)?|Ritter|Junker)")

_ASIDE = re.compile(r"\s*[,(]")
_WORD = re.compile(r"\S+")
_LATER = re.compile(r"(?:jn?r|sr|jun|sen)\.?|junior|senior|[IVX]{2,}", re.IGNORECASE)
_REIGNING = re.compile(r"[IVX]+\.")
_SMALL_PREFIX = re.compile(r"(?:d['’]|(?:al|an|ar|as|asch|ash|at|az|el|es|ul)-)(?=[^\W\d_])")


class Filed(NamedTuple):
    """A name in three pieces, which together are the name: only the middle one says under which letter it stands."""

    before: str
    family: str
    after: str


def filed(name: str, family: str = "") -> Filed:
    """The family name within `name`: the one given, where the name holds it, else what the rule finds."""
    return _given(name, family) or _found(name)


def filed_as(name: str, family: str = "") -> str:
    """The name as an index has it: "Leyen, Ursula von der". A family name in another spelling stands before all."""
    if family.strip() and not _given(name, family):
        return f"{_without_small(family)}, {name}"
    parts = filed(name, family)
    rest = " ".join(f"{parts.before} {parts.after}".replace(",", " ").split())
    return f"{parts.family}, {rest}" if rest and parts.family else parts.family or name


def _given(name: str, family: str) -> Filed | None:
    """The last place where the family name stands as words of its own, else any."""
    core = _without_small(family)
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(core)}(?!\w)", name)] if core else []
    start = places[-1] if places else name.rfind(core) if core else -1
    return _cut(name, start, start + len(core)) if start >= 0 else None


def _without_small(family: str) -> str:
    words = family.split()
    while len(words) > 1 and words[0] in _GOES_BEHIND:
        del words[0]
    return _SMALL_PREFIX.sub("", " ".join(words), count=1) if words else ""


def _found(name: str) -> Filed:
    aside = _ASIDE.search(name)
    words = list(_WORD.finditer(name, 0, aside.start() if aside and aside.start() else len(name)))
    if words and len(words) > 1 and _REIGNING.fullmatch(words[-1][0]):
        return _cut(name, words[0].start(), words[-1].end())
    while len(words) > 2 and _LATER.fullmatch(words[-1][0]):
        words.pop()
    if not words:
        return Filed("", "", name)
    first = _first_of_family([word[0] for word in words])
    start, end = words[first].start(), words[-1].end()
    small = _SMALL_PREFIX.match(name, start, end) if first == len(words) - 1 else None
    return _cut(name, small.end() if small else start, end)


def _first_of_family(words: list[str]) -> int:
    """The place of the family name's first word; the last word always belongs to it."""
    last = len(words) - 1
    if last > 2 and words[last - 1] in _JOINS and not _is_particle(words, last - 2):
        last -= 2
    run = last
    while run and _is_particle(words, run - 1):
        run -= 1
    if _is_compound(words, run, last):
        return run - 1
    while run < last and words[run] in _GOES_BEHIND:
        run += 1
    return run


def _is_particle(words: list[str], place: int) -> bool:
    word = words[place].lower()
    if place == 0 and words[0] != word:
        return word in _STAYS_AT_HEAD and not is_given_name(words[0])
    return word in _GOES_BEHIND | _STAYS


def _is_compound(words: list[str], run: int, last: int) -> bool:
    """Meyer zu Bentrup, Giscard d'Estaing: what stands before the particle is neither a given name nor a title."""
    small = words[run] in _AFTER_A_FAMILY if run < last else words[last].startswith(("d'", "d’"))
    if not small or run < 2:
        return False
    before = words[run - 1]
    title = _TITLES.fullmatch(before) or _MORE_TITLES.fullmatch(before)
    return before[0].isupper() and "." not in before and not title and not is_given_name(before)


def _cut(name: str, start: int, end: int) -> Filed:
    return Filed(name[:start], name[start:end], name[end:])
