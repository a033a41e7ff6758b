"""
One build, from the library to the output folder: makes every Output, checks its bytes, puts all in place.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.basis import UNKNOWN, Basis
from plugins.build.bodies import StateError
from plugins.build.clearing import MARK
from plugins.build.finding import Found, find_all
from plugins.build.lock import only_build
from plugins.build.memo import Memo
from plugins.build.neighbours import Neighbours
from plugins.build.placing import Placed, Staged, Staging, check_path
from plugins.build.progress import SILENT, Progress
from plugins.build.project import shown
from plugins.build.workers import in_rows, portions_of, spread
from plugins.library.library import Library
from plugins.offers import Offer, Preparing, Proof
from plugins.once import Remember, make_anew
from plugins.outputs import Finished, Output, fingerprint, verbatim
from plugins.problems import ContentError, Problem, Report

PORTION = 24
"""How many Outputs a process makes before it asks for more: neighbours share what they are made of."""


class Knowledge(NamedTuple):
    """
    What a build knows besides the Outputs and the proofs: nothing, where nobody says more.
    """

    basis: Basis = UNKNOWN
    """What the Outputs were planned on."""
    memo: Memo | None = None
    """Where what is found out while they are made is remembered."""
    find: Callable[[Path], Found | None] = find_all
    """Tells what stands in a folder; None where that is what the manifest says."""
    prepare: Callable[[], None] = lambda: None
    """Called before work is shared: finds out once what every process would need."""


MANY = 256
"""After how many planned files progress is told."""

NO_KNOWLEDGE = Knowledge()


FAULT = "This is a fault of the software or the theme: tell its developers."


def collect(
    library: Library, offer: Offer, progress: Progress = SILENT, remember: Remember = make_anew
) -> list[Output]:
    """
    The Outputs of all features, by path, whatever order the features have.

    ContentError where two want one path.
    """
    progress.stage("Planning files")
    outputs: list[Output] = []
    for make in offer.makers:
        making = iter(make(library))
        while more := list(islice(making, MANY)):
            outputs += more
            progress.reached(len(outputs))
    outputs.append(verbatim(MARK, b""))
    outputs.sort(key=attrgetter("path"))
    # That these paths go together, is remembered.
    paths = fingerprint("clashes", "\0".join([output.path for output in outputs]))
    if remember(paths, lambda: len(list(find_clashes(outputs)))):
        raise ContentError(Report(find_clashes(outputs)))
    return outputs


def find_clashes(outputs: list[Output]) -> Iterable[Problem]:
    """Outputs that cannot stand beside each other, on any computer."""
    seen: dict[str, str] = {}
    folders: set[str] = set()
    for output in outputs:
        take_parents(output.path, folders)
    for output in outputs:
        folded = output.path.casefold()
        if not check_path(output.path):
            yield Problem(
                f"output/{output.path}", 1, 1, "this is no path of a published file", "Rename what it is made of."
            )
        elif folded in seen:
            yield Problem(
                f"output/{output.path}",
                1,
                1,
                f'two things are published at "/{seen[folded]}"',
                "Rename one of the two.",
            )
        elif folded in folders:
            yield Problem(
                f"output/{output.path}", 1, 1, "this is the path of a file and of a folder", "Rename one of the two."
            )
        seen[folded] = output.path


def take_parents(path: str, folders: set[str]) -> None:
    """Add the folders above a file, folded as some file systems fold them; above one that is known all are."""
    folder = path.casefold().rpartition("/")[0]
    while folder and folder not in folders:
        folders.add(folder)
        folder = folder.rpartition("/")[0]


def run(
    outputs: list[Output], proofs: Iterable[Proof], folder: Path, workers: int = 1, progress: Progress = SILENT,
    knowledge: Knowledge = NO_KNOWLEDGE,
) -> Placed:  # fmt: skip
    """
    Make all Outputs and put them into a folder; ContentError, with the folder untouched, where a proof fails.

    An Output whose key is that of the standing file, which passed the same proofs, is not made again.
    SettingsError where another build is at work on the folder. `workers` is how many processes make them.
    """
    with only_build(Neighbours(folder).lock, folder):
        return _run(outputs, tuple(proofs), folder, workers, progress, knowledge)


def _run(
    outputs: list[Output], proofs: tuple[Proof, ...], folder: Path, workers: int, progress: Progress,
    knowledge: Knowledge,
) -> Placed:  # fmt: skip
    progress.stage("Looking for changes")
    staging = Staging(folder, knowledge.basis, knowledge.find)
    report = Report()
    try:
        digests = frozenset(proof.digest for proof in proofs)
        doubtful = staging.doubtful(outputs, digests)
        waiting = [output for output in progress.along(doubtful) if not stands(output, digests, staging)]
        for proof in proofs if waiting else ():
            if isinstance(proof, Preparing):
                proof.prepare()
        if len(waiting) > PORTION:
            knowledge.prepare()
        progress.stage("Making files")
        work = partial(make_all, proofs, digests, staging, knowledge.memo)
        rows = in_rows(waiting, attrgetter("row"))
        portions = [portion for row in rows for portion in portions_of(row, PORTION)]
        for made, news in spread(portions, work, workers, progress, row_of=lambda portion: portion[0].row):
            if knowledge.memo:
                knowledge.memo.take(news)
            for staged, problems in made:
                report.extend(problems)
                if staged:
                    staging.take(staged)
        if report.errors:
            raise ContentError(report)
        progress.stage("Putting files in place")
        with in_one_go():
            return staging.place(progress)
    except BaseException:
        staging.discard()
        raise


def stands(output: Output, digests: frozenset[str], staging: Staging) -> bool:
    """Whether a file may be left as it is; what is wrong with what it is made of is told where it is made."""
    try:
        return staging.keep(output, digests)
    except (OSError, StateError):
        raise
    except Exception:
        return False


@contextmanager
def in_one_go() -> Iterator[None]:
    """
    Without Ctrl-C, which would leave a site half old and half new for as long as nobody builds again, or have a build
    that is done say that it was stopped.

    What begins is over in moments, and then the build is done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def make_all(
    proofs: tuple[Proof, ...], digests: frozenset[str], staging: Staging, memo: Memo | None, outputs: Sequence[Output]
) -> tuple[list[tuple[Staged | None, list[Problem]]], dict[str, Any]]:
    """Make, prove and stage some Outputs, and tell what is to be remembered; called in any process."""
    made = [make_one(output, proofs, digests, staging) for output in outputs]
    for output in outputs:
        output.let_go()
    return made, memo.news() if memo else {}


def make_one(
    output: Output, proofs: tuple[Proof, ...], digests: frozenset[str], staging: Staging
) -> tuple[Staged | None, list[Problem]]:
    """One finished file, with all that is wrong with it; none where it could not be made."""
    try:
        standing = staging.standing(output)
        content = output.make_bytes() if standing is None else standing
        problems = list(find_faults(output, content, proofs, staging))
    except ContentError as error:
        return None, list(error.report)
    except (OSError, StateError):
        raise
    except Exception as error:
        return None, [Problem(f"output/{output.path}", 1, 1, f"it could not be made: {told(error)}", FAULT)]
    return staging.stage(output, content, digests), problems


def told(error: Exception) -> str:
    """What went wrong in the software or the theme, and in which line of which file."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({shown(Path(frame.filename))}, line {frame.lineno})"


def find_faults(output: Output, content: bytes, proofs: Iterable[Proof], staging: Staging) -> Iterator[Problem]:
    """What proofs find in a finished file; one that passed the same bytes before is not asked again."""
    passed = staging.passed(output, content)
    finished = Finished(output.path, output.channel, output.carries, content)
    for proof in proofs:
        if proof.digest not in passed:
            for what in proof(finished):
                yield Problem(f"output/{output.path}", 1, 1, what, FAULT)
