"""Files into the archive: each read, taken in and reported for itself, so that one bad file stops no other. What an
import does with a record is intake.py's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from articles.errors import CannotDo, NewsroomError, Unreadable
from articles.formats.base import Ref
from articles.formats.registry import format_of
from articles.models import Article, Desk
from articles.people.finding import Matcher
from articles.people.linking import matcher_of_archive
from articles.records import find_desk
from articles.search import sync
from articles.transfer.dating import moment
from articles.transfer.files import Entry, changed_at, check_paths, entries, read_bytes, told
from articles.transfer.intake import Taken, Wishes, arrival_of, take_in
from articles.transfer.report import Item, Outcome, Report
from articles.transfer.runs import noted
from articles.vocabulary import ImportKind

DRAIN_EVERY = 500
"""Articles after which the search index is brought up to date, so that its backlog stays small."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """As the command takes them; `desk` is a name or slug, a naive `date` is in the archive's time zone."""

    source: str = "files"
    desk: str = ""
    date: date | datetime | None = None
    publish: bool = False
    dry_run: bool = False
    overwrite: bool = False


def import_paths(
    paths: Iterable[Path],
    options: ImportOptions | None = None,
    *,
    at: datetime,
    progress: Callable[[Item], None] | None = None,
    report: Report | None = None,
    by: str = "",
) -> Report:
    """Bring in all files and folders. Raises CannotDo, before anything is read, for a mistake in what was asked.

    `report` is filled as the run goes on, so that its caller has it even if the run is broken off.
    `by` is who runs it, for the list of imports.
    """
    options, paths = options or ImportOptions(), list(paths)
    report = report if report is not None else Report()
    report.source, report.dry_run = options.source.strip(), options.dry_run
    check_paths(paths)
    run = _Run(_wishes(options), options.dry_run, at, matcher_of_archive())
    with noted(ImportKind.ARTICLES, report.source, by, at=at, dry_run=options.dry_run) as tally:
        try:
            with sync.postponed():
                for item in run.items(paths):
                    report.add(item)
                    if progress:
                        progress(item)
        finally:
            tally.take(report)
            run.drain()
            report.remarks.extend(run.remarks)
    return report


def _wishes(options: ImportOptions) -> Wishes:
    source, longest = options.source.strip(), Article._meta.get_field("source").max_length
    if not source or len(source) > longest:
        raise CannotDo(_("Die Quelle (--source) braucht 1 bis %d Zeichen.") % longest)
    given = moment(options.date) if options.date else None
    desk = _wished_desk(options.desk.strip())
    return Wishes(source, desk, given, publish=options.publish, overwrite=options.overwrite)


def _wished_desk(name: str) -> Desk | None:
    desk = find_desk(Ref(name)) if name else None
    if name and not desk:
        known = ", ".join(Desk.objects.values_list("name", flat=True)) or _("noch keines")
        raise CannotDo(_("Das Ressort „%(name)s“ gibt es nicht. Bekannt: %(known)s.") % {"name": name, "known": known})
    return desk


@dataclass(slots=True)
class _Run:
    """One import, from its first file to its last."""

    wishes: Wishes
    dry_run: bool
    at: datetime
    matcher: Matcher
    remarks: list[str] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def items(self, paths: Iterable[Path]) -> Iterator[Item]:
        for number, entry in enumerate(entries(paths), start=1):
            if number % DRAIN_EVERY == 0:
                self.drain()
            if entry.skipped or entry.failed:
                outcome = Outcome.SKIPPED if entry.skipped else Outcome.FAILED
                yield Item(entry.name, outcome, entry.skipped or entry.failed, remarks=entry.remarks)
            else:
                yield self._bring_in(entry)

    def _bring_in(self, entry: Entry) -> Item:
        """Only what is known to go wrong with one file is caught; all else ends the run."""
        try:
            taken = self._take(entry)
        except Unreadable as error:
            return Item(entry.name, Outcome.FAILED, error.reason, error.line, entry.remarks)
        except ValidationError as error:
            return Item(entry.name, Outcome.FAILED, " ".join(error.messages), remarks=entry.remarks)
        except NewsroomError as error:
            return Item(entry.name, Outcome.FAILED, str(error), remarks=entry.remarks)
        except OSError as error:
            return Item(entry.name, Outcome.FAILED, told(error), remarks=entry.remarks)
        except (DataError, IntegrityError) as error:
            reason = _("Die Datenbank nimmt den Artikel nicht an: %s") % str(error).splitlines()[0]
            return Item(entry.name, Outcome.FAILED, reason, remarks=entry.remarks)
        return _item(entry, taken, self.dry_run)

    def _take(self, entry: Entry) -> Taken:
        form = format_of(entry.path.name)
        reading = form.read(read_bytes(entry.path), entry.name, get_current_timezone())
        arrival = arrival_of(reading, entry.name, self.wishes, changed_at(entry.path))
        self._once(arrival.record.external_id)
        with transaction.atomic():
            taken = take_in(arrival, self.wishes, matcher=self.matcher, at=self.at)
            transaction.set_rollback(self.dry_run)
        return taken

    def _once(self, external_id: str) -> None:
        """Two files of one identity would write over each other, the later one winning."""
        if hash(external_id) in self._seen:
            raise CannotDo(
                _("Die Kennung „%s“ trug in diesem Lauf schon eine andere Datei. Importieren Sie den Ordner darüber.")
                % external_id
            )
        self._seen.add(hash(external_id))

    def drain(self) -> None:
        """A search index that cannot be written does not stop an import: the outbox keeps what it has to learn."""
        if self.dry_run:
            return
        try:
            sync.drain()
        except (NewsroomError, DatabaseError, OSError) as error:
            self.remarks = [_("Der Suchindex ist nicht auf dem Stand: %s") % error]


def _item(entry: Entry, taken: Taken, dry_run: bool) -> Item:
    article = taken.article
    made_now = dry_run and taken.outcome == Outcome.CREATED  # rolled back, and its id with it
    return Item(
        entry.name,
        taken.outcome,
        taken.reason,
        remarks=(*entry.remarks, *taken.remarks),
        headline=article.headline,
        article_id=None if made_now else article.pk,
        external_id=article.external_id,
        linked=taken.linked.confirmed,
        suggested=taken.linked.suggested,
    )
