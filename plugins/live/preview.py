"""
`make devserver`: shows the site with its drafts, and reads again on every change.
"""

from __future__ import annotations

import gc
import socket
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import Any

from plugins.live.bell import Bell
from plugins.live.inbox import Inbox
from plugins.live.pages import LiveHandler
from plugins.live.process import try_out
from plugins.live.project import SOFTWARE, Project
from plugins.live.server import SiteServer, listen
from plugins.live.site import LiveSite
from plugins.live.watching import Change, Watchers, what_changed
from plugins.problems import Problem, counted


class Preview:
    """
    The site in memory, those who look at it, and the terminal.
    """

    def __init__(self, settings_file: Path, bind: str, port: int, listening: socket.socket | None = None) -> None:
        self._inbox = Inbox()
        self._bell = Bell()
        self.server: SiteServer = listen(bind, port, self._answer, listening)
        self._project = Project(settings_file, self.server.url.rstrip("/"))
        self._site = LiveSite(self._project, self._inbox.shown)
        self._warned: frozenset[Problem] = frozenset()

    def _answer(self, *connection: Any) -> LiveHandler:
        return LiveHandler(*connection, site=self._site, bell=self._bell, ask_proof=self._inbox.shown)

    def run(self) -> None:
        """Show the site until its software changes, and can be loaded."""
        folders = sorted({self._project.root, SOFTWARE.parent})
        theme = self._project.theme()
        # What is read stays. To look through all of it for waste, again and again while it grows, is a tenth of the
        # work; that is done in calm moments.
        gc.disable()
        with Watchers(self._inbox.changed, self._project.sources(), folders):
            self._refresh(is_anew=True)
            Thread(target=self.server.serve_forever, daemon=True).start()
            say(f"Showing the site with its drafts at {self.server.url} (stop with Ctrl-C)")
            for changed, shown in self._inbox.batches():
                if not changed:
                    self._look_over(shown)
                change = what_changed(changed, folders, SOFTWARE, theme)
                if change is Change.SOFTWARE and self._can_begin_anew():
                    say("The software has changed: beginning anew.")
                    return
                if change in (Change.CONTENT, Change.THEME):
                    self._refresh(is_anew=change is Change.THEME, changed=changed)

    def _can_begin_anew(self) -> bool:
        problem = try_out(self._project)
        if problem is None:
            return True
        self._site.refuse_software(problem)
        self._tell()
        return False

    def _refresh(self, is_anew: bool, changed: Iterable[Path] = ()) -> None:
        started = time.perf_counter()
        self._site.refresh(is_anew, changed)
        self._tell(time.perf_counter() - started)

    def _tell(self, seconds: float = 0.0) -> None:
        """Tell open pages first, and then the terminal."""
        self._bell.ring()
        standing = self._site.standing
        if standing.edition and not standing.problems:
            warnings = frozenset(standing.edition.report.warnings)
            complain(sorted(warnings - self._warned))
            self._warned = warnings
            texts, pages = counted(standing.edition.texts, "text"), counted(len(self._bell), "page")
            say(f"Read {texts} in {seconds:.1f} s. {pages} open.")
            return
        complain(standing.problems)
        files = len({problem.path for problem in standing.problems})
        found = f"{counted(len(standing.problems), 'problem')} in {counted(files, 'file')}"
        complain([f"{found}. {'All is shown as it was before.' if standing.edition else 'Nothing can be shown yet.'}"])

    def _look_over(self, shown: Iterable[str]) -> None:
        """In a calm moment, let the proofs look at what was shown, and clear away what was read before."""
        for path in sorted(shown):
            faults = self._site.prove(path)
            if faults is not None:
                complain(faults)
                self._bell.ring()
        gc.collect()


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def complain(lines: Iterable[object]) -> None:
    """Print what is wrong."""
    for line in lines:
        print(line, file=sys.stderr, flush=True)
