"""
Whose words a file holds is found out from its bytes, and compared with what the build says and consent allows.
"""

import json
import zipfile
from dataclasses import replace
from html import escape
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.build.running import collect, run
from plugins.offers import Offer
from plugins.outputs import Channel, Finished
from plugins.problems import ContentError
from plugins.proof.marked import in_html, shows_plainly
from plugins.proof.myths import MythProof
from plugins.proof.pieces import Search
from plugins.proof.words import WordProof
from tests.make import lines_of, make_body, make_consent, make_library, make_output, make_story, make_testimony

WORDS = "I came in by the small gate, and nobody asked me for my name at all."
HER = make_testimony(
    slug="her", title="The small gate", summary="A gate that was open.", body=make_body(f"<p>{WORDS}</p>")
)
STORY = make_story(slug="story", body=make_body("<p>A story of quite another gate in quite another town.</p>"))


def library_of(*others, **consent):
    return make_library(HER, STORY, *others, consents=[make_consent(HER, **consent)])


def faults(content, library=None, path="a/index.html", channel=Channel.SITE, carries=(HER.id,)):
    library = library or library_of()
    proof = WordProof(library.watched, library.sequences_of)
    content = content if isinstance(content, bytes) else content.encode()
    return list(proof(Finished(path, channel, carries, content)))


def zipped(text):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("inside.html", text)
    return file.getvalue()


def test_both_ways_agree_on_an_honest_page():
    assert [] == faults(f"<p>{WORDS}</p>")
    assert [] == faults("<p>Nothing of hers.</p>", carries=())


LEAKS = {
    "plain text": ("a.txt", WORDS),
    "a page": ("a.html", f"<p>{WORDS}</p>"),
    "marked up": ("a.html", f"<p>{WORDS.replace('small', '<em>sm</em>all').replace('gate', '<b>gate</b>')}</p>"),
    "in capitals, without points": ("a.html", WORDS.upper().replace(",", "").replace(".", "")),
    "an attribute": ("a.html", f'<img alt="{WORDS}">'),
    "an attribute of several lines": (
        "a.html",
        f'<img alt="{WORDS}">'.replace(", and", ",\n and").replace(" by ", "\nby\n"),
    ),
    "an attribute of a word a line": ("a.html", '<img alt="' + WORDS.replace(" ", "\n") + '">'),
    "an attribute in single quotes": ("a.html", f"<meta content='{WORDS}'>"),
    "a comment": ("a.html", f"<!-- {WORDS} -->"),
    "entities": ("a.html", "".join(f"&#{ord(char)};" for char in WORDS)),
    "a feed": ("a.xml", f"<description>{escape(escape(f'<p>{WORDS}</p>'))}</description>"),
    "markup written twice in entities": (
        "a.html",
        WORDS.replace("small", "&amp;lt;em&amp;gt;sm&amp;lt;/em&amp;gt;all"),
    ),
    "JSON": ("a.json", json.dumps({"text": WORDS})),
    "JSON with escapes": ("a.json", '"' + "".join(f"\\u{ord(char):04x}" for char in WORDS) + '"'),
    "captions": ("a.vtt", f"WEBVTT\n\n00:00.000 --> 00:05.000\n{WORDS[:30]}\n{WORDS[30:]}"),
    "a drawing": ("a.svg", f"<svg><text>{WORDS}</text></svg>"),
    "an archive": ("a.zip", zipped(f"<p>{WORDS}</p>")),
    "only six of her words": ("a.html", "<p>They say she came in by the small gate, once.</p>"),
    "soft hyphens": ("a.html", WORDS.replace("small", "sm\u00adall").replace("nobody", "no\u200bbody")),
}


@pytest.mark.parametrize("dress", LEAKS)
def test_words_are_found_in_any_dress(dress):
    """
    Where the file does not say that it holds them …
    """
    path, content = LEAKS[dress]

    assert [f"it holds words of {HER.id} (en) and does not say so"] == faults(content, path=path, carries=())


@pytest.mark.parametrize("dress", LEAKS)
@pytest.mark.parametrize(
    "consent", [{"scopes": {"site": "yes"}}, {"status": "paused"}, {"expires_on": "2026-11-22"}, {"approval": None}]
)
def test_words_that_consent_does_not_allow_are_a_fault_even_where_the_file_owns_up(dress, consent):
    """
    … and where the channel may not carry them.
    """
    path, content = LEAKS[dress]

    assert [f'it holds words of {HER.id} (en), whose consent does not allow the channel "feed"'] == faults(
        content, library_of(**consent), path, Channel.FEED
    )


def test_the_address_alone_is_found_too():
    link = '<a href="https://example.org/voices/her/">x</a>'

    assert [f"it holds the address of {HER.id} (en) and does not say so"] == faults(link, carries=())
    assert [f'it holds the address of {HER.id} (en), whose consent does not allow the channel "site"'] == faults(
        link, library_of(status="paused")
    )


def test_a_file_that_is_said_to_hold_words_and_does_not_is_a_fault():
    """
    The manifest is right both ways: what she is told of where her words are is true.
    """
    assert [f"it is said to hold {HER.id}, and nothing of it is there"] == faults("<p>Nothing of hers.</p>")
    assert [] == faults("<p>The small gate</p>")


def test_words_that_another_text_says_too_are_no_leak():
    other = make_story(slug="other", body=make_body("<p>Many came in by the small gate, and stayed.</p>"))

    assert [] == faults("<p>Many came in by the small gate, and stayed.</p>", library_of(other), carries=(other.id,))
    assert [f"it holds words of {HER.id} (en) and does not say so"] == faults(
        f"<p>{WORDS}</p>", library_of(other), carries=(other.id,)
    )


def test_a_deliberately_leaky_renderer_is_caught_and_nothing_is_published(tmp_path):
    """
    The body of a testimony goes into a feed for which there is no yes: the build ends, and the folder stays empty.
    """
    library = library_of(scopes={"site": "yes"})
    leak = make_output("feeds/leak.xml", channel=Channel.FEED, view=lambda _content: WORDS)
    offer = Offer({})
    offer.outputs(lambda _library: [leak])
    proof = WordProof(library.watched, library.sequences_of)

    with pytest.raises(ContentError) as caught:
        run(collect(library, offer), [proof], tmp_path / "output")
    assert (
        f'output/feeds/leak.xml:1:1: it holds words of {HER.id} (en), whose consent does not allow the channel "feed". '
        "This is a fault of the software or the theme: tell its developers."
    ) in lines_of(caught.value.report)
    assert not (tmp_path / "output").exists()


MARKED = {
    "a title": ('<h1 data-words="{id} en title">{}</h1>', "The small gate"),
    "a summary": ('<p data-words="{id} en summary">{}</p>', "A gate that was open."),
    "a description": ('<meta name="description" content="{}" data-words="{id} en summary">', "A gate that was open."),
    "a body": ('<div data-words="{id} en body"><p>{}</p></div>', WORDS),
    "structured data": (
        '<script type="application/ld+json" data-words="{id} en data">{{"headline": "{}", "url": "/voices/her/"}}</script>',
        "The small gate",
    ),
}


@pytest.mark.parametrize("place", MARKED)
def test_one_letter_that_differs_from_the_yes_is_shown_wherever_it_stands(place):
    form, words = MARKED[place]
    around = f"<!doctype html><body><a href='/voices/her/'>x</a>{form}"
    changed = words.replace("gate", "gale")

    assert [] == faults(around.replace("{id}", HER.id).replace("{{", "{").replace("}}", "}").replace("{}", words))
    (fault,) = faults(around.replace("{id}", HER.id).replace("{{", "{").replace("}}", "}").replace("{}", changed))
    assert f"it shows other words of {HER.id} (en) than the approved ones: " in fault
    assert "[-gate" in fault and "{+gale" in fault


PAGE_PARTS = st.sampled_from(
    [
        '<p class="x" data-words="{id} en title">The small gate</p>', '<a href="/" data-words="{id} en title">The small\ngate</a>',
        '<p data-words="{id} en title">The small gale</p>', '<p data-words="{id} en summary">A gate that was open.</p>',
        '<p data-words="{id} en summary">A gate that was open. </p>', '<p data-words="{id} en title">The &amp; small gate</p>',
        '<p data-words="{id} en title"><b>The small gate</b></p>', "<p data-words='{id} en title'>The small gate</p>",
        '<p data-words="{id} en quote">the small gate</p>', '<p data-words="other en title">The small gate</p>', '<a title="',
        "<p DATA-WORDS='{id} en title'>Gone</p>", '<p data-words="{id} en title">The small gate', "<!--", "-->", '">', "<textarea>",
        '<h1 title="data-words" data-words="{id} en title">The small gate</h1>', "data-words", "<title>", "</title>", "<script>",
        "</script>", '<li data-words="{id} en note">None</li>', '<p title=" data-words=" x="{id} en title">The small gate</p>',
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.lists(PAGE_PARTS, min_size=1, max_size=5))
def test_a_page_that_need_not_be_parsed_shows_the_approved_words(parts):
    """
    Nothing that a parser would find is passed over.
    """
    watched = {(own.id, own.lang): own for own in library_of().watched}
    page = "".join(["<p>x</p>", *parts]).replace("{id}", HER.id).encode()

    if shows_plainly(page, watched):
        assert [] == list(in_html(page, watched))


def test_a_page_of_cards_need_not_be_parsed():
    watched = {(own.id, own.lang): own for own in library_of().watched}
    page = f'<!doctype html><h3><a href="/voices/her/" data-words="{HER.id} en title">The small gate</a></h3>\n<p>x</p>'

    assert shows_plainly(page.encode(), watched)
    assert not shows_plainly(page.replace("gate</a>", "gale</a>").encode(), watched)


def test_words_that_are_marked_as_nobodys_are_a_fault():
    page = '<p data-words="0000000000 en title">A</p><a href="/voices/her/">x</a>'

    assert ['it marks words as those of "0000000000 en title", which is no testimony'] == faults(page)


@pytest.mark.parametrize("wrong", ["title", "summary", ""])
def test_the_entries_of_feeds_show_the_approved_words(wrong):
    title = "The small gale" if wrong == "title" else "The small gate"
    summary = "A gale that was open." if wrong == "summary" else "A gate that was open."
    rss = f"<rss><channel><item><guid>tag:example.org,2026:{HER.id}</guid><title>{title}</title><description>Before. {summary} After.</description></item></channel></rss>"
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:example.org,2026:{HER.id}</id><title>{title}</title><summary>Before. {summary} After.</summary></entry></feed>'
    as_json = json.dumps(
        {"items": [{"id": f"tag:example.org,2026:{HER.id}", "title": title, "summary": f"B. {summary}"}]}
    )
    found = [
        faults(own, path=path, channel=Channel.FEED)
        for own, path in ((rss, "rss.xml"), (atom, "atom.xml"), (as_json, "feed.json"))
    ]

    assert [1 if wrong else 0] * 3 == [len(own) for own in found]
    assert all(f"{wrong}:" in own[0] for own in found if own)


@pytest.mark.parametrize(
    ("words", "fault"), [(WORDS, None), (WORDS[1:], "body:"), (WORDS.replace("gate", "gale"), "body:")]
)
def test_a_feed_of_whole_texts_shows_the_approved_words(words, fault):
    """
    One letter less is a fault; what stands around the words is not hers.
    """
    item = {"id": f"tag:example.org,2026:{HER.id}", "title": "The small gate", "summary": "A gate that was open."}
    content = json.dumps({"items": [{**item, "content_html": f"<p>From here</p><p>{words}</p><p>After</p>"}]})
    library = library_of(scopes={"site": "yes", "republish": "yes"})
    found = faults(content, library, "feeds/all/full/feed.json", Channel.REPUBLISH)

    assert (len(found) == 1 and fault in found[0]) if fault else found == []


SOME_WORDS = st.lists(
    st.sampled_from(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]),
    min_size=6,
    max_size=12,
)


@settings(deadline=None)
@given(SOME_WORDS, SOME_WORDS, st.sets(st.sampled_from(list(Channel))), st.sampled_from(list(Channel)), st.booleans())
def test_a_file_passes_if_and_only_if_what_it_holds_is_said_and_allowed(hers, shown, yes, channel, is_said):
    """
    Whatever her words, whatever the file, whatever she agreed to.
    """
    her = replace(HER, body=make_body(f"<p>{' '.join(hers)}</p>"))
    library = make_library(her, consents=[make_consent(her, scopes=dict.fromkeys(yes, "yes"))])
    runs = [" ".join(hers[i : i + 6]) for i in range(len(hers) - 5)]
    holds = any(own in " ".join(shown) for own in runs)
    allowed = channel in yes and (Channel.SITE in yes or channel in ("print", "audio", "archive"))

    assert (holds == is_said and (allowed or not holds)) == (
        [] == faults(f"<p>{' '.join(shown)}</p>", library, "a.html", channel, (her.id,) if is_said else ())
    )


def test_words_are_found_although_another_proof_looked_at_the_file_first():
    """
    The proofs share one search, which takes in what all of them watch before it reads the first file.
    """
    search, library = Search(), library_of()
    proof = WordProof(library.watched, library.sequences_of, search)
    myths = MythProof({"nobody lives over there": "Nobody lives over there."}, search)
    finished = Finished("a.html", Channel.SITE, (), f"<p>{WORDS}</p>".encode())

    assert [] == list(myths(finished))
    assert [f"it holds words of {HER.id} (en) and does not say so"] == list(proof(finished))


def test_no_word_is_fetched_where_no_file_is_searched():
    library = library_of()
    proof = WordProof([replace(own, fetch=never) for own in library.watched], library.sequences_of)

    assert proof.digest == WordProof(library.watched, library.sequences_of).digest


def never():
    raise AssertionError("the words were fetched")
