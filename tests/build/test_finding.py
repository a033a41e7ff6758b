"""
What stands in a folder is looked for ahead, and never believed when another build may have changed it since.
"""

import os

import pytest

from plugins.build.basis import Basis
from plugins.build.finding import Lookout, find_all
from plugins.build.neighbours import Neighbours, write_journal
from plugins.build.running import Knowledge, run
from plugins.build.scanning import Ahead, find_files
from plugins.outputs import verbatim
from tests.make import make_files


@pytest.mark.parametrize("workers", [1, 2])
def test_what_stands_in_a_folder_is_told_with_its_looks(tmp_path, workers):
    folder = tmp_path / "output"
    make_files(folder, {"a/b.html": "words", "c": ""})
    (folder / "d/e").mkdir(parents=True)
    found = Lookout(folder, workers).find(folder)

    assert find_all(folder) == found
    assert ({"a/b.html", "c"}, ["d/e"]) == (set(found.files), found.empty)
    assert (5, os.stat(folder / "a/b.html").st_mtime_ns) == found.files["a/b.html"]


@pytest.mark.parametrize("workers", [1, 2])
def test_where_there_is_no_folder_that_is_what_was_left(tmp_path, workers):
    assert None is Lookout(tmp_path / "output", workers).find(tmp_path / "output")
    assert ({}, []) == find_all(tmp_path / "output")


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_told_of_a_folder_that_is_as_it_was_left(tmp_path, workers):
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a/b", b"1")], [], folder)
    assert None is Lookout(folder, workers).find(folder)

    (folder / "a/empty").mkdir()
    assert ["a/empty"] == Lookout(folder, workers).find(folder).empty
    (folder / "a/empty").rmdir()
    (folder / "a/b").write_bytes(b"22")
    assert {".nojekyll", "a/b"} == set(Lookout(folder, workers).find(folder).files)


def test_what_another_build_did_meanwhile_is_seen(tmp_path):
    """
    Else a file of its would stay that this build knows nothing of, and may be words that were taken back.
    """
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a", b"1")], [], folder)
    lookout = Lookout(folder, 2)
    assert None is lookout.find(folder)
    run([verbatim(".nojekyll", b""), verbatim("a", b"1"), verbatim("b", b"2")], [], folder)
    placed = run([verbatim(".nojekyll", b""), verbatim("a", b"1")], [], folder, knowledge=Knowledge(find=lookout.find))

    assert (1, {".nojekyll", "a"}) == (placed.removed, set(find_all(folder).files))


def test_what_a_build_left_that_was_cut_off_meanwhile_is_seen(tmp_path):
    folder = tmp_path / "output"
    run([verbatim(".nojekyll", b""), verbatim("a", b"1")], [], folder, knowledge=Knowledge(Basis("x")))
    lookout = Lookout(folder, 2)
    write_journal(Neighbours(folder).journal, {"a", "b"})
    make_files(folder, {"a": "half", "b": "half"})
    run(
        [verbatim(".nojekyll", b""), verbatim("a", b"1")],
        [],
        folder,
        knowledge=Knowledge(Basis("x"), find=lookout.find),
    )

    assert b"1" == (folder / "a").read_bytes()
    assert {".nojekyll", "a"} == set(find_all(folder).files)


def test_another_folder_is_looked_at_itself(tmp_path):
    make_files(tmp_path / "other", {"a": "words"})

    assert {"a"} == set(Lookout(tmp_path / "output", 2).find(tmp_path / "other").files)


@pytest.mark.parametrize("workers", [1, 2])
def test_texts_are_looked_for_ahead_and_by_whoever_asks_again_anew(tmp_path, workers):
    make_files(tmp_path, {"stories/b.md": "", "stories/a.md": "", "stories/x.MD": ""})
    ahead = Ahead(tmp_path, "content", workers)
    first = ahead.find(tmp_path, "content")
    make_files(tmp_path, {"stories/c.md": ""})

    assert (["stories/a.md", "stories/b.md"], 1) == (list(first[0]), len(first[1]))
    assert find_files(tmp_path, "content") == ahead.find(tmp_path, "content")
    assert ["stories/a.md", "stories/b.md", "stories/c.md"] == list(ahead.find(tmp_path, "content")[0])


def test_texts_of_another_folder_are_looked_for_there(tmp_path):
    make_files(tmp_path, {"one/stories/a.md": "", "two/stories/b.md": ""})

    ahead = Ahead(tmp_path / "one", "content", 2)

    assert ["stories/b.md"] == list(ahead.find(tmp_path / "two", "content")[0])
    assert ["stories/a.md"] == list(ahead.find(tmp_path / "one", "content")[0])
