"""Pictures on disk: whole or not at all."""

import pytest

from articles.errors import CannotDo
from articles.pictures import keeping
from tests.pictures.made import portrait_picture


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_kept_is_found_and_can_be_discarded(settings):
    picture = portrait_picture()
    keeping.keep(picture)
    assert keeping.content(picture.digest, "small") == picture.small
    keeping.discard(picture.digest)
    assert keeping.content(picture.digest, "small") is None
    assert not files(settings.MEDIA_ROOT)


def test_discarding_what_is_not_there_harms_nothing_else():
    keeping.keep(portrait_picture())
    keeping.discard("0" * 32)
    assert keeping.content(portrait_picture().digest, "small")


def test_what_is_there_is_not_written_again(monkeypatch):
    keeping.keep(portrait_picture())
    written = []
    monkeypatch.setattr(keeping, "put", lambda place, data: written.append(place))
    keeping.keep(portrait_picture())
    assert not written


def test_a_write_that_fails_leaves_nothing(settings, tmp_path):
    with pytest.raises(TypeError):
        keeping.put(tmp_path / "media" / "x.webp", None)
    assert not files(settings.MEDIA_ROOT)


def test_a_folder_that_cannot_be_written_is_told(settings, tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be")
    settings.MEDIA_ROOT = tmp_path / "taken"
    with pytest.raises(CannotDo, match="ließ sich nicht ablegen"):
        keeping.keep(portrait_picture())
