"""
`make fact`: gives a figure a new value, or says that it was checked; `make facts IMPACT=…`: where a fact stands.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.gate import Content, open_library
from plugins.build.project import content_of
from plugins.build.running import collect
from plugins.consent.writing import replace_text
from plugins.desk.site import read_settings
from plugins.facts.book import FactBook
from plugins.facts.figures import values_of, with_values
from plugins.facts.history import changes_of
from plugins.facts.reading import HISTORY, read_book
from plugins.facts.review import next_review
from plugins.facts.writing import add_version, quoted, set_fields, version_entry
from plugins.library.library import Library
from plugins.offers import Offer, offering
from plugins.problems import ContentError, SettingsError, counted, did_you_mean


class FactWish(NamedTuple):
    """What an editor says of a fact; whatever was not said is empty."""

    id: str
    value: str
    period: str
    source: str
    reason: str
    correction: str
    checked: str


def fact(settings_file: Path, wish: FactWish) -> int:
    """Write the new value, its history and its next check, all or nothing; 1 where the content would be wrong."""
    settings = read_settings(settings_file)
    content = content_of(settings)
    book, _ = read_book(content.facts, "content/facts")
    name = known(wish.id, book)
    texts = changed_files(content, book, name, wish)
    with changed(content, texts) as other:
        try:
            before, after = open_any(content), open_library(other)[0]
        except ContentError as error:
            print(*error.report, sep="\n", file=sys.stderr)
            print("Nothing was written.", file=sys.stderr)
            return 1
    for file, text in texts.items():
        replace_text(content.facts / file, text)
    print(told(after.facts, name, wish))
    if before:
        tell_paths(differing(settings, before, after), "change with the next build")
    return 0


def facts(settings_file: Path, name: str) -> int:
    """Print every file of the site that shows anything of a fact."""
    settings = read_settings(settings_file)
    content = content_of(settings)
    book, _ = read_book(content.facts, "content/facts")
    name = known(name, book, "IMPACT")
    claim = book.facts[name].claim
    values = [f"{value}0" for value in values_of(claim)]
    other_claim = with_values(claim, values) if values else f"{claim} (changed)"
    file = f"{name.split('-')[1]}.yml"
    texts = {file: set_fields((content.facts / file).read_text("utf-8"), name, {"claim": quoted(other_claim)})}
    if values:
        texts[f"{HISTORY}.yml"] = add_version(
            history_text(content), name, version_entry(content.build.today, "; ".join(values))
        )
    with changed(content, texts) as other:
        before, after = open_library(content)[0], open_library(other)[0]
    tell_paths(differing(settings, before, after), f"show {name}")
    return 0


def known(name: str, book: FactBook, option: str = "ID") -> str:
    """The id of a fact that is there; SettingsError for any other."""
    if not name:
        raise SettingsError(f"say which fact: {option}=F-numbers-001")
    found = next((own for own in book.facts if own.lower() == name.strip().lower()), None)
    if found is None:
        raise SettingsError(f'there is no fact "{name}" in content/facts. {did_you_mean(name, book.facts)}')
    return found


def changed_files(content: Content, book: FactBook, name: str, wish: FactWish) -> dict[str, str]:
    """The files of facts that change, with their new texts. SettingsError where the wish cannot be done."""
    own, today = book.facts[name], content.build.today
    old = values_of(own.claim)
    fields = {"review_by": next_review(own.stale, today).isoformat(), "checked": today.isoformat()}
    file = f"{name.split('-')[1]}.yml"
    text = (content.facts / file).read_text("utf-8")
    if not wish.value:
        if wish.checked.lower() != "yes" and (name in book.history or not old):
            raise SettingsError('say the new figure, VALUE="…", or that the old one still stands, CHECKED=yes')
        if old and name not in book.history:
            history = add_version(history_text(content), name, version_entry(today, "; ".join(old)))
            return {f"{HISTORY}.yml": history}
        return {file: set_fields(text, name, fields)}
    values = tuple(part.strip() for part in wish.value.split(";"))
    refuse(wish, book, name, old, values)
    fields = {"claim": quoted(with_values(own.claim, values, wish.period or None))} | fields
    fields |= {"period": quoted(wish.period)} if wish.period else {}
    fields |= {"source": wish.source} if wish.source else {}
    entry = version_entry(
        today, "; ".join(values), period=wish.period, source=wish.source, reason=wish.reason,
        is_correction="yes" if wish.correction.lower() == "yes" else "",
    )  # fmt: skip
    return {
        file: set_fields(text, name, fields),
        f"{HISTORY}.yml": add_version(history_text(content), name, entry),
    }


def refuse(wish: FactWish, book: FactBook, name: str, old: tuple[str, ...], values: tuple[str, ...]) -> None:
    """SettingsError for a wish that would make a wrong or an unexplained figure."""
    if not old:
        raise SettingsError(f"{name} has no figure in braces: change its words in content/facts, then CHECKED=yes")
    if len(values) != len(old):
        raise SettingsError(
            f'{name} has {counted(len(old), "figure")}: give all of them, with ; between them: VALUE="{"; ".join(old)}"'
        )
    if values == old and not wish.period:
        raise SettingsError(f"{name} has these figures already; if they still stand, say CHECKED=yes")
    if any(set(value) & set("{}|") or not value for value in values):
        raise SettingsError("a figure is empty or holds one of { } |")
    if not wish.reason:
        raise SettingsError('say why it changes, as readers are told: REASON="The Home Office revised its table"')
    if wish.source and wish.source not in book.sources:
        near = did_you_mean(wish.source, book.sources)
        raise SettingsError(f'there is no source "{wish.source}" in content/facts/sources.yml. {near}')


def history_text(content: Content) -> str:
    """The history as it stands; a first line where there is none yet."""
    path = content.facts / f"{HISTORY}.yml"
    return path.read_text("utf-8") if path.is_file() else "# History: written by make fact.\n"


@contextmanager
def changed(content: Content, texts: dict[str, str]) -> Iterator[Content]:
    """The same content with other facts, which nobody else sees."""
    with tempfile.TemporaryDirectory(prefix="welcome-facts-") as folder:
        copy = Path(folder) / "facts"
        shutil.copytree(content.facts, copy)
        for file, text in texts.items():
            (copy / file).write_text(text, "utf-8")
        yield replace(content, facts=copy)


def open_any(content: Content) -> Library | None:
    """The library as it is; None where something is wrong, which the change may put right."""
    try:
        return open_library(content)[0]
    except ContentError:
        return None


def differing(settings: dict[str, Any], before: Library, after: Library) -> list[str]:
    """The paths of the files that are not the same in two libraries, by their keys."""
    for plugin in settings["PLUGINS"]:
        plugin.register()
    offer = Offer(settings)
    offering.send(settings, offer=offer)
    old, new = ({output.path: output.key for output in collect(own, offer)} for own in (before, after))
    return sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def tell_paths(paths: list[str], what: str) -> None:
    """Print the paths of files."""
    print(f"{counted(len(paths), 'file')} of the site {what}:")
    print(*(f"  {path}" for path in paths), sep="\n")


def told(book: FactBook, name: str, wish: FactWish) -> str:
    """One line that says what was done."""
    own = book.facts[name]
    again = f"To be checked again by {own.review_by}."
    changes = changes_of(name, book.history.get(name, ()))
    if not wish.value or not changes:
        return f"{name} was checked and stays as it is. {again}"
    last = changes[-1]
    return f"{name}: {last.old} became {last.new} ({last.severity}). {again}"
