"""Days and moments as newspapers write them, German first: "5. November 2024, 14 Uhr", "2024-11-05 14:30".
Only whole dates: what needs a today to be understood ("gestern") is not a date here."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_MONTH_NAMES = [
    *("januar jänner january jan", "februar feber february feb", "märz maerz march mär mar mrz", "april apr"),
    *("mai may", "juni june jun", "juli july jul", "august aug", "september sept sep", "oktober october okt oct"),
    *("november nov", "dezember december dez dec"),
]
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "mez": 1, "cet": 1, "mesz": 2, "cest": 2}
_CENTURY_TURNS_AT = 70
"""Two-digit years: 69 is 2069, 70 is 1970."""

_WEEKDAY = (
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.?,?\s+)?"
)
_DAYS = [
    re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s*(?P<name>[a-zä]+)\.?,?\s+(?P<year>\d{4})"),
    re.compile(r"(?P<name>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"),
]
_LEAD = re.compile(rf"{_WEEKDAY}(?:(?:den|dem|am|vom|the|on)\s+)?")
_TIME = re.compile(
    r"(?:t|,|\s|[-–—]|um\s|at\s)*"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<word>uhr|h(?![a-z]))?\s*(?P<half>[ap])?(?(half)\.?m\.?)"
    r"\s*\(?(?P<zone>[a-z]{1,4}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?\)?"
)

_PERIODS = [
    re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"),
    re.compile(r"(?:(?:(?P<day>[0-9]{1,2})\.\s*)?(?P<month>[0-9]{1,2})\.\s*)?(?P<year>[0-9]{4})"),
    re.compile(r"(?:(?P<day>[0-9]{1,2})\.?\s*)?(?P<month>[a-zä]+)\.?\s+(?P<year>[0-9]{4})"),
]


def period(text: str) -> tuple[date, date] | None:
    """The first and the last day of a day, a month or a year (2024-11-05, 2024-11, 2024, 5.11.2024, März 2021)."""
    match = next(filter(None, (pattern.fullmatch(text.strip().lower()) for pattern in _PERIODS)), None)
    if not match:
        return None
    named = _MONTHS.get(match["month"] or "")
    try:
        year, month, day = (int(number or 0) for number in (match["year"], named or match["month"], match["day"]))
        first = date(year, month or 1, day or 1)
        return first, date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None


def parse_date(text: str) -> date | datetime | None:
    """The day or the moment `text` is, or None if it is anything else or more than that.

    A moment is aware only if `text` names its offset or zone (Z, +01:00, MEZ …); else its reader must place it.
    """
    plain = " ".join(text.lower().replace("\u2011", "-").split()).rstrip(".,; ")
    rest = plain[_LEAD.match(plain).end() :]  # type: ignore[union-attr]  # every part is optional
    for pattern in _DAYS:
        if match := pattern.match(rest):
            return _moment(_day(match), rest[match.end() :])
    return None


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    month = _MONTHS.get(found["name"], 0) if "name" in found else int(found["month"])
    try:
        return date(_year(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURNS_AT else 1900)


def _moment(day: date | None, clock: str) -> date | datetime | None:
    if day is None or not clock.strip():
        return day
    match = _TIME.fullmatch(clock)
    if not match or not (match["minute"] or match["word"] or match["half"]):
        return None
    try:
        zone = _zone(match["zone"])
        return datetime(
            day.year,
            day.month,
            day.day,
            _hour(match),
            int(match["minute"] or 0),
            int(match["second"] or 0),
            tzinfo=zone,
        )
    except ValueError:
        return None


def _hour(match: re.Match[str]) -> int:
    """0 to 23; raises ValueError for "13 pm"."""
    hour = int(match["hour"])
    if not match["half"]:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if match["half"] == "p" else 0)


def _zone(name: str | None) -> tzinfo | None:
    """Raises ValueError for a zone nobody knows."""
    if not name:
        return None
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name])) if _ZONES[name] else UTC
    match = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", name)
    if not match:
        raise ValueError(name)
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-offset if match[1] == "-" else offset)
