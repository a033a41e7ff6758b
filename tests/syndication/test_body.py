"""
On other sites a text needs nothing of ours: no class, no script, no page, and it still says all that it says here.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plugins.library.facets import FilledFact, FilledPlace, FilledQuote, FilledWord, Link
from plugins.syndication.body import html_of, parsed, plain_body
from plugins.syndication.whole import Whole
from tests.make import make_words

LINK = Link("/base/stories/penally/", "Penally", "en", "en-GB", "ltr")


def body_of(*parts, places=()):
    whole = Whole(None, parts, places, (), ())
    return html_of(plain_body(whole, make_words(), "https://example.org"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Words.</p>", "<p>Words.</p>"),
        ('<p class="a" id="b" style="color:red" data-x="1" onclick="x()">Words.</p>', "<p>Words.</p>"),
        ('<p lang="ar" dir="rtl">كلمات</p>', '<p lang="ar" dir="rtl">كلمات</p>'),
        ('<p><a href="/base/a/" class="b">A</a></p>', '<p><a href="https://example.org/base/a/">A</a></p>'),
        ('<p><a href="https://example.com/">A</a></p>', '<p><a href="https://example.com/">A</a></p>'),
        ('<p><a href="#note">A</a> b</p>', "<p>A b</p>"),
        ("<section><p>A</p></section>", "<p>A</p>"),
        ("<p>A <svg><text>no</text></svg>b<script>no()</script></p>", "<p>A b</p>"),
        ("<p>A<!-- no -->b</p>", "<p>Ab</p>"),
        ('<p><img src="/base/a.jpg" srcset="/base/b.jpg 2x" loading="lazy" alt="A"></p>', '<p><img src="https://example.org/base/a.jpg" alt="A"></p>'),
        ('<p class="claim__label">What is <em>true</em></p>', "<p><strong>What is <em>true</em></strong></p>"),
        ("<p>Tea &amp; &lt;b&gt;</p>", "<p>Tea &amp; &lt;b&gt;</p>"),
    ],
)  # fmt: skip
def test_what_other_sites_take_out_is_not_there_and_what_is_said_stays(html, expected):
    assert expected == body_of(html)


def test_open_places_are_filled_in_words():
    places = (
        FilledFact("41%", "2025", "41", 2),
        FilledPlace("the story", LINK),
        FilledPlace("plain", None),
        FilledWord("What is true"),
        None,
    )
    said = body_of("<p>", " of ", " and ", " is ", ".", "</p>", places=places)

    assert (
        '<p>41% (2025)<sup>[2]</sup> of <a href="https://example.org/base/stories/penally/">the story</a>'
        " and plain is What is true.</p>"
    ) == said


def test_a_quote_says_whose_words_it_holds_and_where_they_stand_whole():
    said = body_of("", "", places=(FilledQuote("<p>I came.</p>", "7f3k9q2m5x", "Amal", LINK),))

    assert said.startswith('<blockquote lang="en-GB" dir="ltr"><p>I came.</p></blockquote>')
    assert "Amal" in said and 'href="https://example.org/base/stories/penally/"' in said and "data-words" not in said


def test_text_before_the_first_element_is_kept_and_escaped():
    assert "a &lt; b<p>c</p>" == html_of(html.fragment_fromstring("a &lt; b<p>c</p>", create_parent="div"))


PIECES = (
    "words ", "<p>", "</p>", "<em>", "</em>", '<a href="/a/?b=1&amp;c=2">', "</a>", "<ul><li>", "</ul>", "<br>",
    "&amp;", "&lt;", "&nbsp;", "&eacute;", "“é” كلمات", " \n ", '"', "'", ">", "<!-- c -->", "<svg><path/></svg>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_plain_elements_are_written_as_lxml_writes_its_own(source):
    own = html.fragment_fromstring(source, create_parent="div")
    written = html.tostring(own, encoding="unicode").removeprefix("<div>").removesuffix("</div>")

    assert written.strip() == html_of(parsed(source))
