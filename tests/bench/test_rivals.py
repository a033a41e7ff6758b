"""
The comparison is fair: every generator makes as many pages and feeds of the same texts.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from bench.__main__ import TOOLS
from bench.plain import SECTIONS, make_texts
from bench.rivals.comparing import pages_and_feeds
from bench.rivals.eleventy.rival import Eleventy
from bench.rivals.hugo.rival import Hugo
from bench.rivals.least.rival import Least
from bench.rivals.stock.rival import Stock
from bench.rivals.welcome.rival import Welcome, Whole

ROOT = Path(__file__).resolve().parents[2]
COUNT = 60


@pytest.fixture(scope="module")
def texts():
    return list(make_texts(ROOT / "content", COUNT))


@pytest.fixture(scope="module", params=[Welcome, Least, Hugo, Eleventy, Stock], ids=lambda rival: rival.folder)
def output(request, texts, tmp_path_factory):
    """The site by one generator; skipped where it was never installed, since no test may wait for a network."""
    rival = request.param()
    if rival.folder in ("hugo", "eleventy") and not (TOOLS / rival.folder).is_dir():
        pytest.skip(f"{rival.name} is not installed: make bench RIVALS=1 installs it")
    if rival.folder == "eleventy" and not shutil.which("node"):
        pytest.skip("there is no node here")
    rival.install(TOOLS)
    home = tmp_path_factory.mktemp("rival") / "site"
    rival.settle(home, texts)
    rival.run(home).measure()
    return home / rival.output


def expected(texts):
    """What the plain site has: pages of texts, lists and terms, and feeds."""
    topics, places = {topic for text in texts for topic in text.topics}, {text.place for text in texts}
    lists = [sum(text.section == section for text in texts) for section in SECTIONS]
    lists += [sum(topic in text.topics for text in texts) for topic in topics]
    lists += [sum(text.place == place for text in texts) for place in places]
    pages = len(texts) + sum(-(-count // 24) for count in lists) + len(("home", "topics", "places"))
    return pages, 1 + len(topics) + len(places)


def test_every_generator_makes_as_many_pages_and_feeds(output, texts):
    assert expected(texts) == pages_and_feeds(output)


def plain_sentence(text):
    """The first sentence of a text that is the same in Markdown, in HTML and in a feed."""
    return next(
        found for part in re.split(r"[.\n]", text.body) if re.fullmatch("[A-Za-z ]{20,}", found := part.strip())
    )


def test_every_page_of_a_text_shows_what_the_others_show(output, texts):
    """
    Its words, its terms, the texts before and after it, and three related ones.
    """
    stories = sorted((text for text in texts if text.section == SECTIONS[0]), key=lambda text: text.date)
    before, own, after = stories[4:7]
    page = (output / own.section / own.slug / "index.html").read_text("utf-8")

    assert own.title in page and own.summary in page and plain_sentence(own) in page
    assert all(f"/topics/{topic}/" in page for topic in own.topics) and f"/places/{own.place}/" in page
    beside = re.findall(r'<a rel="(?:prev|next)" href="/stories/([^/]*)/"', page)
    assert {before.slug, after.slug} == set(beside)
    assert page.count('class="card"') >= min(3, sum(own.topics[0] in text.topics for text in texts) - 1)


def test_every_feed_holds_twenty_whole_texts_at_the_most(output, texts):
    newest = max(texts, key=lambda text: text.date)
    paths = [path for path in output.rglob("*.xml") if path.name != "sitemap.xml"]
    everything = max(paths, key=os.path.getsize).read_text("utf-8")

    assert 20 == everything.count("<item>")
    assert plain_sentence(newest) in everything


def test_with_everything_on_the_same_texts_are_published_in_all_ways(texts, tmp_path):
    rival, home = Whole(), tmp_path / "site"
    rival.settle(home, texts)
    rival.run(home).measure()
    output = home / rival.output
    kits, frames = (
        [path for path in (output / name).iterdir() if path.is_dir()] for name in ("republish", "embed/text")
    )

    assert len(texts) == len(kits) == len(frames) == len(list((output / "oembed").glob("*.json")))
    assert expected(texts)[0] < pages_and_feeds(output)[0]
    assert {"rss.xml", "atom.xml", "feed.json"} <= {path.name for path in (output / "feeds/all/full").iterdir()}
