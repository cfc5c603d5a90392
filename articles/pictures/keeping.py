"""Pictures on disk, below MEDIA_ROOT, named by their content: a name never means another picture. Which of them are
still needed is for the database to say."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.utils.translation import gettext as _

from articles.errors import CannotDo
from articles.pictures.reading import Picture

SIZES = ("small", "large")


def keep(picture: Picture) -> None:
    """Write what is not there yet. Raises CannotDo where the disk does not take it."""
    try:
        for size in SIZES:
            place = _place(picture.digest, size)
            if not place.is_file():
                put(place, getattr(picture, size))
    except OSError as error:
        raise CannotDo(
            _("Das Bild ließ sich nicht ablegen (%s). Bitte sagen Sie der Technik Bescheid.") % error.strerror
        ) from error


def content(digest: str, size: str) -> bytes | None:
    """None where there is no such file."""
    try:
        return _place(digest, size).read_bytes()
    except OSError:
        return None


def discard(digest: str) -> None:
    for size in SIZES:
        _place(digest, size).unlink(missing_ok=True)


def left_in_folder_of(digest: str, before: datetime) -> set[str]:
    """The pictures in the same folder that were put there before that moment."""
    found = set()
    for place in _place(digest, SIZES[0]).parent.glob("*.webp"):
        with suppress(FileNotFoundError):  # another process is quicker
            if place.stat().st_mtime < before.timestamp():
                found.add(place.name.rpartition("-")[0])
    return found


def put(place: Path, data: bytes) -> None:
    """Whole or not at all, whatever happens meanwhile."""
    place.parent.mkdir(parents=True, exist_ok=True)
    written = place.with_name(f".{uuid4().hex}")
    try:
        written.write_bytes(data)
        written.replace(place)
    finally:
        written.unlink(missing_ok=True)


def _place(digest: str, size: str) -> Path:
    return Path(settings.MEDIA_ROOT, "portraits", digest[:2], f"{digest}-{size}.webp")
