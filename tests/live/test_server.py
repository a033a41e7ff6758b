"""
The editor's own server shows the site as a host would.
"""

import http.client
import threading

import pytest

from plugins.live.folder import Folder
from plugins.live.server import open_server
from plugins.problems import SettingsError
from tests.make import make_files

FILES = {
    "index.html": "home",
    "404.html": "not here",
    "stories/a/index.html": "a story",
    "empty/x.txt": "x",
    "feeds/all/rss.xml": "<rss/>",
    "theme/a.woff2": b"\x00",
    "favicon.svg": "<svg/>",
}


@pytest.fixture
def ask(tmp_path):
    """Asks a server of some files for one path."""
    folder = make_files(tmp_path / "site", FILES)
    (tmp_path / "secret.txt").write_text("secret")
    with open_server(Folder(folder), "127.0.0.1", 0) as server:

        def answer(path, method="GET", **headers):
            thread = threading.Thread(target=server.handle_request)
            thread.start()
            connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            body = response.read()
            connection.close()
            thread.join()
            return response, body

        yield answer


@pytest.mark.parametrize(
    ("path", "status", "body", "kind"),
    [
        ("/", 200, b"home", "text/html; charset=utf-8"),
        ("/stories/a/", 200, b"a story", "text/html; charset=utf-8"),
        ("/feeds/all/rss.xml", 200, b"<rss/>", "application/rss+xml; charset=utf-8"),
        ("/theme/a.woff2", 200, b"\x00", "font/woff2"),
        ("/favicon.svg", 200, b"<svg/>", "image/svg+xml; charset=utf-8"),
        ("/nowhere/", 404, b"not here", "text/html; charset=utf-8"),
        ("/empty/", 404, b"not here", "text/html; charset=utf-8"),
        (f"/{'a' * 999}/", 404, b"not here", "text/html; charset=utf-8"),
        ("/../secret.txt", 404, b"not here", "text/html; charset=utf-8"),
        ("/%2e%2e/secret.txt", 404, b"not here", "text/html; charset=utf-8"),
    ],
)
def test_files_are_shown_and_unknown_addresses_meet_the_sites_own_page(ask, path, status, body, kind):
    response, content = ask(path)

    assert (status, body, kind) == (response.status, content, response.headers["Content-Type"])
    assert "no-store" == response.headers["Cache-Control"]


def test_an_address_without_its_stroke_is_led_to_the_page(ask):
    response, _ = ask("/stories/a")

    assert (301, "/stories/a/") == (response.status, response.headers["Location"])


def test_asking_for_the_head_of_nothing_brings_no_body(ask):
    response, content = ask("/nowhere/", "HEAD")

    assert (404, b"", "8") == (response.status, content, response.headers["Content-Length"])


def test_what_is_read_is_not_written_down(ask, capfd):
    ask("/stories/a/")
    ask("/nowhere/")

    assert ("", "") == capfd.readouterr()


def test_a_port_that_is_taken_is_told_with_another(tmp_path):
    with open_server(Folder(tmp_path), "127.0.0.1", 0) as server:
        port = server.server_address[1]
        with pytest.raises(SettingsError, match=rf"^port {port} cannot be used .*: choose another with PORT=8001$"):
            open_server(Folder(tmp_path), "127.0.0.1", port)


def test_the_address_is_one_that_can_be_opened(tmp_path):
    with open_server(Folder(tmp_path), "127.0.0.1", 0) as server:
        assert f"http://localhost:{server.server_address[1]}/" == server.url


def test_a_part_of_a_file_is_given(ask):
    response, content = ask("/index.html", Range="bytes=1-2")

    assert (206, b"om", "bytes 1-2/4") == (response.status, content, response.headers["Content-Range"])


def test_a_page_of_others_that_borrows_the_browser_is_told_nothing(ask):
    """
    Its own name leads to this machine, and the browser sends that name.
    """
    response, content = ask("/", Host="evil.example:8000")

    assert 403 == response.status
    assert b"home" not in content
    assert b"/ and under no other name" in content


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_one_can_only_read(ask, method):
    response, content = ask("/", method)

    assert (405, "GET, HEAD") == (response.status, response.headers["Allow"])
    assert b"home" not in content
