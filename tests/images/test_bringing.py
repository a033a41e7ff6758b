"""
A photograph is made anew of its pixels: upright, in the colours of the web, without anything that it told before.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from plugins.images.boxes import FILL, Box
from plugins.images.bringing import bring_in, prove, size_within
from plugins.images.opening import PictureError, decode, pixels_of
from plugins.images.proving import find_open_boxes
from plugins.media.metadata import find_metadata
from plugins.media.parts import AFTER_PICTURE
from tests.images.drawn import jpeg, photograph
from tests.media.written import XMP, draw, gps_exif, profile, save

TOLD = {"exif": gps_exif(), "xmp": XMP, "icc_profile": profile(), "comment": b"Amal at home"}


def is_like(one, other, most=4):
    coarse = [image.convert("RGB").resize((12, 8), Image.Resampling.BOX) for image in (one, other)]
    return one.size == other.size and max(ImageStat.Stat(ImageChops.difference(*coarse)).mean) <= most


def test_nothing_but_pixels_is_left():
    original = jpeg(photograph(), **TOLD) + jpeg(photograph(2))
    brought = bring_in(original)

    assert {"EXIF data", "a GPS position", "XMP data", "a comment", "a colour profile", AFTER_PICTURE} == set(
        brought.left_behind
    )
    assert [] == find_metadata(brought.content)
    assert b"Amal" not in brought.content
    assert is_like(photograph(), decode(brought.content))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation):
    upright = photograph(3, 180, 120)
    turns = [None, None, 0, 3, 1, 5, 2, 6, 4]
    back = turns[orientation]
    exif = Image.Exif()
    exif[274] = orientation
    stored = upright if back is None else upright.transpose(Image.Transpose(back))

    assert is_like(upright, decode(bring_in(jpeg(stored, exif=exif)).content))


def test_a_box_counts_in_the_upright_picture():
    exif = Image.Exif()
    exif[274] = 6
    lying = photograph(3, 90, 60).transpose(Image.Transpose.ROTATE_90)
    brought = bring_in(jpeg(lying, exif=exif), [Box(60, 10, 24, 20)])

    assert (90, 60) == (brought.width, brought.height)
    assert (Box(60, 10, 24, 20),) == brought.boxes
    assert FILL == pytest.approx(decode(brought.content).getpixel((72, 20)), abs=8)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"])
def test_every_kind_that_can_be_opened_becomes_a_jpeg(kind):
    brought = bring_in(save(photograph(), kind))

    assert ("jpeg", 360, 240) == (brought.kind, brought.width, brought.height)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr", "I;16", "LA"])
def test_every_way_of_holding_pixels_is_understood(mode):
    image = photograph().convert("L").convert(mode) if mode in ("I;16", "LA", "1") else photograph().convert(mode)
    kind = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"

    assert "jpeg" == bring_in(save(image, kind)).kind


def test_what_shines_through_stays_and_hides_nothing():
    image = photograph().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size).point(lambda value: 0 if value < 128 else value))
    brought = bring_in(save(image, "PNG"), [Box(10, 10, 40, 30)])
    seen = decode(brought.content)

    assert ("png", "RGBA", (0, 0, 0, 0), (*FILL, 255)) == (
        brought.kind,
        seen.mode,
        seen.getpixel((200, 5)),
        seen.getpixel((20, 20)),
    )


def test_a_foreign_profile_is_turned_into_the_colours_of_the_web():
    foreign = profile().replace(b"rXYZ", b"swap").replace(b"gXYZ", b"rXYZ").replace(b"swap", b"gXYZ")
    plain, turned = (
        decode(bring_in(save(photograph(), "PNG", icc_profile=own)).content) for own in (profile(), foreign)
    )

    assert is_like(photograph(), plain)
    assert not is_like(plain, turned)


def test_a_profile_that_is_none_is_passed_over():
    assert is_like(photograph(), decode(bring_in(save(photograph(), "PNG", icc_profile=b"no profile")).content))


def test_a_large_picture_shrinks_and_its_boxes_with_it():
    brought = bring_in(jpeg(photograph(4, 2600, 1500)), [Box(1301, 701, 99, 99)])

    assert (2400, 1385) == (brought.width, brought.height)
    assert (Box(1200, 647, 93, 92),) == brought.boxes
    assert [] == find_open_boxes(decode(brought.content), brought.boxes, (2400, 1385))


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 100))
def test_shrinking_keeps_the_proportions_and_never_enlarges(width, height, longest):
    small = size_within((width, height), longest)

    assert max(small) <= max(longest, 1) and small[0] <= width and small[1] <= height and min(small) >= 1
    assert abs(small[0] * height - small[1] * width) <= max(width, height)


def test_what_was_behind_a_box_has_no_influence_on_any_byte():
    one, other = photograph(5).copy(), photograph(5).copy()
    other.paste("white", (100, 100, 160, 150))
    box = [Box(100, 100, 60, 50)]

    assert bring_in(save(one, "PNG"), box).content == bring_in(save(other, "PNG"), box).content


def test_the_same_picture_gives_the_same_bytes():
    assert bring_in(jpeg(photograph())) == bring_in(jpeg(photograph()))


@pytest.mark.parametrize(
    ("raw", "boxes", "expected"),
    [
        (b"", [], "the file is empty"),
        (b"Hello", [], "this is no kind of file that is known here"),
        (jpeg(draw())[:-20], [], "the file ends in the middle of the picture"),
        (jpeg(draw())[:2] + b"\xff\xd9", [], "there is no picture in the file"),
        (jpeg(draw()), [Box(50, 30, 11, 5)], "the box 50,30,11,5 is not within the picture, which is 60 pixels wide and 40 high"),
        (jpeg(draw()), [Box(0, 0, 0, 5)], "the box 0,0,0,5 is not within the picture, which is 60 pixels wide and 40 high"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_a_sentence(raw, boxes, expected):
    with pytest.raises(PictureError, match=f"^{re.escape(expected)}$"):
        bring_in(raw, boxes)


def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded():
    raw = bytearray(jpeg(draw()))
    at = raw.find(b"\xff\xc0")
    raw[at + 5 : at + 9] = b"\x1b\xc0\x1b\xc0"

    with pytest.raises(PictureError, match=r"^the picture has more than 50 million pixels$"):
        bring_in(bytes(raw))


@settings(max_examples=60)
@given(st.sampled_from([save(draw(), kind) for kind in ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")]), st.data())
def test_no_hostile_file_does_harm(raw, data):
    content = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert [] == find_metadata(bring_in(bytes(content)).content)
    except PictureError as error:
        assert str(error)


@pytest.mark.parametrize("content", [jpeg(draw(), comment=b"Amal"), jpeg(draw())])
def test_what_was_made_is_proven_before_it_is_handed_out(content):
    with pytest.raises(PictureError, match="could not be made safe"):
        prove(content, (Box(5, 5, 20, 20),), (60, 40))


def test_pixels_are_all_that_is_kept_of_an_image():
    assert {} == pixels_of(decode(save(draw(), "PNG", icc_profile=profile()))).info


def test_nothing_behind_a_box_bleeds_out_of_it_when_a_picture_shrinks():
    one, other = (Image.new("RGB", (2500, 40), "grey") for _ in range(2))
    other.paste("white", (1003, 11, 1033, 31))
    box = [Box(1003, 11, 30, 20)]

    assert bring_in(save(one, "PNG"), box).content == bring_in(save(other, "PNG"), box).content


def test_a_picture_whose_boxes_stayed_open_is_not_handed_out(monkeypatch):
    monkeypatch.setattr("plugins.images.bringing.fill_all", lambda image, boxes: None)

    with pytest.raises(PictureError, match="could not be made safe"):
        bring_in(jpeg(photograph()), [Box(10, 10, 90, 90)])
