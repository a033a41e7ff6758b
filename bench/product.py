"""
The product with everything on, as a site that can be built again and again: with its edits.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from bench.approving import approve_all
from bench.corpus import Corpus
from bench.measuring import Run
from plugins.build.project import content_of
from plugins.desk.site import read_settings
from plugins.facts.figures import values_of, with_values
from plugins.facts.reading import HISTORY, read_book
from plugins.facts.writing import add_version, quoted, set_fields, version_entry

SETTINGS = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
from dataclasses import replace
from datetime import date
from pathlib import Path
HERE = Path(__file__).resolve().parent
PATH, OUTPUT_PATH, THEME = str(HERE / "content"), str(HERE / "output"), str(HERE / "theme")
SITEURL = "https://example.org"
CONSENTS = None
BUILD = Build(today=date(2026, 12, 1))
MACHINE = replace(MACHINE, tells_progress=False)
"""
ROOT = Path(__file__).resolve().parent.parent
"""Where the software is found from the folder of a site."""
FIGURE = "F-numbers-004"
"""The fact that gets other values: two figures, which many texts print."""


class Site:
    """
    A site in a folder of its own: `content/`, `theme/`, `output/` and what the build keeps beside them.
    """

    def __init__(self, home: Path, settings: str) -> None:
        self.home = home
        self.content = home / "content"
        self.output = home / "output"
        self.settings = home / settings
        self.edits = 0

    @property
    def run(self) -> Run:
        """A build in a process of its own, as `make html` does it."""
        command = (sys.executable, "-m", "plugins.build", "content", "-o", "output", "-s", self.settings.name)
        return Run((*command, "--fatal", "errors"), self.home, {"PYTHONPATH": str(ROOT)})

    def forget(self) -> None:
        """Remove all that builds have made and kept."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.home / ".cache", ignore_errors=True)
        for left in self.home.glob(f".{self.output.name}.*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()

    def edit_text(self) -> None:
        """One sentence more in one story."""
        self.edits += 1
        path = min((self.content / "stories").glob("*.md"))
        path.write_text(f"{path.read_text('utf-8')}\nSaid again {'and again ' * self.edits}.\n", "utf-8")

    def edit_fact(self) -> None:
        """Another value for one fact, with its history, as `make fact` writes it."""
        self.edits += 1
        folder = self.content / "facts"
        fact = read_book(folder, "facts")[0].facts[FIGURE]
        values = tuple(f"{int(value.removesuffix('%')) % 90 + self.edits % 2 + 1}%" for value in values_of(fact.claim))
        numbers, history = folder / "numbers.yml", folder / f"{HISTORY}.yml"
        text = set_fields(numbers.read_text("utf-8"), FIGURE, {"claim": quoted(with_values(fact.claim, values))})
        numbers.write_text(text, "utf-8")
        entry = version_entry(
            read_settings(self.settings)["BUILD"].today, "; ".join(values), reason="It was counted anew"
        )
        history.write_text(add_version(history.read_text("utf-8"), FIGURE, entry), "utf-8")

    def edit_template(self) -> None:
        """Another mark-up in the template of stories."""
        self.edits += 1
        path = self.home / "theme" / "templates" / "story.html"
        text = re.sub(r'<p class="soft"[^>]*>', f'<p class="soft" id="edit-{self.edits}">', path.read_text("utf-8"))
        path.write_text(text, "utf-8")

    def check_out(self) -> None:
        """All files of the content anew, as in a fresh checkout: the same bytes at other times, in other places."""
        other = self.home / "content.new"
        shutil.copytree(self.content, other, copy_function=shutil.copyfile)
        shutil.rmtree(self.content)
        other.rename(self.content)


def make_site(root: Path, home: Path, count: int, with_pictures: bool) -> Site:
    """A site of about so many texts that can be built."""
    site = Site(home, "benchconf.py")
    site.content.mkdir(parents=True)
    Corpus(root / "content", site.content, count, with_pictures).write()
    shutil.copytree(root / "theme", home / "theme")
    site.settings.write_text(SETTINGS.format(root=str(root)), "utf-8")
    approve_all(content_of(read_settings(site.settings)))
    return site
