"""
Our small site, built for an address on this machine and served there: what local groups show in their WordPress.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plugins.live.folder import Folder
from plugins.live.server import open_server
from tests.small_site.site import Site, copy_site

FEED = "feeds/all/rss.xml"
LAMP = "voices/the-lamp/"
"""A testimony; its consent is C-AAMP01."""

STORY = "stories/garden-gate/"
"""A story, which needs nobody's consent."""


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A built site that can be asked for."""

    site: Site
    url: str

    def address(self, path: str) -> str:
        """The whole address of a page or file."""
        return f"{self.url}/{path}"

    def has(self, path: str) -> bool:
        """Whether a file was built."""
        return (self.site.output / path).is_file()

    def withdraw(self) -> None:
        """Take the lamp back, and build the site without it."""
        run = self.site.desk("withdraw", "--id", "C-AAMP01", "--mode", "gone")
        assert run.status == 0, run.err


@contextmanager
def open_site(folder: Path) -> Iterator[ServedSite]:
    """A site of the test's own, served until the block is left."""
    site = copy_site(folder)
    server = open_server(Folder(site.output), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.server_address[1]}"
    allow_embedding(site)
    site.configure(f'SITEURL = "{url}"')
    run = site.build()
    assert run.status == 0, run.err
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ServedSite(site, url)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def allow_embedding(site: Site) -> None:
    """Let the lamp be embedded, where its consent does not say so yet."""
    record = "content/consents/c-aamp01.yml"
    if "embed: yes" not in (site.folder / record).read_text("utf-8"):
        site.edit(record, "feed: yes,", "feed: yes, embed: yes,")
