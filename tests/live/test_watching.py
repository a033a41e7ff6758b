"""
What was changed decides how much is done again.
"""

from pathlib import Path

import pytest

from plugins.live.watching import Change, what_changed

SITE = Path("/site")


@pytest.mark.parametrize(
    ("names", "change"),
    [
        ([], Change.NOTHING),
        (["content/stories/a.md"], Change.CONTENT),
        (["content/consents/c-1.yml"], Change.CONTENT),
        (["theme/templates/base.html"], Change.THEME),
        (["theme/strings/en.toml"], Change.THEME),
        (["plugins/feeds/plugin.py"], Change.SOFTWARE),
        (["plugins/feeds/README.md"], Change.NOTHING),
        (["plugins/feeds/__pycache__/plugin.cpython-311.pyc"], Change.NOTHING),
        (["pelicanconf.py"], Change.SOFTWARE),
        (["content/stories/a.md", "theme/css/site.css"], Change.THEME),
        (["content/stories/a.md", "plugins/a.py", "theme/css/site.css"], Change.SOFTWARE),
    ],
)
def test_as_much_is_done_again_as_the_change_needs(names, change):
    paths = [SITE / name for name in names]

    assert change is what_changed(paths, [SITE], SITE / "plugins", SITE / "theme")


def test_content_that_is_kept_elsewhere_is_content():
    assert Change.CONTENT is what_changed([Path("/private/consents/c-1.yml")], [SITE], SITE / "plugins", SITE / "theme")
