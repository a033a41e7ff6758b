"""
What happens to a site between two builds, and what the next build costs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bench.measuring import Cost, files_below, middle
from bench.product import Site

CLEAN = "clean"


def nothing(_: Site) -> None:
    """No change."""


def edit_in_checkout(site: Site) -> None:
    """An edit where every file is new and only the state was brought along."""
    site.edit_text()
    site.check_out()


SCENARIOS: dict[str, Callable[[Site], None]] = {
    CLEAN: Site.forget,
    "no change": nothing,
    "one edit": Site.edit_text,
    "one fact": Site.edit_fact,
    "one template": Site.edit_template,
    "edit, fresh checkout": edit_in_checkout,
}
"""In this order, each on what the one before it left."""

PLAIN = (CLEAN, "no change", "one edit", "edit, fresh checkout")
"""Those that a site without facts can have."""


@dataclass(slots=True)
class Measured:
    """What one scenario cost at one size."""

    costs: list[Cost] = field(default_factory=list)
    together_mb: float = 0.0
    """The most that all processes held together."""
    files: int = 0
    bytes: int = 0

    @property
    def middle(self) -> Cost:
        """The medians."""
        return middle(self.costs)


def measure_all(sites: dict[int, Site], rounds: int, names: tuple[str, ...]) -> dict[int, dict[str, Measured]]:
    """
    Every scenario at every size, round after round, so that a busy minute meets all alike.

    Memory is looked at in a round of its own before the others, which also warms the caches of the system.
    """
    found = {size: {name: Measured() for name in names} for size in sites}
    for number in range(rounds + 1):
        for size, site in sites.items():
            for name in names:
                SCENARIOS[name](site)
                own = found[size][name]
                if number == 0:
                    own.together_mb = site.run.measure_memory()
                    own.files, own.bytes = files_below(site.output)
                else:
                    own.costs.append(site.run.measure())
    return found
