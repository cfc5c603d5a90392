"""Which format reads which file: one line a format, chosen by the file's suffix. Opens no files itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from articles.formats import plain
from articles.formats.base import Reading


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, tzinfo], Reading]
    """Bytes, the file's name and the time zone of what names none, to what they say; raises Unreadable."""


FORMATS = (Format("plain", (".txt", ".text"), plain.read),)


def format_of(filename: str) -> Format | None:
    """The format that reads files with this ending, in capitals or not; None where there is none."""
    lowered = filename.lower()
    return next((form for form in FORMATS if lowered.endswith(form.suffixes)), None)


def known_suffixes() -> tuple[str, ...]:
    return tuple(suffix for form in FORMATS for suffix in form.suffixes)
