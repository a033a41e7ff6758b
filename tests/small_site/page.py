"""
A finished page, as tests ask it for facts.
"""

from __future__ import annotations

import json
from typing import Any

from lxml import html

LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest")
"""Attributes that make a browser ask for something."""


class Page:
    """
    The HTML of one file.
    """

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.content = content
        self.tree: Any = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))

    def find(self, xpath: str) -> list[Any]:
        """What an XPath finds: elements, or the values of attributes."""
        return list(self.tree.xpath(xpath))

    def one(self, xpath: str) -> Any:
        """The only thing an XPath finds."""
        found = self.find(xpath)
        assert len(found) == 1, f"{xpath} is found {len(found)} times in {self.path}"
        return found[0]

    def text(self, xpath: str = "//main") -> str:
        """The words of an element, with single spaces."""
        return " ".join(self.one(xpath).text_content().split())

    @property
    def lang(self) -> str:
        """The language of the page."""
        return str(self.one("/html/@lang"))

    @property
    def redirect(self) -> str:
        """Where the page leads at once; empty where it is a page to read."""
        refresh = self.find('//meta[@http-equiv="refresh"]/@content')
        return str(refresh[0]).partition("url=")[2] if refresh else ""

    @property
    def canonical(self) -> str:
        """The absolute address of the page; empty where it has none."""
        return str(next(iter(self.find('//link[@rel="canonical"]/@href')), ""))

    @property
    def alternates(self) -> dict[str, str]:
        """The page in each language, by absolute address."""
        links = self.find('//link[@rel="alternate"][@hreflang]')
        return {str(link.get("hreflang")): str(link.get("href")) for link in links}

    @property
    def is_for_searches(self) -> bool:
        """Whether searches may name the page."""
        return "noindex" not in self.find('//meta[@name="robots"]/@content')

    def meta(self, name: str) -> str:
        """The content of a meta element, by name or property."""
        return str(self.one(f'//meta[@name="{name}" or @property="{name}"]/@content'))

    def data(self, kind: str) -> list[Any]:
        """The structured data of a kind."""
        every = [json.loads(script.text) for script in self.find('//script[@type="application/ld+json"]')]
        return [data for data in every if data["@type"] == kind]

    def loads(self) -> list[str]:
        """The addresses of all that a browser asks for when it shows the page."""
        links = self.find('//link[not(@rel="canonical" or @rel="alternate" or @rel="prev" or @rel="next")]/@href')
        found = links + self.find("|".join(f"//@{name}" for name in LOADING if name != "srcset"))
        return [str(url) for url in found] + self.sizes()

    def sizes(self) -> list[str]:
        """The addresses of all the sizes in which pictures may be asked for."""
        return [part.split()[0] for sizes in self.find("//@srcset") for part in str(sizes).split(",")]

    def links(self) -> list[str]:
        """The addresses of all links in the page."""
        return [str(url) for url in self.find("//a/@href | //area/@href")]

    def addresses(self) -> list[str]:
        """Every address in the page, whatever it is for."""
        every = self.find("//@href") + [url for url in self.loads() if url]
        return [str(url) for url in every] + ([self.redirect] if self.redirect else [])
