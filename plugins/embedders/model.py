"""
The entries of content/embedders.yml: organisations that show our texts, and what they answered when we wrote to them.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from plugins.outputs import Channel
from plugins.records.fields import FACT_ID, RECORD_ID, Address, IsoDate, Line, Listed, choice, refusal
from plugins.records.part import AfterValidator, BeforeValidator, Field, Part

METHODS: dict[str, frozenset[Channel]] = {
    "block": frozenset({Channel.FEED}),
    "widget": frozenset({Channel.FEED, Channel.EMBED}),
    "import": frozenset({Channel.FEED}),
    "iframe": frozenset({Channel.EMBED}),
    "component": frozenset({Channel.EMBED}),
    "pasted": frozenset({Channel.EMBED}),
    "newsletter": frozenset({Channel.FEED, Channel.REPUBLISH}),
    "print": frozenset({Channel.PRINT, Channel.REPUBLISH}),
    "copy": frozenset({Channel.REPUBLISH}),
}
"""How a text can be shown elsewhere, and the channels of a consent that this needs."""

FOLDERS: dict[str, Channel] = {"feeds": Channel.FEED, "embed": Channel.EMBED, "embeds": Channel.EMBED}
"""The first part of an address that many texts stand at, with its channel."""

WITHOUT_PAGE = frozenset({"newsletter", "print"})
"""Methods that need no page on the web."""

ANSWERS = ("confirmed", "kept", "no-reply")
"""What an organisation can answer."""

SHOWN_ADDRESS = re.compile(rf"({'|'.join(FOLDERS)})/([a-z0-9._-]+/)*([a-z0-9._-]+)?\Z")
MAILBOX = re.compile(r"([A-Za-z0-9.+_-]+)@([a-z0-9-]+\.)+[a-z]{2,}\Z", re.IGNORECASE)
ROLES = frozenset({
    "admin", "board", "chair", "comms", "communications", "community", "contact", "digital", "editor",
    "editorial", "enquiries", "enquiry", "events", "general", "hello", "help", "info", "information",
    "inquiries", "mail", "media", "news", "newsletter", "office", "outreach", "post", "press", "secretary",
    "site", "staff", "support", "team", "trustees", "volunteering", "volunteers", "web", "webmaster", "website",
    "welcome",
})  # fmt: skip
"""Words that begin the public mailbox of an organisation."""


def _shown(value: Any) -> str:
    text = value.strip().removeprefix("/") if isinstance(value, str) else ""
    if RECORD_ID.match(text) or FACT_ID.match(text) or SHOWN_ADDRESS.match(text):
        return text
    raise refusal(
        f'"{value}" is neither a feed or an embed of ours nor the id of a text',
        "Write an address such as feeds/all/, or the id of the text, such as 7f3k9q2m5x: "
        "the address of a single text may tell of a person.",
    )


def _shows(value: Any) -> Any:
    if value in ([], ()):
        raise refusal("this list is empty", "Write what they show, such as [feeds/all/].")
    return value


def _secure(text: str) -> str:
    if not text.startswith("https://"):
        raise refusal(f'"{text}" does not begin with https://', "Write it like https://example.org/news/.")
    return text


def _contact(text: str) -> str:
    if text.startswith("https://") or MAILBOX.match(text):
        return text
    todo = "Write the address of their contact page, https://…, or a mailbox such as info@example.org."
    raise refusal(f'"{text}" is no public address of an organisation', todo)


Page = Annotated[Address, AfterValidator(_secure)]


class Answer(Part):
    """What an organisation answered about one text or one fact."""

    subject: Line = Field(alias="for", description="The id of the text or of the fact that they were asked about")
    on: IsoDate = Field(description="The day on which the answer was written down")
    answer: Annotated[Literal["confirmed", "kept", "no-reply"], choice(*ANSWERS)] = Field(
        description="confirmed (they show it no more), kept (they go on) or no-reply"
    )


class Embedder(Part):
    """An organisation that shows texts of ours."""

    name: Line = Field(description="The name of the organisation, never of a person")
    method: Annotated[str, choice(*METHODS)] = Field(description=f"How they show it: {', '.join(METHODS)}")
    shows: Annotated[tuple[Annotated[str, BeforeValidator(_shown)], ...], BeforeValidator(_shows), Listed] = Field(
        description="What they show: a feed or embed such as feeds/all/, or the ids of single texts, in a list"
    )
    page: Page | None = Field(
        None, description="The address where it stands, https://…; may be left out for a newsletter or for print"
    )
    contact: Annotated[Line, AfterValidator(_contact)] = Field(
        description="A public address of the organisation: its contact page, or a mailbox such as info@example.org"
    )
    since: IsoDate = Field(description="The day since which they show it, as far as we know")
    answers: Annotated[tuple[Answer, ...], Listed] = Field(
        (), description="What they answered to our letters; make answer writes it"
    )

    def check_together(self) -> None:
        """Refuse an entry that names no page, or somebody's own mailbox."""
        if self.page is None and self.method not in WITHOUT_PAGE:
            raise refusal("page: this field is missing", "Add the address where it stands: page: https://example.org/")
        mailbox = MAILBOX.match(self.contact)
        if mailbox and not is_role(mailbox[1], self.name):
            todo = "Use their contact page, https://…, or a mailbox of the organisation such as info@example.org."
            raise refusal(f'contact: "{self.contact}" may be the address of a person', todo)


def way_of(embedder: Embedder) -> str:
    """Whether somebody's site asks our feed (feed), draws from our site (embed), or has words of its own (other)."""
    if embedder.method in ("block", "widget", "import"):
        return "feed"
    return "embed" if embedder.method in ("iframe", "component", "pasted") else "other"


def is_shared(shown: str) -> bool:
    """Whether what somebody shows is a feed or an embed, in which many texts may stand, and not the id of one."""
    return "/" in shown


def is_role(mailbox: str, organisation: str) -> bool:
    """Whether the first part of a mail address is a role, or is made of words of the organisation's name."""
    words = re.findall(r"[a-z0-9]+", organisation.lower())
    runs = {"".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    runs.add("".join(word[0] for word in words))
    return all(part in ROLES or part in runs for part in re.split(r"[.+_-]+", mailbox.lower()) if part)
