"""
Long runs of random edits, made and made shorter by hypothesis: after each edit, what an incremental build leaves must
be what a clean build makes.

    make soak N=1000 SEED=1

Some builds are cut off before; some edits are undone after that. A run that fails is told as the shortest that does,
with the numbers that make the same choices again.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, note, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.build.compared import CUT_OFF, HARMED, Start
from tests.build.edited import Edit, nothing
from tests.build.site_edits import SITE_EDITS
from tests.build.text_edits import TEXT_EDITS

EDITS = (nothing, *TEXT_EDITS, *SITE_EDITS)

TROUBLES = ("",) * 9 + (HARMED,) * 3 + (CUT_OFF,) * 3 + (f"{HARMED}, {CUT_OFF}",)

STEPS = 25
"""In one run of `make soak`."""

MOST_RUNS = 8
"""Chosen by one seed: of more, hypothesis makes most out of pieces of those before."""


@dataclass
class Shortest:
    """How long the shortest run is that failed: of longer ones no more is done, which makes it short in a minute."""

    steps: float = math.inf


class EditedSite(RuleBasedStateMachine):
    """
    What people do to a site, and what disks and kills do to it, between two builds.

    hypothesis begins with a whole run of whatever is simplest, which stands first here and costs nothing. Choices that
    hang on what builds left are made by the seed, and not by hypothesis: it asks for the same ones each time, and a
    build that is killed need not leave the same files.
    """

    def __init__(self, start: Start, shortest: Shortest) -> None:
        super().__init__()
        self._site = start.run()
        self._shortest = shortest
        self._steps = 0

    # With its own two for each step, hypothesis makes five choices: as many as it takes out of a run at once.
    @rule(edit=st.sampled_from(EDITS), trouble=st.sampled_from(TROUBLES), seed=st.integers(0, 1_000_000))
    def step(self, edit: Edit, trouble: str, seed: int) -> None:
        """Somebody edits something; what the last build left may be harmed as well, and the next may be killed."""
        self._steps += 1
        if self._steps > self._shortest.steps:
            return
        try:
            note(f"# {self._site.step(edit, seed, trouble)}")
        except AssertionError:
            self._shortest.steps = self._steps
            raise


def make_runs(start: Start, number: int, runs: int, steps: int) -> None:
    """
    Make as many runs as wanted, all chosen by a number. Where one fails, its error tells the shortest that fails too.
    """
    shortest = Shortest()
    machine = seed(number)(lambda: EditedSite(start, shortest))
    wanted = settings(
        max_examples=runs + 1,  # the simplest is one
        stateful_step_count=steps,
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    run_state_machine_as_test(machine, settings=wanted)


def main(arguments: list[str] | None = None) -> int:
    """Make as many edits as wanted, and say what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="welcome-soak-") as folder:
        start = Start(Path(folder))
        counted = start.counted
        for number in count(options.seed):
            left = options.edits - counted["edits"]
            if left <= 0:
                break
            steps = min(STEPS, left)
            try:
                make_runs(start, number, min(MOST_RUNS, left // steps), steps)
            except Exception:
                print(f"Seed {number}, to be had at once by: make soak SEED={number}", flush=True)
                raise
            told = ", ".join(f"{counted[what]} {what}" for what in ("edits", "built", "refused"))
            print(f"Seed {number}: {told}", flush=True)
    print(f"{counted['edits']} edits without a difference. {dict(sorted(counted.items()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
