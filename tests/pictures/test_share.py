"""The picture of an article that is shared."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from articles.pictures import share
from articles.pictures.share import ShareText, drawn

TEXT = ShareText("Newsroom", "Velmebrücke", "Haarriss im dritten Pfeiler", "5. November 2024 · Lokales")
TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"


def shown(text):
    return Image.open(BytesIO(drawn(text)))


def ink_in(image, box):
    """How many colours there are within: one is bare paper."""
    return len(image.convert("RGB").crop(box).getcolors(100_000))


def test_it_is_a_small_png_of_the_size_that_is_asked_for():
    image = shown(TEXT)
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(drawn(TEXT)) < 60_000


def test_the_same_text_is_the_same_picture():
    assert drawn(TEXT) == drawn(replace(TEXT))


@pytest.mark.parametrize("changed", ["paper", "kicker", "headline", "foot"])
def test_each_word_on_it_counts(changed):
    other = replace(TEXT, **{changed: "Anders"})
    assert drawn(other) != drawn(TEXT)
    assert other.key != TEXT.key


def test_another_design_has_other_addresses(monkeypatch):
    before = TEXT.key
    monkeypatch.setattr(share, "DESIGN", share.DESIGN + 1)
    assert TEXT.key != before


@pytest.mark.parametrize("headline", ["W" * 300, "a b " * 75, "„Zitat“ " * 40, "Київ " * 60, "漢字" * 150, ""])
def test_nothing_runs_out_of_the_picture(headline):
    image = shown(replace(TEXT, headline=headline, kicker="K" * 120, paper="P" * 200, foot="F" * 300))
    assert ink_in(image, (1140, 0, 1200, 630)) == 1
    assert ink_in(image, (0, 612, 1200, 630)) == 1


def test_an_opening_quotation_mark_hangs_in_the_margin():
    plain, quoted = shown(replace(TEXT, headline="Hier")), shown(replace(TEXT, headline="„Hier“"))
    margin = (0, 190, share.MARGIN - 2, 400)
    assert (ink_in(plain, margin), ink_in(quoted, margin) > 1) == (1, True)


def test_quotation_marks_within_a_kicker_keep_their_place():
    image = shown(replace(TEXT, kicker="„Linie 4“"))
    assert ink_in(image, (0, 150, share.MARGIN - 2, 182)) == 1


def test_threads_draw_the_same():
    texts = [replace(TEXT, headline=f"{word} {number}") for number, word in enumerate(["Київ", "Łódź", "Köln"] * 6)]
    alone = [drawn(text) for text in texts]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(drawn, texts)) == alone


def test_the_colours_are_those_of_the_website():
    light = TOKENS.read_text(encoding="utf-8").partition(":root {")[2].partition("}")[0]
    tokens = dict(re.findall(r"--([\w-]+): (#\w{6});", light))
    assert [tokens[name] for name in ("paper", "ink", "ink-2", "hairline", "accent")] == [
        *(share.PAPER, share.INK, share.INK_2, share.HAIRLINE, share.ACCENT)
    ]


@settings(max_examples=40, deadline=None)
@given(st.builds(ShareText, *[st.text(max_size=80)] * 4))
def test_whatever_is_written_can_be_drawn(text):
    assert drawn(text).startswith(b"\x89PNG")
    assert text.key
