"""
The fields of facts and of their sources.

Both are data in content/facts, so that a figure stands in one place only, and
every text that states it can show its period, its source and its age.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from plugins.facts.figures import plain_claim, values_of
from plugins.problems import counted
from plugins.records.fields import ISO_DATE, Address, IsoDate, Line, Listed, SourceId, choice, refusal
from plugins.records.part import AfterValidator, Field, Part

STALE: dict[str, str] = {
    "unannounced": "law and rules, which change without notice",
    "rates": "the rates of support, reviewed about once a year",
    "quarterly": "Home Office and tribunal statistics, every three months",
    "half-yearly": "migration statistics of the ONS, in May and November",
    "april": "rates that change every April",
    "june": "UNHCR Global Trends, every June",
    "autumn": "what is announced every autumn",
    "yearly": "all else that is to be read again once a year",
    "stable": "law in force and history",
    "old": "what has no newer figure: always given with its year, and an estimate with its author",
}
"""When a fact goes stale: the words for it, and what each is for."""

PLACES = (
    "UK", "England", "Wales", "Scotland", "Northern Ireland", "England and Wales", "England and Scotland",
    "Europe", "World",
)  # fmt: skip
"""Where a fact holds, as it is printed."""


def _real_day(text: str) -> str:
    if ISO_DATE.match(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            raise refusal(f"there is no day {text}", "Look at the month and the day again.") from None
    return text


class Fact(Part):
    """One statement of fact, with the period, place and source without which it must not be printed."""

    claim: Line = Field(description="The fact in our own words, one sentence, its figures in braces: {41%} of people")
    units: Annotated[tuple[Line, ...], Listed] = Field(
        (), description='What each figure counts, in their order: people, "%", "£ a week"'
    )
    period: Line | None = Field(None, description="The time for which it holds, printed beside the figure")
    geography: Annotated[str, choice(*PLACES)] = Field(description=f"Where it holds: {', '.join(PLACES)}")
    source: SourceId = Field(description="The source to cite, by its id in sources.yml")
    read_in: Annotated[tuple[SourceId, ...], Listed] = Field(
        (), description="The sources in which it was read, wholly or in part, by their ids"
    )
    status: Annotated[str, choice("verified", "recalled")] = Field(
        description="verified (it was read) or recalled (known, not read: no headline may rest on it)"
    )
    kind: Annotated[str, choice("official", "extract", "secondary")] | None = Field(
        None, description="If verified, the best page read: official, extract (of official data) or secondary"
    )
    check_at: Address | None = Field(None, description="If recalled, the address at which it can be checked")
    stale: Annotated[str, choice(*STALE)] = Field(description=f"When it goes stale: {', '.join(STALE)}")
    review_by: IsoDate = Field(description="The day by which someone must check it again")
    checked: IsoDate | None = Field(None, description="When it was last checked, if that was after it was first read")
    note: Line | None = Field(None, description="What a writer must know before using it; never printed")

    def check_together(self) -> None:
        """Refuse figures without units, and what is known in a way that does not fit."""
        self._check_units()
        self._check_how_it_is_known()

    def _check_units(self) -> None:
        marked = len(values_of(self.claim))
        if set(plain_claim(self.claim)) & set("{}"):
            raise refusal("a brace in the claim has no partner", "Put each figure between { and }, and nothing else.")
        if marked != len(self.units):
            raise refusal(
                f"the claim has {counted(marked, 'figure')} in braces, and {counted(len(self.units), 'unit')} below it",
                "Give one unit for each figure, in their order.",
            )
        if any(";" in value for value in values_of(self.claim)):
            raise refusal("a figure holds a semicolon", "Mark two figures, each in braces of its own.")

    def _check_how_it_is_known(self) -> None:
        verified = self.status == "verified"
        if verified and not (self.read_in and self.kind):
            raise refusal("it is verified, but not by what", "Add read_in and kind, or make it recalled with check_at.")
        if verified and self.check_at:
            raise refusal("it is verified and has check_at", "Remove check_at, or make it recalled.")
        if not verified and not self.check_at:
            raise refusal(
                "it is recalled, but not where to check it", "Add check_at, or make it verified with read_in and kind."
            )
        if not verified and self.kind:
            raise refusal("it is recalled and has kind", "Remove kind, or make it verified.")

    @property
    def plain(self) -> str:
        """The claim as a reader reads it."""
        return plain_claim(self.claim)


class Source(Part):
    """A page on which facts rest."""

    publisher: Line = Field(description="Who published it")
    title: Line = Field(description="Its title")
    address: Address = Field(description="Its address")
    date: Annotated[Line, AfterValidator(_real_day)] = Field(
        description="When it was published, as it says itself: 2026-02-26, 2025, live, undated"
    )
    accessed: IsoDate | None = Field(None, description="If read, the day on which we read it")
    licence: Line = Field(description="On what terms it may be used")
    status: Annotated[str, choice("read", "cite")] = Field(
        description="read (we read it) or cite (the first source, to be cited and checked, not read)"
    )

    def check_together(self) -> None:
        """Refuse a source that was read on no day, or was not read and has one."""
        if self.status == "read" and self.accessed is None:
            raise refusal("it was read, but not on which day", "Add accessed, or make it cite.")
        if self.status == "cite" and self.accessed is not None:
            raise refusal("it has the day of a reading and is only to be cited", "Remove accessed, or make it read.")
