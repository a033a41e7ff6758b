"""
Long runs of random edits: after each, what an incremental build leaves must be what a clean build makes.

    make soak N=1000 SEED=1
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from plugins.build.gate import Content, open_library
from plugins.build.project import content_of
from plugins.build.running import collect, run
from plugins.desk.site import read_settings
from plugins.facts.writing import add_version, quoted, set_fields, version_entry
from plugins.offers import Offer, offering
from plugins.problems import ContentError
from tests.make import read_files
from tests.small_site.site import HERE

FIRST_DAY = date(2026, 11, 23)


class Run:
    """
    One site, edited again and again; every choice comes from the seed.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.folder = folder
        self.content_folder = folder / "content"
        shutil.copytree(HERE / "content", self.content_folder)
        shutil.copy(HERE / "smallconf.py", folder)
        self.settings = read_settings(folder / "smallconf.py")
        for plugin in self.settings["PLUGINS"]:
            plugin.register()
        self.content = content_of(self.settings)
        self.output = folder / "output"
        self.counted = {"built": 0, "refused": 0}
        self.removed: dict[Path, bytes] = {}
        self.build(self.content, self.output)

    def build(self, content: Content, output: Path) -> bool:
        """Build into a folder; False where the content is refused."""
        offer = Offer(self.settings)
        offering.send(self.settings, offer=offer)
        try:
            library, _ = open_library(content)
            outputs = collect(library, offer)
            proofs = [make(library, frozenset(own.path for own in outputs)) for make in offer.proofs]
            run(outputs, proofs, output)
        except ContentError:
            return False
        return True

    def step(self) -> str:
        """One edit and both builds; the name of the edit. AssertionError where the two sites differ."""
        edit = self.random.choice(EDITS)
        before = read_files(self.output)
        kept = {path: path.read_bytes() for path in self.content_folder.rglob("*") if path.is_file()}
        name = edit(self) or edit.__name__
        with tempfile.TemporaryDirectory() as other:
            is_clean_built = self.build(replace(self.content, cache=None), Path(other) / "output")
            assert is_clean_built == self.build(self.content, self.output), f"{name}: only one of the two is refused"
            found = read_files(self.output)
            if is_clean_built:
                wanted = read_files(Path(other) / "output")
                differing = sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))
                assert not differing, f"{name}: {differing}"
                self.counted["built"] += 1
            else:
                assert edit in HARMING or before == found, f"{name}: a refused build changed the site"
                self.counted["refused"] += 1
                self.put_back(kept)
        return name

    def put_back(self, kept: dict[Path, bytes]) -> None:
        """Undo an edit that was refused, so that the next one is not refused for it."""
        for path in self.content_folder.rglob("*"):
            if path.is_file() and path not in kept:
                path.unlink()
        for path, content in kept.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def pick(self, pattern: str) -> Path:
        """One of the files of the content."""
        return self.random.choice(sorted(self.content_folder.glob(pattern)))

    def change(self, path: Path, old: str, new: str) -> None:
        """Replace the first place at which a pattern is found in a file; one that was removed stays so."""
        if not path.is_file():
            return
        path.write_text(re.sub(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8")

    def word(self) -> str:
        """A word that stands nowhere else."""
        return "w" + "".join(self.random.choice("bdfgkmprtvz") for _ in range(8))


OURS = "[!tcf.]*/*.md"
"""Texts that are no testimonies, consents or facts."""


def add_words(own: Run) -> str | None:
    """The body of a text grows."""
    path = own.pick(OURS)
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\nA {own.word()} more.\n", "utf-8")
    return None


def change_title(own: Run) -> str | None:
    """A text has another title."""
    own.change(own.pick(OURS), r"^title: .*$", f"title: The {own.word()}")
    return None


def change_date(own: Run) -> str | None:
    """A text has another day, which may not have come yet."""
    day = FIRST_DAY - timedelta(days=own.random.randint(-3, 60))
    own.change(own.pick("stories/*.md"), r"^date: .*$", f"date: {day}")
    return None


def change_status(own: Run) -> str | None:
    """A text is taken back to its writer, or published."""
    status = own.random.choice(["draft", "ready", "published", "published"])
    own.change(own.pick(OURS), r"^status: .*$", f"status: {status}")
    return None


def rename(own: Run) -> str | None:
    """A text has another address."""
    path = own.pick("stories/*.md")
    path.rename(path.with_name(f"{own.word()}.md" if path.name.count(".") == 1 else path.name))
    return None


def remove(own: Run) -> str | None:
    """A text is gone, or one that was gone comes back."""
    if own.removed and own.random.random() < 0.5:
        path, content = own.removed.popitem()
        path.write_bytes(content)
        return "bring_back"
    path = own.pick("[!tcfp.]*/*.md")
    own.removed[path] = path.read_bytes()
    path.unlink()
    return None


def change_her_words(own: Run) -> str | None:
    """Somebody changes the words of a person: always refused."""
    path = own.pick("testimonies/*.md")
    path.write_text(f"{path.read_text('utf-8').rstrip()} {own.word()}\n", "utf-8")
    return None


def change_scope(own: Run) -> str | None:
    """A person allows a channel, or takes it back."""
    channel, answer = own.random.choice(["site", "feed", "card"]), own.random.choice(["yes", "no"])
    own.change(own.pick("consents/*.yml"), rf"{channel}: (yes|no)", f"{channel}: {answer}")
    return f"change_scope {channel} {answer}"


def change_end(own: Run) -> str | None:
    """A consent ends on another day."""
    day = FIRST_DAY + timedelta(days=own.random.randint(-5, 300))
    own.change(own.pick("consents/*.yml"), r"^expires_on: .*$", f"expires_on: {day}")
    return None


def change_figure(own: Run) -> str | None:
    """A figure has another value, with its history."""
    facts = own.content_folder / "facts"
    values = (f"{own.random.randint(10, 90)}%", f"{own.random.randint(10, 90)}%")
    claim = f'"Of all the cups {{{values[0]}}} are full, and {{{values[1]}|2024}} are warm."'
    text = set_fields((facts / "tests.yml").read_text("utf-8"), "F-tests-004", {"claim": claim})
    (facts / "tests.yml").write_text(text, "utf-8")
    entry = version_entry(own.content.build.today, "; ".join(values), reason=f"A {own.word()}.")
    path = facts / "history.yml"
    path.write_text(add_version(path.read_text("utf-8"), "F-tests-004", entry), "utf-8")
    return None


def change_review(own: Run) -> str | None:
    """A fact is to be checked on another day."""
    path = own.content_folder / "facts/tests.yml"
    day = FIRST_DAY + timedelta(days=own.random.randint(-5, 300))
    path.write_text(set_fields(path.read_text("utf-8"), "F-tests-004", {"review_by": str(day)}), "utf-8")
    return None


def change_word(own: Run) -> str | None:
    """A word of the glossary has another meaning."""
    own.change(own.content_folder / "glossary/saucer.md", r"^summary: .*$", f"summary: A {own.word()} for a cup.")
    return None


def change_topic(own: Run) -> str | None:
    """A topic has another name."""
    own.change(own.content_folder / "topics.yml", r"title: \{en: [^,}]*", f"title: {{en: The {own.word()}")
    return None


def change_alternative(own: Run) -> str | None:
    """A picture is described in other words."""
    own.change(own.content_folder / "pictures/two-squares.yml", r"en: .*$", f"en: {quoted(f'A {own.word()}.')}")
    return None


def change_day(own: Run) -> str | None:
    """Time passes, or somebody sets the clock back."""
    day = FIRST_DAY + timedelta(days=own.random.randint(-20, 400))
    own.content = replace(own.content, build=replace(own.content.build, today=day))
    return f"change_day {day}"


def harm_output(own: Run) -> str | None:
    """Files of the site are lost or spoilt."""
    for path in own.random.sample(sorted(path for path in own.output.rglob("*") if path.is_file()), 3):
        if own.random.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-1] + b"?")
    return None


def lose_state(own: Run) -> str | None:
    """What builds remember is lost or spoilt."""
    names = ["output.manifest.json", ".cache/bodies.json"]
    path = own.folder / f".{names[0]}" if own.random.random() < 0.5 else own.folder / names[1]
    if path.is_file():
        path.write_bytes(path.read_bytes()[: own.random.randint(0, 200)])
    return f"lose_state {path.name}"


def leave_journal(own: Run) -> str | None:
    """An earlier build was cut off while it put files in place."""
    paths = [path.relative_to(own.output).as_posix() for path in own.output.rglob("*.html")]
    (own.folder / ".output.journal.json").write_text(str(sorted(paths)[:5]).replace("'", '"'), "utf-8")
    return None


EDITS: tuple[Callable[[Run], str | None], ...] = (
    add_words, add_words, change_title, change_date, change_status, rename, remove, change_her_words, change_scope,
    change_end, change_figure, change_review, change_word, change_topic, change_alternative, change_day, harm_output,
    lose_state, leave_journal,
)  # fmt: skip
HARMING = (harm_output, lose_state, leave_journal)


def main(arguments: list[str] | None = None) -> int:
    """Run as many edits as wanted, and say what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    done: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="welcome-soak-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        own = Run(site, options.seed)
        for number in range(1, options.edits + 1):
            name = own.step().partition(" ")[0]
            done[name] = done.get(name, 0) + 1
            if number % 50 == 0:
                print(f"{number} edits: {own.counted}", flush=True)
    print(
        f"Seed {options.seed}: {options.edits} edits without a difference, {own.counted}. {dict(sorted(done.items()))}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
