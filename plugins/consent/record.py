"""
The consent record: who may be named how, on which channels, from when until when.

It holds only what may be public. Age, claim, contact and the signed form stay
outside the repository for ever.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any

from plugins.outputs import Channel
from plugins.problems import did_you_mean
from plugins.records.fields import (
    ConsentId,
    IsoDate,
    Line,
    Listed,
    RecordId,
    Series,
    SiteAddress,
    Slug,
    Yes,
    choice,
    refusal,
)
from plugins.records.part import Field, Part

NEEDS_SITE = frozenset({Channel.FEED, Channel.EMBED, Channel.REPUBLISH, Channel.CARD, Channel.SEARCH})
"""Channels that reach further than the site: closed wherever the site is, and wherever a text is on no list."""

TRANSLATE = "translate-"
"""How a language that was taken back is written: translate-cy."""

MONTHS = 24
"""How long a consent counts where the record names no last day (CON003)."""


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

    fingerprint: dict[Slug, Line] = Field(description="The fingerprint of the approved words in each language")
    date: IsoDate = Field(description="The day of the yes")


class ChecksPassed(Part):
    """That the questions asked before publication were answered, on which day and by which role."""

    date: IsoDate = Field(description="The day")
    role: Line = Field(description="The role of the person who asked, never a name")


class Withdrawal(Part):
    """What is left of a text that was withdrawn: nothing that tells of the person or the words."""

    on: IsoDate = Field(description="The day on which it was withdrawn")
    mode: Annotated[str, choice("gone", "vanish")] = Field(
        description="gone (a neutral notice at its address) or vanish (nothing at all)"
    )
    published: IsoDate | None = Field(None, description="The day on which it was first published")
    languages: Annotated[tuple[Slug, ...], Listed] = Field((), description="The languages it stood in, original first")
    addresses: Annotated[tuple[SiteAddress, ...], Listed] = Field(
        (), description="Where it stood; none where the address itself would tell"
    )
    series: Annotated[tuple[Series, ...], Listed] = Field(
        (), description="The feeds it stood in, such as topic/work: they tell programs to forget it"
    )


class ConsentRecord(Part):
    """The public part of what one person agreed to for one text."""

    id: ConsentId = Field(description="Its id, as in the testimony")
    story: RecordId = Field(description="The id of the testimony it is for")
    public_name: dict[Slug, Line] | Line | None = Field(
        description="The only name that is ever printed, or one for each language"
    )
    name_kind: Annotated[str, choice("real", "first", "pseudonym", "none")] = Field(
        description="real, first, pseudonym, or none where a description stands for the name"
    )
    scopes: Scopes = Field(description="The channels, each with yes or no")
    released_on: IsoDate = Field(description="The day on which the person released the finished words")
    expires_on: IsoDate | None = Field(
        None, description=f"The last day of the consent; {MONTHS} months after its release where none is given"
    )
    status: Annotated[str, choice("live", "paused", "withdrawn")] = Field(description="live, paused or withdrawn")
    checks_passed: ChecksPassed | None = Field(description="When and by which role the questions were asked")
    approval: Approval | None = Field(None, description="The fingerprint of the approved words; make approve writes it")
    paused_on: IsoDate | None = Field(None, description="Where it is paused: since which day")
    delisted_on: IsoDate | None = Field(
        None, description="Where the text keeps its address and leaves every list and feed: since which day"
    )
    taken_back: dict[Line, IsoDate] = Field(
        {}, description="Scopes that were taken back, each with the day: {feed: 2026-11-20, translate-cy: 2026-11-20}"
    )
    withdrawn: Withdrawal | None = Field(None, description="What is left after a withdrawal; make withdraw writes it")

    def check_together(self) -> None:
        """Refuse days, states and scopes that do not go together."""
        if self.ends_on < self.released_on:
            raise refusal("the consent ends before it begins", "Look at released_on and expires_on again.")
        if self.withdrawn and self.status != "withdrawn":
            raise refusal(
                "withdrawn stands in a record of another status", "To withdraw: make withdraw ID=… MODE=gone."
            )
        if (self.status == "paused") != (self.paused_on is not None):
            raise refusal(
                "status and paused_on disagree", "Only a paused record has the day in paused_on: it needs one."
            )
        self._check_taken_back()

    def _check_taken_back(self) -> None:
        for name in self.taken_back:
            if name not in Scopes.model_fields and not name.startswith(TRANSLATE):
                raise refusal(f'taken_back: "{name}" is no scope', did_you_mean(name, Scopes.model_fields))
            if getattr(self.scopes, name, False) or name.removeprefix(TRANSLATE) in self.scopes.translate:
                raise refusal(f'taken_back: "{name}" is still allowed in scopes', "Say no to it there.")

    @property
    def ends_on(self) -> date:
        """The last day of the consent."""
        return self.expires_on or months_after(self.released_on, MONTHS)

    def state_on(self, today: date) -> str:
        """live, paused, withdrawn, unreleased or expired (the last day still counts)."""
        if self.status != "live":
            return self.status
        if today < self.released_on:
            return "unreleased"
        return "live" if today <= self.ends_on else "expired"

    def is_live(self, today: date) -> bool:
        """Whether it counts on a day."""
        return self.state_on(today) == "live"

    def is_approved(self, lang: str) -> bool:
        """Whether the person has said yes to the words in a language."""
        return self.approval is not None and lang in self.approval.fingerprint

    def is_listed(self, today: date) -> bool:
        """Whether lists, searches and feeds may name the text; if not, it only keeps its address."""
        return self.delisted_on is None or today < self.delisted_on

    def allows(self, channel: Channel, today: date) -> bool:
        """Whether the words may go out on a channel on a day."""
        if not self.is_live(today):
            return False
        if channel in NEEDS_SITE and not (self.scopes.site and self.is_listed(today)):
            return False
        return bool(getattr(self.scopes, channel))

    def allows_language(self, lang: str) -> bool:
        """Whether the words may be translated into a language."""
        return lang in self.scopes.translate

    def left_on(self, channel: Channel) -> date | None:
        """
        The first day on which the words are on a channel no more; None where they never were on it.

        Withdrawn, paused, expired, taken back: it is all one, and told by the record's dates alone.
        """
        needed = [channel, Channel.SITE] if channel in NEEDS_SITE else [channel]
        if not all(getattr(self.scopes, name) or name in self.taken_back for name in needed):
            return None
        days = [self.ends_on + timedelta(days=1), self.paused_on, *(self.taken_back.get(name) for name in needed)]
        if channel in NEEDS_SITE:
            days.append(self.delisted_on)
        if self.status == "withdrawn":
            days.append(self.withdrawn.on if self.withdrawn else self.released_on)
        first = min((day for day in days if day), default=None)
        return first if first and first > self.released_on else None

    def language_left_on(self, lang: str) -> date | None:
        """The day on which the yes to a translation was taken back."""
        return self.taken_back.get(TRANSLATE + lang)

    def name_in(self, lang: str) -> str | None:
        """The name to print in a language; None where the record has none for it."""
        names: Any = self.public_name
        return names if isinstance(names, str) or names is None else names.get(lang)


class WithdrawnRecord(ConsentRecord):
    """What stays of a consent record after a withdrawal: the name and all that was asked are gone."""

    public_name: dict[Slug, Line] | Line | None = Field(None, description="Nothing: it is gone")
    name_kind: Annotated[str, choice("none")] = Field("none", description="none")
    checks_passed: ChecksPassed | None = Field(None, description="Nothing: it is gone")
    withdrawn: Withdrawal | None = Field(description="What is left; make withdraw writes it")


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
