"""
The editor's commands, as make calls them.
"""

import re
import shutil
import signal
import socket

import pytest

from plugins.records.types import TYPES
from tests.small_site.running import fetch, running
from tests.small_site.site import ROOT, Site, copy_site, run

FILLED = {
    "summary": "A summary.",
    "date": "2026-11-01",
    "scale": "micro",
    "made": "about",
    "content_note": "none",
    "answer": "An answer.",
    "review_by": "2027-11-01",
    "place": "leeds",
    "nation": "england",
    "latitude": "53.80",
    "longitude": "-1.55",
    "website": "https://leeds.example/",
    "short_name": "A name",
    "number": "2",
    "public_name": "Amal",
    "name_kind": "first",
    "released_on": "2026-11-01",
    "expires_on": "2028-11-01",
    "role": "editor",
}
"""What an editor might type into a form."""


def test_check_says_that_all_is_well(site):
    """
    A check of texts that are right says how many would be published and what is left out, and builds nothing.
    """
    done = site.desk("check")

    assert 0 == done.status
    assert (
        "All is well: 24 texts would be published; left out: 2 drafts, 1 text of a later day, "
        "1 action that has ended, 1 testimony not for this site (C-AAMP01), "
        "1 testimony whose consent has ended (C-CRAD01), 1 testimony that is paused (C-DCAT01).\n"
    ) == done.out
    assert {".cache", "content", "smallconf.py"} == {path.name for path in site.folder.iterdir()}


def test_check_tells_what_a_build_would_tell(site):
    """
    A check tells the same lines as a build, with the same exit status.
    """
    site.edit("content/stories/two-cups.md", "scale: micro", "scale: mikro")
    checked, built = site.desk("check"), site.build()

    assert (1, 1) == (checked.status, built.status)
    assert 'content/stories/two-cups.md:10:8: scale: "mikro" is unknown here. Did you mean "micro"?' in checked.err
    assert checked.err == built.err


def test_check_speaks_to_workflows(site):
    """
    In a workflow each problem is an annotation beside its line: mistakes as errors, what is only told as warnings.
    """
    warned = site.desk("check", "--format", "github")
    site.edit("content/stories/two-cups.md", "scale: micro", "scale: mikro")
    failed = site.desk("check", "--format", "github")

    assert (0, 1) == (warned.status, failed.status)
    assert 4 == len(
        re.findall(r"^::warning file=content/stories/garden-gate[.cymd]+,line=\d+,col=1::", warned.out, re.M)
    )
    assert (
        '::error file=content/stories/two-cups.md,line=10,col=8::scale: "mikro" is unknown here. Did you mean "micro"?\n'
    ) == "".join(line for line in failed.out.splitlines(True) if line.startswith("::error"))
    assert "1 problem in 1 file. Nothing was built.\n" == failed.err


def test_check_names_a_missing_settings_file(site):
    """
    A settings file that is not there is named in one sentence.
    """
    done = site.desk("check", "--settings", "nowhere.py")

    assert 2 == done.status
    assert "there is no settings file nowhere.py.\n" == done.err


@pytest.fixture(scope="session")
def forms(build_once):
    """A site with a new text of every type, as `new` writes them; no test may change it."""

    def write(folder):
        site = copy_site(folder)
        for name in TYPES:
            done = site.desk("new", WELCOME_TYPE=name, WELCOME_TITLE=f'A "new" {name}: it\'s \\ #1')
            assert (0, "") == (done.status, done.err)
            assert f"Wrote {form_of(name)}. " in done.out
        return done

    return Site(build_once("forms", write))


def form_of(name):
    """The path of the new text of a type."""
    return f"content/{TYPES[name].folder}/a-new-{name}-its-1.md"


def test_check_tells_exactly_what_is_to_be_filled_in(forms):
    """
    Of a new text of each type, a check tells the fields that must be filled in, each at its line, and nothing else.
    """
    done = forms.desk("check")
    filled = {"title", "id", "status", "consent"}
    expected = {
        f"{form_of(name)}: {field}"
        for name, own in TYPES.items()
        for field, info in own.model.model_fields.items()
        if info.is_required() and field not in filled
    }
    told = [line for line in done.err.splitlines()[:-1] if "/consents/" not in line]

    assert 1 == done.status
    assert expected == {re.sub(r":\d+:\d+: ([a-z_]+): .*", r": \1", line) for line in told}
    for line in told:
        path, number, _, field, _ = line.split(":", 4)
        text = (forms.folder / path).read_text("utf-8").splitlines()[int(number) - 1]
        assert text.startswith(f"{field.strip()}:")


@pytest.mark.parametrize("name", TYPES)
def test_new_text_has_its_title_and_explains_each_field(forms, name):
    """
    A new text holds its title whatever marks are in it, is a draft with an id, and has a line above each field.
    """
    text = (forms.folder / form_of(name)).read_text("utf-8")
    lines = text.partition("\n---\n")[0].splitlines()[1:]
    fields = [line.lstrip("#").partition(":")[0] for line in lines if re.match(r"#?[a-z_]+:", line)]

    assert f'title: "A \\"new\\" {name}: it\'s \\\\ #1"' in lines
    assert "status: draft" in lines
    assert 1 == len([line for line in lines if re.fullmatch(r"id: [0-9a-hjkmnp-tv-z]{10}", line)])
    assert set(TYPES[name].model.model_fields) - {"original_language", "translator"} == set(fields)
    assert len(fields) == len(set(fields))
    for position, line in enumerate(lines):
        if re.match(r"#?[a-z_]+:", line):
            assert lines[position - 1].startswith("# "), line


def test_filled_in_forms_are_right(forms, tmp_path):
    """
    New texts that an editor has filled in are right, and are drafts until she says otherwise.
    """
    site = copy_site(tmp_path / "site", of=forms)
    new = [form_of(name) for name in TYPES]
    new += [f"content/consents/{path.name}" for path in (site.content / "consents").iterdir() if len(path.stem) == 8]
    for path in new:
        text = (site.folder / path).read_text("utf-8")
        text = re.sub(
            r"^( *)([a-z_]+): *(?=$|  #)", lambda m: f"{m[1]}{m[2]}: {FILLED.get(m[2], '')}", text, flags=re.M
        )
        (site.folder / path).write_text(text, "utf-8")
    done = site.desk("check")

    assert "" == "".join(line for line in done.err.splitlines() if "warning" not in line)
    assert 0 == done.status
    assert f"{2 + len(TYPES)} drafts" in done.out


def test_new_testimony_comes_with_a_closed_consent(forms):
    """
    A new testimony comes with a consent record for it, paused, with every channel closed and no name in it.
    """
    testimony = (forms.folder / form_of("testimony")).read_text("utf-8")
    consent = re.search(r"^consent: (C-[0-9A-Z]{6})$", testimony, re.M)[1]
    text = (forms.content / "consents" / f"{consent.lower()}.yml").read_text("utf-8")
    story = re.search(r"^id: (.*)$", testimony, re.M)[1]

    assert f"\nid: {consent}\n" in text
    assert f"\nstory: {story}\n" in text
    assert "\nstatus: live\n" in text
    assert "\nreleased_on:\n" in text
    assert "\napproval:" not in text
    assert "\npublic_name:\n" in text
    assert {"no", "[]"} == set(re.findall(r"^  (?!date|role)[a-z]+: (\S+)", text, re.M))


def test_new_translation_has_the_fields_of_one(site):
    """
    A new translation bears the id and the language of its original and asks for the words alone.
    """
    done = site.desk("new", WELCOME_OF="content/stories/long-table.md", WELCOME_IN="cy")
    text = (site.content / "stories/long-table.cy.md").read_text("utf-8")

    assert (0, "") == (done.status, done.err)
    assert "\nid: 0ngtabde11\n" in text
    assert "\noriginal_language: en\n" in text
    assert set(TYPES["story"].language_fields) == set(re.findall(r"^#?([a-z_]+):", text, re.M))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({}, 'say what to write, as in make new TYPE=story TITLE="A title".'),
        ({"WELCOME_TYPE": "storey", "WELCOME_TITLE": "A title"}, '"storey" is no type of text. Did you mean "story"?'),
        ({"WELCOME_TYPE": "story"}, "the title is missing"),
        ({"WELCOME_TYPE": "story", "WELCOME_TITLE": "قصة"}, 'no address can be made of "قصة"'),
        ({"WELCOME_TYPE": "story", "WELCOME_TITLE": "A", "WELCOME_SLUG": "../a"}, 'no address can be made of "../a"'),
        ({"WELCOME_TYPE": "story", "WELCOME_TITLE": "Two cups"}, "content/stories/two-cups.md is there already."),
        ({"WELCOME_OF": "content/stories/gone.md", "WELCOME_IN": "cy"}, "there is no file content/stories/gone.md"),
        ({"WELCOME_OF": "content/stories/two-cups.md", "WELCOME_IN": "fr"}, '"fr" is no language to translate into.'),
        ({"WELCOME_OF": "content/stories/two-cups.md", "WELCOME_IN": "en"}, '"en" is no language to translate into.'),
        ({"WELCOME_OF": "../smallconf.py", "WELCOME_IN": "cy"}, ""),
    ],
)
def test_wish_that_cannot_be_fulfilled_is_refused(site, wish, said):
    """
    Where no text can be written, one sentence says why, and no file is written or changed.
    """
    before = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    done = site.desk("new", **wish)

    assert 1 == done.status
    assert said in done.err
    assert 1 == done.err.count("\n")
    assert "Traceback" not in done.err
    assert before == {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}


def test_regenerate_keeps_the_public_site_up_to_date(site):
    """
    Regenerating builds the public texts into the output folder on every change, and ends on Ctrl-C.
    """
    story = site.content / "stories/two-cups.md"
    with running(site, "regenerate", "--output", str(site.output)) as command:
        command.await_line("Waiting for changes")
        command.save_until(story, story.read_text("utf-8").replace("Raw words.", "Raw tea."), "Built ")
        assert b"Raw tea." in site.files()["stories/two-cups/index.html"]
        assert "stories/unfinished-quilt/index.html" not in site.files()

        assert 0 == command.end()


def test_serve_shows_what_was_built(built_site):
    """
    The built site can be looked at as a host would show it.
    """
    with running(built_site, "serve", "--output", str(built_site.output), "--port", "0") as command:
        port = re.search(r"http://localhost:(\d+)/", command.await_line("Showing output/"))[1]
        assert 200 == fetch(f"http://127.0.0.1:{port}/stories/")[0]
        assert (
            "application/atom+xml; charset=utf-8"
            == fetch(f"http://127.0.0.1:{port}/feeds/all/atom.xml")[1]["Content-Type"]
        )
        assert 404 == fetch(f"http://127.0.0.1:{port}/stories/unfinished-quilt/")[0]
        assert (206, "<?xml") == fetch(f"http://127.0.0.1:{port}/sitemap.xml", Range="bytes=0-4")[::2]
        assert "_live" not in fetch(f"http://127.0.0.1:{port}/")[2]
        assert 0 == command.end(signal.SIGTERM)


def test_serve_says_what_to_do_first(site):
    """
    Where nothing was built there is nothing to serve, and one sentence says what to do.
    """
    done = site.desk("serve", "--output", str(site.output))

    assert 2 == done.status
    assert "nothing has been built in output/ yet: run make html first.\n" == done.err


def test_taken_port_is_told(built_site):
    """
    A port that something else uses is told in one sentence.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = built_site.desk("serve", "--output", str(built_site.output), "--port", str(taken.getsockname()[1]))

    assert 2 == done.status
    assert "choose another with PORT=8001" in done.err
    assert 1 == done.err.count("\n")


def test_commands_explain_themselves(site):
    """
    Asked for help, every command says in a line what it does.
    """
    done = site.desk("--help")

    assert {"check", "new", "devserver", "serve", "regenerate"} <= set(re.findall(r"^    ([a-z]+)\s", done.out, re.M))


@pytest.mark.parametrize("is_ready", [False, True])
def test_the_environment_of_another_folder_is_never_changed(tmp_path, is_ready):
    """
    Where .venv is a link, make says so and writes nothing through it: neither what builds need nor what tests need.
    """
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements-build", "requirements", "requirements-test"):
        (tmp_path / f"{name}.lock").touch()
    theirs = tmp_path / "theirs"
    (theirs / "bin").mkdir(parents=True)
    python = theirs / "bin/python"
    python.write_text(f'#!/bin/sh\n[ "$1" = -Ic ] && echo {is_ready} || echo "$@" >> {theirs}/called\n', "utf-8")
    python.chmod(0o755)
    if is_ready:
        (theirs / "ready").touch()
    (tmp_path / ".venv").symlink_to(theirs)
    before = {path.name for path in theirs.rglob("*")}
    done = run(tmp_path, "make", "lint")

    assert 2 == done.status
    assert ".venv is a link to the environment of another folder" in done.out
    assert before == {path.name for path in theirs.rglob("*")}
