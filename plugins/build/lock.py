"""
One build at a time for each output folder: two at once would take each other's files for foreign ones.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from plugins.problems import SettingsError

TRIES, PAUSE = 200, 0.05
"""How often the lock of a build that was killed is asked for again, and how many seconds lie between."""


@contextmanager
def only_build(lock: Path, folder: Path) -> Iterator[None]:
    """
    Hold the lock of an output folder. SettingsError where another build holds it.

    The system itself lets go of the lock of a process that ends, however it ends, so that none is ever left over.
    The workers of a build that was killed hold it until they have seen that, and may still write: they are waited for.
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
    tries = 0
    while True:
        tries += 1
        file = lock.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if is_there(lock, file):
                return file
        except OSError:
            file.seek(0)
            process = file.read().strip() or "unknown"
            file.close()
            if tries < TRIES and has_ended(process):
                time.sleep(PAUSE)
                continue
            raise SettingsError(
                f"another build is writing {folder.name}/ at this moment (process {process}): wait until it is done"
            ) from None
        file.close()


def has_ended(process: str) -> bool:
    """Whether there is no process of a number any more."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError, OverflowError):
        return False
    return False


def is_there(lock: Path, file: IO[str]) -> bool:
    """Whether an open file is the one that its path leads to."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
