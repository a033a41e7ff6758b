"""
`make ping`: after a deployment, tell the WebSub hub which feeds are not what it was told last.

What was withdrawn is told first. Nothing else ever leaves this machine: the addresses of public feeds, to the hub that
the settings name.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plugins.build.manifest import read_manifest
from plugins.build.neighbours import Neighbours, write_whole
from plugins.desk.site import read_settings
from plugins.problems import SettingsError, counted

FEEDS = ("rss.xml", "atom.xml", "feed.json")
TIMEOUT = 20
"""Seconds that the hub has for an answer."""

AT_ONCE = 50
"""How many feeds are told in one request."""


def ping(settings_file: Path) -> int:
    """Tell the hub; 1 where it does not take it."""
    settings = read_settings(settings_file)
    hub, site_url = settings["FEEDS"].hub, settings["SITEURL"].rstrip("/")
    if not hub:
        raise SettingsError("no hub is named, so there is nobody to tell: set FEEDS.hub in pelicanconf.py")
    neighbours = Neighbours(Path(settings["OUTPUT_PATH"]))
    entries = read_manifest(neighbours.manifest).entries
    if not entries:
        raise SettingsError("the site was not built here yet: make publish SITEURL=…, and deploy it first")
    told_file = neighbours.manifest.with_name(neighbours.manifest.name.replace("manifest", "pinged"))
    now = {path: entry.hash for path, entry in entries.items() if path.startswith("feeds/") and path.endswith(FEEDS)}
    before = read_told(told_file)
    changed = [path for path in in_order(now) if before.get(path) != now[path]]
    if not changed:
        print("No feed has changed since the hub was told last.")
        return 0
    for start in range(0, len(changed), AT_ONCE):
        problem = tell(hub, [f"{site_url}/{path}" for path in changed[start : start + AT_ONCE]])
        if problem:
            raise SettingsError(f"the hub {hub} {problem}. Nothing is lost: try again later with make ping")
    write_whole(told_file, json.dumps(now, indent=0, sort_keys=True).encode())
    print(f"Told {hub} of {counted(len(changed), 'changed feed')}.")
    return 0


def in_order(paths: Iterable[str]) -> list[str]:
    """The feeds of testimonies first, since only they can hold what was withdrawn, then everything else by path."""
    return sorted(paths, key=lambda path: ("testimony" not in path and "/all/" not in path, path))


def read_told(path: Path) -> Mapping[str, str]:
    """What the hub was told last: the hash of each feed; nothing where it is not known."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


Open = Callable[..., object]


def tell(hub: str, addresses: list[str], open_address: Open = urllib.request.urlopen) -> str:
    """
    One request after WebSub's common form (hub.mode=publish); what is wrong, in half a sentence, or nothing.
    """
    fields = [("hub.mode", "publish"), *(("hub.url", address) for address in addresses)]
    request = urllib.request.Request(hub, urllib.parse.urlencode(fields).encode(), method="POST")
    try:
        open_address(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        return f"answers {error.code} ({error.reason})"
    except OSError as error:
        return f"cannot be reached: {getattr(error, 'reason', error)}"
    return ""
