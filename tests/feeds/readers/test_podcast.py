"""
A podcast app finds what it needs, and says what it misses.
"""

import pytest

from plugins.feeds.readers.podcast import Transcript, read_podcast, seconds_of

SHOW = (
    "<title>Voices</title><link>https://e.org/</link><description>People speak.</description><language>en-GB</language>"
    '<itunes:author>A site</itunes:author><itunes:image href="https://e.org/art.jpg"/>'
    '<itunes:category text="Society"><itunes:category text="Documentary"/></itunes:category>'
    "<itunes:explicit>false</itunes:explicit>"
)
EPISODE = (
    '<title>Tea</title><guid isPermaLink="false">tag:1</guid><description>Tea is made.</description>'
    "<pubDate>Thu, 19 Nov 2026 00:00:00 +0000</pubDate><itunes:duration>1:02:03</itunes:duration>"
    '<enclosure url="https://e.org/1.mp3" length="123" type="audio/mpeg"/>'
    '<podcast:transcript url="https://e.org/1.vtt" type="text/vtt" language="en"/>'
    '<podcast:transcript url="https://e.org/1.html" type="text/html"/>'
)


def rss(show=SHOW, *episodes):
    names = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"'
    inner = "".join(f"<item>{episode}</item>" for episode in episodes)
    return f'<rss version="2.0" {names}><channel>{show}{inner}</channel></rss>'.encode()


WHOLE = read_podcast(rss(SHOW, EPISODE))


def test_a_whole_show_misses_nothing():
    assert () == WHOLE.missing


def test_a_show_is_read():
    assert ("Voices", "People speak.", "A site", "en-GB", "https://e.org/art.jpg", ("Society", "Documentary"), False) == (
        WHOLE.title, WHOLE.description, WHOLE.author, WHOLE.language, WHOLE.artwork, WHOLE.categories, WHOLE.explicit,
    )  # fmt: skip


def test_an_episode_is_read():
    (episode,) = WHOLE.episodes

    assert ("tag:1", "Tea", "Tea is made.", "https://e.org/1.mp3", 123, "audio/mpeg", 3723) == (
        episode.id, episode.title, episode.description, episode.url, episode.length, episode.type, episode.seconds,
    )  # fmt: skip
    assert 19 == episode.date.day


def test_every_transcript_has_its_address_and_type():
    (episode,) = WHOLE.episodes

    assert (
        Transcript("https://e.org/1.vtt", "text/vtt", "en"),
        Transcript("https://e.org/1.html", "text/html", ""),
    ) == episode.transcripts


@pytest.mark.parametrize(
    ("part", "changed", "missing"),
    [
        ("<title>Voices</title>", "", "The show has no title."),
        ("<description>People speak.</description>", "<description> </description>", "The show has no description."),
        ("<language>en-GB</language>", "", "The show has no language."),
        ("https://e.org/art.jpg", "/art.jpg", "The show has no artwork: itunes:image needs a whole address in href."),
        (' text="Society"', "", "The show has no category: itunes:category needs one in text."),
        ("false", "perhaps", "The show does not say whether it is explicit: itunes:explicit must be true or false."),
        ("<title>Tea</title>", "<itunes:title>Tea</itunes:title>", None),
        ("<title>Tea</title>", "", "An episode has no title."),
        ("tag:1", "", 'The episode "Tea" has no guid: apps cannot tell it from others.'),
        ("1:02:03", "an hour", 'The episode "Tea" has the duration "an hour", which is no time: write seconds, or 1:02:03.'),
        (' type="text/vtt"', "", 'The episode "Tea" has a transcript without a whole address or without a type.'),
        ("https://e.org/1.html", "1.html", 'The episode "Tea" has a transcript without a whole address or without a type.'),
        ("https://e.org/1.mp3", "1.mp3", 'The episode "Tea" has an enclosure without a whole address.'),
        (' length="123"', "", 'The episode "Tea" has an enclosure without its length in bytes.'),
        ('"123"', '"0"', 'The episode "Tea" has an enclosure without its length in bytes.'),
        ("audio/mpeg", "image/jpeg", 'The episode "Tea" has an enclosure whose type is neither audio nor video.'),
        ('<enclosure url="https://e.org/1.mp3" length="123" type="audio/mpeg"/>', "", 'The episode "Tea" has no enclosure: there is nothing to listen to.'),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_a_sentence(part, changed, missing):
    whole = rss(SHOW, EPISODE).decode()
    assert part in whole
    found = read_podcast(whole.replace(part, changed, 1).encode()).missing

    assert ((missing,) if missing else ()) == found


def test_a_show_needs_episodes():
    assert ("The show has no episodes.",) == read_podcast(rss()).missing


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("754", 754), ("12:34", 754), ("1:02:03", 3723), ("0", 0), ("", None), ("1:60", None), ("1:2:3:4", None), ("-5", None), ("٥", None)],
)  # fmt: skip
def test_a_duration_is_told_in_seconds(text, seconds):
    assert seconds == seconds_of(text)
