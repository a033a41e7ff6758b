"""
What can be wrong, in the words of the person who can mend it.

    SystemExit
    └── SettingsError   a developer's mistake: the run stops with one sentence, before anything is read
    Exception
    └── ContentError    holds a Report: an editor's mistakes, all of them at once
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """
    How much a problem weighs: an error stops the build, a warning is only told.
    """

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """
    Something an editor can mend: where it is, what is wrong and what to do.

    `path` is as the editor would type it, `line` and `column` count from 1.
    `what` and `todo` are whole sentences without and with a closing full stop.
    """

    path: str
    line: int
    column: int
    what: str
    todo: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        kind = "warning: " if self.severity is Severity.WARNING else ""
        line = f"{self.path}:{self.line}:{self.column}: {kind}{self.what}. {self.todo}"
        return " ".join(line.splitlines())


class Report:
    """
    All problems of a run, gathered before anything is written.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems = set(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._problems))

    def __len__(self) -> int:
        return len(self._problems)

    def add(self, problem: Problem) -> None:
        """Take in one problem; the same one twice is still one."""
        self._problems.add(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take in several problems."""
        self._problems.update(problems)

    @property
    def errors(self) -> list[Problem]:
        """Those that stop the build, by path, line and column."""
        return [problem for problem in self if problem.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        """Those that are told and do not stop the build."""
        return [problem for problem in self if problem.severity is Severity.WARNING]

    def closing(self) -> str:
        """The last line of a run that was stopped: how many, in how many files."""
        errors = self.errors
        files = {problem.path for problem in errors}
        return f"{counted(len(errors), 'problem')} in {counted(len(files), 'file')}. Nothing was built."


class SettingsError(SystemExit):
    """
    A setting is wrong or missing; raised while settings are constructed.

    Where nobody catches it, Python prints its sentence and ends with status 1.
    Pelican catches every Exception that a settings file raises, and would show
    a traceback in its place.
    """


class ContentError(Exception):
    """
    Texts are wrong; raised once, by the gate, with every problem of every file.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report.closing())
        self.report = report

    def __reduce__(self) -> tuple[type[ContentError], tuple[Report]]:
        """So that one raised by a worker is the same here."""
        return (ContentError, (self.report,))


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, for the messages of commands: '1 file', '2 files'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def sentence(error: BaseException) -> str:
    """The message of an error as a whole sentence."""
    text = str(error)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that the given one is most likely a misspelling of."""
    from difflib import get_close_matches

    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that proposes the nearest known word, or lists all known ones."""
    known = sorted(known)
    match = nearest(word, known)
    if match:
        return f'Did you mean "{match}"?'
    if len(known) <= 20:
        return f"Known here: {', '.join(known)}." if known else "None is known here yet."
    return f"{len(known)} are known here, and none is like it."
