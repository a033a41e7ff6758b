"""
Whatever is edited, lost or spoilt: the next build leaves what a clean build would have made, byte for byte.
"""

import pytest

from tests.build.edits import EDITS, Run

STEPS = 12
"""For each seed; `make soak` runs as many as wanted."""


@pytest.mark.parametrize("seed", [1, 2])
def test_an_incremental_build_is_a_clean_one(tmp_path, seed):
    (tmp_path / "site").mkdir()
    own = Run(tmp_path / "site", seed)

    for _ in range(STEPS):
        own.step()

    assert own.counted["built"] > STEPS / 2
    assert len(EDITS) > STEPS
