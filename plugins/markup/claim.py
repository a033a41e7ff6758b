"""
The block that answers a myth, facts first and last:

    /// claim | part-for-whole
        said: some newspapers
        reach: widely repeated since about 2015

    Fact: What is true, with its figure.

    Warning: What follows misleads.

    Myth: The myth in one short sentence.

    Why: What misleads in it, and what is behind it.

    Fact again: What is true, in other words.
    ///

The order is that of the Debunking Handbook 2020 (Lewandowsky and others).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType

from plugins.records.fields import SLUG
from plugins.records.record import Claim

PARTS: Mapping[str, str] = MappingProxyType(
    {"Fact": "fact", "Warning": "warning", "Myth": "myth", "Why": "why", "Fact again": "again"}
)
"""The five parts in their order: what an editor writes, and the name of the part."""

BLOCK = re.compile(r"<aside (?P<attributes>[^>]*\bdata-claim=[^>]*)>(?P<inner>.*?)</aside>", re.DOTALL)
ATTRIBUTE = re.compile(r'data-(claim|said|reach|fault)="([^"]*)"')
PART = re.compile(r'<p data-part="(\w+)">(.*?)</p>', re.DOTALL)
FIGURE_MARK = re.compile(r'<data value="fact:([^"]*)"></data>')
TAG = re.compile(r"<[^>]*>")
LONGEST_WHY = 1.5
"""How much longer than myth and facts together the explanation may be, in words."""


def find_claim_problems(html: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with claims: words to find it by, what, and what to do."""
    for match in BLOCK.finditer(html):
        own = dict(ATTRIBUTE.findall(match["attributes"]))
        needle = f"claim | {own['claim']}"
        if "data-said" not in match["attributes"]:
            yield "data-claim", "a claim is written as HTML", "Write /// claim | technique, its parts, then ///."
            continue
        if not SLUG.match(own["claim"]):
            yield needle, f'"{own["claim"]}" is no technique', "Name one of content/techniques: /// claim | name."
        for option, todo in (("said", "which kind of source says it"), ("reach", "where and since when it is heard")):
            if not own[option]:
                yield needle, f"this claim does not say {todo}", f"Add below the first line, indented: {option}: …"
        if "fault" in own:
            yield needle, unescape(own["fault"]), "Begin five paragraphs with these words and a colon."
            continue
        parts = parts_of(match)
        yield from ((needle, *fault) for fault in part_faults(parts))


def part_faults(parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong in the parts of one claim."""
    for label, name in PARTS.items():
        if not parts.get(name):
            yield f'the part "{label}" is empty', "Write it."
    if "{fact:" in parts.get("myth", ""):
        yield "the myth has a figure of ours in it", "Say the myth in plain words; figures belong to the facts."
    words = {name: len(text.split()) for name, text in parts.items()}
    most = round(LONGEST_WHY * sum(words.get(name, 0) for name in ("myth", "fact", "again")))
    if words.get("why", 0) > most:
        what = f"the explanation has {words['why']} words, more than one and a half times myth and facts together"
        yield what, f"Shorten it to {most} words."


def plain(html: str) -> str:
    """The words of a part, with marks of figures in them."""
    return " ".join(unescape(TAG.sub("", FIGURE_MARK.sub(r"{fact:\1}", html))).split())


def parts_of(match: re.Match[str]) -> dict[str, str]:
    """The plain words of each part of a block; empty where it has not all of them."""
    parts = {name: plain(inner) for name, inner in PART.findall(match["inner"])}
    return parts if len(parts) == len(PARTS) else {}


def read_claim(match: re.Match[str], line: int) -> Claim | None:
    """What the library knows of a clean block; None for one that is not whole."""
    own = {name: unescape(value) for name, value in ATTRIBUTE.findall(match["attributes"])}
    parts = parts_of(match)
    return Claim(own["claim"], own["said"], own["reach"], parts["myth"], parts["fact"], line) if parts else None


def dress(match: re.Match[str]) -> str:
    """
    A clean claim block as pages show it: its labels are open places.

    `<!word key>` and `<!title name>` cannot be written by an editor: cleaning takes them out.
    """
    parts = dict(PART.findall(match["inner"]))
    own = dict(ATTRIBUTE.findall(match["attributes"]))
    if len(parts) != len(PARTS):
        return ""
    return (
        '<aside class="claim">'
        f'<p class="claim__label"><!word claim.fact></p><p class="claim__fact">{parts["fact"]}</p>'
        f'<p class="claim__warning">{parts["warning"]}</p>'
        f'<p class="claim__myth"><span class="claim__label"><!word claim.myth></span> <q>{parts["myth"]}</q> '
        f'<span class="claim__said">({own["said"]}; {own["reach"]})</span></p>'
        f'<p class="claim__label"><!word claim.why>: <!title technique/{own["claim"]}></p><p>{parts["why"]}</p>'
        f'<p class="claim__label"><!word claim.again></p><p class="claim__fact">{parts["again"]}</p>'
        "</aside>"
    )
