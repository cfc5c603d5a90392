import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.distance import distance

WORDS = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("first", "second", "changes"),
    [
        ("barbock", "baerbock", 1),
        ("selensky", "selenskyj", 1),
        ("zelensky", "selenskyj", 2),
        ("ukraien", "ukraine", 1),
        ("haus", "maus", 1),
        ("haus", "haus", 0),
        ("", "ab", 2),
        ("haus", "brot", None),
        ("energie", "energiewende", None),
    ],
)
def test_it_counts_the_changes(first, second, changes):
    assert distance(first, second, 2) == changes


@given(WORDS, WORDS, st.integers(0, 3))
def test_the_band_changes_nothing(first, second, most):
    whole = plain_distance(first, second)
    assert distance(first, second, most) == (whole if whole <= most else None)


@given(WORDS, WORDS)
def test_it_is_the_same_both_ways(first, second):
    assert distance(first, second, 3) == distance(second, first, 3)


def plain_distance(a, b):
    """The definition, without any shortcut."""
    if not a or not b:
        return len(a) + len(b)
    swapped = len(a) > 1 < len(b) and a[-1] == b[-2] and a[-2] == b[-1]
    ways = [plain_distance(a[:-1], b) + 1, plain_distance(a, b[:-1]) + 1]
    ways.append(plain_distance(a[:-1], b[:-1]) + (a[-1] != b[-1]))
    return min([*ways, plain_distance(a[:-2], b[:-2]) + 1] if swapped else ways)
