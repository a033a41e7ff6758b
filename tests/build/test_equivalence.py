"""
Whatever is edited, lost, spoilt or cut off: the next build leaves what a clean build would have made, byte for byte.
"""

import random

from tests.build.soak import Run

SEED, STEPS = 5, 8
"""Where all choices come from, and how many edits are made; `make soak` makes as many as wanted, from any seed."""


def test_an_incremental_build_is_a_clean_one(tmp_path):
    (tmp_path / "site").mkdir()
    own = Run(tmp_path / "site", random.Random(SEED))

    for _ in range(STEPS):
        own.any_step()

    assert own.counted["built"] > STEPS / 2
