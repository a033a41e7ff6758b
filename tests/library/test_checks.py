"""
What can be wrong among texts that are each right: one rule, one case that breaks it, one that does not.
"""

from dataclasses import replace

import pytest

from plugins.consent.words import public_words
from plugins.library.checks import (
    RULES,
    check_addresses,
    check_file_names,
    check_ids,
    check_languages,
    check_links,
    check_numbers,
    check_relations,
    check_terms,
    check_texts,
    check_translations,
)
from plugins.library.consent_checks import check_approved, check_consents, check_quotes, check_withdrawn
from plugins.library.fact_checks import FACT_RULES
from plugins.library.hidden import hidden_links
from plugins.library.picture_checks import PICTURE_RULES
from plugins.library.sound_checks import SOUND_RULES
from plugins.records.reading import Named
from plugins.records.record import LinkPlace, QuotePlace
from plugins.records.types import TYPES
from tests.make import (
    lines_of,
    make_action,
    make_body,
    make_change,
    make_consent,
    make_explainer,
    make_group,
    make_home,
    make_id,
    make_names,
    make_page,
    make_principle,
    make_story,
    make_testimony,
    make_texts,
    make_translation,
)


def told(rule, *records, **changes):
    return [line.removeprefix("content/") for line in lines_of(rule(make_texts(*records, **changes)))]


def name(path, slug="a", lang="en", type_name="story"):
    return Named(path, TYPES[type_name], slug, lang)


def test_texts_that_are_all_right_are_all_right():
    story = make_story(topics=["work"], places=["leeds"], groups=["a-group"], voice="a-testimony", action="a-action",
                       body=make_body("<p>", LinkPlace("a-explainer", "x", 1), "</p>"))  # fmt: skip
    testimony = make_testimony(lang="ar", original_language="ar")
    english = make_translation(testimony, "en")
    records = [
        story, make_translation(story, "cy"), testimony, english, make_explainer(), make_action(), make_group(),
        make_principle(), make_principle(slug="second", number=2), make_change(), make_home(), make_page(),
    ]  # fmt: skip

    assert [] == told(check_texts, *records, consents=[make_consent(testimony, english)])


def test_every_rule_is_one_of_those_that_are_checked():
    here = {value for key, value in globals().items() if key.startswith("check_") and key != "check_texts"}

    assert here == set(RULES) - set(PICTURE_RULES) - set(FACT_RULES) - set(SOUND_RULES)
    assert len(RULES) == len(set(RULES))


def test_names_that_some_computers_cannot_tell_apart_are_refused():
    names = (
        name("content/stories/Penally.md"),
        name("content/stories/penally.md"),
        name("content/stories/penallyx.md"),
    )

    assert [
        'stories/penally.md:1:1: this name differs from "content/stories/Penally.md" only by capital letters. Rename one of the two.'
    ] == told(check_file_names, names=names)
    assert [] == told(check_file_names, names=names[1:])


def test_no_text_stands_twice_in_one_language():
    names = (name("content/stories/a.en.md"), name("content/stories/a.md"), name("content/stories/a.cy.md", lang="cy"))

    assert [
        'stories/a.md:1:1: "content/stories/a.en.md" is the same text in the same language. Keep one of the two files.'
    ] == told(check_languages, names=names)
    assert [] == told(check_languages, names=names[1:])
    assert [] == told(
        check_languages, names=(name("content/stories/a.md"), name("content/explainers/a.md", type_name="explainer"))
    )


def test_a_text_has_one_original():
    story, other = make_story(slug="a"), make_story(slug="a", lang="cy")

    assert [
        'stories/a.md:1:1: "content/stories/a.cy.md" is an original of the same text. '
        "If this is its translation, add the line: original_language: cy"
    ] == [line.rstrip(".") for line in told(check_translations, story, other)]
    assert [] == told(check_translations, story, make_translation(story, "cy"))


@pytest.mark.parametrize("language", ["ar", "cy", "fr"])
def test_a_translation_names_the_language_of_an_original_that_is_there(language):
    story = make_story(slug="a")
    welsh = make_translation(story, "cy", original_language=language)
    welsh = replace(welsh, marks={("original_language",): (6, 20)})

    assert [
        f'stories/a.cy.md:6:20: original_language: there is no original in "{language}" beside this translation. '
        "Name the language of the original, or remove the line if this is the original."
    ] == told(check_translations, story, welsh)


def test_a_translation_alone_is_refused():
    (line,) = told(check_translations, make_translation(make_story(slug="a"), "cy"))

    assert 'stories/a.cy.md:1:1: original_language: there is no original in "en" beside this translation.' in line


def test_two_texts_cannot_each_be_a_translation_of_the_other():
    """
    Both would be left out, and nobody would be told.
    """
    story = make_story(slug="a")
    english = make_translation(make_story(slug="a", lang="cy", original_language="cy"), "en")
    lines = told(check_translations, make_translation(story, "cy"), english)

    assert ["stories/a.cy.md", "stories/a.md"] == sorted(line.partition(":")[0] for line in lines)


def test_a_translation_whose_original_could_not_be_read_is_not_blamed():
    story = make_story(slug="a")
    welsh = make_translation(story, "cy")

    assert [] == told(check_translations, welsh, names=make_names([story, welsh]))


def test_a_translation_bears_the_id_of_its_original():
    story = make_story(slug="a")
    welsh = replace(make_translation(story, "cy", id=make_id("other")), marks={("id",): (5, 5)})

    assert [f'stories/a.cy.md:5:5: id: the original has the id "{story.id}". Write here too: id: {story.id}'] == [
        line.rstrip(".") for line in told(check_translations, story, welsh)
    ]


def test_no_two_texts_share_an_id():
    a = make_story(slug="a")
    b = replace(make_explainer(slug="b", id=a.id), marks={("id",): (6, 5)})

    assert [
        f'stories/a.md:1:1: id: "{a.id}" is the id of content/explainers/b.md already. '
        "Give this text an id of its own: make new prints a fresh one."
    ] == told(check_ids, a, b)
    assert [] == told(check_ids, a, make_translation(a, "cy"), make_story(slug="b"))


def test_no_page_takes_an_address_that_the_site_needs():
    """
    A language, a list, the style sheet, the feeds.
    """
    for slug in ("cy", "ar", "theme", "feeds", "404", "stories", "voices", "act", "topics"):
        assert [f'pages/{slug}.md:1:1: the address "/{slug}/" is needed by the site itself. Rename the file.'] == told(
            check_addresses, make_page(slug=slug)
        )
    assert [] == told(check_addresses, make_page(slug="about"), make_story(slug="stories"), make_home(slug="cy"))


def test_no_text_takes_the_address_of_a_page_of_a_list():
    assert [
        'stories/2.md:1:1: the address "/stories/2/" is needed for page 2 of a list. Give the file a name with a letter in it.'
    ] == told(check_addresses, make_story(slug="2"), make_story(slug="2-cups"))


def test_no_two_texts_are_published_at_one_address():
    """Two files of one text in one language are told once, by the rule of languages."""
    story = make_story(slug="a")
    again = replace(story, path="content/stories/a.en.md")

    assert [] == told(check_addresses, story, again)
    assert [] == told(
        check_addresses, story, make_translation(story, "cy"), make_explainer(slug="a"), make_page(slug="a")
    )


def test_a_former_address_is_not_the_address_of_another_text():
    story = make_story(slug="new", former=["/stories/old/", "/explainers/e/"])
    story = replace(story, marks={("former", 1): (9, 22)})

    assert [
        'stories/new.md:9:22: former: "/explainers/e/" is the address of content/explainers/e.md. Remove the line.'
    ] == told(check_addresses, story, make_explainer(slug="e"))
    assert [] == told(check_addresses, story)


@pytest.mark.parametrize("former", ["/stories/old", "/stories/../old/", "/stories//old/", "/stories/old.html"])
def test_a_former_address_is_that_of_a_page(former):
    assert [f'stories/a.md:1:1: former: "{former}" is no address of a page. Write it like /stories/old-name/.'] == told(
        check_addresses, make_story(slug="a", former=[former])
    )


@pytest.mark.parametrize(
    ("field", "given", "file"),
    [
        ("topics", "wrk", "content/topics.yml"),
        ("places", "wrk", "content/places.yml"),
        ("facts", "F-work-999", "content/facts"),
    ],
)
def test_topics_places_and_facts_are_declared(field, given, file):
    story = replace(make_story(slug="a", **{field: [given]}), marks={(field, 0): (7, 10)})
    (line,) = told(check_terms, story, topics=["work"], places=["work"])

    assert line.startswith(f'stories/a.md:7:10: {field}: "{given}" does not stand in {file}. ')


def test_the_nearest_declared_topic_is_proposed():
    (line,) = told(check_terms, make_story(slug="a", topics=["work", "wrk"]), topics=["work", "family"])

    assert line.endswith('Did you mean "work"?')


def test_the_town_of_a_group_is_declared():
    group = replace(make_group(slug="g", place="leds"), marks={("place",): (5, 8)})

    assert ['groups/g.md:5:8: place: "leds" does not stand in content/places.yml. Did you mean "leeds"?'] == told(
        check_terms, group, places=["leeds"]
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"voice": "a-testimny"}, 'voice: there is no testimony "a-testimny". Did you mean "a-testimony"?'),
        ({"voice": "a-action"}, 'voice: there is no testimony "a-action". Did you mean "a-testimony"?'),
        ({"action": "zzz"}, 'action: there is no action "zzz". Known here: a-action.'),
        ({"groups": ["a-group", "a-grp"]}, 'groups: there is no group "a-grp". Did you mean "a-group"?'),
    ],
)
def test_texts_that_are_named_in_fields_exist(changes, sentence):
    others = [make_testimony(), make_action(), make_group()]

    assert [f"stories/a.md:1:1: {sentence}"] == told(check_relations, make_story(slug="a", **changes), *others)
    assert [] == told(check_relations, make_story(voice="a-testimony", action="a-action", groups=["a-group"]), *others)


def test_a_named_text_may_be_a_draft():
    """
    It exists; where it may not be shown another stands in its place.
    """
    assert [] == told(check_relations, make_story(action="a-action"), make_action(status="draft"))


def test_links_between_texts_lead_somewhere():
    def linking(target):
        return make_story(slug="a", body=make_body("<p>", LinkPlace(target, "x", 14), "</p>"))

    assert ['stories/a.md:14:1: there is no one text "a-explaner". Did you mean "a-explainer"?'] == told(
        check_links, linking("a-explaner"), make_explainer()
    )
    for right in ("a-explainer", "explainer/a-explainer#part", "../explainers/a-explainer.md", "a.md"):
        assert [] == told(check_links, linking(right), make_explainer())
    assert [
        'stories/a.md:14:1: there is no one text "b". Several texts have this name: write record:explainer/b or record:story/b.'
    ] == told(check_links, linking("b"), make_story(slug="b"), make_explainer(slug="b"))


def test_links_in_a_translation_are_looked_at_too():
    story = make_story(slug="a")
    welsh = make_translation(story, "cy", body=make_body("<p>", LinkPlace("zzz", "x", 9), "</p>"))

    assert ['stories/a.cy.md:9:1: there is no one text "zzz". Known here: a.'] == told(check_links, story, welsh)


def test_each_principle_and_each_change_stands_here_once():
    one, again = make_principle(slug="a"), make_principle(slug="b")

    assert [
        "principles/b.md:1:1: number: content/principles/a.md is principle 1 already. Give it its own number."
    ] == told(check_numbers, one, again)
    assert [] == told(
        check_numbers, one, make_change(), make_translation(one, "cy"), make_principle(slug="c", number=2)
    )


def test_a_testimony_has_a_consent_record():
    testimony = replace(make_testimony(slug="t", consent="C-000002"), marks={("consent",): (8, 10)})
    other = make_consent(id="C-000001")

    assert ['testimonies/t.md:8:10: consent: there is no consent record "C-000002". Did you mean "C-000001"?'] == told(
        check_consents, testimony, consents=[other]
    )


def test_without_the_folder_of_consents_nobody_is_blamed():
    """
    It may be private: a clone without it builds, leaving testimonies out.
    """
    assert [] == told(check_consents, make_testimony(), has_consents=False)


def test_a_consent_record_is_for_one_text():
    testimony, other = make_testimony(slug="t"), make_testimony(slug="other")
    (line,) = told(check_consents, testimony, other, consents=[make_consent(testimony)])

    assert line == (
        f'testimonies/other.md:1:1: id: its consent record C-000001 is for the text "{testimony.id}". Correct the id or the consent.'
    )


def test_a_speaker_can_be_named_in_every_language_of_the_text():
    testimony = make_testimony(slug="t", lang="ar", original_language="ar")
    english = make_translation(testimony, "en")
    arabic_only = make_consent(testimony, public_name={"ar": "أمل"})

    assert [
        'testimonies/t.md:1:1: consent: C-000001 has no public_name in "en". Ask how the name is written in that language.'
    ] == told(check_consents, testimony, english, consents=[arabic_only])
    assert [] == told(
        check_consents, testimony, english, consents=[make_consent(testimony, public_name={"ar": "أمل", "en": "Amal"})]
    )


def test_a_consent_that_has_ended_is_no_problem():
    """
    The testimony is left out; nobody has made a mistake.
    """
    testimony = make_testimony()

    assert [] == told(check_consents, testimony, consents=[make_consent(testimony, status="withdrawn")])


def test_what_was_withdrawn_never_comes_back():
    """
    Neither with its own consent, nor under another one, nor as another type of text (CON008).
    """
    testimony = make_testimony(slug="t", consent="C-000002")
    consents = [make_consent(id="C-000001", story=testimony.id, status="withdrawn"), make_consent(testimony)]

    assert [
        "testimonies/t.md:1:1: id: the text with this id was withdrawn, and nothing is ever published under it again. Delete this file."
    ] == told(check_withdrawn, testimony, consents=consents)
    assert [] == told(check_withdrawn, testimony, consents=consents[1:])


def test_one_letter_changed_after_the_yes_is_shown():
    """
    Not one word changed after the yes (CON004).
    """
    testimony = make_testimony(slug="t", body=make_body("<p>I came in by the <em>small</em> gate.</p>"))
    changed = replace(testimony, body=make_body("<p>I come in by the <em>small</em> gate.</p>"))
    consent = make_consent(testimony)
    approved = {consent.id: {"en": public_words(testimony)}}
    cure = "Put the approved words back, or have the new ones approved: make readback ID=C-000001"

    assert [] == told(check_approved, testimony, consents=[consent])
    assert [f"testimonies/t.md:1:1: title: these are not the words approved on 2026-10-01: body: … I [-came-] {{+come+}} in by the …. {cure}"] == told(
        check_approved, changed, consents=[consent], approved=approved
    )  # fmt: skip
    assert [f"testimonies/t.md:1:1: title: these are not the words approved on 2026-10-01. {cure}"] == told(
        check_approved, changed, consents=[consent]
    )


@pytest.mark.parametrize("field", ["title", "summary", "content_note", "share"])
def test_every_public_word_is_part_of_the_yes(field):
    testimony = make_testimony(share="Come in.", content_note="Loss.")
    changed = replace(testimony, front=testimony.front.model_copy(update={field: "Another."}))
    (line,) = told(check_approved, changed, consents=[make_consent(testimony)])

    assert "these are not the words approved" in line


@pytest.mark.parametrize(
    ("words", "is_verbatim"),
    [
        ("<p>came in by the small</p>", True),
        ("<p>I came in by the <em>small</em> gate.</p>", True),
        ("<p>I came in by the small gate</p>", False),
        ("<p>came in by the large gate.</p>", False),
        ("<p>ame in by</p>", False),
        ("<p>Many came in by the small gate.</p>", False),
    ],
)
def test_a_quote_is_verbatim(words, is_verbatim):
    testimony = make_testimony(slug="t", body=make_body("<p>I came in by the <em>small</em> gate.</p>"))
    story = make_story(slug="s", body=make_body("<p>", QuotePlace("testimony/t", words, 9), "</p>"))
    cure = "Copy them from it exactly, from the beginning of a word to the end of one."

    assert ([] if is_verbatim else [f"stories/s.md:9:1: these are not the words of t. {cure}"]) == told(
        check_quotes, testimony, story
    )


def test_a_testimony_quotes_no_other():
    testimony = make_testimony(slug="t", body=make_body("<p>One word.</p>"))
    other = make_testimony(slug="o", body=make_body("", QuotePlace("testimony/t", "One word.", 9), ""))

    assert ["testimonies/o.md:9:1: a testimony quotes another. Link to it instead: its words are its own."] == told(
        check_quotes, testimony, other
    )


def test_a_translation_is_approved_on_its_own():
    """
    One that is still being written stops nobody: it is only left out.
    """
    testimony = make_testimony(lang="ar", original_language="ar")
    english = make_translation(testimony, "en")
    consent = make_consent(testimony)
    consent = consent.model_copy(update={"approval": consent.approval.model_copy(update={
        "fingerprint": {"ar": consent.approval.fingerprint["ar"]},
    })})  # fmt: skip

    assert [] == told(check_approved, testimony, english, consents=[consent])


def test_a_link_to_what_may_not_be_shown_is_told_and_stops_nothing():
    texts = make_texts(
        make_story(slug="a", body=make_body("<p>", LinkPlace("hidden", "x", 12), LinkPlace("shown", "y", 13), "</p>")),
        make_story(slug="hidden"),
        make_story(slug="shown"),
    )

    assert [
        'content/stories/a.md:12:1: warning: "hidden" may not be shown now, so the link became plain words. '
        "Nothing need be done; it becomes a link again when that text is shown."
    ] == lines_of(hidden_links(texts, lambda found: found != ("story", "hidden")))


def test_a_link_to_nothing_is_left_to_its_own_rule():
    texts = make_texts(make_story(body=make_body("<p>", LinkPlace("zzz", "x", 12), "</p>")))

    assert [] == lines_of(hidden_links(texts, lambda _: False))
