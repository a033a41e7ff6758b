"""
Editors see how a feed looks elsewhere, be it odd or our own.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.feeds.readers.email import read_letters
from plugins.feeds.readers.miniflux import Store, update
from plugins.feeds.readers.parsing import ATOM, CONTENT, DC, ITUNES, MEDIA, PODCAST, XML, FeedError
from plugins.feeds.readers.podcast import read_podcast
from plugins.feeds.readers.previewing import preview, tell_previews
from plugins.feeds.readers.simplepie import Category, read_feed
from plugins.feeds.readers.wordpress_block import EMPTY, show_block
from plugins.feeds.readers.wordpress_widget import show_widget
from tests.feeds.test_writing import FORMATS, FULL, make_entry, make_feed, write

NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)
ITEM = (
    '<title>A camp</title><link>https://e.org/camp/</link><guid isPermaLink="false">tag:1</guid><dc:creator>Amal</dc:creator>'
    "<pubDate>Thu, 19 Nov 2026 00:00:00 +0000</pubDate><description>A village helps.</description>"
    '<media:thumbnail url="https://e.org/1.jpg"/>'
)
RECORDING = '<enclosure url="https://e.org/1.mp3" length="9" type="audio/mpeg"/><itunes:duration>754</itunes:duration>'


def rss(*items):
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {NAMES}><channel><link>https://e.org/</link>{inner}</channel></rss>'.encode()


def lines(feed):
    return {own.reader: [item.lines for item in own.items] for own in preview(feed)}


def test_every_reader_shows_its_own_lines():
    assert {
        "In a WordPress block": [
            ("[picture: https://e.org/1.jpg]", "A camp", "19 November 2026", "by Amal", "A village helps.")
        ],
        "In a classic WordPress widget": [("A camp", "19 November 2026", "Amal", "A village helps.")],
        "In a feed reader such as Miniflux": [("A camp", "19 November 2026", "Amal", "A village helps.")],
        "In a newsletter": [("A camp", "19 November 2026", "Amal", "A village helps. https://e.org/camp/")],
    } == lines(rss(ITEM))


def test_a_feed_with_recordings_is_shown_in_a_podcast_app_too():
    shown = preview(rss(ITEM + RECORDING))[-1]

    assert "In a podcast app" == shown.reader
    assert [("A camp", "19 November 2026", "12 min 34 s", "A village helps.")] == [item.lines for item in shown.items]
    assert "The show has no language." in shown.faults


def test_a_feed_with_pictures_is_no_podcast():
    assert "In a podcast app" not in lines(rss(ITEM + '<enclosure url="https://e.org/1.jpg" type="image/jpeg"/>'))


def test_a_json_feed_is_shown_in_its_own_readers_only():
    feed = {"items": [{"title": "A", "summary": "Short.", "date_published": "2026-11-19T00:00:00Z"}]}
    (shown,) = preview(json.dumps(feed).encode())

    assert ("A", "19 November 2026", "Short.") == shown.items[0].lines
    assert "The feed has no title." in shown.faults


def test_a_terminal_shows_what_each_reader_shows():
    told = tell_previews(rss(ITEM))

    assert told.startswith(
        "In a WordPress block:\n"
        "  - [picture: https://e.org/1.jpg]\n    A camp\n    19 November 2026\n    by Amal\n    A village helps.\n\n"
        "In a classic WordPress widget:\n"
    )
    assert told.endswith("\n") and not told.endswith("\n\n")


def test_a_terminal_shows_errors_and_long_texts_in_lines_of_their_own():
    empty, long = tell_previews(rss()), tell_previews(rss(f"<description>{'word ' * 50}</description>"))

    assert f"  ! {EMPTY}\n" in empty
    assert 92 >= max(map(len, long.splitlines()))


def test_a_terminal_is_given_no_orders():
    """
    Neither the bells and colours of a control character nor a line of its own.
    """
    told = tell_previews(b'{"items": [{"title": "A\\u001b[31m\\u0007\\nIn a mirror:", "content_text": "\\u009b2J"}]}')

    assert not {"\x1b", "\x07", "\x9b"} & set(told)
    assert "A [31m In a mirror:" in told


def test_what_is_no_feed_is_told_in_a_sentence():
    with pytest.raises(FeedError):
        preview(b"<html/>")
    assert tell_previews(b"<html/>").startswith("This is no feed: its first element is <html>.")
    assert tell_previews(b"{").startswith("The feed is not JSON")


@pytest.mark.parametrize("form", FORMATS)
def test_our_own_feeds_come_through_whole(form):
    """
    Titles, addresses, ids, dates and names, in the order in which we wrote them.
    """
    items = read_feed(write(form)).items

    assert [(entry.id, entry.url, entry.published) for entry in FULL.entries] == [
        (item.id, item.link, item.date) for item in items
    ]
    assert (Category("Story", "urn:welcome-stories:type"), Category("Work", "urn:welcome-stories:topic")) == (
        items[0].categories
    )


@pytest.mark.parametrize("form", FORMATS)
def test_our_own_summaries_are_shown_as_we_wrote_them(form):
    feed = write(form)
    summaries = [entry.summary for entry in FULL.entries]

    assert summaries == [item.excerpt for item in show_block(feed).items]
    assert summaries == [item.summary for item in show_widget(feed).items]
    assert summaries == [item.summary for item in show_widget(feed, is_old=True).items]
    assert [(text,) for text in summaries] == [letter.summary for letter in read_letters(feed)]


def test_our_own_rss_names_a_speaker_and_nobody_else():
    assert ["", "by Amal", ""] == [item.byline for item in show_block(write("rss")).items]


@pytest.mark.parametrize("form", FORMATS)
def test_our_own_notice_overwrites_and_dropping_does_not(form):
    story = make_entry(
        1,
        title="Amal tells",
        summary="Words of Amal",
        content="<p>Words of Amal</p>",
        author="Amal",
        categories=(("topic", "Work"),),
    )
    notice = make_entry(
        1, url="https://example.org/", title="Removed", summary="Not here any more.", content="", categories=()
    )
    before = update(Store(), write(form, make_feed(story)))

    assert "Words of Amal" in update(before, write(form, make_feed())).words
    assert "Amal" not in update(before, write(form, make_feed(notice))).words


TAGS = [
    *(f"{space}{name}" for space in ("", ATOM) for name in ("title", "link", "author", "name", "category", "summary", "content", "id", "updated", "entry", "item")),
    "guid", "pubDate", "description", "enclosure", f"{CONTENT}encoded", f"{DC}creator", f"{DC}date", f"{DC}subject", f"{MEDIA}group",
    f"{MEDIA}content", f"{MEDIA}thumbnail", f"{ITUNES}image", f"{ITUNES}duration", f"{ITUNES}category", f"{PODCAST}transcript", "{urn:odd}odd",
]  # fmt: skip
ATTRIBUTES = ("url", "href", "type", "length", "rel", "term", "scheme", "text", "medium", "isPermaLink", f"{XML}base")
WORDS = st.sampled_from([
    "", "A", "<p class='x'>B</p>", "<script>x", "&lt;b", "</div>", "<img src=/a>", "&#0;", "&nbsp;", "image/jpeg", "audio/mpeg", "html", "xhtml",
    "enclosure", "99999999999999999999", "-1", "https://[", "//", "12:34", "Thu, 19 Nov 2026 00:00:00 +9999", "9999-12-31T23:59:59-23:59", "٣",
]) | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=8)  # fmt: skip
ELEMENTS = st.recursive(
    st.tuples(st.sampled_from(TAGS), st.dictionaries(st.sampled_from(ATTRIBUTES), WORDS, max_size=4), WORDS, st.just([])),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.just({}), WORDS, st.lists(inner, max_size=5)),
    max_leaves=12,
)  # fmt: skip


def grow(parent, element):
    tag, attributes, text, children = element
    own = etree.SubElement(parent, tag, attributes)
    own.text = text
    for child in children:
        grow(own, child)


@given(st.sampled_from(["rss", f"{ATOM}feed"]), st.lists(ELEMENTS, max_size=3), st.lists(ELEMENTS, max_size=6))
def test_no_odd_feed_stops_a_reader(kind, channel, item):
    root = etree.Element(kind)
    place = etree.SubElement(root, "channel") if kind == "rss" else root
    for element in channel:
        grow(place, element)
    own = etree.SubElement(place, "item" if kind == "rss" else f"{ATOM}entry")
    for element in item:
        grow(own, element)
    feed = etree.tostring(root)

    assert "In a WordPress block:" in tell_previews(feed)
    read_podcast(feed)
    show_widget(feed, is_old=True)
