"""
`make letters`: a letter to each who shows what was taken back or put right; `make answer`: writes down what they said.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.gate import Content
from plugins.consent.writing import replace_text
from plugins.desk.notices import Notice, find_notice
from plugins.desk.papers import LETTERS, PAPERS, write_paper
from plugins.desk.site import read_settings
from plugins.embedders.model import ANSWERS, Embedder
from plugins.embedders.reach import reach_of
from plugins.embedders.reading import REGISTER, read_embedders
from plugins.embedders.settings import Embedders
from plugins.embedders.writing import CannotWrite, add_answer
from plugins.problems import SettingsError, counted, did_you_mean

DAYS_FOR_WITHDRAWALS, DAYS_FOR_CORRECTIONS = 7, 14
"""How many days those who get a letter have."""


class AnswerWish(NamedTuple):
    """What an editor says of an answer."""

    id: str
    sender: str
    answer: str


def letters(settings_file: Path, asked: str) -> int:
    """Write a letter to each who may show it and has not said that it is gone."""
    settings = read_settings(settings_file)
    content, notice = find_notice(settings, asked)
    embedders = register_of(content)
    reach = reach_of(notice.subject, embedders)
    folder = content.folder.parent / PAPERS / LETTERS / notice.subject.id
    shutil.rmtree(folder, ignore_errors=True)
    if not reach.all:
        print(f"There is no letter to write: by {content.shown}/{REGISTER} nobody shows {notice.subject.id}.")
        return 0
    if not reach.open:
        print(f"There is no letter to write: all {len(reach.all)} have confirmed.")
        return 0
    days = DAYS_FOR_CORRECTIONS if notice.correction else DAYS_FOR_WITHDRAWALS
    deadline = content.build.today + timedelta(days=days)
    wanted = {name: own for name, own in embedders.items() if name in reach.open}
    write_letters(settings, content, folder, notice, wanted, deadline)
    done = f"; confirmed already: {len(reach.confirmed)} of {len(reach.all)}" if reach.confirmed else ""
    print(f"Wrote {counted(len(wanted), 'letter')} into {PAPERS}/{LETTERS}/{folder.name}/, with all.csv{done}.")
    print(
        f"Please send them. Then, for each answer: make answer ID={folder.name} FROM={reach.open[0]} ANSWER=confirmed"
    )
    return 0


def write_letters(
    settings: Mapping[str, Any],
    content: Content,
    folder: Path,
    notice: Notice,
    embedders: Mapping[str, Embedder],
    deadline: date,
) -> None:
    """Write the letters, and a table of them."""
    words = content.words[content.languages.default]
    own = settings.get("EMBEDDERS", Embedders())
    for name, embedder in embedders.items():
        write_paper(
            Path(settings["THEME"]),
            folder,
            "letter.txt",
            f"{name}.txt",
            notice=notice,
            embedder=embedder,
            concerned=notice.subject.shown_by(embedder),
            deadline=words.date(deadline),
            site=settings["SITENAME"],
            home=f"{content.site_url}/",
            answer_to=own.answer_to,
        )
    write_table(folder / "all.csv", embedders, deadline)


def write_table(path: Path, embedders: Mapping[str, Embedder], deadline: date) -> None:
    """Write who gets a letter, where to send it, and by when they are asked to answer."""
    rows: Iterable[tuple[object, ...]] = ((name, own.method, own.contact, deadline) for name, own in embedders.items())
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("embedder", "method", "contact", "deadline"), *rows])


def register_of(content: Content) -> dict[str, Embedder]:
    """Everybody in the register; SettingsError where it cannot be read in full, since somebody would be forgotten."""
    embedders, problems = read_embedders(content.folder / REGISTER, f"{content.shown}/{REGISTER}")
    if problems:
        raise SettingsError("\n".join(map(str, problems)))
    return embedders


def answer(settings_file: Path, wish: AnswerWish) -> int:
    """Write an answer into the register, and say how many are left."""
    settings = read_settings(settings_file)
    content, notice = find_notice(settings, wish.id)
    embedders = register_of(content)
    sender, said = known_sender(wish.sender, embedders), known_answer(wish.answer)
    if not notice.subject.may_be_shown_by(embedders[sender]):
        shown = f"{content.shown}/{REGISTER}"
        raise SettingsError(f"{sender} got no letter: by {shown} it does not show {notice.subject.id}. Mend it there.")
    path, today = content.folder / REGISTER, content.build.today
    try:
        text = add_answer(path.read_bytes().decode("utf-8"), sender, notice.subject.id, today, said)
    except CannotWrite as line:
        raise SettingsError(
            f'the entry "{sender}" cannot be changed safely: add this line to its answers in {path.name}: {line}'
        ) from None
    replace_text(path, text)
    reach = reach_of(notice.subject, register_of(content))
    print(f"Wrote down: {sender}, {said}. Confirmed: {len(reach.confirmed)} of {len(reach.all)}.")
    return 0


def known_sender(name: str, embedders: Mapping[str, Embedder]) -> str:
    """The id of somebody in the register."""
    wanted = name.strip().lower()
    if not wanted:
        raise SettingsError("say whose answer it is, by the id in content/embedders.yml: FROM=a-group")
    if wanted not in embedders:
        raise SettingsError(
            f'nobody in content/{REGISTER} has the id "{name.strip()}". {did_you_mean(wanted, embedders)}'
        )
    return wanted


def known_answer(said: str) -> str:
    """One of the answers there are."""
    wanted = said.strip().lower()
    if wanted not in ANSWERS:
        options = f"Say ANSWER={', ANSWER='.join(ANSWERS)}."
        near = did_you_mean(wanted, ANSWERS) if wanted else ""
        raise SettingsError(" ".join(part for part in (f'"{said.strip()}" is no answer.', near, options) if part))
    return wanted
