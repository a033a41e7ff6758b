"""
Recordings, transcripts, the podcast feed and its picture as Outputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from plugins.feeds.entries import EntryFacet, FeedSite
from plugins.feeds.gathering import Gathering
from plugins.feeds.heads import FILES, ROOT, make_feed
from plugins.feeds.outputs import head_of, site_of
from plugins.feeds.rendering import FeedRenderer
from plugins.feeds.settings import Feeds
from plugins.library.library import Library
from plugins.library.membership import AUDIO
from plugins.library.series import Series
from plugins.library.sounds import FOLDER, Heard, heard_of, path_of, transcript_path
from plugins.media.sounds import Sound, write_cues
from plugins.once import once
from plugins.outputs import Channel, Facet, Output, fingerprint, same, verbatim
from plugins.problems import ContentError, Problem, Report
from plugins.quilt.outputs import icon_output
from plugins.records.record import Record
from plugins.syndication.audio import SharedAudio

ARTWORK = f"{FOLDER}artwork.png"
ARTWORK_SIDE = 1400
"""Pixels: the least that podcast directories take."""


@dataclass(frozen=True, slots=True)
class SoundRenderer:
    """Gives the bytes of a recording, which were checked when it was read."""

    digest: str = "sound"

    def __call__(self, view: Sound) -> bytes:
        """The bytes. ContentError where they are no longer those that were checked."""
        content = view.path.read_bytes()
        if fingerprint(content) != view.digest:
            what = "it was changed while the site was built"
            raise ContentError(Report([Problem(f"audio/{view.path.name}", 1, 1, what, "Build it again.")]))
        return content


def sound_outputs(library: Library) -> Iterator[Output]:
    """The recording and the transcript of each text that may be heard."""
    for record in library.channel(Channel.AUDIO).records:
        sound = library.sound(record)
        if sound:
            facet = Facet(sound, fingerprint(sound.name, sound.digest))
            carries = (record.id,)
            yield Output(path_of(record, sound), Channel.AUDIO, (facet,), same, SoundRenderer(), carries)
            words = verbatim(transcript_path(record), write_cues(sound.cues), Channel.AUDIO)
            yield words.carrying(carries)


def feed_outputs(library: Library, settings: Feeds, site_name: str, with_pictures: bool = True) -> Iterator[Output]:
    """The feed of everything that may be heard, in each format, and its picture."""
    gathered = once(partial(gather_feeds, library, settings, site_name, with_pictures))

    def gather(name: str) -> Output:
        return gathered()[name]

    for name, file in FILES.items():
        yield Output.later(f"{ROOT}{AUDIO}/{file}", partial(gather, name))
    yield icon_output(ARTWORK, ARTWORK_SIDE)


def gather_feeds(library: Library, settings: Feeds, site_name: str, with_pictures: bool) -> dict[str, Output]:
    """The feed of everything that may be heard, by format."""
    site = site_of(library, settings, site_name)
    words = library.words[library.default_language]
    gathering = Gathering(library, Channel.FEED, with_pictures)
    heard = [(record, sound) for record in gathering.by_series.get(AUDIO, []) if (sound := library.sound(record))][
        : settings.limit
    ]
    series = Series(AUDIO, words("feeds.audio"), library.default_language)
    head = head_of(series, library, settings, site)._replace(artwork=f"{site.root}/{ARTWORK}")
    left = departures(library)
    facets = (
        Facet.of(head),
        Facet.of(tuple(library.words[code] for code in sorted(library.words))),
        Facet.of_all(entry_facet(gathering, record, sound, site) for record, sound in heard),
        Facet.of(tuple(own for own in left if own.is_notice(library.build.today))),
        Facet.of(tuple(own for own in left if not own.is_notice(library.build.today))),
        Facet.of(()),
    )
    carries = gathering.carried([record for record, _ in heard])
    return {
        name: Output(f"{ROOT}{AUDIO}/{file}", Channel.AUDIO, facets, make_feed, FeedRenderer(name), carries)
        for name, file in FILES.items()
    }


def departures(library: Library) -> list:  # type: ignore[type-arg]
    """What can be heard no more, or may stand in feeds no more."""
    found = {
        (own.id, own.lang): own
        for channel in (Channel.FEED, Channel.AUDIO)
        for own in library.departures(channel)
        if AUDIO in own.series and own.lang in library.words
    }
    return [found[key] for key in sorted(found)]


def entry_facet(gathering: Gathering, record: Record, sound: Sound, site: FeedSite) -> Facet[EntryFacet]:
    """The entry of a text, with its recording."""
    facet, heard = gathering.facet(record), heard_of(sound, record, site.base)
    audio = shared(heard, site, facet.value.card.link.url)
    digest = fingerprint("heard", facet.digest, repr(audio), heard.voice_of)
    words = gathering.library.words[record.lang]
    return Facet(replace(facet.value, digest=digest, audio=audio, audio_note=words(f"audio.{heard.voice}")), digest)


def shared(heard: Heard, site: FeedSite, page: str) -> SharedAudio:
    """A recording for programs elsewhere."""
    transcripts = ((site.origin + heard.transcript, "text/vtt"), (f"{site.origin}{page}#transcript", "text/html"))
    return SharedAudio(site.origin + heard.url, heard.type, heard.size, heard.seconds, transcripts)
