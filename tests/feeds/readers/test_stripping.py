"""
HTML becomes plain text as other programs make it, and in a time that grows with its length only.
"""

import pytest

from plugins.feeds.readers.stripping import decode, first_words, plain, plain_lines, strip_all_tags, strip_tags


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p>", "a"),
        ("a < b", "a < b"),
        ("a <b", "a "),
        ("a<!-- <p> -->b", "ab"),
        ("a<!-- b", "a"),
        ("<script>a</script>b", "ab"),
        ("&lt;p&gt;", "&lt;p&gt;"),
    ],
)
def test_tags_are_stripped_and_entities_stay(html, text):
    assert text == strip_tags(html)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (" <script>a</script>b", "b"),
        ("<STYLE media=x>a < b</STYLE >c", "a < bc"),
        ("<style>a < b</style>c", "c"),
        ("<script>a<style>b</style></script>c", "c"),
        ("<script>a", "a"),
        ("<scripture>a</scripture>", "a"),
    ],
)
def test_scripts_and_styles_are_stripped_with_all_they_hold(html, text):
    assert text == strip_all_tags(html)


@pytest.mark.parametrize(
    ("text", "decoded"),
    [("&amp;lt;", "&lt;"), ("&copy=2", "&copy=2"), ("&#233;&#xe9;", "éé"), ("&nosuch;", "&nosuch;")],
)
def test_entities_are_decoded_once_and_only_when_they_end(text, decoded):
    assert decoded == decode(text)


def test_paragraphs_are_lines_or_stand_in_one():
    html = "<h2>One</h2>\n<p>Two\nthree <em>four</em>.</p><hr>Five"

    assert ("One", "Two three four.", "Five") == plain_lines(html)
    assert "One Two three four. Five" == plain(html)


@pytest.mark.parametrize(("count", "words"), [(1, "a…"), (2, "a b…"), (3, "a b c"), (4, "a b c")])
def test_the_first_words_are_kept(count, words):
    assert words == first_words(" a\n<b>b</b>\tc ", count, "…")


@pytest.mark.parametrize("piece", ["<script ", "<script>", "<script><style>", "<!--", "<", "&", "<br", "</p"])
def test_no_html_takes_for_ever(piece):
    """
    A square of this length would take minutes.
    """
    plain(piece * 50_000)
