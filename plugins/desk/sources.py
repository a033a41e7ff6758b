"""
Takes a testimony out of the sources of other texts: their quotes of it, their links to it, the voice they name.
"""

from __future__ import annotations

import re
from pathlib import Path

from plugins.consent.writing import replace_text


def without_mentions(text: str, slug: str) -> str:
    """A text whose quotes of a testimony are gone, and whose links to it are plain words."""
    name = re.escape(slug)
    target = rf"(?:record:(?:testimony/)?{name}|(?:\.\./testimonies/|\./)?{name}(?:\.[a-z]+)?\.md)(?:#[^)\s\"'>]*)?"
    text = re.sub(rf"(?ms)^/// *quote *\| *{name} *\n.*?^/// *(?:\n|\Z)\n?", "", text)
    text = re.sub(rf"\[([^\]]*)\]\({target}(?: +\"[^\"]*\")?\)", r"\1", text)
    text = re.sub(rf"(?s)<a\b[^>]*\bhref=[\"']{target}[\"'][^>]*>(.*?)</a>", r"\1", text)
    return re.sub(rf"(?m)^voice: *[\"']?{name}[\"']? *(?:#.*)?\n", "", text)


def remove_mentions(folder: Path, slug: str) -> list[Path]:
    """Take a testimony out of every other text, and say which were changed."""
    changed = []
    for path in sorted(folder.rglob("*.md")):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        after = without_mentions(text, slug)
        if after != text:
            replace_text(path, after)
            changed.append(path)
    return changed
