"""The archives that are measured: each has a folder of its own below var/bench, with its database and its index."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from time import perf_counter

from django.conf import settings

from articles.bench.memory import Peak
from articles.demo.generator import generate
from articles.demo.target import new_archive
from articles.demo.writer import Plan
from articles.errors import CannotDo

LARGE = 100_000
HUGE = 1_000_000
BUILT, ACCOUNT = "built.json", "bench"
KNOWN_TO_IMPORT = 1_000  # generated articles whose people, tags and desks an imported text meets


@dataclass(frozen=True)
class Corpus:
    name: str

    @property
    def folder(self) -> Path:
        return settings.VAR_DIR / "bench" / self.name

    @property
    def environment(self) -> dict[str, str]:
        """Of processes that work on this archive and leave the real one alone; otherwise production settings."""
        own = {"NEWSROOM_VAR": self.folder, "STATIC_ROOT": settings.STATIC_ROOT, "SECRET_KEY": settings.SECRET_KEY}
        fixed = {"DEBUG": "0", "HTTPS": "0", "ALLOWED_HOSTS": "localhost,127.0.0.1", "LOG_LEVEL": "ERROR"}
        others = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "INDEX_DIR"}}
        return {**others, **{name: str(value) for name, value in own.items()}, **fixed}

    def run(self, *arguments: str) -> str:
        """A management command on this archive; returns what it printed. Raises CannotDo."""
        return self.watched(*arguments)[0]

    def watched(self, *arguments: str) -> tuple[str, Peak]:
        """The same, and the memory it took."""
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]
        with subprocess.Popen(command, env=self.environment, stdout=PIPE, stderr=PIPE, text=True) as process:
            peak = Peak(process)
            said, errors = process.communicate()
        if process.returncode:
            raise CannotDo(f"{' '.join(arguments)}: {errors.strip()}")
        return said, peak


def demo() -> Corpus:
    """Loaded anew each time: it is small, and its dates are of today."""
    corpus = Corpus("demo")
    _clear(corpus)
    corpus.run("migrate", "--verbosity", "0")
    corpus.run("load_demo")
    return corpus


def large(count: int = LARGE) -> Corpus:
    """Kept from one run to the next."""
    corpus = Corpus(str(count))
    database = corpus.folder / "newsroom.sqlite3"
    if database.exists():
        corpus.run("migrate", "--verbosity", "0")
    else:
        _generate(count, database)
    return corpus


def for_import() -> Corpus:
    corpus = Corpus("import")
    _clear(corpus)
    _generate(KNOWN_TO_IMPORT, corpus.folder / "newsroom.sqlite3")
    corpus.run("index_articles", "--rebuild")
    return corpus


def seconds_to_index(corpus: Corpus) -> float:
    """Builds the index from nothing; the start of a process is part of it."""
    start = perf_counter()
    corpus.run("index_articles", "--rebuild")
    return perf_counter() - start


def built(corpus: Corpus, *, anew: bool) -> dict[str, float]:
    """What building its index took: seconds and megabytes. An index that is there is kept, with its figures."""
    noted = corpus.folder / BUILT
    if anew or not noted.exists():
        start = perf_counter()
        _, peak = corpus.watched("index_articles", "--rebuild")
        size = sum(file.stat().st_size for file in (corpus.folder / "index").rglob("*") if file.is_file())
        figures = {"seconds": perf_counter() - start, "memory": peak.megabytes, "size": size / 1e6}
        noted.write_text(json.dumps(figures), encoding="utf-8")
    corpus.run("index_articles")
    return dict(json.loads(noted.read_text("utf-8")))


def with_account(corpus: Corpus) -> None:
    """Somebody who may open everything, with a password nobody knows."""
    noted = corpus.folder / ACCOUNT
    if not noted.exists():
        corpus.run("createsuperuser", "--noinput", "--username", ACCOUNT, "--email", f"{ACCOUNT}@example.org")
        noted.touch()


def _generate(count: int, database: Path) -> None:
    with new_archive(database) as using:
        generate(Plan(count, zone=settings.TIME_ZONE), using)


def _clear(corpus: Corpus) -> None:
    shutil.rmtree(corpus.folder, ignore_errors=True)
