"""
Consent records are read from their folder, and a fault in one is told at its place.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.consent.reading import read_consent, read_consents
from tests.make import lines_of, make_files

CONSENT = """\
id: C-7F3K9Q
story: 7f3k9q2m5x
public_name: {en: Amal, ar: أمل}
name_kind: pseudonym
scopes: {site: yes, feed: no, translate: [en]}
released_on: 2026-10-01
expires_on: 2028-10-01
status: live
checks_passed: {date: 2026-10-01, role: editor}
"""


def refusals_of(text):
    consent, problems = read_consent(text if isinstance(text, bytes) else text.encode(), "c.yml")
    assert consent is None
    return lines_of(problems)


def test_a_record_is_read():
    consent, problems = read_consent(CONSENT.encode(), "c.yml")

    assert [] == problems
    assert ("C-7F3K9Q", "أمل", True, False, ("en",)) == (
        consent.id, consent.name_in("ar"), consent.scopes.site, consent.scopes.feed, consent.scopes.translate,
    )  # fmt: skip


def test_a_name_may_be_the_same_in_all_languages():
    consent, problems = read_consent(CONSENT.replace("{en: Amal, ar: أمل}", "A friend").encode(), "c.yml")

    assert [] == problems
    assert "A friend" == consent.name_in("cy")


@pytest.mark.parametrize(
    ("line", "new", "expected"),
    [
        ("status: live", "status: alive", ['c.yml:8:9: status: "alive" is unknown here. Did you mean "live"?']),
        ("status: live\n", "", ["c.yml:1:1: status: this field is missing. Add it: live, paused or withdrawn."]),
        ("site: yes", "site: perhaps", ['c.yml:5:16: scopes.site: "perhaps" is neither yes nor no. Write yes or no.']),
        ("feed: no", "feeds: no",
         ["c.yml:5:21: scopes.feeds: this is not known here. Look for a misspelling, or remove it."]),
        ("translate: [en]", "translate: en",
         ['c.yml:5:42: scopes.translate: "en" is one value where a list is wanted. Write it in brackets: [en].']),
        ("expires_on: 2028-10-01", "expires_on: 2028", ['c.yml:7:13: expires_on: "2028" is no date. Write year, month and day as 2026-11-23.']),
        ("expires_on: 2028-10-01", "expires_on: 2025-10-01",
         ["c.yml:1:1: the consent ends before it begins. Look at released_on and expires_on again."]),
        ("id: C-7F3K9Q", "id: 7F3K9Q", ['c.yml:1:5: id: "7F3K9Q" is no consent id. Write it like C-7F3K9Q.']),
        ("name_kind: pseudonym", "name_kind: secret",
         ['c.yml:4:12: name_kind: "secret" is unknown here. Known here: first, none, pseudonym, real.']),
        ("checks_passed: {date: 2026-10-01, role: editor}", "checks_passed: {date: 2026-10-01, by: Ann}", [
            "c.yml:9:16: checks_passed.role: this is missing. Write it so: When and by which role the questions were asked.",
            "c.yml:9:35: checks_passed.by: this is not known here. Look for a misspelling, or remove it.",
        ]),
        ("status: live", "status: live\nage: 34", ["c.yml:9:1: age: there is no such field. Known here: approval, checks_passed, delisted_on, "
                                                  "expires_on, id, name_kind, paused_on, public_name, released_on, scopes, status, story, taken_back, withdrawn."]),
        ("status: live", "status: live\nstatus: paused",
         ["c.yml:9:9: status: this field stands here twice, first in line 8. Keep one of the two."]),
        ("status: live", "status: &s live", ['c.yml:8:9: "&s" names a value for repeating. Write the value, or put it in quotes.']),
    ],
)  # fmt: skip
def test_each_fault_has_its_place_and_its_cure(line, new, expected):
    assert line in CONSENT
    assert expected == refusals_of(CONSENT.replace(line, new))


@pytest.mark.parametrize("name", ["[Amal]", "{en: [Amal]}", "{EN: Amal}", "", "{en: }"])
def test_a_name_of_another_form_is_refused_once_and_at_its_place(name):
    (line,) = refusals_of(CONSENT.replace("{en: Amal, ar: أمل}", name))

    assert line.startswith("c.yml:3:")
    assert "public_name" in line and "function" not in line and "dict[" not in line


@pytest.mark.parametrize("text", [b"", b"# only a comment\n", b"---\n---\n", b"[]", b"\xff", b"a\x00", b"words"])
def test_what_is_no_record_is_refused_and_never_crashes(text):
    assert refusals_of(text)


def test_a_folder_of_records_is_read_by_id(tmp_path):
    make_files(tmp_path, {
        "c-7f3k9q.yml": CONSENT, "c-000002.yml": CONSENT.replace("C-7F3K9Q", "C-000002"), "README.md": "Words.", "notes.txt": "x",
    })  # fmt: skip
    consents, problems = read_consents(tmp_path, "content/consents")

    assert [] == problems
    assert {"C-7F3K9Q", "C-000002"} == set(consents)


def test_a_folder_that_is_not_there_holds_no_records(tmp_path):
    """
    A real site keeps it private, and a clone without it must still build.
    """
    assert ({}, []) == read_consents(tmp_path / "none", "content/consents")


def test_a_record_bears_its_id_as_its_name(tmp_path):
    make_files(tmp_path, {"amal.yml": CONSENT})
    _, problems = read_consents(tmp_path, "content/consents")

    assert [
        'content/consents/amal.yml:1:1: this record has the id "C-7F3K9Q". Rename the file to c-7f3k9q.yml.'
    ] == lines_of(problems)


def test_no_two_records_have_one_id(tmp_path):
    make_files(tmp_path, {"c-7f3k9q.yml": CONSENT, "c-other.yml": CONSENT})
    _, problems = read_consents(tmp_path, "content/consents")

    assert [
        'content/consents/c-other.yml:1:1: this record has the id "C-7F3K9Q". Rename the file to c-7f3k9q.yml.',
        'content/consents/c-other.yml:1:1: "C-7F3K9Q" is the id of another record. Correct one of the two.',
    ] == lines_of(problems)


def test_a_fault_in_one_record_hides_no_other(tmp_path):
    broken = CONSENT.replace("status: live", "status: x")
    make_files(tmp_path, {"c-7f3k9q.yml": CONSENT, "a.yml": broken, "b.yml": b"\xff"})
    consents, problems = read_consents(tmp_path, "c")

    assert {"C-7F3K9Q"} == set(consents)
    assert ["c/a.yml:8:9", "c/b.yml:1:1"] == [line.partition(": ")[0] for line in lines_of(problems)]


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_record_or_problems_and_never_an_exception(raw):
    consent, problems = read_consent(raw, "c.yml")

    assert (consent is None) == bool(problems)
