"""Addresses as text: the same page in the other language, and whole ones. Knows no page and no request."""

from __future__ import annotations

ENGLISH = "/en"


def german(path: str) -> str:
    return path.removeprefix(ENGLISH) if path.startswith(f"{ENGLISH}/") else path


def english(path: str) -> str:
    return ENGLISH + german(path)
