"""Why a name is taken for a person's, in a sentence."""

from __future__ import annotations

import pytest

from articles.models import Mention
from articles.people.reasons import why_sentence
from articles.vocabulary import Reason


@pytest.mark.parametrize(
    ("why", "evidence", "says"),
    [
        (Reason.OFFICE, {"office": "Kanzler"}, "„Kanzler“"),
        (Reason.FAMILY, {"name": "Anna Berg"}, "„Anna Berg“"),
        (Reason.CHOSEN, {"signs": ["office", "tags"]}, "das Amt, die Schlagwörter"),
        (Reason.CHOSEN, {}, "nach allem"),
        (Reason.HOMONYM, {"candidates": {"1": 0.6, "2": 0.4}}, "Anna Berg (60 %)."),
        (Reason.HOMONYM, {}, "Mehrere Personen"),
    ],
)
def test_it_names_the_evidence(why, evidence, says):
    assert says in why_sentence(Mention(why=why, evidence=evidence), {1: "Anna Berg"})


@pytest.mark.parametrize("why", [reason for reason in Reason if reason != Reason.BY_HAND])
def test_every_reason_has_a_sentence(why):
    assert why_sentence(Mention(why=why)).endswith(".")


def test_what_an_editor_linked_needs_no_reason():
    assert why_sentence(Mention()) == ""
