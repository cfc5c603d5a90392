"""German and English are told apart by their commonest words."""

import pytest

from articles.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat hat die Brücke und den Weg für die Stadt gesperrt.", "de"),
        ("The council has closed the bridge and the road for the town.", "en"),
        ("Le conseil a fermé le pont et la route pour la ville.", ""),
        ("Brücke", ""),
        ("the and of der die und", ""),
    ],
)
def test_it_guesses_only_what_is_clear(text, language):
    assert guess_language(text) == language
