"""The most memory that a process and its children take together, sampled while they run. Linux only: elsewhere 0."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PAUSE = 0.25  # seconds
PROC = Path("/proc")


class Peak:
    """Watches a process until it ends; `megabytes` counts a page once that several share, files in memory included."""

    def __init__(self, process: subprocess.Popen):
        self.megabytes = 0.0
        self._process = process
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def _watch(self) -> None:
        while self._process.poll() is None:
            self.megabytes = max(self.megabytes, sum(map(_kilobytes, _family(self._process.pid))) / 1000)
            threading.Event().wait(PAUSE)


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in (PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield from _family(int(child))


def _kilobytes(pid: int) -> int:
    with suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
