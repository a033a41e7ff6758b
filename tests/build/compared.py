"""
A site that is edited and built again and again: whatever an incremental build leaves must be what a clean build makes.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from plugins.build.manifest import Entry, hash_bytes, read_manifest
from plugins.build.neighbours import Neighbours
from plugins.outputs import fingerprint
from tests.build.children import Ended, build, cutting_off, make_site
from tests.build.edited import Edit, Edited, nothing
from tests.build.harms import HARMS
from tests.make import read_files

EDITED = ("content", "theme", "smallconf.py")
"""What people edit."""

HARMED, CUT_OFF = "harmed", "cut off"
"""What happens besides an edit: to what the last build left, and to the next one."""

WRITES = (4, 12, 60, 600)
"""Up to which of its writes a build may live: while it reads, makes, or puts in place."""

MOST_REMEMBERED = 200
"""Clean builds of which the hashes are kept: those of one run, however often it is made shorter."""


@dataclass(frozen=True)
class Built:
    """What a build left: how it ended, all files by their hashes, and what the manifest says of each, without its time."""

    ended: Ended
    files: dict[str, str]
    entries: dict[str, Entry]

    @property
    def is_taken(self) -> bool:
        """Whether nothing was refused or set aside: then it hangs on what people edit, and on nothing that stands."""
        return self.ended.status == 0 and "ATTENTION" not in self.ended.told


class Start:
    """
    A built site, from which every run begins, with what runs remember of clean builds and count together.
    """

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.counted: Counter[str] = Counter()
        self._clean: dict[str, Built] = {}
        self.site.mkdir()
        make_site(self.site)
        run = Run(self)
        for _ in range(2):
            run.compare()
        self.counted.clear()
        shutil.copytree(self.site, folder / "first")

    def run(self) -> Run:
        """A run that begins here, whatever the last one left."""
        shutil.rmtree(self.site)
        shutil.copytree(self.site.parent / "first", self.site)
        return Run(self)

    def project(self) -> dict[Path, bytes]:
        """All that people edit."""
        files = (path for name in EDITED for path in ((self.site / name).rglob("*"), [self.site / name]))
        return {path: path.read_bytes() for own in files for path in own if path.is_file()}

    def clean(self) -> Built:
        """What a build makes that knows of no other: made once for the same site."""
        parts = (part for path, content in sorted(self.project().items()) for part in (str(path), content))
        digest = fingerprint(*parts)
        if digest in self._clean:
            self.counted["remembered"] += 1
            return self._clean[digest]
        with tempfile.TemporaryDirectory(dir=self.site.parent) as other:
            output = Path(other) / "output"
            built = left_by(build(self.site, into=output, workers=2), output)
        if built.is_taken:
            self._clean[digest] = built
            if len(self._clean) > MOST_REMEMBERED:
                del self._clean[next(iter(self._clean))]
        return built


class Run:
    """
    One site, edited again and again; what is done hangs on the edits and their seeds alone.
    """

    def __init__(self, start: Start) -> None:
        self.start = start
        self.counted = start.counted
        self.folder = start.site
        self.output = start.site / "output"
        self.edited = Edited(self.folder, random.Random(0))
        self.wanted = start.clean()
        self.done = ["first builds"]
        self._is_idle = True

    @property
    def random(self) -> random.Random:
        """Where every choice of this edit comes from."""
        return self.edited.random

    def step(self, edit: Edit, seed: int, trouble: str = "") -> str:
        """
        One edit and both builds; what was done. AssertionError where the two sites differ.

        The same edit with the same seed makes the same choices in every run. Where nothing happens twice, nothing is
        built the second time.
        """
        was_idle, self._is_idle = self._is_idle, edit is nothing and not trouble
        if was_idle and self._is_idle:
            return "nothing"
        self.edited.random = random.Random(f"{edit.__name__} {seed}")
        before = self.start.project()
        self.done = [self.do(edit)]
        if HARMED in trouble:
            self.done.append(self.do(self.random.choice(HARMS)))
        last, self.wanted = self.wanted, self.start.clean()
        if CUT_OFF in trouble:
            self.done.append(self.cut_off(before, last))
        self.compare()
        if not self.wanted.is_taken:
            self.put_back(before)
            self.wanted = last
        self.counted["edits"] += edit is not nothing
        return ", ".join(self.done)

    def do(self, edit: Edit) -> str:
        """Change something; what that was."""
        self.counted[edit.__name__] += 1
        return edit(self.edited) or edit.__name__

    def cut_off(self, before: dict[Path, bytes], last: Built) -> str:
        """Kill a build at one of its writes; afterwards the edit may be undone. What was done."""
        at, old = self.random.randint(1, self.random.choice(WRITES)), hashes_in(self.output)
        ended = build(self.folder, workers=self.random.choice((1, 2)), meddle=cutting_off(self.folder, at))
        done = f"cut off at {at} ({ended.status})"
        self.counted[f"cut off ({ended.status})"] += 1
        found = hashes_in(self.output)
        wanted = self.wanted.files
        neither = [path for path in {*old, *found} if found.get(path) not in (old.get(path), wanted.get(path))]
        self.expect(not neither, f"{done}: neither old nor new: {sorted(neither)[:20]}")
        if self.random.random() < 0.5:
            self.counted["undone"] += 1
            self.put_back(before)
            self.wanted = last
            return f"{done}, undone"
        if not self.wanted.is_taken:
            # What is refused, or set aside, hangs on what stands now.
            self.wanted = self.start.clean()
        return done

    def compare(self) -> None:
        """Build, and compare with the clean build that is wanted."""
        wanted, before = self.wanted, hashes_in(self.output)
        ended = build(self.folder, workers=self.random.choice((1, 2)))
        self.expect(ended.status == wanted.ended.status, f"{wanted.ended}, but {ended}")
        told = problems_in(ended) ^ problems_in(wanted.ended)
        self.expect(not told, f"told only by one: {sorted(told)}")
        found = left_by(ended, self.output)
        if ended.status:
            changed = sorted(path for path in found.files if found.files[path] != before.get(path))
            self.expect(not changed, f"a refused build changed {changed}")
            self.counted["refused"] += 1
            return
        for one, other in ((wanted.files, found.files), (wanted.entries, found.entries)):
            differing = sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
            self.expect(not differing, f"{differing[:20]}")
        hashes = {path: entry.hash for path, entry in found.entries.items()}
        self.expect(found.files == hashes, "the manifest tells of other bytes")
        beside = Neighbours(self.output)
        left = [path.name for path in (beside.journal, beside.staging, beside.lock) if path.exists()]
        self.expect(not left, f"left behind: {left}")
        self.counted["built"] += 1

    def expect(self, is_so: bool, otherwise: str) -> None:
        """
        AssertionError with what was done where something is not so.

        All of them come from this one place, since hypothesis takes those from other places for other faults.
        """
        assert is_so, f"{', '.join(self.done)}: {otherwise}"

    def put_back(self, before: dict[Path, bytes]) -> None:
        """Undo an edit."""
        for path in self.start.project().keys() - before.keys():
            path.unlink()
        for path, content in before.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)


def problems_in(ended: Ended) -> set[str]:
    """What a build told of files, whatever else it said."""
    return {line for line in ended.told.splitlines() if line.startswith(("content/", "output/"))}


def hashes_in(folder: Path) -> dict[str, str]:
    """All files of a folder, by the hashes of their bytes."""
    return {path: hash_bytes(content) for path, content in read_files(folder).items()}


def left_by(ended: Ended, output: Path) -> Built:
    """What a build left in a folder."""
    entries = read_manifest(Neighbours(output).manifest).entries
    return Built(ended, hashes_in(output), {path: entry._replace(mtime=0) for path, entry in entries.items()})
