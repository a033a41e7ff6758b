"""
What a build says: plain lines, never wrapped and never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from plugins.build.placing import Placed
from plugins.library.library import Library
from plugins.outputs import Channel
from plugins.problems import Report, counted

REASONS = {
    "drafts": ("draft", None),
    "later": ("text of a later day", "texts of a later day"),
    "ended": ("action that has ended", "actions that have ended"),
    "demonstrations": ("demonstration text", None),
    "no_consent": ("testimony without a consent record", "testimonies without a consent record"),
    "unreleased": ("testimony not yet released", "testimonies not yet released"),
    "unguarded": ("testimony, since the guard was not run", "testimonies, since the guard was not run"),
    "not_approved": ("testimony not yet approved", "testimonies not yet approved"),
    "not_allowed": ("testimony not for this site", "testimonies not for this site"),
    "expired": ("testimony whose consent has ended", "testimonies whose consent has ended"),
    "paused": ("testimony that is paused", "testimonies that are paused"),
    "withdrawn": ("testimony that was withdrawn", "testimonies that were withdrawn"),
}
BY_ID = frozenset(REASONS) - {"drafts", "later", "ended", "demonstrations"}
"""Reasons that have to do with somebody's consent: told with the ids of the records, and with nothing else."""


def tell_warnings(report: Report) -> None:
    """Print what does not stop the build."""
    for problem in report.warnings:
        print(problem, file=sys.stderr)


def tell_set_aside(report: Report) -> None:
    """Say loudly that faulty texts are left out, so that what must leave the site can leave it."""
    for problem in report.errors:
        print(problem, file=sys.stderr)
    print(
        "ATTENTION: something has to leave this site, so it is built without what is wrong. "
        "Those texts are off the site until they are mended.",
        file=sys.stderr,
    )


def tell_problems(report: Report) -> None:
    """Print everything that is wrong, sorted, and the closing line."""
    for problem in report:
        print(problem, file=sys.stderr)
    print(report.closing(), file=sys.stderr)


def left_out_phrase(left_out: Mapping[str, list[str]]) -> str:
    """What was left out, by reason: '2 drafts, 1 testimony that is paused (C-7F3K9Q)'; empty where nothing was."""
    phrases = []
    for reason, names in REASONS.items():
        ids = left_out.get(reason, [])
        if ids:
            which = f" ({', '.join(sorted(set(ids)))})" if reason in BY_ID else ""
            phrases.append(counted(len(ids), *names) + which)
    return ", ".join(phrases)


def closing_line(library: Library, outputs: int, placed: Placed, seconds: float, folder: str) -> str:
    """The one line that says what was built, how long it took and how to look at it."""
    texts = len(library.channel(Channel.SITE).records)
    left_out = left_out_phrase(library.left_out)
    name = folder.rstrip("/").rpartition("/")[2] + "/"
    return (
        f"Built {counted(texts, 'text')} into {counted(outputs, 'file')} in {seconds:.1f} s: "
        f"{placed.written:,} written, {placed.unchanged:,} unchanged, {placed.removed:,} removed in {name}"
        + (f"; left out: {left_out}" if left_out else "; nothing left out")
        + ("." if library.build.drafts else ". To look at it: make serve")
    )
