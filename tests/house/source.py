"""
The software's own files, as the house tests look at them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.make import ROOT

PLUGINS = ROOT / "plugins"


def files() -> list[Path]:
    """Every Python file of the software."""
    return sorted(path for path in PLUGINS.rglob("*.py") if "__pycache__" not in path.parts)


def name_of(path: Path) -> str:
    """A file as one would type it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """What is written in a file."""
    return ast.parse(path.read_text("utf-8"))


def module_of(path: Path) -> str:
    """The module of a file: plugins.records.fields."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def rooms() -> list[str]:
    """The folders of the software."""
    return sorted(path.name for path in PLUGINS.iterdir() if path.is_dir() and path.name != "__pycache__")


def is_for_types_only(node: ast.AST) -> bool:
    """Whether this is `if TYPE_CHECKING:`."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def imports_of(path: Path, *, with_types: bool = True) -> set[str]:
    """The modules that a file imports anywhere in it, each by its full name."""
    found: set[str] = set()

    def look(node: ast.AST) -> None:
        if is_for_types_only(node) and not with_types:
            return
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: say the whole name of a module"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(
                {
                    own if (ROOT / own.replace(".", "/")).with_suffix(".py").is_file() else str(node.module)
                    for own in inner
                }
            )
        for child in ast.iter_child_nodes(node):
            look(child)

    look(tree_of(path))
    return found


def definitions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Every class and function of a file that others may use, with its name; what stands within functions is private."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                yield from (
                    (f"{node.name}.{inner.name}", inner) for inner in node.body if isinstance(inner, ast.FunctionDef)
                )


def is_public(name: str) -> bool:
    """Whether no part of a name begins with a stroke."""
    return not any(part.startswith("_") for part in name.split("."))
