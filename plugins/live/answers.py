"""
What is answered to a request: a page, a part of a file, a way to the right address, or the site's own page for what
is not there. Nothing here knows a socket.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol
from urllib.parse import quote, unquote

from plugins.live.content_types import type_of
from plugins.live.ranges import parse_range

ALWAYS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
)
"""The headers of every answer: nothing is kept by the browser, since it may be other words a moment later."""

MISSING = "404.html"
"""The site's own page for what is not there."""


class Source(Protocol):
    """Where files come from: a folder, or a site in memory. Paths are relative, with forward slashes."""

    def has(self, path: str) -> bool:
        """Whether there is such a file."""

    def find(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""


class Answer(NamedTuple):
    """A whole answer. `path` is the file that was asked for, whether or not it is there."""

    status: int
    content: bytes
    kind: str = "text/plain; charset=utf-8"
    path: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def all_headers(self) -> tuple[tuple[str, str], ...]:
        """All that is said before the content."""
        own = (("Content-Type", self.kind), ("Content-Length", str(len(self.content))))
        return (*own, *self.headers, *ALWAYS)


def path_of(target: str) -> str | None:
    """The file that an address means; None for one that means no file anywhere."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    if not path.startswith("/") or "\\" in path or "\0" in path:
        return None
    parts = path[1:].split("/")
    if any(part in ("", ".", "..") for part in parts[:-1]) or parts[-1] in (".", ".."):
        return None
    return "/".join([*parts[:-1], parts[-1] or "index.html"])


def look_up(source: Source, target: str) -> Answer:
    """The answer to a request for an address, with all of the file that it means."""
    path = path_of(target)
    content = source.find(path) if path is not None else None
    if path is not None and content is not None:
        return Answer(200, content, type_of(path), path, (("Accept-Ranges", "bytes"),))
    if path is not None and source.has(f"{path}/index.html"):
        query = target.partition("#")[0].partition("?")
        return Answer(301, b"", path=path, headers=(("Location", f"/{quote(path)}/{query[1]}{query[2]}"),))
    page = source.find(MISSING)
    if page is None:
        return Answer(404, b"There is nothing at this address.\n", path=path or "")
    return Answer(404, page, type_of(MISSING), path or "")


def cut(answer: Answer, asked: str | None) -> Answer:
    """The part of an answer that is asked for; all of it where no part is."""
    size = len(answer.content)
    part = parse_range(asked, size) if answer.status == 200 else None
    if part is None:
        return answer
    if not part:
        return Answer(416, b"", path=answer.path, headers=(("Content-Range", f"bytes */{size}"),))
    where = ("Content-Range", f"bytes {part.start}-{part.stop - 1}/{size}")
    content = answer.content[part.start : part.stop]
    return answer._replace(status=206, content=content, headers=(*answer.headers, where))
