"""
All generators on the same texts, round after round in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.measuring import Cost, Run, files_below, middle
from bench.plain import make_texts
from bench.rivals.eleventy.rival import Eleventy
from bench.rivals.hugo.rival import Hugo
from bench.rivals.least.rival import Least
from bench.rivals.rival import MissingError, Rival
from bench.rivals.stock.rival import Stock
from bench.rivals.welcome.rival import Welcome, Whole
from bench.scenarios import CLEAN, PLAIN, SCENARIOS
from bench.telling import MEGABYTE, table

FULL = "full build"
AGAINST = "Hugo"
"""The generator to whose full build all others are compared, where it is here; ours where it is not."""

NOT_A_PAGE = frozenset({"404.html", "410.html"})


@dataclass(slots=True)
class Outcome:
    """What one generator does with the texts, and what it cost."""

    rival: Rival
    scenario: str
    home: Path
    costs: list[Cost] = field(default_factory=list)
    together_mb: float = 0.0
    pages: int = 0
    feeds: int = 0
    files: int = 0
    bytes: int = 0

    @property
    def run(self) -> Run:
        """Its build."""
        return self.rival.run(self.home)

    def prepare(self) -> None:
        """Do what its scenario says."""
        if isinstance(self.rival, Welcome) and self.scenario != CLEAN:
            SCENARIOS[self.scenario](self.rival.site_at(self.home))
        else:
            self.rival.forget(self.home)

    def count(self) -> None:
        """See what was made."""
        folder = self.home / self.rival.output
        self.pages, self.feeds = pages_and_feeds(folder)
        self.files, self.bytes = files_below(folder)


def pages_and_feeds(folder: Path) -> tuple[int, int]:
    """How many pages and how many feeds a generator wrote, without what says that a page is missing."""
    pages = sum(path.name not in NOT_A_PAGE for path in folder.rglob("*.html"))
    return pages, sum(path.name != "sitemap.xml" for path in folder.rglob("*.xml"))


def install_all(tools: Path) -> Iterator[Rival]:
    """The generators that can be had here, ours first; one line for each that cannot."""
    for rival in (Welcome(), Whole(), Least(), Hugo(), Eleventy(), Stock()):
        try:
            rival.install(tools)
        except MissingError as error:
            print(f"{rival.name} is left out: {error}")
        else:
            yield rival


def compare(rivals: Sequence[Rival], content: Path, count: int, rounds: int, folder: Path) -> list[Outcome]:
    """So many texts by all of them; the first round is not timed, and there memory is looked at."""
    texts = list(make_texts(content, count))
    outcomes = []
    for rival in rivals:
        home = folder / rival.folder
        rival.settle(home, texts)
        outcomes += [Outcome(rival, name, home) for name in scenarios_of(rival)]
    for number in range(rounds + 1):
        for outcome in outcomes:
            outcome.prepare()
            if number == 0:
                outcome.together_mb = outcome.run.measure_memory()
                outcome.count()
            else:
                outcome.costs.append(outcome.run.measure())
    return outcomes


def scenarios_of(rival: Rival) -> tuple[str, ...]:
    """What is measured of a generator: of ours, on the plain site, also what an edit costs."""
    if isinstance(rival, Welcome):
        return (CLEAN,) if isinstance(rival, Whole) else PLAIN
    return (FULL,)


def comparison_table(count: int, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Time, memory, and what was written for it, so that anybody can judge whether it is a fair comparison."""
    against = next((own for own in outcomes if own.rival.name.startswith(AGAINST)), outcomes[0])
    base = middle(against.costs)
    wall, cpu = (f"{name} of {against.rival.name.partition(' ')[0]}" for name in ("wall", "CPU"))
    head = ("wall s", "CPU s", wall, cpu, "peak MB", "all MB", "pages", "feeds", "files", "MB")
    rows = []
    for own in outcomes:
        cost = middle(own.costs)
        rows.append(
            (
                f"{own.rival.name}, {own.scenario}",
                f"{cost.wall:.2f}",
                f"{cost.cpu:.2f}",
                f"{cost.wall / base.wall:.2f}",
                f"{cost.cpu / base.cpu:.2f}",
                f"{cost.peak_mb:.0f}",
                f"{own.together_mb:.0f}",
                f"{own.pages:,}",
                f"{own.feeds:,}",
                f"{own.files:,}",
                f"{own.bytes / MEGABYTE:.1f}",
            )
        )
    yield from table((f"{count:,} texts", *head), rows)
