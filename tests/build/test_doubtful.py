"""
Where nothing but bodies changed, only the files that carry them are looked at; wherever anything else may have, all are.
"""

import os

import pytest

from plugins.build.basis import Basis
from plugins.build.clearing import MARK
from plugins.build.neighbours import Neighbours, write_journal
from plugins.build.placing import Staging
from tests.make import make_output

ONE, TWO = "7f3k9q2m5x", "8f3k9q2m5x"
OUTPUTS = [
    make_output("one/index.html", b"one", carries=(ONE,)),
    make_output("both/index.html", b"both", carries=(ONE, TWO)),
    make_output("two/index.html", b"two", carries=(TWO,)),
    make_output("none/index.html", b"none"),
]
BEFORE = Basis("a plan", {ONE: "words", TWO: "words"})
PROOFS = frozenset({"a proof"})


def edited(*ids, digest="a plan"):
    return Basis(digest, {own: "other words" if own in ids else "words" for own in (ONE, TWO)})


def doubtful(folder, basis, proofs=PROOFS):
    return [own.path for own in Staging(folder, basis).doubtful(OUTPUTS, proofs)]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "output"
    staging = Staging(folder, BEFORE)
    for output in OUTPUTS:
        staging.add(output, output.make_bytes(), PROOFS)
    staging.place()
    return folder


@pytest.mark.parametrize(
    ("ids", "paths"),
    [
        ((), []),
        ((ONE,), ["one/index.html", "both/index.html"]),
        ((TWO,), ["both/index.html", "two/index.html"]),
        ((ONE, TWO), ["one/index.html", "both/index.html", "two/index.html"]),
    ],
)
def test_only_files_that_carry_a_changed_text_are_in_doubt(folder, ids, paths):
    assert paths == doubtful(folder, edited(*ids))


def spoil(folder):
    """The folder is known to be ours all the same."""
    (folder / MARK).touch()
    Neighbours(folder).manifest.write_bytes(b"spoilt")


def lose(folder):
    (folder / "two/index.html").unlink()


def add(folder):
    (folder / "foreign.html").write_bytes(b"")


def touch(folder):
    os.utime(folder / "none/index.html", (1, 1))


def cut_off(folder):
    write_journal(Neighbours(folder).journal, ["two/index.html"])


@pytest.mark.parametrize("harm", [lose, add, touch, cut_off, spoil])
def test_all_are_in_doubt_where_the_site_may_not_stand_as_it_was_left(folder, harm):
    harm(folder)

    assert [own.path for own in OUTPUTS] == doubtful(folder, edited(ONE))


def test_all_are_in_doubt_where_more_has_changed_than_bodies(folder):
    assert [own.path for own in OUTPUTS] == doubtful(folder, edited(digest="another plan"))


@pytest.mark.parametrize("proofs", [frozenset(), {"another"}, PROOFS | {"another"}])
def test_all_are_in_doubt_where_the_proofs_are_others(folder, proofs):
    assert [own.path for own in OUTPUTS] == doubtful(folder, edited(ONE), frozenset(proofs))


def test_what_is_made_anew_and_all_that_was_left_is_told_for_the_next_build(folder):
    staging = Staging(folder, edited(ONE))
    new = make_output("one/index.html", b"other", carries=(ONE,))
    for output in staging.doubtful(OUTPUTS, PROOFS):
        if output.path == new.path:
            staging.add(new, b"other", PROOFS)
        else:
            assert staging.keep(output, PROOFS)
    placed = staging.place()

    assert (1, 3, 0) == (placed.written, placed.unchanged, placed.removed)
    assert b"other" == (folder / "one/index.html").read_bytes()
    assert [] == [own.path for own in Staging(folder, edited(ONE)).doubtful(OUTPUTS, PROOFS)]
