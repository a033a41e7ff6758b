"""
The preview adds its script to a page, with the leave that the script needs, and changes nothing else.
"""

import re

from plugins.live.injecting import inject, problem_page
from plugins.problems import Problem

PAGE = """<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="{}">
<title>قصة</title></head>
<body><p>&lt;/body&gt;</p></body></html>"""


def policy_of(content):
    """The directives of the policy in a page."""
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', content.decode())
    return dict(part.strip().partition(" ")[::2] for part in found[1].split(";"))


def test_the_script_stands_at_the_end_and_knows_its_page():
    content = inject(PAGE.format("").encode(), 'a"b.html', "0f", "localhost:8000").decode()

    assert (
        '<script src="/_live/live.js" data-path="a&quot;b.html" data-stamp="0f" defer></script></body></html>'
        in content
    )
    assert 1 == content.count("<script")


def test_a_page_without_an_end_has_the_script_all_the_same():
    assert inject(b"<p>A", "a.html", "0f", "localhost").startswith(b"<p>A<script ")


def test_nothing_else_of_a_page_is_changed():
    page = PAGE.format("default-src 'none'").encode()
    content = re.sub(rb"<script.*</script>", b"", inject(page, "a.html", "0f", "localhost:8000"))

    assert re.sub(rb'content="[^"]*"', b"", page) == re.sub(rb'content="[^"]*"', b"", content)


def test_a_policy_leaves_room_for_the_preview_and_for_nothing_more():
    """
    A script that the public site would refuse is refused here too: else nobody would notice.
    """
    page = PAGE.format("default-src 'none'; img-src 'self'; style-src 'self'; script-src 'none'").encode()

    assert {
        "default-src": "'none'",
        "img-src": "'self'",
        "style-src": "'self' http://localhost:8000/_live/live.css",
        "script-src": "http://localhost:8000/_live/live.js",
        "connect-src": "http://localhost:8000/_live/events",
    } == policy_of(inject(page, "a.html", "0f", "localhost:8000"))


def test_a_policy_that_forbids_nothing_is_left_alone():
    assert {"img-src": "'self'"} == policy_of(inject(PAGE.format("img-src 'self'").encode(), "a", "0f", "localhost"))


def test_a_host_that_no_policy_can_name_is_the_page_s_own():
    page = PAGE.format("default-src 'none'").encode()

    assert "'self'" == policy_of(inject(page, "a", "0f", "[::1]:8000"))["script-src"]
    assert "'self'" == policy_of(inject(page, "a", "0f", "x; script-src *"))["script-src"]


def test_a_policy_in_the_text_of_a_page_is_left_alone():
    page = b"<head></head><body><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"></body>"

    assert b"content=\"default-src 'none'\"" in inject(page, "a", "0f", "localhost")


def test_the_page_for_what_cannot_be_shown_tells_where_it_is_wrong():
    content = problem_page([Problem("content/a.md", 5, 8, 'scale: "<b>" is unknown', "Mend it.")]).decode()

    assert "<code>content/a.md:5:8</code>" in content
    assert "scale: &quot;&lt;b&gt;&quot; is unknown.</bdi> Mend it." in content
