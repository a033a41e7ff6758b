"""
Equal facets give equal views, and a view shows nothing that its facets do not cover.

A page is made anew only when its key has changed. So whatever is changed in
any text: where a key stayed the same the bytes must be the same, else a reader
would be shown what is no longer true. The other way round a key must not change
for what a page does not show, else every edit would make every page anew.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.facts.book import FactBook
from plugins.feeds.outputs import make_outputs as make_feed_outputs
from plugins.records.record import LinkPlace
from plugins.records.types import TYPES
from plugins.sitemap.outputs import make_outputs as make_sitemap_outputs
from tests.make import (
    make_body,
    make_consent,
    make_fact,
    make_feeds,
    make_gathered,
    make_library,
    make_pages,
    make_record,
    make_source,
    make_translation,
)


def linking(*targets):
    return make_body("<p>", *(LinkPlace(target, f"to {target}", 12) for target in targets), "</p>")


TEXTS = {
    "story/one": {
        "date": "2026-11-20", "topics": ["work", "family"], "places": ["leeds"], "groups": ["leeds"], "principles": [1, 2], "changes": [1],
        "voice": "amal", "action": "join", "former": ["/stories/uno/"], "body": linking("two", "pay", "story/three", "hidden"),
    },
    "story/two": {"date": "2026-11-10", "topics": ["work"], "scale": "macro", "principles": [2], "changes": [2]},
    "story/three": {"date": "2026-11-01", "topics": ["family"], "places": ["wales"], "updated": "2026-11-05"},
    "story/hidden": {"status": "draft", "topics": ["work"]},
    "testimony/amal": {"consent": "C-000001", "topics": ["work"], "content_note": "A long wait.", "principles": [4]},
    "testimony/demo": {"consent": "C-000002", "topics": ["family"], "demonstration": "yes", "date": "2026-10-01"},
    "explainer/pay": {
        "topics": ["work", "law"], "facts": ["F-work-001"], "reviewed": {"role": "editor", "date": "2026-11-01"},
        "corrections": [{"date": "2026-11-02", "was": "Then.", "now": "Now."}], "action": "join", "changes": [1],
    },
    "action/join": {"topics": ["work"], "where": "Anywhere", "until": "2027-06-01", "principles": [1]},
    "action/write": {"date": "2026-10-01", "changes": [1, 2]},
    "group/leeds": {"principles": [1], "topics": ["family"]},
    "group/swansea": {"place": "swansea", "nation": "wales", "action": "join"},
    "principle/friendship": {"number": 1},
    "principle/vision": {"number": 2},
    "change/safety": {"number": 1},
    "change/dignity": {"number": 2},
    "technique/mixed": {},
    "term/body": {"forms": ["body"]},
    "page/home": {"layout": "home"},
    "page/path": {"layout": "path", "body": linking("one")},
    "page/plain": {"body": linking("amal")},
}  # fmt: skip
TRANSLATIONS = {
    "story/one": ["cy"], "testimony/amal": ["ar"], "action/join": ["cy"], "principle/friendship": ["cy"], "page/home": ["cy", "ar"],
}  # fmt: skip
WORDS = ("title", "summary")
"""Fields in which each text here has words of its own."""


def words_of(name, lang, field):
    return f"{field} of {name.replace('/', '-')} in {lang}"


def make_every_text(changes=None, without=()):
    """Texts of every type and language, each with words of its own; `changes` by type and slug, or by type, slug and language."""
    changes = changes or {}
    for name, fields in TEXTS.items():
        if name in without:
            continue
        type_name, slug = name.split("/")
        own = {field: words_of(name, "en", field) for field in WORDS}
        if type_name in ("principle", "change"):
            own["short_name"] = f"short {slug}"
        record = make_record(
            type_name,
            slug=slug,
            **{"body": f"<p>body of {type_name}-{slug}</p>", **own, **fields, **changes.get(name, {})},
        )
        yield record
        for lang in TRANSLATIONS.get(name, ()):
            own = {field: words_of(name, lang, field) for field in WORDS}
            yield make_translation(
                record,
                lang,
                **{"body": f"<p>body of {type_name}-{slug} in {lang}</p>", **own, **changes.get(f"{name}/{lang}", {})},
            )


def make_rich(changes=None, consent=None, without=(), **more):
    """A library of all those texts."""
    texts = list(make_every_text(changes, without))
    by_slug = {record.slug: record for record in texts if not record.is_translation}
    consents = [make_consent(by_slug[slug], **(consent or {})) for slug in ("amal", "demo") if slug in by_slug]
    facts = FactBook({"F-work-001": make_fact()}, {"S-one": make_source()})
    return make_library(
        *texts,
        consents=consents,
        facts=facts,
        topics=["work", "family", "law", "new"],
        places=["leeds", "wales", "swansea", "new"],
        **more,
    )


def all_outputs(library):
    """Everything that is published of a library, by path."""
    outputs = {
        **make_pages(library, per_page=2, footer=("plain",)),
        **{output.path: output for output in make_feed_outputs(library, make_feeds(), "A site")},
        **{output.path: output for output in make_sitemap_outputs(library)},
    }
    return outputs


BEFORE = all_outputs(make_rich())
BYTES = {path: output.make_bytes() for path, output in BEFORE.items()}

OTHER = {
    "title": "Another title", "summary": "Another summary.", "date": "2026-09-09", "updated": "2026-11-21", "status": "draft", "id": "0123456789",
    "picture": "a-picture", "topics": ["new"], "places": ["new"], "groups": ["swansea"], "principles": [2, 1], "changes": [2], "facts": [],
    "share": "Another line.", "voice": "demo", "action": "write", "former": ["/another/"], "public_contact": "a@example.org",
    "translator": "Another", "demonstration": "yes", "scale": "macro", "made": "told with", "content_note": "Another note.", "audio": "sound",
    "voice_of": "synthesised", "answer": "Another answer.", "review_by": "2028-01-01", "reviewed": {"role": "other", "date": "2026-11-11"},
    "corrections": [], "until": "2028-01-01", "where": "Elsewhere", "place": "new", "nation": "scotland", "latitude": "1", "longitude": "1",
    "website": "https://example.com/", "feed": "https://example.com/feed", "short_name": "another name", "number": 3,
    "question": "Another question?", "forms": ["another"],
    "body": "<p>Another body.</p>",
}  # fmt: skip
NOT_ALONE = {"id", "original_language", "layout", "consent"}
"""Fields that are not changed alone: consent and translation name the id, a language has its own file."""

ONE_OF_EACH = [
    "story/one", "story/one/cy", "story/three", "testimony/amal", "testimony/amal/ar", "explainer/pay", "action/join", "group/leeds",
    "principle/friendship", "change/safety", "technique/mixed", "term/body", "page/plain",
]  # fmt: skip
"""A text of each type, an original and a translation."""


def fields_of(name):
    """The fields that can be changed in a text, its body among them."""
    content_type = TYPES[name.split("/")[0]]
    fields = content_type.language_fields if name.count("/") == 2 else content_type.model.model_fields
    return [field for field in (*fields, "body") if field not in NOT_ALONE]


def assert_same_key_same_bytes(after):
    for path, output in after.items():
        if path in BEFORE and BEFORE[path].key == output.key:
            assert BYTES[path] == output.make_bytes(), path


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_whichever_field_is_changed_what_keeps_its_key_keeps_its_bytes(name):
    for field in fields_of(name):
        assert_same_key_same_bytes(all_outputs(make_rich({name: {field: OTHER[field]}})))


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from([*TEXTS, *(f"{name}/{lang}" for name, languages in TRANSLATIONS.items() for lang in languages)]),
        st.sets(st.sampled_from(["title", "summary", "status", "updated", "share", "body"])), max_size=4,
    ),
    st.sets(st.sampled_from([name for name in TEXTS if name != "page/home"]), max_size=3),
    st.sampled_from([{}, {"status": "withdrawn"}, {"public_name": "Another"}, {"name_kind": "real"}, {"scopes": {"site": "yes"}}, {"expires_on": "2026-11-22"}]),
    st.sampled_from([{}, {"demonstrations": False}, {"drafts": True}, {"today": date(2026, 11, 5)}, {"site_url": "https://example.com/base"}]),
)  # fmt: skip
def test_whatever_happens_to_a_site_what_keeps_its_key_keeps_its_bytes(changes, without, consent, more):
    """
    Texts changed, drafted, deleted; consent withdrawn, ended, narrowed; another day, another address.
    """
    changes = {name: {field: OTHER[field] for field in fields} for name, fields in changes.items()}

    assert_same_key_same_bytes(all_outputs(make_rich(changes, consent, without, **more)))


def test_the_same_texts_in_any_order_give_the_same_keys():
    texts = list(make_every_text())
    consents = [
        make_consent(record) for record in texts if record.slug in ("amal", "demo") and not record.is_translation
    ]
    facts = FactBook({"F-work-001": make_fact()}, {"S-one": make_source()})

    def keys(records):
        library = make_library(
            *records,
            consents=consents,
            facts=facts,
            topics=["work", "family", "law", "new"],
            places=["leeds", "wales", "swansea", "new"],
        )
        return {path: output.key for path, output in all_outputs(library).items()}

    assert keys(texts) == keys(texts[::-1]) == keys(texts[7:] + texts[:7])


PAGE = "stories/three/index.html"
BEFORE_IT = "stories/two/index.html"
LISTS = {"stories/2/index.html", "topics/family/index.html", "places/wales/index.html"}
FRONT = {"index.html", "cy/index.html", "ar/index.html"}
FEEDS = {f"feeds/all/{file}" for file in ("rss.xml", "atom.xml", "feed.json")}
SERIES = ("all", "type/story", "topic/family", "place/wales", "language/en")
"""The feeds of the third story."""

SHORT = {f"feeds/{name}/{file}" for name in SERIES for file in ("rss.xml", "atom.xml", "feed.json")}
WHOLE = {f"feeds/{name}/full/{file}" for name in SERIES for file in ("rss.xml", "atom.xml", "feed.json")}


def changed_by(name, **fields):
    after = all_outputs(make_rich({name: fields}))
    assert set(BEFORE) == set(after)
    return {path for path in after if BEFORE[path].key != after[path].key}


def shows(title, path):
    return title.encode() in BYTES[path]


@pytest.mark.parametrize("field", ["picture", "share", "public_contact", "made", "voice"])
def test_what_only_its_own_page_shows_changes_only_its_own_page(field):
    assert {PAGE} == changed_by("story/three", **{field: OTHER[field]})


def test_a_body_changes_its_page_and_the_feeds_of_whole_texts():
    assert {PAGE, *WHOLE} == changed_by("story/three", body=OTHER["body"])


def test_a_fact_that_a_text_states_changes_where_its_source_stands_and_the_page_of_the_fact():
    assert {PAGE, *WHOLE, "facts/f-work-001/index.html"} == changed_by("story/three", facts=["F-work-001"])


def test_a_new_title_changes_every_page_that_links_to_the_text():
    """
    Its own page, the one before it in its order, every list and card, the quilt, the feeds, the walk; nothing else.
    """
    title = words_of("story/three", "en", "title")

    assert {path for path in BEFORE if shows(title, path)} == changed_by("story/three", title="Another title")
    assert {PAGE, BEFORE_IT, *LISTS, *FRONT, *FEEDS} <= changed_by("story/three", title="Another title")


def test_a_new_summary_changes_cards_and_leaves_those_who_only_link():
    """
    The story before it holds no more than its link, and the quilt no more than its patch.
    """
    summary = words_of("story/three", "en", "summary")
    changed = changed_by("story/three", summary="Another summary.")

    assert {path for path in BEFORE if shows(summary, path)} == changed
    assert {PAGE, *LISTS, *FEEDS} <= changed
    assert {BEFORE_IT, "cy/index.html", "ar/index.html", "sitemap.xml"}.isdisjoint(changed)


def test_the_day_of_a_change_is_shown_by_its_page_the_feeds_and_the_sitemap():
    assert {PAGE, *SHORT, *WHOLE, "sitemap.xml"} == changed_by("story/three", updated="2026-11-21")


def test_a_new_colour_changes_cards_and_the_quilt_and_no_link():
    changed = changed_by("story/two", principles=[1])

    assert {"stories/two/index.html", "stories/index.html", *FRONT} <= changed
    assert {"stories/three/index.html", "sitemap.xml"}.isdisjoint(changed)


def test_a_name_in_the_consent_changes_every_card_of_the_voice():
    after = all_outputs(make_rich(consent={"public_name": "Another"}))
    changed = {path for path in after if BEFORE[path].key != after[path].key}

    assert {path for path in BEFORE if b"Amal" in BYTES[path]} == changed
    assert {"voices/amal/index.html", "ar/voices/amal/index.html", "stories/one/index.html", *FEEDS} <= changed


def test_a_text_of_one_language_changes_nothing_in_another():
    changed = changed_by("story/one/cy", body="<p>Arall.</p>", summary="Arall.")

    assert {path for path in changed if path.startswith(("ar/", "stories/", "explainers/"))} == set()
    assert "cy/stories/one/index.html" in changed


def test_what_is_not_published_changes_nothing():
    for field in ("title", "summary", "body", "topics", "voice"):
        assert set() == changed_by("story/hidden", **{field: OTHER[field]})


def test_views_are_made_by_functions_that_can_know_nothing_else():
    """
    A function within a function could look at the library behind its facets' back, and has no name for the key.
    """
    for path, output in BEFORE.items():
        assert output.view.__closure__ is None, path
        assert "<" not in output.view.__qualname__, path


def test_whatever_a_file_shows_of_a_text_it_says_that_it_carries_it():
    """
    The manifest is what a withdrawal is proved by. The texts in menu and footer stand on every page and are left out here.
    """
    for record in make_gathered(*make_every_text()).records:
        if record.slug in ("plain", "path"):
            continue
        name = f"{record.type}/{record.slug}"
        marks = [words_of(name, record.lang, field).encode() for field in WORDS] + [
            f"body of {record.type}-{record.slug}".encode()
        ]
        if record.type in ("principle", "change"):
            marks.append(f"short {record.slug}".encode())
        showing = {path for path in BEFORE if any(mark in BYTES[path] for mark in marks)}
        carrying = {path for path, output in BEFORE.items() if record.id in output.carries}
        assert showing <= carrying, (name, showing - carrying)


TOLD = {"feeds/withdrawals.json"} | {
    f"feeds/{name}/{file}"
    for name in ("all", "type/testimony", "topic/work", "principle/4", "language/en", "language/ar")
    for file in ("rss.xml", "atom.xml", "feed.json", "full/rss.xml", "full/atom.xml", "full/feed.json")
}
"""Where one that has left is named by its id: in every feed that held it."""

GONE = {
    "draft": ({"testimony/amal": {"status": "draft"}}, {}, {}),
    "ready": ({"testimony/amal": {"status": "ready"}}, {}, {}),
    "a later day": ({"testimony/amal": {"date": "2026-11-24"}}, {}, {}),
    "withdrawn": ({}, {"status": "withdrawn"}, {}),
    "paused": ({}, {"status": "paused"}, {}),
    "expired": ({}, {"expires_on": "2026-11-22"}, {}),
    "not yet released": ({}, {"released_on": "2026-11-24"}, {}),
    "no scope": ({}, {"scopes": {}}, {}),
    "no scope for the site": ({}, {"scopes": {"feed": "yes", "search": "yes", "card": "yes", "embed": "yes"}}, {}),
}


@pytest.mark.parametrize("why", GONE)
def test_of_what_may_not_be_shown_no_file_holds_a_byte(why):
    """
    Not its words, its name, its address nor its id, in any language, on any page, in any feed; of one that
    has left, feeds tell the id alone, so that readers' programs forget it.
    """
    changes, consent, more = GONE[why]
    changes = {**changes, "testimony/amal/ar": {"status": "draft"}} if changes else changes
    amal = next(record for record in make_every_text() if record.slug == "amal")
    for path, output in all_outputs(
        make_rich(changes, {"public_name": "Her name", **consent}, ("testimony/demo",), **more)
    ).items():
        assert not {
            mark
            for mark in (b"testimony-amal", b"Her name", b"voices/", b"A long wait", amal.id.encode())
            if mark in output.make_bytes() and not (why == "expired" and path in TOLD and mark == amal.id.encode())
        }, path
        assert amal.id not in output.carries


def test_a_yes_to_the_site_alone_is_a_no_to_the_feeds():
    after = all_outputs(make_rich(consent={"public_name": "Her name", "scopes": {"site": "yes"}}))

    assert b"Her name" in after["voices/amal/index.html"].make_bytes()
    for path in FEEDS:
        assert b"Her name" not in after[path].make_bytes()
        assert b"testimony-amal" not in after[path].make_bytes()
