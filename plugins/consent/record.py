"""
The consent record: who may be named how, on which channels, from when until when.

It holds only what may be public. Age, claim, contact and the signed form stay
outside the repository for ever.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, model_validator

from plugins.outputs import Channel
from plugins.records.fields import ConsentId, IsoDate, Line, Listed, RecordId, Slug, Yes, choice, refusal
from plugins.records.front import Part

NEEDS_SITE = frozenset({Channel.FEED, Channel.EMBED, Channel.REPUBLISH, Channel.CARD, Channel.SEARCH})
"""Channels that reach further than the site, and so are closed wherever the site is."""


class Scopes(Part):
    """One yes or no for each channel. None implies another, and what is not said is no."""

    site: Yes = Field(False, description="On this site")
    feed: Yes = Field(False, description="In feeds, which other sites and readers keep")
    embed: Yes = Field(False, description="On the sites of local groups, always drawn from here")
    republish: Yes = Field(False, description="The full text on other sites")
    card: Yes = Field(False, description="On share cards in social media")
    search: Yes = Field(False, description="In the search of this site")
    print: Yes = Field(False, description="On paper")
    audio: Yes = Field(False, description="The recording of their own voice")
    translate: Annotated[tuple[Slug, ...], Listed] = Field((), description="The languages it may be translated into")
    archive: Yes = Field(False, description="In archives")
    ai: Yes = Field(False, description="For the training of language models (a request to others, not a lock)")


class Approval(Part):
    """The yes to the exact words: their fingerprint and the day."""

    fingerprint: Line = Field(description="The fingerprint of the approved words")
    date: IsoDate = Field(description="The day of the yes")


class ChecksPassed(Part):
    """That the questions asked before publication were answered, on which day and by which role."""

    date: IsoDate = Field(description="The day")
    role: Line = Field(description="The role of the person who asked, never a name")


class ConsentRecord(Part):
    """The public part of what one person agreed to for one text."""

    id: ConsentId = Field(description="Its id, as in the testimony")
    story: RecordId = Field(description="The id of the testimony it is for")
    public_name: dict[Slug, Line] | Line = Field(
        description="The only name that is ever printed, or one for each language"
    )
    name_kind: Annotated[str, choice("real", "first", "pseudonym", "none")] = Field(
        description="real, first, pseudonym, or none where a description stands for the name"
    )
    scopes: Scopes = Field(description="The channels, each with yes or no")
    released_on: IsoDate = Field(description="The day on which the person released the finished words")
    expires_on: IsoDate = Field(description="The last day of the consent")
    status: Annotated[str, choice("live", "paused", "withdrawn")] = Field(description="live, paused or withdrawn")
    checks_passed: ChecksPassed = Field(description="When and by which role the questions were asked")
    approval: Approval | None = Field(None, description="The fingerprint of the approved words")

    @model_validator(mode="after")
    def _in_order(self) -> ConsentRecord:
        if self.expires_on < self.released_on:
            raise refusal("the consent ends before it begins", "Look at released_on and expires_on again.")
        return self

    def is_live(self, today: date) -> bool:
        """Whether it counts on a day: released, not expired (the last day included), not paused or withdrawn."""
        return self.status == "live" and self.released_on <= today <= self.expires_on

    def allows(self, channel: Channel, today: date) -> bool:
        """Whether the words may go out on a channel on a day."""
        if not self.is_live(today) or (channel in NEEDS_SITE and not self.scopes.site):
            return False
        return bool(getattr(self.scopes, channel))

    def allows_language(self, lang: str) -> bool:
        """Whether the words may be translated into a language."""
        return lang in self.scopes.translate

    def name_in(self, lang: str) -> str | None:
        """The name to print in a language; None where the record has none for it."""
        names: Any = self.public_name
        return names if isinstance(names, str) else names.get(lang)
