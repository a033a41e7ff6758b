"""
How far a build is: one calm line on a terminal, a few plain lines in a log, and nothing where it is soon over.
"""

import io
import os
import pty
import termios

import pytest

from plugins.build.progress import (
    PATIENCE,
    REDRAWN,
    REPEATED,
    SILENT,
    DrawnProgress,
    PlainProgress,
    can_redraw,
    fitted,
    progress_on,
    width_of,
)
from tests.make import shown_lines


class Clock:
    """A clock that stands until somebody turns it."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def stream():
    return io.StringIO()


@pytest.fixture
def plain(stream, clock):
    return PlainProgress(stream, clock)


@pytest.fixture
def drawn(stream, clock):
    return DrawnProgress(stream, clock, lambda: 40)


@pytest.mark.parametrize("make", [PlainProgress, lambda *given: DrawnProgress(*given, lambda: 40)])
def test_nothing_is_told_of_what_is_done_within_a_second(stream, clock, make):
    with make(stream, clock) as progress:
        progress.stage("Reading texts")
        for _ in progress.along(range(10)):
            clock.now += PATIENCE / 11
        progress.stage("Making files")
        progress.reached(5, 10)

    assert "" == stream.getvalue()


def test_a_line_shows_what_is_done_and_how_far(drawn, stream, clock):
    drawn.stage("Reading texts")
    clock.now += PATIENCE
    drawn.reached(3120, 10000)

    assert ["Reading texts: 3,120 of 10,000"] == shown_lines(stream.getvalue())


def test_a_shorter_line_leaves_nothing_of_a_longer_one(drawn, stream, clock):
    clock.now += PATIENCE
    drawn.stage("Putting files in place")
    drawn.stage("Making files")
    assert ["Making files"] == shown_lines(stream.getvalue())

    clock.now += REDRAWN
    drawn.reached(7)
    assert ["Making files: 7"] == shown_lines(stream.getvalue())


def test_a_stage_that_counts_nothing_is_drawn_as_it_begins(drawn, stream, clock):
    clock.now += PATIENCE
    drawn.stage("Checking texts")

    assert ["Checking texts"] == shown_lines(stream.getvalue())


def test_a_line_is_drawn_only_now_and_then(drawn, stream, clock):
    clock.now += PATIENCE
    drawn.stage("Reading texts")
    before = stream.getvalue()
    drawn.reached(1, 9)
    clock.now += REDRAWN / 2
    drawn.reached(2, 9)

    assert before == stream.getvalue()


def test_another_line_finds_an_empty_one(drawn, stream, clock):
    """
    A problem stands on a line of its own, and the line of progress comes again below it.
    """
    clock.now += PATIENCE
    drawn.stage("Reading texts")
    drawn.end()
    stream.write("a.md:1:1: it\n")
    drawn.stage("Making files")

    assert ["a.md:1:1: it", "Making files"] == shown_lines(stream.getvalue())


def test_what_ctrl_c_leaves_on_the_line_is_wiped_too(drawn, stream, clock):
    clock.now += PATIENCE
    with pytest.raises(KeyboardInterrupt), drawn:
        drawn.stage("Reading texts")
        stream.write("^C")
        raise KeyboardInterrupt

    assert [""] == shown_lines(stream.getvalue())


def test_after_the_end_nothing_is_drawn(drawn, stream, clock):
    clock.now += PATIENCE
    drawn.stage("Reading texts")
    drawn.end()
    clock.now += REDRAWN
    drawn.reached(9, 9)

    assert [""] == shown_lines(stream.getvalue())


@pytest.mark.parametrize("columns", range(1, 60, 7))
def test_a_line_is_never_wider_than_the_terminal(stream, clock, columns):
    """
    Not even where the terminal has become narrower since the line was drawn.
    """
    width = [60]
    progress = DrawnProgress(stream, clock, lambda: width[0])
    clock.now += PATIENCE
    progress.stage("Putting files in place")
    progress.reached(1, 12345)
    stream.seek(0)
    stream.truncate()
    width[0] = columns
    clock.now += REDRAWN
    progress.reached(12345, 12345)
    progress.end()

    assert all(len(part) < columns for part in stream.getvalue().split("\r"))


@pytest.mark.parametrize(
    ("room", "line"), [(36, "Making files: 5,400 of 12,376"), (28, "Making files"), (6, "Making"), (0, "")]
)
def test_a_number_is_never_cut(room, line):
    assert line == fitted("Making files", ": 5,400 of 12,376", room)


def test_a_log_has_a_line_now_and_then_and_one_at_the_end_of_a_stage(plain, stream, clock):
    plain.stage("Reading texts")
    for _ in plain.along(range(12)):
        clock.now += 1
    plain.stage("Planning files")
    clock.now += PATIENCE / 2
    plain.stage("Checking texts")
    clock.now += PATIENCE
    plain.end()

    assert [
        f"Reading texts: {REPEATED:.0f} of 12 (5.0 s)",
        "Reading texts: 10 of 12 (10.0 s)",
        "Reading texts: 12 of 12 (12.0 s)",
        "Checking texts (1.0 s)",
    ] == stream.getvalue().splitlines()


def test_a_log_says_how_far_a_stage_came_that_was_broken_off(plain, stream, clock):
    with pytest.raises(KeyboardInterrupt), plain:
        plain.stage("Making files")
        clock.now += 2
        plain.reached(7, 9)
        raise KeyboardInterrupt

    assert "Making files: 7 of 9 (2.0 s)\n" == stream.getvalue()


def test_a_stage_that_nobody_can_count_says_what_it_has(plain, stream, clock):
    plain.stage("Planning files")
    clock.now += 2
    plain.reached(8706)
    plain.end()

    assert "Planning files: 8,706 (2.0 s)\n" == stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "term", "is_drawn"),
    [(Terminal, "xterm", True), (Terminal, "", True), (Terminal, "dumb", False), (io.StringIO, "xterm", False)],
)
def test_only_a_terminal_that_can_go_back_has_a_line_drawn_on_it(kind, term, is_drawn):
    assert is_drawn == can_redraw(kind(), term)
    assert (DrawnProgress if is_drawn else PlainProgress) is type(progress_on(kind(), Clock(), term))


def test_the_width_is_that_of_the_terminal_now(stream):
    first, second = pty.openpty()
    with os.fdopen(first, "w"), os.fdopen(second, "w") as terminal:
        assert 80 == width_of(terminal)
        termios.tcsetwinsize(second, (24, 33))
        assert 33 == width_of(terminal)
    assert 80 == width_of(stream)


def test_what_nobody_waits_for_is_counted_in_silence(capsys):
    with SILENT as progress:
        progress.stage("Reading texts")

        assert [1, 2, 3] == list(progress.along([1, 2, 3]))
    assert ("", "") == capsys.readouterr()
