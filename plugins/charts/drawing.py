"""
A sheet of SVG: rectangles, lines, marks and words, mirrored for languages that run from right to left.

Nothing has a colour or a style here: each part has a class, and the style
sheet of the component gives the rest. Words are escaped by ElementTree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from plugins.charts.lettering import is_right_to_left
from plugins.charts.shown import Phrase, ShownChart

WIDTH = 320
"""Units across; the height is what the chart needs."""

START, MIDDLE, END = "start", "middle", "end"
MARKS = 4
"""How many kinds of marks there are on lines."""


def number(value: float) -> str:
    """A coordinate in as few letters as SVG needs."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Sheet:
    """
    A drawing that is being made, as if for a language that runs from left to right.

    Where it is mirrored, what is put at the start stands at the right edge.
    """

    def __init__(self, root: Element, is_mirrored: bool) -> None:
        self.root = root
        self.is_mirrored = is_mirrored

    def unmirrored(self) -> Sheet:
        """The same sheet, for what runs from left to right in every language."""
        return Sheet(self.root, False)

    def x(self, x: float, width: float = 0) -> float:
        """Where something stands that begins `x` from the start."""
        return WIDTH - x - width if self.is_mirrored else x

    def box(self, x: float, y: float, width: float, height: float, part: str) -> None:
        """A rectangle."""
        places = {"x": self.x(x, width), "y": y, "width": width, "height": height}
        self._add("rect", part, places)

    def line(self, x1: float, y1: float, x2: float, y2: float, part: str) -> None:
        """A straight line."""
        self._add("line", part, {"x1": self.x(x1), "y1": y1, "x2": self.x(x2), "y2": y2})

    def path(self, points: Sequence[tuple[float, float]], part: str) -> None:
        """A line through several points."""
        places = " ".join(f"{number(self.x(x))},{number(y)}" for x, y in points)
        SubElement(self.root, "polyline", {"class": classes(part), "points": places})

    def mark(self, x: float, y: float, kind: int, part: str, size: float = 4) -> None:
        """A small mark on a line: a disc, a square, a diamond or a triangle, so that lines differ without colour."""
        x = self.x(x)
        if kind % MARKS == 0:
            self._add("circle", part, {"cx": x, "cy": y, "r": size})
            return
        half = size * 0.9
        outlines = (
            ((-half, -half), (half, -half), (half, half), (-half, half)),
            ((0, -size * 1.3), (size * 1.3, 0), (0, size * 1.3), (-size * 1.3, 0)),
            ((0, -size * 1.2), (size * 1.2, size * 0.9), (-size * 1.2, size * 0.9)),
        )
        corners = outlines[kind % MARKS - 1]
        places = " ".join(f"{number(x + across)},{number(y + down)}" for across, down in corners)
        SubElement(self.root, "polygon", {"class": classes(part), "points": places})

    def words(self, x: float, y: float, phrase: Phrase | str, part: str = "", side: str = START) -> None:
        """
        Words whose start, middle or end stands at `x`, with their own direction.

        `y` is the line on which the letters stand.
        """
        phrase = phrase if isinstance(phrase, Phrase) else Phrase(phrase)
        is_rtl = is_right_to_left(phrase.text)
        if side != MIDDLE and self.is_mirrored != is_rtl:
            side = END if side == START else START
        part = " ".join(("text", *(("text--rtl",) if is_rtl else ()), part)).strip()
        element = self._add("text", part, {"x": self.x(x), "y": y})
        element.set("direction", "rtl" if is_rtl else "ltr")
        if side != START:
            element.set("text-anchor", side)
        if phrase.tag:
            element.set("lang", phrase.tag)
        element.text = phrase.text

    def block(self, x: float, y: float, lines: Iterable[str], tag: str, part: str = "", step: float = 18) -> float:
        """Lines of words below each other; returns the line on which the last one stands."""
        bottom = y
        for count, line in enumerate(lines):
            bottom = y + count * step
            self.words(x, bottom, Phrase(line, tag), part)
        return bottom

    def _add(self, name: str, part: str, places: dict[str, float]) -> Element:
        return SubElement(
            self.root, name, {"class": classes(part)} | {key: number(value) for key, value in places.items()}
        )


def classes(parts: str) -> str:
    """The class of each part of a chart: chart__bar."""
    return " ".join(f"chart__{part}" for part in parts.split())


def key_of(chart: ShownChart) -> str:
    """What the ids of a chart begin with: no other chart of a page has it."""
    return f"chart-{chart.name}" + (f"--{chart.number}" if chart.number > 1 else "")


def begin(chart: ShownChart) -> Sheet:
    """An empty sheet that says what the chart is about and what it shows."""
    key = key_of(chart)
    root = Element("svg", {"class": f"chart__drawing chart__drawing--{chart.kind}"})
    root.set("role", "img")
    root.set("aria-labelledby", f"{key}-title {key}-desc")
    root.set("viewBox", "")
    root.set("direction", chart.direction)
    for name, phrase in (("title", chart.title), ("desc", chart.description)):
        element = SubElement(root, name, {"id": f"{key}-{name}"})
        if phrase.tag:
            element.set("lang", phrase.tag)
        element.text = phrase.text
    return Sheet(root, chart.direction == "rtl")


def finish(sheet: Sheet, height: float) -> Markup:
    """The SVG of a sheet, as high as it was drawn."""
    sheet.root.set("viewBox", f"0 0 {WIDTH} {number(height)}")
    return Markup(tostring(sheet.root, encoding="unicode"))
