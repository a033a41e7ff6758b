"""
`python -m bench.live`: how long it takes from saving a text until its page shows it, in the preview of a corpus.

With --rivals the plain site, in our preview and in the server of Hugo.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench.__main__ import MEMORY, ROOT, TOOLS
from bench.product import make_site
from bench.serving import LONGEST, Server, add_word, preview_command, started

STAMP = re.compile(r'data-stamp="([^"]*)"')


@dataclass(frozen=True)
class Seen:
    """
    One save, in seconds: by the clock until the open page was told, and until it was fetched; and of the processor, of
    the whole preview.
    """

    told: float
    seen: float
    cpu: float


class Preview(Server):
    """A preview in a process of its own, of which one page is open."""

    def save(self, file: Path, address: str, word: str) -> Seen:
        """Add a word to a text whose page is open, and wait until the page shows it."""
        stamp = STAMP.search(self.page(address))
        assert stamp, "the preview has not dressed its page"
        path = f"{address.strip('/')}/index.html"
        stream = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        stream.request("GET", "/_live/events?" + urlencode({"path": path, "stamp": stamp[1]}))
        answer = stream.getresponse()
        await_news(answer)
        cpu, began = self.cpu(), time.perf_counter()
        add_word(file, word)
        while not await_news(answer)["hasChanged"]:
            pass
        told = time.perf_counter()
        if word not in self.page(address):
            raise AssertionError(f"{word} is not on the page")
        seen = time.perf_counter()
        stream.close()
        return Seen(told - began, seen - began, self.cpu() - cpu)


def await_news(answer: http.client.HTTPResponse) -> dict[str, Any]:
    """The next news on a stream."""
    while True:
        line = answer.readline()
        if not line:
            raise AssertionError("the stream has ended")
        if line.startswith(b"data: "):
            news: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            if news["problems"]:
                raise AssertionError(news["problems"])
            return news


@contextmanager
def preview(settings: Path) -> Iterator[Preview]:
    """A preview, until the block is left."""
    with started(preview_command(settings), ROOT) as server:
        yield Preview(server.process, server.port)


def run(texts: int, rounds: int, folder: Path) -> list[Seen]:
    """Save one story of a corpus again and again."""
    site = make_site(ROOT, folder, texts, with_pictures=False)
    story = next(path for path in sorted((site.content / "stories").glob("*.md")) if "." not in path.stem)
    with preview(site.settings) as own:
        # The first save finds nothing warm, and the watcher may not be watching yet.
        saves = [own.save(story, f"/stories/{story.stem}/", f"Wordnumber{number}") for number in range(rounds + 1)]
    return saves[1:]


def run_rivals(texts: int, rounds: int, folder: Path) -> Iterator[str]:
    """Save one text of the plain corpus in our preview and in Hugo's server, in turns."""
    from bench.rivals.hugo.rival import Hugo
    from bench.rivals.live import compare_live, live_table
    from bench.rivals.welcome.rival import Welcome

    hugo = Hugo()
    hugo.install(TOOLS)
    yield from live_table(texts, compare_live((Welcome(), hugo), ROOT / "content", texts, rounds, folder), hugo.name)


def main() -> int:
    """Read the options, measure, tell, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m bench.live", description=__doc__)
    parser.add_argument("--texts", type=int, default=1000, help="how many texts the corpus has")
    parser.add_argument("--rounds", type=int, default=5, help="how often a text is saved; the medians are told")
    parser.add_argument("--rivals", action="store_true", help="measure the plain site, beside the server of Hugo")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="welcome-bench-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        if options.rivals:
            print(*run_rivals(options.texts, options.rounds, Path(folder)), sep="\n")
            return 0
        saves = run(options.texts, options.rounds, Path(folder))
    told, seen, cpu = (statistics.median(getattr(own, name) for own in saves) for name in ("told", "seen", "cpu"))
    print("texts   told s  page s  seen s   CPU s")
    print(f"{options.texts:>5,}  {told:>7.2f}  {seen - told:>6.3f}  {seen:>6.2f}  {cpu:>6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
