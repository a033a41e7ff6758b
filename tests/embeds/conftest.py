"""
The page of a local group and the site whose feed it shows: two hosts, and all that is asked of them.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

COMPONENT = Path(__file__).resolve().parents[2] / "theme" / "embeds" / "welcome-stories.1.js"
SCRIPT = "/embeds/welcome-stories.1.js"
FEED = "/feeds/all/feed.json"
PATIENCE = 15_000
"""Milliseconds after which what should have happened in the browser has not."""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A local group</title></head>
<body><main><h1>A local group</h1><h2>Stories</h2>
<welcome-stories {attributes}><ul><li><a href="{site}/stories/inside/">A link inside</a></li></ul></welcome-stories>
</main><script type="module" src="{site}{script}" crossorigin="anonymous"></script></body></html>"""

SETTLED = """() => {
    const root = document.querySelector("welcome-stories").shadowRoot;
    return !root.querySelector("[aria-busy]") && [...root.querySelectorAll("img")].every(own => own.complete);
}"""
"""The feed and its pictures are there, or cannot be read."""


@dataclass
class Answer:
    """What a host gives; `wait` holds it back until a test lets it go."""

    body: bytes
    type: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Access-Control-Allow-Origin": "*"})
    wait: threading.Event | None = None


@dataclass
class Host:
    """A host with what it gives by path, and what it was asked for."""

    url: str
    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]]

    def paths(self) -> list[str]:
        """The paths asked for, in alphabetical order."""
        return sorted(path for path, _ in self.asked)


class Handler(BaseHTTPRequestHandler):
    """
    Answers from a table and writes down who asked.
    """

    def __init__(self, host: Host, *arguments: Any) -> None:
        self.host = host
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """One answer."""
        self.host.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = self.host.answers.get(self.path, Answer(b"Not found", "text/plain", 404))
        if answer.wait:
            answer.wait.wait(PATIENCE / 1000)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def open_host() -> Iterator[Callable[[], Host]]:
    """Opens hosts on free ports of this machine."""
    servers: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def open_one() -> Host:
        host = Host("", {}, [])
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, host))
        server.daemon_threads = True
        host.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        return host

    yield open_one
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


def picture(width: int = 96, height: int = 60) -> Answer:
    """A small picture of one colour; other hosts than its own may show it and not read it."""
    held = io.BytesIO()
    Image.new("RGB", (width, height), "#4b56a9").save(held, "PNG")
    return Answer(held.getvalue(), "image/png", headers={})


class Visit:
    """
    Shows the page of a group, which holds the element, and takes down all that goes wrong in it.
    """

    def __init__(self, browser: Browser, group: Host, site: Host) -> None:
        self.group, self.site = group, site
        self.feed_url = site.url + FEED
        self.errors: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        site.answers[SCRIPT] = Answer(COMPONENT.read_bytes(), "text/javascript")

    def serve(self, feed: Any, path: str = FEED) -> Answer:
        """Let the site have a feed."""
        body = feed if isinstance(feed, bytes) else json.dumps(feed).encode()
        self.site.answers[path] = Answer(body, "application/feed+json")
        return self.site.answers[path]

    def window(self, **options: Any) -> Page:
        """A window with nothing in it yet; `options` are those of a playwright context."""
        context = self._browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: self.errors.append(dialog.message))
        return page

    def write(self, attributes: str | None = None, headers: dict[str, str] | None = None, page: str = PAGE) -> None:
        """Write the group's page; without attributes the element has its feed alone."""
        own = f'feed="{self.feed_url}"' if attributes is None else attributes.replace("FEED", self.feed_url)
        html = page.format(attributes=own, site=self.site.url, script=SCRIPT)
        self.group.answers["/"] = Answer(html.encode(), "text/html; charset=utf-8", headers=headers or {})

    def open(
        self, feed: Any = None, attributes: str | None = None, headers: dict[str, str] | None = None, **options: Any
    ) -> Page:
        """The group's page as it stands when everything has come."""
        if feed is not None:
            self.serve(feed)
        self.write(attributes, headers)
        page = self.window(**options)
        page.goto(self.group.url + "/")
        settle(page)
        return page

    def show(self, page: Page, feed: Any) -> None:
        """Show another feed in a page that is open."""
        path = f"/feeds/{len(self.site.answers)}/feed.json"
        self.serve(feed, path)
        change(page, "feed", self.site.url + path)

    def close(self) -> None:
        """Close all windows; nothing may have gone wrong in them."""
        for context in self._contexts:
            context.close()
        assert [] == self.errors


def change(page: Page, name: str, value: str | None) -> None:
    """Change an attribute of the element as a page's own script would; None takes it away."""
    page.evaluate(
        "([name, value]) => { const own = document.querySelector('welcome-stories');"
        " value === null ? own.removeAttribute(name) : own.setAttribute(name, value); }",
        [name, value],
    )
    settle(page)


def settle(page: Page) -> None:
    """Wait until the element has read its feed, or given up."""
    page.wait_for_function(SETTLED)


@pytest.fixture
def visit(browser: Browser, open_host: Callable[[], Host]) -> Iterator[Visit]:
    """A visitor of a local group's page."""
    visit = Visit(browser, open_host(), open_host())
    yield visit
    visit.close()
