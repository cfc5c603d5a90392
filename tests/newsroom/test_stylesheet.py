from __future__ import annotations

import re
import shutil

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage

from newsroom.stylesheet import SITE, OneStylesheetStorage, whole

CSS = settings.BASE_DIR / "static/css"


@pytest.fixture
def collected(tmp_path):
    """What `collectstatic` makes of the stylesheet and the fonts it names."""
    source = StaticFilesStorage(location=settings.BASE_DIR / "static")
    shutil.copytree(source.location, tmp_path, dirs_exist_ok=True)
    storage = OneStylesheetStorage(location=tmp_path, base_url="/static/")
    fonts = [f"fonts/{file.name}" for file in (tmp_path / "fonts").glob("*.woff2")]
    done = list(storage.post_process({name: (source, name) for name in [SITE, *fonts]}))
    assert not [error for _, _, error in done if isinstance(error, Exception)]
    return storage, tmp_path


def test_it_sets_each_imported_file_in_its_place():
    css = whole('@import url("tokens.css");\n@import url("base.css");\n')
    assert css.index("--paper") < css.index("box-sizing")


def test_it_keeps_print_to_print():
    css = whole('@import url("print.css") print;\n')
    assert css.startswith("@media print {\n")
    assert css.endswith("}\n")


def test_it_says_which_file_is_missing():
    with pytest.raises(FileNotFoundError, match="imports nowhere"):
        whole('@import url("nowhere.css");\n')


def test_it_imports_every_stylesheet_there_is():
    imported = set(re.findall(r'url\("([^"]+)"\)', (CSS / "site.css").read_text()))
    assert imported == {file.name for file in CSS.glob("*.css")} - {"site.css"}


def test_pages_get_one_file_that_imports_nothing(collected):
    storage, folder = collected
    sent = (folder / storage.stored_name(SITE)).read_text()
    assert "@import" not in sent
    assert ".kicker" in sent


def test_its_fonts_have_the_names_that_are_cached_for_ever(collected):
    storage, folder = collected
    fonts = re.findall(r'url\("([^"]+\.woff2)"\)', (folder / storage.stored_name(SITE)).read_text())
    assert fonts
    assert all((folder / "css" / font).exists() for font in fonts)


def test_the_plain_address_serves_the_same_for_pages_that_render_without_tags(collected):
    _, folder = collected
    assert "@import" not in (folder / SITE).read_text()
