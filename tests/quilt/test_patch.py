"""
A patch is a small picture of its own for every text, drawn from its id and coloured by its principle.
"""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.quilt.block import CELLS
from plugins.quilt.patch import CELL, SIDE, draw_patch
from tests.make import make_id

IDS = st.integers(0, 10_000).map(lambda number: make_id(str(number)))
PRINCIPLES = st.integers(0, 6)


@given(IDS, PRINCIPLES)
def test_the_same_text_has_the_same_patch(record_id, principle):
    assert draw_patch(record_id, principle) == draw_patch.__wrapped__(record_id, principle)


def test_hardly_any_two_texts_have_the_same_patch():
    patches = {draw_patch(make_id(str(number)), 1) for number in range(500)}

    assert 490 < len(patches)


@given(IDS, PRINCIPLES)
def test_a_patch_is_valid_small_and_safe(record_id, principle):
    """
    Well-formed, at most 600 bytes, with nothing that the page's policy would refuse: no style, no script, no address.
    """
    patch = draw_patch(record_id, principle)
    root = ElementTree.fromstring(patch)

    assert isinstance(patch, Markup)
    assert len(patch.encode()) <= 600
    assert "svg" == root.tag and {"path"} == {child.tag for child in root}
    assert not re.search(r"style|href|url|on[a-z]+=|id=", patch)


@given(IDS, PRINCIPLES)
def test_every_line_of_a_patch_lies_within_it(record_id, principle):
    for path in re.findall(r' d="([^"]*)"', draw_patch(record_id, principle)):
        assert all(0 <= abs(int(number)) <= SIDE for number in re.findall(r"-?\d+", path))
        assert path.endswith("z")


def test_the_view_box_holds_all_cells():
    assert SIDE == CELLS * CELL
    assert f'viewBox="0 0 {SIDE} {SIDE}"' in draw_patch("x", 0)


def test_a_patch_is_hidden_from_those_who_cannot_see_it():
    """
    It is decoration, and its text has a title.
    """
    root = ElementTree.fromstring(draw_patch("7f3k9q2m5x", 2))

    assert ("true", "false") == (root.get("aria-hidden"), root.get("focusable"))


@pytest.mark.parametrize("principle", range(7))
def test_colours_come_from_the_principle_by_class_and_from_nowhere_else(principle):
    patch = draw_patch("7f3k9q2m5x", principle)

    assert f'class="patch patch--{principle}"' in patch
    assert "fill" not in patch and "#" not in patch
    assert {"patch__ground"} | {f"patch__{shade}" for shade in "abc"} >= set(re.findall(r'class="(patch__\w+)"', patch))


@given(IDS, PRINCIPLES, PRINCIPLES)
def test_the_principle_changes_the_colour_and_not_the_pattern(record_id, one, other):
    assert draw_patch(record_id, one).replace(f"patch--{one}", "") == draw_patch(record_id, other).replace(
        f"patch--{other}", ""
    )


@given(IDS)
def test_a_pattern_is_symmetric(record_id):
    """
    What is drawn stays the same in the mirror of its middle point.
    """

    def points(patch):
        return {
            (shade, frozenset(corners(shape)))
            for shade, path in re.findall(r'class="patch__([abc])" d="([^"]*)"', patch)
            for shape in re.findall(r"M[^z]*z", path)
        }

    patch = points(draw_patch(record_id, 1))

    assert patch == {(shade, frozenset((SIDE - x, SIDE - y) for x, y in shape)) for shade, shape in patch}


def corners(shape):
    square = re.fullmatch(r"M(\d+) (\d+)h12v12h-12z", shape)
    if square:
        x, y = map(int, square.groups())
        return [(x, y), (x + CELL, y), (x + CELL, y + CELL), (x, y + CELL)]
    numbers = list(map(int, re.findall(r"\d+", shape)))
    return list(zip(numbers[::2], numbers[1::2], strict=True))
