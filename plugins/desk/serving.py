"""
`make devserver`, `make serve` and `make regenerate`: looking at the site while it is written.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from watchfiles import watch

from plugins.live.folder import Folder
from plugins.live.preview import Preview
from plugins.live.process import begin_anew, taken_over, trial
from plugins.live.server import open_server
from plugins.problems import SettingsError

WATCHED = ("content", "theme", "plugins", "pelicanconf.py", "publishconf.py")


def serve(options: Namespace) -> int:
    """Show the site that was built."""
    if not (options.output / "index.html").is_file():
        raise SettingsError(f"nothing has been built in {options.output.name}/ yet: run make html first")
    end_quietly()
    with open_server(Folder(options.output), options.bind, options.port) as server:
        print(f"Showing {options.output.name}/ at {server.url} (stop with Ctrl-C)", flush=True)
        server.serve_forever()
    return 0


def devserver(options: Namespace) -> int:
    """Show the site with its drafts out of memory, and bring every change to the pages that are open."""
    if not options.settings.is_file():
        raise SettingsError(f"there is no settings file {options.settings}")
    if options.trial:
        return trial(options.settings)
    end_quietly()
    preview = Preview(options.settings, options.bind, options.port, taken_over(options.socket))
    preview.run()
    begin_anew(preview.server.socket)
    return 0


def end_quietly() -> None:
    """Let a polite request to end do what Ctrl-C does."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def regenerate(options: Namespace) -> int:
    """Build the public texts into the output folder again on every change."""
    root = options.settings.parent
    command = [str(root / "content"), "-o", str(options.output), "-s", str(options.settings), "--fatal", "errors"]
    end_quietly()
    build(command)
    print("Waiting for changes (stop with Ctrl-C)", flush=True)
    rebuild_on_change(root, command)
    return 0


def rebuild_on_change(root: Path, command: list[str]) -> None:
    """Build whenever something that shapes the site was saved; returns on Ctrl-C."""
    watched = [root / name for name in WATCHED if (root / name).exists()]
    for changes in watch(*watched, raise_interrupt=False):
        if any("__pycache__" not in path for _, path in changes):
            build(command)


def build(command: list[str]) -> int:
    """One build in a process of its own; it has told what is wrong."""
    return subprocess.run([sys.executable, "-m", "plugins.build", *command], check=False).returncode
