"""
Where a finished page leads: to files that are there, and to no other host for what it loads.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

ATTRIBUTE = re.compile(rb'<(a|link|img|script|source|iframe|audio|video|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
SELF_LINK = re.compile(rb'<link\b[^>]*\brel="(?:canonical|alternate)"[^>]*>')
STYLE_URL = re.compile(rb"url\(\s*['\"]?([^'\")]+)")


def target_path(address: str, base: str, page: str) -> str | None:
    """The file an address means, as a path of the output; None where it is another site's or the page itself."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if base and not path.startswith(f"{base}/"):
            return path
        path = path.removeprefix(base).lstrip("/")
    else:
        closing = "/" if path.endswith("/") else ""
        joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path))
        path = (joined + closing).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def find_faults(path: str, content: bytes, paths: frozenset[str], base: str) -> Iterator[str]:
    """
    What is wrong with the addresses in a file: dead ones within the site, and loads from elsewhere.

    `base` is the path of the site on its host, without a closing slash.
    """
    if path.endswith(".css"):
        for match in STYLE_URL.finditer(content):
            yield from fault_of("url", match[1].decode("utf-8", "replace"), path, paths, base)
    elif path.endswith(".html"):
        for match in set(ATTRIBUTE.findall(SELF_LINK.sub(b"", content))):
            yield from fault_of(match[0].decode(), match[1].decode("utf-8", "replace"), path, paths, base)


def fault_of(tag: str, address: str, page: str, paths: frozenset[str], base: str) -> Iterator[str]:
    """What is wrong with one address."""
    address = address.replace("&amp;", "&")
    parts = urlsplit(address)
    if (parts.scheme or parts.netloc) and tag != "a":
        if parts.scheme != "data":
            yield f'it would load "{address}" from another host'
        return
    target = target_path(address, base, page)
    if target is not None and target not in paths:
        yield f'it leads to "{address}", where nothing is published'
