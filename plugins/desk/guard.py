"""
`make guard`: the list of hashes made of the private names, and every text held against it.

The names are read, and never written or printed. Where a name stands is told by line and column.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from getpass import getpass
from pathlib import Path

from plugins.build.gate import Content
from plugins.build.project import content_of
from plugins.desk.site import read_settings
from plugins.identity.guard import LIST_NAME, Guard, GuardError, NotRun, guard_status, make_key, make_list, opens
from plugins.problems import Problem, SettingsError, counted, sentence

Ask = Callable[[str], str]


def ask_at_terminal(question: str) -> str:
    """What somebody types unseen; nothing where nobody sits at a terminal."""
    return getpass(question) if sys.stdin.isatty() else ""


def guard(settings: Path, names: str, passphrase: str, ask: Ask = ask_at_terminal) -> int:
    """
    Make the list anew where `names` is the path of a private list, then check all content; 1 where a name stands in it.

    The passphrase is asked for where it is empty; 2 where nothing could be done.
    """
    content = content_of(read_settings(settings))
    try:
        if names:
            passphrase = passphrase or _ask_twice(ask)
            write_list(content, read_names(names, settings), passphrase)
        elif (content.folder / LIST_NAME).is_file():
            passphrase = passphrase or ask("Passphrase of the guard: ")
        status = guard_status(content.folder, passphrase)
    except GuardError as error:
        print(sentence(error), file=sys.stderr)
        return 2
    if status is NotRun.NO_LIST:
        print(
            f"There is no {content.shown}/{LIST_NAME}, so no names are guarded. "
            "Make it with: make guard NAMES=/path/to/the/private/list"
        )
        return 0
    if status is NotRun.NO_PASSPHRASE:
        print(f"{status.value}.", file=sys.stderr)
        return 2
    return tell_hits(status, content)


def _ask_twice(ask: Ask) -> str:
    passphrase = ask("Passphrase for the guard, four words or more: ")
    if passphrase and ask("The same again: ") != passphrase:
        raise GuardError("the two passphrases differ, and nothing was written")
    if not passphrase:
        raise GuardError("the passphrase is missing: put it into the environment variable WELCOME_GUARD")
    return passphrase


def read_names(names: str, settings: Path) -> str:
    """The text of the private list. SettingsError where it stands where git could keep it, or cannot be read."""
    path = Path(names).expanduser()
    if not path.is_file():
        raise SettingsError(
            "there is no file of this path: give the private list as in make guard NAMES=/home/me/names"
        )
    roots = (path.resolve().parents, path.absolute().parents)
    project = settings.resolve().parent
    if any(folder == project or (folder / ".git").exists() for parents in roots for folder in parents):
        raise SettingsError(
            "the private list stands in a folder that git keeps, and could be published: move it out, then try again"
        )
    try:
        return path.read_text("utf-8-sig")
    except (UnicodeDecodeError, OSError):
        raise SettingsError("the private list cannot be read: save it as plain text with the encoding UTF-8") from None


def write_list(content: Content, names: str, passphrase: str) -> None:
    """Write the list of hashes and say so, and that the passphrase is another one where it is."""
    path = content.folder / LIST_NAME
    text = make_list(names, passphrase)
    was = path.read_text("utf-8", "replace") if path.is_file() else ""
    path.write_text(text, "utf-8")
    print(f"Wrote {content.shown}/{LIST_NAME}. It holds no name, and may be committed.")
    if was and not opens(was, make_key(passphrase)):
        print("The passphrase is another one than before: tell everyone who runs the guard.")


def tell_hits(own: Guard, content: Content) -> int:
    """Print where names stand; 1 where any does."""
    problems: set[Problem] = set()
    files = list(files_of(content))
    for path in files:
        shown = f"{content.shown}/{path.relative_to(content.folder).as_posix()}"
        problems.update(own.problems(shown, text_of(path.read_bytes())))
    for problem in sorted(problems):
        print(problem, file=sys.stderr)
    if problems:
        print(f"The guard found {counted(len(problems), 'place')}.", file=sys.stderr)
        return 1
    print(f"The guard found no name in {counted(len(files), 'file')}.")
    return 0


def files_of(content: Content) -> Iterator[Path]:
    """Every file below the content folder, apart from the list itself."""
    for path in sorted(content.folder.rglob("*")):
        if path.is_file() and path != content.folder / LIST_NAME:
            yield path


def text_of(raw: bytes) -> str:
    """The text of a file; nothing where it is a picture or a recording."""
    try:
        return "" if b"\0" in raw else raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return ""
