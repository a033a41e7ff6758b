"""
The receipt of a withdrawal: what was done and searched, in words that can be handed to the person.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.manifest import read_manifest
from plugins.build.neighbours import Neighbours
from plugins.desk.papers import PAPERS, write_paper
from plugins.desk.reached import Told, tell_of_others
from plugins.desk.site import read_settings
from plugins.desk.testimony import find_testimony
from plugins.desk.withdrawal import MODES, Done, withdraw
from plugins.outputs import fingerprint
from plugins.problems import counted
from plugins.proof.leaks import Search, search

WORDS_STAY = frozenset({"delist", "anonymise"})
"""Ways in which the words stay in the project's folder."""

CLEAN = ("Nothing of it is left where this command can look.", "It stands at its own address, and nowhere else.")
"""The result, and the one for a text that only leaves the lists."""


class Receipt(NamedTuple):
    """What a withdrawal did, and what was found afterwards."""

    done: Done
    is_built: bool
    output: Search
    project: Search
    still_listed: tuple[str, ...]
    """Files that hold a text which should only keep its own address."""
    output_hash: str
    tracked: tuple[str, ...]
    """What git may still hold in its history: texts, pictures and recordings, as one would type them."""
    others: Told
    """What is known of those who show our texts elsewhere."""

    @property
    def is_clean(self) -> bool:
        """Whether all that should be gone is gone."""
        if not self.is_built or self.still_listed:
            return False
        if self.done.mode == "delist":
            return True
        return self.output.is_clean and (self.done.mode in WORDS_STAY or self.project.is_clean)


def withdraw_and_prove(settings_file: Path, asked: str, mode: str, key: str) -> int:
    """Withdraw, build the site again, search it, and write the receipt; 1 where anything is left."""
    settings = read_settings(settings_file)
    done = withdraw(settings, asked, mode, key)
    is_built = build(settings_file, settings)
    receipt = prove(settings, done, is_built)
    for path in write_receipt(settings, receipt):
        print(f"Wrote {PAPERS}/{path.name}.")
    if not key and mode not in ("delist",):
        print("WELCOME_TRACE_KEY is not set, so no traces were kept: later searches for these words cannot be made.")
    if receipt.is_clean:
        print(f"Withdrawn ({mode}): {done.consent_id}. {CLEAN[mode == 'delist']}")
        print("Publish now: commit the changes and push them, or run make publish. Then read the receipt to its end.")
        return 0
    print(
        f"ATTENTION: not all of {done.consent_id} is gone. The receipt says what was found and where.", file=sys.stderr
    )
    return 1


def build(settings_file: Path, settings: Mapping[str, Any]) -> bool:
    """Build the site as `make html` does."""
    command = [sys.executable, "-m", "plugins.build", settings["PATH"], "-o", settings["OUTPUT_PATH"]]
    done = subprocess.run([*command, "-s", str(settings_file), "--fatal", "errors"], check=False)
    return done.returncode == 0


def prove(settings: Mapping[str, Any], done: Done, is_built: bool) -> Receipt:
    """Search the output folder and the project's folder for what was withdrawn."""
    output = Path(settings["OUTPUT_PATH"])
    project = Path(settings["PATH"]).parent
    in_output = search(output, done.sought) if output.is_dir() else Search()
    in_project = search(project, done.sought) if done.mode not in WORDS_STAY else Search()
    entries = read_manifest(Neighbours(output).manifest).entries
    own_pages = {f"{address.lstrip('/')}index.html" for address in done.addresses}
    carrying = {path for path, entry in entries.items() if done.story in entry.carries}
    return Receipt(
        done=done,
        is_built=is_built,
        output=in_output,
        project=in_project,
        still_listed=tuple(sorted(carrying - own_pages)) if done.mode == "delist" else tuple(sorted(carrying)),
        output_hash=fingerprint(*(part for path in sorted(entries) for part in (path, entries[path].hash))),
        tracked=tuple(sorted(path_of(path, project) for path in done.removed if is_kept_by_git(path, settings))),
        others=others_after(settings, done),
    )


def others_after(settings: Mapping[str, Any], done: Done) -> Told:
    """What is known of others once the text was taken back."""
    found = find_testimony(settings, done.consent_id, is_tolerant=True)
    return tell_of_others(found.content, found.consent, list(found.records), english(settings))


def is_kept_by_git(path: Path, settings: Mapping[str, Any]) -> bool:
    """Whether git knows a file: what is content; never papers and what remembers earlier builds."""
    return path.resolve().is_relative_to(Path(settings["PATH"]).resolve())


def path_of(path: Path, project: Path) -> str:
    """A path as one would type it in the project's folder."""
    return os.path.relpath(path, project)


def write_receipt(settings: Mapping[str, Any], receipt: Receipt) -> list[Path]:
    """Write the receipt as HTML and as plain text."""
    project = Path(settings["PATH"]).parent
    name = f"receipt-{receipt.done.story}-{receipt.done.day}"
    words = english(settings)
    lines = receipt_lines(receipt, words("reach.title"))
    folder = project / PAPERS
    page = write_paper(Path(settings["THEME"]), folder, "receipt.html", f"{name}.html", words=words, parts=lines)
    text = folder / f"{name}.txt"
    text.write_text("\n\n".join("\n".join((heading.upper(), *body)) for heading, body in lines) + "\n", "utf-8")
    return [page, text]


def english(settings: Mapping[str, Any]) -> Any:
    """The words of the site's own language."""
    from plugins.languages.words import read_words

    languages = settings["LANGUAGES"]
    return read_words(languages)[languages.default]


def receipt_lines(receipt: Receipt, others_title: str) -> list[tuple[str, list[str]]]:
    """The receipt as headings with lines; nothing in it tells of the person or the words."""
    done = receipt.done
    clean, left = CLEAN[done.mode == "delist"], "NOT ALL IS GONE, see below."
    built = "The site was built anew."
    unbuilt = "THE SITE COULD NOT BE BUILT: mend what the build says, and build again."
    files = f"{counted(len(done.removed), 'file')} removed and {counted(len(done.changed), 'file')} changed"
    head = [
        f"Day: {done.day}. Text: {done.story}. Consent record: {done.consent_id}.",
        f"Way: {done.mode} ({MODES[done.mode]}).",
        f"Result: {clean if receipt.is_clean else left}",
    ]
    feeds = "Feeds say for 90 days that the piece is no longer available; afterwards they tell programs to forget it."
    what = [f"{files} in the project's folder.", built if receipt.is_built else unbuilt, feeds]
    return [
        ("Receipt of a withdrawal", head),
        ("What was done", what),
        ("What was searched", searched(receipt)),
        (others_title, others_lines(receipt)),
        ("What no search can see", cannot_see()),
        ("What to do now", to_do(receipt)),
    ]


def searched(receipt: Receipt) -> list[str]:
    """How much was looked at, for what, and what was found."""
    done, output, project = receipt.done, receipt.output, receipt.project
    lines = [
        f"Looked for {len(done.sought.sequences):,} sequences of six words (case, accents and markup do not count), "
        "for the printed name, and for pictures that look the same.",
        f"The built site: {counted(output.files, 'file')}, {output.size:,} bytes; its hash is {receipt.output_hash}.",
        *found_lines("the built site", output, receipt.done.mode != "delist"),
    ]
    if done.mode not in WORDS_STAY:
        lines.append(
            f"The project's folder without git's own: {counted(project.files, 'file')}, {project.size:,} bytes."
        )
        lines += found_lines("the project's folder", project, True)
    if receipt.still_listed:
        lines.append(f"STILL SAID TO HOLD IT: {', '.join(receipt.still_listed)}.")
    traces = f"{done.traces:,} keyed hashes of the words were kept, and no word, for later searches (make scan)."
    lines.append(traces if done.traces else "No traces were kept: a later search for these words cannot be made.")
    return lines


def found_lines(place: str, found: Search, must_be_clean: bool) -> list[str]:
    """What was found in one place."""
    if not must_be_clean:
        return []
    lines = [f"WORDS WERE FOUND in {place}: {path}." for path in found.words]
    lines += [f"A PICTURE WAS FOUND in {place}: {path}." for path in found.pictures]
    lines += [f"The name stands in {place}: {path}. Look whether it is another person's." for path in found.names]
    return lines or [f"Nothing was found in {place}."]


def cannot_see() -> list[str]:
    """The limits of every search, plainly."""
    return [
        "The history of git, and each clone and fork of the repository, still hold the words until they are purged.",
        "The host and its caches, the caches of search engines, and web archives may keep copies for days or for good.",
        "Other sites and readers who copied the feed are told to remove it: most do in about twelve hours, some never.",
        "Nobody can call back screenshots, printed pages and copies that people made.",
    ]


def others_lines(receipt: Receipt) -> list[str]:
    """What is known of others on the day of the receipt, and how to learn what became of it."""
    later = f"So it was on {receipt.done.day}. How it is now: make packet ID={receipt.done.consent_id}."
    return [*receipt.others.lines, *([later] if receipt.others.is_open else [])]


def to_do(receipt: Receipt) -> list[str]:
    """The commands and the letters."""
    steps = ["Publish the site: commit and push, or make publish."]
    if receipt.others.is_open:
        steps.append(f"Write to those who show it: make letters ID={receipt.done.consent_id}.")
    if receipt.done.mode != "delist":
        steps += [
            "Ask the host: 'Please empty all caches for our site. Pages were withdrawn for legal reasons.'",
            "Ask search engines to forget the address (they need it to answer 404 or 410 first).",
        ]
    if receipt.done.mode == "anonymise":
        steps.append("Write the new words, then: make readback, make approve, status: live.")
    elif receipt.done.mode != "delist":
        paths = " ".join(f"--path {path}" for path in receipt.tracked) or "--path content/testimonies/THE-FILE.md"
        steps += [
            f"Purge git's history (git-filter-repo must be installed): git filter-repo --invert-paths {paths}",
            "Then: git push --force --all, and everybody clones again. Ask the host of the repository to remove "
            "cached views and pull requests that show the file.",
        ]
    return [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
