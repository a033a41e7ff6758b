"""
A text as Markdown and as plain text says all that it says in HTML.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plugins.republish.plain import Writer, narrow


def written(source):
    root = html.fragment_fromstring(source, create_parent="div")
    return Writer(True).text(root), Writer(False).text(root)


@pytest.mark.parametrize(
    ("source", "markdown", "plain"),
    [
        ("<p>Words <em>and</em> <strong>more</strong>.</p>", "Words *and* **more**.\n", "Words and more.\n"),
        ("<h2>A head</h2><p>Words.</p>", "## A head\n\nWords.\n", "A HEAD\n\nWords.\n"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two\n", "- One\n- Two\n"),
        ('<ol start="3"><li>One</li><li><p>Two</p><p>More</p></li></ol>', "3. One\n4. Two\n   More\n", "3. One\n4. Two\n   More\n"),
        ('<p><a href="https://a.example/">A</a></p>', "[A](https://a.example/)\n", "A (https://a.example/)\n"),
        ('<p><a href="https://a.example/">https://a.example/</a></p>', "https://a.example/\n", "https://a.example/\n"),
        ("<p>1 * 2 _ [3] &lt;b&gt; #</p>", "1 \\* 2 \\_ \\[3\\] \\<b\\> \\#\n", "1 * 2 _ [3] <b> #\n"),
        ("<blockquote><p>A</p><p>B</p></blockquote>", "> A\n>\n> B\n", "> A\n>\n> B\n"),
        ('<p><img src="https://a.example/a.jpg" alt="Two cups"></p>', "![Two cups](https://a.example/a.jpg)\n", "[Two cups]\n"),
        ("<p>He said <q>yes</q>.<br>Then</p>", "He said “yes”. Then\n", "He said “yes”. Then\n"),
        ("loose <p>A</p> tail", "loose\n\nA\n\ntail\n", "loose\n\nA\n\ntail\n"),
        (
            "<table><caption>C</caption><thead><tr><td></td><th>N</th></tr></thead><tbody><tr><th>a|b</th><td>1</td></tr></tbody></table>",
            "C\n\n|  | N |\n| --- | --- |\n| a\\|b | 1 |\n",
            "C\n\nN\na\\|b · 1\n",
        ),
    ],
)  # fmt: skip
def test_every_element_is_written(source, markdown, plain):
    assert [line.strip() for line in markdown.split("\n")] == [line.strip() for line in written(source)[0].split("\n")]
    assert plain.split() == written(source)[1].split()


@given(st.text(alphabet=" \t\r\n\xa0ab"))
def test_all_room_is_one_space_and_a_space_that_does_not_break_stays(text):
    assert re.sub("[ \t\r\n]+", " ", text) == narrow(text)
