"""
`make bench N=2000`: what builds of a corpus cost, each size beside the others in one run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.product import make_site
from bench.scenarios import SCENARIOS, measure_all
from bench.telling import growth_table, scenario_table

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")
SMALLEST = 500


def sizes_up_to(most: int) -> list[int]:
    """The sizes to measure: the wanted one, and with it smaller ones, each half as large, down to 500."""
    sizes = [most]
    while sizes[-1] // 2 >= SMALLEST:
        sizes.append(sizes[-1] // 2)
    return sorted(sizes)


def measure_product(sizes: list[int], rounds: int, with_pictures: bool, folder: Path) -> None:
    """The product with everything on, in every scenario and size."""
    sites = {size: make_site(ROOT, folder / str(size), size, with_pictures) for size in sizes}
    found = measure_all(sites, rounds, tuple(SCENARIOS))
    for size, own in found.items():
        print(*scenario_table(size, own), "", sep="\n")
    print(*growth_table(found), sep="\n")


def main() -> int:
    """Read the options, measure, tell, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--texts", type=int, default=2000, help="how many texts the largest corpus has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured; the medians are told")
    parser.add_argument("--pictures", action="store_true", help="give one text in four a photograph")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="welcome-bench-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        try:
            measure_product(sizes_up_to(options.texts), options.rounds, options.pictures, Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"{' '.join(error.cmd)}\n{error.stderr}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
