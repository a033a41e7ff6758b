"""
Finished files are put in place so that a crash at any moment can be mended, and nothing unwanted stays.
"""

import errno
import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from plugins.build import placing
from plugins.build.clearing import MARK
from plugins.build.finding import find_all
from plugins.build.manifest import read_manifest
from plugins.build.neighbours import Neighbours
from plugins.build.placing import Placed, Staging, check_path
from plugins.problems import SettingsError
from tests.make import make_files, make_output, read_files

SITE = {
    MARK: b"",
    "index.html": b"home",
    "stories/a/index.html": b"a",
    "stories/b/index.html": b"b",
    "theme/site.css": b"css",
}


def stage(folder, files, carries=None):
    staging = Staging(folder)
    for path, content in files.items():
        staging.add(make_output(path, content, carries=(carries or {}).get(path, ())), content)
    return staging


def build(folder, files=SITE, carries=None):
    return stage(folder, files, carries).place()


def state(folder):
    """For each file what tells whether it was touched."""
    return {
        path: (os.lstat(folder / path).st_ino, os.lstat(folder / path).st_mtime_ns) for path in find_all(folder).files
    }


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output"


@pytest.fixture
def built(folder):
    build(folder)
    return folder


def assert_in_order(folder, files=SITE):
    """The folder holds the files and nothing else; the manifest tells of all; nothing is left beside."""
    beside = Neighbours(folder)
    assert files == read_files(folder)
    assert set(files) == set(read_manifest(beside.manifest).entries)
    assert not beside.journal.exists() and not beside.staging.exists()
    for path, entry in read_manifest(beside.manifest).entries.items():
        found = os.lstat(folder / path)
        assert (entry.size, entry.mtime) == (found.st_size, found.st_mtime_ns)


def test_a_first_build_fills_the_folder(folder):
    assert Placed(written=5, unchanged=0, removed=0) == build(folder)
    assert_in_order(folder)


def test_a_first_build_puts_the_whole_folder_in_place_in_one_step(folder, monkeypatch):
    """
    Nobody ever sees a part of a site where there was none, and a thousand folders need not be made anew.
    """
    monkeypatch.setattr(placing.Staging, "_move_each", lambda *_given: pytest.fail("file by file"))
    build(folder)

    assert_in_order(folder)


@pytest.mark.parametrize("there", ["an empty folder", "a link to one", "a history"])
def test_a_folder_that_was_there_stays_the_same_folder(folder, tmp_path, there):
    """
    It may be a mounted disk, or have permissions or a history of its own.
    """
    own = tmp_path / "real" if there == "a link to one" else folder
    own.mkdir(mode=0o750)
    if own != folder:
        folder.symlink_to("real")
    if there == "a history":
        make_files(own, {".git/HEAD": "ref"})
    before = own.stat()
    build(folder)

    assert (before.st_ino, before.st_mode) == (own.stat().st_ino, own.stat().st_mode)
    assert own == folder.resolve()
    assert SITE == {path: content for path, content in read_files(folder).items() if not path.startswith(".git")}


def test_a_folder_that_somebody_made_meanwhile_is_filled_file_by_file(folder):
    staging = stage(folder, SITE)
    make_files(folder, {"notes/mine.txt": "x"})

    assert 5 == staging.place().written
    assert SITE | {"notes/mine.txt": b"x"} == read_files(folder)
    assert not Neighbours(folder).staging.exists()


def test_where_the_folder_cannot_be_renamed_files_are_put_in_place_one_by_one(folder, monkeypatch):
    def refuse(*_given):
        raise OSError(errno.EXDEV, "another file system")

    monkeypatch.setattr(os, "rename", refuse)
    build(folder)

    assert_in_order(folder)


def test_nothing_is_touched_before_all_is_ready(built):
    before = read_files(built), state(built)
    staging = stage(built, {MARK: b"", "index.html": b"new", "more/index.html": b"more"})

    assert before == (read_files(built), state(built))
    staging.discard()
    assert before == (read_files(built), state(built))
    assert_in_order(built)


def test_what_did_not_change_is_not_touched(built):
    """
    Same file, same time: whoever copies the folder copies only what is new.
    """
    before = state(built)

    assert Placed(written=0, unchanged=5, removed=0) == build(built)
    assert before == state(built)


def test_only_what_changed_is_written(built):
    before = state(built)

    assert Placed(written=1, unchanged=4, removed=0) == build(built, SITE | {"stories/a/index.html": b"A"})
    after = state(built)
    assert {"stories/a/index.html"} == {path for path in SITE if before[path] != after[path]}
    assert_in_order(built, SITE | {"stories/a/index.html": b"A"})


def test_what_is_no_longer_wanted_is_removed_with_its_folder(built):
    files = {path: content for path, content in SITE.items() if "stories" not in path}

    assert Placed(written=0, unchanged=3, removed=2) == build(built, files)
    assert_in_order(built, files)
    assert not (built / "stories").exists()


def test_a_file_that_no_build_has_made_is_removed(built):
    make_files(built, {"stories/a/notes.txt": "x", ".hidden": "x", "deep/er/x": "x"})

    assert 3 == build(built).removed
    assert_in_order(built)


def at_the_same_time(path, content):
    """Write a file and hide when that was."""
    before = path.stat().st_mtime_ns
    path.write_bytes(content)
    os.utime(path, ns=(before, before))


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b"x"),
        lambda path: path.write_bytes(b"longer than it was"),
        lambda path: at_the_same_time(path, b"longer than it was"),
        lambda path: path.unlink(),
        lambda path: os.utime(path, ns=(1, 1)),
        lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), make_files(path, {"x/y": "z"})),
    ],
    ids=["changed", "longer", "longer at the same time", "gone", "another time", "a link", "a folder", "a full folder"],
)
def test_a_file_that_is_not_what_the_manifest_says_is_made_again(built, harm):
    harm(built / "stories/a/index.html")

    assert 1 == build(built).written
    assert_in_order(built)


def test_a_folder_of_somebody_is_refused(folder):
    make_files(folder, {"thesis.txt": "years of work"})

    with pytest.raises(SettingsError, match=r"holds 'thesis\.txt', which no build has put there"):
        Staging(folder)
    assert {"thesis.txt": b"years of work"} == read_files(folder)


def test_a_file_in_the_place_of_the_folder_is_refused(folder):
    folder.write_bytes(b"x")

    with pytest.raises(SettingsError, match="is a file"):
        Staging(folder)
    assert b"x" == folder.read_bytes()


@pytest.mark.parametrize("files", [{}, {".git/HEAD": "ref"}, {MARK: ""}, {MARK: "", "old.html": "x"}])
def test_an_empty_folder_a_clone_and_an_older_site_are_taken(folder, files):
    make_files(folder, files)
    build(folder)

    assert SITE == {path: content for path, content in read_files(folder).items() if not path.startswith(".git")}


def test_the_history_of_the_folder_is_kept(built):
    make_files(built, {".git/HEAD": "ref: x", ".git/objects/ab/cd": "blob"})
    (built / ".git/refs/heads").mkdir(parents=True)
    build(built, {MARK: b"", "index.html": b"new"})

    assert {".git/HEAD": b"ref: x", ".git/objects/ab/cd": b"blob"} == {
        path: content for path, content in read_files(built).items() if path.startswith(".git/")
    }
    assert (built / ".git/refs/heads").is_dir()


def test_a_worktree_keeps_its_file_that_says_so(built):
    (built / ".git").write_text("gitdir: elsewhere")
    build(built)

    assert b"gitdir: elsewhere" == (built / ".git").read_bytes()


def test_what_lies_behind_a_link_is_not_ours(built, tmp_path):
    """
    The link goes, what it led to stays, and nothing is written through it.
    """
    elsewhere = make_files(tmp_path / "elsewhere", {"precious.txt": "x", "index.html": "theirs"})
    (built / "link").symlink_to(elsewhere)
    (built / "file-link").symlink_to(elsewhere / "precious.txt")
    (built / "broken").symlink_to("nowhere")
    build(built)

    assert_in_order(built)
    assert {"precious.txt": b"x", "index.html": b"theirs"} == read_files(elsewhere)


def test_a_link_in_the_place_of_a_folder_is_not_written_through(built, tmp_path):
    elsewhere = make_files(tmp_path / "elsewhere", {"index.html": "theirs"})
    (built / "stories/a/index.html").unlink()
    (built / "stories/a").rmdir()
    (built / "stories/a").symlink_to(elsewhere)
    build(built)

    assert_in_order(built)
    assert {"index.html": b"theirs"} == read_files(elsewhere)


def test_a_folder_that_was_moved_away_and_linked_back_is_made_again(built, tmp_path):
    (built / "stories").rename(tmp_path / "moved")
    (built / "stories").symlink_to(tmp_path / "moved")
    build(built)

    assert_in_order(built)
    assert {"a/index.html": b"a", "b/index.html": b"b"} == read_files(tmp_path / "moved")


def test_the_folder_itself_may_be_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "output").symlink_to("real")
    build(tmp_path / "output")

    assert_in_order(tmp_path / "output")
    assert SITE == read_files(tmp_path / "real")


def test_a_file_may_stand_where_a_folder_was_and_a_folder_where_a_file_was(built):
    files = {
        MARK: b"",
        "stories": b"now a file",
        "index.html/index.html": b"now a folder",
        "theme/site.css/x": b"deeper",
    }
    build(built, files)
    assert_in_order(built, files)

    build(built)
    assert_in_order(built)


def test_an_empty_folder_does_not_stand_in_the_way(built):
    (built / "new").mkdir()
    (built / "left/over").mkdir(parents=True)
    build(built, SITE | {"new": b"a file"})

    assert_in_order(built, SITE | {"new": b"a file"})
    assert not (built / "left").exists()


CARRIED = {
    "stories/a/index.html": ("a",),
    "stories/b/index.html": ("b",),
    "index.html": ("a", "b"),
    "theme/site.css": (),
}


def test_what_withdraws_something_comes_first(folder, monkeypatch):
    """
    First files go, then come those that carry less than before, then the rest; the manifest last.
    """
    build(folder, SITE, CARRIED)
    steps = []
    unlink, replace, remember = Path.unlink, os.replace, placing.write_manifest
    monkeypatch.setattr(
        Path, "unlink", lambda path, missing_ok=False: (steps.append(f"- {path.name}"), unlink(path, missing_ok))[1]
    )
    monkeypatch.setattr(
        os, "replace", lambda path, to: (steps.append(f"+ {Path(to).relative_to(folder.parent)}"), replace(path, to))[1]
    )
    monkeypatch.setattr(placing, "write_manifest", lambda *given: (steps.append("manifest"), remember(*given))[1])
    files = {
        MARK: b"",
        "a-new.html": b"new",
        "index.html": b"home without a",
        "stories/b/index.html": b"B",
        "theme/site.css": b"CSS",
    }
    build(folder, files, {"index.html": ("b",), "stories/b/index.html": ("b", "c")})

    assert [
        "+ .output.journal.json", "- index.html", "+ output/index.html", "+ output/a-new.html", "+ output/stories/b/index.html",
        "+ output/theme/site.css", "manifest", "+ .output.manifest", "- .output.journal.json",
    ] == steps  # fmt: skip
    assert_in_order(folder, files)


class PowerCut(Exception):
    """Stands for the end of the process."""


def cut_at(step, wrapped):
    """A function of the file system that works so many times and then no more."""

    def work(*given, **named):
        if next(step) <= 0:
            raise PowerCut
        return wrapped(*given, **named)

    return work


def test_a_crash_at_any_moment_leaves_each_file_old_or_new_and_the_next_build_mends_it(tmp_path, monkeypatch):
    """
    The power is cut before the first file is removed or renamed, before the second, and so on to the last.
    """
    old = SITE | {"gone/index.html": b"to be withdrawn"}
    new = SITE | {"index.html": b"HOME", "stories/b/index.html": b"B", "new/index.html": b"new"}
    for steps in count():
        folder = tmp_path / str(steps) / "output"
        build(folder, old)
        with monkeypatch.context() as patched:
            left = count(steps, -1)
            patched.setattr(os, "replace", cut_at(left, os.replace))
            patched.setattr(Path, "unlink", cut_at(left, Path.unlink))
            try:
                build(folder, new)
            except PowerCut:
                went_through = False
            else:
                went_through = True
        for path, content in read_files(folder).items():
            assert content in (old.get(path), new.get(path))
        if not went_through:
            build(folder, new)
        assert_in_order(folder, new)
        if went_through:
            break
    assert 6 < steps


def test_a_crash_of_a_first_build_leaves_no_site_or_the_whole_and_the_next_build_mends_it(tmp_path, monkeypatch):
    """
    Also beside the manifest of a site that somebody has removed, which tells of other files by the same names.
    """
    for steps in count():
        folder = tmp_path / str(steps) / "output"
        build(folder, SITE | {"index.html": b"HOME"})
        shutil.rmtree(folder)
        with monkeypatch.context() as patched:
            left = count(steps, -1)
            for owner, name in ((os, "replace"), (os, "rename"), (Path, "unlink")):
                patched.setattr(owner, name, cut_at(left, getattr(owner, name)))
            try:
                build(folder)
            except PowerCut:
                went_through = False
            else:
                went_through = True
        assert read_files(folder) in ({}, SITE)
        if went_through:
            break
        assert Neighbours(folder).journal.exists() or not folder.exists()
        assert 5 == build(folder).written
        assert_in_order(folder)
    assert 3 < steps


def test_a_journal_that_was_left_behind_makes_its_files_again(built):
    """
    Whatever the manifest says of them, and whatever they hold.
    """
    Neighbours(built).journal.write_text('["stories/a/index.html"]')
    before = state(built)

    assert Placed(written=1, unchanged=4, removed=0) == build(built)
    assert {"stories/a/index.html"} == {path for path in SITE if before[path] != state(built)[path]}
    assert_in_order(built)


@pytest.mark.parametrize("broken", ["", "{", "3"])
def test_a_journal_that_cannot_be_read_makes_every_file_again(built, broken):
    Neighbours(built).journal.write_text(broken)

    assert 5 == build(built).written
    assert_in_order(built)


def test_without_a_manifest_every_file_is_made_again(built):
    Neighbours(built).manifest.unlink()

    assert 5 == build(built).written
    assert_in_order(built)


def test_what_an_earlier_build_has_staged_is_thrown_away(built):
    make_files(Neighbours(built).staging, {"0": "old", "7": "old"})
    build(built, SITE | {"index.html": b"new"})

    assert_in_order(built, SITE | {"index.html": b"new"})


def test_the_manifest_says_what_each_file_carries_and_where_it_goes(folder):
    build(folder, SITE, CARRIED)
    entries = read_manifest(Neighbours(folder).manifest).entries

    assert ("a", "b") == entries["index.html"].carries
    assert {"site"} == {entry.channel for entry in entries.values()}


def test_the_manifest_tells_the_key_of_each_output_and_the_software(folder, monkeypatch):
    def key():
        build(folder)
        manifest = read_manifest(Neighbours(folder).manifest)
        return manifest.entries["index.html"].key, manifest.software

    before = key()
    assert before == key()
    monkeypatch.setattr(placing, "software_digest", lambda: "another version")
    assert before != key()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", True),
        ("stories/a/index.html", True),
        (".nojekyll", True),
        ("theme/fonts/a b.woff2", True),
        ("stories/.git/x", True),
        ("قصة/index.html", True),
        ("", False),
        (".", False),
        ("..", False),
        ("/", False),
        ("/index.html", False),
        ("../index.html", False),
        ("stories/../../x", False),
        ("stories/../x", False),
        ("./index.html", False),
        ("stories//x", False),
        ("stories/", False),
        (".git", False),
        (".git/hooks/post-checkout", False),
        ("a\\b", False),
        ("C:/x", False),
        ("a:b", False),
        ("a*", False),
        ("a?b", False),
        ('a"b', False),
        ("a<b", False),
        ("a>b", False),
        ("a|b", False),
        ("a\0b", False),
        ("a\nb", False),
    ],
)
def test_a_path_stays_in_the_folder_and_means_the_same_everywhere(path, expected):
    assert expected == check_path(path)
