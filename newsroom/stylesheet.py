"""The site's styles are written as a file per component and sent as one. `site.css` imports them all; in development
the browser follows the imports, `collectstatic` sets each file in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SITE = "css/site.css"
IMPORT = re.compile(r"""^@import url\("(?P<file>[a-z0-9-]+\.css)"\)(?: (?P<media>[a-z]+))?;\n""", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)


def whole(css: str) -> str:
    """The stylesheet with the files it imports, which lie beside it; what is said to people is left out."""
    return COMMENT.sub("", IMPORT.sub(_imported, css))


def _imported(found: re.Match[str]) -> str:
    path = finders.find(f"css/{found['file']}")
    if not path:
        raise FileNotFoundError(f"{SITE} imports {found['file']}, which is not there")
    with open(path, encoding="utf-8") as file:
        css = file.read()
    return f"@media {found['media']} {{\n{css}}}\n" if found["media"] else css


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):
    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        if SITE in paths and not dry_run:
            paths[SITE] = (self, self._set(*paths[SITE]))
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _set(self, storage: Storage, path: str) -> str:
        with storage.open(path) as file:
            css = file.read().decode()
        self.delete(SITE)
        return self.save(SITE, ContentFile(whole(css).encode()))
