"""
A new process for changed software: modules are loaded once in the life of a process. It is tried out first, so that
a slip in a plugin leaves the site standing, and goes on at the same address, so that open pages need not be asked for
anew.
"""

from __future__ import annotations

import importlib
import os
import socket
import subprocess
import sys
from pathlib import Path

from plugins.live.faults import problem_in
from plugins.live.project import SOFTWARE, Project
from plugins.problems import Problem

TRIAL, SOCKET = "--trial", "--socket"
"""Options of the command, for what one process says to another."""


def try_out(project: Project) -> Problem | None:
    """What is wrong with the software or the settings as they stand now; None where a new process could be begun."""
    command = [sys.executable, "-m", "plugins.desk", "devserver", "--settings", str(project.settings_file), TRIAL]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    return problem_in(done.stderr, project.root, project.settings_file)


def begin_anew(listening: socket.socket) -> None:
    """Go on in a new process, with the same options and the same open door: whoever knocks meanwhile only waits."""
    listening.set_inheritable(True)
    options = without(sys.orig_argv[1:], SOCKET)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *options, SOCKET, str(listening.fileno())])


def without(options: list[str], name: str) -> list[str]:
    """Options without one of them and its value."""
    at = options.index(name) if name in options else len(options)
    return options[:at] + options[at + 2 :]


def taken_over(number: int | None) -> socket.socket | None:
    """The listening socket that an earlier process has left."""
    return None if number is None else socket.socket(fileno=number)


def trial(settings_file: Path) -> int:
    """Load everything, and show nothing; whatever is wrong is said as Python says it."""
    for path in sorted(SOFTWARE.rglob("*.py")):
        parts = path.relative_to(SOFTWARE.parent).with_suffix("").parts
        if parts[-1] not in ("__init__", "__main__"):
            importlib.import_module(".".join(parts))
    Project(settings_file, "http://localhost").prepare()
    return 0
