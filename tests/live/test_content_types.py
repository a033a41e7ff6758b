"""
Every file is served as what it is.
"""

import pytest

from plugins.live.content_types import UNKNOWN, type_of


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("theme/site.0123456789.css", "text/css; charset=utf-8"),
        ("embeds/welcome-stories.1.js", "text/javascript; charset=utf-8"),
        ("feeds/all/rss.xml", "application/rss+xml; charset=utf-8"),
        ("feeds/all/atom.xml", "application/atom+xml; charset=utf-8"),
        ("feeds/all/feed.json", "application/feed+json; charset=utf-8"),
        ("feeds/feeds.opml", "text/x-opml; charset=utf-8"),
        ("oembed/stories/a.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("audio/the-lamp.mp3", "audio/mpeg"),
        ("audio/the-lamp.ogg", "audio/ogg"),
        ("audio/the-lamp.vtt", "text/vtt; charset=utf-8"),
        ("facts/facts.csv", "text/csv; charset=utf-8"),
        ("stories/a/text.md", "text/markdown; charset=utf-8"),
        ("theme/fonts/a.woff2", "font/woff2"),
        ("favicon.svg", "image/svg+xml; charset=utf-8"),
        ("pictures/a.WEBP", "image/webp"),
        ("LICENCE", UNKNOWN),
        ("a.b/c", UNKNOWN),
    ],
)
def test_a_file_is_served_as_what_it_is(path, kind):
    assert kind == type_of(path)


def test_everything_that_the_small_site_publishes_has_a_type(small_site):
    assert [] == [path for path in small_site.files if type_of(path) == UNKNOWN and not path.startswith(".")]
