"""
Looking at the site from the desk.
"""

from types import SimpleNamespace

import pytest

from plugins.desk.serving import serve
from plugins.problems import SettingsError


def test_a_site_that_was_not_built_cannot_be_shown(tmp_path):
    options = SimpleNamespace(output=tmp_path / "output", bind="127.0.0.1", port=0)

    with pytest.raises(SettingsError, match=r"^nothing has been built in output/ yet: run make html first$"):
        serve(options)
