"""
The manifest says what stands in the output folder, and lies beside it.
"""

import marshal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.basis import UNKNOWN
from plugins.build.manifest import MARK, Entry, Manifest, hash_bytes, manifest_of, read_manifest, write_manifest
from plugins.build.neighbours import Neighbours, read_journal, write_journal, write_whole
from plugins.whole import sealed

ENTRY = Entry("site", "key", "hash", ("7f3k9q2m5x", "8f3k9q2m5x"), 12, 1_764_000_000_123_456_789)


def test_what_is_written_is_read_again(tmp_path):
    manifest = manifest_of({"b/index.html": ENTRY, "a": Entry("feed", "k", "h", (), 0, 0), "قصة": ENTRY})
    write_manifest(tmp_path / "m.json", manifest)

    assert manifest == read_manifest(tmp_path / "m.json")


def test_the_same_manifest_gives_the_same_bytes(tmp_path):
    write_manifest(tmp_path / "one", manifest_of({"a": ENTRY, "b": ENTRY}))
    write_manifest(tmp_path / "two", manifest_of({"b": ENTRY, "a": ENTRY}))

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


MANY = {f"{number}/index.html": ENTRY._replace(carries=(f"id-{number % 7}",), size=number) for number in range(500)}


def test_the_files_that_carry_a_text_are_found_among_all():
    manifest = manifest_of(MANY)

    assert {path: own for path, own in MANY.items() if own.carries == ("id-3",)} == manifest.carrying({"id-3"})
    assert {} == manifest.carrying(set()) == manifest.carrying({"id-9"})


def test_a_manifest_of_which_some_entries_changed_is_that_of_all(tmp_path):
    changed = {path: ENTRY._replace(hash="another", size=9) for path in ("3/index.html", "77/index.html")}
    write_manifest(tmp_path / "few", manifest_of(MANY, "software").with_entries(changed, UNKNOWN))
    write_manifest(tmp_path / "all", manifest_of({**MANY, **changed}, "software"))

    assert (tmp_path / "few").read_bytes() == (tmp_path / "all").read_bytes()


def test_it_is_told_whether_all_files_have_passed_the_same_proofs():
    passed = {path: own._replace(passed=("a", "b")) for path, own in MANY.items()}
    one = {**passed, "5/index.html": ENTRY._replace(passed=("a",))}

    assert manifest_of(passed).has_all_passed(("a", "b"))
    assert [False] * 3 == [
        manifest_of(own).has_all_passed(proofs) for own, proofs in ((passed, ("a",)), (one, ("a", "b")), (MANY, ("a",)))
    ]


@pytest.mark.parametrize("what", ["cut", "turned", "other version", "other form", "nothing"])
def test_a_manifest_that_is_not_what_was_written_is_an_empty_one(tmp_path, what):
    """
    Then every file is made again, which is always right.
    """
    path = tmp_path / "m"
    write_manifest(path, manifest_of({"a": ENTRY}))
    raw = path.read_bytes()
    path.write_bytes({
        "cut": raw[:-1],
        "turned": raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:],
        "other version": raw.replace(b"manifest 7", b"manifest 6"),
        "other form": sealed(MARK, marshal.dumps([1])),
        "nothing": b"",
    }[what])  # fmt: skip

    assert Manifest() == read_manifest(path)


def test_a_missing_manifest_is_an_empty_one(tmp_path):
    assert Manifest() == read_manifest(tmp_path / "none.json")
    assert Manifest() == read_manifest(tmp_path)


@given(st.binary())
def test_no_bytes_of_a_manifest_stop_a_build(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(raw)

    assert Manifest() == read_manifest(path)
    assert read_journal(path) is not None


def test_it_lies_beside_the_folder_and_never_inside():
    beside = Neighbours(Path("site/output"))

    assert (Path("site/.output.manifest"), Path("site/.output.journal.json"), Path("site/.output.staging")) == (
        beside.manifest, beside.journal, beside.staging,
    )  # fmt: skip


def test_two_folders_beside_each_other_do_not_share():
    assert Neighbours(Path("a/one")).manifest != Neighbours(Path("a/two")).manifest


def test_a_journal_names_the_paths_that_may_have_been_touched(tmp_path):
    write_journal(tmp_path / "j.json", ["b", "a", "قصة"])

    assert {"a", "b", "قصة"} == read_journal(tmp_path / "j.json")


def test_no_journal_is_no_build_that_was_cut_off(tmp_path):
    assert None is read_journal(tmp_path / "none.json")


@pytest.mark.parametrize("raw", [b"", b"{", b"3", b"null", b"\xff", b"[[]]", b'[{"a": 1}]'])
def test_a_broken_journal_means_every_file(tmp_path, raw):
    (tmp_path / "j.json").write_bytes(raw)

    assert {""} == read_journal(tmp_path / "j.json")


def test_a_file_is_written_wholly_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "folder" / "file"
    write_whole(path, b"old")

    def fail(_self, _target):
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        write_whole(path, b"new")
    assert b"old" == path.read_bytes()


def test_the_hash_is_that_of_the_bytes():
    assert hash_bytes(b"a") == hash_bytes(b"a") != hash_bytes(b"b")
