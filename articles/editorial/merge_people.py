"""Make people one, in one transaction, and take it back within 30 days; or remember that two are not one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.merge_names import give_back_names, move_names, names_and_roles, new_names, new_roles
from articles.editorial.merge_settling import ask_again, settle
from articles.editorial.merging import Merger, Undo
from articles.editorial.portrait import clear_away
from articles.errors import CannotDo
from articles.models import Author, DifferentPeople, Mention, MergeRecord, Person, Portrait


@dataclass(frozen=True, slots=True)
class Going:
    """What one of the people would bring along, and what speaks against it."""

    person: Person
    mentions: int
    articles: int
    names: tuple[str, ...]
    roles: tuple[str, ...]
    topics: tuple[str, ...]
    warnings: tuple[str, ...]


class PersonMerger(Merger[Person]):
    model, permission, in_topics, different = Person, "merge_person", "people", DifferentPeople
    same = gettext_lazy("Das ist ein und dieselbe Person.")
    missing = gettext_lazy("Eine der Personen gibt es nicht mehr.")
    filled = ("family_name", "description", "wikidata_id", "gnd_id", "born", "died")
    row = ("name", "slug", "is_public", *filled)

    def move(self, record: MergeRecord, kept: Person, gone: Person) -> Undo:
        born, died = kept.born or gone.born, kept.died or gone.died
        if born and died and died < born:
            raise CannotDo(_("Geburt und Tod der beiden passen nicht zusammen."))
        before = {"person": {"is_public": kept.is_public}, **names_and_roles(kept)}
        undo = {"kept": before, **names_and_roles(gone)}
        move_names(kept, gone)
        undo["mentions"] = _move_mentions(kept, gone)
        undo["settled"] = settle(kept, gone, record.merged_at)
        undo["author"] = _move_author(kept, gone)
        undo["portrait"] = _move_portrait(kept, gone, record)
        clear_away(record.merged_at)
        kept.is_public = kept.is_public and gone.is_public
        return undo

    def give_back(self, record: MergeRecord, kept: Person, gone: Person) -> None:
        undo = record.undo
        if undo["kept"]["person"]["is_public"] and not gone.is_public:
            kept.is_public = True
            kept.save()
        give_back_names(undo, kept, gone)
        Mention.objects.filter(pk__in=undo["mentions"], person=kept).update(person=gone)
        ask_again(kept, undo.get("settled", []))
        Author.objects.filter(pk=undo["author"]).update(person=gone)
        Portrait.objects.filter(pk=undo.get("portrait")).update(person=gone, left_at=None)


PEOPLE = PersonMerger()


def preview(kept: Person, gone: Iterable[Person]) -> tuple[Going, ...]:
    return tuple(_going(kept, person) for person in gone)


def _going(kept: Person, gone: Person) -> Going:
    mentions = Mention.objects.filter(person=gone).order_by()
    return Going(
        gone,
        mentions.count(),
        mentions.values("article").distinct().count(),
        tuple(name.name for name in new_names(kept, gone)),
        tuple(role.title for role in new_roles(kept, gone)),
        tuple(gone.topics.values_list("name", flat=True)),
        tuple(_warnings(kept, gone)),
    )


def _warnings(kept: Person, gone: Person) -> list[str]:
    told = []
    for name in ("wikidata_id", "gnd_id", "born", "died"):
        here, there = getattr(kept, name), getattr(gone, name)
        if here and there and here != there:
            label = Person._meta.get_field(name).verbose_name
            told.append(
                _("%(label)s: „%(here)s“ bleibt, „%(there)s“ geht.") % {"label": label, "here": here, "there": there}
            )
    if Portrait.objects.filter(person__in=[kept, gone]).count() == 2:
        told.append(_("Porträt: das von „%s“ bleibt.") % kept.name)
    if kept.is_public != gone.is_public:
        told.append(_("Eine von beiden ist nicht öffentlich; danach ist es auch die andere nicht."))
    return told


def _move_mentions(kept: Person, gone: Person) -> list[int]:
    ids = list(Mention.objects.filter(person=gone).order_by("pk").values_list("pk", flat=True))
    Mention.objects.filter(person=gone).update(person=kept)
    return ids


def _move_author(kept: Person, gone: Person) -> int | None:
    author = Author.objects.filter(person=gone).first()
    if author:
        author.person = None if Author.objects.filter(person=kept).exists() else kept
        author.save()
    return author.pk if author else None


def _move_portrait(kept: Person, gone: Person, record: MergeRecord) -> int | None:
    """One that is not needed is set aside until the merge can no longer be taken back."""
    portrait = Portrait.objects.filter(person=gone).first()
    if not portrait:
        return None
    needed = not Portrait.objects.filter(person=kept).exists()
    portrait.person, portrait.left_at = (kept, None) if needed else (None, record.merged_at)
    portrait.save()
    return portrait.pk
