"""
A template is drawn from its view alone, and its renderer changes whenever it does.
"""

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from plugins.pages.theme import Theme
from plugins.problems import SettingsError
from tests.make import make_files

FILES = {
    "templates/base.html": "<main>{% block main %}{% endblock %}</main>\n",
    "templates/story.html": (
        '{% extends "templates/base.html" %}{% from "components/card/card.html" import card %}'
        "{% block main %}{{ card(view.title) }}{% endblock %}"
    ),
    "templates/plain.html": "{{ view.title }}",
    "components/card/card.html": "{% macro card(title) %}<b>{{ title }}</b>{% endmacro %}",
    "css/site.css": '@layer reset, tokens;\n@import "tokens.css" layer(tokens);\na { color: red; }\n',
    "css/tokens.css": ":root { --color-text: #000000; }\n",
    "static/fonts/a.woff2": b"\x00font",
    "static/robots.json": "{}",
    "static/.hidden": "x",
    "static/fonts/README.md": "Where they are from.",
}


@dataclass(frozen=True)
class View:
    title: str


@pytest.fixture
def folder(tmp_path):
    return make_files(tmp_path, FILES)


def change(folder, name, new):
    make_files(folder, {name: new})
    return Theme(folder)


def test_a_view_is_drawn_with_its_template(folder):
    assert "<main><b>Tŷ</b></main>".encode() == Theme(folder).renderer("story.html")(View("Tŷ")).strip()


def test_words_are_escaped(folder):
    assert b"&lt;script&gt;&#34;" == Theme(folder).renderer("plain.html")(View('<script>"'))


def test_what_a_view_does_not_hold_fails_the_build(folder):
    with pytest.raises(UndefinedError):
        change(folder, "templates/plain.html", "{{ view.titel }}").renderer("plain.html")(View("x"))


@pytest.mark.parametrize("name", ["now", "settings", "library", "request", "SITEURL", "range"])
def test_a_template_sees_its_view_and_nothing_else(folder, name):
    theme = change(folder, "templates/plain.html", "{{ " + name + " }}")

    with pytest.raises(UndefinedError):
        theme.renderer("plain.html")(View("x"))


def test_a_component_that_is_kept_is_drawn_as_ever(folder):
    """For each of its arguments, and escaped once."""
    source = '{% from "components/card/card.html" import card %}{{ card | kept(view.title) }}{{ card(view.title) }}'
    draw = change(folder, "templates/plain.html", source).renderer("plain.html")

    for title in ("a & b", "c", "a & b"):
        assert 2 * f"<b>{title.replace('&', '&amp;')}</b>" == draw(View(title)).decode()


@pytest.mark.parametrize("name", ["templates/story.html", "templates/base.html", "components/card/card.html"])
def test_the_digest_changes_with_the_template_and_all_it_is_made_of(folder, name):
    before = Theme(folder).renderer("story.html").digest

    assert before != change(folder, name, FILES[name] + " ").renderer("story.html").digest


@pytest.mark.parametrize("name", ["templates/plain.html", "css/site.css", "static/robots.json", "templates/new.html"])
def test_the_digest_changes_with_nothing_else(folder, name):
    before = Theme(folder).renderer("story.html").digest

    assert before == change(folder, name, "/* */").renderer("story.html").digest


def test_the_digest_is_the_same_wherever_the_theme_lies(folder, tmp_path_factory):
    other = make_files(tmp_path_factory.mktemp("other"), FILES)

    assert Theme(folder).renderer("story.html").digest == Theme(other).renderer("story.html").digest


def test_a_template_that_is_included_by_a_made_up_name_is_refused(folder):
    """
    What it is made of could not be known before it is drawn.
    """
    theme = change(folder, "templates/plain.html", "{% include view.title %}")

    with pytest.raises(
        SettingsError, match=r"^theme/templates/plain\.html: a template is included by a name that is made up"
    ):
        theme.renderer("plain.html")


def test_a_renderer_is_made_once(folder):
    theme = Theme(folder)

    assert theme.renderer("story.html") is theme.renderer("story.html")


def test_the_style_sheet_is_one_file_named_by_its_bytes(folder):
    sheet = Theme(folder).stylesheet

    assert b"@import" not in sheet.make_bytes()
    assert b"--color-text" in sheet.make_bytes()
    assert sheet.path.startswith("theme/site.") and sheet.path.endswith(".css")
    assert sheet.path == Theme(folder).stylesheet.path
    assert sheet.path != change(folder, "css/tokens.css", ":root { --color-text: #010101; }").stylesheet.path


@pytest.mark.parametrize("css", ['@import "gone.css";', "a {{ }", "}"])
def test_a_style_sheet_that_cannot_be_read_stops_the_run(folder, css):
    with pytest.raises(SettingsError, match=r"^theme/css: the style sheet cannot be read"):
        _ = change(folder, "css/site.css", css).stylesheet


def test_static_files_are_copied_byte_for_byte_and_words_for_developers_are_not(folder):
    assert {"theme/fonts/a.woff2": b"\x00font", "theme/robots.json": b"{}"} == {
        output.path: output.make_bytes() for output in Theme(folder).static()
    }
