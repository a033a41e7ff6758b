"""
Whatever ends a build, at whichever write: each file of the site is the old one or the new one, the next build mends the
rest, and what was taken back never comes back.
"""

import os
import resource
import signal
import sys
import tempfile

import pytest

from plugins.build.neighbours import Neighbours
from tests.build.children import build, counting, cutting_off, filling_up, locking_up, make_site, start, wait
from tests.build.edited import Edited
from tests.build.harms import WHAT, copy_all
from tests.make import read_files

HERS = (b"Person K.", b"quiet-harbour", b"harbour")
"""The name, the address and a word of the testimony that is taken back."""


class Site:
    """A built small site, and its content once somebody has taken her words back."""

    def __init__(self, folder):
        self.folder, self.output = folder, folder / "output"
        folder.mkdir()
        make_site(folder)
        assert 0 == build(folder).status
        self.old = read_files(self.output)
        copy_all(folder, folder / "old", [*WHAT, "content"])
        self.withdraw()
        copy_all(folder, folder / "new", ["content"])
        self.new = self.clean()
        self.writes = self.count()

    def withdraw(self):
        """Her text is gone, and every mention of it."""
        edited = Edited(self.folder, None)
        (self.folder / "content/testimonies/quiet-harbour.md").unlink()
        (self.folder / "content/consents/c-bharb1.words.json").unlink()
        edited.change("content/consents/c-bharb1.yml", r"^status: live$", "status: withdrawn")
        edited.change("content/consents/c-bharb1.yml", r"^public_name: .*$", "public_name: Somebody")
        for name in ("counting-cups", "seeking-safety"):
            edited.change(f"content/explainers/{name}.md", r"^voice: .*\n", "")

    def begin(self):
        """What stands is the old site, and the next build is to take her words from it."""
        for path in (self.folder / name for name in (".output.journal.json", ".output.lock")):
            path.unlink(missing_ok=True)
        copy_all(self.folder / "old", self.folder, WHAT)
        copy_all(self.folder / "new", self.folder, ["content"])

    def clean(self):
        output = self.folder / "clean" / "output"
        assert 0 == build(self.folder, into=output).status
        return read_files(output)

    def count(self):
        """How often the build that takes her words away changes something on the disk."""
        file = self.folder / "writes"
        build(self.folder, meddle=counting(self.folder, file))
        return file.stat().st_size

    def is_old_or_new(self):
        """Whether each file of the site is wholly the old or the new one."""
        found = read_files(self.output)
        paths = self.old.keys() | self.new.keys() | found.keys()
        return all(found.get(path) in (self.old.get(path), self.new.get(path)) for path in paths)

    def mends(self):
        """Whether the next build makes the whole new site, and leaves nothing besides."""
        ended = build(self.folder)
        beside = Neighbours(self.output)
        left = [path for path in (beside.journal, beside.staging, beside.lock) if path.exists()]
        return (0, self.new, []) == (ended.status, read_files(self.output), left)


@pytest.fixture(scope="module")
def only_site(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("crashes") / "site")


@pytest.fixture
def site(only_site):
    only_site.begin()
    return only_site


def carrying(files):
    return sorted(path for path, content in files.items() if any(word in content for word in HERS))


def test_the_words_that_are_taken_back_stood_on_the_site(site):
    assert 10 < len(carrying(site.old))
    assert [] == carrying(site.new)
    assert 60 < site.writes


@pytest.mark.parametrize("share", [0.08, 0.3, 0.51, 0.7, 0.955])
def test_a_build_that_is_killed_leaves_old_or_new_files_and_the_next_mends_all(site, share):
    """
    While it keeps what it read, makes files, writes the journal, removes, puts in place, writes the manifest and ends.
    """
    ended = build(site.folder, meddle=cutting_off(site.folder, round(share * site.writes)))

    assert -signal.SIGKILL == ended.status
    assert site.is_old_or_new()
    assert site.mends()


@pytest.mark.parametrize("share", [0.56, 0.85])
def test_a_build_that_was_killed_is_mended_as_well_when_the_edit_is_undone(site, share):
    build(site.folder, meddle=cutting_off(site.folder, round(share * site.writes)))
    copy_all(site.folder / "old", site.folder, ["content"])

    assert 0 == build(site.folder).status
    assert site.old == read_files(site.output)


def test_what_was_taken_back_stays_away_when_older_remains_of_builds_come_back(site):
    """
    The state, the manifest, and the whole site of the days before, as from a backup or another machine.
    """
    for names in ([".cache"], [".output.manifest"], [*WHAT]):
        copy_all(site.folder / "old", site.folder, names)
        assert site.mends()


@pytest.mark.parametrize(("share", "workers"), [(0.1, 1), (0.3, 2), (0.5, 1)])
def test_where_the_disk_is_full_a_build_says_so_and_the_next_mends_all(site, share, workers):
    at = round(share * site.writes) if workers == 1 else 14
    ended = build(site.folder, workers=workers, meddle=filling_up(site.folder, at))

    if share > 0.1:  # what was read need not be kept
        last = ended.told.splitlines()[-1]
        assert 1 == ended.status
        assert "No space left on device. Mend this and build again" in last and str(site.folder) in last
    assert "Traceback" not in ended.told
    assert not Neighbours(site.output).staging.exists()
    assert site.is_old_or_new()
    assert site.mends()


def test_where_files_may_not_be_so_large_a_build_says_so(site):
    """
    The system itself cuts a file off while it is written.
    """

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, resource.RLIM_INFINITY))

    ended = build(site.folder, workers=2, meddle=limit)

    assert 1 == ended.status
    assert ended.told.splitlines()[-1].endswith("next build makes whatever is missing.")
    assert "Traceback" not in ended.told
    assert site.old == read_files(site.output)
    assert site.mends()


@pytest.mark.parametrize("at", [1, 9])
def test_where_the_site_cannot_be_written_to_a_build_says_so(site, at):
    ended = build(site.folder, meddle=locking_up(site.output, at))

    assert 1 == ended.status
    assert "Permission denied. Mend this and build again" in ended.told.splitlines()[-1]
    assert site.is_old_or_new()
    assert site.mends()


def test_where_nothing_can_be_kept_the_site_is_built_all_the_same(site):
    assert 0 == build(site.folder, meddle=locking_up(site.folder / ".cache")).status
    assert site.new == read_files(site.output)
    assert site.mends()


def in_workers(strike):
    """Does something in each process beside that of a build, once it is about to write a file of the site."""

    def meddle():
        first = os.getpid()

        def hear(event, arguments):
            if event == "open" and os.getpid() != first and ".output.staging" in str(arguments[0]):
                strike(first)

        sys.addaudithook(hear)

    return meddle


def test_a_worker_that_is_killed_stops_the_build_and_nothing_is_published(site):
    Neighbours(site.output).manifest.unlink()
    ended = build(site.folder, workers=3, meddle=in_workers(lambda _first: os.kill(os.getpid(), signal.SIGKILL)))

    assert 1 == ended.status
    assert "a worker was ended from outside" in ended.told.splitlines()[-1]
    assert site.old == read_files(site.output)
    assert not Neighbours(site.output).staging.exists()
    assert site.mends()


def test_the_workers_of_a_build_that_is_killed_end_by_themselves_and_the_next_waits_for_them(site):
    """
    Until then they might still write where the next build writes.
    """
    ends, held_by_all = os.pipe()

    def kill(first):
        if os.getppid() == first:
            os.kill(first, signal.SIGKILL)

    Neighbours(site.output).manifest.unlink()
    ended = build(site.folder, workers=3, meddle=in_workers(kill))
    os.close(held_by_all)

    assert -signal.SIGKILL == ended.status
    assert site.old == read_files(site.output)
    assert site.mends()
    assert b"" == os.read(ends, 1)
    os.close(ends)


def test_a_second_build_is_told_of_the_first_and_changes_nothing(site):
    """
    While the first is about to put its files in place.
    """
    (there, here), (wait_here, go_on) = os.pipe(), os.pipe()

    def pause():
        def hear(event, arguments):
            if event == "open" and str(arguments[0]).endswith(".output.journal.json.new"):
                os.write(here, b".")
                os.read(wait_here, 1)

        sys.addaudithook(hear)

    with tempfile.TemporaryFile("w+") as told:
        first = start(site.folder, told, None, 2, pause)
        os.read(there, 1)
        second = build(site.folder, workers=2)
        meanwhile = read_files(site.output)
        os.write(go_on, b".")
        ended = wait(first, told)
    for file in (there, here, wait_here, go_on):
        os.close(file)

    assert 1 == second.status
    assert f"another build is writing output/ at this moment (process {first})" in second.told.splitlines()[-1]
    assert site.old == meanwhile
    assert 0 == ended.status
    assert site.new == read_files(site.output)
