"""
What must be true of the recordings that texts name.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.library.texts import Texts
from plugins.problems import Problem, did_you_mean


def check_sounds(texts: Texts) -> Iterator[Problem]:
    """A recording that a text names is there, and the text says whose voice it is (AUD001)."""
    sounds = texts.gathered.sounds
    for record in texts.originals:
        name = record.own("audio")
        if name is None:
            continue
        if name not in sounds:
            what = f'there is no recording "{name}" in content/audio'
            yield record.problem(("audio",), what, did_you_mean(name, sounds))
        if record.front.voice_of is None:
            what = "nobody knows whose voice this is"
            yield record.problem(("audio",), what, "Add voice_of: own, spoken by another, or synthesised.")


SOUND_RULES = (check_sounds,)
