"""
Templates that earlier builds made ready draw the same pages, or count for nothing.
"""

import lightningcss
import pytest
from jinja2 import TemplateSyntaxError

from plugins.pages.theme import Theme
from tests.make import make_files

COMPONENT = "{% macro word(text) %}<b>{{ text }}</b>{% endmacro %}"
SHEET = "a { color: red; }"
TEMPLATE = '{% from "components/word.html" import word %}{{ word(view) }}'


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "theme"
    make_files(folder, {"components/word.html": COMPONENT, "templates/page.html": TEMPLATE, "css/site.css": SHEET})
    (tmp_path / "compiled").mkdir()
    return folder


def drawn(folder):
    return Theme(folder, folder.parent / "compiled").renderer("page.html")("<&>")


def kept(folder):
    return {path.name: path.read_bytes() for path in (folder.parent / "compiled").iterdir()}


def test_they_are_made_ready_once(folder, monkeypatch):
    assert b"<b>&lt;&amp;&gt;</b>" == drawn(folder)
    before = kept(folder)
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)

    assert b"<b>&lt;&amp;&gt;</b>" == drawn(folder)
    assert (2, before) == (len(before), kept(folder))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[:7],
        lambda raw: raw[:30],
        lambda raw: raw[:-1],
        lambda raw: raw + b"x",
        lambda raw: raw[:60] + bytes([raw[60] ^ 1]) + raw[61:],
        lambda raw: b"\xff" * 99,
    ],
)
def test_a_file_that_is_not_what_was_written_counts_for_nothing(folder, spoil):
    drawn(folder)
    before = kept(folder)
    for name, raw in before.items():
        (folder.parent / "compiled" / name).write_bytes(spoil(raw))

    assert b"<b>&lt;&amp;&gt;</b>" == drawn(folder)
    assert before == kept(folder)


def test_a_template_that_was_changed_is_made_ready_anew(folder):
    drawn(folder)
    (folder / "components/word.html").write_text(COMPONENT.replace("b>", "i>"))

    assert b"<i>&lt;&amp;&gt;</i>" == drawn(folder)


def sheet(folder):
    theme = Theme(folder, folder.parent / "compiled")
    theme.check()
    return theme.stylesheet.make_bytes()


def test_style_sheets_are_bundled_once_for_the_same_theme(folder, monkeypatch):
    before = sheet(folder)
    with monkeypatch.context() as patched:
        patched.setattr(lightningcss, "bundle_css", None)
        patched.setattr(Theme, "_check", None)
        assert before == sheet(folder) == b"a{color:red}"

    (folder / "css/site.css").write_text(SHEET.replace("red", "blue"))
    assert b"a{color:#00f}" == sheet(folder)
    (folder.parent / "compiled/theme").write_bytes(b"spoilt")
    assert b"a{color:#00f}" == sheet(folder)


def test_a_style_sheet_that_is_saved_while_it_is_bundled_is_not_kept(folder, monkeypatch):
    """
    Else it would stand for the files of before, when somebody takes the change back.
    """
    bundle = Theme._bundle

    def save_and_bundle(theme, name):
        (folder / "css/site.css").write_text(SHEET.replace("red", "blue"))
        return bundle(theme, name)

    with monkeypatch.context() as patched:
        patched.setattr(Theme, "_bundle", save_and_bundle)
        assert b"a{color:#00f}" == sheet(folder)
    (folder / "css/site.css").write_text(SHEET)

    assert b"a{color:red}" == sheet(folder)


def test_what_a_style_sheet_takes_in_from_elsewhere_is_looked_at_each_time(folder):
    shared = folder.parent / "shared.css"
    (folder / "css/site.css").write_text('@import "../../shared.css";')
    shared.write_text(SHEET)
    assert b"a{color:red}" == sheet(folder)
    shared.write_text(SHEET.replace("red", "blue"))

    assert b"a{color:#00f}" == sheet(folder)


def test_what_is_wrong_in_a_template_is_told_each_time(folder):
    (folder / "templates/page.html").write_text("{% if %}")
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            sheet(folder)


def test_where_nothing_can_be_written_the_page_is_drawn_all_the_same(folder):
    (folder.parent / "compiled").rmdir()

    assert b"<b>&lt;&amp;&gt;</b>" == drawn(folder)
