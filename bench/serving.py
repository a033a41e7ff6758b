"""
Servers that show a site while it is written, each in a process of its own.
"""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BETWEEN_LOOKS = 0.005
"""Seconds from the answer to one look to the next look."""

MOST_LOOKS = 24_000
"""More than two minutes of looking in vain are a fault."""

LONGEST = 120
"""Seconds in which a server must answer."""

AT_REST = 0.3
"""Seconds without work after which a server has done all that it will."""

ADDRESS = re.compile(r"(?:localhost|127\.0\.0\.1):(\d+)")
"""How a server says where it is."""


@dataclass(frozen=True)
class Server:
    """A server of this machine, and the port it listens to."""

    process: subprocess.Popen[str]
    port: int

    def page(self, path: str) -> str:
        """What stands at an address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        connection.request("GET", path)
        words = connection.getresponse().read().decode()
        connection.close()
        return words

    def cpu(self) -> float:
        """The processor's seconds of the process so far, with those of its children."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def rest(self) -> float:
        """Wait until the server does nothing more; the processor's seconds by then."""
        before = -1.0
        for _ in range(MOST_LOOKS):
            now = self.cpu()
            if now == before:
                break
            before = now
            time.sleep(AT_REST)
        return before

    def wait_for(self, path: str, word: str) -> None:
        """Look at a page again and again until a word stands there."""
        for _ in range(MOST_LOOKS):
            if word in self.page(path):
                return
            time.sleep(BETWEEN_LOOKS)
        raise AssertionError(f"{word} has not come to {path}")


@contextmanager
def started(command: Sequence[str], folder: Path) -> Iterator[Server]:
    """A server, from the line in which it says where it is until the block is left."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    try:
        found = next((found for line in process.stdout if (found := ADDRESS.search(line))), None)
        assert found, f"{' '.join(command)} has ended before it served anything"
        yield Server(process, int(found[1]))
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def preview_command(settings: Path) -> tuple[str, ...]:
    """What starts our preview on a free port."""
    return (sys.executable, "-u", "-m", "plugins.desk", "devserver", "--settings", str(settings), "--port", "0")


def add_word(file: Path, word: str) -> None:
    """Save a text with one word more, in a paragraph of its own."""
    file.write_text(f"{file.read_text('utf-8')}\n\n{word}\n", "utf-8")
