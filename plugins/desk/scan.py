"""
`make scan`: searches for withdrawn words long after they are gone, by the keyed hashes that were kept of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.build.project import content_of
from plugins.consent.traces import read_traces
from plugins.desk.site import read_settings
from plugins.problems import SettingsError, counted
from plugins.proof.leaks import search_hashes


def scan(settings_file: Path, key: str) -> int:
    """Search the built site and the content; 1 where anything withdrawn is found, 2 where no search was made."""
    settings = read_settings(settings_file)
    content = content_of(settings)
    traces = sorted(content.consents.glob("*.traces"))
    if not traces:
        print("No traces of withdrawn words were ever kept here, so there is nothing to search for.")
        return 0
    if not key:
        raise SettingsError("the search was NOT RUN: WELCOME_TRACE_KEY is not set, and without it traces tell nothing")
    folders = (Path(settings["OUTPUT_PATH"]), content.folder)
    hits = 0
    for path in traces:
        hashes = read_traces(path.read_text("utf-8"), key.encode())
        if hashes is None:
            raise SettingsError(f"the search was NOT RUN: {path.name} was made with another WELCOME_TRACE_KEY")
        for folder in folders:
            for hit in search_hashes(folder, hashes, key.encode()) if folder.is_dir() else ():
                hits += 1
                print(f"{folder.name}/{hit}: words of {path.stem.upper()} stand here again.", file=sys.stderr)
    if hits:
        print(f"{counted(hits, 'file')} must be mended, and the site published anew.", file=sys.stderr)
        return 1
    searched = " and ".join(f"{folder.name}/" for folder in folders)
    print(f"Nothing of {counted(len(traces), 'withdrawn text')} was found in {searched}.")
    return 0
