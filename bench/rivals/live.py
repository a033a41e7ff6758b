"""
The plain site in two servers side by side, ours and Hugo's: from a save until the server gives the changed page.
"""

from __future__ import annotations

import socket
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.plain import SECTIONS, make_texts
from bench.rivals.hugo.rival import Hugo
from bench.rivals.rival import Rival
from bench.rivals.welcome.rival import ROOT, Welcome
from bench.serving import Server, add_word, preview_command, started
from bench.telling import table

NUMBER = 7
"""The text that is saved: a story in any corpus of so many texts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """
    One save, in seconds: by the clock until the page had changed, and of the processor until the server was at rest.
    """

    seen: float
    cpu: float


def command_of(rival: Rival, home: Path) -> tuple[Sequence[str], Path]:
    """How the server of a generator is started for a site, and from where."""
    if isinstance(rival, Welcome):
        return preview_command(rival.site_at(home).settings), ROOT
    assert isinstance(rival, Hugo), f"{rival.name} is not measured"
    return rival.server(home, free_port()), home


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        port: int = own.getsockname()[1]
    return port


def save(server: Server, home: Path, word: str) -> Shown:
    """Save a text whose page stands in a server at rest, and look until the page shows what was added."""
    file, address = home / "content" / SECTIONS[0] / f"text-{NUMBER}.md", f"/{SECTIONS[0]}/text-{NUMBER}/"
    assert word not in server.page(address)
    cpu, began = server.rest(), time.perf_counter()
    add_word(file, word)
    server.wait_for(address, word)
    seen = time.perf_counter() - began
    return Shown(seen, server.rest() - cpu)


def compare_live(
    rivals: Sequence[Rival], content: Path, count: int, rounds: int, folder: Path
) -> dict[str, list[Shown]]:
    """
    The same save in all servers, which take turns; the first one is not told, since it finds nothing warm.
    """
    texts = list(make_texts(content, count))
    saves: dict[str, list[Shown]] = {rival.name: [] for rival in rivals}
    with ExitStack() as stack:
        servers = []
        for rival in rivals:
            home = folder / rival.folder
            rival.settle(home, texts)
            servers.append((rival.name, stack.enter_context(started(*command_of(rival, home))), home))
        for number in range(rounds + 1):
            for name, server, home in servers:
                shown = save(server, home, f"Wordnumber{number}")
                if number:
                    saves[name].append(shown)
    return saves


def live_table(count: int, saves: Mapping[str, Sequence[Shown]], against: str) -> Iterator[str]:
    """The medians of each server, and what part they are of those of one of them."""
    middles = {
        name: [statistics.median(getattr(own, what) for own in found) for what in ("seen", "cpu")]
        for name, found in saves.items()
    }
    rows = []
    for name, (seen, cpu) in middles.items():
        base = middles[against]
        rows.append((name, f"{seen:.3f}", f"{cpu:.3f}", *(ratio(*own) for own in zip((seen, cpu), base, strict=True))))
    short = against.partition(" ")[0]
    yield from table((f"{count:,} texts, one save", "seen s", "CPU s", f"seen of {short}", f"CPU of {short}"), rows)


def ratio(own: float, base: float) -> str:
    """A part of something; nothing where the clock of the system is too coarse to tell."""
    return f"{own / base:.2f}" if base else "-"
