"""
The page on which people choose what to show on their own site, look at it and copy one snippet.

Without script it shows a snippet that works as it is; with it, the snippet follows what is chosen.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha384
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from plugins.embeds.places import COMPONENT, ROOT, WITHDRAWALS_PLUGIN
from plugins.library.facets import Full
from plugins.library.library import Library
from plugins.library.membership import ALL
from plugins.library.series import all_series
from plugins.outputs import Channel, Facet, Output, fingerprint, verbatim
from plugins.pages.cards import fill_body
from plugins.pages.maker import PageMaker
from plugins.pages.surroundings import Surroundings, make_frame
from plugins.pages.view_parts import Frame
from plugins.records.record import Record

BUILDER = "builder.js"


class Choice(NamedTuple):
    """Something that can be shown: `name` is that of a series, or `text/<id>`."""

    name: str
    title: str
    lang: str
    dir: str


class ChoiceGroup(NamedTuple):
    """Choices of one kind."""

    heading: str
    choices: tuple[Choice, ...]


class Snippets(NamedTuple):
    """What the snippets are made of, for the script: addresses and the hash of the element's script."""

    root: str
    """The absolute address of the site, with a closing slash."""
    script: str
    """Where the element's script is, below the root."""
    integrity: str
    has_feeds: bool
    """Whether there are feeds that the element could read."""

    def frame(self, name: str, title: str) -> str:
        """
        The snippet of a frame that shows three, higher on a phone; in a division, since themes of WordPress keep one in
        the column of the words and leave a frame alone.
        """
        return (
            f'<div><iframe src="{self.root}{ROOT}{name}/#auto-3" title="{title}" loading="lazy" '
            'sandbox="allow-popups allow-popups-to-escape-sandbox" width="100%" height="645" '
            'style="display:block;border:0;height:clamp(645px,1362px - 99vw,990px)"></iframe></div>'
        )


class BuilderView(NamedTuple):
    """The page (template embed_builder.html)."""

    frame: Frame
    title: str
    summary: str
    lang: str
    dir: str
    body: Markup
    groups: tuple[ChoiceGroup, ...]
    snippets: Snippets
    script: str
    """The address of the page's own script."""
    plugin: str
    """The address of the plugin for WordPress."""


def make_builder(
    around: Surroundings, full: Full, groups: tuple[ChoiceGroup, ...], snippets: Snippets, script: str, plugin: str
) -> BuilderView:
    """The view of the page."""
    front, link = full.front, full.card.link
    return BuilderView(
        frame=make_frame(
            around, title=front.title, description=front.summary, url=link.url, translations=full.translations
        ),
        title=front.title,
        summary=front.summary,
        lang=link.tag,
        dir=link.dir,
        body=fill_body(full, around.words, is_numbered=False),
        groups=groups,
        snippets=snippets,
        script=script,
        plugin=plugin,
    )


def script_output(maker: PageMaker) -> Output:
    """The page's own script; its path changes with its bytes."""
    content = maker.theme.script(BUILDER)
    return verbatim(f"{ROOT}builder.{fingerprint(content)[:10]}.js", content)


def integrity_of(content: bytes) -> str:
    """The hash by which a browser knows that a script is the one that was meant (Subresource Integrity)."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"


def builder_page(maker: PageMaker, record: Record, has_feeds: bool) -> Output:
    """The page as an Output."""
    around = maker.surrounder
    integrity = integrity_of(maker.theme.script(COMPONENT))
    snippets = Snippets(f"{around.origin}{around.base}/", ROOT + COMPONENT, integrity, has_feeds)
    groups, shown = groups_of(maker, record.lang)
    facets = (
        around.facet(record.lang),
        maker.shelf.full(record),
        Facet.of(groups),
        Facet.of(snippets),
        Facet.of(f"{around.base}/{script_output(maker).path}"),
        Facet.of(f"{around.base}/{WITHDRAWALS_PLUGIN}"),
    )
    carries = [record, *maker.shelf.mentions(record), *shown]
    return maker.output(maker.shelf.link(record).value.url, "embed_builder.html", make_builder, facets, carries)


def groups_of(maker: PageMaker, lang: str) -> tuple[tuple[ChoiceGroup, ...], list[Record]]:
    """Everything that can be shown, with the texts that the choices are named after."""
    library: Library = maker.library
    words = library.words[lang]
    shelf = library.channel(Channel.EMBED)
    held = shelf.by_series.keys()
    groups, named = [], set()
    for kind, own in groupby(all_series(library, maker.settings.site_name), key=lambda one: one.kind):
        choices = [one for one in own if one.name in held]
        named |= {name for one in choices for name in one.carries}
        languages = [library.words[one.lang].language for one in choices]
        rows = tuple(
            Choice(one.name, words("feeds.all") if one.name == ALL else one.title, language.tag, language.direction)
            for one, language in zip(choices, languages, strict=True)
        )
        if rows:
            groups.append(ChoiceGroup(words(f"feeds.{kind}"), rows))
    return tuple(groups), [record for record in maker.shelf.records if record.id in named]
