"""
The classic widget of WordPress shows little, and older ones even less.
"""

import pytest

from plugins.feeds.readers.wordpress_block import EMPTY
from plugins.feeds.readers.wordpress_widget import show_widget


def rss(*items):
    inner = "".join(f"<item>{item}</item>" for item in items)
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<rss version="2.0" {names}><channel><link>https://e.org/</link>{inner}</channel></rss>'.encode()


def only(item, **wishes):
    (shown,) = show_widget(rss(item), **wishes).items
    return shown


def test_an_item_is_shown_with_title_date_summary_and_author():
    shown = only(
        "<title>Tea &amp;amp; &lt;b&gt;talk&lt;/b&gt;</title><link>https://e.org/camp/</link><dc:creator>Amal</dc:creator>"
        "<pubDate>Thu, 19 Nov 2026 00:00:00 +0000</pubDate><description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</description>"
    )

    assert ("Tea & talk", "https://e.org/camp/", "A & B", "Amal") == (
        shown.title, shown.link, shown.summary, shown.author,
    )  # fmt: skip
    assert shown.date.isoformat() == "2026-11-19T00:00:00+00:00"


def test_a_title_can_be_missing():
    assert "Untitled" == only("<description>A</description>").title


def test_what_stands_before_http_in_a_link_is_cut_off():
    assert "" == only("<link>ftp://e.org/a</link>").link
    assert "http://e.org/a" == only("<link>feed:http://e.org/a</link>").link


@pytest.mark.parametrize(("count", "ending"), [(55, "w55"), (56, "w55 […]")])
def test_a_summary_ends_after_55_words(count, ending):
    words = " ".join(f"w{number}" for number in range(1, count + 1))

    assert only(f"<description>{words}</description>").summary.endswith(ending)


@pytest.mark.parametrize(("length", "shown"), [(360, "x" * 360), (361, "x" * 360 + " […]")])
def test_an_older_widget_cuts_after_360_characters(length, shown):
    assert shown == only(f"<description>{'x' * length}</description>", is_old=True).summary


def test_an_older_widget_counts_entities_in_full_and_never_cuts_one():
    summary = only(f"<description>{'x' * 358}&amp;amp;{'y' * 9}</description>", is_old=True).summary

    assert "x" * 358 + " […]" == summary


def test_an_older_widget_shows_neither_tags_nor_entities():
    description = "<description>&lt;p class='x'&gt;A &amp;amp; B\n&amp;quot;C&amp;quot;&lt;/p&gt;</description>"

    assert 'A & B "C"' == only(description, is_old=True).summary


def test_an_empty_feed_shows_an_error_and_a_broken_one_nothing():
    assert EMPTY == show_widget(rss()).error
    assert ((), "") == (show_widget(b"<rss>").items, show_widget(b"<rss>").error)


def test_ten_items_are_shown():
    assert 10 == len(show_widget(rss(*["<title>A</title>"] * 12)).items)
