"""Uploaded pictures: whatever comes in, a small clean one comes out, or a sentence that says why not."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from articles.pictures import reading
from articles.pictures.reading import BadPicture, read_picture
from tests.pictures.made import BLUE, RED, claiming, located, picture_file, two_halves

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><script>alert(1)</script></svg>'


def read(content):
    return read_picture(BytesIO(content))


def shown(data):
    return Image.open(BytesIO(data)).convert("RGB")


def is_near(colour, other):
    return all(abs(one - two) < 40 for one, two in zip(colour, other, strict=True))


def halves(picture):
    """The colours above and below."""
    image = shown(picture.large)
    return [image.getpixel((image.width // 2, image.height * place // 4)) for place in (1, 3)]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_are_read_and_written_anew(form):
    picture = read(picture_file(form))
    assert (shown(picture.small).size, shown(picture.large).size) == ((240, 300), (400, 500))
    assert (picture.width, picture.height) == (240, 300)
    assert {data[8:12] for data in (picture.small, picture.large)} == {b"WEBP"}


def test_no_side_is_longer_than_its_box():
    picture = read(picture_file(image=two_halves((3000, 2000))))
    assert (shown(picture.small).size, shown(picture.large).size) == ((240, 160), (720, 480))


def test_the_same_file_has_the_same_name_and_another_has_another():
    assert read(picture_file()).digest == read(picture_file()).digest != read(picture_file("PNG")).digest


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "CMYK", "1", "YCbCr"])
def test_any_colours_become_screen_colours(mode):
    form = "JPEG" if mode in {"CMYK", "YCbCr"} else "PNG"
    above, below = halves(read(picture_file(form, two_halves(mode=mode))))
    if mode not in {"L", "LA", "1"}:
        assert is_near(above, RED)
        assert is_near(below, BLUE)


def test_sixteen_bits_keep_their_greys():
    grey = Image.new("I;16", (400, 500), 128 * 256)
    assert is_near(halves(read(picture_file("PNG", grey)))[0], (128, 128, 128))


def test_what_is_transparent_becomes_white():
    clear = Image.new("RGBA", (400, 500), (0, 0, 0, 0))
    assert halves(read(picture_file("PNG", clear))) == [(255, 255, 255)] * 2


def test_a_profile_is_applied_and_left_behind():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = read(picture_file(icc_profile=profile))
    assert is_near(halves(picture)[0], RED)
    assert b"ICCP" not in picture.large


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 500])
def test_a_broken_profile_is_none(profile):
    assert is_near(halves(read(picture_file(icc_profile=profile)))[0], RED)


def test_where_it_was_taken_is_not_kept():
    picture = read(located())
    for data in (picture.small, picture.large):
        assert not any(mark in data for mark in (b"EXIF", b"Exif", b"XMP", b"Garten"))
        assert not Image.open(BytesIO(data)).getexif()


@pytest.mark.parametrize(("orientation", "above"), [(1, RED), (2, RED), (3, BLUE), (4, BLUE)])
def test_it_stands_upright(orientation, above):
    assert is_near(halves(read(located(orientation)))[0], above)


@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_it_is_turned_from_lying(orientation):
    picture = read(located(orientation))
    assert shown(picture.large).size == (500, 400)
    left = shown(picture.large).getpixel((125, 200))
    assert is_near(left, RED if orientation in {5, 8} else BLUE)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_there_is_not_turns_nothing(orientation):
    assert is_near(halves(read(located(orientation)))[0], RED)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first_frame_is_taken(form):
    frames = [Image.new("RGB", (400, 500), BLUE) for _ in range(5)]
    content = picture_file(form, Image.new("RGB", (400, 500), RED), save_all=True, append_images=frames)
    assert is_near(halves(read(content))[1], RED)


def test_what_hides_behind_the_pixels_is_gone():
    content = picture_file() + b"PK\x03\x04<script>alert(1)</script>"
    assert b"script" not in read(content).large


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + bytes(50),
        SVG,
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        bytes(2000),
        picture_file("GIF"),
        picture_file("TIFF"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(content):
    with pytest.raises(BadPicture, match="neu als JPEG, PNG oder WebP"):
        read(content)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused(form):
    content = picture_file(form, Image.effect_noise((400, 500), 90).convert("RGB"))
    with pytest.raises(BadPicture, match=r"beschädigt|kein Bild"):
        read(content[: len(content) // 2])


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("size", [(50_000, 50_000), (10_000, 9_000), (8_000, 8_000), (2**31 - 1, 1)])
def test_too_many_pixels_are_refused_before_they_are_read(size):
    with pytest.raises(BadPicture, match=r"50 Millionen Pixel|zu klein"):
        read(claiming(*size))


def test_too_many_bytes_are_refused_without_reading_them():
    class Endless:
        def read(self, count):
            assert count == reading.MOST_BYTES + 1
            return bytes(count)

    with pytest.raises(BadPicture, match="größer als 10 MB"):
        read_picture(Endless())


@pytest.mark.parametrize(("size", "why"), [((100, 400), "zu klein"), ((1, 1), "zu klein"), ((2000, 200), "zu schmal")])
def test_no_portrait_can_be_made_of_it(size, why):
    with pytest.raises(BadPicture, match=why):
        read(picture_file("PNG", two_halves(size)))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0), st.binary(min_size=1, max_size=40), st.booleans())
def test_no_broken_file_breaks_anything(form, place, junk, cut):
    content = located() if form == "JPEG" else picture_file(form, two_halves((150, 150)))
    place %= len(content)
    broken = content[:place] + junk + (b"" if cut else content[place + len(junk) :])
    with suppress(BadPicture):
        assert read(broken).small
