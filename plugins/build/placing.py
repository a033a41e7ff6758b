"""
Puts finished files in place: journal first, then what withdraws something, then the rest, then the manifest.

A crash at any moment leaves each file old or new; the next build finds the
journal and makes the files named in it again.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.build.basis import UNKNOWN, Basis
from plugins.build.clearing import prune, refuse_foreign, remove
from plugins.build.finding import KEPT, Found, find_all
from plugins.build.manifest import Entry, Look, Manifest, hash_bytes, manifest_of, read_manifest, write_manifest
from plugins.build.neighbours import Neighbours, read_journal, write_journal
from plugins.build.progress import SILENT, Progress
from plugins.build.software import software_digest
from plugins.outputs import Output, digest_of

CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC

PLAIN = re.compile(r"(?!/)(?:(?:^|/)(?!\.{1,2}(?:/|$))[^\\/:*?\"<>|\0]+)+")
"""A path below a folder: names with one slash between each two, none of them a dot or two."""


class Placed(NamedTuple):
    """What a build did to the output folder."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    is_on_old_basis: bool = False
    """Whether it was planned on what the build before was planned on."""


class Staged(NamedTuple):
    """A finished file: what the manifest will say of it, and whether it waits to be put in place."""

    path: str
    entry: Entry
    is_waiting: bool


@dataclass
class Staging:
    """
    The finished files of one build, waiting beside the output folder until every check has passed.
    """

    output: Path
    basis: Basis = UNKNOWN
    """What the files of this build are planned on."""
    find: Callable[[Path], Found | None] = find_all
    """Tells what stands in a folder; None where that is what the manifest says."""
    _new: dict[str, Entry] = field(default_factory=dict)
    _waiting: dict[str, str] = field(default_factory=dict)
    _few: dict[str, Entry] | None = None
    """Where all other files stay as they are: the entries of those that may not."""

    def __post_init__(self) -> None:
        refuse_foreign(self.output)
        self._software = software_digest()
        self._beside = Neighbours(self.output)
        self._manifest = read_manifest(self._beside.manifest)
        self._look_around()
        self._touched = read_journal(self._beside.journal)
        if self._touched and "" in self._touched:
            self._manifest = Manifest()
        self._changed = self.basis.changed_since(self._manifest.basis)
        self._is_first = not (os.path.lexists(self.output) or self._there or self._empty)
        self._staging = str(self._beside.staging)
        shutil.rmtree(self._staging, ignore_errors=True)

    def _look_around(self) -> None:
        """What stands in the folder, and whether that is what was left there."""
        self._found, self._left = self.find(self.output), self._manifest
        self._is_as_left = self._found is None or self._found == (self._left.looks, [])
        self._empty = self._found.empty if self._found else []

    @cached_property
    def _there(self) -> Mapping[str, Look]:
        return self._found.files if self._found else self._left.looks

    @cached_property
    def _all(self) -> dict[str, Entry]:
        """The entries of the files that no build was about to touch when it was cut off."""
        entries = dict(self._manifest.entries)
        for path in self._touched or ():
            entries.pop(path, None)
        return entries

    @property
    def _old(self) -> dict[str, Entry]:
        """The entries of the standing files: of those that are asked for, where they are few."""
        return self._all if self._few is None else self._few

    def doubtful(self, outputs: Sequence[Output], digests: frozenset[str]) -> Sequence[Output]:
        """
        The files that may not stay as they are: those that show a body which has changed, where nothing else has.

        All others are counted as kept, and of those nothing more may be asked.
        """
        manifest = self._manifest
        if self._changed is None or self._touched is not None or self._software != manifest.software:
            return outputs
        if not self._is_as_left or not manifest.has_all_passed(tuple(sorted(digests))):
            return outputs
        few = manifest.carrying(self._changed)
        self._few = few
        return [output for output in outputs if output.path in few and output.shows_bodies]

    def passed(self, output: Output, content: bytes) -> frozenset[str]:
        """The digests of the proofs that this very file has passed before."""
        old = self._old.get(output.path)
        if old is None or (old.hash, old.channel, old.carries) != (hash_bytes(content), output.channel, output.carries):
            return frozenset()
        return frozenset(old.passed) if self._software == self._manifest.software else frozenset()

    def keep(self, output: Output, digests: frozenset[str]) -> bool:
        """Leave a file where it stands, if making it again would make the same bytes and all proofs knew them."""
        old = self._old.get(output.path)
        if old is None or self._software != self._manifest.software or not digests.issubset(old.passed):
            return False
        if not self._stands(output.path, old) or not self._is_same(output, old):
            return False
        if len(old.passed) != len(digests):
            old = old._replace(passed=tuple(sorted(digests)))
        self._new[output.path] = old
        return True

    def _is_same(self, output: Output, old: Entry) -> bool:
        """
        Whether a file would be made of the same things: known without gathering them where nothing of it can have
        changed.
        """
        if self._changed is not None and (not output.shows_bodies or self._changed.isdisjoint(old.carries)):
            return True
        return old.key == output.key

    def standing(self, output: Output) -> bytes | None:
        """
        The bytes of a file that would be made the same again, so that what has not looked at them yet need only
        look; None where it has to be made.
        """
        old = self._old.get(output.path)
        if old is None or self._software != self._manifest.software or not self._stands(output.path, old):
            return None
        if not self._is_same(output, old):
            return None
        try:
            content = (self.output / output.path).read_bytes()
        except OSError:
            return None
        return content if hash_bytes(content) == old.hash else None

    def add(self, output: Output, content: bytes, passed: Iterable[str] = ()) -> None:
        """Take in a finished file that passed some proofs."""
        self.take(self.stage(output, content, passed))

    def stage(self, output: Output, content: bytes, passed: Iterable[str] = ()) -> Staged:
        """
        Let a finished file wait; bytes that stand in place already need not. Called in any process: it changes
        nothing here, and only `take` counts.
        """
        entry = Entry(
            output.channel, output.key, hash_bytes(content), output.carries, len(content), 0, tuple(sorted(passed))
        )
        old = self._old.get(output.path)
        if old and old.hash == entry.hash and self._stands(output.path, old):
            return Staged(output.path, entry._replace(mtime=old.mtime), is_waiting=False)
        return Staged(output.path, entry._replace(mtime=self._write(output.path, content)), is_waiting=True)

    def _write(self, path: str, content: bytes) -> int:
        """Let bytes wait; the time of the file, in nanoseconds."""
        waiting = self._waiting_place(path)
        if self._is_first:
            with suppress(OSError):  # nearly every page has a folder of its own
                os.mkdir(os.path.dirname(waiting))
        try:
            file = os.open(waiting, CREATE, 0o666)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(waiting), exist_ok=True)
            file = os.open(waiting, CREATE, 0o666)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(file, left) :]
            return os.fstat(file).st_mtime_ns
        finally:
            os.close(file)

    def take(self, staged: Staged) -> None:
        """Count a file among those of the new site."""
        self._new[staged.path] = staged.entry
        if staged.is_waiting:
            self._waiting[staged.path] = self._waiting_place(staged.path)

    def _waiting_place(self, path: str) -> str:
        """
        Where the new file of a path waits: no two paths share a place, whatever signs they have. Where nothing stands
        the waiting files lie as they will in the site.
        """
        return f"{self._staging}/{path if self._is_first else digest_of(path)}"

    def _stands(self, path: str, entry: Entry) -> bool:
        return self._there.get(path) == (entry.size, entry.mtime)

    def discard(self) -> None:
        """Throw the waiting files away; the output folder was not touched."""
        shutil.rmtree(self._staging, ignore_errors=True)

    def place(self, progress: Progress = SILENT) -> Placed:
        """Put everything in place."""
        if self._few is None:
            new = manifest_of(self._new, self._software, self.basis)
            unwanted = sorted(self._there.keys() - self._new.keys())
        else:
            new, unwanted = self._manifest.with_entries(self._new, self.basis), []
        touched = {*unwanted, *self._waiting}
        if touched:
            write_journal(self._beside.journal, touched)
        for path in unwanted:
            remove(self.output / path)
        prune(self.output, {*map(PurePosixPath, self._empty), *(PurePosixPath(path).parent for path in unwanted)})
        if self._move_all():
            progress.reached(len(self._waiting), len(self._waiting))
        else:
            self._move_each(progress)
        if new != self._manifest or not self._beside.manifest.is_file():
            write_manifest(self._beside.manifest, new)
        self._beside.journal.unlink(missing_ok=True)
        self.discard()
        unchanged = new.count - len(self._waiting)
        return Placed(len(self._waiting), unchanged, len(unwanted), self._changed is not None)

    def _move_all(self) -> bool:
        """Put the waiting files in place in one step, as the folder they wait in; False where that cannot be."""
        if not self._is_first:
            return False
        try:
            os.rename(self._staging, self.output)
        except OSError:
            return False
        return True

    def _move_each(self, progress: Progress) -> None:
        """Put the waiting files in place one by one, what withdraws something first."""
        for path in progress.along(sorted(self._waiting, key=lambda path: (not self._withdraws(path), path))):
            target = f"{self.output}/{path}"
            try:
                os.replace(self._waiting[path], target)
            except FileNotFoundError:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                os.replace(self._waiting[path], target)

    def _withdraws(self, path: str) -> bool:
        """Whether the new file carries less than the one it replaces."""
        old = self._old.get(path)
        return old is not None and not set(old.carries) <= set(self._new[path].carries)


def check_path(path: str) -> bool:
    """Whether a path stays in the output folder and has the same meaning on every system."""
    return PLAIN.fullmatch(path) is not None and path.isprintable() and path.partition("/")[0] not in KEPT
