"""
Reads the folder of charts: each a `.yml` file, and a `.csv` beside it where its figures are no facts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.charts.checking import Draft, check_draft
from plugins.charts.entries import Book, Entry, Place
from plugins.charts.filling import check_languages, check_source, fill_rows, find_whole
from plugins.charts.model import DEFAULT, Chart, ChartFront, Cited, Point, Series
from plugins.charts.table import LARGEST, read_table
from plugins.facts.figures import read_reference
from plugins.once import Remember, make_anew
from plugins.outputs import fingerprint
from plugins.problems import Problem, Severity, did_you_mean
from plugins.records.document import Document, read_document
from plugins.records.fields import SLUG
from plugins.records.freezing import remembered
from plugins.records.reading import decode
from plugins.records.validation import validate

IGNORED = "README.md"

TYPES = (Chart, Series, Point, Cited)
"""What a chart is made of."""


@dataclass
class _Folder:
    """The files of the folder, and the tables that charts use."""

    shown: str
    sides: dict[str, Path] = field(default_factory=dict)
    tables: dict[str, Path] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def blame(self, name: str, what: str, todo: str, severity: Severity = Severity.ERROR) -> None:
        """Note what is wrong with a whole file."""
        self.problems.append(Problem(f"{self.shown}/{name}", 1, 1, what, todo, severity))


def read_charts(
    folder: Path, shown: str, book: Book, languages: Collection[str] = (), remember: Remember = make_anew
) -> tuple[dict[str, Chart], list[Problem]]:
    """
    All charts by name, with what is wrong with any; none where the folder is missing.

    `shown` is the folder as an editor types it. Where `languages` are given,
    words in any other are refused.
    """
    files = _list_files(folder, shown)
    if files.problems:
        return _read_all(files, book, languages)
    paths = (*files.sides.values(), *files.tables.values())
    raws = (part for path in paths for part in (path.name, _known_bytes(path)))
    digest = fingerprint("charts", repr((book.facts, book.sources)), *languages, *raws)
    return remembered(remember, digest, TYPES, lambda: _read_all(files, book, languages))


def _known_bytes(path: Path) -> bytes:
    """The bytes of a file by which it is known; none where reading will tell that it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _read_all(files: _Folder, book: Book, languages: Collection[str]) -> tuple[dict[str, Chart], list[Problem]]:
    charts: dict[str, Chart] = {}
    for name, path in files.sides.items():
        raw = _read_bytes(path, files)
        chart = _read_chart(name, raw, files, book, languages) if raw is not None else None
        if chart:
            charts[name] = chart
    for name in sorted(files.tables.keys() - files.used):
        files.blame(name, "no chart uses this table", f"Name it in a chart: data: {name}", Severity.WARNING)
    return charts, files.problems


def _list_files(folder: Path, shown: str) -> _Folder:
    files = _Folder(shown)
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name == IGNORED or path.name.startswith("."):
            continue
        if path.is_symlink() or not path.is_file():
            files.blame(path.name, "this is no file", "Put the files themselves here, without folders or links.")
        elif path.suffix not in (".yml", ".csv"):
            files.blame(path.name, "this is no chart", "Remove it, or name it with .yml or .csv.")
        elif not SLUG.match(path.stem):
            what = f'"{path.stem}" is no name of a chart'
            files.blame(path.name, what, "Use lower-case letters, digits and hyphens only.")
        elif path.suffix == ".yml":
            files.sides[path.stem] = path
        else:
            files.tables[path.name] = path
    return files


def _read_bytes(path: Path, files: _Folder) -> bytes | None:
    """The bytes of a file, unless it is too large or cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            files.blame(
                path.name, f"this file is larger than {LARGEST:,} bytes", "A chart is a few figures: keep those."
            )
            return None
        return path.read_bytes()
    except OSError as error:
        files.blame(path.name, f"this file cannot be read ({error.strerror})", "Look at its permissions.")
        return None


def _read_chart(name: str, raw: bytes, files: _Folder, book: Book, languages: Collection[str]) -> Chart | None:
    path = f"{files.shown}/{name}.yml"
    text = decode(raw, path)
    document = Document(problems=[text], is_whole=False) if isinstance(text, Problem) else read_document(text, path)
    _note_use(name, document, files)
    front, problems = validate(ChartFront, document, path)
    if front:
        problems += check_languages(front, document, path, languages)
        problems += check_source(front, document, path, book)
    at = _place(document, path, "data" if front and front.data else "rows")
    if front and (front.rows is None) == (front.data is None):
        what = "both rows and data are given" if front.data else "there are no figures"
        todo = "Keep one of the two." if front.data else "Add rows: made of facts, or data: the name of a CSV file."
        problems.append(at.problem(what, todo))
        front = None
    if front is None:
        files.problems += problems
        return None
    entries, wrong = _entries(front, document, at, files, book)
    whole, faults = find_whole(front, _place(document, path, "whole"), book)
    problems += [*wrong, *faults]
    rest = _place(document, path, "whole" if front.kind != "share" and front.whole else "rest")
    draft = Draft(front, tuple(entries), at, _place(document, path, "unit"), rest, whole)
    problems += [] if wrong or faults else check_draft(draft)
    files.problems += problems
    return None if problems else _make_chart(name, draft, book)


def _note_use(name: str, document: Document, files: _Folder) -> None:
    """A table is used by the chart that names it, whether or not the rest of it is right."""
    data = document.values.get("data")
    files.used.add(data.strip() if isinstance(data, str) else f"{name}.csv" if not document.is_whole else "")


def _place(document: Document, path: str, name: str) -> Place:
    return Place(path, document.marks.get((name,), (1, 1)))


def _entries(
    front: ChartFront, document: Document, at: Place, files: _Folder, book: Book
) -> tuple[list[Entry], list[Problem]]:
    if front.data is None:
        return fill_rows(front, document, at.path, book)
    if front.data not in files.tables:
        what = f'data: there is no table "{front.data}" in {files.shown}'
        return [], [at.problem(what, did_you_mean(front.data, files.tables))]
    before = len(files.problems)
    raw = _read_bytes(files.tables[front.data], files)
    if raw is None:
        return [], [files.problems.pop() for _ in files.problems[before:]]
    return read_table(raw, f"{files.shown}/{front.data}", front.unit[DEFAULT])


def _make_chart(name: str, draft: Draft, book: Book) -> Chart:
    front = draft.front
    facts = tuple(dict.fromkeys(entry.fact for entry in draft.entries if entry.fact))
    whole = read_reference(front.whole) if front.whole else None
    facts = tuple(dict.fromkeys((*facts, whole[0]))) if whole else facts
    ids = dict.fromkeys((front.source, *(book.facts[fact].source for fact in facts)))
    return Chart(
        name=name,
        kind=front.kind,
        titles=front.title,
        descriptions=front.description,
        units=front.unit,
        periods=front.period,
        source=front.source,
        sources=tuple(_cite(source, book.sources) for source in ids if source in book.sources),
        facts=facts,
        is_recalled=any(book.facts[fact].status == "recalled" for fact in facts),
        series=tuple(
            Series(group[0].names, tuple(entry.point for entry in group)) for group in map(draft.of_group, draft.groups)
        ),
        whole=draft.total if front.kind == "share" else None,
        rest=front.rest if front.kind == "share" else None,
    )


def _cite(source: str, sources: Mapping[str, object]) -> Cited:
    found = sources[source]
    return Cited(*(str(getattr(found, name)) for name in ("publisher", "title", "address", "date")))
