"""
What is kept from one reading to the next is what would be made anew, and nothing that was not asked for again.
"""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.build.body_cache import CachedBodies, dump, load
from plugins.markup.body import BodyRenderer
from tests.markup.test_claim import CLAIM

TEXT = f"A [link](record:story/a), {{fact:F-a-001/2}}.\n\n/// quote | a\nWords.\n///\n\n{CLAIM}\n/// chart | b\n///\n\n![x](y)\n"
PIECES = st.lists(
    st.sampled_from(
        ["words ", "\n\n", "[a](record:b)", "{fact:F-a-001}", "{fact:x}", "/// claim | x\n", "///\n", "# ", "<i>", "“"]
    )
)


def never(*_):
    raise AssertionError("this body was made anew")


def bodies(file, text=TEXT, render=None, lang="en"):
    cached = CachedBodies(file, render or BodyRenderer())
    made = cached(text, 5, "a.md", lang)
    cached.save()
    return made


def test_a_body_is_made_once(tmp_path):
    file = tmp_path / ".cache/bodies.json"

    assert BodyRenderer()(TEXT, 5, "a.md", "en") == bodies(file) == bodies(file, render=never)


@settings(deadline=None)
@given(PIECES)
def test_what_is_kept_is_what_was_made(pieces):
    made = BodyRenderer()("".join(pieces), 5, "a.md", "en")

    assert made == load(json.loads(json.dumps(dump(made))))


@pytest.mark.parametrize("change", [{"text": TEXT + "."}, {"lang": "ar"}])
def test_other_words_or_another_language_are_made_anew(tmp_path, change):
    file = tmp_path / "bodies.json"
    bodies(file)

    with pytest.raises(AssertionError):
        bodies(file, render=never, **change)


def test_nothing_is_kept_that_was_not_asked_for_again(tmp_path):
    file = tmp_path / "bodies.json"
    bodies(file, "Words of a person.")
    bodies(file, "Other words.")

    assert "Words of a person" not in file.read_text("utf-8")
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}", b"[]", b"[1, 2]", b"\xff\xfe", b'["other software", {}]', b"[" * 100_000, b'[null, {"a": 1}]',
    ],
)  # fmt: skip
def test_a_broken_cache_counts_for_nothing(tmp_path, content):
    file = tmp_path / "bodies.json"
    file.write_bytes(content)

    assert BodyRenderer()(TEXT, 5, "a.md", "en") == bodies(file)


@pytest.mark.parametrize(
    "entry", [None, 1, [], {}, [["a"], [], 1, [], [], 1], [["a"], [[0]], 1, [], []], [["a", "b"], [], 1, [], []]]
)
def test_a_broken_entry_is_made_anew(tmp_path, entry):
    file = tmp_path / "bodies.json"
    bodies(file)
    software, entries = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps([software, dict.fromkeys(entries, entry)]), "utf-8")

    assert BodyRenderer()(TEXT, 5, "a.md", "en") == bodies(file)


def test_where_nothing_can_be_written_the_build_goes_on(tmp_path):
    (tmp_path / ".cache").write_text("a file in the way")

    assert BodyRenderer()(TEXT, 5, "a.md", "en") == bodies(tmp_path / ".cache/bodies.json")
    assert BodyRenderer()(TEXT, 5, "a.md", "en") == bodies(None)
