"""
`make packet`: where a person's words are, for that person: every address, what was agreed to and until when.

It is made from the manifest of the built site, so that it is complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.build.manifest import read_manifest
from plugins.build.neighbours import Neighbours
from plugins.consent.traces import fold, sequences, sequences_of
from plugins.desk.papers import PAPERS, scope_lines, write_paper
from plugins.desk.reached import tell_of_others
from plugins.desk.site import read_settings
from plugins.desk.testimony import Found, find_testimony
from plugins.problems import SettingsError, counted
from plugins.proof.reading import readable

Place = tuple[str, str, bool]
"""The address of a file, its channel, and whether it holds words of the text itself."""


def packet(settings_file: Path, asked: str) -> int:
    """Write the paper, in the language of the text where the site has it."""
    settings = read_settings(settings_file)
    found = find_testimony(settings, asked)
    if not found.records and not found.consent.withdrawn:
        raise SettingsError(f"{found.consent.id} has no text in {found.content.shown}/testimonies")
    if not Neighbours(Path(settings["OUTPUT_PATH"])).manifest.is_file():
        raise SettingsError("the site was not built here yet, so nobody knows where the words are: make html")
    places = places_of(found, settings)
    words = found.gathered.words[language_of(found)]
    consent, today = found.consent, settings["BUILD"].today
    path = write_paper(
        Path(settings["THEME"]),
        found.content.folder.parent / PAPERS,
        "packet.html",
        f"packet-{consent.id.lower()}.html",
        words=words,
        made=words.date(today),
        scopes=[] if consent.withdrawn else scope_lines(consent, words),
        until=words.date(consent.ends_on),
        places=places,
        others=tell_of_others(found.content, consent, list(found.records), words).lines,
    )
    print(f"Wrote {PAPERS}/{path.name}: {counted(len(places), 'place')}. It belongs to the person, and to nobody else.")
    return 0


def language_of(found: Found) -> str:
    """The language of the original, also where only the record is left of it; the site's own where it has no other."""
    withdrawn = found.consent.withdrawn
    languages = [*(record.lang for record in found.records), *(withdrawn.languages if withdrawn else ())]
    return next((lang for lang in languages if lang in found.gathered.words), found.gathered.default_language)


def places_of(found: Found, settings: Mapping[str, Any]) -> list[Place]:
    """Every published file that carries the text, those with its words first."""
    output = Path(settings["OUTPUT_PATH"])
    hers = sequences_of(text for parts in found.words.values() for text in parts.values())
    places = []
    for path, entry in read_manifest(Neighbours(output).manifest).entries.items():
        if found.consent.story in entry.carries:
            address = f"{found.content.site_url}/{path.removesuffix('index.html')}"
            places.append((address, entry.channel, holds_words(output / path, hers)))
    return sorted(places, key=lambda place: (not place[2], place[1] != "site", place[0]))


def holds_words(path: Path, hers: frozenset[str]) -> bool:
    """Whether a file holds any of the words, and not only a title or an address."""
    texts = readable(path.name, path.read_bytes()) if path.is_file() else ()
    return any(sequence in hers for text in texts for sequence in sequences(fold(text)))
