"""
The renditions of pictures that are shown are offered, each file once, with whom it carries.
"""

from plugins.images.plugin import offer_pictures
from plugins.images.renditions import renditions_of
from plugins.offers import Offer
from plugins.outputs import Channel
from tests.images.drawn import jpeg, photograph, side_of, store
from tests.make import make_consent, make_id, make_library, make_story

STORY = make_story(picture="sewing")


def outputs_of(library):
    offer = Offer({})
    offer_pictures({}, offer)
    (make,) = offer.makers
    assert offer.with_pictures
    return {output.path: output for output in make(library)}


def test_pages_show_pictures_only_where_they_are_offered():
    assert not Offer({}).with_pictures


def test_only_pictures_that_are_shown_are_published(tmp_path):
    pictures = [store(tmp_path, name, jpeg(photograph(seed))) for seed, name in enumerate(("sewing", "knitting"))]
    outputs = outputs_of(
        make_library(STORY, make_story(slug="b", status="draft", picture="knitting"), pictures=pictures)
    )

    assert {own.path for own in renditions_of(pictures[0])} == set(outputs)
    assert {(Channel.SITE, (STORY.id,))} == {(output.channel, output.carries) for output in outputs.values()}


def test_nothing_is_published_of_a_picture_that_somebody_in_it_does_not_allow(tmp_path):
    picture = store(tmp_path, "sewing", jpeg(photograph()), side_of(consents="[C-000001]"))
    consent = make_consent()

    assert outputs_of(make_library(STORY, pictures=[picture], consents=[consent]))
    assert {} == outputs_of(make_library(STORY, pictures=[picture]))
    assert {} == outputs_of(make_library(STORY, pictures=[picture], consents=[make_consent(scopes={"feed": "yes"})]))


def test_two_pictures_of_the_same_pixels_are_one_file_that_carries_both(tmp_path):
    pictures = [store(tmp_path, name, jpeg(photograph())) for name in ("sewing", "again")]
    other = make_story(slug="b", picture="again")
    outputs = outputs_of(make_library(STORY, other, pictures=pictures))

    assert 3 == len(outputs)
    assert {tuple(sorted((STORY.id, other.id)))} == {output.carries for output in outputs.values()}


def test_whoever_is_seen_is_carried(tmp_path):
    """
    So that the file goes with a withdrawal, whichever text shows it.
    """
    picture = store(tmp_path, "sewing", jpeg(photograph()), side_of(consents="[C-000001]"))
    outputs = outputs_of(make_library(STORY, pictures=[picture], consents=[make_consent()]))

    assert {True} == {make_id("testimony a-testimony") in output.carries for output in outputs.values()}
