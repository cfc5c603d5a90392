"""Starts the production server on a free port of this machine, for as long as a measurement takes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings

from articles.errors import CannotDo

WORKERS = 2
STUBBORN = "5s"  # a worker told to stop before it is up does not hear it
PATIENCE = 30.0  # seconds until it has to answer


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[int]:
    """The port of a server with two workers. Raises CannotDo if it does not come up."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(WORKERS), "--no-access-log", "--log-level", "error"]
    command += ["--workers-kill-timeout", STUBBORN, "newsroom.wsgi:application"]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment) as server:
        try:
            _wait(server, port)
            yield port
        finally:
            _stop(server)


def _stop(server: subprocess.Popen) -> None:
    server.terminate()
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(server: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise CannotDo(f"The server did not come up on port {port}.")
