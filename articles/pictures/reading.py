"""An uploaded picture, made into two small WebP pictures that are new from the first byte: nothing of the file itself
is kept, no EXIF (which may tell a place), no profile, nothing that hides behind the pixels."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms

from articles.errors import CannotDo

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""What a good telephone takes. Pillow holds four bytes a pixel, a JPEG of this size is read at a fraction of it."""
LEAST_SIDE = 120
LONGEST_TO_SHORTEST = 3
SMALL, LARGE = (240, 300), (720, 900)
"""Boxes in which the two pictures fit; none is enlarged."""
QUALITY = 82

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What Pillow's readers raise where a file breaks its format's rules."""


class BadPicture(CannotDo):
    """The file cannot become a picture; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Two WebP files of one picture; width and height are the small one's, the digest is that of both."""

    digest: str
    width: int
    height: int
    small: bytes
    large: bytes


def read_picture(file: BinaryIO) -> Picture:
    """Raises BadPicture. Of a moving picture the first frame is taken, what is transparent becomes white."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadPicture(
            _("Die Datei ist größer als %d MB. Bitte speichern Sie das Bild kleiner, etwa 1.500 Pixel hoch.")
            % (MOST_BYTES // 1024**2)
        )
    image = _opened(content)
    _check_measures(*image.size)
    try:
        turn = _TURNS.get(_orientation(image))
        large = _plain(_shrunk(image), turn)
    except _BROKEN as error:
        raise BadPicture(
            _("Das Bild ist beschädigt. Bitte öffnen Sie es in einem Bildprogramm und speichern Sie es neu.")
        ) from error
    small = large.copy()
    small.thumbnail(SMALL, Image.Resampling.LANCZOS)
    files = _encoded(small), _encoded(large)
    return Picture(sha256(b"".join(files)).hexdigest()[:32], *small.size, *files)


def _opened(content: bytes) -> Image.Image:
    """Only the head is read here: the pixels may be many times what the file has."""
    try:
        return Image.open(BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except _BROKEN as error:
        raise BadPicture(
            _("Das ist kein Bild, das hier gelesen werden kann. Bitte speichern Sie es neu als JPEG, PNG oder WebP.")
        ) from error


def _too_large() -> BadPicture:
    return BadPicture(
        _("Das Bild hat mehr als %d Millionen Pixel. Bitte verkleinern Sie es, etwa auf 1.500 Pixel Höhe.")
        % (MOST_PIXELS // 1_000_000)
    )


def _check_measures(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise _too_large()
    if min(width, height) < LEAST_SIDE:
        raise BadPicture(
            _("Das Bild ist mit %(width)d × %(height)d Pixeln zu klein. Nötig sind mindestens %(least)d je Seite.")
            % {"width": width, "height": height, "least": LEAST_SIDE}
        )
    if max(width, height) > LONGEST_TO_SHORTEST * min(width, height):
        raise BadPicture(_("Das Bild ist zu schmal für ein Porträt. Bitte schneiden Sie es zu, am besten 4 zu 5."))


def _shrunk(image: Image.Image) -> Image.Image:
    """Shrunk first, so that all further work is on few pixels; palettes and 16 bits cannot be, and are read before."""
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image)
    elif image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    longest = max(LARGE)  # before the picture is turned upright either side may be the longer one
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits; a plain conversion would make white of all that is not black."""
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _plain(image: Image.Image, turn: Image.Transpose | None) -> Image.Image:
    """Upright, in sRGB, on white, within the large box: a new image without the old one's extras."""
    image = _in_srgb(image)
    image = image.transpose(turn) if turn is not None else image
    image = image.convert("RGBA")
    plain = Image.new("RGB", image.size, "white")
    plain.paste(image, mask=image.getchannel("A"))
    plain.thumbnail(LARGE, Image.Resampling.LANCZOS)
    return plain


def _orientation(image: Image.Image) -> int:
    """0 where the EXIF data cannot be read: that is no reason to refuse the picture."""
    try:
        value = image.getexif().get(_ORIENTATION, 0)
    except _BROKEN:
        return 0
    return value if isinstance(value, int) else 0


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colours as they were meant: CMYK from print and the wide colours of telephones. A bad profile counts as none."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK", "L"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *_BROKEN):
        return image
    return turned or image


def _encoded(image: Image.Image) -> bytes:
    written = BytesIO()
    image.save(written, "WEBP", quality=QUALITY, method=4)
    return written.getvalue()
