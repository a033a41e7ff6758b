"""
The finished bytes are searched for the myths that the site answers.
"""

import zipfile
from io import BytesIO

import pytest

from plugins.outputs import Channel, Finished
from plugins.proof.myths import MythProof

SEQUENCES = {"it is all about": "It is all about boats.", "is all about boats": "It is all about boats."}
BLOCK = (
    '<aside class="claim"><p class="claim__fact">Fewer.</p><p class="claim__warning">It misleads.</p>'
    '<p class="claim__myth"><span class="claim__label">What some say</span> <q>It is all about boats.</q></p></aside>'
)
PAGE = (
    f"<!doctype html><html><head><title>A title</title></head><body><h1>A title</h1>{BLOCK}<p>Words.</p></body></html>"
)


def faults(content, path="a/index.html", sequences=SEQUENCES):
    content = content if isinstance(content, bytes) else content.encode()
    return list(MythProof(sequences)(Finished(path, Channel.SITE, (), content)))


def zipped(text):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", text)
    return file.getvalue()


def test_in_its_block_after_the_warning_and_once_a_myth_is_right():
    assert [] == faults(PAGE)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<title>A title", "<title>It is all about boats"),
        ("<h1>A title", "<h1>It is <em>all</em> about"),
        ("<p>Words.", "<p>They say it IS, all about boats."),
        ("<p>Words.", '<p><img alt="It is all about boats">'),
        ("<head>", '<head><meta name="description" content="It is all about boats.">'),
        ("<head>", '<head><script type="application/ld+json">{"headline":"It is all about boats."}</script>'),
        ("<head>", '<head><script type="application/ld+json">{"headline":"It is all\\u0020about boats."}</script>'),
        ("<p>Words.", "<p>It is all&#32;about"),
        ("<p>Words.", "<!-- it is all about -->"),
    ],
)
def test_anywhere_else_it_is_a_fault(was, now):
    found = faults(PAGE.replace(was, now))

    assert found
    assert all('stands outside the block that answers the myth "It is all about boats."' in fault for fault in found)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("feeds/all/atom.xml", "<feed><summary>It is all about boats.</summary></feed>"),
        (
            "feeds/all/rss.xml",
            "<rss><description>&lt;p&gt;It is &lt;b&gt;all&lt;/b&gt; about boats</description></rss>",
        ),
        ("facts/facts.json", '{"claim": "It is all about boats."}'),
        ("facts/facts.csv", "id,claim\r\n1,It is all about boats\r\n"),
        ("a.vtt", "WEBVTT\n\nIt is all about boats."),
        ("a.zip", zipped("It is all about boats.")),
    ],
)
def test_no_other_file_holds_a_myth(path, content):
    assert faults(content, path)


def test_a_block_without_a_warning_before_it_is_a_fault():
    assert ["a myth stands here without a warning before it"] == [
        fault.partition(":")[0] for fault in faults(PAGE.replace('<p class="claim__warning">It misleads.</p>', ""))
    ]


def test_a_myth_told_twice_is_a_fault():
    assert any("a myth stands here twice" in fault for fault in faults(PAGE.replace(BLOCK, BLOCK * 2)))


def test_what_a_person_says_herself_stays():
    own = '<div data-words="7f3k9q2m5x en body"><p>It is all about boats.</p></div>'

    assert [] == faults(PAGE.replace("<p>Words.</p>", own))


def test_the_claim_that_machines_are_told_is_no_headline():
    data = '<script type="application/ld+json">{"claimReviewed":"It is all about boats.","a":1}</script>'

    assert [] == faults(PAGE.replace("<head>", f"<head>{data}"))


def test_where_no_myth_is_answered_nothing_is_looked_for():
    assert [] == faults("It is all about boats.", sequences={})
    assert [] == faults(b"It is all about boats.", path="a.png")
