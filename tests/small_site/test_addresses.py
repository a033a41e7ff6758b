"""
Where pages lead, what they load and what they may do.
"""

import re
from urllib.parse import urlsplit

from tests.small_site.site import BASE, ORIGIN

OWN = {"//", "https://small.example"}
CSS_URL = re.compile(rb"""url\(\s*["']?([^"')]+)""")


def is_own(url):
    """Whether an address is one of the site's own host."""
    parts = urlsplit(url)
    return (not parts.scheme and not parts.netloc) or f"{parts.scheme}://{parts.netloc}" == ORIGIN


def test_every_own_address_leads_to_a_file(small_site):
    """
    Every address of the site in every page, link or not, absolute or not, leads to a file that is there.
    """
    dead = [
        (path, url)
        for path, page in small_site.html.items()
        for url in page.addresses()
        if is_own(url) and not url.startswith("#") and small_site.target(url) not in small_site.files
    ]

    assert [] == dead


def test_every_part_of_a_page_that_is_linked_is_there(small_site):
    """
    A link to a part of a page finds a part of that name in it.
    """
    for path, page in small_site.html.items():
        for url in page.links():
            if is_own(url) and "#" in url and "/embed/#text/" not in url:
                target = path if url.startswith("#") else small_site.target(url)
                assert url.partition("#")[2] in small_site.html[target].find("//@id"), (path, url)


def test_every_address_keeps_to_the_base_path(small_site):
    """
    A site below a path of its host never leads out of it: no address begins at the root of the host or is relative.
    """
    for path, page in small_site.html.items():
        for url in page.addresses():
            if is_own(url) and not url.startswith("#"):
                assert url.removeprefix(ORIGIN).startswith(f"{BASE}/"), (path, url)


def test_nothing_is_loaded_from_another_host(small_site):
    """
    No page and no style sheet makes a browser ask any other host for anything.
    """
    for path, page in small_site.html.items():
        assert (path, []) == (path, [url for url in page.loads() if urlsplit(url).netloc or urlsplit(url).scheme])
        assert (path, []) == (path, page.find("//iframe | //object | //embed | //base | //form | //video"))
    for path, content in small_site.files.items():
        if path.endswith(".css"):
            urls = [match.decode() for match in CSS_URL.findall(content)]
            assert urls or path.startswith(("theme/embed.", "theme/tools.")), "the style sheet names its fonts"
            assert [] == [url for url in urls if "//" in url or f"theme/{url}" not in small_site.files]
            assert b"@import" not in content


def test_nothing_runs(small_site):
    """
    No page has a script, a handler, a style of its own or an address that runs, but the one on which snippets are made.
    """
    for path, page in small_site.html.items():
        scripts = page.find('//script[not(@type="application/ld+json")] | //style | //noscript')
        assert (path, []) == (path, scripts) or path == "embed/index.html"
        assert (path, []) == (path, page.find("//@style | //@*[starts-with(name(), 'on')] | //@*[name()='xlink:href']"))
        assert (path, []) == (path, [url for url in page.addresses() if urlsplit(url).scheme not in ("", "https")])


def test_every_page_forbids_what_it_does_not_need(small_site):
    """
    Each page's content security policy allows pictures, styles, fonts and sound of its own host, and nothing else.
    """
    for page in small_site.pages.values():
        policy = page.one('//meta[@http-equiv="Content-Security-Policy"]/@content')
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

        assert "'none'" == rules.pop("default-src")
        assert "'none'" == rules.pop("base-uri")
        assert "'none'" == rules.pop("form-action")
        assert {"'self'"} == set(rules.values())
        more = {"script-src", "frame-src", "connect-src"} if page.path == "embed/index.html" else set()
        assert {"img-src", "style-src", "font-src", "media-src"} | more >= set(rules)
        assert "no-referrer" == page.meta("referrer")


def test_policy_stands_before_all_that_it_rules(small_site):
    """
    The policy comes before the first thing a page loads, since it counts from there on only.
    """
    for path, page in small_site.pages.items():
        head = [element.get("http-equiv") or element.tag for element in page.find("/html/head/*")]
        assert head.index("Content-Security-Policy") < head.index("link"), path


def test_icons_are_there(small_site):
    """
    Each page names an icon that is a drawing and one that is a picture of the size it says.
    """
    for page in small_site.pages.values():
        assert ["/base/favicon.svg"] == page.find('//link[@rel="icon"]/@href')
        assert ["/base/apple-touch-icon.png"] == page.find('//link[@rel="apple-touch-icon"]/@href')
    png = small_site.files["apple-touch-icon.png"]

    assert small_site.files["favicon.svg"].startswith(b"<svg ")
    assert b"\x89PNG\r\n\x1a\n" == png[:8]
    assert (180, 180) == (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big"))


def test_feeds_are_named_in_every_head(small_site):
    """
    Each page names the feed of everything in each format, with their formats and a title in the page's language.
    """
    for page in small_site.pages.values():
        links = page.find('//link[@rel="alternate"][@type]')
        assert {
            "/base/feeds/all/rss.xml": "application/rss+xml",
            "/base/feeds/all/atom.xml": "application/atom+xml",
            "/base/feeds/all/feed.json": "application/feed+json",
        } == {link.get("href"): link.get("type") for link in links if link.get("title")}


def test_a_text_that_may_be_embedded_names_the_document_of_its_card(small_site):
    """
    By its absolute address, as those want it who ask; a text that may not names none.
    """

    def documents(path):
        return [own.get("href") for own in small_site.html[path].find('//link[@type="application/json+oembed"]')]

    assert ["https://small.example/base/oembed/gardengate.json"] == documents("stories/garden-gate/index.html")
    assert [] == documents("voices/the-lamp/index.html")
    assert "oembed/gardengate.json" in small_site.files


def test_frames_run_nothing_and_load_nothing_from_elsewhere(small_site):
    """
    Frames for snippets have no script; those of pasted addresses have the one by which WordPress knows their height.
    """
    for path, page in small_site.frames.items():
        scripts = ["/base/embed/pasted.1.js"] if path.startswith("embed/pasted/") else []
        assert (path, scripts) == (path, page.find("//script/@src"))
        assert (path, []) == (path, page.find("//@style | //@*[starts-with(name(), 'on')]"))
        assert all(is_own(url) for url in page.addresses())
        assert "_blank" == page.one("//base/@target")
