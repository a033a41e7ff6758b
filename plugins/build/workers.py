"""
Work shared among processes: each takes the next portion as soon as it is done with one, and all see what was read.

Processes are made by fork, so that nothing of the library has to be copied for them. Where there is no fork, or one
process is wanted, the same work is done in the same order by this one alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import IO, Any, TypeVar

from plugins.build.progress import SILENT, Progress
from plugins.once import once
from plugins.problems import SettingsError

Job = TypeVar("Job")
Done = TypeVar("Done")

TICKET = 4
"""Bytes that stand for one portion of work."""

MOST_PORTIONS = 4096
"""What a pipe surely takes at once."""

FEW = 4
"""Jobs that are done before there are other processes: what these load is there for all."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    portions: Sequence[Sequence[Job]],
    work: Callable[[Sequence[Job]], Done],
    workers: int,
    progress: Progress = SILENT,
    row_of: Callable[[Sequence[Job]], str] = lambda _: "",
) -> Iterator[Done]:
    """
    The results of `work` for portions of jobs, in their order, whoever did them.

    Portions of one row share so much that few processes should do them: each process begins in another row, and goes
    on in the next when there is nothing left in its own.
    What `work` raises is raised here. SettingsError where a process was ended from outside.
    Portions are drawn in the order of their row, so the furthest that is known here tells how far all processes are
    together, but for the few portions that others still have in hand, and the rows that only they have begun.
    """
    portions = list(portions)
    is_shared = workers > 1 and len(portions) > 1 and hasattr(os, "fork")
    if is_shared:
        portions[:1] = filter(None, (portions[0][:FEW], portions[0][FEW:]))
    jobs = sum(map(len, portions))
    if not is_shared:
        for end, result in zip(accumulate(map(len, portions)), map(work, portions), strict=True):
            progress.reached(end, jobs)
            yield result
        return
    rows = in_rows(range(len(portions)), lambda number: row_of(portions[number]))
    ends = [dict(zip(row, accumulate(len(portions[number]) for number in row), strict=True)) for row in rows]
    done, furthest = {}, [0] * len(rows)
    for number, result in share(portions, work, min(workers, len(portions) - 1), rows):
        done[number] = result
        furthest = [max(before, own.get(number, 0)) for before, own in zip(furthest, ends, strict=True)]
        progress.reached(sum(furthest), jobs)
    yield from (done[number] for number in range(len(portions)))


def in_rows(jobs: Iterable[Job], row_of: Callable[[Job], str]) -> list[list[Job]]:
    """The jobs of each row in their order, the rows in that of their first jobs."""
    rows: dict[str, list[Job]] = {}
    for job in jobs:
        rows.setdefault(row_of(job), []).append(job)
    return list(rows.values())


def portions_of(jobs: Sequence[Job], size: int) -> list[Sequence[Job]]:
    """The jobs in portions of a size, or of a larger one where there would be too many."""
    size = max(size, len(jobs) // MOST_PORTIONS + 1)
    return [jobs[start : start + size] for start in range(0, len(jobs), size)]


def share(
    portions: Sequence[Sequence[Job]],
    work: Callable[[Sequence[Job]], Done],
    workers: int,
    rows: Sequence[Sequence[int]],
) -> Iterator[tuple[int, Done]]:
    """The number and the result of each portion: of the first by this process, of the rest by others beside it too."""
    queues: list[int] = []
    others: list[Other] = []
    try:
        queues.extend(map(tickets_for, rows))
        own = draw(queues, portions, work)
        yield next(own)
        gc.freeze()
        for at in range(1, workers):
            first = at % len(queues)
            others.append(Other([*queues[first:], *queues[:first]], portions, work))
        yield from own
        for other in others:
            yield from other.results()
    finally:
        for tickets in queues:
            while os.read(tickets, 65536):
                pass
            os.close(tickets)
        for other in others:
            other.end()
        gc.unfreeze()


def tickets_for(numbers: Sequence[int]) -> int:
    """The end of a pipe from which a ticket can be drawn for each of some portions."""
    tickets, counter = os.pipe()
    os.write(counter, b"".join(number.to_bytes(TICKET, "little") for number in numbers))
    os.close(counter)
    return tickets


def beside(work: Callable[[], Done], workers: int) -> Callable[[], Done]:
    """
    Some work begun in a process beside this one; what is given waits for its result. Where one process is wanted, the
    work is done when somebody asks.
    """
    if workers == 1 or not hasattr(os, "fork"):
        return once(work)
    tickets = tickets_for([0])
    other = Other([tickets], [()], lambda _: work())
    os.close(tickets)

    def ask() -> Done:
        try:
            ((_, result),) = other.results()
        finally:
            other.end()
        return result  # type: ignore[no-any-return]

    return once(ask)


def draw(
    queues: Sequence[int], portions: Sequence[Sequence[Job]], work: Callable[[Sequence[Job]], Done]
) -> Iterator[tuple[int, Done]]:
    """Do portions for as long as there is a ticket, in one queue after the other."""
    for tickets in queues:
        while ticket := os.read(tickets, TICKET):
            number = int.from_bytes(ticket, "little")
            yield number, work(portions[number])


class Other:
    """
    A process beside this one. It writes its results to a file without a name and ends.
    """

    def __init__(
        self, queues: Sequence[int], portions: Sequence[Sequence[Any]], work: Callable[[Sequence[Any]], Any]
    ) -> None:
        self._results: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115, it is closed in `end`
        sys.stdout.flush()
        sys.stderr.flush()
        parent = os.getpid()
        self._process = os.fork()
        if self._process == 0:
            self._be(parent, queues, portions, work)

    def _be(self, parent: int, queues: Sequence[int], portions: Any, work: Any) -> None:
        """What the new process does. It never returns, and leaves nothing that belongs to the first one touched."""
        try:
            try:
                for done in orphan_proof(draw(queues, portions, work), parent):
                    self._tell(done)
                self._tell(None)
            except BaseException as error:
                self._tell(error)
            self._results.flush()
            os._exit(0)
        except OSError as error:
            # Where nothing more can be written, the number is all that can be said of it.
            os._exit(error.errno or 1)
        finally:
            os._exit(1)

    def _tell(self, what: Any) -> None:
        """Write down, wholly or not at all, a number with its result; at the end what was raised, or None."""
        self._results.write(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))

    def results(self) -> Iterator[tuple[int, Any]]:
        """What the process did, once it has ended; what it raised is raised here."""
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        code = os.waitstatus_to_exitcode(status)
        if code > 1:
            raise OSError(code, os.strerror(code), tempfile.gettempdir())
        if status:
            raise SettingsError(
                f"a worker was ended from outside (status {status}), perhaps for want of memory. "
                "Build again, with WELCOME_WORKERS=1 if it happens again"
            )
        self._results.seek(0)
        while isinstance(told := pickle.load(self._results), tuple):
            yield told
        if told is not None:
            raise told

    def end(self) -> None:
        """Wait for the process, where nobody has yet; it has no more tickets to draw."""
        if self._process:
            os.waitpid(self._process, 0)
            self._process = 0
        self._results.close()


def orphan_proof(results: Iterator[Done], parent: int) -> Iterator[Done]:
    """The results, for as long as the process that wants them lives."""
    for result in results:
        yield result
        if os.getppid() != parent:
            os._exit(1)
