"""
What can be wrong between pictures and texts: one rule, one case that breaks it, one that does not.
"""

from dataclasses import replace

from plugins.images.boxes import Box
from plugins.images.model import Picture, PictureFront
from plugins.library.checks import RULES, check_texts
from plugins.library.picture_checks import (
    PICTURE_RULES,
    check_alternatives,
    check_people,
    check_pictures,
    check_twins,
    check_use,
)
from plugins.problems import Severity
from tests.images.drawn import jpeg, photograph, side_of, store, store_redacted
from tests.make import make_consent, make_home, make_names, make_page, make_story, make_texts, make_translation

STORY = make_story(picture="sewing")


def make_picture(tmp_path, name="sewing", **changes):
    """A picture that nobody opens."""
    values = {
        "alt": {"en": "Two women", "cy": "Dwy fenyw"}, "credit": "Amal", "people": "none", "place_reveals": "none",
    }  # fmt: skip
    front = PictureFront.model_validate(values | changes)
    return Picture(name, tmp_path / f"{name}.jpg", front, "jpeg", 360, 240, False, name)


def told(rule, *records, **changes):
    return [str(problem) for problem in rule(make_texts(*records, **changes))]


def test_a_picture_that_is_there_and_said_in_every_language_is_all_right(tmp_path):
    records = (STORY, make_translation(STORY, "cy"), make_page())

    assert [] == told(check_texts, *records, pictures=[make_picture(tmp_path)])
    assert set(PICTURE_RULES) == set(PICTURE_RULES) & set(RULES)


def test_a_picture_that_is_named_is_there(tmp_path):
    story = make_story(picture="sewin")

    assert [
        'content/stories/a-story.md:1:1: picture: there is no picture "sewin" in content/pictures. Did you mean "sewing"?'
    ] == told(check_pictures, story, pictures=[make_picture(tmp_path)])
    assert ["None is known here yet."] == [text.partition("pictures. ")[2] for text in told(check_pictures, story)]


def test_the_field_is_pointed_at(tmp_path):
    story = replace(make_story(picture="x"), marks={("picture",): (7, 10)})

    assert told(check_pictures, story)[0].startswith("content/stories/a-story.md:7:10: picture: ")
    assert told(check_alternatives, story, pictures=[make_picture(tmp_path, "x", alt={"cy": "Dwy"})])[0].startswith(
        "content/stories/a-story.md:7:10: picture: "
    )


def test_the_front_page_has_the_quilt(tmp_path):
    assert [
        "content/pages/home.md:1:1: picture: the front page shows the quilt, and no picture. Remove the line."
    ] == told(check_pictures, make_home(picture="sewing"), pictures=[make_picture(tmp_path)])


def test_a_picture_is_said_in_the_language_of_each_text_that_shows_it(tmp_path):
    picture = make_picture(tmp_path, alt={"ar": "امرأتان"})
    records = (STORY, make_translation(STORY, "cy"), make_translation(STORY, "ar"))

    assert [
        'content/stories/a-story.md:1:1: picture: nobody has said in "en" what the picture "sewing" shows. '
        "Add to content/pictures/sewing.yml: alt: {en: …}",
        'content/stories/a-story.cy.md:1:1: nobody has said in "cy" what the picture "sewing" shows. '
        "Add to content/pictures/sewing.yml: alt: {cy: …}",
    ] == told(check_alternatives, *records, pictures=[picture])
    assert [] == told(check_alternatives, make_story(), pictures=[picture])


def test_whoever_agreed_has_a_consent_record(tmp_path):
    picture = make_picture(tmp_path, people="consented", consents=["C-000001", "C-000002"])
    consents = [make_consent()]

    assert [
        'content/pictures/sewing.yml:1:1: consents: there is no consent record "C-000002". Did you mean "C-000001"?'
    ] == told(check_people, STORY, pictures=[picture], consents=consents)
    assert [] == told(check_people, STORY, pictures=[picture], has_consents=False)


def test_a_picture_that_no_text_shows_is_told_of_and_stops_nothing(tmp_path):
    texts = make_texts(STORY, pictures=[make_picture(tmp_path), make_picture(tmp_path, "knitting")])
    (problem,) = check_use(texts)

    assert Severity.WARNING == problem.severity
    assert str(problem) == (
        "content/pictures/knitting.jpg:1:1: warning: no text shows this picture. "
        "Add to a text: picture: knitting. Or remove both files."
    )


def test_nothing_is_said_of_use_while_a_text_cannot_be_read(tmp_path):
    names = make_names([STORY, make_page()])

    assert [] == told(check_use, STORY, names=names, pictures=[make_picture(tmp_path, "knitting")])


def test_a_picture_that_shows_what_another_hides_is_refused(tmp_path):
    hidden = store_redacted(tmp_path, "hidden", photograph(), Box(101, 61, 70, 55))
    open_one, other = store(tmp_path, "open", jpeg(photograph())), store(tmp_path, "other", jpeg(photograph(2)))

    assert ['content/pictures/open.jpg:1:1: this shows what is redacted in "hidden"'] == [
        text.partition(". Take")[0] for text in told(check_twins, STORY, pictures=[hidden, open_one, other])
    ]


def test_a_box_that_stands_in_the_side_file_alone_is_refused(tmp_path):
    picture = store(tmp_path, "open", jpeg(photograph()), side_of((Box(101, 61, 70, 55),)))

    assert 1 == len(told(check_twins, STORY, pictures=[picture]))


def test_no_picture_is_read_where_none_hides_anything(tmp_path):
    assert [] == told(check_twins, STORY, pictures=[make_picture(tmp_path), make_picture(tmp_path, "knitting")])


def test_a_redacted_picture_that_cannot_be_looked_at_is_told(tmp_path):
    hidden = store_redacted(tmp_path, "hidden", photograph(), Box(101, 61, 70, 55))
    hidden.path.unlink()

    assert [
        'content/pictures:1:1: "hidden", in which people are hidden, cannot be looked at: '
        "hidden.jpg was removed while the site was built: build it again. Bring it in again with: make photo FILE=… ALT=…"
    ] == told(check_twins, STORY, pictures=[hidden])
