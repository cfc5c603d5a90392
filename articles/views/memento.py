"""An article at another time, asked for by machines (RFC 7089): its address negotiates (the original is its own
TimeGate, pattern 1.1), each public version is a memento, and a TimeMap lists them. Addresses have no language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date
from django.utils.translation import gettext as _

from articles import history
from articles.addresses import absolute
from articles.models import Article, Version
from articles.views.plain import plain

HEADER = "Accept-Datetime"
LINK_FORMAT = "application/link-format"
WITHIN_THE_SECOND = timedelta(seconds=1) - timedelta(microseconds=1)
"""HTTP dates have no fractions: who asks for the moment a memento names means that memento."""


def is_asked_for(request: HttpRequest) -> bool:
    return HEADER in request.headers


def negotiated(request: HttpRequest, article: Article, at: datetime) -> HttpResponse:
    """To the version readers saw then; the first for what was before, 400 for what is no date."""
    versions = history.seen(article, at)
    try:
        moment = datetime.fromtimestamp(parse_http_date(request.headers[HEADER]), UTC)
    except (ValueError, OverflowError, OSError):
        return _varying(plain(_("Accept-Datetime braucht ein Datum wie „Tue, 05 Nov 2024 12:00:00 GMT“.") + "\n", 400))
    found = history.current_on(versions, moment + WITHIN_THE_SECOND)
    if not found:
        return _varying(plain(_("Zu diesem Artikel sind keine Fassungen aufbewahrt.") + "\n", 404))
    answer = HttpResponseRedirect(address(request, article, found))
    answer["Link"] = ", ".join([*_about(request, article), *_mementos(request, article, _ends(versions))])
    return _varying(answer)


def original(request: HttpRequest, answer: HttpResponse, article: Article) -> HttpResponse:
    """The article's own page says where its past is found."""
    answer["Link"] = ", ".join(_about(request, article))
    return _varying(answer)


def memento(
    request: HttpRequest, answer: HttpResponse, article: Article, versions: Sequence[Version], place: int
) -> HttpResponse:
    """The page of versions[place] says since when it stood, and where the others are."""
    shown = _related(versions, {"first": 0, "prev": place - 1, "next": place + 1, "last": len(versions) - 1})
    answer["Memento-Datetime"] = _since(versions[place])
    answer["Link"] = ", ".join([*_about(request, article), *_mementos(request, article, shown)])
    return answer


def timemap_of(request: HttpRequest, article: Article, versions: Sequence[Version]) -> HttpResponse:
    span = f'; from="{_since(versions[0])}"; until="{_since(versions[-1])}"' if versions else ""
    lines = [f'<{address(request, article)}>; rel="original timegate"', _timemap(request, article, "self") + span]
    named = _ends(versions)
    lines += _mementos(request, article, {version: named.get(version, []) for version in versions})
    return HttpResponse(",\n".join(lines) + "\n", content_type=LINK_FORMAT)


def address(request: HttpRequest, article: Article, version: Version | None = None) -> str:
    below = f"versions/{version.number}/" if version else ""
    return absolute(request, article.get_absolute_url() + below)


def _ends(versions: Sequence[Version]) -> dict[Version, list[str]]:
    return _related(versions, {"first": 0, "last": len(versions) - 1})


def _related(versions: Sequence[Version], places: dict[str, int]) -> dict[Version, list[str]]:
    """What each version is to the others; one may be the first and the last."""
    related: dict[Version, list[str]] = {}
    for name, place in places.items():
        if 0 <= place < len(versions):
            related.setdefault(versions[place], []).append(name)
    return related


def _about(request: HttpRequest, article: Article) -> list[str]:
    return [f'<{address(request, article)}>; rel="original timegate"', _timemap(request, article, "timemap")]


def _timemap(request: HttpRequest, article: Article, relation: str) -> str:
    return f'<{address(request, article)}versions/timemap>; rel="{relation}"; type="{LINK_FORMAT}"'


def _mementos(request: HttpRequest, article: Article, versions: dict[Version, list[str]]) -> list[str]:
    """In the order of time, each with what it is to the others."""
    return [
        f'<{address(request, article, version)}>; rel="{" ".join([*relations, "memento"])}"; '
        f'datetime="{_since(version)}"'
        for version, relations in sorted(versions.items(), key=lambda item: item[0].number)
    ]


def _since(version: Version) -> str:
    return http_date(version.shown_from.timestamp())


def _varying(answer: HttpResponse) -> HttpResponse:
    patch_vary_headers(answer, [HEADER])
    return answer
