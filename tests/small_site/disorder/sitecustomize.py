"""
Another machine: Python imports this first where its folder is on PYTHONPATH. Folders are read backwards and the clock
is fourteen months fast.
"""

import datetime
import os
import time

AHEAD = 420 * 24 * 60 * 60

_scandir, _listdir, _time, _time_ns = os.scandir, os.listdir, time.time, time.time_ns


class Backwards:
    """The entries of a folder from the last name to the first."""

    def __init__(self, *folder):
        with _scandir(*folder) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._entries = iter(())


class Later(datetime.datetime):
    """A clock that is fast."""

    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=AHEAD)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(seconds=AHEAD)


os.scandir = Backwards
os.listdir = lambda *folder: sorted(_listdir(*folder), reverse=True)
time.time = lambda: _time() + AHEAD
time.time_ns = lambda: _time_ns() + AHEAD * 10**9
datetime.datetime = Later
