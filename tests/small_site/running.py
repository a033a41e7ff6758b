"""
A command that goes on until it is stopped, as an editor has it in a terminal.
"""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

import pytest

from tests.small_site.site import Site, environment

DEADLINE = 60
"""Seconds after which something that should have happened has not."""


class Running:
    """A process, and the lines that it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()

    def listen(self) -> None:
        """Take in all lines, until there are no more."""
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def line(self, seconds: float = DEADLINE) -> str | None:
        """The next line; None where none comes in time."""
        try:
            self.said.append(self._lines.get(timeout=seconds))
        except queue.Empty:
            return None
        return self.said[-1]

    def await_line(self, words: str) -> str:
        """The next line that holds some words."""
        while True:
            line = self.line()
            if line is None:
                pytest.fail(f"{words!r} was not said within {DEADLINE} seconds, but {self.said}")
            if words in line:
                return line

    def save_until(self, path: Path, text: str, words: str) -> str:
        """Save a file, again and again until something is said of it: the command may not be watching yet."""
        for _ in range(DEADLINE // 5):
            path.write_text(text, "utf-8")
            line = self.line(5)
            if line is not None:
                return line if words in line else self.await_line(words)
        return pytest.fail("no change was noticed")

    def end(self, with_signal: signal.Signals = signal.SIGINT) -> int:
        """Stop it as an editor does; its exit status."""
        self.process.send_signal(with_signal)
        status = self.process.wait(DEADLINE)
        while self.line(0.1) is not None:
            pass
        return status


@contextmanager
def running(site: Site, command: str, *options: str) -> Iterator[Running]:
    """A command of the desk that goes on until it is stopped."""
    given = [command, "--settings", str(site.folder / "smallconf.py"), *options]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "plugins.desk", *given],
        cwd=site.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    own = Running(process)
    reader = threading.Thread(target=own.listen, daemon=True)
    reader.start()
    try:
        yield own
    finally:
        process.kill()
        process.wait()
        reader.join()
        assert process.stdout
        process.stdout.close()


def fetch(url: str, **headers: str) -> tuple[int, Message, str]:
    """Status, headers and words of an address."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=DEADLINE) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode()
