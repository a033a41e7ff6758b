"""
Whom the preview answers. A page elsewhere may lead a name of its own to this machine (DNS rebinding) and so read
drafts and testimonies with the editor's own browser: then the address that was asked for is not one of ours.
"""

from __future__ import annotations

import re

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this machine for itself."""

PORT = re.compile(r":\d*$", re.ASCII)


def is_loopback(bind: str) -> bool:
    """Whether a server that listens there is heard by this machine alone."""
    return bind in LOOPBACK


def may_ask(host: str | None, bind: str) -> bool:
    """Whether a request for this host is answered by a server that listens at `bind`."""
    return not is_loopback(bind) or bare_name(host or "") in LOOPBACK


def bare_name(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    return PORT.sub("", host.strip()).removeprefix("[").removesuffix("]").lower()
