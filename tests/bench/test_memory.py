import subprocess
import sys
from pathlib import Path

import pytest

from articles.bench.memory import Peak

EATER = "import time; taken = bytearray(80_000_000); time.sleep(1)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {EATER!r}])"


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="measures memory on Linux only")
@pytest.mark.parametrize("code", [EATER, PARENT])
def test_the_memory_of_children_counts(code):
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        peak = Peak(process)
        process.wait()
    assert 80 < peak.megabytes < 160
