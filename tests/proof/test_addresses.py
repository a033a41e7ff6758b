"""
A finished page leads to what is there, and loads nothing from anywhere else.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.outputs import Channel, Finished
from plugins.proof.addresses import (
    AddressProof,
    fault_of,
    find_faults,
    html_addresses,
    plain_addresses,
    target_path,
)

PATHS = frozenset(
    {
        "index.html",
        "404.html",
        "stories/index.html",
        "stories/penally/index.html",
        "theme/site.css",
        "theme/a b.woff2",
        "favicon.svg",
    }
)
PAGE = "stories/penally/index.html"


@pytest.mark.parametrize(
    ("address", "base", "path"),
    [
        ("/", "", "index.html"),
        ("/stories/", "", "stories/index.html"),
        ("/stories/penally/#part-home", "", "stories/penally/index.html"),
        ("/theme/site.css?v=1", "", "theme/site.css"),
        ("/theme/a%20b.woff2", "", "theme/a b.woff2"),
        ("/welcome/", "/welcome", "index.html"),
        ("/welcome/stories/", "/welcome", "stories/index.html"),
        ("/welcome", "/welcome", "/welcome"),
        ("/stories/", "/welcome", "/stories/"),
        ("/welcomed/", "/welcome", "/welcomed/"),
        ("a.svg", "", "stories/penally/a.svg"),
        ("./", "", "stories/penally/index.html"),
        ("../", "", "stories/index.html"),
        ("../../", "", "index.html"),
        ("../../favicon.svg", "", "favicon.svg"),
        ("../../../favicon.svg", "", "favicon.svg"),
        ("", "", None),
        ("#part-home", "", None),
        ("?a=b", "", None),
        ("https://example.org/", "", None),
        ("//example.org/", "", None),
        ("mailto:a@b.org", "", None),
    ],
)
def test_an_address_means_a_file_or_another_site(address, base, path):
    assert path == target_path(address, base, PAGE)


def faults_of(html, path=PAGE, base=""):
    """The faults that the parser finds, which are those that the proof finds with what it remembers of lines."""
    parsed = list(find_faults(path, html.encode(), PATHS, base))
    assert sorted(parsed) == sorted(AddressProof(PATHS, base)(Finished(path, Channel.SITE, (), html.encode())))
    return parsed


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/stories/">x</a>',
        '<a class="x" href="/stories/penally/#y">x</a>',
        '<a\n  href="/">x</a>',
        '<a href="https://example.org/">x</a>',
        '<a href="https://example.org/?a=1&amp;b=2">x</a>',
        '<a href="#main">x</a>',
        '<link rel="stylesheet" href="/theme/site.css">',
        '<link rel="icon" href="/favicon.svg">',
        '<link rel="canonical" href="https://example.org/stories/penally/">',
        '<link rel="alternate" hreflang="cy" href="https://example.org/cy/stories/penally/">',
        '<link rel="next" href="https://example.org/stories/2/">',
        '<blockquote cite="https://example.org/">x</blockquote>',
        '<meta property="og:url" content="https://example.org/">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<form action="/stories/"></form>',
        '<script type="application/ld+json">{"url":"https://example.org/"}</script>',
        '<p>Write href="https://evil.example/" in words.</p>',
    ],
)
def test_what_is_right_is_right(html):
    assert [] == faults_of(html)


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<a href="/nowhere/">x</a>', "/nowhere/"),
        ('<a href="/stories">x</a>', "/stories"),
        ('<a lang="ar" hreflang="ar" href="/ar/">x</a>', "/ar/"),
        ('<A HREF="/nowhere/">x</A>', "/nowhere/"),
        ('<link rel="stylesheet" href="/theme/gone.css">', "/theme/gone.css"),
        ('<img src="gone.png" alt="">', "gone.png"),
        ('<a title="a > b" href="/nowhere/">x</a>', "/nowhere/"),
        ("<a href='/nowhere/'>x</a>", "/nowhere/"),
        ('<a href="/nowhere/?a=1&amp;b=2">x</a>', "/nowhere/?a=1&b=2"),
    ],
)
def test_a_dead_link_is_found(html, address):
    assert [f'it leads to "{address}", where nothing is published'] == faults_of(html)


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="https://evil.example/x">',
        '<link rel="preconnect" href="https://evil.example/x">',
        '<link rel="icon" href="//evil.example/x">',
        '<img src="https://evil.example/x" alt="">',
        '<img alt="" src="http://evil.example/x">',
        '<script src="https://evil.example/x"></script>',
        '<iframe src="https://evil.example/x"></iframe>',
        '<audio src="https://evil.example/x"></audio>',
        '<video><source src="https://evil.example/x"></video>',
        '<form action="https://evil.example/x"></form>',
        '<img src="/favicon.svg" srcset="https://evil.example/x 2x" alt="">',
        '<source srcset="https://evil.example/x">',
        '<video poster="https://evil.example/x"></video>',
        '<object data="https://evil.example/x"></object>',
        '<embed src="https://evil.example/x">',
        '<track src="https://evil.example/x">',
        '<input type="image" src="https://evil.example/x">',
        '<svg><use href="https://evil.example/x"></use></svg>',
        '<svg><image href="https://evil.example/x"></image></svg>',
        '<p style="background: url(https://evil.example/x)">x</p>',
        '<style>@import "https://evil.example/x";</style>',
        '<meta http-equiv="refresh" content="0; url=https://evil.example/x">',
        '<base href="https://evil.example/x">',
        '<body background="https://evil.example/x">',
        '<a href="/" ping="https://evil.example/x">x</a>',
        '<svg><image xlink:href="https://evil.example/x"></image></svg>',
        '<link rel="preload" as="image" imagesrcset="https://evil.example/x 1x">',
        '<link rel="alternate stylesheet" href="https://evil.example/x">',
        '<p>a\x01b</p><img src="https://evil.example/x" alt="">',
        "<b>" * 300 + '<img src="https://evil.example/x" alt="">',
    ],
)
def test_what_would_be_loaded_from_elsewhere_is_found(html):
    (fault,) = faults_of(html)

    assert "evil.example/x" in fault and "another host" in fault


@pytest.mark.parametrize(
    ("css", "faults"),
    [
        ("a { color: red }", []),
        ("a { background: url(/favicon.svg) }", []),
        ("a { background: url('../favicon.svg') }", []),
        ('a { background: url("data:image/svg+xml,x") }', []),
        ("a { background: url( /gone.svg ) }", ['it leads to "/gone.svg", where nothing is published']),
        ("a { background: url(https://evil.example/x) }", ['it would load "https://evil.example/x" from another host']),
        ('@import url("//evil.example/x")', ['it would load "//evil.example/x" from another host']),
        ('@import "https://evil.example/x.css";', ['it would load "https://evil.example/x.css" from another host']),
        (
            "a { background: image-set('https://evil.example/x' 1x) }",
            ['it would load "https://evil.example/x" from another host'],
        ),
    ],
)
def test_a_style_sheet_loads_what_is_there_and_nothing_else(css, faults):
    assert faults == faults_of(css, path="theme/site.css")


def test_what_is_no_address_is_a_fault_and_no_crash():
    assert ['"http://[" is no address'] == faults_of('<a href="http://[">x</a>')


def test_other_files_are_not_looked_into():
    assert [] == faults_of('<a href="/nowhere/">x</a>', path="feeds/all/rss.xml")
    assert [] == list(find_faults("theme/x.woff2", b"\xff\x00<a href=", PATHS, ""))


def test_each_fault_is_told_once():
    assert 1 == len(faults_of('<a href="/nowhere/">x</a> <a href="/nowhere/">y</a>'))


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<a",
        '<a href="',
        '<a href="\xff">',
        '<a href="http://[">x</a>',
        "\x00",
        '<a href="%ff">x</a>',
        '<p {a="x">',
        '<p a&b="x" :="y" {}="z">',
    ],
)
def test_no_bytes_are_too_strange(html):
    """
    A proof must not crash over what it is to find.
    """
    faults_of(html)


ADDRESS = st.sampled_from(
    ["/", "/nowhere/", "https://evil.example/x", "gone.png", "/a&amp;b", "&#47;nowhere/", "a > b", ""]
)
FORMS = st.sampled_from(
    [
        "{}", '<a href="{}">', "<a href='{}'>", "<a href={}>", '<A HREF="{}">', '<img alt="{}" src="{}">', "<!-- {}", "-->",
        '<link rel="next" href="{}">', '<link rel="icon" href="{}">', '<p style="background: url({})">', "<style>", "</style>",
        '<p style="&#117;rl({}) url(&quot;{}&quot;)">', '<img srcset="{} 2x,{}">', '<img srcset="/ &#44;{}">', "<", ">", '"',
        '<meta http-equiv="Refresh" content="0; url={}">', '<meta name="x" content="{} &amp;">', "<textarea>", "</textarea>",
        '<script type="a">', "</script>", '<a href="{}" href="{}">', '<use xlink:href="{}"/>', '<svg viewBox="0 0">', "<a hidden",
        'href="{}">', "<![CDATA[", "]]>", "<title>", "</title>", "<form>", "<option>", "<body background='{}'>",
    ]
)  # fmt: skip
LINES = st.lists(
    st.lists(st.builds(lambda form, own: form.replace("{}", own), FORMS, ADDRESS), max_size=4).map("".join)
)


@settings(deadline=None, max_examples=400)
@given(LINES)
def test_lines_that_are_plain_lead_wherever_a_parser_sees_them_lead(lines):
    """
    And more, where a parser takes tags for words; a page that is not plain throughout is parsed.
    """
    found = [plain_addresses(line) for line in lines]

    if None not in found and "".join(lines).strip():
        assert set(html_addresses("\n".join(lines).encode())) <= {own for addresses in found for own in addresses}


@settings(deadline=None)
@given(st.lists(LINES, max_size=3))
def test_lines_that_are_looked_at_together_lead_where_each_leads(pages):
    """
    Whether they were seen on another page or not.
    """
    proof = AddressProof(PATHS, "")

    for lines in pages:
        page = "\n".join(lines)
        found = [plain_addresses(line) for line in page.split("\n")]
        expected = [*find_faults(PAGE, page.encode(), PATHS, "")]
        if None not in found:
            addresses = dict.fromkeys(own for addresses in found for own in addresses)
            expected = [fault for own in addresses for fault in fault_of(*own, PAGE, PATHS, "")]
        assert expected == [*proof(Finished(PAGE, Channel.SITE, (), page.encode()))]


def test_a_line_is_remembered_for_every_page_and_an_address_within_the_folder_is_not():
    proof = AddressProof(PATHS, "")
    pages = ["stories/index.html", "stories/penally/index.html"] * 2

    assert [0, 1, 0, 1] == [
        len([*proof(Finished(path, Channel.SITE, (), b'<a href="penally/">x</a>'))]) for path in pages
    ]
