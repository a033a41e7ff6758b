"""
Who may import whom: the list of design.md, section 4. Imports point upwards in it, never down, and there is no circle.
"""

import ast
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.source import PLUGINS, files, imports_of, module_of, name_of, rooms, tree_of

FLOORS = [
    {"files", "installed", "once", "problems", "whole"},
    {"outputs"},
    {"offers"},
    {"languages"},
    {"records"},
    {"markup", "prose"},
    {"identity", "media"},
    {"facts", "images", "embedders"},
    {"consent", "charts"},
    {"library"},
    {"maps", "quilt", "syndication"},
    {"pages"},
    {"feeds", "embeds", "republish", "search", "cards", "sitemap", "hosting"},
    {"audio"},
    {"build"},
    {"proof"},
    {"live"},
    {"desk"},
]
"""Ground first. What stands on one floor does not know of each other."""

HEIGHT = {room: height for height, floor in enumerate(FLOORS) for room in floor}

KNOWS_PELICAN = {"plugins/build/__main__.py", "plugins/build/whole_pelican.py"}
"""Besides files named plugin.py."""

KNOWS_CLOCK_OR_ENVIRONMENT = {
    "plugins/build/generator.py",
    "plugins/build/whole_pelican.py",
    "plugins/desk/__main__.py",
    "plugins/live/preview.py",
}
"""The generator and the preview say how long they took, Pelican is told to be quiet, and the desk is given its wishes by make."""


def room_of(module):
    """The room of one of our modules: plugins.records.fields stands in records."""
    return module.split(".")[1] if "." in module else "plugins"


def ours(modules):
    """Those of some modules that are ours."""
    return {module for module in modules if module.startswith("plugins.")}


def assert_no_circle(graph):
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_every_room_has_its_floor():
    assert set() == set(rooms()) - set(HEIGHT)


def test_imports_point_upwards_only():
    faults = [
        f"{name_of(path)} imports {module}"
        for path in files()
        for module in ours(imports_of(path))
        if room_of(module) != room_of(module_of(path)) and HEIGHT[room_of(module)] >= HEIGHT[room_of(module_of(path))]
    ]

    assert [] == faults


def test_only_adapters_know_pelican():
    """
    Everything else can be tested, and used by the editor's commands, without it.
    """
    faults = [
        f"{name_of(path)} imports {module}"
        for path in files()
        for module in imports_of(path)
        if module.split(".")[0] == "pelican" and path.name != "plugin.py" and name_of(path) not in KNOWS_PELICAN
    ]

    assert [] == faults


def test_no_pure_module_leans_on_an_adapter():
    """
    Else importing it would pull in Pelican after all. Only within a function may the desk ask for the whole build.
    """
    faults = [
        f"{name_of(path)} imports {node.module}"
        for path in files()
        for node in tree_of(path).body
        if isinstance(node, ast.ImportFrom) and str(node.module).endswith(".plugin") and path.name != "plugin.py"
    ]

    assert [] == faults


def test_no_module_imports_itself_by_way_of_others():
    """
    Within a room too; what is only imported for its types does not count there.
    """
    modules = {module_of(path) for path in files()}

    assert_no_circle({module_of(path): imports_of(path, with_types=False) & modules for path in files()})


def test_no_room_imports_itself_by_way_of_others():
    graph: dict[str, set[str]] = {}
    for path in files():
        own = room_of(module_of(path))
        graph.setdefault(own, set()).update({room_of(module) for module in ours(imports_of(path))} - {own})

    assert_no_circle(graph)


def test_types_are_imported_from_below_only_within_a_room():
    """
    `if TYPE_CHECKING` is no way round the floors.
    """
    faults = [
        f"{name_of(path)} imports {module}"
        for path in files()
        for module in ours(imports_of(path) - imports_of(path, with_types=False))
        if room_of(module) != room_of(module_of(path))
    ]

    assert [] == faults


def test_nothing_below_the_settings_looks_at_the_clock_or_the_environment():
    """
    'today' is a setting: the same input gives the same bytes.
    """
    looking = {
        "datetime.now",
        "datetime.utcnow",
        "date.today",
        "time.time",
        "time.perf_counter",
        "os.environ",
        "os.getenv",
    }
    faults = [
        f"{name_of(path)}:{node.lineno} asks for {ast.unparse(node)}"
        for path in files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node) in looking
        and name_of(path) not in KNOWS_CLOCK_OR_ENVIRONMENT
    ]

    assert [] == faults


def test_chance_is_drawn_only_for_new_ids():
    faults = [
        f"{name_of(path)} imports {module}"
        for path in files()
        for module in imports_of(path) & {"random", "uuid", "secrets"}
        if name_of(path) not in ("plugins/records/validation.py", "plugins/desk/blanks.py")
    ]

    assert [] == faults


def test_the_tests_mirror_the_rooms():
    """
    A feature has one name: whoever looks for it finds its tests.
    """
    tested = {path.name for path in (PLUGINS.parent / "tests").iterdir() if path.is_dir()}

    assert set() == set(rooms()) - tested
