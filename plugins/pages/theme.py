"""
The theme: templates as renderers, the style sheet and the files that are copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import lightningcss
from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta

from plugins.outputs import Output, fingerprint, verbatim
from plugins.problems import SettingsError

NOT_PUBLISHED = frozenset({"README.md"})


class Theme:
    """
    One folder with templates/, components/, css/ and static/.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.renderer = cache(self._renderer)

    def _renderer(self, name: str) -> TemplateRenderer:
        return TemplateRenderer(self, f"templates/{name}")

    def sources(self, name: str) -> dict[str, str]:
        """A template with all that it extends, includes and imports, by name."""
        found: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            assert self.environment.loader
            found[current] = self.environment.loader.get_source(self.environment, current)[0]
            parts = meta.find_referenced_templates(self.environment.parse(found[current]))
            for part in parts:
                if part is None:
                    raise SettingsError(
                        f"theme/{current}: a template is included by a name that is made up at run time"
                    )
                waiting.append(part)
        return found

    @cached_property
    def stylesheet(self) -> Output:
        """The one style sheet of all pages."""
        return self.bundled("site")

    @cached_property
    def tools(self) -> Output:
        """The style sheet of the few pages on which people fetch something for their own sites."""
        return self.bundled("tools")

    def bundled(self, name: str) -> Output:
        """A style sheet, bundled and minified; its path changes with its bytes."""
        path = self.folder / "css" / f"{name}.css"
        try:
            content = lightningcss.bundle_css(str(path), minify=True).encode()
        except Exception as error:  # lightningcss has no exception of its own
            raise SettingsError(f"theme/css: the style sheet cannot be read: {error}") from None
        return verbatim(f"theme/{name}.{fingerprint(content)[:10]}.css", content)

    def script(self, name: str) -> bytes:
        """A script of the embeds folder, byte for byte."""
        try:
            return (self.folder / "embeds" / name).read_bytes()
        except OSError as error:
            raise SettingsError(f"theme/embeds/{name}: {error.strerror}") from None

    def static(self) -> Iterator[Output]:
        """The files of static/, below /theme/, byte for byte."""
        root = self.folder / "static"
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.name not in NOT_PUBLISHED and not path.name.startswith("."):
                yield verbatim(f"theme/{path.relative_to(root).as_posix()}", path.read_bytes())


class TemplateRenderer:
    """
    Draws one view with one template. It knows nothing but that view.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        self._template = theme.environment.get_template(name)
        sources = theme.sources(name)
        self.digest = fingerprint(*(part for key in sorted(sources) for part in (key, sources[key])))

    def __call__(self, view: Any) -> bytes:
        """The page as UTF-8."""
        return self._template.render(view=view).encode("utf-8")
