"""
Rules for hosts: each address that a text has left answers 410 (gone), with the neutral page for all of them;
and the headers of feeds, embeds and all else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from plugins.hosting.headers import write_headers
from plugins.library.library import Library
from plugins.outputs import Channel, Output, verbatim

FILES = {"netlify": "_redirects", "apache": ".htaccess"}
"""Where a host looks for its rules, at the root of the site."""

HEADERS = "_headers"
"""Where Netlify and Cloudflare Pages look for headers."""

PAGE = "/410.html"
"""What is shown with the answer."""


def gone_addresses(library: Library) -> list[str]:
    """The addresses that texts have left, from the root of the host, sorted."""
    base = urlsplit(library.site_url).path.rstrip("/")
    return sorted({base + own.address for own in library.departures(Channel.SITE) if own.address})


def write_rules(host: str, addresses: Iterable[str], base: str) -> str:
    """The rules in the form of a host: netlify, apache or nginx."""
    lines = []
    if host == "netlify":
        lines = [f"{address} {base}{PAGE} 410!" for address in addresses]
    elif host == "apache":
        lines = [f"ErrorDocument 410 {base}{PAGE}", *(f"Redirect gone {address}" for address in addresses)]
    elif host == "nginx":
        lines = [f"error_page 410 {base}{PAGE};"]
        lines += [f"location = {address} {{ return 410; }}" for address in addresses]
    return "".join(f"{line}\n" for line in lines)


def make_outputs(library: Library, host: str) -> Iterator[Output]:
    """The files of rules that the host reads, where it reads any."""
    if host not in FILES:
        return
    base = urlsplit(library.site_url).path.rstrip("/")
    rules, headers = write_rules(host, gone_addresses(library), base), write_headers(host, base)
    if host == "netlify":
        yield verbatim(HEADERS, headers.encode())
        yield verbatim(FILES[host], rules.encode())
    else:
        yield verbatim(FILES[host], (rules + headers).encode())
