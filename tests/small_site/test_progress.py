"""
What a build looks like on a terminal, and what is left of it when somebody stops it.
"""

import os
import pty
import subprocess
import sys
import termios

from tests.make import shown_lines
from tests.small_site.site import environment

AT_ONCE = ("import plugins.build.progress", "plugins.build.progress.PATIENCE = plugins.build.progress.REDRAWN = 0")
"""Settings with which all is told, however short a build is."""
TELLING = ("MACHINE = replace(MACHINE, tells_progress=True)", *AT_ONCE)
COLUMNS = 40


def build_on_terminal(site, term):
    """What a build writes to a terminal for errors, and its exit status."""
    first, second = pty.openpty()
    termios.tcsetwinsize(second, (24, COLUMNS))
    command = (sys.executable, "-m", "pelican", "content", "-s", "smallconf.py", "--fatal", "errors")
    process = subprocess.Popen(
        command, cwd=site.folder, env=environment(TERM=term), stdout=subprocess.DEVNULL, stderr=second
    )
    os.close(second)
    written = b""
    try:
        while piece := os.read(first, 65536):
            written += piece
    except OSError:
        pass  # Linux says so where the other end was closed.
    os.close(first)
    return written.decode().replace("\r\n", "\n"), process.wait()


def test_a_terminal_shows_one_line_that_leaves_nothing_behind(site, small_site):
    """
    In the end a terminal shows the lines of any other build; what was drawn meanwhile was never wider than itself.
    """
    site.configure(*TELLING)
    written, status = build_on_terminal(site, "xterm")
    parts = [part for line in written.split("\n") for part in line.split("\r")[:-1]]

    assert 0 == status
    assert small_site.run.err.splitlines() == [line for line in shown_lines(written) if line]
    assert {"Reading texts", "Planning files", "Making files", "Putting files in place"} <= {
        part.partition(":")[0].rstrip() for part in parts
    }
    assert COLUMNS > max(map(len, parts))
    assert "\x1b" not in written


def test_problems_stand_on_lines_of_their_own(site):
    site.configure(*TELLING)
    site.edit("content/stories/two-cups.md", "scale: micro", "scale: mikro")
    written, status = build_on_terminal(site, "xterm")

    assert 1 == status
    assert "Reading texts: " in written
    assert [
        'content/stories/two-cups.md:10:8: scale: "mikro" is unknown here. Did you mean "micro"?',
        "1 problem in 1 file. Nothing was built.",
    ] == [line for line in shown_lines(written) if line and "warning" not in line]


def test_a_terminal_that_only_prints_on_is_given_whole_lines(site):
    site.configure(*TELLING)
    written, status = build_on_terminal(site, "dumb")

    assert 0 == status
    assert "\r" not in written
    assert "\nPutting files in place: " in written


def test_a_build_that_is_stopped_says_so_in_one_sentence(built_site):
    """
    Ctrl-C ends it as shells and make expect; the line is wiped, and the site stays as it was.
    """
    built_site.configure(
        *TELLING,
        "import signal",
        "from plugins.offers import offering",
        "def press(_library): signal.raise_signal(signal.SIGINT)",
        "def offer_press(_settings, offer): offer.outputs(press)",
        "offering.connect(offer_press)",
    )
    before = built_site.state()
    written, status = build_on_terminal(built_site, "xterm")

    assert 130 == status
    assert "Planning files" in written
    assert ["Stopped before anything was put in place."] == [
        line for line in shown_lines(written) if line and "warning" not in line
    ]
    assert before == built_site.state()


def test_a_build_that_has_put_its_files_in_place_is_not_stopped(built_site):
    """
    Else it would say that nothing was begun.
    """
    built_site.configure(
        "import signal",
        "from plugins.build.memo import Memo",
        "SAVE = Memo.save",
        "def save(self, **given): signal.raise_signal(signal.SIGINT); SAVE(self, **given)",
        "Memo.save = save",
    )

    run = built_site.build()

    assert 0 == run.status
    assert "Built " in run.out
