"""Finds files of the embedded index that are not as Tantivy wrote them: each ends with a checksum of what is before."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from articles.search.generations import META

KINDS = ("idx", "pos", "term", "store", "fast", "fieldnorm")
MAGIC = 1337
_END = struct.Struct("<II")  # length of the JSON with the checksum, magic number
READ_AT_ONCE = 1 << 20


def damaged(folder: Path) -> list[str]:
    """The names of files that are changed, cut short or gone. Nobody may write meanwhile."""
    try:
        needed = list(_files(json.loads((folder / META).read_text("utf-8"))))
    except (OSError, ValueError, KeyError, TypeError):
        return [META]
    return [name for name in needed if not _is_sound(folder / name)]


def _files(meta: dict) -> Iterator[str]:
    for segment in meta["segments"]:
        name = segment["segment_id"].replace("-", "")
        yield from (f"{name}.{kind}" for kind in KINDS)
        if segment["deletes"]:
            yield f"{name}.{segment['deletes']['opstamp']}.del"


def _is_sound(path: Path) -> bool:
    try:
        return _written(path) == _checksum(path)
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return False


def _written(path: Path) -> tuple[int, int]:
    """The length of what is before the checksum, and the checksum. Raises ValueError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _END.size))
        length, magic = _END.unpack(file.read())
        before = size - _END.size - length
        if magic != MAGIC or before < 0:
            raise ValueError(path.name)
        file.seek(before)
        return before, int(json.loads(file.read(length))["crc"])


def _checksum(path: Path) -> tuple[int, int]:
    left = length = _written(path)[0]
    found = 0
    with path.open("rb") as file:
        while left and (some := file.read(min(left, READ_AT_ONCE))):
            found, left = zlib.crc32(some, found), left - len(some)
    return length - left, found
