"""
What feedgen 1.0 leaves out of an entry: the language, and the attributes of its link.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


class LanguageEntryExtension(BaseEntryExtension):
    """
    Gives an Atom entry its xml:lang, and its link the rel, type and hreflang that feedgen drops.
    """

    def __init__(self) -> None:
        self.lang = ""

    def extend_atom(self, entry: Any) -> Any:
        """Called by feedgen with the finished entry."""
        entry.set(XML_LANG, self.lang)
        for link in (child for child in entry if child.tag in ("link", ATOM_LINK)):
            link.set("rel", "alternate")
            link.set("type", "text/html")
            link.set("hreflang", self.lang)
        return entry
