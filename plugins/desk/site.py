"""
The settings of the site, for commands that do without Pelican.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from plugins.problems import SettingsError


def read_settings(path: Path) -> dict[str, Any]:
    """The settings in a file, as Pelican takes them: every name in capital letters."""
    spec = importlib.util.spec_from_file_location("welcome_settings", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SettingsError(f"there is no settings file {path}")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return {name: value for name, value in vars(module).items() if name.isupper()}
