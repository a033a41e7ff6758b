"""
What a real WordPress needs of the machine, and one line that says what to install where it is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
"""Where programs are; a database server is not on everybody's way."""

WORDPRESS = Path("/usr/share/wordpress")
EXTENSIONS = {"mysqli": "php-mysql", "xml": "php-xml", "mbstring": "php-mbstring"}
"""What PHP must have been built with, and the package of each."""


def missing() -> list[str]:
    """The packages of Debian that are not installed yet."""
    packages = [] if (WORDPRESS / "wp-load.php").is_file() else ["wordpress"]
    if not (shutil.which("mariadbd", path=PATH) and shutil.which("mariadb-install-db")):
        packages.append("mariadb-server-core")
    if not shutil.which("php"):
        return [*packages, "php-cli", *EXTENSIONS.values()]
    loaded = subprocess.run(["php", "-m"], capture_output=True, text=True, check=True).stdout.split()
    return packages + [package for name, package in EXTENSIONS.items() if name not in loaded]


def advice() -> str:
    """What to do before these tests can run; nothing where they can."""
    packages = " ".join(missing())
    return (
        packages and f"A real WordPress is needed here. On Debian: apt-get install --no-install-recommends {packages}"
    )


if __name__ == "__main__":
    sys.exit(advice() or 0)
