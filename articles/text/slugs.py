"""Slugs and anchors: words made fit for an address. German first (ä→ae), other scripts transliterated. Whether an
address is taken is the caller's knowledge."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import count

from anyascii import anyascii

MAX_LENGTH = 80

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})
_DROPPED = re.compile("['’‘ʼ`´\u00ad\u200b-\u200d\ufeff\ud800-\udfff]")
_BETWEEN = re.compile(r"[^a-z0-9]+")


def slugify(text: str, max_length: int = MAX_LENGTH, fallback: str = "artikel") -> str:
    """`text` in `[a-z0-9-]`, cut at a word's end; `fallback` where nothing is left of it."""
    spelled = _DROPPED.sub("", unicodedata.normalize("NFC", text).translate(_GERMAN))
    ascii_text = _DROPPED.sub("", anyascii(spelled)).lower()
    return _cut(_BETWEEN.sub("-", ascii_text).strip("-"), max_length) or fallback


def free_slug(base: str, taken: Container[str] | Callable[[str], bool], max_length: int = MAX_LENGTH) -> str:
    """`base`, or `base-2`, `base-3` … : the first that is not taken."""
    is_taken = taken if callable(taken) else taken.__contains__
    candidates = (numbered(base, number, max_length) for number in count(1))
    return next(slug for slug in candidates if not is_taken(slug))


def anchors(headings: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """An anchor for each heading, in order: its slug, else `abschnitt-n` (n counts from 1), each different from the
    others and from those taken."""
    used = set(taken)
    found = []
    for position, heading in enumerate(headings, start=1):
        found.append(free_slug(slugify(heading, fallback=f"abschnitt-{position}"), used))
        used.add(found[-1])
    return found


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    head, _, rest = slug[: max_length + 1].rpartition("-")
    return head or rest[:max_length]


def numbered(base: str, number: int, max_length: int = MAX_LENGTH) -> str:
    """`base` for the first, `base-2` for the second."""
    if number == 1:
        return base[:max_length].rstrip("-")
    suffix = f"-{number}"
    return base[: max_length - len(suffix)].rstrip("-") + suffix
