"""
What the preview adds to a page on its way to the browser: one script, and the leave for it. The bytes of the Output
itself stay as they would be published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from plugins.problems import Problem

SCRIPT, STYLE, EVENTS = "/_live/live.js", "/_live/live.css", "/_live/events"
"""Addresses of the preview's own."""

LEAVES = (("script-src", SCRIPT), ("style-src", STYLE), ("connect-src", EVENTS))
"""What the script needs: to be run, to be styled, and to hear of changes."""

NAMED = re.compile(r"[A-Za-z0-9.-]+(:\d+)?", re.ASCII)
"""A host as a policy can name it: one in brackets cannot be named."""

META = re.compile(r"<meta\b[^>]*http-equiv=[\"']?Content-Security-Policy\b[^>]*>", re.IGNORECASE)
CONTENT = re.compile(r"(\bcontent=)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
END = re.compile(rb"</body\s*>", re.IGNORECASE)

PROBLEM_PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This page cannot be shown yet</title>
<link rel="stylesheet" href="{style}">
</head>
<body class="plain">
<main>
<h1>This page cannot be shown yet</h1>
<ul>
{items}
</ul>
<p>It comes by itself when this is mended and saved.</p>
</main>
</body>
</html>
"""


def inject(content: bytes, path: str, stamp: str, host: str) -> bytes:
    """A page with the script of the preview, which knows its path, and the stamp that tells what it was made of."""
    tag = f'<script src="{SCRIPT}" data-path="{escape(path)}" data-stamp="{escape(stamp)}" defer></script>'.encode()
    found = None
    for found in END.finditer(content):  # noqa: B007
        pass
    at = found.start() if found else len(content)
    before, after = content[:at], content[at:]
    head, end, body = before.partition(b"</head>")
    return allow(head, host) + end + body + tag + after


def allow(head: bytes, host: str) -> bytes:
    """A head whose policies, if it has any, let the script of the preview work, and nothing else that they did not."""
    text = head.decode("utf-8", "surrogateescape")
    origin = f"http://{host}" if NAMED.fullmatch(host) else ""
    widened = META.sub(lambda meta: CONTENT.sub(lambda own: widen(own, origin), meta[0]), text)
    return widened.encode("utf-8", "surrogateescape")


def widen(own: re.Match[str], origin: str) -> str:
    """The attribute of a policy, made wider."""
    policy = {}
    for part in own[2][1:-1].split(";"):
        name, _, sources = part.strip().partition(" ")
        policy[name] = sources
    for name, address in LEAVES:
        sources = policy.get(name, policy.get("default-src"))
        if sources is not None:
            kept = [source for source in sources.split() if source != "'none'"]
            policy[name] = " ".join([*kept, f"{origin}{address}" if origin else "'self'"])
    quote = own[2][0]
    return f"{own[1]}{quote}{'; '.join(f'{name} {sources}'.strip() for name, sources in policy.items())}{quote}"


def problem_page(problems: Iterable[Problem]) -> bytes:
    """A page that stands where none can be made, with what is wrong."""
    items = "\n".join(
        f"<li><code>{escape(place_of(problem))}</code> <bdi>{escape(problem.what)}.</bdi> {escape(problem.todo)}</li>"
        for problem in problems
    )
    return PROBLEM_PAGE.format(style=STYLE, items=items).encode()


def place_of(problem: Problem) -> str:
    """Where a problem is, as an editor's program takes it."""
    return f"{problem.path}:{problem.line}:{problem.column}"
