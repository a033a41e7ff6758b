"""
Words that a file marks as somebody's own, compared with those she approved: letter for letter, in every place.

HTML marks them with `data-words="<id> <language> <part>"`; in a feed an entry
is known by its id (RFC 4151).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import Any

from lxml import etree, html

from plugins.consent.words import PublicWords, difference, one_line, plain_text, says
from plugins.library.watched import Watched
from plugins.outputs import Finished
from plugins.proof.addresses import PLAIN_TAG
from plugins.proof.feeds import parsed_feed

MARK = "data-words"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
FIELDS = {"id": "id", "title": "title", "summary": "summary", "content": "content_html"}
PLAIN_ELEMENT = re.compile(
    rf"""<(a|p|h[1-6]|span|q|li)(?: [a-z-]+="[^"<>]*")* {MARK}="(?P<mark>[^"<>&]*)"[^<>]*>(?P<text>[^<>]*)</\1>"""
)
"""A marked element without others in it; that it is one at all is another question."""
PLAIN_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#3[49]);")
SENTENCE_END = re.compile(r"[.!?؟。।][\"'”’)]*(?=\s)")
ByName = Mapping[tuple[str, str], Watched]
OwnerOf = Callable[[str], Watched | None]
"""Whose words the entry with an id is, if anybody's."""


def find_changed_words(finished: Finished, watched: ByName, carried: Sequence[Watched]) -> Iterator[str]:
    """
    Each place where a file shows other words than the approved ones; `carried` are the testimonies that it says
    it holds.
    """
    if finished.path.endswith(".html"):
        if MARK.encode() in finished.content and not shows_plainly(finished.content, watched):
            yield from in_html(finished.content, watched)
    elif finished.path.endswith(("rss.xml", "atom.xml", "feed.json")):
        yield from in_feed(finished, carried)


def shows_plainly(content: bytes, watched: ByName) -> bool:
    """
    Whether every mark of a page is on an element that holds nothing but approved words, and every tag up to the last
    of these is written in the one form that all who read HTML see the same in. Then the page need not be parsed.
    """
    page = content.decode("utf-8", "replace")
    marks = content.lower().count(MARK.encode())
    end = 0
    while (at := page.find(MARK, end)) >= 0:
        element = PLAIN_ELEMENT.match(page, page.rfind("<", 0, at))
        if element is None or not shows_approved(element["mark"], element["text"], watched):
            return False
        marks -= 1
        end = element.end()
    return marks == 0 and "<" not in PLAIN_TAG.sub("", page[:end])


def shows_approved(mark: str, text: str, watched: ByName) -> bool:
    """Whether the text of an element is what was approved of the part that its mark names."""
    record_id, lang, part = [*mark.split(" "), "", ""][:3]
    own = watched.get((record_id, lang))
    if own is None or part not in own.words or "&" in PLAIN_ENTITY.sub("", text):
        return False
    return own.words[part].split() == one_line(unescape(text)).split()


def in_html(content: bytes, watched: ByName) -> Iterator[str]:
    """What differs in a page."""
    root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    for element in root.xpath(f"//*[@{MARK}]"):
        mark = element.get(MARK)
        record_id, lang, part = [*mark.split(" "), "", ""][:3]
        own = watched.get((record_id, lang))
        if own is None:
            yield f'it marks words as those of "{mark}", which is no testimony'
            continue
        approved = {name: text for name, text in own.words.items() if part in (name, "data")}
        shown = words_of(element, part, set(approved))
        if part == "quote" and says(own.words["body"], shown[part]):
            continue
        yield from told(own, {name: approved.get(name, "") for name in shown}, shown)


def words_of(element: Any, part: str, wanted: set[str]) -> PublicWords:
    """The words of a marked element: its text, the value of an attribute, or fields of structured data."""
    if element.tag == "meta":
        return {part: one_line(element.get("content", ""))}
    if element.tag == "img":
        return {part: one_line(element.get("alt", ""))}
    if part == "data":
        data = json.loads(element.text or "{}")
        fields = {"title": "headline", "summary": "description"}
        return {name: one_line(data[field]) for name, field in fields.items() if field in data and name in wanted}
    inner = element.text or ""
    inner += "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    if part in ("body", "quote"):
        return {part: plain_text(inner)}
    return {part: one_line(element.text_content())}


def in_feed(finished: Finished, carried: Sequence[Watched]) -> Iterator[str]:
    """What differs in the entries of a feed: title, summary, and the whole text in feeds that carry it."""
    originals = {own.id: own for own in carried if own.is_original}
    by_name = {(own.id, own.lang): own for own in carried}

    def owner_of(entry_id: str) -> Watched | None:
        pieces = entry_id.split(":")
        return originals.get(pieces[-1]) or by_name.get((pieces[-2], pieces[-1]) if len(pieces) > 1 else ("", ""))

    entries = json_entries if finished.path.endswith(".json") else xml_entries
    for own, entry in entries(finished, owner_of):
        yield from told(own, {"title": own.words["title"]}, {"title": entry["title"]})
        if not begins_with_sentences_of(own.words["summary"], entry["summary"]):
            yield from told(own, {"summary": own.words["summary"]}, {"summary": entry["summary"]})
        if "/full/" in finished.path and own.words["body"] not in words_in(entry["content"]):
            yield from told(own, {"body": own.words["body"]}, {"body": words_in(entry["content"])})


@lru_cache(maxsize=64)
def words_in(content: str) -> str:
    """The words of an entry, which stands in several feeds, one soon after the other."""
    return plain_text(content)


def xml_entries(finished: Finished, owner_of: OwnerOf) -> Iterator[tuple[Watched, dict[str, str]]]:
    """The entries of RSS and Atom that are somebody's words; what RSS calls a description is HTML."""
    root = parsed_feed(finished.content, False)
    is_rss = finished.path.endswith("rss.xml")
    names = {"id": "guid", "summary": "description", "content": CONTENT} if is_rss else {}
    namespace = "" if is_rss else ATOM
    for entry in root.iter(f"{namespace}{'item' if is_rss else 'entry'}"):
        own = owner_of(entry.findtext(namespace + names.get("id", "id")) or "")
        if own:
            found = {name: entry.findtext(namespace + names.get(name, name)) or "" for name in FIELDS}
            found["summary"] = one_line(plain_text(found["summary"]) if is_rss else found["summary"])
            yield own, {**found, "title": one_line(found["title"])}


def json_entries(finished: Finished, owner_of: OwnerOf) -> Iterator[tuple[Watched, dict[str, str]]]:
    """The entries of a JSON Feed that are somebody's words."""
    for item in parsed_feed(finished.content, True)["items"]:
        own = owner_of(item.get("id", ""))
        if own:
            yield own, {name: item.get(key, "") for name, key in FIELDS.items()}


def begins_with_sentences_of(approved: str, shown: str) -> bool:
    """Whether whole sentences from the beginning of an approved summary stand in what is shown."""
    ends = [*(match.end() for match in SENTENCE_END.finditer(approved)), len(approved)]
    return any(approved[:end] in shown for end in ends)


def told(own: Watched, approved: PublicWords, shown: PublicWords) -> Iterator[str]:
    """What differs, where anything does."""
    found = difference(approved, shown)
    if found:
        yield f"it shows other words of {own.id} ({own.lang}) than the approved ones: {found}"
