"""
One page of every type, on the small site and on the repository's own.
"""

from pathlib import Path

SMALL = [
    "",
    "ar/",
    "cy/",
    "stories/",
    "stories/2/",
    "stories/garden-gate/",
    "cy/stories/garden-gate/",
    "voices/the-lamp/",
    "ar/voices/",
    "ar/voices/the-lamp/",
    "voices/first-snow/",
    "explainers/seeking-safety/",
    "act/write-a-letter/",
    "groups/",
    "groups/leeds/",
    "principles/friendship/",
    "changes/safety/",
    "topics/",
    "topics/friendship/",
    "places/",
    "places/leeds/",
    "about/",
    "how-change-happens/",
    "feeds/",
    "embed/",
    "embed/type/story/",
    "embed/language/ar/",
    "embed/text/gardengate/",
    "republish/gardengate/",
    "404.html",
]
"""Each template, and each language of those that matter most."""

OWN = [
    "",
    "ar/",
    "cy/",
    "stories/*",
    "voices/*",
    "ar/voices/*",
    "explainers/*",
    "act/*",
    "groups/",
    "groups/*",
    "principles/*",
    "changes/*",
    "topics/",
    "topics/*",
    "places/",
    "places/*",
    "about/",
    "how-change-happens/",
    "feeds/",
    "embed/",
]
"""A star stands for the longest page of its kind."""


def resolve(pattern: str, output: Path) -> str:
    """The address that an entry of OWN means."""
    if not pattern.endswith("*"):
        return pattern
    found = sorted(
        (output / pattern[:-1]).glob("*/index.html"), key=lambda path: (path.stat().st_size, path.as_posix())
    )
    return f"{found[-1].parent.relative_to(output).as_posix()}/"
