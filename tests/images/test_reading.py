"""
Every fault of a picture or its side file is told in a clear line, and no pixel is decoded for it.
"""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFile

from plugins.images.boxes import Box
from plugins.images.reading import check_bytes, listed, read_pictures, read_side
from plugins.outputs import fingerprint
from tests.images.drawn import SIDE, jpeg, photograph, side_of
from tests.make import lines_of, make_files
from tests.media.written import box, draw, gps_exif, save

PLAIN = jpeg(draw())
AT = "content/pictures"


def faults(folder, files):
    return lines_of(read_pictures(make_files(folder, files), AT)[1])


def test_a_picture_is_read(tmp_path):
    make_files(tmp_path, {"quilt.jpg": PLAIN, "quilt.yml": SIDE, "README.md": "Read me.", ".keep": ""})
    pictures, problems = read_pictures(tmp_path, AT)

    assert [] == lines_of(problems)
    assert ["quilt"] == list(pictures)
    picture = pictures["quilt"]
    assert ("quilt", "jpeg", (60, 40), False, fingerprint(PLAIN)) == (
        picture.name, picture.kind, picture.size, picture.is_see_through, picture.digest,
    )  # fmt: skip
    assert ["Two women sewing", "Dwy fenyw yn gwnïo", None] == [picture.alt_in(lang) for lang in ("en", "cy", "ar")]
    assert str(tmp_path) not in repr(picture)


@pytest.mark.parametrize("ending", ["jpg", "jpeg", "png", "webp", "avif"])
def test_four_kinds_of_pictures_are_taken(tmp_path, ending):
    kind = "JPEG" if ending.startswith("jp") else ending.upper()

    assert [] == faults(tmp_path, {f"quilt.{ending}": save(draw(), kind), "quilt.yml": SIDE})


def test_what_shines_through_is_known(tmp_path):
    make_files(
        tmp_path,
        {
            f"{mode.lower()}.{ending}": save(draw(mode=mode), ending.upper())
            for mode in ("RGB", "RGBA")
            for ending in ("png",)
        },
    )
    make_files(tmp_path, {"rgb.yml": SIDE, "rgba.yml": SIDE})

    assert {"rgb": False, "rgba": True} == {
        name: own.is_see_through for name, own in read_pictures(tmp_path, AT)[0].items()
    }


def test_a_folder_that_is_missing_holds_nothing(tmp_path):
    assert ({}, []) == read_pictures(tmp_path / "none", AT)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.jpg": PLAIN}, ["a.jpg:1:1: there is no a.yml that says what it shows. Bring it in with: make photo FILE=… ALT=…"]),
        ({"a.yml": SIDE}, ['a.yml:1:1: there is no picture "a" to it. Bring it in with: make photo FILE=… ALT=…']),
        ({"a.jpg": b"", "a.yml": SIDE}, ["a.jpg:1:1: the file is empty. Copy it again, then bring it in with: make photo FILE=… ALT=…"]),
        ({"a.jpg": PLAIN[:-9], "a.yml": SIDE},
         ["a.jpg:1:1: the file ends in the middle of the picture. Copy it again, then bring it in with: make photo FILE=… ALT=…"]),
        ({"a.jpg": b"Hello", "a.yml": SIDE}, ["a.jpg:1:1: this is no picture. Convert it with: make photo FILE=… ALT=…"]),
        ({"a.png": PLAIN, "a.yml": SIDE}, ["a.png:1:1: this is a jpeg picture. Give its name the right ending."]),
        ({"a.jpg": save(draw(), "GIF"), "a.yml": SIDE}, ["a.jpg:1:1: GIF pictures are not taken, whatever their name. Convert it with: make photo FILE=… ALT=…"]),
        ({"a.heic": b""}, ["a.heic:1:1: HEIC pictures are not taken. Convert it with: make photo FILE=… ALT=…"]),
        ({"a.txt": b""}, ["a.txt:1:1: this is no picture. Remove it, or name it with .jpg, .png, .webp, .avif or .yml."]),
        ({"A b.jpg": PLAIN}, ['A b.jpg:1:1: "A b" is no name of a picture. Use lower-case letters, digits and hyphens only.']),
        ({"a.JPG": PLAIN}, ["a.JPG:1:1: this is no picture. Remove it, or name it with .jpg, .png, .webp, .avif or .yml."]),
        ({"a/b.jpg": PLAIN}, ["a:1:1: this is no file. Put the files themselves here, without folders or links."]),
        ({"a.jpg": PLAIN, "a.png": save(draw(), "PNG"), "a.yml": SIDE}, ["a.png:1:1: a.jpg and a.png have the same name. Rename one of them."]),
        ({"a.jpg": jpeg(draw(), exif=gps_exif()) + b"x", "a.yml": SIDE},
         ["a.jpg:1:1: the picture holds EXIF data, a GPS position and bytes after the end of the picture. Take it out of this folder. Bring it in with: make photo FILE=… ALT=…"]),
        ({"a.jpg": jpeg(draw(2401, 20)), "a.yml": SIDE},
         ["a.jpg:1:1: the picture is 2401 by 20 pixels, more than 2400 on its longer side. Make it smaller with: make photo FILE=… ALT=…"]),
        ({"a.jpg": PLAIN, "a.yml": SIDE.replace("people: none", "people: friends")},
         ['a.yml:3:9: people: "friends" is unknown here. Known here: consented, crowd, none, redacted.']),
        ({"a.jpg": PLAIN, "a.yml": SIDE.replace("people: none", "people: consented")},
         ["a.yml:1:1: people who agreed can be seen, and no consent is named. Add the line: consents: [C-…], or choose redacted."]),
        ({"a.jpg": PLAIN, "a.yml": SIDE.replace("people: none", "people: redacted")},
         ["a.yml:1:1: people are said to be redacted, and no box is given. Bring the photograph in again with: make photo FILE=… PEOPLE=redacted REDACT=x,y,w,h"]),
        ({"a.jpg": PLAIN, "a.yml": side_of((Box(50, 0, 11, 5), Box(0, 0, 60, 40)))},
         ["a.yml:4:12: redacted: the box 50,0,11,5 is not within the picture. The picture is 60 pixels wide and 40 high, and a box holds at least one."]),
        ({"a.jpg": PLAIN, "a.yml": b"\xff"}, ["a.yml:1:1: byte 0 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."]),
    ],
    ids=range(20),
)  # fmt: skip
def test_a_fault_is_told_with_what_to_do(tmp_path, files, expected):
    assert [f"{AT}/{line}" for line in expected] == faults(tmp_path, files)


def test_a_picture_with_a_fault_is_not_used(tmp_path):
    make_files(tmp_path, {"a.jpg": PLAIN + b"x", "a.yml": SIDE, "b.jpg": PLAIN, "b.yml": SIDE})

    assert ["b"] == list(read_pictures(tmp_path, AT)[0])


def test_a_link_is_not_followed(tmp_path):
    make_files(tmp_path, {"elsewhere.jpg": PLAIN})
    folder = make_files(tmp_path / "pictures", {"b.jpg": PLAIN, "b.yml": SIDE})
    (folder / "a.jpg").symlink_to(tmp_path / "elsewhere.jpg")

    assert [f"{AT}/a.jpg:1:1: this is no file. Put the files themselves here, without folders or links."] == lines_of(
        read_pictures(folder, AT)[1]
    )


@pytest.mark.parametrize("size", [(10_000, 5_001), (60_000, 60_000)])
def test_a_picture_of_more_than_fifty_million_pixels_is_refused_unread(size):
    raw = bytearray(PLAIN)
    at = raw.find(b"\xff\xc0")
    raw[at + 5 : at + 9] = size[1].to_bytes(2, "big") + size[0].to_bytes(2, "big")

    begin = perf_counter()
    assert [
        "a.jpg:1:1: the picture has more than 50 million pixels. Make it smaller, then bring it in with: make photo FILE=… ALT=…"
    ] == lines_of(check_bytes(bytes(raw), "a.jpg")[0])
    assert 0.1 > perf_counter() - begin


def test_no_pixel_is_decoded(tmp_path, monkeypatch):
    def refuse(*_):
        raise AssertionError("a pixel was decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse)
    files = {f"a.{kind}": save(photograph(), kind.upper()) for kind in ("png", "webp", "avif")}
    for name, content in files.items():
        assert [] == faults(tmp_path / name, {name: content, "a.yml": SIDE})


@given(
    st.binary(max_size=60),
    st.sampled_from([PLAIN, save(draw(), "PNG"), save(draw(), "WEBP"), save(draw(), "AVIF")]),
    st.integers(0, 800),
)
def test_no_bytes_of_a_picture_do_harm(junk, picture, at):
    problems, _ = check_bytes(picture[:at] + junk + picture[at + len(junk) :], "a.jpg")

    assert all(problem.line == 1 for problem in problems)


@given(st.text(max_size=200))
def test_no_side_file_does_harm(text):
    front, problems = read_side((SIDE + text).encode("utf-8", "replace"), "a.yml", (60, 40))

    assert front or problems


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[9,9,3,3]", "[9,9,3]", "5:12: redacted: this is no box of four whole numbers."),
        ("[9,9,3,3]", "[9,9,3,3.5]", "5:12: redacted: this is no box of four whole numbers."),
        ("[9,9,3,3]", "[9,9,3,-3]", "5:12: redacted: this is no box of four whole numbers."),
        ("[9,9,3,3]", "[9,9,3,٣]", "5:12: redacted: this is no box of four whole numbers."),
        ("[[9,9,3,3]]", "[9,9,3,3]", "5:11: redacted: this is a list of numbers where a list of boxes is wanted."),
        ("[[9,9,3,3]]", "9", '5:11: redacted: "9" is one value where a list is wanted.'),
        ("[9,9,3,3]", "[9,9,0,3]", "5:12: redacted: the box 9,9,0,3 is not within the picture."),
        ("alt: {en: Two women sewing, cy: Dwy fenyw yn gwnïo}", "alt: {}", "1:6: alt: this value has the wrong form."),
        ("en: Two women sewing", 'en: ""', "1:11: alt.en: this field is empty."),
    ],
)
def test_a_fault_in_a_side_file_is_told_at_its_place(old, new, expected):
    text = SIDE.replace("people: none", "people: redacted").replace("place_", "redacted: [[9,9,3,3]]\nplace_")
    text = text.replace("redacted: [[9,9,3,3]]\nplace_reveals: none", "place_reveals: none\nredacted: [[9,9,3,3]]")
    assert [] == read_side(text.encode(), "a.yml", (60, 40))[1]
    (line,) = lines_of(read_side(text.replace(old, new).encode(), "a.yml", (60, 40))[1])

    assert line.startswith(f"a.yml:{expected}")


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_several_things_are_listed_in_a_sentence(words, expected):
    assert expected == listed(words)


def test_a_heic_picture_in_disguise_is_refused():
    heic = box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"meta", b"\0" * 4) + box(b"mdat", b"\1")

    assert [
        "a.jpg:1:1: HEIC pictures are not taken, whatever their name. Convert it with: make photo FILE=… ALT=…"
    ] == lines_of(check_bytes(heic, "a.jpg")[0])


def test_reading_is_fast(tmp_path):
    content = jpeg(Image.effect_noise((2400, 1600), 40).convert("RGB"))
    make_files(
        tmp_path, {f"a{number}.jpg": content for number in range(5)} | {f"a{number}.yml": SIDE for number in range(5)}
    )
    begin = perf_counter()
    pictures, _ = read_pictures(tmp_path, AT)

    assert 5 == len(pictures)
    assert 1 > perf_counter() - begin
