"""
`make hooks`: git asks before each commit whether what is about to be kept may be kept.

What is checked is what would be committed, and not what stands in the folder.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.desk.guard import text_of
from plugins.embedders.reading import REGISTER, find_private
from plugins.identity.checking import check_message, check_name, check_side_file, check_text, contact_of, message_of
from plugins.identity.guard import LIST_NAME, Guard, GuardError, NotRun, guard_status
from plugins.media.metadata import find_metadata
from plugins.media.parts import Broken
from plugins.problems import Problem, Report, Severity, sentence
from plugins.records.types import FOLDERS

MARK = "# Welcome Stories: written by make hooks"

HOOK = """\
#!/bin/sh
{mark}
[ -d plugins/desk ] || exit 0
if [ ! -x .venv/bin/python ]; then
    echo 'The checks before a commit cannot run yet: run make check first. Nothing was committed.' >&2
    exit 1
fi
exec .venv/bin/python -m plugins.desk {command}
"""

COMMANDS = (("pre-commit", "staged"), ("commit-msg", 'message "$1"'))
"""The hooks of git that are written, each with what it calls."""

TRANSCRIPTS = (".vtt", ".srt")
"""Endings of the files that hold somebody's own words besides testimonies."""

NOTHING_COMMITTED = "Nothing was committed."


class GitError(Exception):
    """
    Git is missing or refuses; the message is for an editor.
    """


class Staged(NamedTuple):
    """
    One file as it would be committed, its path as git knows it.
    """

    path: str
    content: bytes
    original: bytes = b""
    """The text that this one is a translation of."""


def install(root: Path) -> int:
    """Write both hooks for the repository at a folder and say so; 1 where one cannot be written."""
    try:
        folder = _hooks_folder(root)
    except GitError as error:
        print(sentence(error), file=sys.stderr)
        return 1
    status = 0
    for name, command in COMMANDS:
        path = folder / name
        if path.is_symlink() or (path.exists() and MARK not in path.read_text("utf-8", "replace")):
            print(
                f"{path} is a hook of your own, and was left alone. To have the checks too, add this line to it: "
                f".venv/bin/python -m plugins.desk {command} || exit 1",
                file=sys.stderr,
            )
            status = 1
            continue
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(HOOK.format(mark=MARK, command=command), "utf-8")
        path.chmod(0o755)
    if status == 0:
        print(f"Wrote {' and '.join(name for name, _ in COMMANDS)}. Each commit is now checked before it is kept.")
    return status


def _hooks_folder(root: Path) -> Path:
    """Where git looks for hooks."""
    if _git(root, "rev-parse", "--show-prefix").strip():
        raise GitError("the repository begins above this folder: run make hooks in a copy of its own")
    answer = _git(root, "rev-parse", "--git-path", "hooks")
    return root / answer.decode("utf-8", "surrogateescape").removesuffix("\n")


def staged(root: Path, passphrase: str, content: str = "content") -> int:
    """Check what is about to be committed below the content folder; 1 where it must not be."""
    try:
        files = read_staged(root, content)
        return _tell(root / content, passphrase, lambda guard: find_in_files(files, content, guard))
    except GitError as error:
        print(sentence(error), NOTHING_COMMITTED, file=sys.stderr)
        return 1


def message(root: Path, file: Path, passphrase: str, content: str = "content") -> int:
    """Check the message of a commit, in the file that git names; 1 where it must not be kept."""
    text = text_of(file.read_bytes())

    def find(guard: Guard | None) -> list[Problem]:
        names = guard.problems("the message", message_of(text)) if guard else []
        return check_message(text) + names

    return _tell(root / content, passphrase, find, is_quiet=True)


def _tell(folder: Path, passphrase: str, find: Callable[[Guard | None], list[Problem]], is_quiet: bool = False) -> int:
    """Print what is found with the guard, or that there is none; 1 where anything is wrong."""
    try:
        status = guard_status(folder, passphrase)
    except GuardError as error:
        print(sentence(error), NOTHING_COMMITTED, file=sys.stderr)
        return 1
    if status is NotRun.NO_PASSPHRASE and not is_quiet:
        print(f"{status.value}.", file=sys.stderr)
    report = Report(find(status if isinstance(status, Guard) else None))
    for problem in report:
        print(problem, file=sys.stderr)
    if report.errors:
        print(NOTHING_COMMITTED, file=sys.stderr)
    return 1 if report.errors else 0


def find_in_files(files: Iterable[Staged], content: str, guard: Guard | None) -> list[Problem]:
    """What is wrong with files that are about to be committed: personal data, names, and what pictures tell."""
    problems: list[Problem] = []
    for file in files:
        relative = file.path.removeprefix(f"{content}/")
        if relative == LIST_NAME:
            continue
        text = text_of(file.content)
        if file.content and not text:
            problems += check_name(file.path) + _find_in_media(file)
        else:
            problems += _find_in_text(file, relative, text)
        if guard:
            problems += guard.problems(file.path, text)
    return problems


def _find_in_text(file: Staged, relative: str, text: str) -> list[Problem]:
    path = PurePosixPath(relative)
    content_type = FOLDERS.get(path.parent.as_posix())
    if relative == REGISTER:
        return find_private(file.path, text)
    if content_type is None or path.suffix != ".md" or path.name == "README.md":
        return check_side_file(file.path, text, is_testimony=path.suffix in TRANSCRIPTS)
    contact = contact_of(text_of(file.original), content_type.name)
    return check_text(file.path, text, content_type.name, contact)


def _find_in_media(file: Staged) -> list[Problem]:
    try:
        held = find_metadata(file.content)
    except Broken as error:
        return [Problem(file.path, 1, 1, str(error), "Look at the file, and save it again.")]
    if not held:
        return []
    what = f"this file tells more than it shows: {', '.join(held)}"
    return [Problem(file.path, 1, 1, what, "Save it without this data, and add it again.", Severity.ERROR)]


def read_staged(root: Path, content: str = "content") -> list[Staged]:
    """The files below a folder that are new or changed in what is about to be committed."""
    listed = _git(
        root, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=AMT", "--", content
    ).split(b"\0")
    paths: list[str] = []
    asked: list[bytes] = []
    for about, name in zip(listed[::2], listed[1::2], strict=False):
        _, mode, _, blob, _ = about.split()
        if mode == b"160000":  # another repository
            continue
        paths.append(name.decode("utf-8", "replace"))
        asked += [blob, _original(name)]
    contents = _read_blobs(root, asked)
    return [
        Staged(path, *pair) for path, pair in zip(paths, zip(contents[::2], contents[1::2], strict=True), strict=True)
    ]


def _original(name: bytes) -> bytes:
    """What git calls the text that one is a translation of: stories/a.md for stories/a.cy.md."""
    folder, _, file = name.rpartition(b"/")
    slug, *language, ending = file.split(b".")
    is_translation = len(language) == 1 and ending == b"md" and b"\n" not in name
    return b":" + folder + b"/" + slug + b".md" if is_translation else b"-"


def _read_blobs(root: Path, names: list[bytes]) -> list[bytes]:
    """The contents of what git keeps under some names; nothing for what is not there."""
    if not names:
        return []
    answer = _git(root, "cat-file", "--batch", given=b"".join(name + b"\n" for name in names))
    contents: list[bytes] = []
    at = 0
    for _ in names:
        end = answer.index(b"\n", at)
        about = answer[at:end].split(b" ")
        at = end + 1
        if about[-1] == b"missing":
            contents.append(b"")
            continue
        size = int(about[-1])
        contents.append(answer[at : at + size])
        at += size + 1
    return contents


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("git is not installed on this computer, so there is nothing that could be checked") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(
            f"this folder is no repository of git, or git cannot read it ({said[-1] if said else 'no reason given'})"
        )
    return done.stdout
