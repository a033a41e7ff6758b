"""
The fields of front matter, one model for each content type.

This is the only place where a field is declared. The checker, the templates of
`make new` and the editors' reference are made from it. A field marked LANGUAGE
is written anew in each translation; all others stand in the original only.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from plugins.records.fields import (
    Address,
    ConsentId,
    Coordinate,
    FactId,
    IsoDate,
    Line,
    Listed,
    RecordId,
    SiteAddress,
    Slug,
    Text,
    Yes,
    choice,
    whole_number,
)
from plugins.records.part import Field, Part

LANGUAGE: dict[str, Any] = {"json_schema_extra": {"language": True}}

Status = Annotated[Literal["draft", "ready", "published"], choice("draft", "ready", "published")]
Nation = Annotated[str, choice("england", "wales", "scotland", "northern-ireland", "uk")]
Principle = Annotated[int, whole_number(1, 6)]
Change = Annotated[int, whole_number(1, 4)]


class Review(Part):
    """Who checked a text, by role, and when."""

    role: Line = Field(description="The role of the person who checked it, never a name")
    date: IsoDate = Field(description="The day of the check")


class Correction(Part):
    """What was wrong in a text and was put right."""

    date: IsoDate = Field(description="The day of the correction")
    was: Text = Field(description="What the text said")
    now: Text = Field(description="What it says now")


class Front(Part):
    """The fields that every text has."""

    title: Line = Field(
        description="The heading of the text: a plain statement of up to 90 characters",
        max_length=90,
        **LANGUAGE,
    )
    summary: Line = Field(
        description="One or two plain sentences that can stand alone on another site, up to 240 characters",
        max_length=240,
        **LANGUAGE,
    )
    date: IsoDate | None = Field(
        None, description="The day it is first published here; in the future: not before that day"
    )
    updated: IsoDate | None = Field(
        None, description="The day of the last change that readers should know of", **LANGUAGE
    )
    status: Status = Field(
        "draft",
        description="draft (still being written), ready (may be checked by others) or published",
        **LANGUAGE,
    )
    id: RecordId = Field(
        description="Ten random small letters and digits; never changed or used again; the same in all translations",
        **LANGUAGE,
    )
    picture: Slug | None = Field(None, description="The name of a picture in content/pictures")
    topics: Annotated[tuple[Slug, ...], Listed] = Field(
        (), description="What it is about: names from content/topics.yml"
    )
    places: Annotated[tuple[Slug, ...], Listed] = Field(
        (), description="Where it happens: names from content/places.yml"
    )
    groups: Annotated[tuple[Slug, ...], Listed] = Field(
        (), description="Local groups it speaks of, by the name of their file"
    )
    principles: Annotated[tuple[Principle, ...], Listed] = Field(
        (), description="The network principles it serves: 1 to 6"
    )
    changes: Annotated[tuple[Change, ...], Listed] = Field((), description="The changes it serves: 1 to 4")
    facts: Annotated[tuple[FactId, ...], Listed] = Field(
        (), description="The ids of all facts it states, from content/facts"
    )
    share: Line | None = Field(
        None, description="One line of up to 120 characters for share cards", max_length=120, **LANGUAGE
    )
    voice: Slug | None = Field(
        None, description="The testimony that a reader should hear next, by the name of its file"
    )
    action: Slug | None = Field(None, description="The action that a reader can take next, by the name of its file")
    former: Annotated[tuple[SiteAddress, ...], Listed] = Field(
        (), description="Addresses this text had before, such as /stories/old-name/: they lead to the new one"
    )
    public_contact: Line | None = Field(None, description="A contact that a group itself makes public")
    original_language: Slug | None = Field(
        None, description="In a translation: the language of the original, such as ar", **LANGUAGE
    )
    translator: Line | None = Field(
        None, description="In a translation: who translated it, as they wish to be named", **LANGUAGE
    )
    demonstration: Yes = Field(
        False, description="yes for a text that only shows the software: it never leaves for a real site"
    )


class Story(Front):
    """A story of welcome, small or large."""

    date: IsoDate = Field(description="The day it is first published here; in the future: not before that day")
    scale: Annotated[str, choice("micro", "macro")] = Field(
        description="micro (friendship and local welcome) or macro (partners, campaigns, policy)"
    )
    made: Annotated[str, choice("told by", "told with", "about")] = Field(
        description="told by (in their words), told with (written together) or about (written from public sources)"
    )


class Testimony(Front):
    """Someone's own words. The printed name comes from the consent record and stands nowhere else."""

    date: IsoDate = Field(description="The day it is first published here; in the future: not before that day")
    consent: ConsentId = Field(description="The id of the consent record in content/consents")
    content_note: Line = Field(
        description="What a reader should know before reading, short and calm, or: none", **LANGUAGE
    )
    audio: Slug | None = Field(None, description="The name of the recording in content/audio")
    voice_of: Annotated[str, choice("own", "spoken by another", "synthesised")] | None = Field(
        None, description="Whose voice it is: own, spoken by another, or synthesised (a pitched voice hides nobody)"
    )


class Explainer(Front):
    """One question about asylum, answered with dated facts."""

    date: IsoDate = Field(description="The day it is first published here; in the future: not before that day")
    answer: Line = Field(description="The answer in one plain sentence; it stands above the text", **LANGUAGE)
    question: Line | None = Field(
        None,
        description="The question it answers, as people ask it and without any myth; shown with the answer",
        **LANGUAGE,
    )
    review_by: IsoDate = Field(description="The day by which someone must check its facts again")
    reviewed: Review | None = Field(None, description="Who last checked it: {role: …, date: …}")
    corrections: Annotated[tuple[Correction, ...], Listed] = Field(
        (), description="What was put right: a list of {date: …, was: …, now: …}"
    )


class Action(Front):
    """Something a reader can do."""

    date: IsoDate = Field(description="The day it is first published here; in the future: not before that day")
    until: IsoDate | None = Field(
        None, description="The last day on which it makes sense; after it the action is not shown"
    )
    where: Line | None = Field(None, description="Where it can be done, in a few words", **LANGUAGE)


class Group(Front):
    """A local group that people can join or turn to."""

    place: Slug = Field(description="The town, by its name in content/places.yml; never a building")
    nation: Nation = Field(description="england, wales, scotland, northern-ireland or uk")
    latitude: Coordinate = Field(description="Of the town, two decimals are enough")
    longitude: Coordinate = Field(description="Of the town, two decimals are enough")
    website: Address = Field(description="The group's own address, opened and read before it is published")
    feed: Address | None = Field(None, description="The group's own feed, where it has one")


class Numbered(Front):
    """A text of which there are a fixed number."""

    short_name: Line = Field(description="Its name in one to three words, for lists", max_length=40, **LANGUAGE)


class PrincipleFront(Numbered):
    """One of the six principles of the network."""

    number: Principle = Field(description="Which of the six it is")


class ChangeFront(Numbered):
    """One of the four changes that the coalition calls for."""

    number: Change = Field(description="Which of the four it is")


class Technique(Front):
    """One way in which a claim misleads, explained once for all claims that use it."""


class Term(Front):
    """A word that readers may not know; its summary is the short meaning shown wherever it stands."""

    forms: Annotated[tuple[Line, ...], Listed] = Field(
        (),
        description="The word as it stands in texts, in each of its forms: [appeal, appeals]",
        **LANGUAGE,
    )


class Page(Front):
    """A page of the site itself, such as 'About'."""

    short_name: Line | None = Field(
        None, description="Its name in menus, in one to three words", max_length=40, **LANGUAGE
    )
    layout: Annotated[str, choice("plain", "home", "path", "feeds", "embed")] = Field(
        "plain",
        description="plain; home for the front page; path for the way from micro to macro; feeds, embed",
    )
