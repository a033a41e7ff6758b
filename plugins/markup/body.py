"""
From the Markdown of a text to its Body: safe HTML, with a place for each link between texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from plugins.markup.claim import BLOCK, dress, find_claim_problems, read_claim
from plugins.markup.fact import find_fact_problems
from plugins.markup.quote import find_quote_problems
from plugins.markup.safe import clean, clean_at_a_glance
from plugins.markup.sparing.prose import PlainProse
from plugins.problems import Problem
from plugins.records.fields import is_address
from plugins.records.record import Body, ChartPlace, FactPlace, LinkPlace, Place, QuotePlace, WordPlace

if TYPE_CHECKING:
    from markdown import Markdown

CURLY_QUOTES = frozenset({"en", "cy"})
"""Languages whose quotation marks and dashes are set as in English print."""

PLACE = re.compile(
    r'<blockquote data-quote="(?P<quoted>[^"]*)">(?P<quote>.*?)</blockquote>'
    r'|<data value="fact:(?P<fact>[^"]*)"></data>'
    r'|<aside data-chart="(?P<chart>[^"]*)">.*?</aside>'
    r"|<!word (?P<word>[^>]*)>|<!title (?P<title>[^>]*)>"
    r'|<a(?P<attributes>(?: [a-z-]+="[^"]*")*)>(?P<words>.*?)</a>',
    re.DOTALL,
)
CLEAN_HREF = re.compile(r' href="([^"]*)"')
RAW_HREF = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
GOES_ON = re.compile(r"[\w-]")
"""What follows the name of a text in the name of another."""
NESTED = re.compile(r"(?m)^(?:> ?|\t| {4}|[-*+] ++|\d++\. ++){16}.*[^-* \n].*")
"""A line deeper than any reader follows, and deep enough to exhaust the stack of the Markdown parser."""
ROW = re.compile(r"\n(?:> ?|\t| {4}|[-*+] ++|\d++\. ++){2}")
"""What every such line begins with, and hardly any other."""
DEEP = ("lists or quotations are nested too deeply", "Write them flat.")
MARK = "///"
"""What begins and ends each block."""
INNER_BLOCK = re.compile(r"(?m)^[ \t>*+\-.)\d]++///.*")
TAG = re.compile(r"<[^>]*>")
WORD_OR_SPACE = bytes(ord(" " if chr(code).isspace() else "w") for code in range(256))
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def make_converter(is_curly: bool) -> PlainProse:
    """What makes the HTML of a body, with the marks of English print or without."""

    def make_longer() -> Markdown:
        from plugins.markup.converter import stock_converter
        from plugins.markup.sparing.converter import spare

        return spare(stock_converter(is_curly=is_curly))

    return PlainProse(is_curly, make_longer)


class BodyRenderer:
    """
    Makes bodies, one after the other, with one converter for each kind of print. That of Python-Markdown is loaded
    with the first text that is more than plain prose.
    """

    def __init__(self) -> None:
        self._plain = make_converter(is_curly=False)
        self._curly = make_converter(is_curly=True)

    def __call__(self, text: str, first_line: int, path: str, lang: str) -> tuple[Body, list[Problem]]:
        """The body of a text, with all that is wrong in it; `first_line` is the text's in the file at `path`."""
        converter = self._curly if lang in CURLY_QUOTES else self._plain
        source = Source(text, first_line, path)
        try:
            refused = refusal(source)
            html = "" if refused else converter.convert(text)
        except RecursionError:
            refused = source.problem("", *DEEP)
        except TypeError:
            refused = source.problem(
                "///",
                "what stands indented below the first line of a block is none of its options",
                "Write said: … and reach: …, each on a line of its own.",
            )
        if refused:
            return Body(("",)), [refused]
        cleaned = clean_at_a_glance(html)
        body = make_body(clean(html) if cleaned is None else cleaned, source)
        problems = list(find_problems(html, source, is_plain=cleaned is not None))
        if not body.words:
            problems.append(Problem(path, first_line, 1, "there is no text below the fields", "Write it."))
        return body, problems


def refusal(source: Source) -> Problem | None:
    """Why a text is not even tried: deep nesting exhausts the stack of the parser, blocks within others never end."""
    if ROW.search(f"\n{source.text}") and (deep := NESTED.search(source.text)):
        return source.problem(deep[0], *DEEP)
    if MARK in source.text and (inner := INNER_BLOCK.search(source.text)):
        what = "a block begins or ends in a list, a quotation or code"
        return source.problem(inner[0], what, "Begin each line with /// at the edge, with an empty line before it.")
    return None


class Source:
    """
    The Markdown of a text, for telling where in the file something stands.
    """

    def __init__(self, text: str, first_line: int, path: str) -> None:
        self.text = text
        self.first_line = first_line
        self.path = path
        self._from: dict[str, int] = {}

    def next_line(self, needle: str) -> int:
        """The line of the next occurrence of some words, each asked for in turn."""
        start = self.text.find(needle, self._from.get(needle, 0))
        while start >= 0 and GOES_ON.match(self.text, start + len(needle)):
            start = self.text.find(needle, start + 1)
        if start < 0:
            return self.first_line
        self._from[needle] = start + len(needle)
        return self.first_line + self.text.count("\n", 0, start)

    def problem(self, needle: str, what: str, todo: str) -> Problem:
        """A problem where some words stand."""
        start = max(self.text.find(needle), 0)
        column = start - self.text.rfind("\n", 0, start)
        line = self.first_line + self.text.count("\n", 0, start)
        return Problem(self.path, line, column, what, todo)


def find_problems(html: str, source: Source, is_plain: bool = False) -> Iterator[Problem]:
    """
    What an editor must mend in a body before it can be shown; `is_plain` where it has been seen that no tag stands in
    it but those of words, headings, lists, links and figures.
    """
    if not is_plain or MARK in html:
        yield from find_faults(html, source)
    for needle, what, todo in find_fact_problems(html):
        yield source.problem(needle, what, todo)
    for href in dict.fromkeys(unescape("".join(found)) for found in RAW_HREF.findall(html)):
        yield from find_link_problems(href, source)


def find_faults(html: str, source: Source) -> Iterator[Problem]:
    """What a body may not hold, and what is wrong with its blocks."""
    if "<h1" in html:
        heading = re.search(r"(?m)^(# .*|.*(?=\n=+[ \t]*$))", source.text)
        yield source.problem(
            heading[0] if heading else "#", "a heading of the first level stands in the text",
            "Begin it with ##: the title is the only heading above.",
        )  # fmt: skip
    if "<img" in html:
        needle = "![" if "![" in source.text else "<img"
        yield source.problem(needle, "a picture stands in the text", 'Name it in the field "picture" instead.')
    for find in (find_quote_problems, find_claim_problems):
        for needle, what, todo in find(html):
            yield source.problem(needle, what, todo)


def find_link_problems(href: str, source: Source) -> Iterator[Problem]:
    """What is wrong with the address of a link, before anything is known of other texts."""
    scheme = SCHEME.match(href)
    if (scheme and scheme[1].lower() not in ("http", "https", "record")) or not is_address(href):
        yield source.problem(href, f'a link to "{href}" cannot be published', "Link to a page by its https address.")
    elif not scheme and not is_file_link(href) and not href.startswith("#"):
        yield source.problem(
            href, f'"{href}" does not say where to', "Link to a text as record:its-file-name, to a site with https://.",
        )  # fmt: skip


def is_file_link(href: str) -> bool:
    """Whether a link names another text by its file."""
    return href.partition("#")[0].endswith(".md") and not SCHEME.match(href) and not href.startswith("/")


def make_body(html: str, source: Source) -> Body:
    """A Body of clean HTML: whatever depends on other texts, facts or charts becomes a place."""
    claims = [read_claim(match, source.next_line("/// claim |")) for match in BLOCK.finditer(html)]
    html = BLOCK.sub(dress, html) if claims else html
    parts: list[str] = []
    places: list[Place] = []
    end = 0
    for match in PLACE.finditer(html):
        place = place_of(match, source)
        if place:
            parts.append(html[end : match.start()])
            places.append(place)
            end = match.end()
    parts.append(html[end:])
    return Body(tuple(parts), tuple(places), count_words(TAG.sub(" ", html)), tuple(claim for claim in claims if claim))


def count_words(text: str) -> int:
    """
    How many words `split` makes of a text; where it is ASCII none is made, and only the places are counted where one
    begins.
    """
    return f" {text}".encode().translate(WORD_OR_SPACE).count(b" w") if text.isascii() else len(text.split())


def place_of(match: re.Match[str], source: Source) -> Place | None:
    """The place that stands somewhere in a body; None for what is whole."""
    if match["quoted"] is not None:
        return quote_place(match, source)
    if match["fact"] is not None:
        return FactPlace(match["fact"], source.next_line(match["fact"]))
    if match["chart"] is not None:
        return ChartPlace(match["chart"], source.next_line(match["chart"]))
    if match["word"] is not None:
        return WordPlace(match["word"])
    if match["title"] is not None:
        return LinkPlace(match["title"], "", source.next_line(match["title"].partition("/")[2]))
    return link_place(match, source)


def quote_place(match: re.Match[str], source: Source) -> QuotePlace:
    """The place of a quote."""
    return QuotePlace(f"testimony/{match['quoted']}", match["quote"], source.next_line(match["quoted"]))


def link_place(match: re.Match[str], source: Source) -> LinkPlace | None:
    """The place of a link to another text; None for a link that is whole."""
    found = CLEAN_HREF.search(match["attributes"])
    href = unescape(found[1]) if found else ""
    if not (href.startswith("record:") or is_file_link(href)):
        return None
    return LinkPlace(href.removeprefix("record:"), match["words"], source.next_line(href))
