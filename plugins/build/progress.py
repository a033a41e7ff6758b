"""
How far a build is: one line that is drawn again and again on a terminal, a few plain lines anywhere else.

It is written by whoever does the work and by no thread of its own, since processes are made by fork.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from os import get_terminal_size
from typing import TextIO, TypeVar

Thing = TypeVar("Thing")

PATIENCE = 1.0
"""Seconds in which nobody asks how far it is."""

REDRAWN = 0.2
"""Seconds for which a drawn line stands: calm to look at, and nothing to a build."""

REPEATED = 5.0
"""Seconds between two plain lines about one stage."""


class Progress:
    """
    How far work is, stage by stage. This one tells nobody.
    """

    def stage(self, words: str) -> None:
        """Begin a stage, named in plain words; the one before is done."""

    def reached(self, done: int, total: int = 0) -> None:
        """So much of the stage is done; no total where nobody knows it yet."""

    def end(self) -> None:
        """The stage is over: what was drawn is wiped, so that other lines can be written."""

    def along(self, things: Sequence[Thing]) -> Iterator[Thing]:
        """The same things, counted as the work goes on."""
        for done, thing in enumerate(things):
            self.reached(done, len(things))
            yield thing
        self.reached(len(things), len(things))

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_error: object) -> None:
        self.end()


SILENT = Progress()
"""For work that is short, or that nobody waits for."""


class ToldProgress(Progress):
    """
    What a line and plain lines share: the stage, how far it is, and a clock. Nothing is told in the first second.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream, self._clock = stream, clock
        self._began = self._entered = self._told = clock()
        self._words, self._done, self._total = "", 0, 0

    def stage(self, words: str) -> None:
        """Begin a stage; what `end` says of the one before is said."""
        self.end()
        self._words, self._done, self._total = words, 0, 0
        self._entered = self._told = self._clock()

    def count(self) -> str:
        """How far the stage is, as one reads it: ': 3,120 of 10,000'; empty where nothing was counted."""
        total = f" of {self._total:,}" if self._total else ""
        return f": {self._done:,}{total}" if self._done or total else ""


class DrawnProgress(ToldProgress):
    """
    One line on a terminal, drawn in place and never wider than the terminal.

    Nothing but the carriage return is asked of the terminal. The cursor waits where the line begins, so that what
    Ctrl-C leaves there is wiped with it.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float], width: Callable[[], int]) -> None:
        super().__init__(stream, clock)
        self._width = width
        self._drawn = 0

    def stage(self, words: str) -> None:
        """Begin a stage, and draw it at once: it may be one that is not counted."""
        super().stage(words)
        self._draw(self._told)

    def reached(self, done: int, total: int = 0) -> None:
        """Draw how far it is, unless that was done a moment ago."""
        self._done, self._total = done, total
        now = self._clock()
        if now - self._told >= REDRAWN or not self._drawn:
            self._draw(now)

    def end(self) -> None:
        """Wipe the line."""
        self._words = ""
        if self._drawn:
            self._write("")

    def _draw(self, now: float) -> None:
        if self._words and now - self._began >= PATIENCE:
            self._told = now
            self._write(fitted(self._words, self.count(), self._room()))

    def _room(self) -> int:
        """One column stays free: some terminals begin a new line as soon as the last is filled."""
        return max(self._width() - 1, 0)

    def _write(self, text: str) -> None:
        over = text.ljust(min(self._drawn, self._room()))
        self._stream.write(f"\r{over}\r")
        self._stream.flush()
        self._drawn = len(text)


class PlainProgress(ToldProgress):
    """
    Whole lines for logs: one now and then, and one at the end of each stage that took its time.
    """

    def reached(self, done: int, total: int = 0) -> None:
        """Say how far it is, if nothing was said for a while."""
        self._done, self._total = done, total
        now = self._clock()
        if now - self._told >= REPEATED:
            self._say(now)

    def end(self) -> None:
        """Say how far a stage came that took longer than a second, and how long it took."""
        now = self._clock()
        if self._words and now - self._entered >= PATIENCE:
            self._say(now)
        self._words = ""

    def _say(self, now: float) -> None:
        self._told = now
        self._stream.write(f"{self._words}{self.count()} ({now - self._entered:.1f} s)\n")
        self._stream.flush()


def fitted(words: str, count: str, room: int) -> str:
    """A line that has room: without its count rather than with half a number."""
    line = words + count
    return line if len(line) <= room else words[:room]


def can_redraw(stream: TextIO, term: str) -> bool:
    """Whether a line on a stream can be drawn again: it is a terminal, and not one that only prints on."""
    return stream.isatty() and term != "dumb"


def width_of(stream: TextIO) -> int:
    """The columns of a terminal; 80 where it does not say."""
    try:
        return get_terminal_size(stream.fileno()).columns or 80
    except OSError:
        return 80


def progress_on(stream: TextIO, clock: Callable[[], float], term: str) -> Progress:
    """The progress that suits a stream; `term` is what the environment calls the terminal."""
    if can_redraw(stream, term):
        return DrawnProgress(stream, clock, lambda: width_of(stream))
    return PlainProgress(stream, clock)
