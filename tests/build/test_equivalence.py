"""
Whatever is edited, lost, spoilt or cut off: the next build leaves what a clean build would have made, byte for byte.
"""

import subprocess
import sys

from tests.make import ROOT

EDITS, SEED = 12, 3
"""How much is done, and what chooses it; `make soak` does as much as wanted, from any seed."""


def test_an_incremental_build_is_a_clean_one():
    """
    hypothesis tries numbers that it finds in the modules at hand: a process of its own has the same ones in every run.
    """
    command = [sys.executable, "-m", "tests.build.soak", "--edits", str(EDITS), "--seed", str(SEED)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == run.returncode, run.stdout + run.stderr
    assert f"{EDITS} edits without a difference" in run.stdout
