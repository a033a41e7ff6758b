"""
One build at a time for each output folder: two at once would take each other's files for foreign ones.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from plugins.problems import SettingsError


@contextmanager
def only_build(lock: Path, folder: Path) -> Iterator[None]:
    """
    Hold the lock of an output folder. SettingsError where another build holds it.

    The system itself lets go of the lock of a process that ends, however it ends, so that none is ever left over.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    file = take(lock, folder)
    try:
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
    finally:
        lock.unlink(missing_ok=True)
        file.close()


def take(lock: Path, folder: Path) -> IO[str]:
    """The lock's file, held; it is the one that stands there, and not one that its last holder took away."""
    while True:
        file = lock.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if is_there(lock, file):
                return file
        except OSError:
            file.seek(0)
            process = file.read().strip() or "unknown"
            file.close()
            raise SettingsError(
                f"another build is writing {folder.name}/ at this moment (process {process}): wait until it is done"
            ) from None
        file.close()


def is_there(lock: Path, file: IO[str]) -> bool:
    """Whether an open file is the one that its path leads to."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
