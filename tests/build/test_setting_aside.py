"""
Whether something has to leave the site is never answered with no where nobody knows what stands on it.
"""

import shutil
from datetime import date

import pytest

from plugins.build.neighbours import Neighbours, write_journal
from plugins.build.running import run
from plugins.build.setting_aside import must_go
from plugins.outputs import verbatim
from tests.make import make_consent, make_output, make_testimony

DAY = date(2026, 10, 3)
"""The day after that of the withdrawal."""

HER = make_testimony()


@pytest.fixture
def output(tmp_path):
    """A site with a page of another text."""
    run([verbatim(".nojekyll", b""), make_output("a", carries=("another",))], (), tmp_path / "output")
    return tmp_path / "output"


def has_to_leave(output, today=DAY):
    return must_go([make_consent(HER, status="withdrawn")], today, output)


def test_a_manifest_that_knows_all_tells(output):
    assert not has_to_leave(output)
    run([verbatim(".nojekyll", b""), make_output("a", carries=(HER.id,))], (), output)
    assert has_to_leave(output)


@pytest.mark.parametrize(
    "happen",
    [
        lambda beside: beside.manifest.unlink(),
        lambda beside: beside.manifest.write_bytes(beside.manifest.read_bytes()[:-9]),
        lambda beside: beside.manifest.write_text("{}"),
        lambda beside: write_journal(beside.journal, ["a"]),
        lambda beside: beside.journal.write_text("[cut o"),
        lambda beside: shutil.rmtree(beside.output),
        lambda beside: (beside.output / "a").write_text("of another day"),
        lambda beside: (beside.output / "b").write_text("of another branch"),
    ],
)
def test_where_it_does_not_know_all_words_that_left_within_days_may_stand_there(output, happen):
    """
    As after a build that was cut off, or where an older manifest was brought back.
    """
    happen(Neighbours(output))

    assert has_to_leave(output)
    assert not has_to_leave(output, date(2027, 10, 3))
