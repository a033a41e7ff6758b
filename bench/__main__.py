"""
`make bench N=2000`: what builds of a corpus cost, each size beside the others in one run.

With RIVALS=1 the plain site beside other generators, with PICTURES=1 photographs too.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.product import make_site
from bench.rivals.comparing import compare, comparison_table, install_all
from bench.rivals.hugo.rival import Hugo
from bench.rivals.pictures import compare_pictures
from bench.scenarios import SCENARIOS, measure_all
from bench.telling import growth_table, scenario_table

ROOT = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")
ROOM = 2_000_000_000
"""Bytes that must be free in memory; else sites stand where temporary files do."""
TOOLS = ROOT / ".cache" / "rivals"
"""Where other generators are installed."""
SMALLEST = 500
LARGE = 5000
"""A comparison of so many texts is made of a tenth of them, too."""


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


def measure_rivals(most: int, rounds: int, with_pictures: bool, folder: Path) -> None:
    """The plain site by every generator that can be had here."""
    rivals = list(install_all(TOOLS))
    for size in (most // 10, most) if most >= LARGE else (most,):
        home = folder / str(size)
        print(*comparison_table(size, compare(rivals, ROOT / "content", size, rounds, home)), "", sep="\n")
        shutil.rmtree(home)
    hugo = next((own for own in rivals if isinstance(own, Hugo)), None)
    if with_pictures and hugo:
        print(*compare_pictures(hugo, ROOT, folder / "pictures", rounds), sep="\n")


def main() -> int:
    """Read the options, measure, tell, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--texts", type=int, default=2000, help="how many texts the largest corpus has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured; the medians are told")
    parser.add_argument("--pictures", action="store_true", help="give one text in four a photograph")
    parser.add_argument("--rivals", action="store_true", help="measure the plain site beside other generators")
    options = parser.parse_args()
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(prefix="welcome-bench-", dir=MEMORY if in_memory else None) as folder:
        try:
            if options.rivals:
                measure_rivals(options.texts, options.rounds, options.pictures, Path(folder))
            else:
                measure_product(sizes_up_to(options.texts), options.rounds, options.pictures, Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"{' '.join(error.cmd)}\n{error.stderr}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
