"""Two names, and how much they look like one person's."""

import pytest

from articles.text.likeness import likeness, near, sound
from articles.vocabulary import Likeness


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Anna Berg", "anna  BERG", Likeness.NAME),
        ("Orbán, Viktor", "Viktor Orban", Likeness.TURNED),
        ("Sergej Lawrow", "Сергей Лавров", Likeness.SOUND),
        ("Lawrow, Sergej", "Sergey Lavrov", Likeness.SOUND),
        ("Jürgen Müller", "Juergen Mueller", Likeness.SOUND),
        ("A. Merkel", "Angela Merkel", Likeness.INITIALS),
        ("Angela Dorothea Merkel", "A. D. Merkel", Likeness.INITIALS),
        ("Christian Lindner", "Christian Lindener", Likeness.SOUND),
    ],
)
def test_alike(one, other, reason):
    found = likeness(one, other)
    assert found[1] == reason
    assert likeness(other, one) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Bernd Anger"),
        ("Merkel", "Anna Merkel"),
        ("B. Merkel", "Angela Merkel"),
        ("", "Anna Berg"),
        ("…", "–"),
    ],
)
def test_not_alike(one, other):
    assert likeness(one, other) is None


def test_the_sound_does_not_know_the_order():
    assert sound("Volodymyr Selenskyj") == sound("Selenskyj, Volodymyr")


def test_most_letters_in_common():
    assert near("Annegret Kramp-Karrenbauer", "Annegret Kramp-Karrenbaum")[1] == Likeness.NEAR
    assert near("Anna Berg", "Anna Moser") is None
    assert near("Berg", "Berg") is None
