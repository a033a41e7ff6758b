"""
A patch is a small picture of its own for every text, drawn from its id and coloured by its principle.
"""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.quilt.block import CELLS, make_block
from plugins.quilt.patch import SHADES, draw_patch
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
    Well-formed, at most 500 bytes, with nothing that the page's policy would refuse: no style, no script, no address.
    """
    patch = draw_patch(record_id, principle)
    root = ElementTree.fromstring(patch)

    assert isinstance(patch, Markup)
    assert len(patch.encode()) <= 500
    assert "svg" == root.tag and {"path"} == {child.tag for child in root}
    assert not re.search(r"style|href|url|on[a-z]+=|id=", patch)


def corners_of(path):
    """The corners of each outline in a path of M, h, v and l, in which all outlines are closed."""
    found = []
    for outline in path.removesuffix("z").split("z"):
        begin, *steps = re.findall(r"[Mhvl][-\d ]+", outline)
        assert outline == begin + "".join(steps)
        at = [tuple(map(int, begin[1:].split()))]
        for step in steps:
            numbers = [int(number) for number in re.findall(r"-?\d+", step)]
            right, down = {"h": (*numbers, 0), "v": (0, *numbers), "l": numbers}[step[0]]
            at.append((at[-1][0] + right, at[-1][1] + down))
        found.append(frozenset(at))
    return found


@given(IDS, PRINCIPLES)
def test_a_patch_shows_each_piece_of_its_block_once(record_id, principle):
    paths = dict(re.findall(r'class="patch__([abc])" d="([^"]*)"', draw_patch(record_id, principle)))
    shown = {(shade, corners) for shade, path in paths.items() for corners in corners_of(path)}
    block = make_block(record_id)

    assert {(SHADES[piece.shade], frozenset(piece.corners())) for piece in block} == shown
    assert len(block) == sum(path.count("z") for path in paths.values())


def test_the_view_box_holds_all_cells():
    assert f'viewBox="0 0 {CELLS} {CELLS}"' in draw_patch("x", 0)
    assert f'd="M0 0h{CELLS}v{CELLS}H0z"' in draw_patch("x", 0)


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

    paths = re.findall(r'class="patch__([abc])" d="([^"]*)"', draw_patch(record_id, 1))
    shown = {(shade, corners) for shade, path in paths for corners in corners_of(path)}

    assert shown == {(shade, frozenset((CELLS - x, CELLS - y) for x, y in corners)) for shade, corners in shown}
