"""Where real sample data lies, outside the project. Tests that need it skip where it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def folder() -> Path:
    """NEWSROOM_SAMPLES, or `../shared` beside the project."""
    return (ROOT / os.environ.get("NEWSROOM_SAMPLES", "../shared")).resolve()


def path(name: str) -> Path:
    """A sample by its path below the folder, such as "seeds" or "seeds/x.txt"; skips the test where it is missing."""
    found = folder() / name
    if not found.exists():
        pytest.skip(f"no sample data at {found}: set NEWSROOM_SAMPLES")
    return found


def seed() -> Path:
    """The article the archive begins with."""
    return min(path("seeds").glob("*.txt"))
