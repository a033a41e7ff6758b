"""
The life of a figure: printed with its period and source, changed in one place, corrected everywhere, checked in time.
"""

import csv
import io
import json

import feedparser

PAGE = "explainers/counting-cups/index.html"
NEW = ("--id", "F-tests-004", "--value", "44%; 39%", "--reason", "The table was revised.")
NEXT_SPRING = "1803859200"
"""The 1st of March 2027, in seconds."""


def text_of(page):
    return " ".join(page.find("//main")[0].text_content().split())


def test_a_figure_is_printed_with_its_period_and_leads_to_its_source(small_site):
    page = small_site.html[PAGE]
    link = page.find('//sup[@class="figure__source"]/a/@href')[0]
    source = page.find(f'//li[@id="{link[1:]}"]')[0]

    assert "Of all the cups 41% (2025)1 are full." in text_of(page)
    assert "39% (2024)1 of them are warm as well." in text_of(page)
    assert "A page with <angles> & figures" in source.text_content()
    assert "Of all the cups, 41% (2025) are full." == page.find('//meta[@name="description"]/@content')[0]
    assert ["41%", "39%"] == [own.text for own in page.find("//main//data")[:1] + page.find("//main//data")[-1:]]


def test_a_changed_figure_changes_every_page_feed_and_file_that_states_it(built_site):
    before = built_site.files()
    changed = built_site.desk("fact", *NEW)
    build = built_site.build()
    after = built_site.files()
    feed = after["feeds/all/atom.xml"].decode()
    told = [line.strip() for line in changed.out.splitlines()[2:]]

    assert (0, 0) == (changed.status, build.status), changed.err + build.err
    assert "F-tests-004: 41%; 39% became 44%; 39% (moderate)." in changed.out
    assert sorted(told) == sorted(path for path in after if after[path] != before[path])
    assert [] == [path for path, content in after.items() if b"41% (2025)" in content]
    assert "23 November 2026: it said: 41%; 39% It now says: 44%; 39% Why: The table was revised." in (
        " ".join(after[PAGE].decode().split()).replace('<time datetime="2026-11-23">', "").replace("</time>", "")
    )
    assert '<time datetime="2026-11-23">23 November 2026</time>' in after[PAGE].decode()
    assert "44% (2025)" in feed and "<updated>2026-11-23T" in feed
    assert "The table was revised." in after["facts/corrections/index.html"].decode()
    (entry, first) = (
        feedparser.parse(after["feeds/corrections/atom.xml"]).entries[:1]
        + feedparser.parse(before["feeds/corrections/rss.xml"]).entries[-1:]
    )
    assert "tag:small.example,2026:correction:f-tests-004:1" == entry.id
    assert "it said: 41%; 39% It now says: 44%; 39% Why: The table was revised." in entry.summary
    assert "tag:small.example,2026:correction:seeksafe10:1" == first.id
    assert "44%" in after["facts/f-tests-004/index.html"].decode()


def test_what_a_fact_stands_in_is_told_without_a_build(built_site):
    run = built_site.desk("facts", "--impact", "f-tests-004")

    assert (0, "63 files of the site show F-tests-004:") == (run.status, run.out.splitlines()[0]), run.out
    assert f"  {PAGE}" in run.out.splitlines()


def test_nobody_changes_a_figure_by_hand(built_site):
    built_site.edit("content/facts/tests.yml", "{41%}", "{44%}")
    run = built_site.desk("check")

    assert 1 == run.status
    assert 'its figures are "44%; 39%", and its history ends with "41%; 39%"' in run.err


def test_a_change_that_would_break_the_content_is_not_written(built_site):
    facts = built_site.content / "facts"
    before = {path.name: path.read_bytes() for path in facts.iterdir()}
    runs = [
        built_site.desk("fact", *wish)
        for wish in (
            ("--id", "F-tests-004", "--value", "44%", "--reason", "Why."),
            ("--id", "F-tests-004", "--value", "44%; 39%"),
            ("--id", "F-tests-004", "--value", "4{4%; 39%", "--reason", "Why."),
            ("--id", "F-tests-004", "--value", "44%; 39%", "--reason", "Why.", "--source", "S-exampl-a"),
            ("--id", "F-tests-44", "--value", "44%; 39%", "--reason", "Why."),
            ("--id", "F-tests-004"),
            ("--id", "", "--value", "1"),
        )
    ]

    assert [2] * len(runs) == [run.status for run in runs]
    assert 'Did you mean "S-example-a"?' in runs[3].err and 'Did you mean "F-tests-004"?' in runs[4].err
    assert [] == [run.err for run in runs if "Traceback" in run.err]
    assert before == {path.name: path.read_bytes() for path in facts.iterdir()}


def test_a_figure_that_still_stands_is_checked_and_falls_due_again(built_site):
    run = built_site.desk("fact", "--id", "F-tests-004", "--checked", "yes")
    text = (built_site.content / "facts/tests.yml").read_text("utf-8")

    assert (0, True) == (run.status, "was checked and stays as it is. To be checked again by 2027-02-28." in run.out)
    assert "checked: 2026-11-23" in text


def test_time_travel_makes_what_nobody_checked_stale(built_site):
    """
    On the day after a check was due the page says so, the text leaves the feeds, and the check tells the editors.
    """
    fresh = built_site.files()
    built_site.edit("smallconf.py", "BUILD = Build(today=date(2026, 11, 23))", "BUILD = Build(today=date(2027, 3, 1))")
    run = built_site.build()
    stale = built_site.files()
    check = built_site.desk("check")

    assert 0 == run.status, run.err
    assert b"Its facts are due for a check" not in fresh[PAGE]
    assert b"They were last checked on 1 November 2026" in stale[PAGE]
    assert b"counting-cups" in fresh["feeds/all/rss.xml"] and b"counting-cups" not in stale["feeds/all/rss.xml"]
    assert b"Its facts are due for a check" in stale["facts/f-tests-004/index.html"]
    assert "F-tests-004" in check.err and "should have been checked by 2027-02-28" in check.err


def test_a_myth_stands_in_its_block_and_nowhere_else(small_site):
    page = small_site.html[PAGE]
    (block,) = page.find('//aside[@class="claim"]')
    order = [own.get("class") for own in block]

    assert order.index("claim__warning") < order.index("claim__myth")
    assert "Every kettle here stands empty." == block.xpath(".//q")[0].text_content()
    assert 1 == page.content.decode().count("stands empty")
    assert {PAGE} == {
        path
        for path, content in small_site.files.items()
        if b"stands empty" in content and "/full/" not in path and not path.startswith("republish/")
    }
    assert "/base/techniques/part-for-whole/" in block.xpath(".//a/@href")


def test_a_myth_outside_its_block_stops_the_build(built_site):
    built_site.edit(
        "content/stories/kettle-on.md",
        "\n---\n",
        "\n---\n\nThey say that every kettle, here, STANDS there.\n\nEvery *kettle* here stands.\n",
    )
    run = built_site.build()

    assert 1 == run.status
    assert "kettle-on.md" in run.err and '"every kettle here stands" are words of a myth' in run.err


def test_a_word_is_explained_once_and_without_script(small_site):
    page = small_site.html[PAGE]
    (button,) = page.find('//button[@class="term"]')
    (meaning,) = page.find(f'//*[@id="{button.get("popovertarget")}"]')

    assert ("saucer", "button", "") == (button.text, button.get("type"), meaning.get("popover"))
    assert "A small plate on which a cup stands." in meaning.text_content()
    assert ["/base/glossary/saucer/"] == meaning.xpath(".//a/@href")


def test_all_facts_can_be_taken_away(small_site):
    rows = list(csv.DictReader(io.StringIO(small_site.files["facts/facts.csv"].decode("utf-8-sig"), newline="")))
    data = json.loads(small_site.files["facts/facts.json"])

    assert ["41%", "39%"] == [row["value"] for row in rows if row["id"] == "F-tests-004"]
    assert "https://small.example/base/facts/" == data["home"]
    assert {"F-tests-001", "F-tests-002", "F-tests-004"} == {fact["id"] for fact in data["facts"]}


def test_every_fact_and_source_has_an_address(small_site):
    index = small_site.html["facts/index.html"]
    sources = small_site.html["facts/sources/index.html"]
    fact = small_site.html["facts/f-tests-004/index.html"]

    assert {f"/base/facts/f-tests-00{number}/" for number in (1, 2, 4)} <= set(index.links())
    assert ["s-example-a", "s-example-b"] == sorted(sources.find("//main//li[@id]/@id"))
    assert "/base/explainers/counting-cups/" in fact.links()
    assert "Of all the cups 41% are full, and 39% are warm." == fact.find("//h1")[0].text_content()
