"""
The body of a text for other sites: HTML that needs no style sheet, no script and no page of ours.

Readers' programs take out classes, ids and styles, so nothing is said by them:
labels are words, figures have their periods, a chart is a table.
"""

from __future__ import annotations

from html import escape
from typing import Any

from lxml import etree
from lxml.html import HtmlMixin

from plugins.charts.shown import Phrase, ShownChart
from plugins.charts.views import rows_of
from plugins.languages.words import Words
from plugins.library.facets import FilledFact, FilledQuote, FilledWord
from plugins.syndication.whole import Whole

KEPT: dict[str, frozenset[str]] = {
    name: frozenset(own.split())
    for name, own in {
        "p": "", "h2": "", "h3": "", "h4": "", "ul": "", "ol": "start", "li": "", "dl": "", "dt": "", "dd": "",
        "blockquote": "cite", "q": "cite", "cite": "", "em": "", "strong": "", "b": "", "i": "", "del": "", "ins": "",
        "a": "href hreflang", "br": "", "hr": "", "img": "src alt width height", "figure": "", "figcaption": "",
        "table": "", "caption": "", "thead": "", "tbody": "", "tr": "", "th": "scope colspan rowspan",
        "td": "colspan rowspan", "sup": "", "sub": "", "abbr": "title", "code": "", "pre": "", "bdi": "", "div": "",
        "aside": "",
    }.items()
}  # fmt: skip
"""The elements that other sites show, with their attributes besides lang and dir."""

BARE = KEPT.keys() - {"a"}
"""The elements of which nothing is taken while they have no attributes."""

LABEL = "claim__label"
DROPPED = frozenset({"svg", "script", "style", "template", "button", "input", "footnote-backref"})

PARSER: Any = etree.HTMLParser()
"""Makes plain elements: those of lxml.html ask Python for their class, one by one."""


def plain_body(whole: Whole, words: Words, origin: str) -> Any:
    """
    The body as an lxml `div`: every place filled, every address absolute, nothing that other sites would take out.
    """
    root = parsed(fill(whole, words, origin))
    for element in list(root.iterdescendants()):
        if element.getparent() is not None:
            clean(element, origin)
    return root


def parsed(source: str) -> Any:
    """HTML as the content of one `div`."""
    root = etree.fromstring(f"<html><body>{source}</body></html>", PARSER)[0]
    root.tag = "div"
    return root


def fill(whole: Whole, words: Words, origin: str) -> str:
    """The pieces of a body with its places filled as other sites can show them."""
    pieces = [whole.parts[0]]
    for place, part in zip(whole.places, whole.parts[1:], strict=True):
        if isinstance(place, FilledQuote):
            pieces.append(quote_of(place, origin))
        elif isinstance(place, FilledFact):
            period = f" ({escape(place.period)})" if place.period else ""
            pieces.append(f"{escape(place.text)}{period}<sup>[{words.number(place.source)}]</sup>")
        elif isinstance(place, ShownChart):
            pieces.append(table_of(place, words))
        elif isinstance(place, FilledWord):
            pieces.append(escape(place.words))
        elif place and place.link:
            pieces.append(f'<a href="{escape(place.link.url)}">{place.words}</a>')
        elif place:
            pieces.append(place.words)
        pieces.append(part)
    return "".join(pieces)


def quote_of(quote: FilledQuote, origin: str) -> str:
    """Words of a testimony with who said them and where they stand whole."""
    link = quote.link
    return (
        f'<blockquote lang="{link.tag}" dir="{link.dir}">{quote.words}</blockquote>'
        f'<p>{escape(quote.name)}, <cite><a href="{escape(origin + link.url)}">{escape(link.title)}</a></cite></p>'
    )


def table_of(chart: ShownChart, words: Words) -> str:
    """The figures of a chart as a table, with their time and their sources."""
    rows, headers = rows_of(chart), [series.name or chart.unit for series in chart.series]
    head = "".join(f'<th scope="col">{phrase(own)}</th>' for own in headers)
    cells = (("".join(f"<td>{escape(value)}</td>" for value in row.figures), phrase(row.label)) for row in rows)
    body = "".join(f'<tr><th scope="row">{label}</th>{figures}</tr>' for figures, label in cells)
    sources = "; ".join(
        f'{escape(own.publisher)}: <a href="{escape(own.address)}">{escape(own.title)}</a>' for own in chart.sources
    )
    return (
        f"<table><caption>{phrase(chart.title)} ({phrase(chart.unit)})</caption>"
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"<p>{escape(words('chart.period'))}: {phrase(chart.period)}. {escape(words('chart.source'))}: {sources}</p>"
    )


def phrase(own: Phrase) -> str:
    """Words with their language, where it is not that of the text."""
    return f'<bdi lang="{own.tag}">{escape(own.text)}</bdi>' if own.tag else escape(own.text)


def clean(element: Any, origin: str) -> None:
    """Make one element what other sites show: known, with known attributes, or only its words."""
    if element.tag in BARE and not element.keys():
        return
    classes = (element.get("class") or "").split()
    if not isinstance(element.tag, str) or DROPPED.intersection((element.tag, *classes)):
        HtmlMixin.drop_tree(element)
        return
    if LABEL in classes:
        emphasise(element)
    href = element.get("href", "")
    if element.tag not in KEPT or (element.tag == "a" and (not href or href.startswith("#"))):
        HtmlMixin.drop_tag(element)
        return
    for name in list(element.attrib):
        if name not in KEPT[element.tag] and name not in ("lang", "dir"):
            del element.attrib[name]
    for name in ("href", "src"):
        if element.get(name, "").startswith("/"):
            element.set(name, origin + element.get(name))


def emphasise(element: Any) -> None:
    """A label is bold, so that it is one without our style sheet."""
    if element.tag == "span":
        element.tag = "strong"
        return
    strong = etree.Element("strong")
    strong.text, element.text = element.text, None
    strong.extend(list(element))
    element.append(strong)


def html_of(root: Any) -> str:
    """What stands in an element, as HTML."""
    drawn: str = etree.tostring(root, method="html", encoding="unicode", with_tail=False)
    return drawn[drawn.index(">") + 1 : drawn.rindex("<")].strip()
