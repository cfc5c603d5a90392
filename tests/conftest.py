"""What every test runs in: an index and pictures of its own, German, and the browser only when asked for."""

from __future__ import annotations

import pytest
from django.utils import translation


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--browser", action="store_true", help="run the tests that drive a real Chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--browser"):
        return
    skip = pytest.mark.skip(reason="drives a browser: run with --browser")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    settings.INDEX_DIR = tmp_path / "index"


@pytest.fixture(autouse=True)
def own_pictures(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SHARE_DIR = tmp_path / "share"


@pytest.fixture(autouse=True)
def german_again():
    """An English page leaves its language behind."""
    yield
    translation.deactivate()
