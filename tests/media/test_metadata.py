"""
Whatever a file holds besides pixels or sound is found and named in plain words, whoever wrote it.
"""

import re
from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.media.kinds import kind_of
from plugins.media.metadata import find_metadata, has_metadata
from plugins.media.parts import Broken
from tests.media import written as w

JPEG, PNG, WEBP, AVIF = (w.save(w.draw(), kind) for kind in ("JPEG", "PNG", "WEBP", "AVIF"))
GIF, TIFF = w.save(w.draw(), "GIF"), w.save(w.draw(), "TIFF")
MP3 = w.FRAME * 4
HEIC = w.box(b"ftyp", b"heic\0\0\0\0mif1heic") + w.avif()[24:]

CLEAN = {
    "jpeg": JPEG, "png": PNG, "webp": WEBP, "avif": AVIF, "gif": GIF, "mp3": MP3, "ogg": w.opus(), "m4a": w.m4a(),
    "wav": w.wav(), "flac": w.flac(),
}  # fmt: skip
KINDS = {**CLEAN, "tiff": TIFF, "heic": HEIC}


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_is_told_by_the_first_bytes(kind):
    assert kind == kind_of(KINDS[kind])


@pytest.mark.parametrize(
    "content", [b"", b"Hello", b"%PDF-1.7", b"<svg/>", b"RIFF\0\0\0\0AVI ", b"\xff\xf1\x50\x80", b"\0\0\0\x18ftypmp42"]
)
def test_other_files_are_of_no_kind(content):
    assert kind_of(content) is None


def test_sound_with_a_tag_before_it_is_told_from_the_sound():
    assert ["mp3", "flac"] == [kind_of(w.id3() + sound) for sound in (MP3, w.flac())]


@pytest.mark.parametrize("kind", CLEAN)
def test_pixels_and_sound_alone_are_no_metadata(kind):
    assert [] == find_metadata(CLEAN[kind])
    assert not has_metadata(CLEAN[kind])


@pytest.mark.parametrize(
    "options",
    [{"progressive": True}, {"quality": 100, "subsampling": 0}, {"restart_marker_rows": 1}, {"dpi": (72, 72)}],
)
def test_no_way_of_packing_a_jpeg_is_metadata(options):
    assert [] == find_metadata(w.save(w.draw(), "JPEG", **options))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"exif": w.gps_exif()}, ["EXIF data", "a GPS position"]),
        ({"icc_profile": w.profile()}, ["a colour profile"]),
        ({"xmp": w.XMP}, ["XMP data"]),
    ],
)
def test_what_cameras_and_programs_write_is_found_in_every_kind_of_picture(kind, options, expected):
    if kind == "PNG" and "xmp" in options:
        options = {"pnginfo": png_text(options["xmp"])}

    assert set(expected) <= set(find_metadata(w.save(w.draw(), kind, **options)))


def png_text(xmp):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return info


def with_thumbnail():
    exif = b"II*\0\x08\0\0\0\0\0\x0e\0\0\0\1\0\1\2\4\0\1\0\0\0\0\0\0\0\0\0\0\0"
    return w.with_segment(JPEG, 0xE1, b"Exif\0\0" + exif)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (w.save(w.draw(), "JPEG", comment=b"Amal at home"), ["a comment"]),
        (w.with_segment(JPEG, 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + w.XMP), ["XMP data", "a GPS position"]),
        (w.with_segment(JPEG, 0xE1, b"http://ns.adobe.com/xmp/extension/\0part"), ["XMP data"]),
        (w.with_segment(JPEG, 0xED, b"Photoshop 3.0\x008BIM\4\4"), ["IPTC data"]),
        (w.with_segment(JPEG, 0xE2, b"MPF\0II*\0"), ["further pictures"]),
        (w.with_segment(JPEG, 0xEB, b"JP\0\1"), ["data of a camera or a program"]),
        (w.with_segment(JPEG, 0xE0, b"JFXX\0\x10"), ["an embedded thumbnail"]),
        (w.with_segment(JPEG, 0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1abc"), ["an embedded thumbnail"]),
        (w.with_segment(JPEG, 0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0Amal"), ["a part of an unknown kind"]),
        (w.with_segment(JPEG, 0xEE, b"Adobe\0\x64\0\0\0\0\1Amal"), ["data of a camera or a program"]),
        (w.with_segment(JPEG, 0xF3, b"Amal"), ["a part of an unknown kind"]),
        (JPEG[:20] + b"Amal" + JPEG[20:], ["a part of an unknown kind"]),
        (with_thumbnail(), ["EXIF data", "an embedded thumbnail"]),
        (JPEG + JPEG, ["bytes after the end of the picture"]),
        (JPEG + b"\0", ["bytes after the end of the picture"]),
        (w.with_chunk(PNG, b"tEXt", b"Author\0Amal"), ["text"]),
        (w.with_chunk(PNG, b"zTXt", b"Author\0\0x"), ["text"]),
        (w.with_chunk(PNG, b"iTXt", b"Author\0\0\0\0\0Amal"), ["text"]),
        (w.with_chunk(PNG, b"tIME", b"\x07\xea\1\1\1\1\1"), ["the time it was made"]),
        (w.with_chunk(PNG, b"acTL", b"\0" * 8), ["further pictures"]),
        (w.with_chunk(PNG, b"prIv", b"Amal"), ["a part of an unknown kind"]),
        (w.with_chunk(PNG, b"gAMA", b"\0\0\xb1\x8fAmal"), ["a part of an unknown kind"]),
        (PNG + PNG, ["bytes after the end of the picture"]),
        (w.riff(b"WEBP", (b"VP8 ", WEBP[20:]), (b"XMP ", w.XMP)), ["XMP data", "a GPS position"]),
        (w.riff(b"WEBP", (b"VP8 ", WEBP[20:]), (b"amal", b"Amal")), ["a part of an unknown kind"]),
        (WEBP + JPEG, ["bytes after the end of the picture"]),
        (w.avif(items=(b"av01Color\0", b"Exif\0")), ["EXIF data"]),
        (w.avif(items=(b"av01Color\0", b"mime\0application/rdf+xml\0")), ["XMP data"]),
        (w.avif(items=(b"av01Amal at home\0",)), ["text"]),
        (w.avif(colour=b"prof" + w.profile()), ["a colour profile"]),
        (w.avif(w.box(b"iref", b"\0" * 4, w.box(b"thmb", b"\0" * 6))), ["an embedded thumbnail"]),
        (w.avif(w.box(b"free", b"Amal")), ["a part of an unknown kind"]),
        (w.avif() + w.box(b"uuid", b"\1" * 16, w.XMP), ["XMP data", "a GPS position"]),
        (AVIF + JPEG, ["bytes after the end of the picture"]),
        (w.save(w.draw(), "GIF", comment=b"Amal"), ["a comment"]),
        (GIF + b"\0", ["bytes after the end of the picture"]),
        (w.save(w.draw(), "TIFF", exif=w.gps_exif()), ["EXIF data"]),
    ],
)  # fmt: skip
def test_what_a_picture_tells_besides_itself_is_named(content, expected):
    assert expected == find_metadata(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (w.id3() + MP3, ["ID3 tags"]),
        (w.id3(b"APIC\0\0") + MP3, ["ID3 tags", "a picture"]),
        (MP3 + b"TAG" + b"\0" * 125, ["ID3 tags"]),
        (MP3 + b"APETAGEX" + b"\0" * 24, ["text"]),
        (MP3 + b"LYRICSBEGIN hello LYRICS200", ["text"]),
        (MP3 + b"Amal", ["bytes after the end of the sound"]),
        (w.opus(b"TITLE=A voice"), ["text"]),
        (w.opus(b"metadata_block_picture=abc"), ["text", "a picture"]),
        (w.opus(*[b"TITLE=" + b"A voice" * 60] * 3), ["text"]),
        (w.vorbis(b"ARTIST=Amal"), ["text"]),
        (w.opus() + b"Amal", ["bytes after the end of the sound"]),
        (w.page(b"fishead", 4, b"two.").join([w.opus()[:47], w.opus()[47:]]), ["a part of an unknown kind"]),
        (w.flac((4, w.comments(b"TITLE=A voice"))), ["text"]),
        (w.flac((4, w.comments()), (3, b"\1" * 18), (1, b"\0" * 9)), []),
        (w.flac((6, b"\0" * 32)), ["a picture"]),
        (w.flac((2, b"amal")), ["data of a camera or a program"]),
        (w.flac((1, b"Amal")), ["a part of an unknown kind"]),
        (w.m4a(w.box(b"udta", w.box(b"meta", b"\0" * 4))), ["text"]),
        (w.m4a(w.box(b"udta", w.box(b"\xa9xyz", b"+51.6-4.7/"))), ["text", "a GPS position"]),
        (w.m4a(w.box(b"uuid", b"\1" * 16)), ["XMP data"]),
        (w.m4a(clock=3_900_000_000), ["the time it was made"]),
        (w.m4a() + b"Amal was here", ["bytes after the end of the sound"]),
        (w.wav((b"LIST", b"INFOIART\5\0\0\0Amal\0\0")), ["text"]),
        (w.wav((b"bext", b"Amal")), ["data of a camera or a program"]),
        (w.wav((b"iXML", b"<a/>")), ["data of a camera or a program"]),
        (w.wav((b"id3 ", w.id3())), ["ID3 tags"]),
        (w.wav((b"JUNK", b"\0" * 28)), []),
        (w.wav((b"JUNK", b"Amal")), ["a part of an unknown kind"]),
        (w.wav() + w.wav(), ["bytes after the end of the sound"]),
    ],
)  # fmt: skip
def test_what_a_recording_tells_besides_its_sound_is_named(content, expected):
    assert expected == find_metadata(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the file is empty"),
        (b"Hello", "this is no kind of file that is known here"),
        (JPEG[:-2], "the file ends in the middle of the picture"),
        (JPEG[:300], "the file ends in the middle of the picture"),
        (b"\xff\xd8\xff\xd9", "there is no picture in the file"),
        (PNG[:-1], "the file ends in the middle of the picture"),
        (PNG[:50] + b"\0" + PNG[51:], "a part of the picture was changed or lost on its way"),
        (WEBP[:-4], "the file ends in the middle of the picture"),
        (AVIF[:-1], "the file ends in the middle of the picture"),
        (MP3[:-1], "the file ends in the middle of the sound"),
        (w.opus()[:-1], "the file ends in the middle of the sound"),
        (w.opus()[:47], "the file ends in the middle of the sound"),
        (w.wav()[:-1], "the file ends in the middle of the sound"),
        (w.m4a()[:-1], "the file ends in the middle of the sound"),
        (w.flac()[:42], "the file ends in the middle of the sound"),
    ],
)
def test_a_broken_file_is_said_to_be_broken(content, expected):
    with pytest.raises(Broken, match=f"^{re.escape(expected)}$"):
        find_metadata(content)


def finds_or_is_broken(content):
    try:
        return isinstance(find_metadata(content), list)
    except Broken as error:
        return bool(str(error))


BEGINNINGS = [b"", *(content[:40] for content in KINDS.values())]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_no_bytes_do_harm(beginning, rest):
    assert finds_or_is_broken(beginning + rest)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_change_to_a_file_does_harm(kind, data):
    content = bytearray(KINDS[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert finds_or_is_broken(bytes(content[: data.draw(st.integers(0, len(content)))]))


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif", "gif", "mp3", "ogg", "m4a", "wav"])
def test_a_file_cut_anywhere_is_never_whole(kind):
    content = CLEAN[kind]
    whole = []
    for end in range(0, len(content) - 1, 7):
        with suppress(Broken):
            whole += [] if find_metadata(content[:end]) else [end]

    assert [] == [end for end in whole if not (kind == "mp3" and end % len(w.FRAME) == 0)]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff" + b"\xff" * 4_000_000,
        b"\xff\xd8\xff\xda\0\2" + b"\xff\0" * 2_000_000,
        b"\xff\xd8" + b"\xff\x01" * 200_000,
        b"OggS" + b"\0" * 4_000_000,
        w.box(b"ftyp", b"avif\0\0\0\0") + b"\0\0\0\x08free" * 50_000,
        w.box(b"ftyp", b"avif\0\0\0\0") + b"\0\0\0\0meta\0\0\0\0" * 50_000,
        MP3[:2] + b"\xfb\x90" + b"\xff" * 4_000_000,
        b"ID3\3\0\0\0\0\0\0" * 50_000,
        GIF[:13] + b"!\xfe\0" * 100_000,
    ],
    ids=range(9),
)
def test_no_file_keeps_anybody_waiting(content):
    begin = perf_counter()
    finds_or_is_broken(content)

    assert 2 > perf_counter() - begin


def test_an_empty_list_of_positions_is_no_position():
    exif = b"II*\0\x08\0\0\0\1\0\x25\x88\4\0\1\0\0\0\x1a\0\0\0\0\0\0\0\0\0"

    assert ["EXIF data"] == find_metadata(w.with_segment(JPEG, 0xE1, b"Exif\0\0" + exif))


def test_further_pictures_are_found():
    moving = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for kind in ("PNG", "WEBP", "AVIF", "GIF"):
        content = w.save(moving[0], kind, save_all=True, append_images=moving[1:])
        assert "further pictures" in find_metadata(content), kind
