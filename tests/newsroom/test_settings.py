"""The settings as a production machine would read them, in a process of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent


def manage(*args: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "NEWSROOM_VAR") if name in os.environ}
    command = [sys.executable, "manage.py", *args]
    return subprocess.run(command, cwd=ROOT, env={**kept, **variables}, capture_output=True, text=True, check=False)


def test_a_missing_secret_key_is_a_clear_refusal():
    done = manage("check")
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_production_settings_pass_djangos_own_check():
    done = manage("check", "--deploy", "--fail-level", "WARNING", SECRET_KEY="x9-Kq_72LmwZ" * 6, HTTPS="1")
    assert done.returncode == 0, done.stderr


def test_probes_are_answered_without_tls_and_readers_sent_to_it():
    asked = "from django.test import Client; print(*(Client().get(path).status_code for path in ('/healthz', '/')))"
    more = {"SECRET_KEY": "x9-Kq_72LmwZ" * 6, "ALLOWED_HOSTS": "testserver", "HTTPS": "1"}
    assert manage("shell", "-v0", "-c", asked, **more).stdout.split() == ["200", "301"]


def test_debug_is_off_by_default():
    done = manage(
        "shell", "-v0", "-c", "from django.conf import settings; print(settings.DEBUG)", SECRET_KEY="x9-Kq_72LmwZ" * 6
    )
    assert done.stdout.strip() == "False"


def test_a_request_for_a_foreign_host_fills_no_log():
    asked = "from django.test import Client; print(Client(headers={'host': 'evil.example'}).get('/').status_code)"
    done = manage("shell", "-v0", "-c", asked, SECRET_KEY="x9-Kq_72LmwZ" * 6, DEBUG="1")
    assert done.stdout.strip() == "400"
    assert "evil.example" not in done.stderr


def test_a_readers_mistake_fills_no_log():
    asked = "from django.test import Client; print(Client(headers={'host': 'localhost'}).post('/healthz').status_code)"
    done = manage("shell", "-v0", "-c", asked, SECRET_KEY="x9-Kq_72LmwZ" * 6)
    assert done.stdout.strip() == "405"
    assert "/healthz" not in done.stderr


def test_the_readme_names_every_variable_that_is_read():
    code = (ROOT / "newsroom/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', code))
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert table == read


@pytest.mark.django_db
def test_foreign_keys_hold_in_the_database():
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert settings.DATABASES["default"].get("ATOMIC_REQUESTS", False) is False


def test_a_database_that_does_not_answer_is_one_line():
    done = manage("migrate", SECRET_KEY="x9-Kq_72LmwZ" * 6, DATABASE_URL="sqlite:////nowhere/at/all.sqlite3")
    assert done.returncode != 0
    assert done.stderr.strip() == "unable to open database file"


def test_whoever_stops_reading_early_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "manage.py", "help", "--commands"]
    variables = {**os.environ, "SECRET_KEY": "x9-Kq_72LmwZ" * 6}
    done = subprocess.run(command, cwd=ROOT, env=variables, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert b"Traceback" not in done.stderr
