"""
Answers go into the register, and every other byte of it stays as somebody wrote it.
"""

import re
from datetime import date

import pytest

from plugins.embedders.reading import read_embedders
from plugins.embedders.writing import CannotWrite, add_answer
from tests.embedders.test_reading import ENTRY

DAY = date(2026, 11, 23)
ITEM = "{for: 7f3k9q2m5x, on: 2026-11-23, answer: kept}"
OTHER = '# Before the other.\nother:\n  name: "Other"\n'


def added(text, name="a-group", answer="kept"):
    return add_answer(text, name, "7f3k9q2m5x", DAY, answer)


@pytest.mark.parametrize(
    "before",
    ["", "# The first line.\n\n", "# أهلا\n\n# Two\n"],
)
@pytest.mark.parametrize("after", ["", "\n# Later.\n\n", f"\n\n{OTHER}", "   # indented words\n"])
def test_an_answer_is_added_to_its_entry_and_nothing_else_changes(before, after):
    assert f"{before}{ENTRY}  answers:\n    - {ITEM}\n{after}" == added(before + ENTRY + after)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_second_answer_stands_after_the_first(ending, tmp_path):
    """
    Also in a file with the line ends of another system, and as its last line.
    """
    text = f"{ENTRY}\n{OTHER}".replace("\n", ending)
    twice = added(added(text), answer="confirmed")
    (tmp_path / "e.yml").write_bytes(twice.split(f"{ending}{ending}")[0].encode())
    embedders, problems = read_embedders(tmp_path / "e.yml", "e.yml")

    assert twice.count(ending) == twice.count("\n")
    assert twice.endswith(f"\n{OTHER}".replace("\n", ending))
    assert ([], ["kept", "confirmed"]) == (problems, [own.answer for own in embedders["a-group"].answers])


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("  answers: []\n", f"  answers:\n    - {ITEM}\n"),
        ("  answers: [ ]  # none yet\n", f"  answers:  # none yet\n    - {ITEM}\n"),
        ("  answers:\n", f"  answers:\n    - {ITEM}\n"),
        ("  answers:\n  - {for: a, on: b, answer: c}\n", f"  answers:\n  - {{for: a, on: b, answer: c}}\n  - {ITEM}\n"),
        (
            "  answers:\n    - for: a\n      on: b\n  since: 2026-11-02\n",
            f"  answers:\n    - for: a\n      on: b\n    - {ITEM}\n  since: 2026-11-02\n",
        ),
    ],
)
def test_however_the_answers_were_written_before(field, expected):
    entry = ENTRY.replace("  since: 2026-11-01\n", "")

    assert f"{entry}{expected}\n{OTHER}" == added(f"{entry}{field}\n{OTHER}")


def test_a_file_that_ends_within_its_last_line_is_ended_first():
    assert f"{ENTRY}  answers:\n    - {ITEM}\n" == added(ENTRY.rstrip("\n"))


@pytest.mark.parametrize("text", ["a-group: {name: A, method: block}\n", f"{ENTRY}  answers: [{ITEM}]\n"])
def test_what_cannot_be_changed_safely_is_left_to_a_person(text):
    """
    With the very line to write.
    """
    with pytest.raises(CannotWrite, match=re.escape(f"- {ITEM}")):
        added(text)


def test_nobody_of_this_id_is_a_key_error():
    with pytest.raises(KeyError):
        added(ENTRY, "b-group")
