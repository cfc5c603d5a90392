import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.bench import running
from articles.demo.generator import generate
from articles.demo.writer import Plan
from articles.management.commands import benchmark

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_it_measures_the_archive_of_the_settings(monkeypatch):
    generate(Plan(3))
    monkeypatch.setattr(running, "pages", lambda at: [running.empty_view()])
    out = StringIO()
    call_command("benchmark", "pages", "--here", stdout=out)
    figures = json.loads(out.getvalue())
    assert figures["articles"] == 3
    assert [timing and timing["requests"] > 1 for timing in figures["timings"]] == [None, True]


def test_it_refuses_to_measure_everything_here():
    with pytest.raises(CommandError, match="--here"):
        call_command("benchmark", "all", "--here")


def test_without_a_browser_there_are_no_vitals(monkeypatch):
    monkeypatch.setattr(benchmark, "missing", lambda: "Chromium fehlt")
    with pytest.raises(CommandError, match="Chromium fehlt"):
        call_command("benchmark", "vitals")
