"""
One WordPress for all its tests, and one site that stays as it was built.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wordpress.machine import Machine, open_machine
from tests.wordpress.packages import advice
from tests.wordpress.site import ServedSite, open_site


@pytest.fixture(scope="session")
def wordpress() -> Iterator[Machine]:
    """A WordPress that runs."""
    if wanted := advice():
        pytest.fail(wanted, pytrace=False)
    with open_machine() as machine:
        yield machine


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """Our small site, to be asked and never changed."""
    with open_site(tmp_path_factory.mktemp("site") / "small") as site:
        yield site


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[ServedSite]:
    """A site of the test's own."""
    with open_site(tmp_path / "small") as site:
        yield site
