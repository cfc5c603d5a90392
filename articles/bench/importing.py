"""Times the import of plain text files: reading, storing, linking people, keeping a version, indexing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from articles.demo.writer import FIRST_DAY, Batch, Plan, Writer
from articles.errors import CannotDo
from articles.models import Desk, Tag
from articles.text.markup import plain_text
from articles.transfer.importing import ImportOptions, import_paths
from articles.transfer.report import Outcome

FILES = 500


def articles_per_second(count: int = FILES, *, at: datetime) -> float:
    """Imports and publishes so many files into the archive of the settings, index included. Raises CannotDo."""
    with TemporaryDirectory() as folder:
        write_files(Path(folder), count)
        options = ImportOptions(source="benchmark", date=FIRST_DAY, publish=True)
        start = perf_counter()
        report = import_paths([Path(folder)], options, at=at)
        taken = perf_counter() - start
    created = report.counts[Outcome.CREATED]
    if created != count:
        raise CannotDo(f"Only {created} of {count} files were imported.")
    return count / taken


def write_files(folder: Path, count: int) -> None:
    """Other texts than the archive's, with tags and desks that it knows and people of whom it knows most."""
    plan = Plan(count, seed=2)
    writer = Writer(plan)
    tags = dict(Tag.objects.values_list("id", "name"))
    desks = dict(Desk.objects.values_list("id", "name"))
    for batch in map(writer.batch, plan.spans()):
        for number, text in _texts(batch, tags, desks):
            (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def _texts(batch: Batch, tags: dict[int, str], desks: dict[int, str]) -> Iterator[tuple[int, str]]:
    blocks, filed = defaultdict(list), defaultdict(list)
    for number, _position, _anchor, heading, body in batch.section:
        blocks[number] += [heading, plain_text(body)]
    for number, tag in batch.filing:
        filed[number].append(tags[tag])
    for number, _kicker, headline, standfirst, _language, _place, desk, *_others in batch.article:
        foot = f"Schlagwörter: {', '.join(filed[number])}"
        yield number, "\n\n".join([f"Ressort: {desks[desk]}", headline, standfirst, *blocks[number], foot])
