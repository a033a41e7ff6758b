"""
`make previews`: what the programs of others make of a feed, so that editors see it before their neighbours do.
"""

from __future__ import annotations

from pathlib import Path

from plugins.desk.site import read_settings
from plugins.feeds.heads import FILES, ROOT
from plugins.feeds.readers.previewing import tell_previews
from plugins.problems import SettingsError, did_you_mean


def previews(settings_file: Path, wish: str) -> int:
    """Print how a feed looks in a WordPress block, a widget, an email and so on; of everything where none is named."""
    output = Path(read_settings(settings_file)["OUTPUT_PATH"])
    name = wish.strip().strip("/").removeprefix(ROOT) or "all"
    path = output / ROOT / name / FILES["rss"]
    if not (output / ROOT).is_dir():
        raise SettingsError("the site was not built here yet: make html")
    if not path.is_file():
        known = sorted(own.parent.relative_to(output / ROOT).as_posix() for own in (output / ROOT).rglob(FILES["rss"]))
        raise SettingsError(f'there is no feed "{name}". {did_you_mean(name, known)}')
    print(tell_previews(path.read_bytes()))
    return 0
