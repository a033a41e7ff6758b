"""
Which processors of a converter give place to sparing ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from markdown import Markdown

from plugins.markup.sparing.blocks import BLOCKS, PlainBlocks, SparingHtml, SparingWhitespace
from plugins.markup.sparing.inline import NEEDS, SparingInline
from plugins.markup.sparing.tree import SparingHeadings, SparingPrettify, SparingSerializer, SparingUnescape

KNOWN: Mapping[str, Iterable[str]] = MappingProxyType(
    {
        "preprocessors": ("normalize_whitespace", "html_block"),
        "blocks": BLOCKS,
        "inline": NEEDS,
        "smarty": NEEDS,
        "treeprocessors": ("inline", "blocks_on_inline_end", "prettify", "abbr", "smarty", "toc", "unescape"),
        "postprocessors": ("raw_html", "amp_substitute"),
    }
)
"""The names of all processors that were thought of, by where they are registered."""


def is_known(md: Markdown) -> bool:
    """Whether a converter has no processor or option that was not thought of here."""
    tree: Any = md.treeprocessors
    registries: dict[str, Any] = {
        "preprocessors": md.preprocessors,
        "blocks": md.parser.blockprocessors,
        "inline": md.inlinePatterns,
        "treeprocessors": tree,
        "postprocessors": md.postprocessors,
    }
    if "smarty" in tree:
        registries["smarty"] = tree["smarty"].inlinePatterns
    toc = tree["toc"]
    if toc.marker or toc.use_anchors or toc.use_permalinks or md.tab_length != 4:
        return False
    return all(
        len(registry) == sum(name in registry for name in KNOWN[where]) for where, registry in registries.items()
    )


def assemble(md: Markdown) -> None:
    """Put the sparing processors in the places of the stock ones."""
    tree: Any = md.treeprocessors
    toc = tree["toc"]
    md.preprocessors.register(SparingWhitespace(md), "normalize_whitespace", 30)
    md.preprocessors.register(SparingHtml(md), "html_block", 20)
    md.parser.blockprocessors.register(PlainBlocks(md.parser), "plain", 1000)
    tree.register(SparingInline(md, md.inlinePatterns), "inline", 20)
    tree.register(SparingPrettify(md), "prettify", 10)
    if "smarty" in tree:
        tree.register(SparingInline(md, tree["smarty"].inlinePatterns), "smarty", 6)
    tree.register(SparingHeadings(md, toc), "toc", 5)
    tree.register(SparingUnescape(md), "unescape", 0)
    md.serializer = SparingSerializer(md.serializer)
