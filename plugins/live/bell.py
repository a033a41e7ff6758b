"""
The bell that wakes all open pages. A page that is gone is noticed at once, so that the open ones can be counted.
"""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

BREATH = 15.0
"""Seconds after which something is sent even where there is no news, so that nothing on the way gives up."""


class Bell:
    """Rung by one, heard by all who listen."""

    def __init__(self) -> None:
        self._ropes: set[socket.socket] = set()
        self._lock = Lock()

    def __len__(self) -> int:
        """How many are listening."""
        return len(self._ropes)

    def ring(self) -> None:
        """Wake all who listen."""
        with self._lock:
            for rope in self._ropes:
                rope.send(b"!")

    @contextmanager
    def listening(self, connection: socket.socket) -> Iterator[Ear]:
        """Listen for as long as a connection stands."""
        mine, theirs = socket.socketpair()
        with mine, theirs:
            with self._lock:
                self._ropes.add(theirs)
            try:
                yield Ear(mine, connection)
            finally:
                with self._lock:
                    self._ropes.discard(theirs)


class Ear:
    """One who listens."""

    def __init__(self, rope: socket.socket, connection: socket.socket) -> None:
        self._rope = rope
        self._connection = connection

    def wait(self) -> bool:
        """Wait for the bell, or for a breath; False where nobody is at the other end any more."""
        ready, _, _ = select.select([self._rope, self._connection], [], [], BREATH)
        if self._connection in ready:
            # A browser says nothing more on such a connection: whatever comes is its end.
            return False
        if self._rope in ready:
            self._rope.recv(4096)
        return True
