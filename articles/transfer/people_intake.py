"""One row about a person into the archive: who it is, and what is new about them. Batches, so that a file of any size
takes few queries; files and reports are people_importing.py's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched

from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _

from articles.errors import CannotDo
from articles.formats.people import PersonRow, RoleRow
from articles.models import FormerSlug, Person, PersonName, PersonRole
from articles.models.person import kind_of
from articles.text.slugs import numbered, slugify
from articles.text.sortkeys import fold
from articles.transfer.report import Outcome
from articles.vocabulary import NameKind

BATCH = 400
NUMBERED = 100
"""Addresses of one name looked up at a time; more and more, the more there are."""
ASKED_AT_ONCE = 5_000
FIELDS = {"family_name": "family_name", "description": "description", "wikidata": "wikidata_id", "gnd": "gnd_id"}
DATES = {"born": "born", "died": "died"}


@dataclass(frozen=True, slots=True)
class Taken:
    row: PersonRow
    outcome: Outcome
    reason: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Intake:
    """`repeated`: folded names that several rows of the file bear. `overwrite`: the file's word goes before ours."""

    repeated: frozenset[str] = frozenset()
    overwrite: bool = False
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    _reached: dict[str, int] = field(default_factory=dict)

    def take(self, rows: Sequence[PersonRow]) -> Iterator[Taken]:
        known = _Known(rows)
        fresh: list[PersonRow] = []
        for row in rows:
            taken = self._one(row, known)
            if taken.outcome == Outcome.CREATED:
                fresh.append(row)
            yield taken
        _create(fresh, self._reached)

    def _one(self, row: PersonRow, known: _Known) -> Taken:
        try:
            self._once(row)
            person, by_name = self._meant(row, known)
            if not person:
                return Taken(row, Outcome.CREATED, remarks=row.remarks)
            self._refuse_second(("person", str(person.pk)), row)
            return self._updated(row, person, by_name)
        except CannotDo as refusal:
            return Taken(row, Outcome.SKIPPED, str(refusal), row.remarks)

    def _refuse_second(self, key: tuple[str, ...], row: PersonRow) -> None:
        if self._seen.setdefault(key, row.line) != row.line:
            raise CannotDo(_("Diese Person stand schon in Zeile %d.") % self._seen[key])

    def _once(self, row: PersonRow) -> None:
        """Raises CannotDo for somebody the file has told of already."""
        keys = [key for key in (("Q", row.wikidata), ("GND", row.gnd)) if key[1]]
        named = ("name", fold(row.name), str(row.born)) if row.born else None
        asked = keys or ([named] if named else [])
        first = min((self._seen[key] for key in asked if key in self._seen), default=0)
        if first:
            raise CannotDo(_("Diese Person stand schon in Zeile %d.") % first)
        for key in [*keys, *([named] if named else [])]:
            self._seen.setdefault(key, row.line)

    def _meant(self, row: PersonRow, known: _Known) -> tuple[Person | None, bool]:
        """By Wikidata, then GND, then name and birth; by the name alone only where nobody else can be meant."""
        if row.wikidata in known.by_wikidata:
            return known.by_wikidata[row.wikidata], False
        by_gnd = known.by_gnd.get(row.gnd, []) if row.gnd else []
        if by_gnd:
            return _only([person for person in by_gnd if _fits(row, person)], row), False
        named = [person for person in known.by_name[fold(row.name)] if _fits(row, person)]
        born = [person for person in named if row.born and person.born == row.born]
        if born:
            return _only(born, row), False
        if named and fold(row.name) in self.repeated:
            raise CannotDo(_unclear(row))
        if not named and fold(row.name) in self.repeated and not (row.wikidata or row.gnd or row.born):
            raise CannotDo(_("Mehrere Zeilen nennen „%s“, diese ohne Kennung und Geburtsdatum.") % row.name)
        return (_only(named, row), True) if named else (None, False)

    def _updated(self, row: PersonRow, person: Person, by_name: bool) -> Taken:
        remarks = list(row.remarks)
        changed = self._fill(row, person, remarks)
        names = _new_names(row, {name.folded for name in person.names.all()})
        roles = _new_roles(row, person)
        if changed:
            person.save()
        PersonName.objects.bulk_create(PersonName(person=person, name=name, kind=kind) for name, kind in names)
        PersonRole.objects.bulk_create(_role(person, role) for role in roles)
        if not (changed or names or roles):
            return Taken(row, Outcome.UNCHANGED, remarks=tuple(remarks))
        if by_name:
            remarks.append(_("Nur am Namen erkannt: %s.") % person.name)
        return Taken(row, Outcome.UPDATED, remarks=tuple(remarks))

    def _fill(self, row: PersonRow, person: Person, remarks: list[str]) -> bool:
        """What is empty is filled; what the archive has otherwise stays and is told, unless the file may overwrite."""
        changed = False
        for told, own in {**FIELDS, **DATES}.items():
            here, there = getattr(person, own), getattr(row, told)
            if not there or here == there:
                continue
            if here and not self.overwrite:
                remarks.append(_differs(person, own, here, there))
                continue
            setattr(person, own, there)
            changed = True
        if self.overwrite and row.is_public is not None and row.is_public != person.is_public:
            person.is_public, changed = row.is_public, True
        if person.born and person.died and person.died < person.born:
            raise CannotDo(_("Niemand stirbt vor der Geburt."))
        return changed


class _Known:
    """Everybody a batch can mean, with their names and roles."""

    def __init__(self, rows: Iterable[PersonRow]):
        rows = list(rows)
        bearers: dict[int, set[str]] = defaultdict(set)
        names = PersonName.objects.filter(_may_be_meant(rows))
        for person_id, folded in names.values_list("person_id", "folded"):
            bearers[person_id].add(folded)
        numbered = Q(wikidata_id__in={row.wikidata for row in rows if row.wikidata}) | Q(
            gnd_id__in={row.gnd for row in rows if row.gnd}
        )
        people = {person.pk: person for person in Person.objects.filter(numbered)} | Person.objects.in_bulk(
            list(bearers)
        )
        _with_names_and_roles(people)
        self.by_wikidata = {person.wikidata_id: person for person in people.values() if person.wikidata_id}
        self.by_gnd: dict[str, list[Person]] = defaultdict(list)
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people.values():
            self.by_gnd[person.gnd_id].append(person)
            for folded in bearers.get(person.pk, ()):
                self.by_name[folded].append(person)


def _may_be_meant(rows: Sequence[PersonRow]) -> Q:
    """Names of people whom a row can mean by its name. Of very many namesakes, those whom another number or day of
    birth tells apart are not read."""
    named: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        named["wikidata" if row.wikidata else "born" if row.born else ""].add(fold(row.name))
    numbers, days = {row.wikidata for row in rows if row.wikidata}, {row.born for row in rows if row.born}
    known = Q(person__wikidata_id="") | Q(person__wikidata_id__in=numbers)
    born = Q(person__born__isnull=True) | Q(person__born__in=days)
    by_name = Q(folded__in=named[""])
    return by_name | Q(folded__in=named["wikidata"]) & known | Q(folded__in=named["born"]) & born


def _with_names_and_roles(people: dict[int, Person]) -> None:
    prefetch_related_objects(list(people.values()), "names", "roles")


def _fits(row: PersonRow, person: Person) -> bool:
    """Whether no number and no date says that this is somebody else."""
    pairs = (
        (row.wikidata, person.wikidata_id),
        (row.gnd, person.gnd_id),
        (row.born, person.born),
        (row.died, person.died),
    )
    return all(not told or not own or told == own for told, own in pairs)


def _only(people: list[Person], row: PersonRow) -> Person:
    if len(people) != 1:
        raise CannotDo(_unclear(row))
    return people[0]


def _unclear(row: PersonRow) -> str:
    return _("Wer gemeint ist, ist nicht klar: „%s“. Eine Kennung oder das Geburtsdatum entscheidet.") % row.name


def _differs(person: Person, own: str, here: object, there: object) -> str:
    label = Person._meta.get_field(own).verbose_name
    values = {"name": person.name, "field": label, "here": here, "there": there}
    return _("%(name)s, %(field)s: im Archiv „%(here)s“, in der Datei „%(there)s“.") % values


def _new_names(row: PersonRow, known: set[str]) -> list[tuple[str, NameKind]]:
    told = [name for name in (row.name, *row.aliases) if fold(name) not in known]
    return [(name, kind_of(name, row.name)) for name in told]


def _new_roles(row: PersonRow, person: Person) -> list[RoleRow]:
    known = {(fold(role.title), role.since, role.until) for role in person.roles.all()}
    return [role for role in row.roles if (fold(role.title), role.since, role.until) not in known]


def _role(person: Person, role: RoleRow) -> PersonRole:
    return PersonRole(person=person, title=role.title, since=role.since, until=role.until)


def _create(rows: list[PersonRow], reached: dict[str, int]) -> None:
    """Written together; a person's own `save` would ask the database four times a row."""
    slugs = _slugs([row.name for row in rows], reached)
    people = Person.objects.bulk_create(
        Person(
            name=row.name,
            slug=slug,
            family_name=row.family_name,
            description=row.description,
            wikidata_id=row.wikidata,
            gnd_id=row.gnd,
            born=row.born,
            died=row.died,
            is_public=row.is_public is not False,
        )
        for row, slug in zip(rows, slugs, strict=True)
    )
    pairs = list(zip(rows, people, strict=True))
    PersonName.objects.bulk_create(
        PersonName(person=person, name=name, kind=kind)
        for row, person in pairs
        for name, kind in [(row.name, NameKind.MAIN), *_new_names(row, {fold(row.name)})]
    )
    PersonRole.objects.bulk_create(_role(person, role) for row, person in pairs for role in row.roles)


def _slugs(names: list[str], reached: dict[str, int]) -> list[str]:
    """An address for each, no other person's now or ever. Numbered ones are asked for whole: to ask by their beginning
    would read the table. `reached` keeps, from batch to batch, the number up to which those of a name are in use."""
    bases = [slugify(name, max_length=80, fallback="person") for name in names]
    asked = {base: reached.get(base, 0) + count for base, count in Counter(bases).items()}
    taken = _in_use(
        {numbered(base, n) for base, last in asked.items() for n in range(reached.get(base, 0) + 1, last + 1)}
    )
    found: list[str] = []
    for base in bases:
        number = reached.get(base, 0) + 1
        while (slug := numbered(base, number)) in taken:
            number += 1
            if number > asked[base]:
                first, asked[base] = number, asked[base] + max(NUMBERED, number)
                taken |= _in_use({numbered(base, n) for n in range(first, asked[base] + 1)})
        reached[base] = number
        found.append(slug)
        taken.add(slug)
    return found


def _in_use(slugs: set[str]) -> set[str]:
    return {slug for some in batched(slugs, ASKED_AT_ONCE) for slug in _in_use_of(some)}


def _in_use_of(slugs: Sequence[str]) -> Iterator[str]:
    yield from Person.objects.filter(slug__in=slugs).values_list("slug", flat=True)
    yield from FormerSlug.objects.filter(slug__in=slugs, kind="person").values_list("slug", flat=True)
