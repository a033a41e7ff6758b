"""
Whatever can go wrong, as problems an editor can read: those of texts, of settings, and faults of software and theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from traceback import walk_tb

from plugins.build.running import FAULT
from plugins.problems import ContentError, Problem, SettingsError

FRAME = re.compile(r'^  File "(.+)", line (\d+)', re.MULTILINE)
"""A place in what Python says before it ends."""

UNDO = "Mend it and save, or undo what was changed."


def problems_of(error: BaseException, root: Path, settings_file: Path) -> tuple[Problem, ...]:
    """What is wrong, by the error that stopped a reading or the making of a page."""
    if isinstance(error, ContentError):
        return tuple(error.report.errors)
    if isinstance(error, SettingsError):
        return (told_by(str(error), root, settings_file),)
    path, line = place_of(error, root, settings_file)
    said = str(getattr(error, "message", None) or error).rstrip(".")
    return (Problem(shown(path, root), line, 1, f"{type(error).__name__}: {said}", FAULT),)


def told_by(sentence: str, root: Path, settings_file: Path) -> Problem:
    """The problem of which a sentence tells; it may begin with the path it is about."""
    path, _, what = sentence.partition(": ")
    if not what or not (root / path).exists():
        path, what = shown(settings_file, root), sentence
    return Problem(path, 1, 1, what.rstrip("."), UNDO)


def place_of(error: BaseException, root: Path, settings_file: Path) -> tuple[Path, int]:
    """The innermost line of our own files, or of the theme's, at which something broke."""
    own_name, own_line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if own_name and own_line:
        return Path(own_name), own_line
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    return innermost(frames, root) or (settings_file, 1)


def innermost(frames: Iterable[tuple[Path, int]], root: Path) -> tuple[Path, int] | None:
    """The last of some places that is ours, and not a library's."""
    roots = (root.resolve(), Path(__file__).resolve().parents[2])
    own = [
        (path, line)
        for path, line in frames
        if path.is_file() and any(path.resolve().is_relative_to(one) for one in roots) and ".venv" not in path.parts
    ]
    return own[-1] if own else None


def problem_in(said: str, root: Path, settings_file: Path) -> Problem:
    """The problem in what a process of Python said before it ended."""
    last = said.strip().splitlines()[-1] if said.strip() else "it ended without a word"
    frames = [(Path(path), int(line)) for path, line in FRAME.findall(said)]
    if not frames:
        return told_by(last, root, settings_file)
    path, line = innermost(frames, root) or (settings_file, 1)
    return Problem(shown(path, root), line, 1, last.rstrip("."), UNDO)


def shown(path: Path, root: Path) -> str:
    """A path as one would type it in the folder of the site."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
