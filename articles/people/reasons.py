"""Says in a sentence why a place in a text is taken for a person's name, from what a mention keeps: `why` and
`evidence`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.models import Mention
from articles.vocabulary import Reason

MOST = 5
"""Candidates named in a sentence."""


def why_sentence(mention: Mention, names: Mapping[int, str] | None = None) -> str:
    """ "" where an editor linked by hand. `names` are those of the candidates, by id (`mention.candidates`)."""
    tell = _SENTENCES.get(mention.why)
    return tell(mention.evidence, names or {}) if tell else ""


def _full(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Hier steht der volle Name oder ein anderer Name, den das Archiv kennt.")


def _initial(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Initiale und Familienname passen auf genau diese Person.")


def _office(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Amt und Familienname stehen beieinander: „%s“.") % evidence.get("office", "")


def _family(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Der Familienname; im Artikel steht auch „%s“.") % evidence.get("name", "")


def _only(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Diesen Familiennamen trägt im Archiv nur eine Person, und er steht hier wie der eines Menschen.")


def _chosen(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    signs = ", ".join(str(_signs()[sign]) for sign in evidence.get("signs", ()) if sign in _signs())
    return _("Von mehreren Personen dieses Namens passt diese am besten: %s.") % (
        signs or _("nach allem, was im Text steht")
    )


def _homonym(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    shares = evidence.get("candidates", {})
    told = [f"{names[int(who)]} ({round(100 * share)} %)" for who, share in shares.items() if int(who) in names]
    if not told:
        return _("Mehrere Personen heißen so; der Text entscheidet nicht, wer gemeint ist.")
    return _("Mehrere Personen heißen so; der Text entscheidet nicht: %s.") % ", ".join(told[:MOST])


def _new_office(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Ein Name, den das Archiv nicht kennt, mit einem Amt davor.")


def _new_given(evidence: Mapping[str, Any], names: Mapping[int, str]) -> str:
    return _("Ein Name, den das Archiv nicht kennt, mit einem bekannten Vornamen.")


def _signs() -> dict[str, str]:
    return {
        "office": _("das Amt"),
        "words": _("wovon der Artikel handelt"),
        "tags": _("die Schlagwörter"),
        "desk": _("das Ressort"),
        "company": _("wer noch genannt ist"),
        "time": _("die Zeit"),
        "full": _("der volle Name im Artikel"),
    }


_SENTENCES = {
    Reason.FULL: _full,
    Reason.INITIAL: _initial,
    Reason.OFFICE: _office,
    Reason.FAMILY: _family,
    Reason.ONLY: _only,
    Reason.CHOSEN: _chosen,
    Reason.HOMONYM: _homonym,
    Reason.NEW_OFFICE: _new_office,
    Reason.NEW_GIVEN: _new_given,
}
