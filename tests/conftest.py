"""
What all tests share: settings, a browser, and the small site, which is built once for all workers.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.small_site.site import BuiltSite, Run, Site, copy_site, load_run, save_run

# The same examples in every run: a test that fails today fails tomorrow, on every machine.
settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")

collect_ignore = ["wordpress"]
"""What is run by a command of its own: make test-wordpress."""

GOLDEN = Path(__file__).parent / "golden"
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], Run]], Path]:
    """Builds something in a folder, the first time that any worker asks for it."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root

    def build(name: str, make: Callable[[Path], Run]) -> Path:
        folder = root / name
        with (root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "run.json").exists():
                save_run(folder, make(folder))
        return folder

    return build


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a worker; without it the tests are skipped, but never under CI."""
    if not CHROMIUM.exists():
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"there is no {CHROMIUM}, and under CI no test is skipped: install it (.ci/run does)")
        pytest.skip(f"there is no {CHROMIUM}: install Debian's package chromium to run the browser tests")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def small_site(build_once: Callable[[str, Callable[[Path], Run]], Path]) -> BuiltSite:
    """The small site as it was built, to be looked at and never changed."""
    folder = build_once("small-site", lambda folder: copy_site(folder).build())
    built = BuiltSite(Site(folder), load_run(folder))
    assert built.run.status == 0, built.run.err
    return built


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site of the test's own, not built yet."""
    return copy_site(tmp_path / "fresh")


@pytest.fixture
def built_site(tmp_path: Path, small_site: BuiltSite) -> Site:
    """A built small site of the test's own."""
    return copy_site(tmp_path / "built", of=small_site.site)


@pytest.fixture
def golden() -> Callable[[str, bytes], None]:
    """Compares bytes with a committed file; `make golden` writes that file anew."""

    def compare(name: str, content: bytes) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), f"there is no tests/golden/{name} yet: run make golden, and read what it wrote"
        assert path.read_bytes() == content, f"tests/golden/{name} differs: run make golden, and read what changed"

    return compare
