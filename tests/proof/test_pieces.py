"""
Files are searched piece by piece, and what is found is what a plain search of the whole file finds.
"""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.consent.traces import fold
from plugins.outputs import Channel, Finished
from plugins.proof import pieces, runs
from plugins.proof.pieces import CUT, Search, cut
from plugins.proof.reading import attributes, readable, without_entities, without_marks
from plugins.proof.runs import EMPTY, Runs

HERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
MYTH = ("boats", "all", "over")
PATHS = ["a.html", "rss.xml", "atom.xml", "a.json", "a.md", "a.svg"]
CONTENT = ['<content type="html">', "<content:encoded>", "</content>", "</content:encoded>"]
CUTS = [
    "\n    <item>",
    "\n  <entry xml:lang='cy'>",
    '\n{"id": ',
    "\n<main>",
    "\n</main>",
    "\n<article>",
    "\n<footer>",
]
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
    st.sampled_from([*CUTS, *CONTENT]),
    st.builds("{0}{2}{1}".format, st.sampled_from(CONTENT[:2]), st.sampled_from(CONTENT[2:]), WORDS),
    st.sampled_from(["<", ">", '"', "'", "=", "&", "&lt;", "-->", "]]>", "<!--", "\n", "boats all", "over", "x"]),
)
FILES = st.lists(PARTS, max_size=12).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda by: by.join(parts))
)


PASTED = {
    "a value over the beginning": "<p a='\n&lt;div {}&gt;&lt;/div&gt;\n'>",
    "a tag over the beginning": "one <x \n&lt;div&gt;{}&lt;/div&gt;\n",
    "an inner tag over the beginning": "&lt;x \n&lt;div&gt; {} &lt;/div&gt;\n",
    "an inner tag over the end": "\n&lt;div&gt; {} &lt;x &lt;/div&gt;\n&gt;",
    "an inner value": "\n&lt;div a=&#34;{}&#34;&gt;&lt;/div&gt;\n",
    "an inner value over the end": "\n&lt;div a=&#34;&lt;/div&gt;\n{}&#34;&gt;",
    "words over the beginning": "one two three\n&lt;div&gt;four five six&lt;/div&gt;\n",
    "words over the end": "\n&lt;div&gt;one two three&lt;/div&gt;\nfour five six",
    "a value over the end": '<p>\n&lt;div ="&#34;&lt;/div&gt;\n<x {} "">',
    "a value in other quotes over the end": "<p>\n&lt;div ='&#39;&lt;/div&gt;\n<x {} ''>",
}


@pytest.mark.parametrize("what", PASTED)
def test_a_text_that_is_offered_to_be_pasted_hides_nothing(what):
    text = PASTED[what].format(" ".join(HERS[:6]))

    assert {tuple(HERS[:6])} == found_plainly("a.html", text) == found_by(search_for_all(), "a.html", text)


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
    "a tag over the beginning of a whole text": 'one two three fo<b <content type="html">ur five six</content>',
    "an inner tag over the end of a whole text": "<content:encoded>one two three fo&lt;b </content:encoded>ur five six",
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


def test_a_whole_text_is_read_once_for_its_feeds_and_for_the_page_that_offers_it():
    """
    It is the same piece in all of them, whatever quotes it is written with.
    """
    search = search_for_all()
    words = f'&lt;div lang="cy"&gt;&lt;p&gt;{LONG} {" ".join(HERS)}&lt;/p&gt;\n&lt;p&gt;{LONG}&lt;/p&gt;&lt;/div&gt;'
    quoted = words.replace('"', "&#34;")
    texts = {
        "rss.xml": f"<rss>\n<item>\n<title>A</title>\n<content:encoded>{words}</content:encoded>\n</item></rss>",
        "atom.xml": f'<feed>\n<entry>\n<id>A</id>\n<content type="html">{words}</content>\n</entry></feed>',
        "index.html": f"<textarea>\n&lt;h1&gt;A&lt;/h1&gt;\n{quoted}\n&lt;p&gt;B&lt;/p&gt;\n</textarea>",
    }

    for path, text in texts.items():
        assert found_plainly(path, text) == found_by(search, path, text) != set()
    parts = [{*cut(Finished(path, Channel.FEED, (), text.encode()))} for path, text in texts.items()]
    assert [words] == [own.decode().strip() for own in set.intersection(*parts) if own]


def test_what_is_remembered_is_bounded_and_changes_nothing(monkeypatch):
    monkeypatch.setattr(pieces, "MOST", 3)
    search = search_for_all()

    for number in range(20):
        text = f"<p>{LONG} {number}</p>\n<main>{number} one two three four five six\n<footer>{number}"
        assert {tuple(HERS[:6])} == found_by(search, "a.html", text)
        assert len(search._pieces) <= 3


@pytest.mark.parametrize("most", [1, 4, 5])
def test_what_was_found_last_is_remembered_longest(most):
    known = {}

    for number in range(20):
        runs.remember(known, number, str(number), most)
        assert list(known) == list(range(number + 1))[-len(known) :]
        assert min(number + 1, most // 2 + 1) <= len(known) <= most


def test_addresses_are_found_in_every_piece():
    files = ["<a href='/voices/her/'>", "x\n<main><a href=/voices/her/?a>", "<x \n<main>https://a.example/voices/her/ "]
    linked = [search_for_all().of(Finished("a.html", Channel.SITE, (), own.encode())).linked for own in files]

    assert [{"her"}] * 3 == linked


ANY_WORDS = st.lists(st.sampled_from([*HERS, "boats", "all", "over", "x"]), max_size=30)


@pytest.mark.parametrize("is_told_apart", [True, False])
@given(hers=ANY_WORDS, theirs=ANY_WORDS, words=ANY_WORDS, cut=st.integers(0, 30))
def test_runs_are_found_wherever_they_begin_and_wherever_a_text_is_cut(is_told_apart, hers, theirs, words, cut):
    """
    Also where the hashes of all words are the same: what they say is held against the words.
    """
    with pytest.MonkeyPatch.context() as patch:
        if not is_told_apart:
            patch.setattr(runs, "hash", lambda _words: 1, raising=False)
        own = Runs()
        own.add_text("her", hers)
        own.add_text("them", theirs)
        own.add_short("a myth", MYTH)
        joined = own.join([own.read(words[:cut]), EMPTY, own.read(words[cut:])])
        found = own.find(words)
    for owner, text in (("her", hers), ("them", theirs)):
        wanted = {tuple(text[at : at + 6]) for at in range(len(text) - 5)}
        expected = {run for at in range(len(words)) if (run := tuple(words[at : at + 6])) in wanted}
        assert expected == found.get(owner, set()) == joined.found.get(owner, set())
    has_myth = (*MYTH,) in zip(words, words[1:], words[2:], strict=False)
    assert has_myth == ("a myth" in joined.found) == ("a myth" in found)


@given(st.lists(st.lists(st.sampled_from(HERS), min_size=1, max_size=5), min_size=1), ANY_WORDS)
def test_short_runs_of_any_length_are_found(short, words):
    own = Runs()
    for run in short:
        own.add_short("a myth", tuple(run))
    expected = {run for at in range(len(words)) for run in map(tuple, short) if run == tuple(words[at : at + len(run)])}

    assert expected == own.find(words).get("a myth", set())


@given(FILES)
def test_what_is_replaced_first_makes_no_difference(text):
    """
    Marks, entities and values are what their definitions say.
    """
    quoted = re.findall(r"""=(?=\s*(?:"([^"]*)"|'([^']*)'))""", text)

    assert unescape(text.replace("&lt;", "<").replace("&gt;", ">")) == without_entities(text)
    assert (re.sub(r"<!--|-->|<!\[CDATA\[|\]\]>", "\n", text) if "<!" in text else text) == without_marks(text)
    assert [unescape(a or b) for a, b in quoted if len(re.findall(r"\s", a or b)) > 1] == [*attributes(text)]


@given(st.text(alphabet="&#;34quotampl<>x9\"' "))
def test_entities_are_those_of_html(text):
    assert unescape(text) == without_entities(text)
