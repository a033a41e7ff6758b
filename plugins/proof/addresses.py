"""
Where a finished page leads: to files that are there, and to no other host for what it loads.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from lxml import etree

from plugins.outputs import Finished, fingerprint

ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "data", "poster", "background", "ping", "cite", "manifest"}
)
"""Attributes that hold one address."""

LINKS = frozenset({("a", "href"), ("area", "href"), ("blockquote", "cite"), ("q", "cite")})
"""Where an address of another site leads a reader and loads nothing."""

NAMED = frozenset({"canonical", "alternate", "next", "prev"})
"""Kinds of `<link>` that name a page and load nothing."""

STYLE_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|@import\s+["']([^"']+)|image-set\(\s*["']([^"']+)"""
)
REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*(.+?)\s*$", re.IGNORECASE)

ATTRIBUTE = r"""[A-Za-z][A-Za-z0-9:-]*+(?:="[^"<>]*+")?"""
PLAIN_TAG = re.compile(
    rf"<(?:/[a-z][a-z0-9]*+|(?!style\b)([a-z][a-z0-9]*+)((?:[ ]{ATTRIBUTE})*)[ ]?/?)>|<!doctype html>"
)
"""A tag in the form in which all who read HTML see the same in it."""
PLAIN_ATTRIBUTE = re.compile(r'([A-Za-z0-9:-]++)="([^"]*+)"')

SAYING = frozenset({"content", "title", "alt", "aria-label", "datetime", "class", "id"})
"""Attributes that hold no address, so that entities in them need not be understood."""

TELLING = frozenset(
    prefix + name for name in {*ADDRESSES, "srcset", "imagesrcset", "style", "http-equiv"} for prefix in ("", "xlink:")
)
"""Attributes of which every tag that has an address has one."""

MOST = 100_000
"""How many lines, and how many addresses, are remembered; then it begins again with none."""

BETWEEN = b"\n<>\n"
"""What stands between lines that are looked at together: no tag, and no part of one."""

Addresses = tuple[tuple[str, bool], ...]


class AddressProof:
    """
    No file leads to where nothing is published, and none loads anything from another host.

    Most lines stand on many pages, so those are remembered in which nothing can be wrong on any page. The others of a
    page are looked at all at once, and one by one only where that tells too little; a page with lines that are not
    plain is parsed.
    """

    def __init__(self, paths: frozenset[str], base: str) -> None:
        self._paths = paths
        self._base = base
        self._right_lines: set[bytes] = set()
        """Lines in which nothing is wrong, whatever the page."""
        self._right: set[tuple[str, bool]] = set()
        """Addresses in which nothing is wrong, whatever the page."""
        self.digest = fingerprint("addresses", base, *sorted(paths))

    def __call__(self, finished: Finished) -> Iterator[str]:
        """What is wrong with the addresses in a file."""
        if finished.path.endswith(".html"):
            found = self._other_addresses(finished.content)
            if found is not None:
                for address, is_link in found:
                    yield from fault_of(address, is_link, finished.path, self._paths, self._base)
                return
        yield from find_faults(finished.path, finished.content, self._paths, self._base)

    def _other_addresses(self, content: bytes) -> Iterable[tuple[str, bool]] | None:
        """The addresses in a page in which something may be wrong, each once; None where lines are not plain."""
        lines = content.split(b"\n")
        new = set(lines).difference(self._right_lines)
        if not new or self._are_right(new):
            return ()
        others = {line for line in new if not self._are_right({line})}
        found: dict[tuple[str, bool], None] = {}
        for line in lines:
            if line in others:
                addresses = plain_addresses(line.decode("utf-8", "replace"))
                if addresses is None:
                    return None
                found.update(dict.fromkeys(addresses))
        return found

    def _are_right(self, lines: set[bytes]) -> bool:
        """Whether nothing can be wrong in some lines, on any page; they are remembered then."""
        addresses = plain_addresses(BETWEEN.join(lines).decode("utf-8", "replace"), len(lines) - 1)
        if addresses is None or not all(own in self._right or self._is_right(own) for own in addresses):
            return False
        if len(self._right_lines) + len(lines) > MOST:
            self._right_lines.clear()
        self._right_lines.update(lines)
        return True

    def _is_right(self, own: tuple[str, bool]) -> bool:
        """Whether nothing is wrong in an address on any page; it is remembered then."""
        is_same_everywhere = own[0].startswith(("/", "#", "http:", "https:"))
        if not is_same_everywhere or any(fault_of(*own, "", self._paths, self._base)):
            return False
        if len(self._right) >= MOST:
            self._right.clear()
        self._right.add(own)
        return True


def plain_addresses(text: str, borders: int = 0) -> Addresses | None:
    """The addresses in lines of which every tag is a plain one, but for the marks between them; None where not."""
    tags = PLAIN_TAG.findall(text)
    # Each plain tag has one such sign, and nothing else may have any.
    if text.count("<") - len(tags) != borders:
        return None
    found: dict[tuple[str, bool], None] = {}
    for tag, written in dict.fromkeys(tags):
        if not written:
            continue
        attributes = {name.lower(): value for name, value in reversed(PLAIN_ATTRIBUTE.findall(written))}
        if TELLING.isdisjoint(attributes):
            continue
        if attributes.get("http-equiv", "").lower() == "refresh":
            return None
        if "&" in written and any("&" in value for name, value in attributes.items() if name not in SAYING):
            return None
        found.update(dict.fromkeys(addresses_in(tag, attributes)))
    return tuple(found)


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
        found: Iterable[tuple[str, bool]] = (
            (own, False) for own in style_addresses(content.decode("utf-8", "replace"))
        )
    elif path.endswith(".html") and content.strip():
        found = html_addresses(content)
    else:
        return
    for address, is_link in dict.fromkeys(found):
        yield from fault_of(address, is_link, path, paths, base)


def html_addresses(content: bytes) -> Iterator[tuple[str, bool]]:
    """The addresses in a page, and whether each only leads a reader somewhere."""
    root = etree.fromstring(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in root.iter(etree.Element) if root is not None else ():
        tag = str(element.tag)
        yield from addresses_in(tag, dict(element.attrib.items()))
        if tag == "style":
            yield from ((address, False) for address in style_addresses(element.text or ""))
        elif tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            refresh = REFRESH.match(element.get("content", ""))
            if refresh:
                yield refresh[1], False


def addresses_in(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """The addresses in the attributes of an element, and whether each only leads a reader somewhere."""
    for name, value in attributes.items():
        name = name.removeprefix("{http://www.w3.org/1999/xlink}").removeprefix("xlink:")
        if name == "style":
            yield from ((address, False) for address in style_addresses(value))
        elif name in ("srcset", "imagesrcset"):
            yield from ((part.split()[0], False) for part in value.split(",") if part.strip())
        elif name in ADDRESSES:
            named = tag == "link" and attributes.get("rel", "") in NAMED
            yield value.strip(), named or (tag, name) in LINKS


def style_addresses(style: str) -> Iterator[str]:
    """The addresses in a style sheet."""
    for match in STYLE_ADDRESS.finditer(style):
        yield next(part for part in match.groups() if part is not None)


def fault_of(address: str, is_link: bool, page: str, paths: frozenset[str], base: str) -> Iterator[str]:
    """What is wrong with one address."""
    try:
        parts = urlsplit(address)
        target = target_path(address, base, page)
    except ValueError:
        yield f'"{address}" is no address'
        return
    if parts.scheme or parts.netloc:
        if not is_link and parts.scheme != "data":
            yield f'it would load "{address}" from another host'
    elif target is not None and target not in paths:
        yield f'it leads to "{address}", where nothing is published'
