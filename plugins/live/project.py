"""
From the files of a project to all that can be shown of it: the one place where the preview meets the build.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.bodies import StateError
from plugins.build.gate import Content, Opened, open_site
from plugins.build.kept import forget
from plugins.build.project import content_of
from plugins.build.running import collect
from plugins.build.software import software_digest
from plugins.consent.reading import read_consents
from plugins.consent.record import ConsentRecord
from plugins.library.library import Library
from plugins.live.rereading import Rereader, is_passing
from plugins.offers import Offer, Proof, offering
from plugins.outputs import Channel, Output
from plugins.problems import Report

SOFTWARE = Path(__file__).resolve().parents[1]
"""The folder of all our plugins."""


@dataclass(frozen=True)
class Edition:
    """
    What one good reading gave. Nothing is made of it before somebody asks.
    """

    library: Library
    outputs: Mapping[str, Output]
    offer: Offer
    report: Report
    software: str = ""
    """The digest of what read it: pages that other software made may look otherwise, whatever their keys say."""
    texts: int = 0
    """How many texts were read for it; the others are as they were."""

    @cached_property
    def proofs(self) -> tuple[Proof, ...]:
        """What looks at finished files. To make it takes a while: it is for after a page was shown."""
        paths = frozenset(self.outputs)
        return tuple(make(self.library, paths) for make in self.offer.proofs)

    @cached_property
    def published(self) -> frozenset[str]:
        """The ids of the texts that are shown because they are published, and not because this is a preview."""
        records = self.library.channel(Channel.SITE).records
        return frozenset(record.id for record in records if record.front.status == "published")

    @cached_property
    def states(self) -> dict[str, str]:
        """Of each page that is shown to its editor alone: why, in a word or two."""
        shelf, today = self.library.channel(Channel.SITE), self.library.build.today
        found = {}
        for record in shelf.records:
            day = record.front.date
            state = record.front.status if record.front.status != "published" else f"waits for {day}"
            if record.front.status != "published" or (day and day > today):
                found[f"{shelf.link(record).value.url.strip('/')}/index.html"] = state
        return found


class Allowances(NamedTuple):
    """What the consent records say at this moment."""

    consents: tuple[ConsentRecord, ...] = ()
    today: date = date.max

    def forbids(self, output: Output, published: frozenset[str]) -> bool:
        """Whether a file carries published words that their person has taken back, or that were never to go there."""
        return any(
            consent.story in output.carries
            and consent.story in published
            and not consent.allows(output.channel, self.today)
            for consent in self.consents
        )


class Project:
    """
    The settings file of a site, and what can be read by it.
    """

    def __init__(self, settings_file: Path, site_url: str) -> None:
        self.settings_file = settings_file.resolve()
        self.site_url = site_url
        self._offer: Offer | None = None
        self._rereader: Rereader | None = None

    def reread(self, edition: Edition, changed: Collection[Path]) -> Edition | None:
        """
        An edition with what stands in some changed files now, where nothing but words of bodies was changed in them;
        then the one before must not be asked any more. None where all must be read again.
        """
        if self._rereader is None or self._offer is None:
            return None
        library = self._rereader.reread(changed, self._settings()["BUILD"].today)
        if library is None:
            return None
        outputs = {output.path: output for output in collect(library, self._offer)}
        texts = sum(not is_passing(path) for path in changed)
        return Edition(library, outputs, self._offer, edition.report, edition.software, texts)

    def read(self, is_anew: bool = False) -> Edition:
        """
        All texts as they stand now; ContentError where any is wrong, SettingsError where the settings or the theme are.

        What features offer is kept from one reading to the next, with templates that are ready to draw, unless all
        `is_anew`.
        """
        # After a reading that fails, the next one is of everything.
        self._rereader = None
        settings = self._settings()
        if self._offer is None or is_anew:
            offer = Offer(settings)
            offering.send(settings, offer=offer)
            self._offer = offer
        content = content_of(settings)
        opened = self._open(content)
        outputs = {output.path: output for output in collect(opened.library, self._offer)}
        self._rereader = Rereader(opened, content.folder.resolve(), content.build.today)
        texts = len(opened.readings.named)
        return Edition(opened.library, outputs, self._offer, opened.report, software_digest(), texts)

    def _open(self, content: Content) -> Opened:
        # Others work beside this process's threads, so that the texts are read by it alone.
        content = replace(content, workers=1)
        try:
            return open_site(content)
        except StateError:
            if content.cache:
                forget(content.cache)
            return open_site(content)

    def allowances(self) -> Allowances:
        """What the consent records say now, whatever else is wrong."""
        content = content_of(self._settings())
        consents, _ = read_consents(content.consents, content.shown)
        return Allowances(tuple(consents.values()), content.build.today)

    def prepare(self) -> None:
        """SettingsError, or whatever else is wrong, where the software or the settings could not be started."""
        content_of(self._settings())

    def _settings(self) -> dict[str, Any]:
        # Read each time, so that the day is today's also after a night.
        from plugins.build.plugin import preview_settings

        return preview_settings(self.settings_file, self.site_url)

    @property
    def root(self) -> Path:
        """The folder that paths are told from."""
        return self.settings_file.parent

    def theme(self) -> Path:
        """The folder of the theme, where the settings can be read; else the one where it usually is."""
        try:
            return Path(self._settings()["THEME"]).resolve()
        except (Exception, SystemExit):
            return self.root / "theme"

    def sources(self) -> list[Path]:
        """The folders of all that shapes the site, where the settings can be read; else those where it usually is."""
        try:
            settings = self._settings()
            content = content_of(settings)
        except (Exception, SystemExit):
            return [path for path in (self.root / "content", self.root / "theme", SOFTWARE) if path.is_dir()]
        return [path for path in folders_of(content, Path(settings["THEME"])) if path.is_dir()]


def folders_of(content: Content, theme: Path) -> list[Path]:
    """The folders from which a site is made, each once and none within another."""
    found = {path.resolve() for path in (content.folder, content.consents, content.facts, theme, SOFTWARE)}
    found.add(content.languages.strings.resolve())
    return sorted(path for path in found if found.isdisjoint(path.parents))
