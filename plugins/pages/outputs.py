"""
Every page of the site as an Output: which facets it is made of, and by which template.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.outputs import Output
from plugins.pages.front_outputs import gone_output, home_output, not_found_output, notice_outputs, path_output
from plugins.pages.list_outputs import term_outputs, type_outputs
from plugins.pages.maker import PageMaker
from plugins.pages.text_outputs import redirect_outputs, text_output

BY_LAYOUT = {"home": home_output, "path": path_output}
"""What makes pages that are more than their text."""


def make_outputs(maker: PageMaker) -> Iterator[Output]:
    """The Outputs of all pages and of the theme's files."""
    shelf = maker.shelf
    yield maker.theme.stylesheet
    yield maker.theme.tools
    yield from maker.theme.static()
    for record in (*shelf.records, *shelf.unlisted):
        layout = record.own("layout", "") if record.type == "page" else ""
        gather = BY_LAYOUT.get(layout) or maker.layouts.get(layout) or text_output
        yield maker.later(shelf.url(record), gather, record)
    for record in shelf.moved:
        yield from redirect_outputs(maker, record)
    for type_name, lang in shelf.types:
        if type_name != "page":
            yield from type_outputs(maker, type_name, lang)
    yield from term_outputs(maker, "topic", shelf.by_topic)
    yield from term_outputs(maker, "place", shelf.by_place)
    if maker.library.facts.facts:
        from plugins.pages.fact_outputs import fact_outputs

        yield from fact_outputs(maker)
    yield from notice_outputs(maker)
    for name, output in (("404", not_found_output), ("410", gone_output)):
        yield maker.later(f"{maker.surrounder.base}/{name}.html", output, shows_bodies=False)
