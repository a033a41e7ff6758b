"""
A voice is heard only where its person said yes to that, and its feed has all that podcast programs need.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from plugins.audio.outputs import feed_outputs, sound_outputs
from plugins.feeds.readers.podcast import read_podcast
from plugins.media.sounds import Cue, Sound
from plugins.outputs import Channel, fingerprint
from plugins.problems import ContentError
from tests.make import make_consent, make_feeds, make_library, make_story, make_testimony, make_translation

HER = make_testimony(
    slug="her", title="Her title", summary="Her summary.", date="2026-10-05", audio="gate", voice_of="own"
)
YES = {"site": "yes", "feed": "yes", "audio": "yes"}


def make_sound(path=Path("gate.mp3"), content=b"sound"):
    cues = (Cue("00:00.000", "00:02.000", "I came by the gate."),)
    return Sound("gate", path, ".mp3", fingerprint(content), len(content), 83, cues)


def library_of(scopes=YES, sound=None, **changes):
    return make_library(
        HER, make_story(date="2026-10-01"), consents=[make_consent(HER, scopes=scopes, **changes.pop("consent", {}))],
        sounds={"gate": sound or make_sound()}, **changes,
    )  # fmt: skip


def feeds(library):
    return {output.path: output for output in feed_outputs(library, make_feeds(), "A site")}


@pytest.mark.parametrize(
    ("scopes", "files", "in_feed"),
    [
        (YES, 2, True),
        ({"site": "yes", "feed": "yes"}, 0, False),
        ({"site": "yes", "audio": "yes"}, 2, False),
        ({}, 0, False),
    ],
)
def test_a_voice_goes_where_its_person_said_yes(scopes, files, in_feed):
    library = library_of(scopes)
    outputs = list(sound_outputs(library))

    assert files == len(outputs)
    assert {Channel.AUDIO} >= {output.channel for output in outputs}
    assert all((HER.id,) == output.carries for output in outputs)
    assert in_feed == (HER.id.encode() in feeds(library)["feeds/audio/rss.xml"].make_bytes())


@pytest.mark.parametrize("consent", [{"status": "paused", "paused_on": "2026-11-10"}, {"expires_on": "2026-11-01"}])
def test_what_may_be_heard_no_more_is_gone_and_the_feed_says_so(consent):
    library = library_of(consent=consent)
    told = json.loads(feeds(library)["feeds/audio/feed.json"].make_bytes())["items"]

    assert [] == list(sound_outputs(library))
    assert [(f"tag:example.org,2026:{HER.id}", "This piece is no longer available")] == [
        (item["id"], item["title"]) for item in told
    ]
    assert "attachments" not in told[0]


def test_podcast_programs_find_all_they_need():
    podcast = read_podcast(feeds(library_of())["feeds/audio/rss.xml"].make_bytes())

    assert () == podcast.missing


def test_the_feed_names_recording_length_and_transcripts_absolutely():
    root = etree.fromstring(feeds(library_of())["feeds/audio/rss.xml"].make_bytes())
    (item,) = root.findall("channel/item")
    transcripts = item.findall("{https://podcastindex.org/namespace/1.0}transcript")

    assert {"url": f"https://example.org/audio/{HER.id}.mp3", "length": "5", "type": "audio/mpeg"} == dict(
        item.find("enclosure").attrib
    )
    assert [f"https://example.org/audio/{HER.id}.vtt", "https://example.org/voices/her/#transcript"] == [
        own.get("url") for own in transcripts
    ]
    assert item.findtext("description").startswith("In their own voice.")


def test_a_voice_is_heard_whatever_language_its_text_is_shown_in():
    """
    An Arabic recording whose text has an English translation too.
    """
    arabic = make_testimony(
        slug="her", lang="ar", original_language="ar", date="2026-10-05", audio="gate", voice_of="own"
    )
    english = make_translation(arabic, "en")
    consents = [make_consent(arabic, english, scopes={**YES, "translate": ["en"]})]
    told = feeds(make_library(arabic, english, consents=consents, sounds={"gate": make_sound()}))
    items = json.loads(told["feeds/audio/feed.json"].make_bytes())["items"]

    assert [(f"tag:example.org,2026:{arabic.id}", "ar")] == [(item["id"], item["language"]) for item in items]


def test_a_feed_without_voices_welcomes_its_readers():
    assert "A site" == feeds(make_library(make_story()))["feeds/audio/rss.xml"].make_view().entries[0].title


def test_the_picture_of_the_podcast_is_large_enough():
    png = feeds(library_of())["audio/artwork.png"].make_bytes()

    assert (1400, 1400) == (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big"))


def test_a_recording_that_changes_while_the_site_is_built_stops_the_build(tmp_path):
    path = tmp_path / "gate.mp3"
    path.write_bytes(b"sound")
    recording, transcript = sound_outputs(library_of(sound=make_sound(path)))

    assert b"sound" == recording.make_bytes()
    assert b"I came by the gate." in transcript.make_bytes()
    path.write_bytes(b"another")
    with pytest.raises(ContentError):
        recording.make_bytes()


def test_a_consent_for_another_day_counts_on_that_day():
    assert [] == list(sound_outputs(library_of(today=date(2029, 1, 1))))
