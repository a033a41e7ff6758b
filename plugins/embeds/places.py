"""
Where embeds are. Other sites know these addresses, so they never change.
"""

from __future__ import annotations

from plugins.library.holding import RELATED_TYPES
from plugins.records.record import Record

ROOT = "embed/"
TEXTS = f"{ROOT}text/"
PASTED = f"{ROOT}pasted/"
"""The cards that pasted addresses become, which tell WordPress their height by a script."""

CARD_SCRIPT = "pasted.1.js"
COMPONENT = "welcome-stories.1.js"
"""Never change what an address like this gives: other sites check it by its hash. Raise the number instead."""

WITHDRAWALS_PLUGIN = f"{ROOT}welcome-stories-withdrawals.zip"
"""By which WordPress drops imported posts that were taken back."""

SHARED_TYPES = (*RELATED_TYPES, "action")
"""Types whose texts can be shown elsewhere one by one."""


def name_of(record: Record) -> str:
    """What a text is called in addresses of embeds: its opaque id, with the language of a translation."""
    return record.id + (f".{record.lang}" if record.is_translation else "")
