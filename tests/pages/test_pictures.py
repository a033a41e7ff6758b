"""
A picture stands at the head of its text and on its cards, in the place of the patch; where it may not, nothing of it does.
"""

import pytest
from lxml import html

from plugins.pages.maker import PageMaker
from plugins.pages.outputs import make_outputs
from plugins.pages.settings import Pages
from plugins.pages.theme import Theme
from tests.images.drawn import jpeg, photograph, side_of, store
from tests.make import (
    ROOT,
    PlainTheme,
    make_consent,
    make_home,
    make_library,
    make_page,
    make_pages,
    make_story,
    make_testimony,
    make_translation,
    make_words,
)

STORY = make_story(slug="s", picture="sewing")
PAGE = "stories/s/index.html"
LIST = "stories/index.html"
WORDS = make_words()


@pytest.fixture(scope="module")
def theme():
    return Theme(ROOT / "theme")


@pytest.fixture
def picture(tmp_path):
    return store(tmp_path, "sewing", jpeg(photograph()), side_of(consents="[C-000001]", illustration="yes"))


def draw(library, theme, path):
    """A page as the theme draws it."""
    outputs = {output.path: output for output in make_outputs(PageMaker(library, Pages(), theme, ()))}
    return html.document_fromstring(outputs[path].make_bytes().decode())


def views(library, *paths, **changes):
    pages = make_pages(library, **changes)
    return [pages[path].make_view() for path in paths]


def test_a_picture_stands_at_the_head_and_on_cards(picture):
    text, cards = views(make_library(STORY, pictures=[picture], consents=[make_consent()]), PAGE, LIST)

    assert "Two women sewing" == text.picture.alt
    assert text.picture == cards.sections[0].cards[0].picture


@pytest.mark.parametrize("consents", [[], [make_consent(status="paused")], [make_consent(scopes={"feed": "yes"})]])
def test_where_it_may_not_be_shown_all_is_as_if_there_were_none(picture, consents):
    shown = views(make_library(STORY, pictures=[picture], consents=consents), PAGE, LIST)

    assert shown == views(make_library(STORY, consents=consents), PAGE, LIST)
    assert None is shown[0].picture
    assert "pictures/" not in repr(shown)


def test_where_nobody_publishes_pictures_pages_show_none(picture):
    library = make_library(STORY, pictures=[picture], consents=[make_consent()])
    maker = PageMaker(library, Pages(), PlainTheme(), (), with_pictures=False)
    pages = {output.path: output.make_view() for output in make_outputs(maker) if output.path in (PAGE, LIST)}

    assert "pictures/" not in repr(pages)


def test_other_sites_are_shown_a_picture_where_everybody_allows_cards(picture):
    yes, no = make_consent(), make_consent(scopes={"site": "yes"})
    (shared,) = views(make_library(STORY, pictures=[picture], consents=[yes], site_url="https://example.org/b"), PAGE)
    (kept,) = views(make_library(STORY, pictures=[picture], consents=[no]), PAGE)

    assert shared.frame.image.startswith("https://example.org/b/pictures/")
    assert shared.frame.image.endswith("-320.jpg")
    assert "" == kept.frame.image
    assert kept.picture


def test_other_sites_are_shown_no_picture_of_a_testimony_that_has_no_card(tmp_path):
    testimony = make_testimony(slug="t", picture="sewing")
    pictures = [store(tmp_path, "sewing", jpeg(photograph()))]
    consents = [make_consent(testimony, scopes={"site": "yes"})]
    (view,) = views(make_library(testimony, pictures=pictures, consents=consents), "voices/t/index.html")

    assert view.picture
    assert "" == view.frame.image


def test_a_testimony_with_a_picture_does_not_speak_of_a_pattern(tmp_path):
    testimony = make_testimony(slug="t", picture="sewing")
    pictures, consents = [store(tmp_path, "sewing", jpeg(photograph()))], [make_consent(testimony)]
    (view,) = views(make_library(testimony, pictures=pictures, consents=consents), "voices/t/index.html")
    (plain,) = views(make_library(testimony, consents=consents), "voices/t/index.html")

    assert WORDS("making.picture") in plain.own.making
    assert WORDS("making.picture") not in view.own.making


def test_the_head_shows_the_picture_at_once_and_says_who_made_it(picture, theme):
    page = draw(make_library(STORY, pictures=[picture], consents=[make_consent()]), theme, PAGE)
    (image,) = page.xpath("//header//figure//img")

    assert ("eager", "high", "320", "213") == tuple(
        image.get(name) for name in ("loading", "fetchpriority", "width", "height")
    )
    assert ["image/avif", "image/webp"] == page.xpath("//header//figure//source/@type")
    assert "Illustration: Amal" == page.xpath("//header//figcaption")[0].text_content()
    assert [] == page.xpath('//div[@class="article-head__patch"]')
    assert [] == page.xpath("//figure//@style")


def test_a_card_waits_until_its_picture_is_near(picture, theme):
    page = draw(make_library(STORY, make_home(), pictures=[picture], consents=[make_consent()]), theme, "index.html")
    (image,) = page.xpath("//article//img")

    assert "lazy" == image.get("loading")
    assert None is image.get("fetchpriority")
    assert [] == page.xpath("//article//figcaption")
    assert [] == page.xpath('//article//div[@class="card__patch"]')


def test_the_colour_of_a_picture_stands_there_first(picture, theme):
    page = draw(make_library(STORY, pictures=[picture], consents=[make_consent()]), theme, PAGE)
    (colour,) = page.xpath("//figure//*[local-name()='rect']/@fill")

    assert colour.startswith("#") and 7 == len(colour)


def test_the_words_of_the_picture_of_a_testimony_are_marked_as_its_own(tmp_path, theme):
    testimony = make_testimony(slug="t", picture="sewing")
    pictures, consents = [store(tmp_path, "sewing", jpeg(photograph()))], [make_consent(testimony)]
    library = make_library(testimony, pictures=pictures, consents=consents)

    for path in ("voices/t/index.html", "voices/index.html"):
        (image,) = draw(library, theme, path).xpath("//img")
        assert f"{testimony.id} en alt" == image.get("data-words")
    story = draw(make_library(STORY, pictures=pictures), theme, PAGE)
    assert [] == story.xpath("//img/@data-words")


def test_words_in_another_language_than_the_page_say_so(picture, theme):
    story = make_translation(STORY, "cy")
    library = make_library(STORY, story, make_page(lang="ar", slug="p"), pictures=[picture], consents=[make_consent()])

    assert ["Dwy fenyw yn gwnïo"] == draw(library, theme, f"cy/{PAGE}").xpath("//header//img/@alt")
    assert [] == draw(library, theme, f"cy/{PAGE}").xpath("//header//img/@lang")


def test_the_path_from_micro_to_macro_may_have_a_picture(picture):
    page = make_page(slug="way", layout="path", picture="sewing")
    (view,) = views(make_library(page, pictures=[picture], consents=[make_consent()]), "way/index.html")

    assert "Two women sewing" == view.picture.alt
