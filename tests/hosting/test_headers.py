"""
Other sites may read what is meant for them, and nobody keeps for long what may be withdrawn.
"""

import re
import shutil
import subprocess
from itertools import pairwise

import pytest

from plugins.hosting.headers import RULES, write_headers

HOSTS = ("netlify", "apache", "nginx")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("folder", ["feeds/", "embed/", "oembed/", "audio/", "pictures/"])
def test_other_sites_may_read_what_is_meant_for_them(host, folder):
    written = write_headers(host, "/base")

    assert f"/base/{folder}" in written
    assert 5 == len(re.findall(r'Access-Control-Allow-Origin:? "?\*', written))


def test_what_may_be_withdrawn_is_kept_for_an_hour_at_the_most():
    ages = {
        rule.folder: int(re.search(r"max-age=(\d+)", dict(rule.headers).get("Cache-Control", "max-age=0"))[1])
        for rule in RULES
    }

    assert {folder for folder, age in ages.items() if age > 3600} == {"pictures/"}


def test_netlify_is_told_by_paths_with_their_headers_below():
    lines = write_headers("netlify", "").splitlines()

    assert "/feeds/*" == lines[0]
    assert "  Access-Control-Allow-Origin: *" == lines[1]
    assert "/*" in lines and all(line.startswith(("/", "  ")) for line in lines)


def test_netlify_knows_every_feed_for_what_it_is(small_site):
    """
    Each feed of a site has one rule that says its type.
    """
    kinds = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
    lines = write_headers("netlify", "").splitlines()
    rules = [
        (re.compile(re.sub(":[a-z]+", "[^/]+", path)), header.removeprefix("  Content-Type: ").partition(";")[0])
        for path, header in pairwise(lines)
        if "Content-Type:" in header
    ]
    feeds = [path for path in small_site.files if path.startswith("feeds/") and path.rpartition("/")[2] in kinds]

    assert 100 < len(feeds)
    for path in feeds:
        assert (path, [kinds[path.rpartition("/")[2]]]) == (
            path,
            [kind for rule, kind in rules if rule.fullmatch(f"/{path}")],
        )


@pytest.mark.parametrize("host", ["apache", "nginx"])
def test_feeds_are_called_what_they_are(host):
    for kind in ("application/rss+xml", "application/atom+xml", "application/feed+json", "text/vtt"):
        assert kind in write_headers(host, "")


@pytest.mark.parametrize("base", ["", "/base"])
def test_braces_of_nginx_are_closed(base):
    written = write_headers("nginx", base)

    assert written.count("{") == written.count("}")
    assert all(line.rstrip().endswith(("{", "}", ";")) for line in written.splitlines())


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed on this machine")
def test_nginx_itself_takes_the_rules(tmp_path):
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; events {{}} http {{ server {{ {write_headers('nginx', '/base')} }} }}"
    )
    done = subprocess.run(
        ["nginx", "-t", "-p", tmp_path, "-c", "nginx.conf"], capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stderr
