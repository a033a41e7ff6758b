"""
Whole files of the small site, compared with committed ones: what changes in them is seen in the diff.
"""

import re

import pytest

FILES = {
    "rss.xml": "feeds/all/rss.xml",
    "atom.xml": "feeds/all/atom.xml",
    "feed.json": "feeds/all/feed.json",
    "whole.xml": "feeds/type/explainer/full/rss.xml",
    "podcast.xml": "feeds/audio/rss.xml",
    "feeds.opml": "feeds/feeds.opml",
    "pasted.json": "oembed/gardengate.json",
    "text.md": "republish/cpspct1ab2/text.md",
    "sitemap.xml": "sitemap.xml",
    "home.html": "index.html",
    "story.html": "stories/garden-gate/index.html",
    "testimony.ar.html": "ar/voices/the-lamp/index.html",
}

STYLESHEET = re.compile(rb"(?<=/base/theme/site\.)[0-9a-f]{10}(?=\.css)")
"""The fingerprint of the style sheet, which no page can help."""


@pytest.mark.parametrize("name", FILES)
def test_file_is_as_committed(small_site, golden, name):
    """
    The file is the committed one, byte for byte, but for the fingerprint in the style sheet's name.
    """
    golden(name, STYLESHEET.sub(b"0" * 10, small_site.files[FILES[name]]))


def test_style_sheet_is_named_by_its_bytes(small_site):
    """
    The one thing that golden pages leave out, the style sheet's fingerprint, is that of the file there is.
    """
    sheets = [path for path in small_site.files if path.endswith(".css")]
    every = (small_site.pages | small_site.frames).values()
    named = {url for page in every for url in page.find('//link[@rel="stylesheet"]/@href')}

    assert {f"/base/{path}" for path in sheets} == named
    assert 3 == len(sheets)
