"""
Each component draws each of its examples, and draws it well.
"""

import tomllib
from pathlib import Path

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.languages.settings import Languages
from plugins.languages.words import read_words
from plugins.quilt.patch import draw_patch

THEME = Path(__file__).resolve().parents[2] / "theme"
COMPONENTS = sorted(path for path in (THEME / "components").iterdir() if path.is_dir())
WITH_MACRO = [path for path in COMPONENTS if (path / f"{path.name}.html").exists()]
WORDS = read_words(Languages(strings=THEME / "strings"))
OPTIONAL = {"neighbours": {"previous": None, "next": None}, "pagination": {"pages": None}}


def examples():
    for folder in WITH_MACRO:
        for name, case in tomllib.loads((folder / "examples.toml").read_text("utf-8")).items():
            yield pytest.param(folder, case, id=f"{folder.name}-{name}")


def sewn(value):
    """The values of an example, with a real patch where it names the seed of one."""
    if isinstance(value, dict):
        return {key: draw_patch(own, 1) if key == "patch" and own else sewn(own) for key, own in value.items()}
    return [sewn(item) for item in value] if isinstance(value, list) else value


def draw(folder, case):
    environment = Environment(
        loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    module = environment.get_template(f"components/{folder.name}/{folder.name}.html").module
    macro = getattr(module, folder.name.replace("-", "_"))
    values = {**OPTIONAL.get(folder.name, {}), **sewn(case)}
    words = (
        WORDS[values.pop("lang")] if folder.name not in ("article-head", "note") and "lang" in values else WORDS["en"]
    )
    if "words" in macro.arguments:
        values["words"] = words
    if macro.caller:
        values["caller"] = lambda: Markup("<p>more</p>")
    return str(macro(**values))


@pytest.mark.parametrize(("folder", "case"), examples())
def test_an_example_is_drawn_as_valid_html(folder, case):
    html5lib.HTMLParser(strict=True).parseFragment(draw(folder, case))


@pytest.mark.parametrize(("folder", "case"), examples())
def test_an_example_needs_neither_script_nor_inline_style(folder, case):
    drawn = draw(folder, case)

    assert "<script" not in drawn
    assert " style=" not in drawn


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_has_its_files(folder):
    """A style sheet that says whom it helps; where there is a macro, it bears the folder's name and has examples."""
    css = folder / f"{folder.name}.css"
    if css.exists():
        assert css.read_text("utf-8").startswith("/* ")
    if folder in WITH_MACRO:
        assert f"macro {folder.name.replace('-', '_')}(" in (folder / f"{folder.name}.html").read_text("utf-8")
        assert (folder / "examples.toml").exists()
    assert css.exists() or folder in WITH_MACRO


@pytest.mark.parametrize("folder", WITH_MACRO, ids=lambda folder: folder.name)
def test_a_component_is_used(folder):
    name = f"components/{folder.name}/{folder.name}.html"

    others = [*THEME.glob("templates/*.html"), *THEME.glob("components/*/*.html")]
    assert any(name in path.read_text("utf-8") for path in others)


def test_words_in_an_example_are_escaped():
    case = tomllib.loads((THEME / "components/card/examples.toml").read_text("utf-8"))["long"]

    assert "&lt;signs&gt;" in draw(THEME / "components/card", case)
