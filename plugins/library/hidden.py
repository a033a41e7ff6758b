"""
Links to texts that may not be shown now, so that nobody's withdrawal breaks another's page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.library.texts import Texts
from plugins.problems import Problem, Severity
from plugins.records.record import QuotePlace


def hidden_links(texts: Texts, is_visible: Callable[[tuple[str, str]], bool]) -> Iterator[Problem]:
    """Links to texts that may not be shown now: they become plain words, and this says so."""
    for record in texts.records:
        if not record.known.may_link:
            continue
        folder = record.path.rpartition("/")[0].rpartition("/")[2]
        for place in record.body.links:
            found = texts.gathered.targets.find(place.target, folder)
            if isinstance(found, tuple) and not is_visible(found):
                if isinstance(place, QuotePlace):
                    what = f'"{place.target}" may not be shown now, so its words were left out here'
                    todo = "Nothing need be done; they come back if that text does."
                else:
                    what = f'"{place.target}" may not be shown now, so the link became plain words'
                    todo = "Nothing need be done; it becomes a link again when that text is shown."
                yield Problem(record.path, place.line, 1, what, todo, Severity.WARNING)
