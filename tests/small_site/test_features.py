"""
What goes when a feature's line goes, and what the commands of Pelican itself do.
"""

import re
import shutil
import sys
from pathlib import Path

import pytest

from plugins.images.reading import read_pictures
from plugins.images.renditions import by_path
from tests.small_site.site import HERE, ROOT, BuiltSite, Site, copy_site, load_run, run

PELICAN = str(Path(sys.executable).with_name("pelican"))
DAY = "1795392000"
"""The 23rd of November 2026, in seconds."""

SAID = "bring back what has ended"
"""The words that allow a build for an earlier day."""

FILES = {
    "feeds": ("feeds/",),
    "embeds": ("embed/", "oembed/", "theme/embed."),
    "republish": ("republish/",),
    "audio": ("audio/", "feeds/audio/"),
    "sitemap": {"sitemap.xml", "robots.txt"},
    "quilt": {"favicon.svg", "apple-touch-icon.png"},
    "images": set(by_path(read_pictures(HERE / "content" / "pictures", "")[0].values())),
    "proof": set(),
}
"""What each feature publishes, as paths or as beginnings of paths."""

NOT_THEIRS = ("feeds/index.html", "embed/index.html", "feeds/audio/")
"""What looks like theirs and is of others: two pages of texts, and a feed of its own."""


def files_of(feature, small_site):
    """The files that a feature publishes."""
    own = FILES[feature]
    if not isinstance(own, tuple):
        return own
    others = tuple(path for path in NOT_THEIRS if path not in own)
    return {path for path in small_site.files if path.startswith(own) and not path.startswith(others)}


def build_without(build_once, feature):
    """The small site built without one line of PLUGINS."""

    def build(folder):
        site = copy_site(folder)
        site.configure(f"PLUGINS = [plugin for plugin in PLUGINS if plugin is not {feature}]")
        return site.build()

    folder = build_once(f"without-{feature}", build)
    return BuiltSite(Site(folder), load_run(folder))


@pytest.mark.parametrize("feature", FILES)
def test_site_without_a_feature_lacks_its_files_alone(build_once, small_site, feature):
    """
    Without a feature's line the site is built, and only that feature's files are missing.
    """
    built = build_without(build_once, feature)

    assert 0 == built.run.status, built.run.err
    assert files_of(feature, small_site) == set(small_site.files) - set(built.files)
    assert set() == set(built.files) - set(small_site.files)


@pytest.mark.parametrize("feature", FILES)
def test_site_without_a_feature_leads_nowhere_in_vain(build_once, feature):
    """
    Without a feature's line no page has a link to what it would have published, neither in the head nor in the text.
    """
    built = build_without(build_once, feature)
    own = [
        (path, url)
        for path, page in built.html.items()
        for url in page.addresses()
        if url.startswith(("/", "https://small"))
    ]

    assert 1000 < len(own)
    assert [] == [(path, url) for path, url in own if built.target(url) not in built.files]


def test_site_without_pictures_shows_patches(build_once, small_site):
    """
    Without the line of the images the same pages stand there, each with the patch of its text.
    """
    path = "stories/two-cups/index.html"
    built = build_without(build_once, "images")

    assert 1 == len(small_site.html[path].find("//header//figure//img"))
    assert [] == [path for path, page in built.html.items() if page.find("//img")]
    assert 1 == len(built.html[path].find('//div[@class="article-head__patch"]/*'))


def test_site_without_proofs_is_the_same(build_once, small_site):
    """
    Proofs only look: without them every byte is the same.
    """
    assert small_site.files == build_without(build_once, "proof").files


def test_site_without_pages_is_what_the_others_publish(build_once, small_site):
    """
    Without the pages, the feeds, the sitemap and the icons are still built; frames and kits are drawn by the pages.
    """
    built = build_without(build_once, "pages")

    assert 0 == built.run.status, built.run.err
    drawn = files_of("embeds", small_site) | files_of("republish", small_site)
    others = {".nojekyll"}.union(*(files_of(feature, small_site) for feature in FILES))
    assert others - drawn == set(built.files)


def test_site_without_a_build_says_so(site):
    """
    Without the build's own line nothing can be made, and one sentence says which line to put back.
    """
    site.configure("PLUGINS = [plugin for plugin in PLUGINS if plugin is not build]")
    done = site.build()

    assert 1 == done.status
    assert "PLUGINS holds no plugin that makes anything: keep plugins.build.plugin in it.\n" == done.err
    assert not site.output.exists()


def test_a_template_that_cannot_be_read_is_told_by_its_line(site):
    """
    One line, whoever begins the build, and nothing is built.
    """
    shutil.copytree(ROOT / "theme", site.folder / "theme")
    template = site.folder / "theme/templates/story.html"
    template.write_text(template.read_text("utf-8") + "{% if %}\n", "utf-8")
    site.configure('THEME = str(_HERE / "theme")')
    command = ("content", "-s", "smallconf.py", "--fatal", "errors")
    for module in ("plugins.build", "pelican"):
        done = run(site.folder, sys.executable, "-m", module, *command)

        assert (1, "") == (done.status, done.out)
        line = len(template.read_text("utf-8").splitlines())
        told = [own for own in done.err.splitlines() if "warning: " not in own]
        assert 1 == len(told)
        assert told[0].startswith(f"theme/templates/story.html:{line}:1: this template cannot be read: ")
    assert not site.output.exists()


def test_missing_module_stops_the_run(site):
    """
    A feature whose module is missing stops the run, instead of leaving a site without it.
    """
    site.configure("from plugins.nowhere import plugin")
    done = site.build()

    assert 0 != done.status
    assert not site.output.exists()


@pytest.fixture
def project(tmp_path) -> Site:
    """A copy of the repository, with the texts of the small site."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(HERE / "content", tmp_path / "content")
    return Site(tmp_path)


def pelican(project, settings, **changes):
    """Run Pelican's own command."""
    return run(
        project.folder, PELICAN, "content", "-s", settings, **{"PYTHONPATH": "", "SOURCE_DATE_EPOCH": DAY, **changes}
    )


def test_pelican_builds_the_site_by_itself(project):
    """
    Pelican's plain command, without make, builds the whole site into output/.
    """
    done = pelican(project, "pelicanconf.py")

    assert 0 == done.status, done.err
    assert done.out.startswith("Built 24 texts into ")
    assert set(project.files()) == set(project.manifest())
    assert b"http://localhost:8000/stories/garden-gate/" in project.files()["sitemap.xml"]


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (None, ()),
        (("content/stories/two-cups.md", "status: published", "status: printed"), ()),
        (None, ("from plugins.nowhere import plugin",)),
        (None, ("SITEURL += '/'",)),
        (None, ("PLUGINS = [plugin for plugin in PLUGINS if plugin is not build]",)),
    ],
)
def test_our_command_does_what_pelican_does(tmp_path, edit, lines):
    """
    The same files, the same words and the same end, also where something is wrong.
    """
    ended = []
    for by in ("plugins.build", "pelican"):
        site = copy_site(tmp_path / "site")
        site.configure(*lines)
        if edit:
            site.edit(*edit)
        done = site.build(by)
        keys = {path: entry["key"] for path, entry in site.manifest().items()} if site.output.exists() else {}
        ended.append((done.status, without_moments(done.out), without_moments(done.err), site.files(), keys))
        shutil.rmtree(site.folder)

    assert ended[0] == ended[1]


def without_moments(said):
    """What was said, without when, how long it took, and by which lines of source a traceback came."""
    said = re.sub(r"\[\d\d:\d\d:\d\d\]|in \d+\.\d s|File\s.*?, line \d+", "", said, flags=re.DOTALL)
    return " ".join(said.split())


def test_pelican_adds_nothing_of_its_own(small_site):
    """
    No page, feed or file of Pelican's own stands beside ours: above all no list of authors.
    """
    parts = {part for path in small_site.files for part in path.split("/")}

    assert set() == parts & {"author", "authors", "category", "categories", "tag", "tags", "archives", "drafts"}
    assert [] == [
        part for part in parts if part.startswith(("author", "categor", "tag", "archives", "all.atom", "all-"))
    ]
    assert set(small_site.files) == set(small_site.manifest)


def test_publishing_leaves_demonstrations_out(project):
    """
    The public site has no word of a demonstration, and the run says how many were left out.
    """
    done = pelican(project, "publishconf.py", SITEURL="https://public.example", WELCOME_PAST=SAID)
    files = project.files()
    words = [word.encode() for word in ("turnip", "Snow on the allotment", "frstsn0w05", "A demonstration voice")]

    assert 0 == done.status, done.err
    assert "1 demonstration text" in done.out
    assert [] == [(path, word) for path, content in files.items() for word in words if word in content]
    assert b"https://public.example/stories/garden-gate/" in files["sitemap.xml"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"WELCOME_PAST": SAID},
            "SITEURL is missing: give the address of the public site, as in make publish SITEURL=",
        ),
        ({"WELCOME_PAST": SAID, "SITEURL": "public.example"}, 'SITEURL: "public.example" must begin with https://'),
        (
            {"SITEURL": "https://public.example", "SOURCE_DATE_EPOCH": "0"},
            "the site would be built for 1970-01-01, but",
        ),
        (
            {"SITEURL": "https://public.example", "SOURCE_DATE_EPOCH": "0", "WELCOME_PAST": "yes"},
            f'WELCOME_PAST="{SAID}"',
        ),
    ],
)
def test_publishing_is_refused_in_plain_words(project, changes, said):
    """
    Without an address, or for a day that is past, nothing is published, and one sentence says what to do.
    """
    done = pelican(project, "publishconf.py", **changes)

    assert 1 == done.status
    assert said in done.err
    assert 1 == done.err.count("\n")
    assert "" == done.out
    assert not project.output.exists()


def test_day_that_is_no_number_is_refused(project):
    """
    A SOURCE_DATE_EPOCH that is no number stops the run before anything is written.
    """
    assert 0 != pelican(project, "pelicanconf.py", SOURCE_DATE_EPOCH="yesterday").status
    assert not project.output.exists()
