"""
The site in memory: what the last good reading gave, and what is wrong since. A file is made when somebody asks for
it, and kept for as long as its key; what nobody looks at costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Protocol

from plugins.build.running import FAULT
from plugins.live.answers import MISSING
from plugins.live.faults import problems_of
from plugins.live.project import Allowances, Edition
from plugins.outputs import Finished, Output, fingerprint
from plugins.problems import Problem

WITHHELD = "it carries words that their person has taken back"
WITHHELD_TODO = "It is shown again, without them, when the problems are mended."
MOST_TOLD = 50
"""How many problems are shown over a page; the terminal tells all of them."""


NOTHING_KNOWN = Allowances()
"""After a good reading nothing need be asked of consents: it holds no more than they allow."""


class Readable(Protocol):
    """What a site is read from."""

    settings_file: Path

    def read(self, is_anew: bool = False) -> Edition:
        """All texts as they stand now; an error where something is wrong."""

    def reread(self, edition: Edition, changed: Collection[Path]) -> Edition | None:
        """An edition with the bodies that stand in some files now; None where all must be read again."""

    def allowances(self) -> Allowances:
        """What the consent records say now."""

    @property
    def root(self) -> Path:
        """The folder that paths are told from."""


class Unmade(Exception):
    """A page cannot be made; holds the problems that are in its way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(str(len(problems)))
        self.problems = problems


class Standing(NamedTuple):
    """
    How the site stands at one moment. `number` counts the readings, good and bad.
    """

    number: int = 0
    edition: Edition | None = None
    problems: tuple[Problem, ...] = ()
    allowances: Allowances = NOTHING_KNOWN

    def output(self, path: str) -> Output | None:
        """What is published at a path."""
        return self.edition.outputs.get(path) if self.edition else None

    def withholds(self, output: Output) -> bool:
        """Whether a file of the last good reading may be shown no more."""
        return self.edition is not None and self.allowances.forbids(output, self.edition.published)

    def stamp(self, path: str) -> str:
        """Changes when what is shown at a path changes; it can be compared with those of an earlier run."""
        if self.edition is None:
            return f"nothing-{fingerprint(*map(str, self.problems))}"
        output = self.output(path)
        if output is None:
            missing = self.output(MISSING)
            return f"missing-{key_of(missing) if missing else ''}-{self.edition.software}"
        key = key_of(output)
        return "withheld" if key and self.withholds(output) else f"{key}-{self.edition.software}"

    def has_changed(self, path: str, stamp: str) -> bool:
        """
        Whether a page that is open shows something else than would be shown now.

        Where nothing could be read yet, a page of an earlier run is as good as any.
        """
        return stamp != self.stamp(path) and (self.edition is not None or stamp.startswith("nothing-"))


class Made(NamedTuple):
    """A finished file; `digests` are those of the proofs that have looked at it, `faults` what they found."""

    key: str
    content: bytes
    digests: frozenset[str] | None = None
    faults: tuple[Problem, ...] = ()


class LiveSite:
    """
    All that is shown. Readings and proofs belong to one thread; any number of others may look.
    """

    def __init__(self, project: Readable, tell_served: Callable[[str], Any] = lambda path: None) -> None:
        self.project = project
        self.standing = Standing()
        self._tell_served = tell_served
        self._made: dict[str, Made] = {}
        self._making = Lock()
        self._of_software: tuple[Problem, ...] = ()

    def refresh(self, is_anew: bool = False, changed: Iterable[Path] = ()) -> Standing:
        """
        Read again: of a few files that `changed` only these, where that is enough. Where something is wrong, what was
        read before stays, but for words that were taken back.
        """
        number = self.standing.number + 1
        if not is_anew and self._reread(number, frozenset(changed)):
            return self.standing
        try:
            self.standing = Standing(number, self.project.read(is_anew), self._of_software)
        except (Exception, SystemExit) as error:
            problems = (*self._of_software, *self.problems_of(error))
            self.standing = self.standing._replace(number=number, problems=problems, allowances=self._allowances())
        self._forget()
        return self.standing

    def _reread(self, number: int, changed: frozenset[Path]) -> bool:
        """Whether it was enough to read the changed files again."""
        edition = self.standing.edition
        if edition is None or not changed:
            return False
        # Nobody may make a page of a text while its words become others.
        with self._making:
            try:
                found = self.project.reread(edition, changed)
            except (Exception, SystemExit):
                # What is wrong is told by the reading of everything, which follows.
                found = None
            if found:
                self.standing = Standing(number, found, self._of_software)
        if found:
            self._forget()
        return found is not None

    def _allowances(self) -> Allowances:
        try:
            return self.project.allowances()
        except (Exception, SystemExit):
            return self.standing.allowances

    def refuse_software(self, problem: Problem) -> None:
        """Say, for as long as this process lasts, that the software on the disk is another and cannot be loaded."""
        kept = tuple(own for own in self.standing.problems if own not in self._of_software)
        self._of_software = (problem,)
        self.standing = self.standing._replace(number=self.standing.number + 1, problems=(problem, *kept))

    def problems_of(self, error: BaseException) -> tuple[Problem, ...]:
        """What is wrong, by the error that told of it."""
        return problems_of(error, self.project.root, self.project.settings_file)

    def _forget(self) -> None:
        with self._making:
            kept = {path: made for path, made in self._made.items() if self._is_fresh(path, made)}
            self._made = kept

    def _is_fresh(self, path: str, made: Made) -> bool:
        output = self.standing.output(path)
        return output is not None and key_of(output) == made.key

    def find(self, standing: Standing, path: str) -> bytes | None:
        """The bytes of a file; None where there is none, Unmade where it cannot be made."""
        if standing.edition is None:
            raise Unmade(standing.problems)
        output = standing.output(path)
        if output is None:
            return None
        made = self._make(output)
        if standing.withholds(output):
            raise Unmade((Problem(f"output/{path}", 1, 1, WITHHELD, WITHHELD_TODO), *standing.problems))
        content = made.content
        self._tell_served(path)
        return content

    def _make(self, output: Output) -> Made:
        with self._making:
            made = self._made.get(output.path)
            try:
                if made is None or made.key != output.key:
                    made = self._made[output.path] = Made(output.key, output.make_bytes())
            except (Exception, SystemExit) as error:
                raise Unmade(self.problems_of(error)) from error
            return made

    def prove(self, path: str) -> tuple[Problem, ...] | None:
        """
        What proofs find in a file that was shown; None where that is nothing new.
        """
        edition, output = self.standing.edition, self.standing.output(path)
        if edition is None or output is None:
            return None
        digests = frozenset(proof.digest for proof in edition.proofs)
        try:
            made = self._make(output)
        except Unmade:
            return None
        if made.digests == digests or self.standing.withholds(output):
            return None
        finished = Finished(output.path, output.channel, output.carries, made.content)
        found = {what for proof in edition.proofs for what in proof(finished)}
        faults = tuple(Problem(f"output/{path}", 1, 1, what, FAULT) for what in sorted(found))
        with self._making:
            self._made[path] = made._replace(digests=digests, faults=faults)
        return faults if faults != made.faults else None

    def faults_of(self, path: str) -> tuple[Problem, ...]:
        """What proofs have found in a file as it stands."""
        made = self._made.get(path)
        return made.faults if made and self._is_fresh(path, made) else ()

    def news(self, path: str, stamp: str) -> dict[str, Any]:
        """What an open page must know: whether it is to be loaded again, what is wrong, and whether it is a draft."""
        standing = self.standing
        problems = [*standing.problems, *self.faults_of(path)]
        return {
            "number": standing.number,
            "hasChanged": standing.has_changed(path, stamp),
            "problems": [told(problem) for problem in problems[:MOST_TOLD]],
            "more": max(0, len(problems) - MOST_TOLD),
            "state": standing.edition.states.get(path, "") if standing.edition else "",
        }


def key_of(output: Output) -> str:
    """The key of a file; empty where it cannot be told what it is made of, which whoever makes it meets again."""
    try:
        return output.key
    except (Exception, SystemExit):
        return ""


def told(problem: Problem) -> dict[str, str]:
    """A problem as the overlay shows it."""
    return {
        "place": f"{problem.path}:{problem.line}:{problem.column}",
        "what": f"{problem.what}.",
        "todo": problem.todo,
    }
