"""
Git asks before a commit: what would be committed is checked, and not what stands in the folder.
"""

import io
import os
import subprocess

import pytest
from PIL import Image

from plugins.desk import hooks
from plugins.desk.hooks import install, message, read_staged, staged
from plugins.identity.guard import make_list
from tests.embedders.test_reading import ENTRY
from tests.make import make_files

PASSPHRASE = "four plain little words"
CLEAN = "---\ntitle: A\n---\nWords.\n"
PHONE = CLEAN + "Ring 07700 900123.\n"


@pytest.fixture
def git(tmp_path, monkeypatch):
    """A new repository in the folder one is in, and what speaks to its git."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "site"
    make_files(root, {"content/stories/a.md": CLEAN, "plugins/desk/x": ""})
    make_files(tmp_path / "home", {".gitconfig": "[user]\nname = Testname\nemail = test@example.org\n"})
    monkeypatch.chdir(root)

    def run(*arguments, ok=True):
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
        assert not ok or done.returncode == 0, done.stderr
        return done

    run("init", "-q", "-b", "main")
    return run


@pytest.fixture
def root(git, tmp_path):
    """The folder of the repository."""
    return tmp_path / "site"


def make_picture(**options):
    stream = io.BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "JPEG", **options)
    return stream.getvalue()


def test_what_is_clean_may_be_committed(git, root, capsys):
    git("add", "content")

    assert 0 == staged(root, "")
    assert ("", "") == capsys.readouterr()


def test_the_register_of_embedders_may_hold_their_contacts_and_nothing_else(git, root, capsys):
    make_files(root / "content", {"embedders.yml": ENTRY})
    git("add", "content")
    assert 0 == staged(root, "")

    make_files(root / "content", {"embedders.yml": f"{ENTRY}# Ring 07700 900123\n"})
    git("add", "content")
    assert 1 == staged(root, "")
    assert "content/embedders.yml:8:8:" in capsys.readouterr().err


def test_what_tells_of_a_person_may_not(git, root, capsys):
    make_files(root, {"content/testimonies/b.md": PHONE})
    git("add", "content")

    assert 1 == staged(root, "")
    first, last = capsys.readouterr().err.splitlines()
    assert first.startswith('content/testimonies/b.md:5:6: "077…" looks like a phone number')
    assert "Nothing was committed." == last


def test_the_index_counts_and_not_the_folder(git, root):
    make_files(root, {"content/stories/a.md": PHONE})
    git("add", "content")
    make_files(root, {"content/stories/a.md": CLEAN})
    assert 1 == staged(root, "")

    git("add", "content")
    make_files(root, {"content/stories/a.md": PHONE})
    assert 0 == staged(root, "")


def test_only_what_is_new_or_changed_below_the_content_is_read(git, root):
    make_files(root, {"content/stories/old.md": PHONE, "content/stories/gone.md": PHONE, "notes.txt": PHONE})
    git("add", ".")
    git("commit", "-q", "-m", "x")
    (root / "content/stories/gone.md").unlink()
    make_files(root, {"content/stories/a.md": CLEAN + "More.", "content/stories/new.md": CLEAN, "notes.txt": PHONE * 2})
    git("add", ".")

    assert ["content/stories/a.md", "content/stories/new.md"] == [file.path for file in read_staged(root)]
    assert 0 == staged(root, "")


def test_a_file_that_was_moved_is_read(git, root):
    make_files(root, {"content/stories/a.md": PHONE})
    git("add", ".")
    git("commit", "-q", "-m", "x")
    git("mv", "content/stories/a.md", "content/stories/b.md")

    assert 1 == staged(root, "")


@pytest.mark.parametrize("name", ["a b.md", "ŵ-‘x’.md", 'q"uote.md', "new\nline.md", "tab\t.md", "-n.md"])
def test_files_of_any_name_are_read(git, root, name):
    make_files(root, {f"content/stories/{name}": PHONE})
    git("add", "content")

    assert PHONE.encode() in [file.content for file in read_staged(root) if file.path == f"content/stories/{name}"]
    assert 1 == staged(root, "")


def test_the_name_of_a_file_is_read(git, root, capsys):
    make_files(root, {"content/pictures/07700-900123.yml": "alt: A tree\n"})
    git("add", "content")

    assert 1 == staged(root, "")
    assert "content/pictures/07700-900123.yml:1:1: the name of this file" in capsys.readouterr().err


def test_warnings_stop_nothing(git, root, capsys):
    make_files(root, {"content/stories/a.md": CLEAN + "The Testname Hotel"})
    git("add", "content")

    assert 0 == staged(root, "")
    assert "warning: " in capsys.readouterr().err


def test_a_translation_may_give_the_contact_of_its_original(git, root):
    group = "---\npublic_contact: 0113 496 0123\n---\n"
    make_files(root, {"content/groups/b.md": group, "content/groups/b.cy.md": CLEAN + "0113 496 0123"})
    git("add", "content/groups")
    assert 0 == staged(root, "")

    make_files(root, {"content/groups/b.md": CLEAN})
    git("add", "content/groups")
    assert 1 == staged(root, "")


def test_a_picture_that_tells_more_than_it_shows_is_refused(git, root, capsys):
    make_files(root, {"content/pictures/a.jpg": make_picture()})
    git("add", "content")
    assert 0 == staged(root, "")

    make_files(
        root,
        {"content/pictures/a.jpg": make_picture(comment=b"Testname"), "content/pictures/b.jpg": make_picture()[:40]},
    )
    git("add", "content")
    assert 1 == staged(root, "")
    told = capsys.readouterr().err
    assert "content/pictures/a.jpg:1:1: this file tells more than it shows" in told
    assert "content/pictures/b.jpg:1:1: " in told and "Testname" not in told


def test_the_guard_runs_where_list_and_passphrase_are_there(git, root, capsys):
    make_files(
        root, {"content/guard.txt": make_list("Nicknamex", PASSPHRASE), "content/stories/a.md": CLEAN + "Nicknamex"}
    )
    git("add", "content")

    assert 0 == staged(root, "")
    assert "guard not run: the passphrase is not in WELCOME_GUARD.\n" == capsys.readouterr().err
    assert 1 == staged(root, PASSPHRASE)
    assert "content/stories/a.md:5:1: a name from the private list stands here." in capsys.readouterr().err
    assert 1 == staged(root, "another passphrase")
    assert "the passphrase is not the one" in capsys.readouterr().err


def test_the_message_is_checked_too(git, root, capsys):
    make_files(
        root, {"content/guard.txt": make_list("Nicknamex", PASSPHRASE), "message": "For Nicknamex,\n\n07700 900123\n"}
    )

    assert 1 == message(root, root / "message", PASSPHRASE)
    assert ["the message:1:5", "the message:3:1", "Nothing was committed."] == [
        line.partition(": ")[0] for line in capsys.readouterr().err.splitlines()
    ]
    assert 1 == message(root, root / "message", "")
    make_files(root, {"message": "A new story\n\nSigned-off-by: Testname <a@example.org>\n# Comment\n"})
    assert 0 == message(root, root / "message", PASSPHRASE)


def test_both_hooks_are_installed_and_stop_a_commit(git, root, capsys):
    make_files(root, {".venv/bin/python": '#!/bin/sh\necho "$@" >> called\n[ "$3" = staged ]\n'})
    (root / ".venv/bin/python").chmod(0o755)
    git("add", "content")

    assert 0 == install(root)
    assert 0 == install(root)
    assert "Wrote pre-commit and commit-msg. Each commit is now checked before it is kept." in capsys.readouterr().out
    assert 0 != git("commit", "-q", "-m", "x", ok=False).returncode
    assert ["-m plugins.desk staged", "-m plugins.desk message .git/COMMIT_EDITMSG"] == (
        root / "called"
    ).read_text().splitlines()


def test_without_its_software_a_hook_refuses(git, root):
    install(root)
    git("add", "content")
    done = git("commit", "-m", "x", ok=False)

    assert (1, "run make check first" in done.stderr) == (done.returncode, True)


def test_a_hook_of_ones_own_is_left_alone(git, root, capsys):
    make_files(root, {".git/hooks/pre-commit": "#!/bin/sh\ntrue\n"})

    assert 1 == install(root)
    assert "#!/bin/sh\ntrue\n" == (root / ".git/hooks/pre-commit").read_text()
    assert "add this line to it: .venv/bin/python -m plugins.desk staged || exit 1" in capsys.readouterr().err
    assert (root / ".git/hooks/commit-msg").is_file()


def test_the_hooks_go_where_git_looks_for_them(git, root, tmp_path):
    git("config", "core.hooksPath", "my hooks")
    assert 0 == install(root)
    assert ["commit-msg", "pre-commit"] == sorted(os.listdir(root / "my hooks"))

    git("config", "--unset", "core.hooksPath")
    git("add", "content")
    git("commit", "-q", "-m", "x")
    git("worktree", "add", "-q", "../other")
    assert 0 == install(tmp_path / "other")
    assert (root / ".git/hooks/pre-commit").stat().st_mode & 0o111
    make_files(tmp_path / "other", {"content/stories/b.md": PHONE})
    git("-C", "../other", "add", "content")
    assert 1 == staged(tmp_path / "other", "")


def test_where_there_is_no_repository_it_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert 1 == install(tmp_path)
    assert "this folder is no repository of git" in capsys.readouterr().err
    assert 1 == staged(tmp_path, "")
    assert capsys.readouterr().err.endswith("Nothing was committed.\n")


def test_a_folder_within_a_repository_gets_no_hooks(git, root, capsys):
    assert 1 == install(root / "content")
    assert "the repository begins above this folder" in capsys.readouterr().err


def test_where_git_is_missing_it_is_told(root, monkeypatch, capsys):
    monkeypatch.setattr(hooks.subprocess, "run", lambda *_, **__: (_ for _ in ()).throw(FileNotFoundError()))

    assert 1 == install(root)
    assert "git is not installed on this computer" in capsys.readouterr().err
