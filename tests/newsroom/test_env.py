"""newsroom/env.py: typed variables, and refusals that name the variable."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import env


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("yes", True), ("TRUE", True), ("0", False), ("Off", False)])
def test_a_flag_is_read(monkeypatch, value, meant):
    monkeypatch.setenv("X", value)
    assert env.flag("X") is meant


def test_a_bad_flag_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("HTTPS", "maybe")
    with pytest.raises(ImproperlyConfigured, match="HTTPS='maybe'"):
        env.flag("HTTPS")


@pytest.mark.parametrize("value", ["-1", "ten", "1.5", "²"])
def test_a_bad_number_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("X", value)
    with pytest.raises(ImproperlyConfigured, match="X="):
        env.number("X", 5)


@pytest.mark.parametrize("value", ["", "  "])
def test_what_is_set_to_nothing_is_not_set(monkeypatch, value):
    monkeypatch.setenv("X", value)
    assert (env.text("X", "Bote"), env.words("X", "a,b"), env.number("X", 5)) == ("Bote", ["a", "b"], 5)
    assert env.flag("X", default=True) is True
    assert env.folder("X", Path("/srv/x")) == Path("/srv/x")


def test_an_unknown_choice_is_refused_with_those_there_are(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(ImproperlyConfigured, match=r"LOG_LEVEL='LOUD' is not known\. Known: ERROR, INFO"):
        env.choice("LOG_LEVEL", "INFO", {"INFO", "ERROR"})


@pytest.mark.parametrize("value", ["", "info"])
def test_a_choice_is_read(monkeypatch, value):
    monkeypatch.setenv("LOG_LEVEL", value)
    assert env.choice("LOG_LEVEL", "INFO", {"INFO", "ERROR"}) == "INFO"


@pytest.mark.parametrize("value", ["Mars/Olympus", "../etc", "Europe", "x" * 300, "/etc/localtime"])
def test_a_bad_time_zone_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("TIME_ZONE", value)
    with pytest.raises(ImproperlyConfigured, match="TIME_ZONE="):
        env.zone("TIME_ZONE", "Europe/Berlin")


def test_a_time_zone_is_read(monkeypatch):
    monkeypatch.setenv("TIME_ZONE", "Europe/Vienna")
    assert env.zone("TIME_ZONE", "Europe/Berlin") == "Europe/Vienna"


def test_words_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("X", "a.example, b.example,")
    assert env.words("X") == ["a.example", "b.example"]


def test_a_missing_secret_says_how_to_make_one(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY is not set.*token_urlsafe"):
        env.secret("SECRET_KEY", tmp_path / "secret-key")


def test_a_secret_may_stand_in_a_file(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "secret-key").write_text("k" * 40 + "\n")
    assert env.secret("SECRET_KEY", tmp_path / "secret-key") == "k" * 40


def test_the_variable_comes_before_the_file(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "v" * 40)
    (tmp_path / "secret-key").write_text("k" * 40)
    assert env.secret("SECRET_KEY", tmp_path / "secret-key") == "v" * 40


def test_a_short_secret_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "kurz")
    with pytest.raises(ImproperlyConfigured, match="too short"):
        env.secret("SECRET_KEY", tmp_path / "secret-key")


def test_without_a_url_the_database_is_sqlite(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    config = env.database("DATABASE_URL", Path("/var/x.sqlite3"))
    assert (config["NAME"], config["OPTIONS"]["transaction_mode"]) == (Path("/var/x.sqlite3"), "IMMEDIATE")


def test_sqlite_may_lie_elsewhere(monkeypatch):
    monkeypatch.setenv("X", "sqlite:////srv/archive.sqlite3")
    assert env.database("X", Path("unused"))["NAME"] == Path("/srv/archive.sqlite3")


def test_a_postgresql_url_is_taken_apart(monkeypatch):
    monkeypatch.setenv("X", "postgresql://anna:p%40ss@db.example:5433/archiv?sslmode=require")
    config = env.database("X", Path("unused"))
    assert (config["USER"], config["PASSWORD"], config["HOST"], config["PORT"]) == (
        "anna",
        "p@ss",
        "db.example",
        "5433",
    )
    assert config["OPTIONS"]["sslmode"] == "require"
    assert (config["CONN_MAX_AGE"], config["CONN_HEALTH_CHECKS"]) == (0, True)


def test_a_socket_folder_is_a_host(monkeypatch):
    monkeypatch.setenv("X", "postgresql://anna@/archiv?host=/run/postgresql")
    assert env.database("X", Path("unused"))["HOST"] == "/run/postgresql"


@pytest.mark.parametrize(
    "url",
    [
        *("mysql://x/y", "postgresql://host/", "postgresql://anna:geheim@host:port/db", "//anna:geheim@host/db"),
        *("postgresql://anna:geheim@[::1/db", "postgresql://anna:geheim@host\u2100/db", "nonsense"),
    ],
)
def test_a_bad_database_url_is_refused_by_name_and_tells_no_password(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refused:
        env.database("DATABASE_URL", Path("unused"))
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_cannot_be_made_is_refused_by_name(monkeypatch, tmp_path, place):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSROOM_VAR", str(tmp_path / place))
    with pytest.raises(ImproperlyConfigured, match="NEWSROOM_VAR="):
        env.made_folder("NEWSROOM_VAR", Path("unused"))


@pytest.mark.parametrize(("value", "share"), [("", 1.0), ("0", 0.0), ("0.95", 0.95), ("1", 1.0)])
def test_a_share_is_a_number_from_0_to_1(monkeypatch, value, share):
    monkeypatch.setenv("SOME_SHARE", value)
    assert env.share("SOME_SHARE", 1.0) == share


@pytest.mark.parametrize("value", ["1.1", "-0.1", "nan", "viel"])
def test_no_share_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("SOME_SHARE", value)
    with pytest.raises(ImproperlyConfigured, match="SOME_SHARE"):
        env.share("SOME_SHARE", 1.0)


@pytest.mark.parametrize(
    ("value", "meant"),
    [("", ""), ("https://a.example/", "https://a.example"), (" http://[::1]:8/x ", "http://[::1]:8/x")],
)
def test_an_address_is_read_without_its_last_slash(monkeypatch, value, meant):
    monkeypatch.setenv("WEBSUB_HUB", value)
    assert env.address("WEBSUB_HUB", may_have_path=True) == meant


@pytest.mark.parametrize(
    "value", ["a.example", "ftp://a.example", "https://", "https://a b", "https://a?b", "http://[", "https://köln.de"]
)
def test_a_bad_address_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL="):
        env.address("SITE_URL", may_have_path=True)


def test_the_archive_has_a_host_to_itself(monkeypatch):
    """Its pages lead to /search/ and the like, wherever they are."""
    monkeypatch.setenv("SITE_URL", "https://zeitung.example/archiv")
    with pytest.raises(ImproperlyConfigured, match="without a path"):
        env.address("SITE_URL")


def test_an_address_that_is_needed_says_by_whom(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    with pytest.raises(ImproperlyConfigured, match="WEBSUB_HUB needs it"):
        env.address("SITE_URL", needed_by="WEBSUB_HUB")
