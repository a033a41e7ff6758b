"""
One clean build in a process of its own, measured by the operating system.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SETTINGS = """
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
from pelicanconf import Build
from datetime import date
PATH, OUTPUT_PATH = {content!r}, {output!r}
BUILD = Build(today=date(2026, 12, 1))
"""


@dataclass(frozen=True)
class Cost:
    """What a build cost: seconds by the clock, seconds of the processor, the most memory it held at once."""

    files: int
    wall: float
    cpu: float
    peak_mb: float


def write_settings(root: Path, folder: Path, content: Path, output: Path) -> Path:
    """A settings file like the repository's, for another content and output."""
    path = folder / "benchconf.py"
    path.write_text(SETTINGS.format(root=str(root), content=str(content), output=str(output)), "utf-8")
    return path


def measure(settings: Path, content: Path, output: Path) -> Cost:
    """Build into an empty folder; subprocess.CalledProcessError where the build fails."""
    for left in output.parent.glob(f".{output.name}.*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    shutil.rmtree(output, ignore_errors=True)
    started = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-o",
        str(output),
        "-s",
        str(settings),
        "--fatal",
        "errors",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    files = sum(path.is_file() for path in output.rglob("*"))
    return Cost(files, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
