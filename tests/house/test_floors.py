"""
Who may import whom: the list of design.md, section 4. Imports point upwards in it, never down, and there is no circle.
"""

import ast
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.source import PLUGINS, files, imports_of, module_of, name_of, rooms, tree_of

FLOORS = [
    {"problems"},
    {"outputs"},
    {"languages"},
    {"records"},
    {"markup"},
    {"facts"},
    {"consent"},
    {"library"},
    {"images", "charts", "maps", "quilt"},
    {"pages", "feeds", "embeds", "search", "cards", "sitemap"},
    {"build"},
    {"proof"},
    {"desk"},
]
"""Ground first. What stands on one floor does not know of each other."""

HEIGHT = {room: height for height, floor in enumerate(FLOORS) for room in floor}

KNOWS_PELICAN = {"plugins/build/generator.py"}
"""Besides files named plugin.py."""

FILES = [pytest.param(path, id=name_of(path)) for path in files()]
OURS = {module_of(path) for path in files()}


def room_of(module):
    return module.split(".")[1] if "." in module else "plugins"


def test_every_room_has_its_floor():
    assert set() == set(rooms()) - set(HEIGHT)


@pytest.mark.parametrize("path", FILES)
def test_imports_point_upwards_only(path):
    own = room_of(module_of(path))
    for module in imports_of(path):
        if module.startswith("plugins.") and room_of(module) != own:
            assert HEIGHT[room_of(module)] < HEIGHT[own], f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", FILES)
def test_only_adapters_know_pelican(path):
    """
    Everything else can be tested, and used by the editor's commands, without it.
    """
    knows = {module for module in imports_of(path) if module.split(".")[0] == "pelican"}

    assert not knows or path.name == "plugin.py" or name_of(path) in KNOWS_PELICAN, knows


@pytest.mark.parametrize("path", FILES)
def test_no_pure_module_leans_on_an_adapter(path):
    """
    Else importing it would pull in Pelican after all.
    """
    adapters = {module for module in imports_of(path) if module.endswith(".plugin")}
    late = {
        module
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom)
        for module in [str(inner.module)]
    }

    assert path.name == "plugin.py" or adapters <= late, adapters


def test_no_module_imports_itself_by_way_of_others():
    """
    Within a room too; what is only imported for its types does not count there.
    """
    graph = {module_of(path): imports_of(path, with_types=False) & OURS for path in files()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_no_room_imports_itself_by_way_of_others():
    graph: dict[str, set[str]] = {}
    for path in files():
        own = room_of(module_of(path))
        graph.setdefault(own, set()).update(room_of(module) for module in imports_of(path) if module.startswith("plugins.")) 
    try:
        tuple(TopologicalSorter({room: others - {room} for room, others in graph.items()}).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_types_are_imported_below_only_within_a_room():
    """
    `if TYPE_CHECKING` is no way round the floors.
    """
    for path in files():
        own = room_of(module_of(path))
        hidden = imports_of(path) - imports_of(path, with_types=False)
        assert {own} >= {room_of(module) for module in hidden if module.startswith("plugins.")}, name_of(path)


NOTHING_BUT_THE_CORE = {"datetime.now", "date.today", "time.time", "datetime.utcnow", "os.environ", "os.getenv"}
MAY_LOOK = {"plugins/build/generator.py", "plugins/build/plugin.py", "plugins/desk/__main__.py"}
"""The generator tells how long a build took; the desk is given its wishes by make."""


@pytest.mark.parametrize("path", FILES)
def test_nothing_below_the_settings_looks_at_the_clock_or_the_environment(path):
    """
    'today' is a setting: the same input gives the same bytes.
    """
    looks = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }

    assert not looks & NOTHING_BUT_THE_CORE or name_of(path) in MAY_LOOK, looks & NOTHING_BUT_THE_CORE


def test_the_tests_mirror_the_rooms():
    """
    A feature has one name: whoever looks for it finds its tests.
    """
    tested = {path.name for path in (PLUGINS.parent / "tests").iterdir() if path.is_dir()}

    assert set() == set(rooms()) - tested
