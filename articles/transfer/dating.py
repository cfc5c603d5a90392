"""Which date an imported article gets, and what the report says about it. Nothing is dated in silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.timezone import is_naive, localtime, make_aware
from django.utils.translation import gettext as _

from articles.errors import CannotDo

FIRST_YEAR, LAST_YEAR = 1000, 9000


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment, or none; and the remark for the report where the text did not name it."""

    moment: datetime | None
    remark: str = ""


def moment(named: date | datetime) -> datetime:
    """A day is its first minute in the archive's time zone, and so is a time without a zone read. Raises CannotDo."""
    if not FIRST_YEAR <= named.year <= LAST_YEAR:
        raise CannotDo(_("Das Jahr %d kann nicht stimmen.") % named.year)
    if not isinstance(named, datetime):
        named = datetime.combine(named, time())
    return make_aware(named) if is_naive(named) else named


def date_of_article(
    named: date | datetime | None,
    *,
    present: datetime | None,
    is_out: bool,
    given: date | datetime | None,
    of_file: datetime | None,
) -> Dated:
    """The text's own date; else, for an article that is out, the present one; else --date, the present one, the file's.

    `of_file` is None where the article is to be published: a file's age is no date of publication.
    """
    if named:
        return Dated(moment(named))
    if present and is_out:
        return Dated(present)
    if given:
        return Dated(moment(given), _("Kein Datum im Text; %s aus --date.") % _day(moment(given)))
    if present:
        return Dated(present)
    if of_file:
        return Dated(of_file, _("Kein Datum im Text; der Entwurf trägt das der Datei, %s.") % _day(of_file))
    return Dated(None)


def _day(when: datetime) -> str:
    return date_format(localtime(when), "DATE_FORMAT")
