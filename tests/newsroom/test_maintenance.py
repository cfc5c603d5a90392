"""While a file says so, readers get a page that says when to come again."""

from __future__ import annotations

import tracemalloc

import pytest

from newsroom.maintenance import LONGEST, notice
from tests.builders import build_draft


@pytest.fixture
def maintained(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    (tmp_path / "maintenance").write_text("Bis 14 Uhr <b>ziehen</b> wir um.", encoding="utf-8")
    return tmp_path / "maintenance"


@pytest.mark.parametrize("address", ["/", "/en/", "/search/?q=a", "/2024/11/05/riss/", "/feed.atom"])
def test_readers_are_told_when_to_come_again(client, maintained, address):
    answer = client.get(address)
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert answer["Cache-Control"] == "no-store"


def test_the_page_says_what_the_file_says(client, maintained):
    assert b"Bis 14 Uhr &lt;b&gt;ziehen&lt;/b&gt; wir um." in client.get("/").content


def test_an_empty_file_says_it_too(client, maintained):
    maintained.write_text("")
    assert "Wir arbeiten gerade daran" in client.get("/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/admin/login/", "/en/admin/login/"])
def test_the_editors_and_the_probes_go_on(client, maintained, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_desk_goes_on_showing_previews(admin_client, maintained, language):
    assert admin_client.get(f"{language}/preview/{build_draft().pk}/").status_code == 200


def test_the_page_keeps_the_strict_policy(client, maintained):
    assert "unsafe-inline" not in client.get("/")["Content-Security-Policy"]


@pytest.mark.django_db
def test_without_the_file_all_is_as_ever(client, maintained):
    maintained.unlink()
    assert client.get("/").status_code == 200


def test_no_file_is_read_without_end(tmp_path):
    with (tmp_path / "long").open("wb") as file:
        file.write(b"\xff" * 10_000)
        file.truncate(2**25)
    tracemalloc.start()
    said = notice(tmp_path / "long")
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(said or "") == LONGEST
    assert most < 2**20


def test_a_folder_of_that_name_is_no_maintenance(tmp_path):
    assert notice(tmp_path) is None
