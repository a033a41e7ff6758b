"""
`python -m plugins.desk COMMAND`: what the targets of the Makefile call.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.problems import SettingsError, sentence

if TYPE_CHECKING:
    from plugins.build.progress import Progress

ROOT = Path.cwd()

OF_THE_SITE = ("rules", "ping", "previews", "scan")

UNTIL_STOPPED = ("devserver", "serve", "regenerate")
"""Ctrl-C is how they are meant to end."""

STOPPED = 130
"""The exit status of anything else that Ctrl-C ends before it is done."""

OF_A_TESTIMONY = {
    "readback": ("write the paper with all public words of a testimony", ("id",)),
    "approve": ("store the yes to exactly these words", ("id", "code")),
    "packet": ("write the paper that tells a person where their words are", ("id",)),
    "letters": ("write to those who show what was taken back or put right", ("id",)),
    "answer": ("write down what somebody answered to a letter", ("id", "from", "answer")),
    "withdraw": ("take a testimony back, build the site anew and prove that it is gone", ("id", "mode")),
}
"""Commands about one testimony, or one fact, with what an editor says to them."""

PHOTO = ("file", "alt", "credit", "people", "place", "consents", "redact", "name")
"""What an editor says of a photograph."""


FACT = ("id", "value", "period", "source", "reason", "correction", "checked")
"""What an editor says of a fact."""


def make_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(prog="python -m plugins.desk", description="The commands of editors.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="tell everything that is wrong in the content, and build nothing")
    check.add_argument(
        "--format", choices=("text", "github"), default="text", help="plain lines, or workflow annotations"
    )
    check.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    check.add_argument("--strict", action="store_true", help="let warnings fail the check too")
    new = commands.add_parser("new", help="write a text to fill in")
    for option in ("type", "title", "slug", "of", "in"):
        new.add_argument(f"--{option}", dest=option, default=os.environ.get(f"WELCOME_{option.upper()}", ""))
    new.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    add_tools(commands)
    for name, (what, wishes) in OF_A_TESTIMONY.items():
        own = commands.add_parser(name, help=what)
        for option in wishes:
            own.add_argument(f"--{option}", default=os.environ.get(f"WELCOME_{option.upper()}", ""))
        own.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    for name, what in (
        ("devserver", "show the site with its drafts, and bring every save to the open page"),
        ("serve", "show the site that was built"),
        ("regenerate", "build the site again on every change"),
    ):
        server = commands.add_parser(name, help=what)
        server.add_argument("--port", type=int, default=8000)
        server.add_argument(
            "--bind", default="127.0.0.1", help="the address to listen on; 0.0.0.0 shows it to your network"
        )
        server.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
        server.add_argument("--output", type=Path, default=ROOT / "output", help="the folder of the built site")
        if name == "devserver":
            # What one process of it says to the next.
            server.add_argument("--socket", type=int, help=argparse.SUPPRESS)
            server.add_argument("--trial", action="store_true", help=argparse.SUPPRESS)
    return parser


def add_tools(commands: Any) -> None:
    """The commands for pictures and for what must not be told."""
    photo = commands.add_parser("photo", help="bring a photograph in, without what it tells of anybody")
    for option in PHOTO:
        name = "WELCOME_FILE" if option == "file" else f"WELCOME_PHOTO_{option.upper()}"
        photo.add_argument(f"--{option}", default=os.environ.get(name, ""))
    photo.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    guard = commands.add_parser("guard", help="make the list of hashes of private names, and look for them")
    guard.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    fact = commands.add_parser("fact", help="give a figure a new value, with its history")
    for option in FACT:
        fact.add_argument(f"--{option}", default=os.environ.get(f"WELCOME_{option.upper()}", ""))
    fact.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    facts = commands.add_parser("facts", help="tell where a fact stands on the site")
    facts.add_argument("--impact", default=os.environ.get("WELCOME_IMPACT", ""))
    facts.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    scan = commands.add_parser("scan", help="search the built site for what was withdrawn")
    scan.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    rules = commands.add_parser("rules", help="print what a host must be told of addresses that are gone")
    rules.add_argument("--host", default=os.environ.get("WELCOME_HOST", ""))
    rules.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    ping = commands.add_parser("ping", help="tell the hub which feeds changed, after a deployment")
    ping.add_argument("--settings", type=Path, default=ROOT / "publishconf.py", help="the settings file")
    shown = commands.add_parser("previews", help="show what the programs of others make of a feed")
    shown.add_argument("--feed", default=os.environ.get("WELCOME_FEED", ""))
    shown.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    register = commands.add_parser("register-check", help="compare the private register with the public records")
    register.add_argument("--file", default=os.environ.get("WELCOME_FILE", ""))
    register.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py", help="the settings file")
    commands.add_parser("hooks", help="let git check each commit before it is kept")
    commands.add_parser("staged", help="check what is about to be committed")
    message = commands.add_parser("message", help="check the message of a commit")
    message.add_argument("file", type=Path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    options = make_parser().parse_args(arguments)
    try:
        if options.command == "check":
            from plugins.desk.check import check

            return check(options.settings, options.format, options.strict, progress_here())
        if options.command == "new":
            from plugins.desk.new import Wish, new

            wish = Wish(options.type, options.title, options.slug, options.of, getattr(options, "in"))
            return new(options.settings, wish)
        if options.command in OF_A_TESTIMONY:
            return run_for_testimony(options)
        if options.command == "photo":
            from plugins.desk.photo import PhotoWish, photo

            return photo(options.settings, PhotoWish(*(getattr(options, name) for name in PHOTO)))
        if options.command == "fact":
            from plugins.desk.fact import FactWish, fact

            return fact(options.settings, FactWish(*(getattr(options, name) for name in FACT)))
        if options.command == "facts":
            from plugins.desk.fact import facts

            return facts(options.settings, options.impact)
        if options.command == "register-check":
            from plugins.desk.register_check import register_check

            return register_check(options.settings, options.file)
        if options.command in OF_THE_SITE:
            return run_for_site(options)
        if options.command in ("guard", "hooks", "staged", "message"):
            return run_guarding(options)
        from plugins.desk import serving

        return int(getattr(serving, options.command)(options))
    except SettingsError as error:
        print(sentence(error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        if options.command in UNTIL_STOPPED:
            return 0
        print("Stopped before it was done.", file=sys.stderr)
        return STOPPED


def progress_here() -> Progress:
    """How far a command is, for somebody who sits before a terminal and waits; nothing is told to logs."""
    from plugins.build.progress import SILENT, can_redraw, progress_on

    term = os.environ.get("TERM", "")
    return progress_on(sys.stderr, time.perf_counter, term) if can_redraw(sys.stderr, term) else SILENT


def run_for_site(options: argparse.Namespace) -> int:
    """Run one of the commands about the built site, its host and its feeds."""
    if options.command == "rules":
        from plugins.desk.rules import rules

        return rules(options.settings, options.host)
    if options.command == "ping":
        from plugins.desk.ping import ping

        return ping(options.settings)
    if options.command == "previews":
        from plugins.desk.previews import previews

        return previews(options.settings, options.feed)
    from plugins.desk.scan import scan

    return scan(options.settings, os.environ.get("WELCOME_TRACE_KEY", ""))


def run_guarding(options: argparse.Namespace) -> int:
    """Run one of the commands that look for what must not be told."""
    passphrase = os.environ.get("WELCOME_GUARD", "")
    if options.command == "guard":
        from plugins.desk.guard import guard

        return guard(options.settings, os.environ.get("WELCOME_NAMES", ""), passphrase)
    from plugins.desk import hooks

    if options.command == "hooks":
        return hooks.install(ROOT)
    if options.command == "staged":
        return hooks.staged(ROOT, passphrase)
    return hooks.message(ROOT, options.file, passphrase)


def run_for_testimony(options: argparse.Namespace) -> int:
    """Run one of the commands about one testimony."""
    if options.command == "withdraw":
        from plugins.desk.receipt import withdraw_and_prove

        return withdraw_and_prove(options.settings, options.id, options.mode, os.environ.get("WELCOME_TRACE_KEY", ""))
    if options.command == "letters":
        from plugins.desk.letters import letters

        return letters(options.settings, options.id)
    if options.command == "answer":
        from plugins.desk.letters import AnswerWish, answer

        return answer(options.settings, AnswerWish(options.id, getattr(options, "from"), options.answer))
    if options.command == "packet":
        from plugins.desk.packet import packet

        return packet(options.settings, options.id)
    from plugins.desk import approval

    if options.command == "readback":
        return approval.readback(options.settings, options.id)
    return approval.approve(options.settings, options.id, options.code)


if __name__ == "__main__":
    sys.exit(main())
