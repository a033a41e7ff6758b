"""
The plugin for WordPress, as far as it can be judged by reading it; tests/wordpress runs it.
"""

import re

from tests.make import ROOT

FOLDER = ROOT / "plugins/embeds/wordpress/welcome-stories-withdrawals"
TEXT = (FOLDER / "welcome-stories-withdrawals.php").read_text("utf-8")


def test_it_is_one_short_file_that_a_volunteer_can_read():
    assert ["welcome-stories-withdrawals.php"] == [path.name for path in FOLDER.iterdir()]
    assert len(TEXT.splitlines()) <= 150


def test_its_header_names_it_and_its_licence():
    """
    WordPress reads these lines, and takes no other licence than one that goes with its own.
    """
    header = dict(re.findall(r"^ \* ([A-Z][\w ]+): (.+)$", TEXT.split("*/")[0], re.M))

    assert "GPL-3.0-or-later" == header["License"]
    assert {"Plugin Name", "Description", "Version", "Requires at least", "Requires PHP"} <= set(header)


def test_it_asks_for_one_file_and_knows_no_address_but_its_licences():
    assert 1 == len(re.findall(r"wp_\w*remote_\w+\( ?\$address", TEXT))
    assert ["https://www.gnu.org/licenses/gpl-3.0.html"] == re.findall(r"https?://[^\s'\"]+", TEXT)
    assert not re.search(r"curl_|fsockopen|wp_mail|wp_remote_post|<script|<img", TEXT)
