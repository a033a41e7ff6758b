"""
The editor's own server shows the site as a host would.
"""

import http.client
import threading
from types import SimpleNamespace

import pytest

from plugins.desk.serving import address, open_server, serve
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
    with open_server(folder, "127.0.0.1", 0) as server:

        def answer(path, method="GET"):
            thread = threading.Thread(target=server.handle_request)
            thread.start()
            connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)
            connection.request(method, path)
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
        ("/feeds/all/rss.xml", 200, b"<rss/>", "application/xml"),
        ("/theme/a.woff2", 200, b"\x00", "font/woff2"),
        ("/favicon.svg", 200, b"<svg/>", "image/svg+xml"),
        ("/nowhere/", 404, b"not here", "text/html; charset=utf-8"),
        ("/empty/", 404, b"not here", "text/html; charset=utf-8"),
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
    with open_server(tmp_path, "127.0.0.1", 0) as server:
        port = server.server_address[1]
        with pytest.raises(SettingsError, match=rf"^port {port} cannot be used .*: choose another with PORT=8001$"):
            open_server(tmp_path, "127.0.0.1", port)


def test_the_address_is_one_that_can_be_opened(tmp_path):
    with open_server(tmp_path, "127.0.0.1", 0) as server:
        assert f"http://localhost:{server.server_address[1]}/" == address(server)


def test_a_site_that_was_not_built_cannot_be_shown(tmp_path):
    options = SimpleNamespace(output=tmp_path / "output", bind="127.0.0.1", port=0)

    with pytest.raises(SettingsError, match=r"^nothing has been built in output/ yet: run make html first$"):
        serve(options)
