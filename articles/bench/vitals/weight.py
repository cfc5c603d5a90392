"""What a page weighs: the files it made the browser fetch, summed up by what they are for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fetched:
    """A file as it came over the line: `size` is bytes, headers and compression included."""

    path: str
    type: str
    size: int
    blocks: bool = False

    @property
    def is_font(self) -> bool:
        return self.type.startswith("font/")

    @property
    def is_picture(self) -> bool:
        return self.type.startswith("image/")


@dataclass(frozen=True)
class Weight:
    """Bytes of everything but pictures and fonts, bytes of fonts, number of files, how many of them keep the page from
    being drawn. The page itself counts, for weight and number."""

    bare: int
    fonts: int
    requests: int
    blocking: int


def weighed(files: Iterable[Fetched]) -> Weight:
    found = list(files)
    return Weight(
        bare=sum(file.size for file in found if not file.is_font and not file.is_picture),
        fonts=sum(file.size for file in found if file.is_font),
        requests=len(found),
        blocking=sum(file.blocks for file in found),
    )
