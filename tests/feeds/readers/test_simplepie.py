"""
What SimplePie takes from a feed: the parts, their order, and the HTML that is left.
"""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from plugins.feeds.readers.parsing import FeedError, parse_date
from plugins.feeds.readers.sanitising import sanitise
from plugins.feeds.readers.simplepie import Author, Category, Enclosure, read_feed

NAMES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


STRIPPED = (
    "base", "blink", "body", "doctype", "embed", "font", "form", "frame", "frameset", "html", "iframe", "input", "marquee", "meta",
    "noscript", "object", "param", "script", "style",
)  # fmt: skip
LOST = (
    "bgsound", "class", "dynsrc", "expr", "id", "lowsrc", "onblur", "onclick", "onerror", "onfinish", "onfocus", "onmouseout",
    "onmouseover", "style",
)  # fmt: skip
"""As they stand in its source, written down once more so that none is forgotten."""


def rss(*items, channel=""):
    inner = "".join(f"<item>{item}</item>" for item in items)
    feed = f'<rss version="2.0" {NAMES}><channel><title>A site</title><link>https://example.org/</link>{channel}{inner}</channel></rss>'
    return feed.encode()


def atom(*entries, feed=""):
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {NAMES}><title>A site</title>{feed}{inner}</feed>'.encode()


def only(feed):
    (item,) = read_feed(feed).items
    return item


def test_an_item_of_rss_is_read_in_all_its_parts():
    item = only(
        rss(
            '<title>A camp</title><link>https://example.org/camp/</link><guid isPermaLink="false">tag:1</guid>'
            "<pubDate>Thu, 19 Nov 2026 10:00:00 +0100</pubDate><dc:creator>Amal</dc:creator>"
            '<description>Short &amp;amp; plain.</description><category domain="urn:x:topic">Work</category>'
            "<content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded>"
            '<enclosure url="/one.jpg" length="12" type="image/jpeg"/><media:thumbnail url="/small.jpg"/>'
        )
    )

    assert ("tag:1", "A camp", "https://example.org/camp/") == (item.id, item.title, item.link)
    assert datetime(2026, 11, 19, 9, tzinfo=UTC) == item.date
    assert ((Author("Amal"),), "Amal") == (item.authors, item.author)
    assert ("Short &amp; plain.", "<p>Long.</p>") == (item.description, item.content)
    assert (Category("Work", "urn:x:topic"),) == item.categories
    assert (Enclosure("https://example.org/one.jpg", "image/jpeg", 12, ""),) == item.enclosures
    assert "https://example.org/small.jpg" == item.thumbnail


def test_an_entry_of_atom_is_read_in_all_its_parts():
    item = only(
        atom(
            '<id>tag:1</id><title>Tea &amp; talk</title><link href="/camp/"/><published>2026-11-19T10:00:00Z</published>'
            "<author><name>Amal</name></author><summary>a &lt; b</summary>"
            '<content type="html">&lt;p class="x"&gt;Long.&lt;/p&gt;</content><category term="work" label="Work" scheme="s"/>'
            '<link rel="enclosure" href="/one.mp3" type="audio/mpeg" length="9"/>',
            feed='<link href="https://example.org/"/>',
        )
    )

    assert ("tag:1", "Tea &amp; talk", "https://example.org/camp/") == (item.id, item.title, item.link)
    assert ("Amal", "a &lt; b", "<p>Long.</p>") == (item.author, item.description, item.content)
    assert (Category("Work", "s"),) == item.categories
    assert (Enclosure("https://example.org/one.mp3", "audio/mpeg", 9, ""),) == item.enclosures


def test_xhtml_of_atom_is_read_as_html():
    content = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; 2 <em class="x">long</em></div></content>'

    assert "1 &lt; 2 <em>long</em>" == only(atom(content)).content


def test_the_author_of_rss_has_no_name_and_stands_before_the_creator():
    item = only(rss("<dc:creator>Amal</dc:creator><author>us@example.org</author>"))

    assert (Author("", "us@example.org"), Author("Amal")) == item.authors
    assert "" == item.author


def test_who_has_no_author_gets_that_of_the_feed():
    assert "A site" == only(atom("<id>1</id>", feed="<author><name>A site</name></author>")).author
    assert "A site" == only(rss("<guid>1</guid>", channel="<dc:creator>A site</dc:creator>")).author
    assert "" == only(rss("<guid>1</guid>")).author


def test_description_and_content_stand_in_for_each_other():
    assert "Short." == only(rss("<description>Short.</description>")).content
    assert "Long." == only(rss("<description/><content:encoded>Long.</content:encoded>")).description


def test_a_guid_is_a_link_unless_it_says_otherwise():
    assert "https://example.org/1" == only(rss("<guid>https://example.org/1</guid>")).link
    assert "" == only(rss('<guid isPermaLink="false">tag:1</guid>')).link


def test_an_item_without_id_gets_one_of_its_words():
    """
    So a changed title makes a second entry: the reason why ours has an opaque id.
    """
    one, same, other = (only(rss(f"<title>{title}</title>")).id for title in ("A", "A", "B"))

    assert one == same != other


def test_media_comes_before_enclosures():
    item = only(
        rss(
            '<enclosure url="https://e.org/3"/><media:content url="https://e.org/2" medium="image"/>'
            '<media:group><media:content url="https://e.org/1" fileSize="5"/></media:group>'
        )
    )

    assert ["https://e.org/1", "https://e.org/2", "https://e.org/3"] == [own.url for own in item.enclosures]


def test_items_without_date_come_first_and_then_the_newest():
    days = ("Thu, 19 Nov 2026", "Fri, 20 Nov 2026", "once upon a time")
    feed = rss(*(f"<title>{day}</title><pubDate>{day} 00:00:00 GMT</pubDate>" for day in days))

    assert ["once upon a time", "Fri, 20 Nov 2026", "Thu, 19 Nov 2026"] == [
        item.title for item in read_feed(feed).items
    ]
    assert list(days) == [item.title for item in read_feed(feed, sort=False).items]


def test_an_xml_base_makes_addresses_whole():
    feed = atom('<link href="b/"/><content type="html">&lt;img src="c.jpg"&gt;</content>', feed="").replace(
        b"<entry>", b'<entry xml:base="https://example.org/a/">'
    )

    assert "https://example.org/a/b/" == only(feed).link
    assert '<img src="https://example.org/a/c.jpg">' == only(feed).content


@pytest.mark.parametrize(
    ("feed", "message"),
    [
        (b"", "not well-formed"),
        (b"<rss><channel>", "not well-formed"),
        (b"<html/>", "its first element is <html>"),
        (b'{"version": 1}', "not well-formed"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_sentence(feed, message):
    with pytest.raises(FeedError, match=message):
        read_feed(feed)


def test_no_entity_is_followed(tmp_path):
    """
    Neither to a file nor into the many copies that would fill the memory.
    """
    secret = tmp_path / "secret"
    secret.write_text("never", "utf-8")
    doctype = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "many">]>'
    item = only(doctype.encode() + rss("<title>x&a;&b;</title>"))

    assert "never" not in item.title and "many" not in item.title


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-13-01", "Fri, 99 Nov 2026 00:00:00 GMT", "0001-01-01T00:00:00+23:59"]
)
def test_a_date_that_is_none_is_none(text):
    assert parse_date(text) is None


def test_scripts_go_with_all_they_hold_and_frames_leave_it():
    before = "<p>a</p><script>b</script><style>c</style><iframe>d</iframe><noscript>e</noscript><form>f<input></form>"

    assert "<p>a</p>def" == sanitise(before)


def test_classes_ids_and_styles_are_lost():
    assert '<p lang="ar" dir="rtl">a</p>' == sanitise(
        '<p class="note" id="b" style="c" onclick="d" lang="ar" dir="rtl">a</p>'
    )


@pytest.mark.parametrize("name", sorted({*STRIPPED} - {"script", "style"}))
def test_every_stripped_element_goes_and_its_words_stay(name):
    assert "a" == sanitise(f"<{name}>a</{name}>")


@pytest.mark.parametrize("name", LOST)
def test_every_lost_attribute_goes(name):
    assert "<p>a</p>" == sanitise(f'<p {name}="b">a</p>')


def test_a_stray_end_of_a_division_loses_the_rest():
    assert "a" == sanitise("a</div>b")


SOUP = st.lists(
    st.sampled_from(
        [f"<{name} {lost}=x src=/a href=b>" for name in (*STRIPPED, "p", "img", "table", "svg:script") for lost in ("class", "onclick")]
        + [f"<p {lost}=x>" for lost in LOST]
        + [f"</{name}>" for name in (*STRIPPED, "p", "div")]
        + ["<", ">", "&lt;script&gt;", "<!--", "-->", "<![CDATA[", "<xmp>", "<textarea>", "text", "é", "\n", '"', "<SCRIPT>", "<p/onclick=x>"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(SOUP)
def test_sanitised_html_never_holds_what_is_stripped(soup):
    root = html.document_fromstring(f"<html><body><div>{sanitise(soup)}</div></body></html>")
    body = root.find("body")
    tags = {element.tag for element in body.iter(etree.Element)} - {"body"}
    attributes = {name for element in body.iter(etree.Element) for name in element.attrib}

    assert set() == tags & set(STRIPPED)
    assert set() == attributes & set(LOST)


def test_html_nested_beyond_measure_does_no_harm():
    assert "" == sanitise("<b>" * 100_000) or "<b>" in sanitise("<b>" * 100_000)
