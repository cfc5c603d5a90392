"""Typed reading of environment variables; a bad value is refused with the variable's name and how to mend it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
ORIGIN, PATH = r"https?://(\[[\da-fA-F:]+\]|[\w.-]+)(:\d+)?", r"(/[\w./~%-]*)?"


def text(name: str, default: str = "") -> str:
    """A variable that is set to nothing is not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name, str(default)).lower()
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no: use 1 or 0.")


def number(name: str, default: int, least: int = 0) -> int:
    value = text(name, str(default))
    if value.isascii() and value.isdigit() and int(value) >= least:
        return int(value)
    raise ImproperlyConfigured(f"{name}={value!r} must be a whole number of at least {least}.")


def choice(name: str, default: str, known: Collection[str]) -> str:
    """One of `known`, which are in capitals; the variable need not be."""
    value = text(name, default).upper()
    if value in known:
        return value
    raise ImproperlyConfigured(f"{name}={value!r} is not known. Known: {', '.join(sorted(known))}.")


def address(name: str, needed_by: str = "", *, may_have_path: bool = False) -> str:
    """An address of the web, without a slash at its end; nothing if unset, unless `needed_by` names who needs it."""
    value = text(name).rstrip("/")
    if not value and not needed_by:
        return ""
    if re.fullmatch(ORIGIN + (PATH if may_have_path else ""), value, re.ASCII):
        return value
    needs = f" {needed_by} needs it." if needed_by else ""
    raise ImproperlyConfigured(
        f"{name}={value!r} must be an address such as https://archiv.example"
        f"{'' if may_have_path else ', without a path'}; a name with ä, ö or ü is written xn--….{needs}"
    )


def zone(name: str, default: str) -> str:
    """A time zone by its IANA name."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImproperlyConfigured(f"{name}={value!r} is no time zone. Write it like Europe/Berlin.") from error
    return value


def share(name: str, default: float) -> float:
    """A number from 0 to 1, such as 0.95."""
    value = text(name, str(default))
    try:
        found = float(value)
    except ValueError:
        found = -1.0
    if 0 <= found <= 1:
        return found
    raise ImproperlyConfigured(f"{name}={value!r} must be a number from 0 to 1, such as 0.95.")


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    return Path(text(name, str(default))).expanduser().absolute()


def made_folder(name: str, default: Path) -> Path:
    found = folder(name, default)
    try:
        found.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}={str(found)!r} is no folder and cannot be made: {error.strerror}."
        ) from error
    return found


def secret(name: str, file: Path) -> str:
    """A secret of at least 32 characters: the variable, else what stands in `file` (`make demo` writes it)."""
    value = text(name) or (file.read_text(encoding="utf-8").strip() if file.is_file() else "")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. Make one with "
            "`python -c 'import secrets; print(secrets.token_urlsafe(50))'` and set it in the environment, "
            f"or keep it in {file}."
        )
    if len(value) < 32:
        raise ImproperlyConfigured(f"{name} is too short: it needs at least 32 characters.")
    return value


def database(name: str, sqlite: Path) -> dict[str, Any]:
    """Django's DATABASES entry for a URL: empty → SQLite at `sqlite`; sqlite:///path; postgresql://user:pw@host:port/db?opt.

    What is refused is not repeated, for there may be a password in it.
    """
    url = text(name)
    if not url:
        return _sqlite(sqlite)
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: the host or the port cannot be read.") from error
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path.removeprefix("/"))) if parts.path.strip("/") else sqlite)
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(name, parts, port)
    raise ImproperlyConfigured(f"{name} must begin with postgresql:// or sqlite:///.")


def _sqlite(path: Path) -> dict[str, Any]:
    """Immediate transactions, so that two writers wait for each other and never fail half-way. A thread keeps its
    connection for a while: to open one takes a tenth of an article's page."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
            "PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;",
        },
    }


def _postgresql(name: str, parts: Any, port: int | None) -> dict[str, Any]:
    """The pool keeps connections, hence CONN_MAX_AGE=0, and tries each before it is used, for the server may have been
    restarted. A host that is a folder (?host=/run/postgresql) is a socket."""
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    if not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} names no database: postgresql://user:password@host/database")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }
