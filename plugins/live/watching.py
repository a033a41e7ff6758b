"""
What is looked at while the site is shown, and what follows from a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

STEP = 20
"""Milliseconds without a change after which a change is told: programs write a file in several steps."""


class Change(IntEnum):
    """
    What has changed, from the least to the most that must be done again.
    """

    NOTHING = 0
    CONTENT = 1
    """Texts, facts, consents, pictures: all is read again."""
    THEME = 2
    """Templates, styles, words of the interface: all is read again, and nothing is kept."""
    SOFTWARE = 3
    """Plugins or settings: they are loaded once in the life of a process, so the next one must be begun."""


def what_changed(paths: Iterable[Path], settings_folders: Iterable[Path], software: Path, theme: Path) -> Change:
    """The most that must be done again after some files have changed."""
    settings_folders = frozenset(settings_folders)

    def change_of(path: Path) -> Change:
        if path.is_relative_to(software):
            return Change.SOFTWARE if path.suffix == ".py" else Change.NOTHING
        if path.parent in settings_folders and path.suffix == ".py":
            return Change.SOFTWARE
        return Change.THEME if path.is_relative_to(theme) else Change.CONTENT

    return max(map(change_of, paths), default=Change.NOTHING)


class Watchers:
    """
    Look at folders, and hand over the paths of what was changed in them, for as long as a block lasts.
    """

    def __init__(
        self, tell: Callable[[frozenset[Path]], object], sources: Iterable[Path], settings_folders: Iterable[Path]
    ) -> None:
        self._tell = tell
        self._stopped = Event()
        self._threads = [
            Thread(target=self._look, args=(list(sources), True), daemon=True),
            # Settings stand beside much that is no matter of theirs: only the files themselves are looked at.
            Thread(target=self._look, args=(list(settings_folders), False), daemon=True),
        ]

    def _look(self, folders: list[Path], is_deep: bool) -> None:
        looking = watch(*folders, step=STEP, stop_event=self._stopped, raise_interrupt=False, recursive=is_deep)
        for changes in looking:
            paths = frozenset(path for path in (Path(name) for _, name in changes) if is_deep or path.suffix == ".py")
            if paths:
                self._tell(paths)

    def __enter__(self) -> Watchers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        # A thread of the watching library that is cut off by the end of the process would end it with a crash.
        self._stopped.set()
        for thread in self._threads:
            thread.join()
