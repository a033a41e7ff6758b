"""
The server of the preview: pages out of memory, with the script that loads them again, and the news for that script.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from plugins.live.answers import Answer, cut, look_up, path_of
from plugins.live.bell import Bell
from plugins.live.content_types import type_of
from plugins.live.injecting import EVENTS, SCRIPT, STYLE, inject, problem_page
from plugins.live.server import Handler
from plugins.live.site import LiveSite, Standing, Unmade

OWN = {address: Path(__file__).with_name(address.rpartition("/")[2]) for address in (SCRIPT, STYLE)}
"""The preview's own files."""


class Moment(NamedTuple):
    """The site as it stands at one moment, so that an answer is all of one piece."""

    site: LiveSite
    standing: Standing

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return self.standing.output(path) is not None

    def find(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none, Unmade where it cannot be made."""
        return self.site.find(self.standing, path)


class LiveHandler(Handler):
    """
    Answers with what is in memory.
    """

    def __init__(self, *arguments: Any, site: LiveSite, bell: Bell, ask_proof: Callable[[str], object]) -> None:
        self.site = site
        self.bell = bell
        self.ask_proof = ask_proof
        super().__init__(*arguments)

    def answer(self) -> None:
        """Answer with a page, one of the preview's own files, or the news."""
        address = urlsplit(self.path)
        if address.path == EVENTS and self.command == "GET":
            asked = parse_qs(address.query)
            self.tell_news(asked.get("path", [""])[0], asked.get("stamp", [""])[0])
        elif address.path in OWN:
            own = OWN[address.path]
            self.send(Answer(200, own.read_bytes(), type_of(own.name)))
        else:
            self.send(cut(self.page(), self.asked_part))

    def page(self) -> Answer:
        """What stands at the address that was asked for, dressed for the preview."""
        moment = Moment(self.site, self.site.standing)
        try:
            answer = look_up(moment, self.path)
        except Unmade as error:
            answer = Answer(503, problem_page(error.problems), type_of(".html"), path_of(self.path) or "")
        if not answer.kind.startswith("text/html"):
            return answer
        stamp = moment.standing.stamp(answer.path)
        content = inject(answer.content, answer.path, stamp, self.headers["Host"] or "")
        return answer._replace(content=content)

    def tell_news(self, path: str, stamp: str) -> None:
        """Tell an open page what it must know, now and at each change, until it is left."""
        self.close_connection = True
        self.send_response(200)
        for name, value in (("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")):
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        with self.bell.listening(self.connection) as ear:
            told = None
            while True:
                self.ask_proof(path)
                news = json.dumps(self.site.news(path, stamp))
                self.wfile.write(b": \n\n" if news == told else f"retry: 500\ndata: {news}\n\n".encode())
                told = news
                if not ear.wait():
                    return
