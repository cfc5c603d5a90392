"""What every kind of thing shares: the vocabulary's name, whole addresses, nothing said of what is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from articles.addresses import german

CONTEXT = "https://schema.org"

Thing = dict[str, Any]


def known(said: Mapping[str, Any]) -> Thing:
    return {name: value for name, value in said.items() if value}


def whole(site: str, path: str) -> str:
    """`site` is "https://host"; machines get the German address."""
    return site + german(path)


def moment(value: datetime) -> str:
    """With the offset of the archive's time zone."""
    return localtime(value).isoformat(timespec="seconds")


def paper_id(site: str) -> str:
    return f"{site}/#paper"


def website_id(site: str) -> str:
    return f"{site}/#website"
