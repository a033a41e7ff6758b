"""
Python-Markdown with all that a body may use.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from plugins.markup.blocks import ChartExtension, ClaimExtension, FactExtension, QuoteExtension
from plugins.markup.headings import heading_id


def stock_converter(*more: Extension | str, is_curly: bool = False) -> Markdown:
    """
    Python-Markdown with all extensions that a body may use, and more. By their names it would look for them among
    all that is installed.
    """
    toc = TocExtension(slugify=heading_id, marker="", permalink=False)
    stock = (TableExtension(), SaneListExtension(), toc, AbbrExtension(), DefListExtension())
    own = (QuoteExtension(), ClaimExtension(), ChartExtension(), FactExtension())
    curly = (SmartyExtension(),) if is_curly else ()
    return Markdown(extensions=[*stock, *own, *curly, *more], output_format="html")
