"""
A record is kept as plain values and comes back as it was.
"""

import marshal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markup.body import BodyRenderer
from plugins.problems import Problem, Severity
from plugins.records.keeping import BASIS, dump_problems, dump_record, load_problems, load_record
from plugins.records.reading import parse_record, read_name
from tests.make import LANGUAGES, ROOT
from tests.markup.test_claim import CLAIM

RENDER = BodyRenderer()
OWN = {
    "stories": "scale: micro\nmade: told by\ntopics: [work, law]\nprinciples: [1, 3]\nformer: [/old/]",
    "explainers": (
        "answer: It is.\nreview_by: 2027-01-01\nreviewed: {role: an editor, date: 2026-01-02}\n"
        "corrections: [{date: 2026-01-03, was: a, now: b}, {date: 2026-01-04, was: c, now: d}]"
    ),
    "groups": "place: leeds\nnation: england\nlatitude: 53.80\nlongitude: -1.55\nwebsite: https://example.org/",
}
DATED = {"groups": ""}
FRONT = "---\ntitle: A title\nsummary: A summary.\nstatus: published\nid: 7f3k9q2m5x\n{own}\n---\n\n"
PIECES = st.lists(
    st.sampled_from(
        [
            "Words. ",
            "\n\n",
            "[a](record:b) ",
            "**b** ",
            "{fact:F-numbers-001} ",
            "- c\n",
            "“q” ",
            "قصة ",
            "<b>x</b>",
            "## h\n",
        ]
    ),
    min_size=1,
)


def read(text, path="stories/a.md"):
    record, problems = parse_record(text.encode(), read_name(path, f"content/{path}", LANGUAGES, "en"), RENDER)
    assert [] == problems
    return record


def and_back(record, path="stories/a.md"):
    head, inner, rest = marshal.loads(marshal.dumps(tuple(map(tuple, dump_record(record)))))
    return load_record(head, read_name(path, f"content/{path}", LANGUAGES, "en"), (inner, rest).__getitem__)


def text_of(folder, body="Words of *welcome*, see [it](record:b)."):
    date = DATED.get(folder, "date: 2026-11-01\n")
    return FRONT.format(own=date + OWN[folder]) + body


def assert_same(record, back):
    assert (record.front, record.body, record.type, record.lang, record.path) == (
        back.front, back.body, back.type, back.lang, back.path,
    )  # fmt: skip
    assert type(record.front) is type(back.front)
    assert dict(record.marks) == dict(back.marks)
    assert record.front.model_dump() == back.front.model_dump()


@pytest.mark.parametrize("folder", sorted(OWN))
def test_a_record_comes_back_as_it_was(folder):
    path = f"{folder}/a.md"
    record = read(text_of(folder), path)

    assert_same(record, and_back(record, path))


def test_a_translation_comes_back_as_it_was():
    path = "stories/a.cy.md"
    own = FRONT.format(own="original_language: en\ntranslator: Siân")
    record = read(own + "Geiriau.", path)

    assert record.is_translation
    assert_same(record, and_back(record, path))


def test_every_text_of_the_repository_comes_back_as_it_was():
    for file in sorted((ROOT / "content").glob("*/*.md")):
        path = file.relative_to(ROOT / "content").as_posix()
        named = read_name(path, f"content/{path}", LANGUAGES, "en")
        if file.name != "README.md":
            record, _ = parse_record(file.read_bytes(), named, RENDER)
            assert_same(record, and_back(record, path))


@settings(deadline=None)
@given(PIECES)
def test_whatever_a_body_holds_it_comes_back(pieces):
    record, _ = parse_record(
        text_of("stories", "x" + "".join(pieces)).encode(),
        read_name("stories/a.md", "content/stories/a.md", LANGUAGES, "en"),
        RENDER,
    )
    if record:
        assert_same(record, and_back(record))


def test_what_is_apart_is_fetched_only_when_it_is_needed():
    record = read(text_of("stories"))
    head, inner, rest = dump_record(record)
    asked = []
    back = load_record(
        head,
        read_name("stories/a.md", "content/stories/a.md", LANGUAGES, "en"),
        lambda part: asked.append(("inner", "rest")[part]) or (inner, rest)[part],
    )

    assert (record.id, "story", "a") == (back.id, back.type, back.slug)
    assert ("", "") not in {(back.front_digest, back.body_digest)}
    assert [] == asked
    assert ("A title", ["b"], 2) == (back.front.title, [own.target for own in back.body.links], len(back.body.parts))
    assert ["inner"] == asked
    assert (tuple(record.body.parts), record.at("title")) == (tuple(back.body.parts), back.at("title"))
    assert {"inner", "rest"} == set(asked)
    assert 1 == asked.count("inner")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Words.", (False, False, False)),
        ("[it](record:b)", (True, False, False)),
        ("[it](https://example.org/)", (False, False, False)),
        ("Of them {fact:F-numbers-001}", (False, True, False)),
        ("Words.\n\n/// chart | a\n///", (False, True, False)),
        (CLAIM, (True, True, True)),
    ],
)
def test_what_a_body_may_hold_is_known_before_it_is_looked_at(body, expected):
    known = and_back(read(text_of("stories", body))).known

    assert expected == (known.may_link, known.may_state, known.may_claim)


def test_figures_in_fields_are_known_too():
    text = text_of("stories", "Words.")
    others = [
        text.replace("A summary", "Of them {fact:F-numbers-001}"),
        text.replace("---\n\n", "facts: [F-a-001]\n---\n\n"),
    ]

    assert [False, True, True] == [and_back(read(own)).known.may_state for own in (text, *others)]


def test_a_record_has_nothing_besides_what_it_is_made_of():
    record = and_back(read(text_of("stories")))

    with pytest.raises(AttributeError):
        getattr(record, "nothing")  # noqa: B009
    assert record == record.with_front(lambda front: front)


@pytest.mark.parametrize(
    ("change", "front_changes", "body_changes"),
    [
        (("A title", "Another"), True, False),
        (("micro", "macro"), True, False),
        (("2026-11-01", "2026-11-02"), True, False),
        (("Words", "Other words"), False, True),
        (("record:b", "record:c"), False, True),
        (("id: 7f3k9q2m5x\n", "id: 7f3k9q2m5x # a comment\n"), False, False),
    ],
)  # fmt: skip
def test_digests_change_with_what_they_stand_for_and_with_nothing_else(change, front_changes, body_changes):
    one, other = (and_back(read(text)) for text in (text_of("stories"), text_of("stories").replace(*change)))

    assert (front_changes, body_changes) == (
        one.front_digest != other.front_digest,
        one.body.digest != other.body.digest,
    )


def test_front_matter_made_of_more_has_another_digest():
    record = and_back(read(text_of("stories")))

    assert 4 == len(
        {record.front_digest, *(record.with_front(lambda front: front, own).front_digest for own in ("", "a", "b"))}
    )


def test_problems_come_back_as_they_were():
    problems = [Problem("a.md", 3, 4, "it is wrong", "Mend it.", own) for own in Severity]

    assert problems == load_problems(marshal.loads(marshal.dumps(dump_problems(problems))))


def basis_of(text, path="stories/a.md"):
    head, *_ = dump_record(read(text, path))
    return head[BASIS]


STORY = text_of("stories", "Words, see [it](record:b). {fact:F-numbers-001}")


def test_what_others_hang_on_is_not_changed_by_the_words_of_a_body():
    """
    Else every edit of some words would plan the whole site anew; lines move with every line that is added above.
    """
    others = [STORY.replace("Words", own) for own in ("Other words", "# no\n\nMore words", "- a\n- b\n\n<b>c</b>")]

    assert {basis_of(STORY)} == {basis_of(own.replace("# no", "## h")) for own in others}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("record:b", "record:c"),
        ("[it]", "[this]"),
        ("F-numbers-001", "F-numbers-002"),
        ("A title", "Another title"),
        ("2026-11-01", "2026-11-02"),
        ("topics: [work, law]", "topics: [work]"),
    ],
)
def test_it_is_changed_by_whatever_else_is_in_a_text(old, new):
    assert old in STORY
    assert basis_of(STORY) != basis_of(STORY.replace(old, new))


def test_it_is_changed_by_the_words_of_a_testimony():
    """
    Others quote them, and they are held against those that were approved.
    """
    own = "consent: C-7F3K9Q\ncontent_note: none\ntopics: [work]"
    text = FRONT.format(own=f"date: 2026-11-01\n{own}") + "Words of mine."

    assert basis_of(text, "testimonies/a.md") != basis_of(text.replace("Words", "Other words"), "testimonies/a.md")
