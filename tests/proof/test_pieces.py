"""
Files are searched piece by piece, and what is found is what a plain search of the whole file finds.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.consent.traces import fold
from plugins.outputs import Channel, Finished
from plugins.proof import pieces
from plugins.proof.pieces import CUT, Search
from plugins.proof.reading import readable
from plugins.proof.runs import Runs, Stretch

HERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
MYTH = ("boats", "all", "over")
PATHS = ["a.html", "rss.xml", "atom.xml", "a.json", "a.md", "a.svg"]
CUTS = ["\n    <item>", "\n  <entry xml:lang='cy'>", '\n{"id": ', "\n<main>", "\n</main>", "\n<article>", "\n<footer>"]
LONG = "All that is long enough to be remembered for itself is told here again and again, in the same words as before"


def search_for_all():
    search = Search()
    search.runs.add_text("her", HERS)
    search.runs.add_short("a myth", MYTH)
    search.watch_addresses({"/voices/her/": "her"})
    return search


def found_by(search, path, text):
    """All runs that are found."""
    found = search.of(Finished(path, Channel.SITE, (), text.encode("utf-8", "replace"))).found
    return {run for runs in found.values() for run in runs}


def found_plainly(path, text):
    """All runs, by looking at every place of the whole file."""
    wanted = {tuple(HERS[at : at + 6]) for at in range(3)} | {MYTH}
    texts = [fold(own) for own in readable(path, text.encode("utf-8", "replace"))]
    return {
        tuple(words[at : at + length])
        for words in texts
        for length in (6, 3)
        for at in range(len(words))
        if tuple(words[at : at + length]) in wanted
    }


WORDS = st.integers(0, 7).flatmap(lambda at: st.integers(1, 8).map(lambda length: " ".join(HERS[at : at + length])))
DRESSES = [
    "{}", "<b>{}</b>", "<p>{}</p>\n", "&lt;p&gt;{}&lt;/p&gt;", "&amp;lt;i&amp;gt;{}", "&#60;i>{}&#62;", "<![CDATA[{}]]>",
    "<!-- {} -->", '<img alt="{}">', "<img\n alt='{}'>", '{{"a": "{}"}}', "\\u0020{}", "\u00e9{}\u2019", "<x {}", "{}>",
    '="{}', "='{}'", "\n= \"{}\"\n", "<item a='\n<item>{}'>", f"<p>{LONG} {{}}</p>", f"<p>{{}} {LONG}</p>\n", f"{LONG}\n{{}}",
]  # fmt: skip
PARTS = st.one_of(
    WORDS,
    st.builds(str.format, st.sampled_from(DRESSES), WORDS),
    st.sampled_from(CUTS),
    st.sampled_from(["<", ">", '"', "'", "=", "&", "&lt;", "-->", "]]>", "<!--", "\n", "boats all", "over", "x"]),
)
FILES = st.lists(PARTS, max_size=12).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda by: by.join(parts))
)


AWKWARD = {
    "a tag over the cut": "one two three <x \n<item a='b'> four five six",
    "a tag within a word over the cut": "one two three fo<b \n<item>ur five six",
    "a value over the cut": 'a="\n<item one two three four five six">',
    "a value in other quotes": "a ='\n<item one two three four five six'>",
    "character data over the cut": "<![CDATA[<p>\n<item>one two three <x ]]> y> four five six",
    "a comment over the cut": "<!-- <p>\n<item>one two three <x --> y> four five six",
    "an inner layer over the cut": "one two three\n<item>&lt;b&gt;four five six",
    "an inner layer before the cut": "one two three&lt;br&gt;\n<item>four five six",
    "the innermost layer": "one&amp;lt;br&amp;gt;two three\n<item>four&lt;br&gt;five six",
    "an inner tag over the cut": "one two three &lt;x \n<item a='b'&gt; four five six",
}


@pytest.mark.parametrize("what", AWKWARD)
def test_what_a_cut_would_change_is_read_as_a_whole(what):
    """
    In each of these, pieces that were read for themselves would hide the words.
    """
    assert (
        {tuple(HERS[:6])}
        == found_plainly("rss.xml", AWKWARD[what])
        == found_by(search_for_all(), "rss.xml", AWKWARD[what])
    )


@settings(deadline=None, max_examples=500)
@given(st.lists(st.tuples(st.sampled_from(PATHS), FILES), min_size=1, max_size=4))
def test_pieces_tell_all_that_a_plain_search_of_the_whole_file_tells(files):
    """
    Also where pieces are remembered from another file.
    """
    search = search_for_all()

    for path, text in files:
        assert found_plainly(path, text) == found_by(search, path, text)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("before", range(1, 6))
def test_no_cut_hides_words_that_run_over_it(path, cut, before):
    """
    Each of these is a cut; its own words are none where it is a tag, and in JSON one runs over it without its key.
    """
    assert CUT.search(cut.encode())
    for end in (f"{cut}{' '.join(HERS[before:6])}", f"\n<footer>\n<main>{cut}".join(["", *HERS[before:6]])):
        text = f"x {' '.join(HERS[:before])}{end}"
        assert found_plainly(path, text) == found_by(search_for_all(), path, text)
    if path.endswith((".html", ".xml", ".svg")) and cut.strip().startswith("<"):
        assert {tuple(HERS[:6])} == found_by(search_for_all(), path, text)


@pytest.mark.parametrize("before", range(1, 6))
def test_many_pieces_of_one_word_each_hide_nothing(before):
    text = "\n<item>".join(["x", *HERS, "x"])

    assert {tuple(HERS[at : at + 6]) for at in range(3)} == found_by(search_for_all(), "rss.xml", text)


def test_what_is_remembered_is_bounded_and_changes_nothing(monkeypatch):
    monkeypatch.setattr(pieces, "MOST", 3)
    search = search_for_all()

    for number in range(20):
        text = f"<p>{LONG} {number}</p>\n<main>{number} one two three four five six\n<footer>{number}"
        assert {tuple(HERS[:6])} == found_by(search, "a.html", text)
        assert len(search._pieces) <= 3 and len(search._paragraphs) <= 3


def test_addresses_are_found_in_every_piece():
    files = ["<a href='/voices/her/'>", "x\n<main><a href=/voices/her/?a>", "<x \n<main>https://a.example/voices/her/ "]
    linked = [search_for_all().of(Finished("a.html", Channel.SITE, (), own.encode())).linked for own in files]

    assert [{"her"}] * 3 == linked


ANY_WORDS = st.lists(st.sampled_from([*HERS, "boats", "all", "over", "x"]), max_size=30)


@given(ANY_WORDS, ANY_WORDS, st.integers(0, 30))
def test_runs_are_found_wherever_they_begin_and_wherever_a_text_is_cut(hers, words, cut):
    runs = Runs()
    runs.add_text("her", hers)
    runs.add_short("a myth", MYTH)
    wanted = {tuple(hers[at : at + 6]) for at in range(len(hers) - 5)}
    expected = {run for at in range(len(words)) if (run := tuple(words[at : at + 6])) in wanted}
    joined = runs.join([runs.read(words[:cut]), Stretch({}, (), ()), runs.read(words[cut:])])

    assert expected == runs.find(words).get("her", set()) == joined.found.get("her", set())
    assert ((*MYTH,) in zip(words, words[1:], words[2:], strict=False)) == ("a myth" in joined.found)
