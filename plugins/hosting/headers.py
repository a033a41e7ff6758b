"""
What hosts say with each file: who may read it from another site, how long it may be kept, what it is.

Feeds, embeds and recordings are read by the pages of local groups, so every origin may. They are kept for a short
time only: what is withdrawn must be able to go.
"""

from __future__ import annotations

from typing import NamedTuple

EVERYWHERE = ("Access-Control-Allow-Origin", "*")
QUARTER, HOUR, YEAR = 900, 3600, 31_536_000
"""In seconds."""

TYPES = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""What files of a name are, where hosts would say something vaguer."""

FEED_FOLDERS = (":name", ":kind/:name", ":kind/:name/full", ":name/archive/:number")
"""
Where files of these names are, below feeds/, in the words of Netlify and Cloudflare: `:name` is one folder.

No two of them fit one feed, since headers that are said twice are joined.
"""

ENDINGS = {"vtt": "text/vtt", "opml": "text/x-opml"}

USUAL = {"mp3": "audio/mpeg", "xml": "application/xml", "json": "application/json", "html": "text/html"}
"""What nginx forgets where it is told of others."""


class HeaderRule(NamedTuple):
    """The headers of all files below a folder."""

    folder: str
    headers: tuple[tuple[str, str], ...]


def kept(seconds: int, is_immutable: bool = False) -> tuple[str, str]:
    """How long a file may be kept without asking again."""
    return ("Cache-Control", f"public, max-age={seconds}{', immutable' if is_immutable else ''}")


RULES = (
    HeaderRule("feeds/", (EVERYWHERE, kept(QUARTER))),
    HeaderRule("embed/", (EVERYWHERE, kept(QUARTER))),
    HeaderRule("oembed/", (EVERYWHERE, kept(HOUR))),
    HeaderRule("audio/", (EVERYWHERE, kept(HOUR))),
    HeaderRule("pictures/", (EVERYWHERE, kept(YEAR, is_immutable=True))),
    HeaderRule("", (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"))),
)
"""From the narrowest to the widest. The names of pictures change with their bytes."""


def write_headers(host: str, base: str) -> str:
    """The headers in the form of a host: netlify, apache or nginx; `base` is the path of the site on its host."""
    write = {"netlify": netlify_lines, "apache": apache_lines, "nginx": nginx_lines}[host]
    return "".join(f"{line}\n" for line in write(base))


def netlify_lines(base: str) -> list[str]:
    """For Netlify and Cloudflare Pages: paths, and below them their headers. All rules of a path count."""
    lines = []
    for rule in RULES:
        lines.append(f"{base}/{rule.folder}*")
        lines += [f"  {name}: {value}" for name, value in rule.headers]
    for file, kind in TYPES.items():
        for folder in FEED_FOLDERS:
            lines += [f"{base}/feeds/{folder}/{file}", f"  Content-Type: {kind}; charset=utf-8"]
    return lines


def apache_lines(base: str) -> list[str]:
    """For an .htaccess at the root of the site (mod_headers and mod_mime)."""
    lines = ["<IfModule mod_headers.c>"]
    for rule in RULES:
        condition = f' "expr=%{{REQUEST_URI}} =~ m#^{base}/{rule.folder}#"' if rule.folder else ""
        lines += [f'Header always set {name} "{value}"{condition}' for name, value in rule.headers]
    lines.append("</IfModule>")
    lines += [f'<Files "{name}">\nForceType "{kind}; charset=utf-8"\n</Files>' for name, kind in TYPES.items()]
    return lines + [f"AddType {kind} .{ending}" for ending, kind in ENDINGS.items()]


def nginx_lines(base: str) -> list[str]:
    """For the server block of nginx, where a location takes no header from outside."""
    *rules, wide = RULES
    common = [f'add_header {name} "{value}" always;' for name, value in wide.headers]
    lines = list(common)
    for rule in rules:
        own = [f'add_header {name} "{value}" always;' for name, value in rule.headers]
        kinds = "; ".join(f"{kind} {ending}" for ending, kind in {**ENDINGS, **USUAL}.items())
        lines += [f"location ^~ {base}/{rule.folder} {{", *(f"    {line}" for line in (*own, *common))]
        if rule.folder == "feeds/":
            lines += [f"    location ~ /{name}$ {{ types {{ }} default_type {kind}; }}" for name, kind in TYPES.items()]
        if rule.folder in ("feeds/", "audio/"):
            lines.append(f"    types {{ {kinds}; }}")
        lines.append("}")
    return lines
