"""What the checks know of an article, and what one of them finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Twin(NamedTuple):
    article_id: int
    headline: str
    address: str
    percent: int


@dataclass(frozen=True, slots=True)
class Facts:
    """`twins` is None where the index could not be asked."""

    headline: str
    standfirst: str = ""
    has_text: bool = True
    has_desk: bool = False
    tags: int = 0
    open_names: int = 0
    twins: tuple[Twin, ...] | None = ()
    dead_links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """`label` is short, for sums and for the log; an error cannot be overruled."""

    key: str
    label: str
    is_error: bool = False
    twins: tuple[Twin, ...] = ()
    links: tuple[str, ...] = ()
