"""What the pages of the archive are about."""

from datetime import date

import pytest

from articles import scopes
from tests.builders import build_desk


@pytest.mark.parametrize(
    ("parts", "first", "last"),
    [
        (("2024",), date(2024, 1, 1), date(2024, 12, 31)),
        (("2024", "02"), date(2024, 2, 1), date(2024, 2, 29)),
        (("2024", "11", "05"), date(2024, 11, 5), date(2024, 11, 5)),
    ],
)
def test_a_span_has_a_first_and_a_last_day(parts, first, last):
    assert scopes.span(*parts) == (first, last)


@pytest.mark.parametrize("parts", [("0000",), ("2024", "13"), ("2024", "00"), ("2023", "02", "29")])
def test_what_no_calendar_has_is_refused(parts):
    with pytest.raises(ValueError, match=r".+"):
        scopes.span(*parts)


@pytest.mark.django_db
def test_a_desk_has_the_desks_below_it():
    politics = build_desk("Politik")
    below = build_desk("Rathaus", parent=politics)
    [rule] = scopes.of_desk(politics).within
    assert rule.desk_ids == {politics.pk, below.pk}
