"""
Templates as earlier builds made them ready, on disk. A file that is not what was written counts for nothing.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

CHECK = 16
"""Bytes of the hash before the rest of a file."""


class Compiled(BytecodeCache):
    """
    Jinja's store of templates in a folder. Its own reads whatever is there: a file that was cut off ended the build.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja, which makes the template ready itself where nothing is loaded."""
        try:
            content = (self._folder / f"{bucket.key}.cache").read_bytes()
        except OSError:
            return
        if content[:CHECK] == check_of(content[CHECK:]):
            bucket.load_bytecode(BytesIO(content[CHECK:]))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja; a folder that cannot be written to is no fault."""
        file = BytesIO()
        bucket.write_bytecode(file)
        content = file.getvalue()
        waiting = self._folder / f".{bucket.key}.new"
        with suppress(OSError):
            waiting.write_bytes(check_of(content) + content)
            waiting.replace(self._folder / f"{bucket.key}.cache")


def check_of(content: bytes) -> bytes:
    """The hash by which a file is known to be whole."""
    return blake2b(content, digest_size=CHECK).digest()
