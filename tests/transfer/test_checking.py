"""Whether a record fits, in words."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from articles.formats.base import ArticleRecord, Ref, SectionRecord
from articles.transfer.checking import check


def fits(*values, **others):
    try:
        check(ArticleRecord(*values, **others))
    except ValidationError:
        return False
    return True


def complaint(**values):
    with pytest.raises(ValidationError) as caught:
        check(ArticleRecord(**{"headline": "Titel", **values}))
    return " ".join(caught.value.messages)


def test_an_ordinary_record_fits():
    assert fits("Titel", "Vorspann", tags=(Ref("Energie"),), source_url="https://example.org/1")


def test_a_headline_that_is_too_long_is_named_with_both_lengths():
    assert complaint(headline="x" * 301).startswith("Titel: 301 Zeichen, erlaubt sind 300")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kicker": "x" * 121}, "Dachzeile"),
        ({"external_id": "x" * 501}, "Kennung der Quelle"),
        ({"sections": (SectionRecord("<p>Text</p>", "x" * 201),)}, "Zwischentitel"),
        ({"bylines": (Ref("x" * 201),)}, "Name"),
        ({"tags": (Ref("x" * 101),)}, "Schlagwort"),
    ],
)
def test_every_column_is_measured(values, field):
    assert complaint(**values).startswith(f"{field}: ")


def test_a_long_standfirst_fits():
    assert fits("Titel", "x" * 100_000)
    assert not fits("x" * 100_000, "Vorspann")


def test_a_record_without_a_headline_does_not_fit():
    assert complaint(headline="  ") == "Der Titel fehlt."


def test_a_language_the_archive_does_not_know_does_not_fit():
    assert complaint(language="xx").startswith("Sprache: ")


def test_an_address_that_is_none_does_not_fit():
    assert complaint(source_url="siehe unten").startswith("Adresse der Quelle: ")


def test_a_tag_without_letters_is_none():
    assert complaint(tags=(Ref("#"),)) == "„#“ ist kein Schlagwort."


def test_everything_that_is_wrong_is_said_at_once():
    assert complaint(kicker="x" * 121, language="xx").count(":") >= 2
