"""
A folder of finished files, as it is shown by `make serve`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Folder(NamedTuple):
    """The files below a folder."""

    root: Path

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return os.path.isfile(self.root / path)

    def find(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none. A folder is no file, and is never listed."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            # It may have gone a moment ago, or have a name that no disk can keep.
            return None
