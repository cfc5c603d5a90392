"""Pictures the archive has drawn, kept on disk so that they are drawn once. Bounded, and can be deleted at any time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from articles.pictures.keeping import put

PER_FOLDER = 20
"""Of 256 folders; at about 20 kB a picture, 100 MB in all."""


def drawn_once(key: str, draw: Callable[[], bytes]) -> bytes:
    """What was drawn under this key, else drawn now. A disk that is full or read-only costs time, nothing else."""
    place = Path(settings.SHARE_DIR, key[:2], f"{key}.png")
    try:
        return place.read_bytes()
    except OSError:
        picture = draw()
    try:
        put(place, picture)
        _make_room(place.parent)
    except OSError:
        return picture
    return picture


def _make_room(folder: Path) -> None:
    """The oldest go; another process may be doing the same."""
    files = [(path.stat().st_mtime_ns, path) for path in folder.glob("*.png")]
    for _written, path in sorted(files)[: max(len(files) - PER_FOLDER, 0)]:
        path.unlink(missing_ok=True)
