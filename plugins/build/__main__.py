"""
`python -m plugins.build content -o output -s pelicanconf.py`: what `pelican` does with the same words, and sooner.

An edit is built in less time than Pelican needs to load all that it has for other sites. So the settings are read
here as Pelican reads them, and the plugins and the build are called as it calls them. Whatever is not of this plain
form is left to Pelican: other options, other generators, plugins that need it, and all that is wrong in the settings.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.build.building import Building

OPTIONS = {"-o": "output", "-s": "settings", "--fatal": "fatal"}
"""Those that have a plain meaning; the one word without an option is the folder of texts."""


def main(words: Sequence[str]) -> None:
    """Build as the words of the command say; SystemExit where that fails."""
    try:
        building = prepare(plain_options(words))
    except KeyboardInterrupt:
        from plugins.build.building import stop

        stop()
    if building:
        building.run()
        return
    from pelican import main as pelican_main

    gc.enable()
    pelican_main(list(words))


def plain_options(words: Sequence[str]) -> dict[str, str]:
    """The options by their names; none where one is unknown here, is given twice or has no value, or an empty one."""
    found: dict[str, str] = {}
    rest = list(words)
    while rest:
        name = OPTIONS.get(rest[0], "path")
        if name != "path":
            del rest[0]
        if name in found or not rest or not rest[0] or rest[0].startswith("-"):
            return {}
        found[name] = rest.pop(0)
    return found if found.pop("fatal", "errors") == "errors" else {}


def prepare(options: dict[str, str]) -> Building | None:
    """The build, with all plugins at work; None where it is for Pelican to begin it, or to tell what is wrong."""
    if "settings" not in options:
        return None
    # Nothing that modules make while they are loaded is ever let go.
    gc.disable()
    try:
        settings = read_settings(options)
        from plugins.build import plugin
        from plugins.build.building import Building

        if not is_plain(settings, plugin):
            return None
        for feature in settings["PLUGINS"]:
            if feature is not plugin:
                feature.register()
    except Exception:
        return None
    return None if "pelican" in sys.modules else Building(settings)


def read_settings(options: dict[str, str]) -> dict[str, Any]:
    """Every name in capital letters, relative paths from where the file stands, and what the command says instead."""
    file = Path(options["settings"])
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec and spec.loader, "this is no Python file"
    module = sys.modules[file.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    settings = {name: value for name, value in vars(module).items() if name.isupper()}
    for name, option in (("PATH", "path"), ("OUTPUT_PATH", "output")):
        if option in options:
            settings[name] = os.path.expanduser(options[option])
        else:
            settings[name] = os.path.join(file.parent, settings[name])
        settings[name] = os.path.abspath(settings[name])
    settings["THEME"] = os.path.abspath(os.path.join(file.parent, settings["THEME"]))
    return settings


def is_plain(settings: dict[str, Any], plugin: ModuleType) -> bool:
    """Whether nothing in the settings asks for what only Pelican does, or has to be put right by it."""
    return (
        settings["PELICAN_CLASS"] is plugin.WelcomePelican
        and plugin in settings["PLUGINS"]
        and os.path.isdir(settings["PATH"])
        and os.path.isdir(settings["THEME"])
        and not settings["SITEURL"].endswith("/")
    )


def leave(status: object) -> None:
    """End at once: memory goes back to the system as a whole, and need not be taken apart before."""
    for stream in (sys.stdout, sys.stderr):
        # There is none where a shell has closed it.
        if stream:
            stream.flush()
    os._exit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SystemExit as error:
        if error.code and not isinstance(error.code, int):
            raise
        leave(error.code)
    leave(0)
