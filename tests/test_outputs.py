"""
The key of an Output changes when its bytes may change, and only then.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.offers import HeadLink, Offer
from plugins.outputs import Channel, Facet, Output, Verbatim, fingerprint, verbatim
from tests.make import ROOT, ReprRenderer, make_output


@dataclass(frozen=True)
class Shown:
    name: str
    day: date | None = None


def other_view(value):
    return value


def of_renderer(digest):
    return ReprRenderer(digest)


PARTS = st.lists(st.text() | st.binary(), max_size=4)


@given(PARTS, PARTS)
def test_no_part_of_a_fingerprint_runs_into_the_next(left, right):
    def plain(parts):
        return [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]

    assert (plain(left) == plain(right)) == (fingerprint(*left) == fingerprint(*right))


def test_parts_that_join_to_the_same_words_have_other_fingerprints():
    prints = [fingerprint(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"), ())]

    assert len(prints) == len(set(prints))


@pytest.mark.parametrize(
    "value", ["x", 3, None, True, (1, "a"), date(2026, 11, 23), Shown("a", date(2026, 1, 2)), b"x"]
)
def test_equal_values_have_equal_facets(value):
    again = replace(value) if isinstance(value, Shown) else value

    assert Facet.of(value) == Facet.of(again)
    assert Facet.of(value).digest == Facet.of(again).digest


def test_unequal_values_have_unequal_facets():
    values = [
        None, "None", True, 1, "1", b"1", 1.0, (1,), ("1",), (), "", "()", (None,), ((),), date(2026, 1, 2), "2026-01-02",
        Shown("a"), Shown("b"), Shown("a", date(2026, 1, 2)), "Shown(name='a', day=None)",
    ]  # fmt: skip
    digests = [Facet.of(value).digest for value in values]

    assert len(values) == len(set(digests))


def test_several_facets_as_one_hold_the_tuple_of_their_values():
    assert ("a", 2) == Facet.of_all([Facet.of("a"), Facet.of(2)]).value


def test_several_facets_differ_by_order_number_and_grouping():
    a, b, c = Facet.of("a"), Facet.of("b"), Facet.of("c")
    joined = [
        Facet.of_all(facets).digest
        for facets in (
            (), (a,), (b,), (a, b), (b, a), (a, a), (a, b, c),
            (Facet.of_all((a, b)), c), (a, Facet.of_all((b, c))), (Facet.of_all(()),),
        )
    ]  # fmt: skip

    assert len(joined) == len(set(joined))


CHANGES = {
    "path": {"path": "b/index.html"},
    "channel": {"channel": Channel.FEED},
    "view": {"view": other_view},
    "renderer": {"renderer": ReprRenderer("another")},
    "one facet more": {"facets": (Facet.of(b"content"), Facet.of(None))},
    "another facet": {"facets": (Facet.of(b"other"),)},
    "no facet": {"facets": ()},
    "what it carries": {"carries": ("0123456789",)},
    "more that it carries": {"carries": ("0123456789", "1123456789")},
}


def test_the_key_changes_with_each_part():
    """
    Each change gives a key of its own, none the key of the unchanged Output.
    """
    keys = {"nothing": make_output().key} | {name: make_output(**change).key for name, change in CHANGES.items()}

    assert len(keys) == len(set(keys.values())), keys


def test_the_key_changes_with_the_order_of_facets():
    one, two = Facet.of("one"), Facet.of("two")

    assert make_output(facets=(one, two)).key != make_output(facets=(two, one)).key


def test_no_part_of_the_key_runs_into_the_next():
    """
    What is carried cannot pass for a facet, nor the path for the channel.
    """
    facet = Facet("value", "digest")

    assert make_output(carries=("digest",), facets=()).key != make_output(carries=(), facets=(facet,)).key
    assert make_output(path="asite").key != make_output(path="a").key


def test_the_key_changes_with_nothing_else():
    """
    The objects may be others, and a renderer may be another of the same digest.
    """
    assert make_output().key == make_output().key
    assert make_output(renderer=Verbatim("renderer")).key == make_output(renderer=ReprRenderer("renderer")).key
    assert make_output(facets=(Facet("one", "d"),)).key == make_output(facets=(Facet("other", "d"),)).key


def test_a_view_is_made_of_facets_and_nothing_else():
    seen = []

    def view(*values):
        seen.append(values)
        return "view"

    output = make_output(facets=(Facet.of("a"), Facet.of(2)), view=view)

    assert "view" == output.make_view()
    assert [("a", 2)] == seen


def test_bytes_are_made_of_the_view():
    assert b"'content'" == make_output(facets=(Facet.of("content"),)).make_bytes()


def test_the_key_is_known_before_the_view_is_made():
    """
    A key made of a view would cost as much as the page itself.
    """

    def view(*_values):
        raise AssertionError("the view was made")

    assert make_output(view=view).key


def test_verbatim_bytes_are_published_as_they_are():
    output = verbatim("robots.txt", b"\xff\x00", Channel.SITE)

    assert b"\xff\x00" == output.make_bytes()
    assert ("robots.txt", Channel.SITE, ()) == (output.path, output.channel, output.carries)


def test_the_key_of_verbatim_bytes_changes_with_the_bytes():
    assert verbatim("a", b"1").key == verbatim("a", b"1").key
    assert verbatim("a", b"1").key != verbatim("a", b"2").key


KEYS = """
from plugins.feeds.outputs import make_outputs
from plugins.sitemap.outputs import make_outputs as make_sitemap
from tests.library.test_facets import make_rich
from tests.make import make_feeds, make_pages
library = make_rich()
outputs = [*make_pages(library).values(), *make_outputs(library, make_feeds(), "A site"), *make_sitemap(library)]
print(*sorted(f"{output.path} {output.key}" for output in outputs), sep="\\n")
"""


def test_keys_are_the_same_in_processes_with_other_hash_seeds():
    """
    A set or dict in its own order, anywhere in a facet, would make every page new every night.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", KEYS], env={**environment, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE
        )
        for seed in ("1", "2")
    ]
    first, second = [process.communicate()[0].decode().splitlines() for process in running]

    assert 20 < len(first)
    assert first == second


def test_an_offer_gathers_what_features_give():
    offer = Offer({"SITEURL": "https://example.org"})

    def maker(_library):
        return ()

    def proof(_path, _content, _paths):
        return ()

    link = HeadLink("icon", "favicon.svg")
    offer.outputs(maker)
    offer.proof(proof)
    offer.head_link(link)

    assert ([maker], [proof], [link]) == (offer.makers, offer.proofs, offer.head_links)


def test_two_builds_share_no_offer():
    first, second = Offer({}), Offer({})
    first.outputs(lambda _library: ())

    assert [] == second.makers


def test_an_output_that_comes_later_is_gathered_once_and_only_when_somebody_asks():
    """
    Most files of most builds stand already: to know their paths must cost nothing more.
    """
    gathered = []
    output = Output.later("a/index.html", lambda: gathered.append(1) or make_output())

    assert ("a/index.html", []) == (output.path, gathered)
    assert (make_output().key, make_output().carries) == (output.key, output.carries)
    assert [1] == gathered


def test_an_output_that_comes_later_is_that_of_its_path():
    """
    Two files that were confused with each other would be written without a word.
    """
    with pytest.raises(ValueError, match=r"index\.html was planned as b\.html"):
        _ = Output.later("b.html", make_output).key


def test_a_file_that_carries_others_is_another_file():
    assert ("1", "2") == make_output().carrying({"2", "1"}).carries
    assert make_output().key != make_output().carrying({"2", "1"}).key


def test_a_value_is_made_when_it_is_asked_for_and_made_again_once_it_was_let_go():
    """
    What a site shows is more than memory should hold.
    """
    made = []
    facet = Facet.later(lambda: made.append(1) or f"value {len(made)}", "what it is made of")

    assert [] == made
    assert "value 1" == facet.value == facet.value
    facet.let_go()
    assert "value 2" == facet.value


def test_a_value_that_was_given_is_never_let_go():
    facet = Facet("value", "digest")
    facet.let_go()

    assert "value" == facet.value


def test_bytes_are_the_same_after_an_output_has_let_go():
    output = make_output(facets=(Facet.of_all([Facet.later(lambda: "a", "a"), Facet.of("b")]),))
    before = output.make_bytes()
    output.let_go()

    assert before == output.make_bytes()
