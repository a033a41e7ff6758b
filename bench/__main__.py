"""
`make bench N=2000`: clean builds of a corpus, one size beside the other in one run.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from bench.approving import approve_all
from bench.corpus import Corpus
from bench.measuring import Cost, measure, write_settings
from plugins.build.project import content_of
from plugins.desk.site import read_settings

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")
SMALLEST = 500


def sizes_up_to(most: int) -> list[int]:
    """The sizes to measure: the wanted one, and with it smaller ones, each half as large, down to 500."""
    sizes = [most]
    while sizes[-1] // 2 >= SMALLEST:
        sizes.append(sizes[-1] // 2)
    return sorted(sizes)


def run(sizes: list[int], rounds: int, folder: Path) -> dict[int, list[Cost]]:
    """Measure every size in turn, as many rounds as wanted, so that a busy minute meets all sizes alike."""
    prepared = {}
    for size in sizes:
        home = folder / str(size)
        content, output = home / "content", home / "output"
        content.mkdir(parents=True)
        Corpus(ROOT / "content", content, size).write()
        settings = write_settings(ROOT, home, content, output)
        approve_all(content_of(read_settings(settings)))
        prepared[size] = (settings, content, output)
    costs: dict[int, list[Cost]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            costs[size].append(measure(*prepared[size]))
    return costs


def tell(costs: dict[int, list[Cost]]) -> None:
    """Print the medians, and how the cost of one text grows."""
    print("texts    files   wall s    CPU s  peak MB  wall ms/text  CPU ms/text")
    per_text = {}
    for size, own in sorted(costs.items()):
        wall = statistics.median(cost.wall for cost in own)
        cpu = statistics.median(cost.cpu for cost in own)
        peak = statistics.median(cost.peak_mb for cost in own)
        per_text[size] = cpu / size
        row = f"{size:>5,}  {own[0].files:>7,}  {wall:>7.2f}  {cpu:>7.2f}  {peak:>7.0f}"
        print(f"{row}  {1000 * wall / size:>12.2f}  {1000 * cpu / size:>11.2f}")
    least, most = min(per_text), max(per_text)
    if least != most:
        print(f"CPU for one text at {most:,} to that at {least:,}: {per_text[most] / per_text[least]:.2f}")


def main() -> int:
    """Read the options, measure, tell, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--texts", type=int, default=2000, help="how many texts the largest corpus has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each size is built; the medians are told")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="welcome-bench-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        tell(run(sizes_up_to(options.texts), options.rounds, Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
