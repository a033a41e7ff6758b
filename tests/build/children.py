"""
Builds in processes of their own, as a command would run them, which may be cut off or disturbed at any write.

A process made by fork has everything imported already, so that a build costs a fraction of a second, and may be killed
like any other. It reads the settings anew and knows nothing of the builds before it.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Timer
from types import SimpleNamespace
from typing import IO, Any

from pelican import signals
from pelican.settings import read_settings

from plugins.build import gate, generator
from plugins.build.project import content_of
from plugins.build.settings import Machine
from plugins.offers import offering
from plugins.once import make_anew
from tests.make import ROOT
from tests.small_site.site import HERE

NEEDED = (
    "audio.outputs", "embeds.outputs", "feeds.outputs", "feeds.writing", "identity.checking", "markup.body", "proof.words",
    "prose.checking", "republish.outputs",
)  # fmt: skip
for needed in NEEDED:
    import_module(f"plugins.{needed}")

OWN_SETTINGS = """
THEME = str(_HERE / "theme")
LANGUAGES = Languages(strings=_HERE / "theme" / "strings", default="en", codes=("en", "cy", "ar"), tags={"en": "en-GB"})
HOSTING = Hosting(rules="none")
LEFT_OUT = []
PLUGINS = [plugin for plugin in PLUGINS if plugin not in LEFT_OUT]
"""
"""What a small site with a theme of its own sets besides."""

LONGEST = 180
"""Seconds after which a build is taken for one that hangs."""

IMPORT = re.compile(r"""@import (?:url\()?["']([^"']+)["']\)?[^;]*;""")
"""How a style sheet takes in another."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"})
"""The events of Python (sys.addaudithook) by which a process changes a folder, besides that of opening a file."""


@dataclass(frozen=True)
class Ended:
    """How a build ended: its exit status, below 0 for the signal that killed it, and everything it said."""

    status: int
    told: str


def make_site(folder: Path) -> None:
    """A small site with a theme and words of its own, not built yet."""
    shutil.copytree(HERE / "content", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "smallconf.py").write_text((HERE / "smallconf.py").read_text("utf-8") + OWN_SETTINGS, "utf-8")


def build(
    folder: Path, *, into: Path | None = None, workers: int = 1, meddle: Callable[[], object] | None = None
) -> Ended:
    """
    Build the site in a folder; clean and `into` another one where that is given. `meddle` is called in the process.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        return wait(start(folder, told, into, workers, meddle), told)


def start(folder: Path, told: IO[str], into: Path | None, workers: int, meddle: Callable[[], object] | None) -> int:
    """Begin a build that says everything to a file; the process."""
    process = os.fork()
    if process == 0:
        _be(folder, told, into, workers, meddle)
    return process


def wait(process: int, told: IO[str]) -> Ended:
    """How a build ends; one that hangs is killed."""
    watch = Timer(LONGEST, os.kill, (process, signal.SIGKILL))
    watch.start()
    try:
        _, status = os.waitpid(process, 0)
    finally:
        watch.cancel()
    told.seek(0)
    return Ended(os.waitstatus_to_exitcode(status), told.read())


def _be(folder: Path, told: IO[str], into: Path | None, workers: int, meddle: Callable[[], object] | None) -> None:
    """What the process does. It never returns."""
    status = 70
    try:
        sys.stdout = sys.stderr = told
        os.chdir(folder)
        for signal_of_plugins in (offering, signals.get_generators):
            signal_of_plugins.receivers.clear()
        settings: dict[str, Any] = read_settings(str(folder / "smallconf.py"))
        sys.modules["lightningcss"] = SimpleNamespace(bundle_css=joined)  # type: ignore[assignment]
        settings["MACHINE"] = Machine(workers)
        if into:
            build_clean(folder, settings, into)
        made = settings["PELICAN_CLASS"](settings)
        if meddle:
            meddle()
        made.run()
        status = 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except BaseException:
        traceback.print_exc(file=told)
    finally:
        told.flush()
        os._exit(status)


def joined(path: str, minify: bool = True) -> str:
    """
    A style sheet with all that it imports. The library that does it for sites has threads, which do not live on in a
    process made by fork: where it was used before, it would be waited for without end.
    """
    folder = Path(path).parent
    return IMPORT.sub(lambda match: joined(str(folder / match[1])), Path(path).read_text("utf-8"))


def build_clean(folder: Path, settings: dict[str, Any], into: Path) -> None:
    """Let a build know nothing of earlier ones, but for what stands on the site and has to leave it."""
    must_go = gate.must_go
    settings["OUTPUT_PATH"] = str(into)
    generator.content_of = lambda own: replace(content_of(own), cache=None, remember=make_anew)  # type: ignore[attr-defined]
    gate.must_go = lambda consents, today, _: must_go(consents, today, folder / "output")  # type: ignore[attr-defined]


class Disk:
    """
    Listens to all that a process is about to change below a folder, and does something from one time on.

    A process beside it counts for itself.
    """

    def __init__(self, folder: Path, at: int, strike: Callable[[str, Path], object]) -> None:
        self._folder = str(folder)
        self._at = at
        self._strike = strike
        self._count = 0
        self._is_at_work = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Called by Python before each event."""
        if self._is_at_work or not (event in CHANGES or (event == "open" and arguments[2] & WRITING)):
            return
        # A file is renamed from one path to another; whole folders are removed by names that are relative to open ones.
        paths = [os.fsdecode(own) for own in arguments[:2] if isinstance(own, str | bytes | os.PathLike)]
        path = next((own for own in paths if own.startswith(self._folder)), "")
        if not path and (event == "open" or not paths or paths[0].startswith("/")):
            return
        self._count += 1
        if self._count >= self._at:
            self._is_at_work = True
            try:
                self._strike(event, Path(path or paths[0]))
            finally:
                self._is_at_work = False


def counting(folder: Path, into: Path) -> Callable[[], None]:
    """Writes a letter into a file for each write of a build."""
    file = os.open(into, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    return partial(listen, Disk(folder, 1, lambda _event, _path: bool(os.write(file, b"."))))


def listen(disk: Disk) -> None:
    """Listen for as long as this process lives."""
    sys.addaudithook(disk)


def cutting_off(folder: Path, at: int) -> Callable[[], None]:
    """Kills a build at one of its writes: a file that it was about to write holds a part of what it was to hold."""
    return partial(listen, Disk(folder, at, die))


def die(event: str, path: Path) -> None:
    """End like a process that the system kills."""
    leave_part(event, path)
    os.kill(os.getpid(), signal.SIGKILL)


def leave_part(event: str, path: Path) -> None:
    """What is left of a file whose writing began."""
    if event == "open":
        with suppress(OSError):
            path.write_bytes(b"[")


def filling_up(folder: Path, at: int) -> Callable[[], None]:
    """Lets nothing more be written below a folder from one write on; what is there may be renamed and removed."""

    def refuse(event: str, path: Path) -> None:
        if event in ("open", "os.mkdir"):
            leave_part(event, path)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    return partial(listen, Disk(folder, at, refuse))


def locking_up(folder: Path, at: int = 1) -> Callable[[], None]:
    """Lets nothing below a folder be changed from one change on."""

    def refuse(_event: str, path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    return partial(listen, Disk(folder, at, refuse))
