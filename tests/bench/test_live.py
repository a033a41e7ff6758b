"""
A save is measured the same way in every server: from the text that was written to the page that shows it.
"""

import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench import serving
from bench.__main__ import TOOLS
from bench.plain import SECTIONS, make_texts
from bench.rivals.hugo.rival import Hugo
from bench.rivals.live import NUMBER, Shown, command_of, compare_live, live_table, save
from bench.rivals.stock.rival import Stock
from bench.rivals.welcome.rival import Welcome
from bench.serving import Server, add_word, started

ROOT = Path(__file__).resolve().parents[2]
COUNT = 20


@contextmanager
def served(answer):
    """A server in this process that answers to an address with what a function says of it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            words = answer(self.path).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(words)))
            self.end_headers()
            self.wfile.write(words)

        def log_message(self, *_words):
            pass

    own = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=own.serve_forever, daemon=True).start()
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        yield Server(process, own.server_port)
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        own.shutdown()
        own.server_close()


def test_a_page_is_looked_at_until_it_shows_the_word(monkeypatch):
    looks = []
    with served(lambda path: looks.append(path) or ("new" if len(looks) == 3 else "old")) as server:
        server.wait_for("/a/", "new")
        monkeypatch.setattr(serving, "MOST_LOOKS", 2)
        with pytest.raises(AssertionError, match="newer has not come to /a/"):
            server.wait_for("/a/", "newer")

    assert 5 * ["/a/"] == looks


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what the processor did for a process")
def test_a_save_is_that_of_the_text_whose_page_is_looked_at(tmp_path):
    file = tmp_path / "content" / SECTIONS[0] / f"text-{NUMBER}.md"
    file.parent.mkdir(parents=True)
    file.write_text("Words.\n")
    texts = {f"/{SECTIONS[0]}/text-{NUMBER}/": file}
    with served(lambda path: texts[path].read_text()) as server:
        shown = save(server, tmp_path, "Newword")

    assert "Words.\n\n\nNewword\n" == file.read_text()
    assert shown.seen > 0


def test_the_saved_text_is_in_every_corpus():
    assert NUMBER in [
        int(text.slug.removeprefix("text-")) for text in make_texts(ROOT / "content", 10) if text.section == SECTIONS[0]
    ]


def test_a_server_that_does_not_start_is_no_measure(tmp_path):
    with (
        pytest.raises(AssertionError, match="has ended before it served"),
        started((sys.executable, "-c", ""), tmp_path),
    ):
        pass


def test_only_servers_of_the_same_kind_are_compared(tmp_path):
    with pytest.raises(AssertionError, match=r"^Pelican .* is not measured"):
        command_of(Stock(), tmp_path)


def test_medians_are_told_beside_those_of_the_other():
    saves = {
        "Ours": [Shown(0.3, 0.2), Shown(0.1, 0.1), Shown(0.2, 0.4)],
        "Hugo 1": [Shown(0.4, 0.0), Shown(0.9, 0.0), Shown(0.1, 0.3)],
    }
    head, *rows = (line.split() for line in live_table(1000, saves, "Hugo 1"))

    assert [
        "1,000",
        "texts,",
        "one",
        "save",
        "seen",
        "s",
        "CPU",
        "s",
        "seen",
        "of",
        "Hugo",
        "CPU",
        "of",
        "Hugo",
    ] == head
    assert [["Ours", "0.200", "0.200", "0.50", "-"], ["Hugo", "1", "0.400", "0.000", "1.00", "-"]] == rows


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what the processor did for a process")
def test_both_servers_show_what_is_saved(tmp_path):
    """
    Hugo where it was installed; our own preview in any case.
    """
    rivals = [Welcome()]
    if (TOOLS / "hugo").is_dir():
        rivals.append(Hugo())
        rivals[-1].install(TOOLS)
    saves = compare_live(rivals, ROOT / "content", COUNT, 1, tmp_path)

    assert {rival.name: 1 for rival in rivals} == {name: len(found) for name, found in saves.items()}
    for rival in rivals:
        text = tmp_path / rival.folder / "content" / SECTIONS[0] / f"text-{NUMBER}.md"
        assert ["Wordnumber0", "Wordnumber1"] == text.read_text("utf-8").split()[-2:]
        shutil.rmtree(tmp_path / rival.folder)


def test_a_word_is_added_in_a_paragraph_of_its_own(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("One.\n")
    add_word(file, "Two")

    assert "One.\n\n\nTwo\n" == file.read_text()
