"""
A site in a folder of its own, built as its owner would build it: by a command, in a process.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from plugins.build.manifest import read_manifest
from tests.make import read_files
from tests.small_site.page import Page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BASE = "/base"
ORIGIN = "https://small.example"

KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
"""What of this process's environment a command may see: nothing that could change a site."""


@dataclass(frozen=True)
class Run:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


def environment(**changes: str) -> dict[str, str]:
    """What a command finds around it."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **changes}


def run(folder: Path, *command: str, **changes: str) -> Run:
    """Run a command in a folder to its end; `changes` are variables of its environment."""
    done = subprocess.run(
        command, cwd=folder, env=environment(**changes), capture_output=True, text=True, check=False, timeout=120
    )
    return Run(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Site:
    """
    A folder with content/, smallconf.py and, once it was built, output/ and what lies beside it.
    """

    folder: Path

    @property
    def content(self) -> Path:
        """The texts."""
        return self.folder / "content"

    @property
    def output(self) -> Path:
        """The built site."""
        return self.folder / "output"

    def build(self, by: str = "plugins.build", **changes: str) -> Run:
        """Build it, as make does or `by` another command of Python."""
        command = ("-m", by, "content", "-s", "smallconf.py", "--fatal", "errors")
        return run(self.folder, sys.executable, *command, **changes)

    def desk(self, command: str, *options: str, **changes: str) -> Run:
        """Run one of the editor's commands."""
        given = ("-m", "plugins.desk", command, "--settings", "smallconf.py", *options)
        return run(self.folder, sys.executable, *given, **changes)

    def configure(self, *lines: str) -> None:
        """Add lines to its settings."""
        with (self.folder / "smallconf.py").open("a") as file:
            file.write("\n".join(("", *lines, "")))

    def edit(self, path: str, old: str, new: str) -> None:
        """Change words in one of its files, which must stand there once."""
        text = (self.folder / path).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (self.folder / path).write_text(text.replace(old, new), "utf-8")

    def files(self) -> dict[str, bytes]:
        """All published files by path."""
        return read_files(self.output)

    def manifest(self) -> dict[str, Any]:
        """The entries of the manifest by path."""
        entries = read_manifest(self.folder / ".output.manifest").entries
        return {path: {**entry._asdict(), "carries": list(entry.carries)} for path, entry in entries.items()}

    def state(self) -> dict[str, tuple[int, bytes]]:
        """All files but the texts and the cache, with their times: equal states mean that nothing was touched."""
        apart = {self.content, self.folder / ".cache"}
        paths = [path for path in self.folder.rglob("*") if path.is_file() and apart.isdisjoint(path.parents)]
        return {str(path.relative_to(self.folder)): (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}


class BuiltSite:
    """
    What a site looks like after its build. All tests share it, so none may change it.
    """

    def __init__(self, site: Site, run: Run) -> None:
        self.site = site
        self.run = run

    @cached_property
    def files(self) -> dict[str, bytes]:
        """All published files by path."""
        return self.site.files()

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The entries of the manifest by path."""
        return self.site.manifest()

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All pages by path, without those that only lead to a new address, or say that something has left it."""
        return {path: page for path, page in self.html.items() if page.is_for_searches}

    @cached_property
    def html(self) -> dict[str, Page]:
        """All files of HTML by path, without those for frames on other sites."""
        return {path: Page(path, content) for path, content in self.files.items() if is_page(path)}

    @cached_property
    def frames(self) -> dict[str, Page]:
        """The files of HTML that other sites show in frames, by path."""
        own = (path for path in self.files if path.endswith(".html") and not is_page(path))
        return {path: Page(path, self.files[path]) for path in own}

    def target(self, url: str) -> str:
        """The file that an address of the site means, absolute or from the root of the host."""
        path = unquote(url.removeprefix(ORIGIN).partition("#")[0].partition("?")[0])
        assert path.startswith(f"{BASE}/"), f"{url} leads out of the site"
        path = path.removeprefix(f"{BASE}/")
        return f"{path}index.html" if not path or path.endswith("/") else path


def is_page(path: str) -> bool:
    """Whether a file is a page of the site itself."""
    return path.endswith(".html") and (path == "embed/index.html" or not path.startswith("embed/"))


def copy_site(folder: Path, of: Site | None = None) -> Site:
    """A fresh small site, not built yet; or a copy `of` one with all that was built, times included."""
    if of:
        shutil.copytree(of.folder, folder)
    else:
        shutil.copytree(HERE / "content", folder / "content")
        shutil.copy(HERE / "smallconf.py", folder)
    return Site(folder)


def save_run(folder: Path, run: Run) -> None:
    """Write down how a build ended, for the other workers."""
    (folder / "run.json").write_text(json.dumps(asdict(run)))


def load_run(folder: Path) -> Run:
    """How the build in a folder ended."""
    return Run(**json.loads((folder / "run.json").read_text()))
