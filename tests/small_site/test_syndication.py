"""
Every feed of the small site is what its format says: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
"""

import json
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from plugins.feeds.readers.wordpress_block import show_block
from tests.small_site.site import ORIGIN

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(file=str(Path(__file__).with_name("atom.rng")))
CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "docs", "generator", "item"}
ITEM = {"title", "link", "description", "guid", "pubDate", "category", "enclosure"}
"""What RSS 2.0 knows and our feeds use: whatever else stands there has a namespace."""
Address = Annotated[str, Field(pattern=r"^https://small\.example/base/")]
Words = Annotated[str, Field(min_length=1)]
Language = Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Z]{2})?$")]


class Strict(BaseModel):
    """Known fields only, and extensions that begin with a low line."""

    model_config = ConfigDict(extra="forbid", strict=True)
    welcome: dict[str, object] | None = Field(None, alias="_welcome")


class Author(Strict):
    """Who speaks."""

    name: Words


class Attachment(Strict):
    """What goes with an item."""

    url: Address
    mime_type: Words
    size_in_bytes: int
    duration_in_seconds: int


class Item(Strict):
    """One item; the specification wants an id and a content, we want more."""

    id: Annotated[str, Field(pattern=r"^tag:small\.example,2026:")]
    url: Address
    title: Words
    content_html: Words
    summary: Words
    image: Address | None = None
    date_published: Annotated[AwareDatetime, Field(strict=False)]
    date_modified: Annotated[AwareDatetime, Field(strict=False)]
    authors: list[Author] = []
    tags: list[Words] = []
    language: Language
    attachments: list[Attachment] = []


class JsonFeed(Strict):
    """JSON Feed 1.1, as far as our feeds use it: https://www.jsonfeed.org/version/1.1/."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: Words
    home_page_url: Address
    feed_url: Address
    description: Words
    favicon: Address
    language: Language
    hubs: list[dict[str, str]] = []
    items: Annotated[list[Item], Field(min_length=1)]


def feeds(small_site, name):
    found = {path: content for path, content in small_site.files.items() if path.endswith(name)}
    assert 30 < len(found)
    return found


@pytest.mark.parametrize(("name", "version"), [("rss.xml", "rss20"), ("atom.xml", "atom10")])
def test_a_reader_of_feeds_has_nothing_to_complain_of(small_site, name, version):
    for path, content in feeds(small_site, name).items():
        parsed = feedparser.parse(content)
        ids = [entry.id for entry in parsed.entries]
        assert (path, False, version) == (path, bool(parsed.bozo), parsed.version)
        assert (path, len(ids)) == (path, len(set(ids)))
        assert ids, path


def test_every_json_feed_keeps_to_its_schema(small_site):
    for path, content in feeds(small_site, "feed.json").items():
        try:
            feed = JsonFeed.model_validate_json(content)
        except ValidationError as error:
            pytest.fail(f"{path}: {error}")
        assert feed.feed_url.endswith(path)


def test_every_atom_feed_keeps_to_its_rfc(small_site):
    """
    The schema, and what a schema cannot say: an author, a link to itself, and no two links that mean the same (4.1.1, 4.1.2).
    """
    for path, content in feeds(small_site, "atom.xml").items():
        root = etree.fromstring(content)
        SCHEMA.validate(root)
        assert (path, []) == (path, [error.message for error in SCHEMA.error_log])
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        assert [path] == [
            path for own in root.findall(f"{ATOM}link") if own.get("rel") == "self" and own.get("href").endswith(path)
        ]
        for entry in root.iter(f"{ATOM}entry"):
            alternates = [own for own in entry.findall(f"{ATOM}link") if own.get("rel") == "alternate"]
            assert 1 == len({(own.get("type"), own.get("hreflang")) for own in alternates}) == len(alternates)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<id>tag:small.example,2026:gardengate</id>", b""),
        (b"<id>tag:small.example,2026:gardengate</id>", b"<id>gardengate</id>"),
        (b"T00:00:00+00:00</published>", b"</published>"),
        (b' href="https://small.example/base/feeds/all/atom.xml"', b' href="/base/feeds/all/atom.xml"'),
        (b"<content ", b"<contents/><content "),
        (b"<title>", b"<title/><title>"),
        (b' type="html"', b' type="CDATA"'),
    ],
)
def test_the_schema_refuses_what_the_rfc_does(small_site, old, new):
    """
    Each of these is a fault that a writer of feeds can make.
    """
    content = small_site.files["feeds/all/atom.xml"]

    assert old in content
    assert not SCHEMA.validate(etree.fromstring(content.replace(old, new, 1)))


def test_every_rss_feed_keeps_to_its_rules(small_site):
    """
    RSS 2.0: title, link and description of the channel; dates of RFC 822; no enclosure without its three attributes.
    """
    for path, content in feeds(small_site, "rss.xml").items():
        channel = etree.fromstring(content).find("channel")
        own = [child.tag for child in channel if child.tag[0] != "{"]
        assert (path, []) == (path, [tag for tag in own if tag not in CHANNEL])
        assert (path, len({*own} - {"item"})) == (path, len([tag for tag in own if tag != "item"]))
        assert parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo
        assert all(channel.findtext(name) for name in ("title", "link", "description")), path
        for item in channel.findall("item"):
            assert {child.tag for child in item if child.tag[0] != "{"} <= ITEM
            assert {"false"} == {guid.get("isPermaLink") for guid in item.findall("guid")}
            assert all(category.get("domain") for category in item.findall("category"))
            assert item.findtext("title") and item.findtext("description") and item.findtext("guid")
            assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
            assert 1 >= len(item.findall("enclosure"))
            assert all(set(own.attrib) == {"url", "length", "type"} for own in item.findall("enclosure"))
            assert item.find("author") is None


def test_every_address_in_a_feed_is_absolute(small_site):
    found = [item for name in ("rss.xml", "atom.xml", "feed.json") for item in feeds(small_site, name).items()]
    for path, content in found:
        text = content.decode().replace("&lt;", "<").replace("&gt;", ">").replace('\\"', '"')
        for url in re.findall(r'(?:href|src|url)="([^"]*)"', text):
            assert urlsplit(url).scheme, (path, url)


def test_no_feed_holds_what_readers_take_out(small_site):
    for path, content in feeds(small_site, "rss.xml").items():
        for own in etree.fromstring(content).iter("{http://purl.org/rss/1.0/modules/content/}encoded"):
            assert not re.search(
                r" (?:class|id|style|srcset|data-[a-z]+)=|<(?:script|style|iframe|svg|source)\b", own.text
            ), path


def test_each_excerpt_says_where_it_is_from_within_what_wordpress_shows(small_site):
    for path, content in feeds(small_site, "rss.xml").items():
        if "corrections" not in path:
            for item in show_block(content, items=30).items:
                assert (path, True) == (path, ORIGIN in item.excerpt or "no longer available" in item.excerpt)


def test_the_document_of_a_pasted_card_tells_nothing_that_may_be_taken_back(small_site):
    """
    WordPress keeps it for ever: no title, no word and no name stands in it, only where the card is.
    """
    found = {path: json.loads(content) for path, content in small_site.files.items() if path.startswith("oembed/")}

    assert 5 < len(found)
    for path, told in found.items():
        frame = re.search(r'<iframe src="([^"]*)"', told["html"])[1]
        assert "rich" == told["type"] and "#" not in frame
        assert small_site.target(frame) in small_site.files
        assert {"A text from Small Welcome", "Testun o Small Welcome", "نص من Small Welcome"} >= {told["title"]}
        assert not {"author_name", "thumbnail_url"} & set(told), path


def test_the_plugin_for_wordpress_is_an_archive_with_one_file(small_site):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(small_site.files["embed/welcome-stories-withdrawals.zip"])) as archive:
        assert ["welcome-stories-withdrawals/welcome-stories-withdrawals.php"] == archive.namelist()
