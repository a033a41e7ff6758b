"""
The bodies of a corpus: 500 to 900 words with all that our Markdown knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.vocabulary import Shuffler

LINKED, FIGURED, LISTED, HEADED = 0.25, 0.2, 0.1, 0.3
"""Of one paragraph in how many something leads to another text, a figure, a list, a heading."""

WITH_CLAIM, WITH_CHART, WITH_QUOTE = 0.5, 0.15, 0.12
"""Of one text in how many a myth is answered, a chart is shown, a testimony is quoted."""

CLAIM = """\
/// claim | {technique}
    said: {said}
    reach: {reach}

Fact: {fact}

Warning: {warning}

Myth: {myth}

Why: {why}

Fact again: {again}
///"""


class Bodies:
    """
    Makes bodies that lead to texts, print figures, show charts and quote testimonies, all of which are there.
    """

    def __init__(self, shuffler: Shuffler, kept_back: Sequence[str], names: Mapping[str, list[str]]) -> None:
        self.shuffler = shuffler
        self.myths = Shuffler(list(kept_back), shuffler.random.randrange(2**32))
        self.names = names
        self.figures: Sequence[str] = ()
        """The facts that have a figure to print."""
        self.charts: Sequence[str] = ()
        self.techniques: Sequence[str] = ()
        self.said: dict[str, str] = {}
        """A sentence of each testimony that was made, by its name."""

    def plain(self, first: str = "") -> str:
        """Paragraphs, lists, headings, and links to other texts."""
        return self._join([first] if first else [], figured=0.0)

    def testimony(self, name: str) -> str:
        """A body in somebody's own words, of which one sentence may be quoted."""
        self.said[name] = self.shuffler.line(12)
        return self.plain(self.said[name])

    def told(self, type_name: str) -> str:
        """A body with figures; explainers answer myths and show charts, stories quote."""
        own, parts = self.shuffler, []
        if type_name == "explainer" and own.chance(WITH_CLAIM):
            parts.append(self._claim())
        if type_name == "explainer" and own.chance(WITH_CHART):
            parts.append(f"/// chart | {own.random.choice(self.charts)}\n///")
        if type_name == "story" and own.chance(WITH_QUOTE):
            name = own.random.choice(sorted(self.said))
            parts.append(f"/// quote | {name}\n{self.said[name]}\n///")
        return self._join(parts, figured=FIGURED)

    def _join(self, first: list[str], figured: float) -> str:
        own = self.shuffler
        parts = list(first)
        length, goal = 0, own.random.randint(500, 900)
        while length < goal:
            paragraph = own.paragraph()
            length += len(paragraph.split())
            if own.chance(HEADED):
                parts.append(f"## {own.some(4).capitalize()}")
            if own.chance(LINKED):
                kind = own.random.choice(sorted(self.names))
                paragraph += f" See [{own.some(2)}](record:{own.random.choice(self.names[kind])})."
            if own.chance(figured):
                paragraph += f" {own.some(4).capitalize()} {{fact:{own.random.choice(self.figures)}}}."
            if own.chance(LISTED):
                parts.append(own.items())
            parts.append(paragraph)
        return "\n\n".join(parts)

    def _claim(self) -> str:
        own = self.shuffler
        return CLAIM.format(
            technique=own.random.choice(self.techniques),
            said=own.some(3),
            reach=own.some(4),
            fact=f"{own.some(8).capitalize()} {{fact:{own.random.choice(self.figures)}}}.",
            warning=own.line(8),
            myth=self.myths.line(7),
            why=own.line(20),
            again=own.line(10),
        )
