"""
The RSS block of WordPress shows what its visitors would see, and no more.
"""

from datetime import UTC, datetime

import pytest

from plugins.feeds.readers.wordpress_block import EMPTY, show_block

NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(*items):
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {NAMES}><channel><link>https://e.org/</link>{inner}</channel></rss>'.encode()


def only(item, **wishes):
    (shown,) = show_block(rss(item), **wishes).items
    return shown


def test_an_item_is_shown_with_all_that_the_block_can_show():
    shown = only(
        "<title>A camp</title><link>https://e.org/camp/</link><pubDate>Thu, 19 Nov 2026 00:00:00 +0000</pubDate>"
        "<dc:creator>Amal</dc:creator><description>A village helps.</description>"
    )

    assert ("A camp", "https://e.org/camp/", "by Amal", "A village helps.", "") == (
        shown.title, shown.link, shown.byline, shown.excerpt, shown.picture,
    )  # fmt: skip
    assert datetime(2026, 11, 19, tzinfo=UTC) == shown.date


def test_an_author_of_rss_leaves_the_byline_empty():
    """
    Although dc:creator says the name: this is why our feeds have no <author>.
    """
    assert "" == only("<author>us@example.org (Amal)</author><dc:creator>Amal</dc:creator>").byline


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Tea &amp;amp; talk", "Tea & talk"),
        ("Tea &amp; talk", "Tea & talk"),
        ("Tea &lt;b&gt;and&lt;/b&gt; talk", "Tea and talk"),
        ("", "(no title)"),
        ("5 &lt; 6", "5 < 6"),
        ("5 &lt;6, they say", "5"),
    ],
)
def test_a_title_loses_its_tags(title, shown):
    """
    And a sign of less that no space follows takes the rest with it.
    """
    assert shown == only(f"<title>{title}</title>").title


def test_an_excerpt_is_plain_text():
    description = "&lt;h2 class='note'&gt;War.&lt;/h2&gt; &lt;p&gt;He said &amp;quot;a &amp;lt; b&amp;quot; &amp;amp; left.&lt;/p&gt;"

    assert 'War. He said "a < b" & left.' == only(f"<description>{description}</description>").excerpt


def test_paragraphs_without_a_space_between_them_run_together():
    """
    So a description should not rely on its markup.
    """
    assert (
        "War.He left." == only("<description>&lt;p&gt;War.&lt;/p&gt;&lt;p&gt;He left.&lt;/p&gt;</description>").excerpt
    )


@pytest.mark.parametrize(("count", "ending"), [(54, "w54"), (55, "w55"), (56, "w55 […]")])
def test_an_excerpt_ends_after_55_words(count, ending):
    words = " ".join(f"w{number}" for number in range(1, count + 1))

    assert only(f"<description>{words}</description>").excerpt.endswith(ending)


def test_the_length_of_an_excerpt_can_be_chosen():
    assert "One two […]" == only("<description>One\ntwo  three</description>", words=2).excerpt
    assert "One […]" == only("<description>One [...]</description>").excerpt


IMAGE = '<enclosure url="https://e.org/1.jpg" type="image/jpeg" length="1"/>'
AUDIO = '<enclosure url="https://e.org/1.mp3" type="audio/mpeg" length="1"/>'
MEDIUM = '<media:content url="https://e.org/2.jpg" medium="image"/>'
THUMBNAIL = '<media:thumbnail url="https://e.org/3.jpg"/>'
CONTENT = (
    '<content:encoded>&lt;img src="/counter.gif" width="1" height="1"&gt;&lt;img alt="x"&gt;'
    '&lt;p&gt;&lt;img src="/4.jpg" width="100"&gt;&lt;/p&gt;</content:encoded>'
)


@pytest.mark.parametrize(
    ("parts", "picture"),
    [
        ((CONTENT, THUMBNAIL, IMAGE), "https://e.org/1.jpg"),
        ((CONTENT, THUMBNAIL, MEDIUM, AUDIO), "https://e.org/2.jpg"),
        ((CONTENT, THUMBNAIL, AUDIO, IMAGE), "https://e.org/3.jpg"),
        ((CONTENT, AUDIO), "https://e.org/4.jpg"),
        ((CONTENT,), "https://e.org/4.jpg"),
        ((AUDIO,), ""),
    ],
)
def test_the_picture_is_looked_for_in_files_then_thumbnail_then_content(parts, picture):
    """
    Of the files only the first counts: a picture behind a recording is not found.
    """
    assert picture == only("".join(parts)).picture


def test_a_thumbnail_within_media_content_is_not_found():
    assert "" == only(f'<media:content url="https://e.org/1.mp3" type="audio/mpeg">{THUMBNAIL}</media:content>').picture


def test_an_empty_feed_shows_visitors_an_error():
    assert ((), EMPTY) == (show_block(rss()).items, show_block(rss()).error)
    assert "" == show_block(rss("<title>A</title>")).error


def test_a_broken_feed_shows_visitors_an_error():
    block = show_block(b"<rss><channel>")

    assert () == block.items
    assert block.error.startswith("RSS Error: The feed is not well-formed XML")


def test_five_items_are_shown_newest_first():
    feed = rss(*(f"<title>{day}</title><pubDate>{day} Nov 2026 00:00:00 GMT</pubDate>" for day in range(11, 19)))

    assert ["18", "17", "16", "15", "14"] == [item.title for item in show_block(feed).items]
    assert ["18"] == [item.title for item in show_block(feed, items=1).items]
