"""
What the settings say of the content, or what is missing in them.
"""

import pytest

from plugins.build.project import content_of, shown
from plugins.languages.settings import Languages
from plugins.library.settings import Build
from plugins.problems import SettingsError
from plugins.records.settings import Urls
from tests.make import TODAY, make_files


@pytest.fixture
def settings(tmp_path):
    make_files(tmp_path, {"strings/en.toml": 'a = "x"', "content/stories/a.md": "x"})
    return {
        "PATH": str(tmp_path / "content"),
        "LANGUAGES": Languages(strings=tmp_path / "strings", codes=("en",)),
        "SITEURL": "https://example.org/base/",
        "CONSENTS": None,
        "BUILD": Build(TODAY),
        "URLS": Urls(),
    }


def test_settings_become_content(settings, tmp_path):
    content = content_of(settings)

    assert (tmp_path / "content", tmp_path / "content/consents", "https://example.org/base") == (
        content.folder, content.consents, content.site_url,
    )  # fmt: skip
    assert "x" == content.words["en"]("a")


def test_consents_may_lie_elsewhere(settings, tmp_path):
    assert tmp_path / "private" == content_of(settings | {"CONSENTS": str(tmp_path / "private")}).consents


@pytest.mark.parametrize("name", ["PATH", "LANGUAGES", "SITEURL", "CONSENTS", "BUILD", "URLS"])
def test_what_is_missing_is_named(settings, name):
    del settings[name]

    with pytest.raises(SettingsError, match=f"^{name} is missing in pelicanconf.py$"):
        content_of(settings)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"SITEURL": ""}, "^SITEURL is missing: give the address of the public site"),
        ({"SITEURL": "/"}, "^SITEURL is missing: give the address of the public site"),
        ({"SITEURL": "example.org"}, '^SITEURL: "example.org" must begin with https://'),
        ({"SITEURL": "ftp://example.org"}, '^SITEURL: "ftp://example.org" must begin with https://'),
        ({"PATH": "/nowhere/at/all"}, "^PATH: there is no folder /nowhere/at/all$"),
    ],
)
def test_what_is_wrong_is_said(settings, change, sentence):
    with pytest.raises(SettingsError, match=sentence):
        content_of(settings | change)


def test_a_folder_is_shown_as_one_would_type_it(tmp_path, monkeypatch):
    (tmp_path / "site/content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")

    assert "content" == shown(tmp_path / "site/content")
    assert (tmp_path / "other").as_posix() == shown(tmp_path / "other")
