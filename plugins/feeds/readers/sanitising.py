"""
What SimplePie leaves of the HTML in a feed.

Known from its source: `SimplePie::$strip_htmltags` and `$strip_attributes`,
and `Sanitize::sanitize` (simplepie/simplepie, src/SimplePie.php and src/Sanitize.php).
WordPress puts its own cleaning (wp_kses_post) in this place; both lose scripts and frames.
"""

from __future__ import annotations

import re

from lxml import etree, html

from plugins.feeds.readers.parsing import absolute

UNWRAPPED = (
    "base", "blink", "body", "doctype", "embed", "font", "form", "frame", "frameset", "html", "iframe", "input",
    "marquee", "meta", "noscript", "object", "param",
)  # fmt: skip
"""These go, and what they hold stays."""

REMOVED = ("script", "style")
"""These go with all they hold."""

LOST_ATTRIBUTES = (
    "bgsound", "class", "expr", "id", "style", "onclick", "onerror", "onfinish", "onmouseover", "onmouseout", "onfocus",
    "onblur", "lowsrc", "dynsrc",
)  # fmt: skip
"""So no meaning may hang on a class."""

ADDRESSES = {
    "a": ("href",), "area": ("href",), "audio": ("src",), "blockquote": ("cite",), "del": ("cite",),
    "img": ("longdesc", "src"), "ins": ("cite",), "q": ("cite",), "source": ("src",), "video": ("poster", "src"),
}  # fmt: skip
"""The attributes that are made whole addresses."""

OUTER = re.compile(r"</?(?:html|body)[^<>]*>", re.IGNORECASE | re.DOTALL)
DIV = re.compile(r"\A<div>|</div>\Z")


def sanitise(markup: str, base: str = "") -> str:
    """
    The HTML that SimplePie hands on: without what may harm, its addresses whole.

    What follows a stray `</div>` is lost, as it is there.
    """
    page = f"<html><body><div>{OUTER.sub('', markup.strip())}</div></body></html>"
    try:
        document = html.document_fromstring(page.encode(), html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.LxmlError, ValueError):
        return ""
    body = document.find("body")
    if body is None or not len(body):
        return ""
    for element in list(body.iter(*REMOVED)):
        element.drop_tree()
    for element in list(body.iter(*UNWRAPPED)):
        if element is not body:
            element.drop_tag()
    for element in body.iter(etree.Element):
        for name in LOST_ATTRIBUTES:
            element.attrib.pop(name, None)
        for name in ADDRESSES.get(element.tag, ()):
            if name in element.attrib:
                element.set(name, absolute(element.get(name), base))
    content = body[0]
    return DIV.sub("", html.tostring(content, encoding="unicode", with_tail=False).strip()).strip()
