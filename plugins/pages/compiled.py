"""
Templates as earlier builds made them ready, on disk. A file that is not what was written counts for nothing.
"""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.whole import sealed, unsealed, write_new


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
