"""
Hosts are told that an address is gone; no file that would be served tells which.
"""

import pytest

from plugins.hosting.rules import make_outputs, write_rules
from plugins.hosting.settings import Hosting
from plugins.problems import SettingsError
from tests.make import make_consent, make_library, make_testimony

GONE = ["/base/ar/voices/x/", "/base/voices/x/"]


@pytest.mark.parametrize(
    ("host", "lines"),
    [
        ("netlify", ["/base/ar/voices/x/ /base/410.html 410!", "/base/voices/x/ /base/410.html 410!"]),
        (
            "apache",
            ["ErrorDocument 410 /base/410.html", "Redirect gone /base/ar/voices/x/", "Redirect gone /base/voices/x/"],
        ),
        (
            "nginx",
            [
                "error_page 410 /base/410.html;",
                "location = /base/ar/voices/x/ { return 410; }",
                "location = /base/voices/x/ { return 410; }",
            ],
        ),
    ],
)
def test_each_host_is_told_in_its_own_form(host, lines):
    assert lines == write_rules(host, GONE, "/base").splitlines()


@pytest.mark.parametrize(
    ("host", "paths"), [("netlify", ["_headers", "_redirects"]), ("apache", [".htaccess"]), ("none", [])]
)
def test_only_a_host_that_reads_the_file_gets_one(host, paths):
    """
    Elsewhere it would be served to everybody, as a list of what was withdrawn.
    """
    testimony = make_testimony(slug="her", date="2026-10-05")
    library = make_library(testimony, consents=[make_consent(testimony, status="paused", paused_on="2026-11-10")])
    outputs = {output.path: output.make_bytes() for output in make_outputs(library, host)}

    assert paths == list(outputs)
    assert all(b"/voices/her/" in content for path, content in outputs.items() if path != "_headers")
    assert b"/voices/her/" not in outputs.get("_headers", b"")


def test_what_vanished_is_in_no_rule():
    gone = {"on": "2026-11-10", "mode": "vanish", "published": "2026-10-05", "languages": ["en"]}
    library = make_library(consents=[make_consent(make_testimony(slug="her"), status="withdrawn", withdrawn=gone)])

    made = {output.path: output.make_bytes() for output in make_outputs(library, "netlify")}

    assert b"" == made["_redirects"]
    assert b"her" not in made["_headers"]


def test_an_unknown_host_is_told():
    with pytest.raises(SettingsError, match=r'HOSTING.rules: "netlfy" is unknown. Did you mean "netlify"'):
        Hosting("netlfy")
