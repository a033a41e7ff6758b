"""
`make check`: everything that is wrong in the content, at once, in under a second.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plugins.build.gate import open_library
from plugins.build.progress import SILENT, Progress
from plugins.build.project import content_of
from plugins.build.telling import left_out_phrase
from plugins.desk.site import read_settings
from plugins.outputs import Channel
from plugins.problems import ContentError, Problem, Report, Severity, counted


def check(settings: Path, form: str, strict: bool = False, progress: Progress = SILENT) -> int:
    """
    Print what is wrong, in one of the forms text and github; 1 where anything is that stops a build.

    A strict check fails for warnings too.
    """
    try:
        content = replace(content_of(read_settings(settings)), with_advice=True, progress=progress)
        with progress:
            library, report = open_library(content)
    except ContentError as error:
        tell(error.report, form)
        print(error.report.closing(), file=sys.stderr)
        return 1
    tell(report, form)
    if strict and report.warnings:
        print(f"{counted(len(list(report.warnings)), 'warning')}, and this check is strict.", file=sys.stderr)
        return 1
    left_out = left_out_phrase(library.left_out)
    shown = counted(len(library.channel(Channel.SITE).records), "text")
    print(f"All is well: {shown} would be published" + (f"; left out: {left_out}." if left_out else "."))
    return 0


def tell(report: Report, form: str) -> None:
    """Print the problems, for people or for the pages of a workflow."""
    lines: Iterable[object] = map(annotation, report) if form == "github" else report
    for line in lines:
        print(line, file=sys.stdout if form == "github" else sys.stderr)


def annotation(problem: Problem) -> str:
    """A problem as a workflow command, which puts it beside the line it is about."""
    kind = "warning" if problem.severity is Severity.WARNING else "error"
    place = f"file={escape_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{kind} {place}::{escape_data(f'{problem.what}. {problem.todo}')}"


def escape_data(text: str) -> str:
    """The text of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
