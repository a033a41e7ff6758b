"""
The commands of editors, as the Makefile calls them.
"""

import io

import pytest

from plugins.build import progress
from plugins.desk import check, serving
from plugins.desk.__main__ import main, make_parser, progress_here


def test_a_settings_error_is_one_line_and_no_traceback(tmp_path, capsys):
    assert 2 == main(["check", "--settings", str(tmp_path / "none.py")])
    assert [f"there is no settings file {tmp_path / 'none.py'}."] == capsys.readouterr().err.splitlines()


def test_where_what_was_kept_is_spoilt_a_command_says_so_and_works_the_second_time(site):
    """
    A byte that a disk has lost keeps nobody from taking words back.
    """
    site.desk("check")
    bodies = list((site.folder / ".cache/bodies").iterdir())
    for path in bodies:
        path.write_bytes(path.read_bytes()[::-1])
    first, second = site.desk("check"), site.desk("check")

    assert 1 == len(bodies)
    assert 2 == first.status
    assert first.err.endswith("is not what was written, and was removed: do this once more.\n")
    assert 0 == second.status, second.err


@pytest.mark.parametrize("command", ["check", "new", "devserver", "serve", "regenerate"])
def test_every_command_is_explained(command, capsys):
    assert command == make_parser().parse_args([command]).command
    with pytest.raises(SystemExit):
        make_parser().parse_args(["--help"])
    assert command in capsys.readouterr().out


def test_servers_listen_to_this_machine_alone_unless_asked():
    assert "127.0.0.1" == make_parser().parse_args(["devserver"]).bind


def test_what_make_hands_over_in_the_environment_is_a_wish(monkeypatch):
    for name, value in {"TYPE": "story", "TITLE": "A: title", "SLUG": "a", "OF": "", "IN": "cy"}.items():
        monkeypatch.setenv(f"WELCOME_{name}", value)
    options = make_parser().parse_args(["new"])

    assert ("story", "A: title", "a", "", "cy") == (
        options.type,
        options.title,
        options.slug,
        options.of,
        getattr(options, "in"),
    )


def stopped(*_given):
    raise KeyboardInterrupt


def test_a_command_that_was_stopped_has_not_succeeded(monkeypatch, capsys):
    """
    Or a script would go on as if all were checked.
    """
    monkeypatch.setattr(check, "check", stopped)

    assert 130 == main(["check"])
    assert "Stopped before it was done.\n" == capsys.readouterr().err


def test_what_runs_until_it_is_stopped_ends_well(monkeypatch, capsys):
    monkeypatch.setattr(serving, "serve", stopped)

    assert 0 == main(["serve"])
    assert "" == capsys.readouterr().err


@pytest.mark.parametrize(("is_terminal", "kind"), [(True, progress.DrawnProgress), (False, progress.Progress)])
def test_progress_of_a_command_is_for_those_who_sit_and_wait(monkeypatch, is_terminal, kind):
    stream = io.StringIO()
    stream.isatty = lambda: is_terminal
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")

    assert kind is type(progress_here())
