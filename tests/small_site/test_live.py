"""
The preview: the site with its drafts, in memory and nowhere else, kept up to date while it is written.
"""

import re
import shutil
import signal

import pytest

from plugins.live.process import SOCKET
from tests.make import read_files
from tests.small_site.running import fetch, running
from tests.small_site.site import ROOT

DRAFT = "stories/unfinished-quilt"


@pytest.fixture
def preview(site):
    """A preview of a site, with its address; it must end quietly and leave nothing on the disk."""
    with running(site, "devserver", "--port", "0") as command:
        command.url = (
            "http://127.0.0.1:" + re.search(r"http://localhost:(\d+)/", command.await_line("Showing the site"))[1]
        )
        yield command
        assert 0 == command.end()
    assert [] == [line for line in command.said if "Traceback" in line]
    assert {".cache", "content", "smallconf.py"} == {path.name for path in site.folder.iterdir()}


def change(site, preview, path, old, new, words):
    """Change words in a file, and wait for what is said of it."""
    file = site.folder / path
    text = file.read_text("utf-8")
    assert 1 == text.count(old)
    return preview.save_until(file, text.replace(old, new), words)


def test_a_draft_is_shown_and_kept_up_to_date(site, preview):
    status, headers, page = fetch(f"{preview.url}/{DRAFT}/")
    assert (200, "text/html; charset=utf-8", "no-store") == (status, headers["Content-Type"], headers["Cache-Control"])
    assert "Nobody may see the marmalade yet." in page

    said = change(site, preview, f"content/{DRAFT}.md", "the marmalade yet", "the jam yet", "Read ")
    assert re.fullmatch(r"Read 1 text in \d+\.\d s\. 0 pages open\.\n", said)
    assert "Nobody may see the jam yet." in fetch(f"{preview.url}/{DRAFT}/")[2]


def test_texts_of_later_days_are_shown_and_words_that_were_taken_back_are_not(site, preview):
    """
    Not even a preview shows what a person published and took back, or whose consent has ended.
    """
    pages = re.findall(r"<loc>http://localhost:\d+(/[^<]*)</loc>", fetch(f"{preview.url}/sitemap.xml")[2])
    words = "".join(fetch(preview.url + path)[2] for path in pages)

    assert 20 < len(pages)
    assert {200} == {
        fetch(f"{preview.url}/stories/{name}/")[0] for name in ("unfinished-quilt", "kettle-on", "spring-fair")
    }
    assert [] == [word for word in ("tamarind", "cinnamon", "Zebediah", "Ottoline") if word in words]


def test_an_unknown_address_is_answered_with_the_sites_own_page(preview):
    status, headers, page = fetch(f"{preview.url}/no/such/page/")

    assert (404, "text/html; charset=utf-8") == (status, headers["Content-Type"])
    assert "This page is not here" in page
    assert 404 == fetch(f"{preview.url}/theme/")[0]
    assert 403 == fetch(f"{preview.url}/{DRAFT}/", Host="evil.example")[0]


def test_a_mistake_leaves_the_pages_and_is_told_until_it_is_mended(site, preview):
    change(site, preview, f"content/{DRAFT}.md", "status: draft", "status: daft", "All is shown as it was before.")

    assert any(f'content/{DRAFT}.md:5:9: status: "daft" is unknown here' in line for line in preview.said), "".join(
        preview.said[-4:]
    )
    assert "Nobody may see the marmalade yet." in fetch(f"{preview.url}/{DRAFT}/")[2]

    change(site, preview, f"content/{DRAFT}.md", "status: daft", "status: draft", "Read ")


def test_changed_settings_begin_a_new_process_at_the_same_address(site, preview):
    """
    A slip in them is told, and leaves the pages.
    """
    change(
        site, preview, "smallconf.py", 'SITENAME = "Small Welcome"', 'SITENAME = "Small" / 2', "All is shown as it was"
    )
    assert any(re.match(r"smallconf\.py:\d+:1: TypeError: ", line) for line in preview.said), "".join(preview.said[-4:])
    assert "Small Welcome" in fetch(f"{preview.url}/")[2]

    change(site, preview, "smallconf.py", 'SITENAME = "Small" / 2', 'SITENAME = "Greater"', "Showing the site")
    change(
        site,
        preview,
        "smallconf.py",
        "site_name=SITENAME, per_page=2",
        "site_name=SITENAME, per_page=3",
        "Showing the site",
    )
    assert "Greater" in fetch(f"{preview.url}/")[2]


def test_a_changed_theme_is_on_every_page(site):
    """
    Its style sheet has another address then; a slip in a template is told at its line, and leaves the pages.
    """
    shutil.copytree(ROOT / "theme", site.folder / "theme")
    site.configure(f'THEME = "{site.folder / "theme"}"')
    sheet = re.compile(r'rel="stylesheet" href="(/theme/site[^"]*)"')
    with running(site, "devserver", "--port", "0") as preview:
        url = re.search(r"http://localhost:\d+", preview.await_line("Showing the site"))[0]
        before = sheet.search(fetch(f"{url}/stories/")[2])[1]
        change(site, preview, "theme/css/print.css", "/*", "@layer own { b { color: red; } }\n/*", "Read ")
        after = sheet.search(fetch(f"{url}/stories/")[2])[1]
        assert before != after
        assert "color:red" in fetch(url + after)[2]

        change(
            site, preview, "theme/templates/base.html", "<head>\n", "<head>\n{% nothing %}\n", "All is shown as it was"
        )
        assert any(
            re.match(r"theme/templates/base\.html:\d+:1: TemplateSyntaxError: ", line) for line in preview.said
        ), "".join(preview.said[-4:])
        assert after == sheet.search(fetch(f"{url}/stories/")[2])[1]


def test_a_site_that_is_broken_from_the_start_says_so_and_comes_when_it_is_mended(site):
    site.edit(f"content/{DRAFT}.md", "status: draft", "status: daft")
    with running(site, "devserver", "--port", "0") as preview:
        url = re.search(r"http://localhost:\d+", preview.await_line("Showing the site"))[0]
        status, _, page = fetch(f"{url}/stories/")
        assert 503 == status
        assert f"content/{DRAFT}.md:5:9</code>" in page

        change(site, preview, f"content/{DRAFT}.md", "status: daft", "status: draft", "Read ")
        assert 200 == fetch(f"{url}/stories/")[0]
        assert 0 == preview.end(signal.SIGTERM)
    assert "Nothing can be shown yet." in "".join(preview.said)


def test_what_one_process_says_to_the_next_is_no_matter_of_editors(site):
    assert SOCKET not in site.desk("devserver", "--help").out


def test_the_built_site_is_left_alone(built_site):
    before = read_files(built_site.output)
    with running(built_site, "devserver", "--port", "0") as preview:
        preview.await_line("Showing the site")
        assert 0 == preview.end()

    assert before == read_files(built_site.output)
