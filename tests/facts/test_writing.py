"""
A field of a fact is written, and every other line stays as somebody wrote it.
"""

import pytest

from plugins.facts.writing import add_version, quoted, set_fields

TEXT = """\
# What each field means: README.md.

F-a-001:
  claim: "{7} people."   # an editor's note
  period: >
    in the long
    year 2025
  source: S-one

# The next one.
F-a-002:
  claim: "Other."
"""


def test_fields_are_replaced_where_they_stand_and_new_ones_come_last():
    changed = set_fields(TEXT, "F-a-001", {"period": '"2026"', "checked": "2026-12-02"})

    assert (
        TEXT.replace("  period: >\n    in the long\n    year 2025\n", '  period: "2026"\n').replace(
            "  source: S-one\n", "  source: S-one\n  checked: 2026-12-02\n"
        )
        == changed
    )


def test_the_last_fact_of_a_file_is_written_like_any_other():
    assert TEXT + "  checked: 2026-12-02\n" == set_fields(TEXT, "F-a-002", {"checked": "2026-12-02"})


def test_a_fact_that_is_not_there_is_not_written():
    with pytest.raises(KeyError):
        set_fields(TEXT, "F-a-003", {"checked": "2026-12-02"})


def test_a_version_comes_after_those_of_its_fact():
    history = 'F-a-001:\n  - {date: 2026-11-22, value: "7"}\nF-a-002:\n  - {date: 2026-11-22, value: "1"}\n'
    entry = {"date": "2026-12-02", "value": quoted('8 "or so"')}

    assert history.replace("F-a-002", '  - {date: 2026-12-02, value: "8 \\"or so\\""}\nF-a-002', 1) == add_version(
        history, "F-a-001", entry
    )
    assert add_version("# History.\n", "F-a-009", entry).startswith("# History.\nF-a-009:\n  - {date: 2026-12-02")
