"""
The theme: templates as renderers, the style sheet and the files that are copied.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, MutableMapping
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from plugins.files import files_below
from plugins.outputs import Output, fingerprint, verbatim
from plugins.pages.compiled import Compiled, Ready
from plugins.pages.drawing import hasten
from plugins.problems import SettingsError

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
REFERENCE = re.compile(r"""\{%[-+]?\s*(extends|include|import|from)\s+(?:(["'])(.+?)\2)?""")
"""What a template says of another: the tag, and the name where it stands there in quotes."""

IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)""", re.IGNORECASE)
"""What a style sheet takes in."""

NOT_PUBLISHED = frozenset({"README.md"})


KEPT = 32768
"""How many drawn components are kept."""


def draw(component: Callable[..., str], *arguments: Any) -> str:
    """
    A component, by the filter `kept`: many pages draw the same, and a component is made of its arguments alone.
    """
    return component(*arguments)


class ViewEnvironment(Environment):
    """
    Templates that know their view and nothing else: Jinja's own names would be compared at each import of a component.
    """

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """Called by Jinja too, for each component that a template imports: each is looked for once."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    @cached_property
    def _found(self) -> dict[str, Template]:
        return {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Called by Jinja: what every template knows, as a dictionary, which is compared at no cost."""
        return dict(d or {})


class Theme:
    """
    One folder with templates/, components/, css/ and static/.
    """

    def __init__(self, folder: Path, compiled: Path | None = None) -> None:
        self.folder = folder
        self._cache = compiled
        self.environment = self._environment(compiled)
        hasten(self.environment)
        self.renderer = cache(self._renderer)

    def _environment(self, compiled: Path | None) -> ViewEnvironment:
        environment = ViewEnvironment(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=Compiled(compiled) if compiled else None,
        )
        environment.filters["kept"] = lru_cache(maxsize=KEPT)(draw)
        return environment

    @cached_property
    def patient(self) -> ViewEnvironment:
        """Jinja as it comes: it looks further where a value has no attribute of a name, and says best what is wrong."""
        return self._environment(None)

    def _renderer(self, name: str) -> TemplateRenderer:
        return TemplateRenderer(self, f"templates/{name}")

    def check(self) -> None:
        """Make all templates ready, so that a mistake in any is told before anything is drawn; once for each theme."""
        self._ready("checked", self._check)

    def _check(self) -> bytes:
        for path in sorted((self.folder / "templates").glob("*.html")):
            self.renderer(path.name)
        return b""

    @cached_property
    def _ready(self) -> Ready:
        return Ready(None if self._takes_in_others() else self._cache, self._digest)

    def _digest(self) -> str:
        """Changes with any file of the theme."""
        return fingerprint(
            *(part for name, path in files_below(self.folder) for part in (name, Path(path).read_bytes()))
        )

    def _takes_in_others(self) -> bool:
        """Whether a style sheet imports one from outside the theme, of which its digest does not tell."""
        for name, path in files_below(self.folder):
            sheet = Path(path).read_text("utf-8", "replace") if name.endswith(".css") else ""
            for wanted in IMPORT.findall(sheet):
                if posixpath.normpath(posixpath.join(posixpath.dirname(name), wanted)).startswith(("../", "/")):
                    return True
        return False

    def sources(self, name: str) -> dict[str, str]:
        """A template with all that it extends, includes and imports, by name."""
        found: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found[current] = self._source(current)
            for _, quoted, name in REFERENCE.findall(COMMENT.sub("", found[current])):
                if not quoted:
                    raise SettingsError(
                        f"theme/{current}: a template is included by a name that is made up at run time"
                    )
                waiting.append(name)
        return found

    @cache  # noqa: B019, a theme lives as long as its build
    def _source(self, name: str) -> str:
        assert self.environment.loader
        return self.environment.loader.get_source(self.environment, name)[0]

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
        content = self._ready(name, partial(self._bundle, name))
        return verbatim(f"theme/{name}.{fingerprint(content)[:10]}.css", content)

    def _bundle(self, name: str) -> bytes:
        import lightningcss

        path = self.folder / "css" / f"{name}.css"
        try:
            return lightningcss.bundle_css(str(path), minify=True).encode()
        except Exception as error:  # lightningcss has no exception of its own
            raise SettingsError(f"theme/css: the style sheet cannot be read: {error}") from None

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
        sources = theme.sources(name)
        # Each part is made ready too, so that a mistake in the theme is told at its own line.
        self._theme, self._name = theme, name
        self._template = [theme.environment.get_template(part) for part in (*sources, name)][-1]
        self.digest = fingerprint(*(part for key in sorted(sources) for part in (key, sources[key])))

    def __call__(self, view: Any) -> bytes:
        """The page as UTF-8."""
        try:
            drawn = self._template.render(view=view)
        except AttributeError:
            drawn = self._theme.patient.get_template(self._name).render(view=view)
        return drawn.encode("utf-8")
