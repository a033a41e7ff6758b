"""
Tables of what was measured, for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.scenarios import CLEAN, Measured

HEAD = ("wall s", "CPU s", "of clean", "peak MB", "all MB", "files", "MB")
MEGABYTE = 1_000_000


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Lines with columns as wide as they need to be: the first to the left, the others to the right."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        first, *others = (
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *others])


def row(name: str, own: Measured, clean: Measured) -> list[str]:
    """One scenario in figures; its time as a share of a clean build in the same run."""
    cost = own.middle
    return [
        name,
        f"{cost.wall:.2f}",
        f"{cost.cpu:.2f}",
        f"{cost.cpu / clean.middle.cpu:.3f}",
        f"{cost.peak_mb:.0f}",
        f"{own.together_mb:.0f}",
        f"{own.files:,}",
        f"{own.bytes / MEGABYTE:.0f}",
    ]


def scenario_table(size: int, found: dict[str, Measured]) -> Iterator[str]:
    """All scenarios at one size."""
    yield from table((f"{size:,} texts", *HEAD), (row(name, own, found[CLEAN]) for name, own in found.items()))


def growth_table(found: dict[int, dict[str, Measured]]) -> Iterator[str]:
    """The CPU time for one text of the site, in milliseconds, at each size, and how it grows."""
    sizes = sorted(found)
    names = list(found[sizes[0]])
    head = ("CPU ms/text", *(f"{size:,}" for size in sizes), "last/first")
    rows = []
    for name in names:
        each = [1000 * found[size][name].middle.cpu / size for size in sizes]
        rows.append([name, *(f"{own:.2f}" for own in each), f"{each[-1] / each[0]:.2f}"])
    yield from table(head, rows)
