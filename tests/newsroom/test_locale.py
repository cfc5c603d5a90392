"""The source speaks German; the English catalogue has to have every sentence of it, compiled as it is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
ENGLISH = ROOT / "locale/en/LC_MESSAGES/django.po"
GERMAN = ROOT / "locale/de/LC_MESSAGES/django.po"
CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
IN_TEMPLATES = re.compile(
    r"""(_|\bn?p?gettext)\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*,\s*u?('(?:[^'\\]|\\.)*'))?"""
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Sentence = tuple[str | None, str]
"""Its context, if it has one, and the German text; a plural is found by its singular."""


def in_python(path: Path) -> set[Sentence]:
    found: set[Sentence] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if node.func.id in CALLS and texts and isinstance(texts[0], str):
            found.add((None, texts[0]))
        elif node.func.id in WITH_CONTEXT:
            found.add((texts[0], texts[1]))
    return found


def in_template(path: Path) -> set[Sentence]:
    found: set[Sentence] = set()
    for call, first, second in IN_TEMPLATES.findall(templatize(path.read_text(encoding="utf-8"))):
        has_context = call in WITH_CONTEXT
        text = ast.literal_eval(second if has_context else first)
        found.add((ast.literal_eval(first) if has_context else None, text))
    return found


def sources() -> list[Path]:
    folders = [ROOT / "articles", ROOT / "newsroom", ROOT / "templates"]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".html", ".txt"})


def sentences(path: Path) -> set[Sentence]:
    if path.suffix == ".py":
        return set() if "migrations" in path.parts else in_python(path)
    return in_template(path) if "templates" in path.parts else set()


def said_by_package(name: str) -> set[str]:
    """A package may have written its sentence differently after an upgrade; it would then be shown in English."""
    folder = Path(str(find_spec(name).origin)).parent
    python = {sentence for path in folder.rglob("*.py") for sentence in in_python(path)}
    templates = {sentence for path in folder.rglob("*.html") for sentence in in_template(path)}
    return {text for _context, text in python | templates}


def told(catalogue: Iterable[polib.POEntry]) -> dict[Sentence, object]:
    return {
        (entry.msgctxt, entry.msgid): list(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr
        for entry in catalogue
        if not entry.obsolete
    }


def test_every_sentence_of_the_source_is_in_the_english_catalogue():
    known = told(polib.pofile(str(ENGLISH)))
    missing = {f"{path.relative_to(ROOT)}: {text}" for path in sources() for text in sentences(path) - known.keys()}
    assert not missing


def test_the_english_catalogue_has_nothing_that_is_no_longer_said():
    said = {sentence for path in sources() for sentence in sentences(path)}
    assert told(polib.pofile(str(ENGLISH))).keys() <= said


def test_the_german_catalogue_has_only_what_packages_still_say():
    entries = [(package, entry.msgid) for entry in polib.pofile(str(GERMAN)) for package, _line in entry.occurrences]
    said = {package: said_by_package(package) for package in {package for package, _text in entries}}
    assert entries
    assert [entry for entry in entries if entry[1] not in said[entry[0]]] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_entry_is_translated(path):
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_translations_keep_their_placeholders(path):
    """All of them, none added; of a plural's forms each has those of the German singular or plural."""
    for entry in polib.pofile(str(path)):
        plural = [entry.msgid_plural] if entry.msgid_plural else []
        allowed = [sorted(PLACEHOLDER.findall(text)) for text in [entry.msgid, *plural]]
        for text in list(entry.msgstr_plural.values()) or [entry.msgstr]:
            assert sorted(PLACEHOLDER.findall(text)) in allowed, entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_compiled_catalogue_is_the_written_one(path):
    assert told(polib.mofile(str(path.with_suffix(".mo")))) == told(polib.pofile(str(path)))
