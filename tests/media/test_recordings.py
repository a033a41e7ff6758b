"""
A recording in the content folder holds sound alone, and is what its name says.
"""

import pytest

from plugins.media.recordings import check_recordings
from tests.media import written as w

MP3 = w.FRAME * 4
SOUND = {"mp3": MP3, "ogg": w.opus(), "opus": w.opus(), "m4a": w.m4a(), "wav": w.wav(), "flac": w.flac()}


def problems(folder):
    return [(problem.path, problem.what) for problem in check_recordings(folder, "content/audio")]


@pytest.mark.parametrize("ending", SOUND)
def test_sound_alone_is_all_right(tmp_path, ending):
    (tmp_path / f"voice.{ending}").write_bytes(SOUND[ending])

    assert [] == problems(tmp_path)


def test_what_stands_beside_recordings_is_none(tmp_path):
    for name in ("voice.vtt", "README.md", ".hidden"):
        (tmp_path / name).write_text("WEBVTT")
    (tmp_path / "folder.mp3").mkdir()

    assert [] == problems(tmp_path)
    assert [] == problems(tmp_path / "not-there")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp3", w.id3(b"TPE1 A singer") + MP3),
        ("a.opus", w.opus(b"ARTIST=A singer")),
        ("a.wav", w.wav((b"LIST", b"INFOIART\4\0\0\0Name"))),
        ("a.flac", w.flac((4, w.comments(b"ARTIST=A singer")))),
    ],
)
def test_metadata_in_an_audio_file_is_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    ((path, what),) = problems(tmp_path)

    assert path == f"content/audio/{name}"
    assert what.startswith("the recording holds more than sound: ")


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.mp3", b"", "this is no mp3 file"),
        ("a.mp3", w.wav(), "this is no mp3 file"),
        ("a.mp3", w.save(w.draw(), "JPEG"), "this is no recording"),
        ("a.txt", b"Hello", "this is no recording"),
        ("a.m4a", w.m4a()[:-20], "the file ends in the middle of the sound"),
    ],
)
def test_what_is_no_whole_recording_is_refused(tmp_path, name, content, what):
    (tmp_path / name).write_bytes(content)

    ((_, found),) = problems(tmp_path)

    assert found.startswith(what)
