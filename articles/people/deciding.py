"""What becomes of an article's stored mentions when its text or the archive's names have changed: the editor's word
stays, moves with its words and goes only with them. Plans only; linking.py carries out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.conf import settings

from articles.models import Mention
from articles.people.finding import FoundMention
from articles.text.sortkeys import fold
from articles.vocabulary import MentionStatus, Reason

Key = tuple[int | str, str]


class Place(NamedTuple):
    anchor: str
    start: int
    end: int

    def overlaps(self, other: Place) -> bool:
        return self.anchor == other.anchor and self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Plan:
    """Which stored mentions go, which move, and which places are taken by those that remain."""

    gone: list[Mention] = field(default_factory=list)
    moved: list[tuple[Mention, Place]] = field(default_factory=list)
    taken: list[Place] = field(default_factory=list)

    def occupies(self, place: Place) -> bool:
        return any(place.overlaps(other) for other in self.taken)


def place_of(mention: Mention | FoundMention) -> Place:
    return Place(mention.anchor, mention.start, mention.end)


def is_sure(found: FoundMention) -> bool:
    """Whether a link is confirmed without an editor."""
    return found.person_id is not None and found.score >= settings.PEOPLE_CONFIRM_FROM


def plan(stored: Iterable[Mention], texts: Mapping[str, str], found: Mapping[Place, FoundMention]) -> Plan:
    """Decisions that still stand first, then those whose words have moved, then what the archive linked by itself."""
    plan, decided = Plan(), [mention for mention in stored if is_decided(mention)]
    plan.taken.extend(place_of(mention) for mention in decided if _stands(mention, texts))
    for mention in decided:
        if not _stands(mention, texts):
            _move(mention, texts, plan)
    for mention in stored:
        if not is_decided(mention):
            _keep_or_drop(mention, texts, found, plan)
    return plan


def is_decided(mention: Mention) -> bool:
    """By an editor, even if their account is gone: only editors reject, and what they confirm is not automatic."""
    return mention.status != MentionStatus.SUGGESTED and not mention.is_automatic


def refused(stored: Iterable[Mention]) -> set[Key]:
    """Who, as an editor has said, a word in this article does not mean, unless confirmed elsewhere in it."""
    said: dict[str, set[Key]] = {status: set() for status in MentionStatus.values}
    for mention in filter(is_decided, stored):
        said[mention.status] |= keys(mention.person_id, mention.suggested_name, mention.surface)
    return said[MentionStatus.REJECTED] - said[MentionStatus.CONFIRMED]


def keys(person_id: int | None, name: str, surface: str) -> set[Key]:
    """Under which a name in the text can be refused."""
    return {(who, fold(surface)) for who in (person_id, fold(name)) if who}


def _stands(mention: Mention, texts: Mapping[str, str]) -> bool:
    return texts.get(mention.anchor, "")[mention.start : mention.end] == mention.surface


def _move(mention: Mention, texts: Mapping[str, str], plan: Plan) -> None:
    free = [place for place in _occurrences(mention.surface, texts) if not plan.occupies(place)]
    if not free:
        plan.gone.append(mention)
        return
    nearest = min(free, key=lambda place: (place.anchor != mention.anchor, abs(place.start - mention.start)))
    plan.moved.append((mention, nearest))
    plan.taken.append(nearest)


def _occurrences(surface: str, texts: Mapping[str, str]) -> Iterator[Place]:
    """Wherever the words stand alone or with a genitive s."""
    pattern = re.compile(rf"(?<!\w){re.escape(surface)}(?=s?(?!\w))")
    for anchor, text in texts.items():
        yield from (Place(anchor, *match.span()) for match in pattern.finditer(text))


def _keep_or_drop(mention: Mention, texts: Mapping[str, str], found: Mapping[Place, FoundMention], plan: Plan) -> None:
    """A link made without an editor stays with its words unless the finder now knows better."""
    place = place_of(mention)
    knows_better = _knows_another if mention.status == MentionStatus.CONFIRMED else _suggests_no_more
    if _stands(mention, texts) and not plan.occupies(place) and not knows_better(mention, place, found):
        plan.taken.append(place)
    else:
        plan.gone.append(mention)


def _knows_another(mention: Mention, place: Place, found: Mapping[Place, FoundMention]) -> bool:
    """Somebody else, or several people of the name."""
    here = found.get(place)
    overlapping = [here] if here else [other for at, other in found.items() if at.overlaps(place)]
    return any(_is_another(mention, other) for other in overlapping)


def _is_another(mention: Mention, other: FoundMention) -> bool:
    if other.person_id is None:
        return other.why == Reason.HOMONYM
    return other.person_id != mention.person_id


def _suggests_no_more(mention: Mention, place: Place, found: Mapping[Place, FoundMention]) -> bool:
    here = found.get(place)
    if not here or is_sure(here) or here.person_id != mention.person_id:
        return True
    return here.person_id is None and here.name != mention.suggested_name
