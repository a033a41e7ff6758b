"""
What a file is, as a host would say it. The machine's own tables are not asked: they differ from one to the next.
"""

from __future__ import annotations

from plugins.hosting.headers import ENDINGS, TYPES, USUAL

KNOWN = {
    **USUAL,
    **ENDINGS,
    "css": "text/css",
    "csv": "text/csv",
    "js": "text/javascript",
    "md": "text/markdown",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "zip": "application/zip",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "webp": "image/webp",
    "avif": "image/avif",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
}
"""By the ending of a name."""

UNKNOWN = "application/octet-stream"


def type_of(path: str) -> str:
    """The type of a file, with the encoding of those that are text."""
    name = path.rpartition("/")[2]
    kind = TYPES.get(name) or KNOWN.get(name.rpartition(".")[2].lower(), UNKNOWN)
    is_text = kind.startswith("text/") or kind.endswith(("xml", "json"))
    return f"{kind}; charset=utf-8" if is_text else kind
