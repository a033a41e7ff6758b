"""
One run of a program, measured: time by the operating system, memory by looking at all its processes.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

BETWEEN_LOOKS = 0.05
"""Seconds, at the least."""

SHARE_OF_LOOKING = 0.1
"""Of all time: a look at a large process takes the system a while, in which that process stands still."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: seconds by the clock, and seconds of the processor with those of its child processes."""

    wall: float
    cpu: float
    peak_mb: float
    """The most memory that any one of its processes held."""


@dataclass(frozen=True, slots=True)
class Run:
    """A program with its arguments, and where it is started."""

    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    may_complain: bool = False
    """Whether it is taken for a build although it left words on stderr: others are not held to our rule."""

    def measure(self, while_running: Callable[[int], None] | None = None) -> Cost:
        """
        Run it once. subprocess.CalledProcessError where it fails, or complains and may not.
        """
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **self.environment}
        errors = self.folder / ".errors.txt"
        started = time.perf_counter()
        with errors.open("wb") as file:
            process = subprocess.Popen(
                self.command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=file, env=environment
            )
            if while_running:
                while_running(process.pid)
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said = errors.read_text("utf-8", "replace")
        errors.unlink()
        if process.returncode or (said and not self.may_complain):
            raise subprocess.CalledProcessError(process.returncode, self.command, stderr=said)
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def measure_memory(self) -> float:
        """
        Run it once, and look again and again at what all its processes hold together, in MB.

        Memory that several of them share counts once. Looking costs time, so such a run is not timed;
        0 where the system does not tell.
        """
        most = [0.0]

        def watch(pid: int) -> None:
            threading.Thread(target=follow, args=(pid, most), daemon=True).start()

        self.measure(watch)
        return most[0]


def follow(pid: int, most: list[float]) -> None:
    """Keep the most that a process and its descendants hold together, until it has ended."""
    while True:
        started = time.perf_counter()
        held = sum(map(held_by, [pid, *descendants(pid)]))
        if not held:
            return
        most[0] = max(most[0], held)
        time.sleep(max(BETWEEN_LOOKS, (time.perf_counter() - started) / SHARE_OF_LOOKING))


def held_by(pid: int) -> float:
    """The memory of one process in MB, with its part of what it shares; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def descendants(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that they started."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(own) for own in task.read_text("ascii").split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from descendants(child)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each measure."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak_mb")))


def files_below(folder: Path) -> tuple[int, int]:
    """How many files stand below a folder, and how many bytes they hold."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
