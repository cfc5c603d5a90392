"""Imports point down only: the order of the house, read from the code itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "articles"

# From the ground up; names on one line stand beside each other and never import one another (but see WITHIN).
LAYERS = [
    ["text", "vocabulary", "errors", "processes", "once"],
    ["formats", "pictures"],
    ["querysets"],
    ["models"],
    ["records", "today"],
    ["people", "search"],
    ["editorial"],
    ["transfer"],
    [
        *("listings", "filters", "scopes", "feeds", "templatetags", "sentences", "charts", "network"),
        *("people_pages", "comparison", "history", "front", "sharing", "linked_data", "addresses", "sitemaps"),
        *("websub", "periods", "calendars", "typical", "rising", "dossier", "menus", "beside"),
    ],
    ["views", "admin", "demo", "bench"],
    ["urls", "apps", "management"],
]
WITHIN = [
    {"text", "vocabulary", "errors"},
    {
        *("listings", "filters", "scopes", "feeds", "templatetags", "sentences", "charts", "network"),
        *("people_pages", "comparison", "history", "front", "sharing", "linked_data", "addresses", "sitemaps"),
        *("websub", "periods", "calendars", "typical", "rising", "dossier", "menus", "beside"),
    },
    {"demo", "bench"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts and path.name != "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of `articles` that this file imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("articles"):
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names if alias.name.startswith("articles"))
    return {name.split(".")[1] for name in names if "." in name}


def may_import(part: str, other: str) -> bool:
    beside = any({part, other} <= group for group in WITHIN)
    return part == other or beside or LEVEL[other] < LEVEL[part]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_imports_only_from_below(path):
    wrong = {other for other in imported(path) if not may_import(part_of(path), other)}
    assert not wrong, f"{path.relative_to(ROOT.parent)} imports {sorted(wrong)}"


def test_every_part_has_its_place():
    assert {part_of(path) for path in MODULES} <= set(LEVEL)


@pytest.mark.parametrize("part", ["text", "formats"])
def test_the_pure_layers_know_no_database(part):
    for path in (ROOT / part).rglob("*.py"):
        assert "django.db" not in path.read_text(encoding="utf-8"), path
