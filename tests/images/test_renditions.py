"""
What is published of a picture is known before it is made, the same in every run, and proven when it is finished.
"""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.images.boxes import FILL, Box, fill_all
from plugins.images.opening import decode
from plugins.images.proving import find_open_boxes, find_picture_faults
from plugins.images.renditions import (
    WIDTHS,
    Original,
    RenditionRenderer,
    by_path,
    encode,
    formats_of,
    make_rendition,
    picture_outputs,
    rendition_path,
    renditions_of,
    whole_picture,
    widths_of,
)
from plugins.images.shown import Shown
from plugins.images.views import average_colour, make_view, maybe_view, shared_address
from plugins.media.kinds import kind_of
from plugins.media.metadata import find_metadata
from plugins.outputs import Channel, fingerprint
from plugins.problems import ContentError
from tests.images.drawn import jpeg, photograph, store, store_redacted
from tests.media.written import draw, save

FACE = Box(101, 61, 70, 55)


def test_only_widths_up_to_that_of_the_picture_are_made(tmp_path):
    sizes = {100: (100,), 320: (320,), 1000: (320, 640, 960), 2400: WIDTHS}

    assert sizes == {width: widths_of(store(tmp_path, f"w{width}", jpeg(draw(width, 20)))) for width in sizes}


@pytest.mark.parametrize(("mode", "expected"), [("RGB", ("avif", "webp", "jpeg")), ("RGBA", ("avif", "webp", "png"))])
def test_every_picture_comes_in_three_formats(tmp_path, mode, expected):
    picture = store(tmp_path, "a", save(draw(mode=mode).resize((330, 200)), "PNG"), ending="png")
    outputs = {output.path: output.make_bytes() for output in picture_outputs(picture)}

    assert expected == formats_of(picture)
    assert list(expected) == [kind_of(content) for content in outputs.values()]
    assert [[]] * 3 == [find_metadata(content) for content in outputs.values()]
    assert [] == [
        fault for path, content in outputs.items() for fault in find_picture_faults(path, content, by_path([picture]))
    ]


def test_a_path_is_made_of_what_the_file_shows(tmp_path):
    one = store(tmp_path, "one", jpeg(photograph()))
    again = store(tmp_path / "elsewhere", "two", jpeg(photograph()))
    other = store(tmp_path, "other", jpeg(photograph(2)))
    boxed = store_redacted(tmp_path, "boxed", photograph(), FACE)
    paths = [rendition_path(picture, 320, "avif") for picture in (one, again, other, boxed)]

    assert paths[0] == paths[1]
    assert 3 == len(set(paths))
    assert rendition_path(one, 320, "jpeg").endswith("-320.jpg")
    assert 12 == len(paths[0].removeprefix("pictures/").removesuffix("-320.avif"))


def test_an_output_does_not_depend_on_where_the_picture_lies(tmp_path):
    keys = [
        [
            output.key
            for output in picture_outputs(store(tmp_path / folder, "a", jpeg(photograph())), Channel.SITE, ("id",))
        ]
        for folder in ("here", "there")
    ]

    assert keys[0] == keys[1]
    assert 3 == len(set(keys[0]))


def test_boxes_are_an_ingredient():
    facets = {Original(None, "a", boxes).facet().digest for boxes in ((), (FACE,), (FACE, FACE))}

    assert 3 == len(facets)
    assert (
        RenditionRenderer("avif", 320).digest
        != RenditionRenderer("avif", 640).digest
        != RenditionRenderer("webp", 640).digest
    )


def test_a_picture_that_was_changed_meanwhile_is_refused(tmp_path):
    picture = store(tmp_path, "a", jpeg(photograph()))
    output = next(picture_outputs(picture))
    picture.path.write_bytes(jpeg(photograph(2)))

    assert "a.jpg was changed while the site was built: build it again" == refused(output)
    picture.path.unlink()
    assert "a.jpg was removed while the site was built: build it again" == refused(output)


def refused(output):
    """Why a picture cannot be published, as its editor is told."""
    with pytest.raises(ContentError) as caught:
        output.make_bytes()
    (problem,) = caught.value.report
    assert problem.path == "content/pictures/a.jpg"
    return problem.what


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg", "png"])
def test_the_same_picture_gives_the_same_bytes(format):
    raw = jpeg(photograph())

    assert make_rendition(raw, 320, format) == make_rendition(raw, 320, format)


@pytest.mark.parametrize("order", [1, -1])
def test_a_rendition_does_not_depend_on_what_was_made_before_it(order):
    """
    The picture that is read once for all of them is changed by none, also where one of them has boxes.
    """
    raws = jpeg(photograph()), jpeg(photograph(2))
    wanted = [(raw, to, "png", boxes) for raw in raws for boxes in ((), (FACE,)) for to in (360, 111)]

    def alone(case):
        whole_picture.cache_clear()
        return make_rendition(*case)

    assert [alone(case) for case in wanted][::order] == [make_rendition(*case) for case in wanted[::order]]


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg", "png"])
@settings(max_examples=12)
@given(
    st.integers(0, 339),
    st.integers(0, 219),
    st.integers(1, 120),
    st.integers(1, 90),
    st.integers(0, 9),
    st.sampled_from([40, 111, 320, 360]),
)
def test_a_box_is_solid_in_every_rendition_however_small_or_harsh_its_surroundings(
    format, x, y, width, height, seed, to
):
    box = Box(x, y, min(width, 360 - x), min(height, 240 - y))
    image = photograph(seed)
    image = image.point(lambda value: 255 if value > 128 else 0) if seed % 2 else image
    rendition = decode(make_rendition(jpeg(image), to, format, [box]))

    assert [] == find_open_boxes(rendition, [box], (360, 240))


@pytest.mark.parametrize("format", ["avif", "webp", "jpeg"])
@pytest.mark.parametrize("to", [90, 320, 360])
def test_a_box_that_is_not_solid_is_seen(format, to):
    open_boxes = [
        find_open_boxes(decode(make_rendition(jpeg(photograph(seed)), to, format)), [FACE], (360, 240))
        for seed in range(4)
    ]

    assert [[FACE]] * 4 == open_boxes


@pytest.mark.parametrize("skin", ["#3b2219", "#5a3825", "#8d5524", "#c68642", "#e0ac69", "#ffdbac"])
def test_no_skin_is_taken_for_a_solid_box(skin):
    image = photograph().copy()
    image.paste(skin, FACE.corners())

    assert [FACE] == find_open_boxes(decode(jpeg(image)), [FACE], (360, 240))


def test_a_box_that_is_solid_in_part_is_seen():
    image = photograph().copy()
    fill_all(image, [Box(FACE.x, FACE.y, FACE.width - 12, FACE.height)])

    assert [FACE] == find_open_boxes(decode(jpeg(image)), [FACE], (360, 240))


def redacted_file(tmp_path):
    picture = store_redacted(tmp_path, "a", photograph(), FACE)
    known = by_path([picture])
    path = next(path for path, own in known.items() if own.format == "jpeg")
    return picture, known, path


def test_what_is_wrong_with_a_finished_picture_is_told(tmp_path):
    picture, known, path = redacted_file(tmp_path)
    good = make_rendition(picture.path.read_bytes(), 320, "jpeg", picture.front.redacted)
    cases = {
        good: [],
        good + b"x": ["the picture holds bytes after the end of the picture"],
        good[:-9]: ["the file ends in the middle of the picture"],
        b"": ["this is no jpeg picture"],
        jpeg(decode(good), comment=b"x"): ["the picture holds a comment"],
        make_rendition(good, 200, "jpeg"): ["the picture is 200 by 133 pixels, which is not what its name says"],
        make_rendition(jpeg(photograph()), 320, "jpeg"): ['1 redacted box of "a" can be seen through'],
        make_rendition(good, 320, "webp"): ["this is no jpeg picture"],
    }

    assert list(cases.values()) == [list(find_picture_faults(path, content, known)) for content in cases]
    assert ["this picture is made of none in the folder of pictures"] == list(
        find_picture_faults("pictures/x.jpg", good, known)
    )


@given(
    st.integers(0, 300),
    st.integers(0, 200),
    st.integers(1, 99),
    st.integers(1, 99),
    st.integers(1, 500),
    st.integers(1, 500),
)
def test_a_box_grows_rather_than_to_lose_a_pixel(x, y, width, height, new_width, new_height):
    box, old, new = Box(x, y, width, height), (400, 300), (new_width, new_height)
    scaled = box.scaled(old, new)

    assert scaled.x / new[0] <= x / old[0] and (scaled.x + scaled.width) / new[0] >= (x + width) / old[0]
    assert scaled.y / new[1] <= y / old[1] and (scaled.y + scaled.height) / new[1] >= (y + height) / old[1]
    assert scaled.fits(new)


def test_a_view_has_all_that_a_template_needs(tmp_path):
    picture = store(tmp_path, "a", jpeg(draw(1400, 700)))
    view = make_view(shown(picture))
    start = "/base/pictures/"

    assert ["image/avif", "image/webp"] == [mime for mime, _ in view.sources]
    assert ["320w", "640w", "960w", "1280w"] == [own.split()[1] for own in view.srcset.split(", ")]
    assert view.src.startswith(start) and view.src.endswith("-960.jpg")
    assert (1280, 640, "Dwy fenyw yn gwnïo", "cy", "Amal", "#123456", False) == (
        view.width, view.height, view.alt, view.lang, view.credit, view.colour, view.is_illustration,
    )  # fmt: skip
    named = {
        own.split()[0].removeprefix(start)
        for text in (view.srcset, *(text for _, text in view.sources))
        for own in text.split(", ")
    }
    assert {own.path.removeprefix("pictures/") for own in renditions_of(picture)} == named


def shown(picture, **changes):
    """A picture as a text shows it."""
    values = {
        "name": picture.name, "base": "/base", "digest": picture.digest, "width": picture.width,
        "height": picture.height, "is_see_through": picture.is_see_through, "boxes": picture.boxes,
        "alt": picture.front.alt["cy"], "tag": "cy", "credit": picture.front.credit, "colour": "#123456",
        "is_illustration": False,
    }  # fmt: skip
    return Shown(**values | changes)


def test_a_picture_and_what_is_shown_of_it_have_the_same_files(tmp_path):
    picture = store_redacted(tmp_path, "a", photograph(), FACE)

    assert rendition_path(picture, 320, "avif") == rendition_path(shown(picture), 320, "avif")


def test_the_cards_of_other_sites_are_given_a_format_that_all_of_them_know(tmp_path):
    wide, small = (shown(store(tmp_path, f"w{width}", jpeg(draw(width, 9)))) for width in (2000, 400))

    assert shared_address(wide).endswith("-1280.jpg")
    assert shared_address(small).endswith("-320.jpg")


def test_no_colour_shines_through_what_is_transparent(tmp_path):
    picture = store(tmp_path, "a", save(draw(mode="RGBA").resize((330, 200)), "PNG"), ending="png")

    assert "" == make_view(shown(picture)).colour
    assert None is maybe_view(None)


@pytest.mark.parametrize(
    ("size", "expected"), [((400, 200), (False, 2.0)), ((200, 400), (True, 1.0)), ((300, 300), (False, 1.0))]
)
def test_a_view_knows_its_shape(tmp_path, size, expected):
    view = make_view(shown(store(tmp_path, "a", jpeg(draw(*size)))))

    assert expected == (view.is_tall, view.spread)


def test_the_average_colour_is_looked_up_in_a_small_copy():
    colour = average_colour(jpeg(Image.new("RGB", (2400, 1600), "#336699")))

    assert [0x33, 0x66, 0x99] == pytest.approx([int(colour[at : at + 2], 16) for at in (1, 3, 5)], abs=3)


def test_what_is_transparent_becomes_white_where_a_format_knows_no_transparency():
    white = Image.open(BytesIO(encode(Image.new("RGBA", (9, 9), (0, 0, 0, 0)), "jpeg")))

    assert (255, 255, 255) == white.getpixel((4, 4))


def test_the_colour_of_boxes_is_that_of_no_skin():
    assert FILL[2] > FILL[0]


def test_the_outputs_name_whom_they_carry(tmp_path):
    outputs = list(picture_outputs(store(tmp_path, "a", jpeg(draw())), Channel.FEED, ("7f3k9q2m5x",)))

    assert {("feed", ("7f3k9q2m5x",))} == {(output.channel, output.carries) for output in outputs}
    assert fingerprint(b"") != outputs[0].facets[0].digest


def test_a_box_of_almost_the_right_colour_all_over_is_seen():
    image = photograph().copy()
    image.paste(tuple(part + 50 for part in FILL), FACE.corners())

    assert [FACE] == find_open_boxes(decode(save(image, "PNG")), [FACE], (360, 240))
