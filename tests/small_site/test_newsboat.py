"""
Our feeds in newsboat, a reader that people use: what it keeps of them, before and after a withdrawal.
"""

import shutil
import sqlite3
import subprocess

import feedparser
import pytest

from tests.small_site.site import environment
from tests.small_site.test_withdrawal import LAMP, withdraw

pytestmark = pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed on this machine")

FEEDS = ("feeds/all/rss.xml", "feeds/all/atom.xml", "feeds/type/testimony/rss.xml", "feeds/language/ar/atom.xml")
LAMP_ID = "tag:small.example,2026:thesamp001"


@pytest.fixture
def reader(built_site, tmp_path):
    """Fetches the feeds of the site, and gives what newsboat keeps: id, title, author and content of each entry."""
    (tmp_path / "urls").write_text("".join(f"file://{built_site.output / path}\n" for path in FEEDS), "utf-8")
    (tmp_path / "config").touch()
    options = ("-u", tmp_path / "urls", "-c", tmp_path / "cache.db", "-C", tmp_path / "config", "-x", "reload")

    def fetch():
        subprocess.run(["newsboat", *options], env=environment(HOME=str(tmp_path)), check=True, timeout=60)
        connection = sqlite3.connect(tmp_path / "cache.db")
        try:
            return connection.execute("SELECT guid, title, author, content FROM rss_item").fetchall()
        finally:
            connection.close()

    return fetch


def test_newsboat_keeps_each_entry_once(reader, built_site):
    """
    It knows entries by their id, in whichever feed and format they come, and however often.
    """
    rows = reader()
    feed = feedparser.parse(built_site.output / FEEDS[0])

    assert sorted(entry.id for entry in feed.entries) == sorted(own for own, *_ in rows)
    assert {("A lamp in the window", "Samar")} <= {(title, author) for _, title, author, _ in rows}
    assert sorted(rows) == sorted(reader())


def test_newsboat_overwrites_what_was_taken_back(reader, built_site):
    """
    In every feed that held it, without a name; no word stays.
    """
    before = reader()
    withdraw(built_site, "gone")
    after = reader()
    kept = " ".join(value for row in after for value in row)
    notices = {row[1:3] for row in after if row[0].startswith(LAMP_ID)}

    assert {row[0] for row in before} == {row[0] for row in after}
    assert {("This piece is no longer available", ""), ("لم يعد هذا النص متاحًا", "")} >= notices and notices
    assert [] == [word for word in LAMP if word in kept]
