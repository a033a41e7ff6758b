"""
`make register-check`: the private register against the public records, without copying from it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.build.project import content_of
from plugins.consent.reading import read_consents
from plugins.consent.register import compare, read_register
from plugins.desk.site import read_settings
from plugins.problems import Report, SettingsError, counted


def register_check(settings_file: Path, asked: str) -> int:
    """Compare a file or a folder of the register with the public records; 1 where they disagree."""
    settings = read_settings(settings_file)
    content = content_of(settings)
    if not asked.strip():
        raise SettingsError("say where the register lies: make register-check FILE=/path/outside/the/repository")
    place = Path(asked).expanduser()
    if not place.exists():
        raise SettingsError("there is no such file or folder")
    for parent in (place.resolve(), *place.resolve().parents):
        if (parent / ".git").exists() or (parent / "pelicanconf.py").exists():
            raise SettingsError("the register lies in a repository: move it out at once, and out of its history too")
    files = sorted(place.glob("*.yml")) if place.is_dir() else [place]
    if not files:
        raise SettingsError("this folder holds no file that ends in .yml")
    register, problems = read_register(files)
    consents, _ = read_consents(content.consents, content.shown)
    report = Report([*problems, *compare(register, consents)])
    for problem in report:
        print(problem, file=sys.stderr)
    if len(report):
        print(f"{counted(len(report), 'difference')} between the register and the public records.", file=sys.stderr)
        return 1
    print(
        f"All is well: {counted(len(register), 'record')} agree."
        if len(register) != 1
        else "All is well: 1 record agrees."
    )
    return 0
