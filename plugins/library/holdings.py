"""
Holdings: what each channel may carry, in order. Channels that may carry the same texts have one holding.
"""

from __future__ import annotations

from functools import cache

from plugins.library.allowing import Allowing
from plugins.library.gathered import Gathered
from plugins.library.holding import Holding
from plugins.library.settings import Build
from plugins.outputs import Channel


class Holdings:
    """
    The holding of each channel, made when it is first asked for. None hangs on the words of any body.
    """

    def __init__(self, gathered: Gathered, build: Build) -> None:
        self.allowing = Allowing(gathered, build)
        self._gathered = gathered
        self._build = build
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], Holding] = {}
        self.of = cache(self._of)

    def _of(self, channel: Channel) -> Holding:
        """What may go out on a channel."""
        allowed = self.allowing.allowed(channel)
        unlisted = [record for record in allowed if record.type == "testimony" and not self.allowing.is_listed(record)]
        key = (tuple(map(id, allowed)), tuple(map(id, unlisted)))
        if key not in self._known:
            aside = set(key[1])
            listed = [record for record in allowed if id(record) not in aside] if aside else allowed
            settle = self._gathered.settle("holding", repr(self._build), channel)
            remember = self._gathered.remember
            self._known[key] = Holding(listed, self._gathered.default_language, unlisted, remember, settle)
        return self._known[key]
