"""
The two sites that a browser is shown, and what must be true of every visit.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from plugins.live.folder import Folder
from plugins.live.server import open_server
from tests.small_site.site import ROOT, BuiltSite, Run, run

DAY = "1795392000"
"""The 23rd of November 2026, in seconds: the day for which the repository's own site is built here."""

PATIENCE = 15_000
"""Milliseconds after which what should have happened in the browser has not."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port, and give its address."""
    server = open_server(Folder(folder), "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def small_url(small_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, which lies below a path of its host."""
    host = tmp_path_factory.mktemp("host")
    (host / "base").symlink_to(small_site.site.output)
    with serving(host) as url:
        yield f"{url}/base/"


@pytest.fixture(scope="session")
def own_output(build_once: Callable[[str, Callable[[Path], Run]], Path]) -> Path:
    """The repository's own site, built for a fixed day."""

    def build(folder: Path) -> Run:
        folder.mkdir()
        command = (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors")
        return run(ROOT, *command, "-o", str(folder / "output"), SOURCE_DATE_EPOCH=DAY)

    output = build_once("own-site", build) / "output"
    assert (output / "index.html").is_file(), "the repository's own site cannot be built: make check tells why"
    return output


@pytest.fixture(scope="session")
def own_url(own_output: Path) -> Iterator[str]:
    """The address of the repository's own site."""
    with serving(own_output) as url:
        yield f"{url}/"


class Visitor:
    """
    Opens pages, and takes down all that the browser complains of or asks other hosts for.
    """

    def __init__(self, browser: Browser, url: str) -> None:
        self.url = url
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(self, path: str = "", wait_until: Any = "load", **options: Any) -> Page:
        """A page in a window of its own; `options` are those of a playwright context."""
        page = self.window(**options)
        page.goto(self.url + path, wait_until=wait_until)
        return page

    def window(self, **options: Any) -> Page:
        """A window with nothing in it yet."""
        context = self._browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._miss)
        page.on("request", lambda request: self.requests.append(request.url))
        return page

    def _miss(self, request: Any) -> None:
        # A window that is left or closed gives up what is still on its way: nothing is wrong with that.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _hear(self, message: Any) -> None:
        # A window that is closed while a font is on its way says this of a sound font; tests/theme reads the fonts.
        if not message.text.startswith("Failed to decode downloaded font"):
            self.complaints.append(f"{message.type}: {message.text}")

    def close(self) -> None:
        """Close all windows, and say what was wrong."""
        for context in self._contexts:
            context.close()
        host = self.url.split("/")[2]
        elsewhere = [url for url in self.requests if url.split("/")[2] != host]
        assert ([], []) == (self.complaints, elsewhere)


@pytest.fixture
def small(browser: Browser, small_url: str) -> Iterator[Visitor]:
    """A visitor of the small site; whatever a test looks at, there must be no complaint and no other host."""
    visitor = Visitor(browser, small_url)
    yield visitor
    visitor.close()


@pytest.fixture
def own(browser: Browser, own_url: str) -> Iterator[Visitor]:
    """A visitor of the repository's own site, with the same care."""
    visitor = Visitor(browser, own_url)
    yield visitor
    visitor.close()
