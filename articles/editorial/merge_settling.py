"""Suggestions that asked which of two people is meant, once the two are one. Called by merge_people.py and
merge_undo.py only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings

from articles.models import Mention, Person
from articles.people.evidence import CERTAIN
from articles.vocabulary import MentionStatus, Reason


def settle(kept: Person, gone: Person, at: datetime) -> list[dict[str, Any]]:
    """Link to `kept` what was open between just these two; returns how it was before. Where others are candidates too,
    the next look at the article decides."""
    both = {str(kept.pk), str(gone.pk)}
    asked = Mention.objects.filter(
        status=MentionStatus.SUGGESTED, why=Reason.HOMONYM, evidence__candidates__has_keys=sorted(both)
    )
    settled = [mention for mention in asked.order_by("pk") if mention.evidence["candidates"].keys() == both]
    before = [
        {"pk": m.pk, "name": m.suggested_name, "score": m.score, "candidates": m.evidence["candidates"]}
        for m in settled
    ]
    is_sure = settings.PEOPLE_CONFIRM_FROM <= CERTAIN
    Mention.objects.filter(pk__in=[mention.pk for mention in settled]).update(
        person=kept,
        suggested_name="",
        score=CERTAIN,
        why=Reason.FULL,
        evidence={},
        status=MentionStatus.CONFIRMED if is_sure else MentionStatus.SUGGESTED,
        is_automatic=is_sure,
        decided_at=at if is_sure else None,
    )
    return before


def ask_again(kept: Person, before: list[dict[str, Any]]) -> None:
    """The two are two again, and so is the question, unless an editor has answered it since."""
    known = {told["pk"]: told for told in before}
    for mention in Mention.objects.filter(pk__in=known, person=kept, decided_by__isnull=True).order_by("pk"):
        told = known[mention.pk]
        mention.person, mention.suggested_name, mention.score = None, told["name"], told["score"]
        mention.why, mention.evidence = Reason.HOMONYM, {"candidates": told["candidates"]}
        mention.status, mention.is_automatic, mention.decided_at = MentionStatus.SUGGESTED, False, None
        mention.save()
