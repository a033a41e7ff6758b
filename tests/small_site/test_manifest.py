"""
What the manifest says of the published files, and whether it is true.
"""

from hashlib import blake2b
from html import unescape
from urllib.parse import unquote

from plugins.outputs import Channel
from tests.small_site.site import BASE

TEXTS = {
    "gardengate": ("A gate that was left open", "Giât a adawyd ar agor", "/stories/garden-gate/"),
    "0ngtabde11": ("A table as long as the street", "/stories/long-table/"),
    "tw0cxps006": ('Tea & "two" <cups>', "/stories/two-cups/"),
    "thesamp001": ("A lamp in the window", "مصباح على النافذة", "/voices/the-lamp/"),
    "qharbrsc02": ("A harbour without wind", "/voices/quiet-harbour/"),
    "frstsn0w05": ("Snow on the allotment", "/voices/first-snow/"),
    "seeksafe10": ("Seven facts stood in the book of tests", "/explainers/seeking-safety/"),
    "cpspct1ab2": ("Most cups in this town are full", "/explainers/counting-cups/"),
    "techpart10": ("The most visible part stands for everything", "/techniques/part-for-whole/"),
    "termsacr10": ("Saucer", "/glossary/saucer/"),
    "wr1tetter1": ("Write one letter", "/act/write-a-letter/"),
    "deedsgrp13": ("Leeds test group", "/groups/leeds/"),
    "swanseagr4": ("Swansea test group", "/groups/swansea/"),
    "pr1nc1p715": ("Welcome grows between two people", "Between two", "/principles/friendship/"),
    "changesa16": ("A way that is safe from end to end", "A safe way", "/changes/safety/"),
    "h0mepage17": ("Stories for tests", "قصص للاختبار", "Straeon ar gyfer profion"),
    "ab0xtpage8": ("Who tests this", "/about/"),
    "feedstest9": ("Feeds of the test", '/base/feeds/"', "/base/feeds/<"),
    "embedtest9": ("Snippets of the test", '/base/embed/"', "/base/embed/<"),
    "pathpage19": ("From one gate to every street", "/how-change-happens/"),
}
"""By its id, what shows each text: its titles and its address."""

EVERYWHERE = {"h0mepage17": f'href="{BASE}/"'}
"""The address of the site itself, which says nothing of the front page's text."""


def words_of(content):
    """The words of a page or a feed, with the addresses in it, as people read them."""
    return unescape(unquote(content.decode("utf-8", "replace")))


def test_manifest_lists_every_file(small_site):
    """
    Each published file is in the manifest, with its size and its hash, and nothing else is.
    """
    expected = {path: (len(content), hash_of(content)) for path, content in small_site.files.items()}

    assert expected == {path: (entry["size"], entry["hash"]) for path, entry in small_site.manifest.items()}


def hash_of(content):
    """The hash of a file's bytes, as the manifest's README promises it: BLAKE2b of 16 bytes."""
    return blake2b(content, digest_size=16).hexdigest()


def test_manifest_knows_the_time_of_every_file(small_site):
    """
    The time in the manifest is the file's own, so that a file changed by hand is noticed.
    """
    times = {path: (small_site.site.output / path).stat().st_mtime_ns for path in small_site.files}

    assert times == {path: entry["mtime"] for path, entry in small_site.manifest.items()}


def test_manifest_lies_beside_the_site(small_site):
    """
    What the build writes for itself stands beside the output folder, never in it; nothing else is left over.
    """
    beside = {path.name for path in small_site.site.folder.iterdir()}

    assert {"content", "output", "smallconf.py", ".output.manifest", ".cache", "run.json"} == beside - {"__pycache__"}


def channel_of(path):
    first = path.partition("/")[0]
    if path in ("feeds/feeds.opml", "feeds/index.html", "embed/index.html", "audio/artwork.png") or "/builder." in path:
        return Channel.SITE
    if path.startswith("feeds/audio/"):
        return Channel.AUDIO
    if first == "feeds":
        return Channel.REPUBLISH if "/full/" in path else Channel.FEED
    own = {"embed": Channel.EMBED, "oembed": Channel.EMBED, "republish": Channel.REPUBLISH, "audio": Channel.AUDIO}
    return own.get(first, Channel.SITE)


def test_every_file_went_out_on_a_channel(small_site):
    """
    Feeds, whole texts, embeds and recordings went out on channels of their own, all else on that of the site.
    """
    expected = {path: channel_of(path) for path in small_site.files}

    assert expected == {path: entry["channel"] for path, entry in small_site.manifest.items()}


def test_every_file_has_a_key_of_its_own(small_site):
    """
    No two files have the same key.
    """
    keys = [entry["key"] for entry in small_site.manifest.values()]

    assert len(keys) == len(set(keys))
    assert {32} == {len(key) for key in keys}


def test_a_file_carries_exactly_the_texts_it_shows(small_site):
    """
    The manifest names a text for a file exactly where the text's title or address stands in that file.
    """
    expected, found = {}, {}
    for path, content in small_site.files.items():
        if path.endswith((".html", ".xml", ".txt", ".svg", ".css")):
            words = words_of(content)
            expected[path] = sorted(key for key, marks in TEXTS.items() if any(mark in words for mark in marks))
            found[path] = small_site.manifest[path]["carries"]
            if path in ("index.html", "ar/index.html", "cy/index.html", "sitemap.xml"):
                expected[path] = sorted({*expected[path], "h0mepage17"})

    assert expected == found


def test_every_public_text_is_carried(small_site):
    """
    Each text that may be shown is carried by some file; no other id is known to the manifest.
    """
    carried = {key for entry in small_site.manifest.values() for key in entry["carries"]}

    assert set(TEXTS) == carried
