"""
What earlier builds made ready of a theme, on disk. A file that is not what was written counts for nothing.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.whole import UNREADABLE, sealed, unsealed, write_new


class Ready:
    """
    What was made of all files of a theme together, by name, for as long as the digest that `find` gives stays the same.
    """

    def __init__(self, folder: Path | None, find: Callable[[], str]) -> None:
        self._file = folder and folder / "theme"
        self._find = find
        self._digest = find()
        self._made: dict[str, bytes] = self._read()

    def _read(self) -> dict[str, bytes]:
        if self._file:
            with suppress(*UNREADABLE):
                digest, made = marshal.loads(unsealed(b"", self._file.read_bytes()))
                return dict(made) if digest == self._digest else {}
        return {}

    def __call__(self, name: str, make: Callable[[], bytes]) -> bytes:
        """
        What was made, or is made now; a folder that cannot be written to is no fault. What is made while somebody
        saves a file of the theme is not kept.
        """
        if name not in self._made:
            self._made[name] = make()
            if self._file and self._find() == self._digest:
                with suppress(OSError):
                    write_new(self._file, sealed(b"", marshal.dumps((self._digest, self._made))))
        return self._made[name]


class Compiled(BytecodeCache):
    """
    Jinja's store of templates in a folder. Its own reads whatever is there: a file that was cut off ended the build.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja, which makes the template ready itself where nothing is loaded."""
        with suppress(OSError, ValueError):
            bucket.load_bytecode(BytesIO(unsealed(b"", (self._folder / f"{bucket.key}.cache").read_bytes())))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja; a folder that cannot be written to is no fault."""
        file = BytesIO()
        bucket.write_bytecode(file)
        with suppress(OSError):
            write_new(self._folder / f"{bucket.key}.cache", sealed(b"", file.getvalue()))
