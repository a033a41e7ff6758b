"""
The LibraryGenerator: all that a build does, in the two steps in which Pelican calls for it.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from plugins.build.basis import basis_of
from plugins.build.bodies import StateError
from plugins.build.finding import Lookout
from plugins.build.gate import open_library, open_what_can_be
from plugins.build.kept import forget
from plugins.build.memo import Memo
from plugins.build.placing import Placed
from plugins.build.progress import SILENT, progress_on
from plugins.build.project import content_of, shown
from plugins.build.running import Knowledge, collect, in_one_go, run
from plugins.build.scanning import Ahead, Stamps
from plugins.build.settings import Machine
from plugins.build.software import own_folder
from plugins.build.telling import closing_line, tell_set_aside, tell_warnings
from plugins.offers import Offer, offering
from plugins.outputs import Output
from plugins.problems import ContentError, Problem, Report

ROUNDS = 3
"""How often a build sets texts aside before it gives up."""


class LibraryGenerator:
    """
    Replaces Pelican's generators: reads all texts, then makes and places every Output.
    """

    def __init__(self, settings: dict[str, Any], output_path: str, **_theirs: Any) -> None:
        self.settings = settings
        self.output_path = output_path

    def generate_context(self) -> None:
        """
        Read and check everything; ContentError, with nothing written, where a text is wrong.

        Where something has to leave the site, faulty texts are set aside instead.
        """
        self.started = time.perf_counter()
        machine = self.settings.get("MACHINE", Machine())
        term = os.environ.get("TERM", "")
        self.progress = progress_on(sys.stderr, time.perf_counter, term) if machine.tells_progress else SILENT
        self.workers = machine.processes
        folder = Path(self.settings["PATH"])
        self._ahead = Ahead(folder, shown(folder), self.workers)
        self.content = replace(content_of(self.settings), progress=self.progress, find=self._find)
        self.offer = Offer(self.settings, own_folder(self.content.cache))
        offering.send(self.settings, offer=self.offer)
        with self.progress:
            try:
                self._open()
            except StateError:
                self._open_anew()

    def _find(self, folder: Path, shown: str) -> tuple[Stamps, list[Problem]]:
        """The texts; what stands in the output folder is looked for as soon as they are found."""
        found = self._ahead.find(folder, shown)
        self.lookout = Lookout(Path(self.output_path), self.workers)
        return found

    def _open_anew(self) -> None:
        """Read everything without what earlier builds found out: it changed while it was used."""
        if self.content.cache:
            forget(self.content.cache)
        self._open()

    def _open(self) -> None:
        try:
            library, report = open_library(self.content)
        except ContentError:
            library, report = open_what_can_be(self.content, frozenset(), Path(self.output_path))
            self.progress.end()
            tell_set_aside(report)
        self._take(library, report)

    def _take(self, library: Any, report: Report) -> None:
        self.progress.end()
        tell_warnings(report)
        self.library = library
        self.outputs = collect(library, self.offer, self.progress, self.content.remember)
        paths = frozenset(map(attrgetter("path"), self.outputs))
        self.proofs = [make(library, paths) for make in self.offer.proofs]

    def generate_output(self, _writer: Any = None) -> None:
        """Make every file, check it, and put all of them in place. Pelican's own writer is not used."""
        with self.progress:
            try:
                placed = self._run()
            except StateError:
                self._open_anew()
                placed = self._run()
        seconds = time.perf_counter() - self.started
        print(closing_line(self.library, len(self.outputs), placed, seconds, self.output_path))

    def _run(self) -> Placed:
        aside: set[str] = set()
        for _ in range(ROUNDS):
            try:
                return self._run_once()
            except ContentError as error:
                faulty = self._behind(error.report) - aside
                if not faulty:
                    raise
                aside |= faulty
                try:
                    library, report = open_what_can_be(self.content, frozenset(aside), Path(self.output_path))
                except ContentError:
                    raise error from None
                self.progress.end()
                tell_set_aside(error.report)
                self._take(library, report)
        return self._run_once()

    def _run_once(self) -> Placed:
        memo = self.content.remember if isinstance(self.content.remember, Memo) else None
        basis = basis_of(self.library, self.settings, self.outputs)
        knowledge = Knowledge(basis, memo, self.lookout.find, partial(self.offer.prepare, self.library))
        placed = run(self.outputs, self.proofs, Path(self.output_path), self.workers, self.progress, knowledge)
        if memo:
            # The closing line tells of it, and the next one will.
            self.library.left_out  # noqa: B018
            # On the same basis most of what is remembered was not asked for, and is not stale.
            with in_one_go():
                memo.save(with_old=placed.is_on_old_basis)
        return placed

    def _behind(self, report: Report) -> set[str]:
        """The files of texts behind faulty Outputs."""
        outputs = {f"output/{output.path}": output for output in self.outputs}
        faulty = {outputs[problem.path] for problem in report.errors if problem.path in outputs}
        return set().union(*(self.library.files_behind(output.path, carried(output)) for output in faulty))


def carried(output: Output) -> tuple[str, ...]:
    """The ids of what a faulty file carries, as far as they can be told: what it is made of may be the fault."""
    try:
        return output.carries
    except Exception:
        return ()
