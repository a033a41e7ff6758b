"""
`make rules`: what a host must be told so that withdrawn addresses answer 410, and other sites may read our feeds.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from plugins.build.gate import open_library
from plugins.build.project import content_of
from plugins.desk.site import read_settings
from plugins.hosting.headers import write_headers
from plugins.hosting.rules import gone_addresses, write_rules
from plugins.problems import ContentError, SettingsError, did_you_mean

HOSTS = ("netlify", "apache", "nginx")


def rules(settings_file: Path, host: str) -> int:
    """Print the rules for a host."""
    if host not in HOSTS:
        raise SettingsError(f'say which host, as in: make rules HOST=nginx. "{host}": {did_you_mean(host, HOSTS)}')
    content = content_of(read_settings(settings_file))
    try:
        library, _ = open_library(content)
    except ContentError as error:
        raise SettingsError(f"{error} Run make check, and mend it first") from None
    base = urlsplit(content.site_url).path.rstrip("/")
    print(write_rules(host, gone_addresses(library), base) + write_headers(host, base), end="")
    return 0
