"""
The private register of consents, which lies outside the repository, compared with the public records.

No value of it is ever repeated: what is told are ids, names of fields, and what the public record says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

from plugins.consent.record import ConsentRecord, Scopes, months_after
from plugins.problems import Problem
from plugins.records.document import read_document
from plugins.records.fields import ConsentId, IsoDate, Line, Listed, RecordId, Slug, Text, Yes, choice
from plugins.records.part import Field, Part
from plugins.records.reading import decode
from plugins.records.validation import validate

THINKING_DAYS = 2
"""Days a person has at least between telling and releasing (CON005)."""

LONGEST_MONTHS, LONGEST_MONTHS_OF_A_CHILD = 24, 12
"""How long a consent counts at the most before it is asked again (CON003)."""


class PrivateConsent(Part):
    """Everything that was agreed with one person; only its keeper may read it."""

    id: ConsentId = Field(description="Its id, as in the public record")
    story: RecordId = Field(description="The id of the text it is for")
    kind: Annotated[str, choice("testimony", "quote", "photo", "voice", "video", "drawing")] = Field(
        "testimony", description="testimony, quote, photo, voice, video or drawing"
    )
    name_kind: Annotated[str, choice("real", "first", "pseudonym", "none")] = Field(
        description="real, first, pseudonym or none"
    )
    public_name: dict[Slug, Line] | Line = Field(description="The only name that may be printed")
    real_name: Text | None = Field(None, description="Who it is; for the keeper alone")
    contact: Text | None = Field(None, description="How to reach the person; for the keeper alone")
    form: Text | None = Field(None, description="Where the signed form lies")
    language: Line = Field(description="The language in which it was explained")
    explained_by: Line = Field(description="The role of the one who explained it")
    no_pressure: Yes = Field(False, description="yes, said by somebody who is not their caseworker")
    copy_given: Yes = Field(False, description="yes, once the person has their own copy of the form")
    took_part_on: IsoDate = Field(description="The day on which the person told their story")
    released_on: IsoDate = Field(description="The day on which the person released the finished words")
    approved_hash: dict[Slug, Line] | Line | None = Field(None, description="The fingerprint of the approved words")
    scopes: dict[Slug, Any] = Field(description="The channels, as in the public record; press may stand here too")
    place: Annotated[str, choice("none", "nation", "region", "council", "town")] = Field(
        "none", description="none, nation, region, council or town"
    )
    facets: dict[Slug, Any] = Field({}, description="What could narrow down who it is")
    minor: Yes = Field(False, description="yes for somebody who speaks, or spoke, as a child")
    guardian: Line | None = Field(None, description="For a child: the role of the adult who agreed as well")
    child_agreed: Yes = Field(False, description="For a child: yes, once the child has agreed")
    claim: Annotated[str, choice("none", "pending", "granted", "appeal", "withheld")] = Field(
        "none", description="none, pending, granted, appeal or withheld"
    )
    legal_check: IsoDate | None = Field(None, description="The day of the legal check, where a claim is pending")
    recompense: Annotated[str, choice("offered", "accepted", "declined", "not-offered")] = Field(
        "not-offered", description="offered, accepted, declined or not-offered; never the sum"
    )
    review_on: IsoDate | None = Field(None, description="When to ask the person again")
    expires_on: IsoDate = Field(description="The last day of the consent")
    status: Annotated[str, choice("live", "paused", "withdrawn")] = Field(description="live, paused or withdrawn")
    withdrawn: dict[Slug, Any] | None = Field(None, description="When it was asked for, how, and when it was proved")
    notes: Annotated[tuple[Text, ...], Listed] = Field((), description="Whatever the keeper must remember")


def read_register(files: list[Path]) -> tuple[dict[str, tuple[str, PrivateConsent]], list[Problem]]:
    """The records of the register by id, each with its file's own name, and what cannot be read."""
    found: dict[str, tuple[str, PrivateConsent]] = {}
    problems: list[Problem] = []
    for path in files:
        text = decode(path.read_bytes(), path.name)
        if isinstance(text, Problem):
            problems.append(Problem(path.name, text.line, text.column, "this file cannot be read", text.todo))
            continue
        record, told = validate(PrivateConsent, read_document(text, path.name), path.name)
        problems += (without_values(problem) for problem in told)
        if record and record.id in found:
            problems.append(Problem(path.name, 1, 1, f"{record.id} stands in two files", "Keep one of them."))
        elif record:
            found[record.id] = (path.name, record)
    return found, problems


def without_values(problem: Problem) -> Problem:
    """A problem that names the field and repeats nothing of what stands in it."""
    field = problem.what.partition(": ")[0].partition(".")[0]
    what = f"{field}: this cannot stand here" if field in PrivateConsent.model_fields else "this line cannot be read"
    return Problem(problem.path, problem.line, problem.column, what, "Look at the shape in docs/consent.md again.")


def compare(
    register: Mapping[str, tuple[str, PrivateConsent]], consents: Mapping[str, ConsentRecord]
) -> Iterator[Problem]:
    """Where the public records and the register disagree, and what the register lacks for publication."""
    for consent_id in sorted({*register, *consents}):
        if consent_id not in register:
            todo = "Nothing may be published without one: find it, or withdraw the text."
            yield Problem(f"{consent_id.lower()}.yml", 1, 1, f"{consent_id} is not in the private register", todo)
            continue
        name, private = register[consent_id]
        public = consents.get(consent_id)
        if public is None:
            if private.status == "live":
                todo = "Write it with make new, or correct the register."
                yield Problem(name, 1, 1, f"{consent_id} has no public record", todo)
            continue
        for field in differing_fields(private, public):
            what = f"{consent_id}: {field} is not what the public record says"
            yield Problem(name, 1, 1, what, "Find out which of the two is right, and correct the other.")
        if public.status == "live":
            for what, todo in lacking(private):
                yield Problem(name, 1, 1, f"{consent_id}: {what}", todo)


def differing_fields(private: PrivateConsent, public: ConsentRecord) -> Iterator[str]:
    """The names of the fields that disagree."""
    if private.story != public.story:
        yield "story"
    if private.status != public.status:
        yield "status"
    if private.released_on != public.released_on:
        yield "released_on"
    if private.expires_on != public.ends_on:
        yield "expires_on"
    if public.status != "withdrawn":
        if private.name_kind != public.name_kind:
            yield "name_kind"
        if private.public_name != public.public_name:
            yield "public_name"
    for scope in Scopes.model_fields:
        said = private.scopes.get(scope)
        if scope == "translate":
            if sorted(said or []) != sorted(public.scopes.translate) and public.status != "withdrawn":
                yield "scopes.translate"
        elif (str(said).lower() in ("yes", "true")) != getattr(public.scopes, scope):
            yield f"scopes.{scope}"
    if private.approved_hash and public.approval and private.approved_hash != public.approval.fingerprint:
        yield "approved_hash"


def lacking(private: PrivateConsent) -> Iterator[tuple[str, str]]:
    """What must be true before anything is published (CON003, CON005, CON006, CON011, CON012)."""
    if not private.no_pressure:
        yield "no_pressure is not yes", "Somebody who is not their caseworker must ask (CON006)."
    if not private.copy_given:
        yield "copy_given is not yes", "Give the person their own copy of the form (CON005)."
    if private.released_on - private.took_part_on < timedelta(days=THINKING_DAYS):
        yield f"there were fewer than {THINKING_DAYS} days to think", "Ask again after some days (CON005)."
    months = LONGEST_MONTHS_OF_A_CHILD if private.minor else LONGEST_MONTHS
    if private.expires_on > months_after(private.released_on, months):
        yield "it lasts longer than it may before it is asked again", "Bring expires_on nearer (CON003)."
    if private.minor and not (private.guardian and private.child_agreed):
        yield "what is asked for somebody young is not complete", "Read CON011 in docs/consent.md."
    if private.claim in ("pending", "appeal") and private.legal_check is None:
        yield "legal_check is missing", "Read CON012 in docs/consent.md."
