"""
The style sheets keep the rules that let them serve every language, scheme and screen.
"""

import re
from pathlib import Path

import lightningcss
import pytest
from PIL import ImageFont

CSS = Path(__file__).resolve().parents[2] / "theme" / "css"
SHEETS = sorted([*CSS.glob("*.css"), *CSS.parent.glob("components/*/*.css")])
LAYERS = ["reset", "tokens", "fonts", "elements", "layouts", "components", "utilities"]

PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right|top|bottom)\s*:"
    r"|(?<![\w-])(?:min-|max-)?(?:width|height)\s*:|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)"
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def read(path):
    return COMMENT.sub("", path.read_text("utf-8"))


def ids(path):
    return path.name


@pytest.mark.parametrize("path", SHEETS, ids=ids)
def test_properties_are_logical(path):
    """Arabic needs no second style sheet."""
    without_queries = re.sub(r"@media[^{]*\{", "{", read(path))

    assert [] == PHYSICAL.findall(without_queries)


@pytest.mark.parametrize("path", [path for path in SHEETS if path.name != "tokens.css"], ids=ids)
def test_colours_stand_in_tokens_only(path):
    assert [] == COLOUR.findall(read(path))


@pytest.mark.parametrize("path", SHEETS, ids=ids)
def test_nothing_is_forced_and_nothing_is_loaded_from_elsewhere(path):
    css = read(path)

    assert "!important" not in css
    assert not re.search(r"(?:https?:)?//", css)
    assert not re.search(r"(?m)^\s*#[a-z]", css), "selectors are classes, not ids"


def test_every_token_that_is_used_is_declared():
    declared = {name for path in SHEETS for name in re.findall(r"(--[\w-]+)\s*:", read(path))}
    used = {(path.name, name) for path in SHEETS for name in re.findall(r"var\((--[\w-]+)\s*\)", read(path))}

    assert set() == {(path, name) for path, name in used if name not in declared}


def test_the_first_line_orders_the_layers():
    first = (CSS / "site.css").read_text("utf-8").splitlines()[0]

    assert f"@layer {', '.join(LAYERS)};" == first


BUNDLES = ("site.css", "embed.css", "tools.css")
"""The sheets that pages and frames link to."""


def imports_of(name):
    """What a bundle is made of, and in which layers."""
    return re.findall(r'@import url\("([^"]+)"\) layer\((\w+)\);', (CSS / name).read_text("utf-8"))


def test_every_style_sheet_is_imported_into_a_layer_once():
    imports = imports_of("site.css")
    found = [(CSS / name).resolve() for name, _ in imports]

    assert set(LAYERS) >= {layer for _, layer in imports}
    assert sorted(path.resolve() for path in SHEETS if path.name not in BUNDLES) == sorted(found)


def test_frames_on_other_sites_take_what_they_need_from_the_same_sheets():
    """
    No font and no component that a frame does not show.
    """
    names = [name for name, _ in imports_of("embed.css")]

    assert names == [name for name, _ in imports_of("site.css") if name in names]
    assert "fonts.css" not in names


def test_the_bundle_holds_both_schemes():
    bundle = lightningcss.bundle_css(str(CSS / "site.css"), minify=True)

    assert "light-dark(" in bundle
    assert "@media print" in bundle


def test_fonts_never_hold_up_the_words():
    faces = re.findall(r"@font-face \{([^}]*)\}", (CSS / "fonts.css").read_text("utf-8"))

    assert faces
    assert all("font-display: swap" in face or "local(" in face for face in faces)
    assert all((CSS.parent / "static" / name).is_file() for name in re.findall(r'url\("([^"]+)"\)', " ".join(faces)))


@pytest.mark.parametrize("path", sorted(CSS.parent.glob("static/fonts/*.woff2")), ids=ids)
def test_a_font_is_sound(path):
    """It opens, and it draws letters."""
    font = ImageFont.truetype(path, 20)

    assert font.getlength("ŵŷ" if "latin-ext" in path.name else "س" if "naskh" in path.name else "ab") > 5
