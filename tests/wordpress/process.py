"""
A server that runs while tests ask it: started without rights, waited for by what it says, and ended.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.wordpress.packages import PATH

PATIENCE = 60
"""Seconds after which a server that has not said that it is ready has failed."""


def unprivileged() -> dict[str, Any]:
    """Nobody's rights for a process, where the tests are run by root."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def run(folder: Path, command: Sequence[str]) -> str:
    """Run a command in a folder to its end, and give what it printed."""
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True, check=False, **unprivileged()
    )
    assert done.returncode == 0, f"{' '.join(command)[:300]}\n{done.stdout}{done.stderr}"
    return done.stdout


def environment(folder: Path) -> dict[str, str]:
    """What a process finds around it: nothing of this one's but the way to programs."""
    return {"PATH": PATH, "HOME": str(folder), "TMPDIR": str(folder / "tmp"), "PHP_CLI_SERVER_WORKERS": "3"}


@contextmanager
def running(folder: Path, ready: str, command: Sequence[str]) -> Iterator[list[str]]:
    """Run a server until the block is left; it counts as started once it says `ready`. Gives the lines it says."""
    started = threading.Event()
    lines: list[str] = []
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        process_group=0,
        **unprivileged(),
    )
    assert process.stdout

    def listen() -> None:
        for line in process.stdout:
            lines.append(line)
            if ready in line:
                started.set()

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        assert started.wait(PATIENCE), f"{command[0]} does not start:\n{''.join(lines)}"
        yield lines
    finally:
        os.killpg(process.pid, 15)
        process.wait(PATIENCE)
        listener.join(PATIENCE)
        process.stdout.close()
