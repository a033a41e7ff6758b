"""
Recordings are read with what is said in them, and a transcript holds nothing besides.
"""

import pytest

from plugins.media.sounds import Cue, check_transcripts, read_cues, read_sounds, write_cues
from tests.make import lines_of, make_files

FRAME = b"\xff\xfb\x90\x00" + bytes(413)
"""A silent MP3 frame: MPEG 1, 128 kbit/s, 44,100 samples a second."""

VTT = """WEBVTT - made by somebody on a machine

NOTE who spoke

STYLE
::cue { color: red }

1
00:00.000 --> 00:04.000 align:start
<v Amal>I came <i>in</i>
by the gate.

01:00:04.000 --> 01:00:06.500
And nobody asked.
"""


def test_a_transcript_is_its_cues_alone():
    cues = (
        Cue("00:00.000", "00:04.000", "I came in by the gate."),
        Cue("01:00:04.000", "01:00:06.500", "And nobody asked."),
    )

    assert cues == read_cues(VTT) == read_cues(VTT.replace("\n", "\r\n")) == read_cues(write_cues(cues).decode())
    assert not {word for word in (b"NOTE", b"Amal", b"machine", b"STYLE") if word in write_cues(cues)}


@pytest.mark.parametrize("text", ["", "WEBVTT", "WEBVTT\n\n00:00 --> 00:04\nwords", "no transcript at all"])
def test_what_is_no_transcript_has_no_cues(text):
    assert () == read_cues(text)


def test_a_recording_says_how_long_and_how_large_it_is(tmp_path):
    make_files(tmp_path, {"a.mp3": FRAME * 100, "a.vtt": VTT, "b.ogg": b"OggS", ".hidden.mp3": FRAME, "README.md": "x"})
    sounds = read_sounds(tmp_path)

    assert {"a", "b"} == set(sounds)
    assert ("audio/mpeg", 41700, 3) == (sounds["a"].type, sounds["a"].size, sounds["a"].seconds)
    assert "I came in by the gate. And nobody asked." == sounds["a"].words
    assert 0 == sounds["b"].seconds
    assert {} == read_sounds(tmp_path / "nowhere")


def test_another_take_is_another_recording(tmp_path):
    make_files(tmp_path, {"a.mp3": FRAME * 100, "b.mp3": FRAME * 99 + FRAME[:-1] + b"\x01"})
    sounds = read_sounds(tmp_path)

    assert sounds["a"].digest != sounds["b"].digest


def test_a_recording_that_nobody_can_read_is_refused(tmp_path):
    make_files(tmp_path, {"a.mp3": FRAME, "b.mp3": FRAME, "b.vtt": "words"})

    assert [
        "audio/a.mp3:1:1: nobody can read what is said in this recording. Write its words into audio/a.vtt.",
        "audio/b.vtt:1:1: there is no cue in this transcript. Begin it with WEBVTT, then write for each part: "
        "00:00.000 --> 00:04.000 and below it the words.",
    ] == lines_of(check_transcripts(tmp_path, "audio"))
