"""
A picture that shows what another hides is found, whatever its name, size and format; pictures of other things are not.
"""

from itertools import combinations

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from plugins.images.boxes import Box
from plugins.images.likeness import dhash, is_twin, likeness_of
from plugins.images.opening import PictureError
from plugins.images.renditions import make_rendition, picture_outputs
from plugins.images.twins import Candidate, find_twins
from tests.images.drawn import jpeg, photograph, side_of, store, store_redacted
from tests.media.written import save

FACE = Box(101, 61, 70, 55)


def given(**contents):
    return [Candidate(name, lambda content=content: content) for name, content in contents.items()]


def shrunk(image, width):
    return image.resize((width, image.height * width // image.width), Image.Resampling.LANCZOS)


@pytest.mark.parametrize(
    "change",
    [
        lambda image: jpeg(image),
        lambda image: jpeg(image, quality=50),
        lambda image: save(shrunk(image, 200), "WEBP"),
        lambda image: save(shrunk(image, 900), "AVIF"),
        lambda image: jpeg(ImageEnhance.Brightness(image).enhance(1.15)),
        lambda image: save(image.convert("L"), "PNG"),
        lambda image: jpeg(image.crop((4, 3, image.width - 3, image.height))),
    ],
    ids=range(7),
)
def test_a_twin_without_its_box_is_found(tmp_path, change):
    picture = store_redacted(tmp_path, "hidden", photograph(), FACE)
    others = given(twin=change(photograph()), other=jpeg(photograph(2)))

    assert [("twin", 'this shows what is redacted in "hidden"')] == list(find_twins([picture], others))


def test_what_is_published_of_a_redacted_picture_is_no_twin_of_it(tmp_path):
    picture = store_redacted(tmp_path, "hidden", photograph(), FACE, Box(10, 200, 9, 9))
    others = [Candidate(output.path, output.make_bytes) for output in picture_outputs(picture)]

    assert [] == list(find_twins([picture], [Candidate("stored", picture.path.read_bytes), *others]))


def test_a_box_in_the_side_file_alone_hides_nothing(tmp_path):
    picture = store(tmp_path, "open", jpeg(photograph()), side_of((FACE,)))

    assert ["open.jpg"] == [path for path, _ in find_twins([picture], [Candidate("open.jpg", picture.path.read_bytes)])]


def test_a_twin_in_which_one_of_two_boxes_is_open_is_found(tmp_path):
    picture = store_redacted(tmp_path, "hidden", photograph(), FACE, Box(200, 100, 40, 40))
    half = store_redacted(tmp_path, "half", photograph(), FACE)

    assert ["half"] == [path for path, _ in find_twins([picture, half], [Candidate("half", half.path.read_bytes)])]


def test_a_published_twin_is_found(tmp_path):
    picture = store_redacted(tmp_path, "hidden", photograph(), FACE)
    others = given(**{format: make_rendition(jpeg(photograph()), 160, format) for format in ("avif", "webp", "jpeg")})

    assert ["avif", "webp", "jpeg"] == [path for path, _ in find_twins([picture], others)]


def test_what_is_no_picture_is_passed_over_and_a_missing_original_is_not(tmp_path):
    picture = store_redacted(tmp_path, "hidden", photograph(), FACE)

    assert [] == list(find_twins([picture], given(a=b"", b=b"Hello", c=jpeg(photograph())[:-99])))
    picture.path.unlink()
    with pytest.raises(PictureError):
        list(find_twins([picture], []))


def test_nothing_is_read_where_nothing_is_hidden(tmp_path):
    def refuse():
        raise AssertionError("a picture was read")

    assert [] == list(find_twins([store(tmp_path, "a", jpeg(photograph()))], [Candidate("b", refuse)]))


def flat(seed):
    image = Image.new("RGB", (300, 200), ("#fed", "#def", "#efe")[seed % 3])
    shape = (20 + seed * 9, 30, 120 + seed * 9, 90 + seed * 10)
    ImageDraw.Draw(image).rectangle(shape, fill=("#a33", "#3a3", "#33a", "#aa3")[seed % 4])
    return image


def test_photographs_and_flat_drawings_are_told_apart():
    pictures = [likeness_of(photograph(seed)) for seed in range(12)] + [likeness_of(flat(seed)) for seed in range(12)]

    assert [] == [(one, other) for one, other in combinations(range(24), 2) if is_twin(pictures[one], pictures[other])]


def test_a_hash_tells_each_step_to_the_right():
    slope = Image.linear_gradient("L")

    assert 2**64 - 1 == dhash(slope.transpose(Image.Transpose.ROTATE_90))
    assert 0 == dhash(slope) == dhash(slope.transpose(Image.Transpose.ROTATE_270))
