"""
Every address is answered as a host would.
"""

import pytest

from plugins.live.answers import cut, look_up, path_of


class Files(dict):
    """Files by path, as a source."""

    has = dict.__contains__
    find = dict.get


FILES = Files(
    {
        "index.html": b"home",
        "404.html": b"not here",
        "a/index.html": b"a",
        "b c/index.html": b"b",
        "x.mp3": b"0123456789",
    }
)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", "index.html"),
        ("/?a=b", "index.html"),
        ("/a/", "a/index.html"),
        ("/a/#b", "a/index.html"),
        ("/a", "a"),
        ("/%D9%82/", "ق/index.html"),
        ("/a/x.txt?y=/../", "a/x.txt"),
    ],
)
def test_an_address_means_a_file(target, path):
    assert path == path_of(target)


@pytest.mark.parametrize(
    "target",
    ["", "a", "http://a/", "/../a", "/a/../b", "/a/..", "/./a", "/%2e%2e/a", "//a/", "/a//b", "/a%5cb", "/a%00"],
)
def test_an_address_that_leads_elsewhere_means_no_file(target):
    assert path_of(target) is None
    assert (404, b"not here") == (look_up(FILES, target).status, look_up(FILES, target).content)


def test_a_page_is_found_at_its_folder():
    answer = look_up(FILES, "/a/")

    assert (200, b"a", "a/index.html") == (answer.status, answer.content, answer.path)


@pytest.mark.parametrize(("target", "there"), [("/a", "/a/"), ("/a?x=1", "/a/?x=1"), ("/b%20c", "/b%20c/")])
def test_an_address_without_its_stroke_is_led_to_the_page(target, there):
    answer = look_up(FILES, target)

    assert (301, ("Location", there)) == (answer.status, answer.headers[0])


def test_what_is_not_there_meets_the_sites_own_page():
    answer = look_up(FILES, "/nowhere/")

    assert (404, b"not here", "text/html; charset=utf-8") == (answer.status, answer.content, answer.kind)


def test_a_site_without_such_a_page_still_answers():
    answer = look_up(Files(), "/nowhere/")

    assert (404, "text/plain; charset=utf-8") == (answer.status, answer.kind)
    assert answer.content


def test_nothing_is_kept_by_the_browser():
    for target in ("/", "/a", "/nowhere/"):
        assert ("Cache-Control", "no-store") in look_up(FILES, target).all_headers


def test_a_part_of_a_file_says_which_it_is():
    answer = cut(look_up(FILES, "/x.mp3"), "bytes=2-4")

    assert (206, b"234") == (answer.status, answer.content)
    assert {("Content-Range", "bytes 2-4/10"), ("Content-Length", "3"), ("Content-Type", "audio/mpeg")} <= set(
        answer.all_headers
    )


def test_a_part_that_is_not_there_is_refused_with_the_size():
    answer = cut(look_up(FILES, "/x.mp3"), "bytes=10-")

    assert (416, b"", ("Content-Range", "bytes */10")) == (answer.status, answer.content, answer.headers[0])


def test_the_page_for_what_is_not_there_is_never_cut():
    assert b"not here" == cut(look_up(FILES, "/nowhere/"), "bytes=0-2").content


def test_files_say_that_parts_may_be_asked_for():
    assert ("Accept-Ranges", "bytes") in look_up(FILES, "/x.mp3").all_headers
