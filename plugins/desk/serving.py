"""
`make devserver`, `make serve` and `make regenerate`: looking at the site while it is written.

Each build is a process of its own, so that a change of the software or the
settings counts at once, and a crash in one leaves the server standing.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import threading
from argparse import Namespace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from plugins.problems import SettingsError

WATCHED = ("content", "theme", "plugins", "pelicanconf.py", "publishconf.py")


class SiteHandler(SimpleHTTPRequestHandler):
    """
    Serves a folder as a host would: with 404.html for unknown addresses, and nothing kept by the browser.
    """

    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".xml": "application/xml",
        ".woff2": "font/woff2",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Add what every answer has."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where something is not found."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def list_directory(self, path: object) -> None:
        """A folder without a page is an unknown address, not a list of files."""
        self.send_error(404)

    def guess_type(self, path: object) -> str:
        """The type of a file, with the encoding of those that are text."""
        kind = str(super().guess_type(path))  # type: ignore[arg-type]
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing of what was read."""


def open_server(folder: Path, bind: str, port: int) -> ThreadingHTTPServer:
    """A server of a folder; SettingsError where the port is taken."""
    try:
        return ThreadingHTTPServer((bind, port), partial(SiteHandler, directory=str(folder)))
    except OSError as error:
        raise SettingsError(f"port {port} cannot be used ({error.strerror}): choose another with PORT=8001") from None


def serve(options: Namespace) -> int:
    """Show the site that was built."""
    if not (options.output / "index.html").is_file():
        raise SettingsError(f"nothing has been built in {options.output.name}/ yet: run make html first")
    with open_server(options.output, options.bind, options.port) as server:
        print(f"Showing {options.output.name}/ at {address(server)} (stop with Ctrl-C)", flush=True)
        server.serve_forever()
    return 0


def devserver(options: Namespace) -> int:
    """Show the site with its drafts, from a folder of its own, and build it again on every change."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="welcome-preview-") as temporary:
        folder = Path(temporary, "site")
        folder.mkdir()
        with open_server(folder, options.bind, options.port) as server:
            site_url = address(server).rstrip("/")
            command = ["preview", "--output", str(folder), "--settings", str(options.settings), "--siteurl", site_url]
            build(command)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"Showing the site with its drafts at {address(server)} (stop with Ctrl-C)", flush=True)
            rebuild_on_change(options.settings.parent, command)
            server.shutdown()
    return 0


def regenerate(options: Namespace) -> int:
    """Build the public texts into the output folder again on every change."""
    root = options.settings.parent
    command = [str(root / "content"), "-o", str(options.output), "-s", str(options.settings), "--fatal", "errors"]
    build(command, "pelican")
    print("Waiting for changes (stop with Ctrl-C)", flush=True)
    rebuild_on_change(root, command, "pelican")
    return 0


def rebuild_on_change(root: Path, command: list[str], module: str = "plugins.desk") -> None:
    """Build whenever something that shapes the site was saved; returns on Ctrl-C."""
    watched = [root / name for name in WATCHED if (root / name).exists()]
    for changes in watch(*watched, raise_interrupt=False):
        if any("__pycache__" not in path for _, path in changes):
            build(command, module)


def build(command: list[str], module: str = "plugins.desk") -> int:
    """One build in a process of its own; it has told what is wrong."""
    return subprocess.run([sys.executable, "-m", module, *command], check=False).returncode


def address(server: ThreadingHTTPServer) -> str:
    """Where the server is to be found."""
    host, port = server.server_address[:2]
    return f"http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else str(host)}:{port}/"


def preview(options: Namespace) -> int:
    """Build the site with drafts into a folder that is not the public one."""
    from plugins.build.plugin import build_preview

    return build_preview(options.settings, options.output, options.siteurl)
