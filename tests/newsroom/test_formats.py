"""How dates are written and read in the interface's two languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django import forms
from django.utils.formats import date_format
from django.utils.translation import override

DAY = date(2024, 11, 5)


@pytest.mark.parametrize(("language", "written"), [("de", "5. November 2024"), ("en", "5 November 2024")])
def test_a_day_comes_before_its_month(language, written):
    with override(language):
        assert date_format(DAY, "DATE_FORMAT") == written


def test_a_short_english_date_cannot_be_misread():
    with override("en"):
        assert date_format(datetime(2024, 11, 5, 18, 30), "SHORT_DATETIME_FORMAT") == "5 Nov 2024, 18:30"


@pytest.mark.parametrize("typed", ["2024-11-05", "05/11/2024", "5 November 2024"])
def test_an_english_form_reads_the_day_first(typed):
    with override("en"):
        assert forms.DateField().clean(typed) == DAY
