"""
A link names a text by slug, by type and slug, or by file; what it cannot mean is said.
"""

import pytest

from plugins.library.targets import Targets
from tests.make import make_explainer, make_names, make_story, make_testimony, make_translation

PENALLY = make_story(slug="penally")
TEXTS = [
    PENALLY,
    make_translation(PENALLY, "cy"),
    make_story(slug="friendship"),
    make_explainer(slug="friendship"),
    make_explainer(slug="safe-routes"),
    make_testimony(slug="the-allotment"),
]
TARGETS = Targets(make_names(TEXTS))


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("penally", ("story", "penally")),
        ("penally#part-home", ("story", "penally")),
        ("story/penally", ("story", "penally")),
        ("story/friendship", ("story", "friendship")),
        ("explainer/friendship#a", ("explainer", "friendship")),
        ("testimony/the-allotment", ("testimony", "the-allotment")),
        ("penally.md", ("story", "penally")),
        ("./penally.md", ("story", "penally")),
        ("penally.cy.md", ("story", "penally")),
        ("penally.md#part-home", ("story", "penally")),
        ("../stories/penally.md", ("story", "penally")),
        ("../explainers/safe-routes.md", ("explainer", "safe-routes")),
        ("../explainers/../explainers/friendship.md", ("explainer", "friendship")),
    ],
)
def test_a_text_is_found_by_the_name_an_editor_gives_it(target, name):
    """
    The linking text is a story.
    """
    assert name == TARGETS.find(target, "stories")


ALL = "Known here: friendship, penally, safe-routes, the-allotment."


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("penaly", 'Did you mean "penally"?'),
        ("zzz", ALL),
        ("", ALL),
        ("#part-home", ALL),
        ("story/penaly", 'Did you mean "penally"?'),
        ("explainer/penally", 'Did you mean "penally"?'),
        ("stories/penally", 'Did you mean "penally"?'),
        ("nothing/zzz", ALL),
        ("friendship", "Several texts have this name: write record:explainer/friendship or record:story/friendship."),
        ("safe-routes.md", 'Did you mean "safe-routes"?'),
        ("../explainers/penally.md", 'Did you mean "penally"?'),
        ("../README.md", ALL),
        ("../../README.md", "It leaves the folder of texts: link to a text inside it."),
        ("../../../etc/passwd.md", "It leaves the folder of texts: link to a text inside it."),
        ("stories/penally.md", 'Did you mean "penally"?'),
    ],
)
def test_what_is_no_one_text_is_said_with_what_to_write(target, sentence):
    assert sentence == TARGETS.find(target, "stories")


def test_a_text_is_there_whatever_its_language():
    assert TARGETS.has("story", "penally")
    assert not TARGETS.has("explainer", "penally")
    assert not TARGETS.has("story", "nowhere")


def test_the_slugs_of_a_type_are_sorted_and_each_is_there_once():
    assert ["friendship", "penally"] == TARGETS.slugs("story")
    assert [] == TARGETS.slugs("group")
