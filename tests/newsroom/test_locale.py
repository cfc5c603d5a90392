"""The source speaks German; the English catalogue has to have every sentence of it, compiled as it is written."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
ENGLISH = ROOT / "locale/en/LC_MESSAGES/django.po"
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))
CALLS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2, "ngettext_lazy": 2}
IN_TEMPLATES = re.compile(r"""(?:_|\bgettext|\bngettext)\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def in_python(path: Path) -> set[str]:
    """First arguments of gettext's functions; a plural is found by its singular."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(first.value)
    return found


def in_template(path: Path) -> set[str]:
    return {ast.literal_eval(text) for text in IN_TEMPLATES.findall(templatize(path.read_text(encoding="utf-8")))}


def sources() -> list[Path]:
    folders = [ROOT / "articles", ROOT / "newsroom", ROOT / "templates"]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".html", ".txt"})


def sentences(path: Path) -> set[str]:
    if path.suffix == ".py":
        return set() if "migrations" in path.parts else in_python(path)
    return in_template(path) if "templates" in path.parts else set()


def test_every_sentence_of_the_source_is_in_the_english_catalogue():
    known = {entry.msgid for entry in polib.pofile(str(ENGLISH)) if not entry.obsolete}
    missing = {f"{path.relative_to(ROOT)}: {text}" for path in sources() for text in sentences(path) - known if text}
    assert not missing


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_entry_is_translated(path):
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_translations_keep_their_placeholders(path):
    for entry in polib.pofile(str(path)):
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            allowed = {*PLACEHOLDER.findall(entry.msgid), *PLACEHOLDER.findall(entry.msgid_plural)}
            assert set(PLACEHOLDER.findall(text)) <= allowed, entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_compiled_catalogue_is_the_written_one(path):
    written = {entry.msgid: entry.msgstr or list(entry.msgstr_plural.values()) for entry in polib.pofile(str(path))}
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert {entry.msgid: entry.msgstr or list(entry.msgstr_plural.values()) for entry in compiled} == written
