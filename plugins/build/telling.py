"""
What a build says: plain lines, never wrapped and never a traceback.
"""

from __future__ import annotations

import sys

from plugins.build.placing import Placed
from plugins.library.library import LeftOut, Library
from plugins.outputs import Channel
from plugins.problems import Report, counted

REASONS = {
    "drafts": ("draft", None),
    "later": ("text of a later day", "texts of a later day"),
    "ended": ("action that has ended", "actions that have ended"),
    "without_consent": ("testimony without a live consent", "testimonies without a live consent"),
    "demonstrations": ("demonstration text", None),
}


def tell_warnings(report: Report) -> None:
    """Print what does not stop the build."""
    for problem in report.warnings:
        print(problem, file=sys.stderr)


def tell_problems(report: Report) -> None:
    """Print everything that is wrong, sorted, and the closing line."""
    for problem in report:
        print(problem, file=sys.stderr)
    print(report.closing(), file=sys.stderr)


def left_out_phrase(left_out: LeftOut) -> str:
    """What was left out, by reason: '2 drafts, 1 demonstration text'; empty where nothing was."""
    return ", ".join(counted(number, *REASONS[field]) for field in REASONS if (number := getattr(left_out, field)))


def closing_line(library: Library, outputs: int, placed: Placed, seconds: float, folder: str) -> str:
    """The one line that says what was built, how long it took and how to look at it."""
    texts = len(library.channel(Channel.SITE).records)
    left_out = left_out_phrase(library.left_out)
    name = folder.rstrip("/").rpartition("/")[2] + "/"
    return (
        f"Built {counted(texts, 'text')} into {counted(outputs, 'file')} in {seconds:.1f} s: "
        f"{placed.written:,} written, {placed.unchanged:,} unchanged, {placed.removed:,} removed in {name}"
        + (f"; left out: {left_out}" if left_out else "")
        + ("." if library.build.drafts else ". To look at it: make serve")
    )
