"""
Templates that earlier builds made ready draw the same pages, or count for nothing.
"""

import pytest

from plugins.pages.theme import Theme

COMPONENT = "{% macro word(text) %}<b>{{ text }}</b>{% endmacro %}"
TEMPLATE = '{% from "components/word.html" import word %}{{ word(view) }}'


@pytest.fixture
def folder(tmp_path):
    for name, source in (("components/word", COMPONENT), ("templates/page", TEMPLATE)):
        (tmp_path / f"{name}.html").parent.mkdir()
        (tmp_path / f"{name}.html").write_text(source)
    (tmp_path / "compiled").mkdir()
    return tmp_path


def drawn(folder):
    return Theme(folder, folder / "compiled").renderer("page.html")("<&>")


def kept(folder):
    return {path.name: path.read_bytes() for path in (folder / "compiled").iterdir()}


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
        (folder / "compiled" / name).write_bytes(spoil(raw))

    assert b"<b>&lt;&amp;&gt;</b>" == drawn(folder)
    assert before == kept(folder)


def test_a_template_that_was_changed_is_made_ready_anew(folder):
    drawn(folder)
    (folder / "components/word.html").write_text(COMPONENT.replace("b>", "i>"))

    assert b"<i>&lt;&amp;&gt;</i>" == drawn(folder)


def test_where_nothing_can_be_written_the_page_is_drawn_all_the_same(folder):
    (folder / "compiled").rmdir()

    assert b"<b>&lt;&amp;&gt;</b>" == drawn(folder)
