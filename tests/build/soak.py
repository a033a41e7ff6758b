"""
Long runs of random edits: after each, what an incremental build leaves must be what a clean build makes.

    make soak N=1000 SEED=1

Some builds are cut off before; some edits are undone after that.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.build.manifest import Entry, Neighbours, hash_bytes, read_manifest
from tests.build.children import Ended, build, cutting_off, make_site
from tests.build.edited import Edit, Edited
from tests.build.harms import HARMS
from tests.build.site_edits import SITE_EDITS
from tests.build.text_edits import TEXT_EDITS
from tests.make import read_files

EDITED = ("content", "theme", "smallconf.py")
"""What people edit."""

EDITS = (*TEXT_EDITS, *SITE_EDITS)

CUT_OFF, HARMED = 0.25, 0.25
"""How often a build is cut off, and how often something is harmed besides."""

WRITES = (6, 60, 400, 900)
"""Up to which of its writes a build may live: while it reads, makes, or puts in place."""


@dataclass(frozen=True)
class Built:
    """What a build left: how it ended, all files, and what the manifest says of each, without its time."""

    ended: Ended
    files: dict[str, bytes]
    entries: dict[str, Entry]


class Run:
    """
    One site, edited again and again; every choice comes from the seed.
    """

    def __init__(self, folder: Path, source: random.Random) -> None:
        self.edited = Edited(folder, source)
        self.folder = folder
        self.output = folder / "output"
        self.counted: Counter[str] = Counter()
        make_site(folder)
        self.wanted = self.clean()
        self.compare(self.wanted, "at first")

    @property
    def random(self) -> random.Random:
        """Where every choice comes from."""
        return self.edited.random

    def clean(self) -> Built:
        """What a build makes that knows of no other."""
        with tempfile.TemporaryDirectory(dir=self.folder.parent) as other:
            output = Path(other) / "output"
            return left_by(build(self.folder, into=output, workers=2), output)

    def any_step(self) -> str:
        """One edit of whatever kind; what was done."""
        edit, harm = self.random.choice(EDITS), self.random.choice(HARMS)
        is_harmed, is_cut_off = self.random.random() < HARMED, self.random.random() < CUT_OFF
        return self.step(edit, harm if is_harmed else None, is_cut_off)

    def step(self, edit: Edit, harm: Edit | None, is_cut_off: bool) -> str:
        """One edit and both builds; what was done. AssertionError where the two sites differ."""
        before = self.project()
        done = self.do(edit)
        if harm:
            done = f"{done}, {self.do(harm)}"
        wanted = self.clean()
        is_taken = wanted.ended.status == 0 and "ATTENTION" not in wanted.ended.told
        if is_cut_off:
            done, wanted = self.cut_off(done, before, wanted, is_taken)
        self.compare(wanted, done)
        if wanted is not self.wanted and not is_taken:
            self.put_back(before)
        else:
            self.wanted = wanted
        return done

    def do(self, edit: Edit) -> str:
        """Change something; what that was."""
        self.counted[edit.__name__] += 1
        return edit(self.edited) or edit.__name__

    def cut_off(self, done: str, before: dict[Path, bytes], wanted: Built, is_taken: bool) -> tuple[str, Built]:
        """Kill a build somewhere; afterwards the edit may be undone. What was done, and what is wanted then."""
        at = self.random.randint(1, self.random.choice(WRITES))
        old = read_files(self.output)
        ended = build(self.folder, workers=self.random.choice((1, 2)), meddle=cutting_off(self.folder, at))
        done = f"{done}, cut off at {at} ({ended.status})"
        self.counted[f"cut off ({ended.status})"] += 1
        found = read_files(self.output)
        neither = [
            path for path in old.keys() | found.keys() if found.get(path) not in (old.get(path), wanted.files.get(path))
        ]
        assert not neither, f"{done}: neither old nor new: {neither}"
        if self.random.random() < 0.5:
            self.counted["undone"] += 1
            self.put_back(before)
            return f"{done}, undone", self.wanted
        return done, wanted if is_taken else self.clean()

    def compare(self, wanted: Built, done: str) -> None:
        """Build, and compare with a clean build."""
        before = read_files(self.output)
        ended = build(self.folder, workers=self.random.choice((1, 2)))
        assert ended.status == wanted.ended.status, f"{done}: {wanted.ended}, but {ended}"
        told, wanted_told = problems_in(ended), problems_in(wanted.ended)
        assert told == wanted_told, f"{done}: told only by one: {sorted(told ^ wanted_told)}"
        found = left_by(ended, self.output)
        if ended.status:
            changed = sorted(path for path in found.files if found.files[path] != before.get(path))
            assert not changed, f"{done}: a refused build changed {changed}"
            self.counted["refused"] += 1
            return
        for one, other in ((wanted.files, found.files), (wanted.entries, found.entries)):
            differing = sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
            assert not differing, f"{done}: {differing[:20]}"
        hashes = {path: hash_bytes(content) for path, content in found.files.items()}
        assert hashes == {path: entry.hash for path, entry in found.entries.items()}, done
        beside = Neighbours(self.output)
        assert not [path for path in (beside.journal, beside.staging, beside.lock) if path.exists()], done
        self.counted["built"] += 1

    def project(self) -> dict[Path, bytes]:
        """All that people edit."""
        files = (path for name in EDITED for path in ((self.folder / name).rglob("*"), [self.folder / name]))
        return {path: path.read_bytes() for own in files for path in own if path.is_file()}

    def put_back(self, before: dict[Path, bytes]) -> None:
        """Undo an edit."""
        for path in self.project().keys() - before.keys():
            path.unlink()
        for path, content in before.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)


def problems_in(ended: Ended) -> set[str]:
    """What a build told of files, whatever else it said."""
    return {line for line in ended.told.splitlines() if line.startswith(("content/", "output/"))}


def left_by(ended: Ended, output: Path) -> Built:
    """What a build left in a folder."""
    entries = read_manifest(Neighbours(output).manifest).entries
    return Built(ended, read_files(output), {path: entry._replace(mtime=0) for path, entry in entries.items()})


def main(arguments: list[str] | None = None) -> int:
    """Run as many edits as wanted, and say what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    done: list[str] = []
    with tempfile.TemporaryDirectory(prefix="welcome-soak-") as folder:
        (Path(folder) / "site").mkdir()
        own = Run(Path(folder) / "site", random.Random(options.seed))
        try:
            for number in range(1, options.edits + 1):
                done.append(own.any_step())
                if number % 50 == 0:
                    print(f"{number} edits: {own.counted['built']} built, {own.counted['refused']} refused", flush=True)
        except BaseException:
            print(f"Seed {options.seed}, edit {len(done) + 1}. The last ones: {done[-5:]}", flush=True)
            raise
    counted: dict[str, Any] = dict(sorted(own.counted.items()))
    print(f"Seed {options.seed}: {options.edits} edits without a difference. {counted}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
