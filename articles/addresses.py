"""Addresses for whoever reads a page elsewhere: whole, under the archive's public name, and in German."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri

ENGLISH = "/en"


def site_of(request: HttpRequest) -> str:
    """ "https://host": where the archive is public (SITE_URL), else where it was asked for."""
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")


def absolute(request: HttpRequest, path: str) -> str:
    """The German address, whole."""
    return iri_to_uri(site_of(request) + german(path))


def german(path: str) -> str:
    return path.removeprefix(ENGLISH) if path.startswith(f"{ENGLISH}/") else path


def english(path: str) -> str:
    return ENGLISH + german(path)
