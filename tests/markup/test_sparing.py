"""
The sparing converter says what Python-Markdown says, byte for byte.
"""

from pathlib import Path
from xml.etree.ElementTree import Comment, Element, ProcessingInstruction, QName, fromstring

import pytest

from plugins.markup.body import BodyRenderer, make_converter
from plugins.markup.converter import stock_converter
from plugins.markup.sparing import tested
from plugins.markup.sparing.blocks import PlainBlocks
from plugins.markup.sparing.converter import spare
from plugins.markup.sparing.inline import NEEDS
from plugins.markup.sparing.prose import PlainProse
from tests.markup.odd_texts import OddTexts
from tests.markup.plain_texts import PlainTexts
from tests.markup.test_body import FIXTURES

CONTENT = Path(__file__).resolve().parents[2] / "content"
PRINTS = [False, True]
SEEDS = range(6)


@pytest.fixture(scope="module", params=PRINTS, ids=["plain", "curly"])
def pair(request):
    return stock_converter(is_curly=request.param), make_converter(request.param)


def assert_same(pair, text):
    """
    By the way that a text goes, and by the longer one.
    """
    stock, prose = pair
    expected = stock.reset().convert(text)
    assert expected == prose.convert(text), text
    assert expected == prose.longer.reset().convert(text), text


def test_shipped_texts_become_the_same_html(pair):
    texts = [path.read_text("utf-8") for path in sorted([*CONTENT.rglob("*.md"), *FIXTURES.glob("*.txt")])]

    assert texts
    for text in texts:
        assert_same(pair, text.partition("\n---\n")[2] or text)


@pytest.mark.parametrize("seed", SEEDS)
def test_odd_texts_become_the_same_html(pair, seed):
    """
    One converter for all of them, so what a text leaves behind would be seen in the next.
    """
    make_text = OddTexts(seed)
    for _ in range(100):
        assert_same(pair, make_text())


@pytest.mark.parametrize("seed", SEEDS)
def test_plain_texts_become_the_same_html(pair, seed):
    make_text = PlainTexts(seed)
    for _ in range(200):
        assert_same(pair, make_text())


def test_plain_texts_are_made_without_a_tree(pair, monkeypatch):
    """
    Otherwise the test before would compare the longer way alone.
    """
    text = "One *word* and [two](record:a).\n\n## More of it\n\n- **a** it's\n- {fact:F-a-001}\n\nEnd.\n"
    expected = pair[0].reset().convert(text)
    monkeypatch.setattr(PlainProse, "longer", None)

    assert expected == pair[1].convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "a\n ", "a\n  \n b", " ", "a\tb", "a \r\nb", "# a", "#a\nb", "#", "#######", "## *a* & b", "## a\n## a\n## a_1", "## it's", "a | b\n- | -", "a\n  # b",
        "٣. a", "a\n٣. b", "a:\n: b", "///", "a\n/// quote | b\nc\n///", "*[a]: b\na", "[a]: b\n[a]", "a [a]\n\n[a]: b", "*a*", "a*b*c", "* a*", "*a *b*", "*a* *",
        "**a**", "**a*", "*a**", "***a***", "**a** *b* **c*", "*a_b*", "*a* _b *c_ d*", "\\*a*", "*a\\*", "*[a*](b)", "**[a](b)**", "*`a`*", "-\x02-", ".\x03..",
        "- a\n\n    b", "- a\n    - *b*", "'a' \"b\" -- ...", "*'a'*", "`'a'` 'b'", "[a](b 'c')", "[a](\"&<>)", "![it's](a)", "<b a='<'>c</b>", "a  \nb", "&copy; a", "[a](b\\_c)", "//// quote | a\n/// chart | b\n///\nc\n////", "- a\n\n    /// quote | a\n    b\n\n    c\n\n    ///", "> /// quote | a\n> b\n\nc\n\n> d\n> ///",
        "*" * 4000 + "a" + "*" * 4000,
        "## a\n\n## a\n\n## A_1", "## a [b](c)", "- a\n\n- b", "- a\n\n\n\n1. b", "-  3. a", "-  + a", "- # a", "-\u2003a", "a\u2003\n\nb", "###### > a", "x'y' z", "'t is", "3. a", "3.a",
        "*a\nb*", "[a\nb](c)", "*a [b](c)*", "[a *b*](c)", "![a](b)", "[a]: b", "*[a]: b", "[a](b):", "a\n[b](c)", "*a*\n*b*", "**a*b**", "*a**b*", "**a***b*", "*a***b**", "{fact:a b}", "{fact: F-a-001}",
    ],
)  # fmt: skip
def test_texts_on_the_border_of_what_is_left_out_become_the_same_html(pair, text):
    assert_same(pair, text)


@pytest.mark.parametrize(
    "tree",
    [
        "<div><p>a</p>*b* 'c'<p>*d*</p></div>", "<div><pre><p>a</p></pre></div>", '<div><p open="open" b="b">a</p></div>', "<div><script>a &lt; b</script></div>",
        "<div><h2 id='a'>A</h2><h2 data-toc-label='b'>*A*</h2><h3>A</h3></div>", "<div><p>a<br/>b<img alt='c'>d</img></p></div>",
    ],
)  # fmt: skip
def test_trees_that_no_text_makes_become_the_same_html(pair, tree):
    """
    What is unusual is left to the stock processors, though no processor of these versions makes it.
    """
    html = []
    for converter in (pair[0], pair[1].longer):
        converter.reset()
        root = fromstring(tree)
        for processor in converter.treeprocessors:
            processor.run(root)
        html.append(converter.serializer(root))

    assert html[0] == html[1]


@pytest.mark.parametrize(
    "element",
    [Comment("a"), ProcessingInstruction("a"), Element(QName("{b}a")), Element("a", {"b": None})],
    ids=["comment", "instruction", "name", "nothing"],
)
def test_elements_that_no_processor_makes_become_the_same_html(pair, element):
    assert pair[0].serializer(element) == pair[1].longer.serializer(element)


def test_bodies_are_made_the_sparing_way():
    """
    An extension that the list of known processors does not name would slow every body down in silence.
    """
    renderer = BodyRenderer()

    for prose in (renderer._plain, renderer._curly):
        assert isinstance(prose.longer.parser.blockprocessors[0], PlainBlocks)
        assert "<p>Words.</p>" == prose._make("Words.")


def test_what_a_pattern_needs_is_told_for_every_pattern():
    curly = stock_converter(is_curly=True)
    names = {
        name
        for patterns in (curly.inlinePatterns, curly.treeprocessors["smarty"].inlinePatterns)
        for name in NEEDS
        if name in patterns
    }

    assert set(NEEDS) == names


def parts_of(converter):
    return [
        type(part).__module__
        for parts in (converter.preprocessors, converter.parser.blockprocessors, converter.treeprocessors, [converter.serializer])
        for part in parts
    ]  # fmt: skip


def is_stock(converter):
    return not any(module.startswith("plugins.markup.sparing") for module in parts_of(converter))


def test_other_versions_stay_as_they_are(monkeypatch):
    assert not is_stock(spare(stock_converter()))

    monkeypatch.setattr(tested, "version", lambda name: "99")

    assert is_stock(spare(stock_converter()))
    prose = make_converter(is_curly=False)
    assert "<p>Words.</p>" == prose.convert("Words.")
    assert "longer" in vars(prose)


@pytest.mark.parametrize(
    "extension", ["footnotes", "attr_list", "nl2br", "admonition", "md_in_html", "fenced_code", "wikilinks"]
)
def test_a_converter_with_an_unknown_processor_stays_as_it_is(extension):
    assert is_stock(spare(stock_converter(extension)))
