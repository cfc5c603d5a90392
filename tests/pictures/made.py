"""Picture files made for a test, the honest and the hostile."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

from articles.pictures.reading import Picture, read_picture

RED, BLUE = (200, 30, 30), (30, 30, 200)


def two_halves(size: tuple[int, int] = (400, 500), mode: str = "RGB") -> Image.Image:
    """Red above, blue below: what was turned is seen."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, size[1] // 2, *size))
    return image.convert(mode)


def picture_file(form: str = "JPEG", image: Image.Image | None = None, **options: Any) -> bytes:
    written = BytesIO()
    (image or two_halves()).save(written, form, **options)
    return written.getvalue()


def located(orientation: int = 1) -> bytes:
    """A photograph that says where it was taken, and how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "Garten hinter dem Haus"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 36.0)})
    return picture_file(exif=exif)


def claiming(width: int, height: int) -> bytes:
    """A small PNG whose head promises very many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(64))) + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def portrait_picture(colour: tuple[int, int, int] = RED) -> Picture:
    return read_picture(BytesIO(picture_file(image=Image.new("RGB", (400, 500), colour))))
