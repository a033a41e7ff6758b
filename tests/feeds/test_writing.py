"""
A feed is what its format says, in an order and with dates of our own.
"""

import json
from datetime import UTC, datetime

import feedparser
import pytest
from lxml import etree

from plugins.feeds.entries import Entry, Tombstone
from plugins.feeds.heads import Feed
from plugins.feeds.rendering import FeedRenderer
from plugins.syndication.audio import SharedAudio
from plugins.syndication.picture import SharedPicture

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def make_entry(number=1, **changes):
    values = {
        "id": f"tag:example.org,2026:{number:010}", "url": f"https://example.org/stories/{number}/", "title": f"Story {number}", "lang": "en-GB",
        "dir": "ltr", "summary": f"Summary {number}.", "content": f"<p>Content {number}.</p>", "author": "", "published": datetime(2026, 11, 20 - number, tzinfo=UTC),
        "updated": datetime(2026, 11, 21 - number, tzinfo=UTC), "categories": (("type", "Story"), ("topic", "Work")),
    }  # fmt: skip
    return Entry(**values | changes)


def make_feed(*entries, **changes):
    values = {
        "id": "tag:example.org,2026:feed:all", "title": "A site", "subtitle": "Stories of welcome.", "author": "A site", "lang": "en-GB", "home": "https://example.org/",
        "dir": "ltr", "folder": "https://example.org/feeds/all/",
        "icon": "https://example.org/favicon.svg", "updated": datetime(2026, 11, 20, tzinfo=UTC), "entries": entries,
    }  # fmt: skip
    return Feed(**values | changes)


FULL = make_feed(
    make_entry(1),
    make_entry(2, author="Amal", title="Tea & <b>talk</b>", summary='He said "a < b" & left.'),
    make_entry(3, lang="ar", dir="rtl", title="قصة", summary="ملخص", url="https://example.org/ar/stories/3/"),
)
FORMATS = ["rss", "atom"]


def write(form, feed=FULL):
    return FeedRenderer(form)(feed)


def parse(form, feed=FULL):
    parsed = feedparser.parse(write(form, feed))
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.mark.parametrize(("form", "version"), [("rss", "rss20"), ("atom", "atom10")])
def test_a_feed_reader_finds_nothing_to_complain_of(form, version):
    assert version == parse(form).version
    assert version == parse(form, make_feed()).version


@pytest.mark.parametrize("form", FORMATS)
def test_entries_stand_in_the_order_they_were_given(form):
    assert [entry.id for entry in FULL.entries] == [entry.id for entry in parse(form).entries]


@pytest.mark.parametrize("form", FORMATS)
def test_titles_come_through_as_they_are(form):
    assert ["Story 1", "Tea & <b>talk</b>", "قصة"] == [entry.title for entry in parse(form).entries]


def test_a_description_of_rss_is_html_and_a_summary_of_atom_is_text():
    """
    What RSS readers unescape once more must not become markup.
    """
    rss = etree.fromstring(write("rss"))
    atom = etree.fromstring(write("atom"))

    assert 'He said "a &lt; b" &amp; left.' == rss.findall("channel/item/description")[1].text
    assert 'He said "a < b" & left.' == atom.findall(f"{ATOM}entry/{ATOM}summary")[1].text
    assert "html" not in {summary.get("type", "text") for summary in atom.iter(f"{ATOM}summary")}


@pytest.mark.parametrize("form", FORMATS)
def test_a_feed_names_itself_and_the_site(form):
    feed = parse(form).feed
    links = {(link.rel, link.href) for link in feed.links}

    assert ("self", f"https://example.org/feeds/all/{form}.xml") in links
    assert ("alternate", "https://example.org/") in links
    assert "https://example.org/" == feed.link


def test_the_link_of_an_rss_channel_is_the_site_and_not_the_feed():
    assert ["https://example.org/"] == [link.text for link in etree.fromstring(write("rss")).findall("channel/link")]


@pytest.mark.parametrize("form", FORMATS)
def test_every_entry_has_one_link_to_its_page(form):
    assert [entry.url for entry in FULL.entries] == [entry.link for entry in parse(form).entries]


@pytest.mark.parametrize("form", FORMATS)
def test_dates_are_those_of_the_texts_and_never_now(form):
    parsed = parse(form)

    assert [(2026, 11, 19), (2026, 11, 18), (2026, 11, 17)] == [
        tuple(entry.published_parsed[:3]) for entry in parsed.entries
    ]
    assert (2026, 11, 20) == tuple(parsed.feed.updated_parsed[:3])
    if form == "atom":
        assert [(2026, 11, 20), (2026, 11, 19), (2026, 11, 18)] == [
            tuple(entry.updated_parsed[:3]) for entry in parsed.entries
        ]


@pytest.mark.parametrize("form", FORMATS)
def test_there_is_no_address_of_e_mail(form):
    """
    feedgen would print one for every author that has it.
    """
    content = write(form).decode()

    assert "@" not in content
    assert "managingEditor" not in content and "webMaster" not in content and "<email" not in content


@pytest.mark.parametrize("form", FORMATS)
def test_a_speaker_is_named_only_by_the_public_name(form):
    assert [None, "Amal", None] == [entry.get("author") for entry in parse(form).entries]


@pytest.mark.parametrize("form", FORMATS)
def test_the_feed_and_each_entry_say_their_language(form):
    root = etree.fromstring(write(form))
    if form == "rss":
        assert "en-GB" == root.findtext("channel/language")
        languages = [
            item.findtext("{http://purl.org/dc/elements/1.1/}language") for item in root.findall("channel/item")
        ]
    else:
        assert "en-GB" == root.get(LANG)
        languages = [entry.get(LANG) for entry in root.findall(f"{ATOM}entry")]

    assert ["en-GB", "en-GB", "ar"] == languages


def test_the_link_of_an_atom_entry_says_what_it_leads_to():
    links = etree.fromstring(write("atom")).findall(f"{ATOM}entry/{ATOM}link")

    assert [("alternate", "text/html", lang) for lang in ("en-GB", "en-GB", "ar")] == [
        (link.get("rel"), link.get("type"), link.get("hreflang")) for link in links
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_categories_say_kind_and_name(form):
    tags = parse(form).entries[0].tags

    assert [("urn:welcome-stories:type", "Story"), ("urn:welcome-stories:topic", "Work")] == [
        (tag.scheme, tag.term) for tag in tags
    ]


def test_the_guid_of_rss_is_no_address():
    assert {"false"} == {guid.get("isPermaLink") for guid in etree.fromstring(write("rss")).iter("guid")}


def test_an_atom_feed_has_an_id_an_author_and_an_icon():
    root = etree.fromstring(write("atom"))

    assert "tag:example.org,2026:feed:all" == root.findtext(f"{ATOM}id")
    assert "A site" == root.findtext(f"{ATOM}author/{ATOM}name")
    assert "https://example.org/favicon.svg" == root.findtext(f"{ATOM}icon")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_feed_gives_the_same_bytes(form):
    first = write(form)
    write("rss"), write("atom")

    assert first == write(form)
    assert write(form).startswith(b"<?xml")
    first.decode("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_a_withdrawn_entry_leaves_nothing_behind(form):
    without = FULL._replace(entries=FULL.entries[:1] + FULL.entries[2:])
    write(form)

    assert b"Amal" not in write(form, without)
    assert b"0000000002" not in write(form, without)


def test_each_format_has_a_key_of_its_own():
    assert FeedRenderer("rss").digest != FeedRenderer("atom").digest


PICTURE = SharedPicture(
    "https://example.org/pictures/a.jpg", "image/jpeg", 1280, 853, "Two <cups> & bread", "en-GB", "A. Maker"
)
SOUND = SharedAudio(
    "https://example.org/audio/a.mp3", "audio/mpeg", 123456, 83,
    (("https://example.org/audio/a.vtt", "text/vtt"), ("https://example.org/voices/a/", "text/html")),
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_one_picture_stands_everywhere_that_programs_look_for_it(form):
    """
    Enclosure, media:content and media:thumbnail have the same address, and its description is the alternative text.
    """
    feed = make_feed(make_entry(picture=PICTURE, content=f'<p><img src="{PICTURE.url}" alt=""></p>'))
    (entry,) = parse(form, feed).entries
    links = {link.href for link in entry.links if link.rel == "enclosure"}

    assert {PICTURE.url} == links == {own["url"] for own in (*entry.media_content, *entry.media_thumbnail)}
    assert [("image", "1280", "853")] == [(own["medium"], own["width"], own["height"]) for own in entry.media_content]
    assert PICTURE.alt in write(form, feed).decode().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert PICTURE.url in entry.content[0].value


@pytest.mark.parametrize("form", FORMATS)
def test_a_hub_is_named_where_there_is_one(form):
    hub = "https://hub.example/"

    assert hub in {link.href for link in parse(form, make_feed(hub=hub)).feed.links if link.rel == "hub"}
    assert "hub" not in {link.rel for link in parse(form).feed.links}


def test_a_recording_is_what_podcast_programs_want():
    feed = make_feed(make_entry(audio=SOUND), artwork="https://example.org/feeds/audio/artwork.png")
    root = etree.fromstring(write("rss", feed))
    (item,) = root.findall("channel/item")
    itunes, podcast = "{http://www.itunes.com/dtds/podcast-1.0.dtd}", "{https://podcastindex.org/namespace/1.0}"

    assert (SOUND.url, "audio/mpeg", "123456") == tuple(
        item.find("enclosure").get(n) for n in ("url", "type", "length")
    )
    assert ("83", "false") == (item.findtext(f"{itunes}duration"), item.findtext(f"{itunes}explicit"))
    assert [("text/vtt", SOUND.transcripts[0][0]), ("text/html", SOUND.transcripts[1][0])] == [
        (own.get("type"), own.get("url")) for own in item.findall(f"{podcast}transcript")
    ]
    assert feed.artwork == root.find(f"channel/{itunes}image").get("href")
    assert "false" == root.findtext(f"channel/{itunes}explicit")
    assert b"itunes" not in write("rss")


def test_json_feed_says_the_same_as_the_others():
    told = json.loads(write("json"))

    assert "https://jsonfeed.org/version/1.1" == told["version"]
    assert [entry.id for entry in FULL.entries] == [item["id"] for item in told["items"]]
    assert ["en-GB", "en-GB", "ar"] == [item["language"] for item in told["items"]]
    assert "rtl" == told["items"][2]["_welcome"]["dir"]
    assert [{"name": "Amal"}] == told["items"][1]["authors"]
    assert ["2026-11-19T00:00:00+00:00", "2026-11-20T00:00:00+00:00"] == [
        told["items"][0][name] for name in ("date_published", "date_modified")
    ]
    assert told["feed_url"].endswith("feed.json") and "hubs" not in told


def test_an_entry_is_written_once_and_is_the_same_in_each_feed():
    entry = make_entry(7)
    feeds = [make_feed(entry), make_feed(make_entry(8), entry, title="Another")]
    written = [write("rss", own).decode().split("<item>")[-1].split("</item>")[0] for own in feeds]

    assert written[0] == written[1]


@pytest.mark.parametrize("form", FORMATS)
def test_an_entry_is_the_same_wherever_it_stood_before(form):
    """No feed leaves anything in it that the next would show, not even the name of a namespace."""
    entry = make_entry(9, picture=PICTURE, audio=SOUND)
    first = write(form, make_feed(entry))
    gone = Tombstone("tag:example.org,2026:0000000009", datetime(2026, 11, 20, tzinfo=UTC))
    other = make_feed(make_entry(8), entry, artwork="https://example.org/a.png", is_archive=True, tombstones=(gone,))

    assert 2 == write(form, other).count(b"<item>" if form == "rss" else b"<entry")
    assert first == write(form, make_feed(entry))


@pytest.mark.parametrize("form", FORMATS)
def test_an_entry_is_written_as_a_part_of_its_feed(form):
    """
    With the spaces of the place where it stands, and with no namespace that the feed has declared already.
    """
    entries = make_entry(1, picture=PICTURE), make_entry(2, audio=SOUND, author="Amal", content="")
    written = write(form, make_feed(*entries, artwork="https://example.org/a.png", is_archive=True))
    parsed = etree.fromstring(written, etree.XMLParser(remove_blank_text=True))

    assert written == etree.tostring(parsed, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    assert b"xmlns" not in written[written.index(b"<item" if form == "rss" else b"<entry") :]
