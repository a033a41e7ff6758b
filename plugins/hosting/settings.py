"""
Which host the site stands on, as far as it takes rules from files.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.problems import SettingsError, did_you_mean

HOSTS = ("none", "netlify", "apache")


@dataclass(frozen=True)
class Hosting:
    """
    How the host is told that an address is gone for good (410), and not only a page that says so.
    """

    rules: str = "none"
    """
    netlify writes `_redirects`, apache writes `.htaccess`; both are read by the host and served to nobody.
    none writes nothing: elsewhere such a file would be served, and be a list of what was withdrawn.
    For nginx, put what `make rules HOST=nginx` prints into the server's own settings.
    """

    def __post_init__(self) -> None:
        if self.rules not in HOSTS:
            raise SettingsError(f'HOSTING.rules: "{self.rules}" is unknown. {did_you_mean(self.rules, HOSTS)}')
