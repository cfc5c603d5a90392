"""What the tokens promise: text that can be read on either paper, in either theme, with more contrast too."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static/css/tokens.css").read_text()
THEMES = {
    "light": (),
    "dark": ("(prefers-color-scheme: dark)",),
    "more contrast": ("(prefers-contrast: more)",),
    "more contrast, dark": (
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ),
}


def colours(medium: str | None) -> dict[str, str]:
    """The colours the block for the medium sets; None is the block outside all media."""
    start = TOKENS.index(f"@media {medium} {{") if medium else TOKENS.index(":root {")
    block = TOKENS[start : TOKENS.index("\n}", start)]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def theme(request) -> dict[str, str]:
    shown = colours(None)
    for medium in THEMES[request.param]:
        shown |= colours(medium)
    return shown


@pytest.mark.parametrize("text", ["ink", "ink-2", "accent", "danger"])
@pytest.mark.parametrize("ground", ["paper", "paper-2"])
def test_text_stands_out_seven_to_one(theme, text, ground):
    assert contrast(theme[text], theme[ground]) >= 7


def test_a_marked_word_stands_out_seven_to_one(theme):
    assert contrast(theme["ink"], theme["accent-weak"]) >= 7


def test_what_is_on_a_button_stands_out(theme):
    assert contrast(theme["paper"], theme["ink"]) >= 7
    assert contrast(theme["paper"], theme["accent"]) >= 7


@pytest.mark.parametrize("part", ["focus", "chart", "ink-2", "underline"])
def test_marks_without_words_stand_out_three_to_one(theme, part):
    assert contrast(theme[part], theme["paper"]) >= 3
