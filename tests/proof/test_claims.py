"""
On other sites a myth stands in its block as well: after fact and warning, in HTML without classes and in plain lines.
"""

import json
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.library.myths import sequences
from plugins.outputs import Channel, Finished
from plugins.proof.claims import without_myths
from plugins.proof.feeds import stands_as_read
from plugins.proof.myths import MythProof

MYTH = "It is all about boats."
BLOCK = (
    "<aside><p><strong>What is true</strong></p><p>Most came by other ways.</p><p>The next line is false.</p>"
    f"<p><strong>What some say</strong> <q>{MYTH}</q> (some; often)</p><p>Why.</p></aside>"
)
LINES = f"> **What is true**\n>\n> Most came by other ways.\n>\n> The next line is false.\n>\n> Some say: “{MYTH}”\n>\n> Why.\n"


def faults(content, path):
    proof = MythProof(dict.fromkeys(sequences(["it", "is", "all", "about", "boats"]), MYTH))
    return list(proof(Finished(path, Channel.REPUBLISH, (), content.encode())))


def in_rss(inner):
    return f"<rss><channel><item><title>A</title><description>{escape(inner)}</description></item></channel></rss>"


def in_json(inner):
    return json.dumps({"items": [{"content_html": inner}]})


def in_atom(inner):
    entry = f'<entry>\n    <content type="html">{escape(inner)}</content>\n  </entry>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom">\n  {entry}\n  {entry}\n</feed>'


def in_lines_of_json(inner):
    entry = json.dumps({"id": "a", "content_html": inner})
    return f'{{\n"items": [\n{entry},\n{entry}\n]\n}}\n'


def in_page(inner):
    return f"<!doctype html><title>A</title><textarea>{escape(inner)}</textarea>"


WAYS = {
    "full/rss.xml": in_rss,
    "full/atom.xml": in_atom,
    "full/feed.json": in_json,
    "b/full/feed.json": in_lines_of_json,
    "republish/a/index.html": in_page,
}


@pytest.mark.parametrize("path", WAYS)
def test_in_a_whole_block_a_myth_may_stand(path):
    assert [] == faults(WAYS[path](f"<p>Before.</p>{BLOCK}<p>After.</p>"), path)


@pytest.mark.parametrize("path", WAYS)
@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<p>The next line is false.</p>", ""),
        ("<p>Most came by other ways.</p><p>The next line is false.</p>", ""),
        ("<aside>", "<div>"),
        ("<q>", "<b>"),
        ("<p>Why.</p>", f"<p>{MYTH}</p>"),
        ("<p>Why.</p>", f"<p><q>{MYTH}</q></p>"),
    ],
)
def test_anywhere_else_it_is_a_fault(path, was, now):
    closing = {"<div>": ("</aside>", "</div>"), "<b>": ("</q>", "</b>")}.get(now, ("", ""))
    broken = BLOCK.replace(was, now)
    broken = broken.replace(*closing) if closing[0] else broken

    assert broken != BLOCK
    assert faults(WAYS[path](broken), path)


@pytest.mark.parametrize("path", ["republish/a.md", "republish/a.txt"])
def test_in_quoted_lines_the_fourth_paragraph_is_the_myth(path):
    assert [] == faults(f"Before.\n\n{LINES}\nAfter.\n", path)
    assert faults(f"{MYTH}\n\n{LINES}", path)
    assert faults(LINES.replace("> The next line is false.\n>\n", ""), path)
    assert faults(LINES.replace("> ", ""), path)


@pytest.mark.parametrize(
    "declaration", [f'<!DOCTYPE feed [<!ENTITY m "{MYTH}">]>', "<?xml version='1.0' encoding='ISO-8859-1'?>"]
)
def test_a_feed_in_which_readers_see_other_letters_is_looked_at_as_they_see_it(declaration):
    """
    What it declares is not in the pieces.
    """
    said = "&m;" if "ENTITY" in declaration else MYTH
    feed = in_atom(BLOCK)

    assert [] == faults(feed, "full/atom.xml")
    assert faults(
        declaration + feed.replace("<feed", "<feed title='x'").replace("</feed>", f"<b>{said}</b></feed>"), "a.xml"
    )
    assert not stands_as_read(declaration.encode(), is_json=False)
    assert stands_as_read(b"<?xml version='1.0' encoding='UTF-8'?>\n<feed/>", is_json=False)
    assert stands_as_read(b"<feed>&#39;</feed>", is_json=False)


IN_XML = escape("<aside><p>It is a<b title='x > y'>l</b>l about</p></aside>")
IN_JSON = "<aside><p>It is a&#108;l about</p></aside>"
"""Words that are seen in a block once it was parsed."""


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("full/atom.xml", f'</content><content type="html">{IN_XML.replace("aside", "asi&#100;e")}'),
        ("full/atom.xml", f"</content><summary>{IN_XML}</summary><content>"),
        ("b/full/feed.json", f'"}},\n{{"id": "{IN_JSON.replace("<", chr(92) + "u003c")}'),
        ("b/full/feed.json", f'"}},\n{{"content_html": "{IN_JSON}'),
        ("b/full/feed.json", f'",\n"summary": "{IN_JSON}'),
    ],
)
def test_a_block_is_taken_for_one_however_and_wherever_it_is_written(path, hidden):
    """
    Also where it is no part of a piece that is known by its beginning, and beside blocks in which all is right.
    """
    feed = WAYS[path](f"{BLOCK}HERE")

    assert [] == faults(feed, path)
    assert faults(feed.replace("HERE", hidden), path)


PARTS = st.sampled_from(
    [
        BLOCK,
        "<p>Before.</p>\n",
        MYTH,
        "<aside>",
        "</aside>",
        f"<p><q>{MYTH}</q></p>",
        BLOCK.replace("<q>", "<b>"),
        "<!-- ",
        " -->",
    ]
)


@settings(deadline=None)
@given(st.sampled_from(["full/rss.xml", "full/atom.xml", "b/full/feed.json"]), st.lists(PARTS, max_size=4).map("".join))
def test_what_is_right_entry_by_entry_is_right_as_a_whole(path, inner):
    """
    Taking myths out of pieces hides none that would be found in the whole feed.
    """
    finished = Finished(path, Channel.REPUBLISH, (), WAYS[path](inner).encode())
    proof = MythProof(dict.fromkeys(sequences(["it", "is", "all", "about", "boats"]), MYTH))
    whole = Finished(path, Channel.REPUBLISH, (), without_myths(finished))

    assert bool(list(proof(finished))) == bool(proof._find(whole))
