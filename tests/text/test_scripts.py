"""The script of a name is read from its letters."""

import pytest

from articles.text.scripts import script_of
from articles.vocabulary import Script


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Łukasz Müller", Script.LATIN),
        ("Сергей Лавров", Script.CYRILLIC),
        ("习近平", Script.CHINESE),
        ("山田 はなこ", Script.JAPANESE),
        ("김정은", Script.KOREAN),
        ("محمود عباس", Script.ARABIC),
        ("42", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_scripts(name, script):
    assert script_of(name) == script
