"""
The LibraryGenerator: the one place where the library meets Pelican.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from plugins.build.gate import open_library
from plugins.build.project import content_of
from plugins.build.running import collect, run
from plugins.build.telling import closing_line, tell_warnings
from plugins.outputs import Offer, offering


class LibraryGenerator(Generator):
    """
    Replaces Pelican's generators: reads all texts, then makes and places every Output.
    """

    def generate_context(self) -> None:
        """Read and check everything; ContentError, with nothing written, where a text is wrong."""
        self.started = time.perf_counter()
        offer = Offer(self.settings)
        offering.send(self.settings, offer=offer)
        self.library, report = open_library(content_of(self.settings))
        tell_warnings(report)
        self.outputs = collect(self.library, offer)
        paths = frozenset(output.path for output in self.outputs)
        self.proofs = [make(self.library, paths) for make in offer.proofs]

    def generate_output(self, writer: Any) -> None:
        """Make every file, check it, and put all of them in place. Pelican's own writer is not used."""
        placed = run(self.outputs, self.proofs, Path(self.output_path))
        seconds = time.perf_counter() - self.started
        print(closing_line(self.library, len(self.outputs), placed, seconds, self.output_path))
