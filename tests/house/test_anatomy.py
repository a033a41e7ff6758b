"""
The shape of every room: small files, small functions, thin adapters, no memory of an earlier build.
"""

import ast
import re
from fnmatch import fnmatch

from tests.house.source import PLUGINS, files, name_of, rooms, tree_of
from tests.house.test_docs import is_text
from tests.make import ROOT

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 50
SAY_NOTHING = {"utils", "util", "helpers", "common", "base", "manager", "misc", "tools"}
COLLECTIONS = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
MAKERS = {"list", "dict", "set", "defaultdict", "Counter", "deque", "OrderedDict"}
CHANGING = {
    "append", "add", "update", "setdefault", "pop", "clear", "extend", "remove", "insert", "discard", "popitem", "sort", "reverse",
}  # fmt: skip
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
RUNS_WORDS = {"eval", "exec", "compile", "os.system", "os.popen", "pickle.loads", "yaml.load", "yaml.unsafe_load"}


def adapters():
    """The files that know Pelican."""
    return [path for path in files() if path.name == "plugin.py"]


def assigned(tree):
    """What a module gives names to: each name with its value."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((ast.unparse(target), node.value) for target in node.targets)
        elif isinstance(node, ast.AnnAssign):
            yield ast.unparse(node.target), node.value


def test_a_room_says_what_it_is_and_imports_nothing():
    """
    So that importing one of its files pulls in no other.
    """
    for room in rooms():
        assert [True] == [is_text(node) for node in tree_of(PLUGINS / room / "__init__.py").body], room


def test_a_file_can_be_read_in_one_go():
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in files()}

    assert {} == {name: count for name, count in lines.items() if count > MOST_LINES}


def test_a_function_can_be_seen_as_a_whole():
    lines = {
        f"{name_of(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
    }

    assert {} == {name: count for name, count in lines.items() if count > MOST_LINES_OF_A_FUNCTION}


def test_what_a_module_holds_is_a_constant():
    """
    State belongs to one build. Lists and mappings of a module have names in capital letters …
    """
    faults = [
        f"{name_of(path)}: {name}"
        for path in files()
        for name, value in assigned(tree_of(path))
        if isinstance(value, COLLECTIONS) or (isinstance(value, ast.Call) and ast.unparse(value.func) in MAKERS)
        if not name.isupper()
    ]

    assert [] == faults


def test_no_constant_is_ever_written_to():
    """
    … and nobody writes to them.
    """
    faults = []
    for path in files():
        constants = {name for name, _ in assigned(tree_of(path))}
        for node in ast.walk(tree_of(path)):
            written = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
                written = [node.func.value]
            elif isinstance(node, ast.Assign | ast.Delete):
                written = [target.value for target in node.targets if isinstance(target, ast.Subscript)]
            elif isinstance(node, ast.AugAssign):
                written = [getattr(node.target, "value", node.target)]
            if isinstance(node, ast.Global) or any(ast.unparse(own) in constants for own in written):
                faults.append(f"{name_of(path)}:{node.lineno} {ast.unparse(node)}")

    assert [] == faults


def test_registering_connects_signals_and_does_nothing_else():
    """
    Pelican only logs what goes wrong in there, and goes on. Signals hold weak references: a handler is a function of the module.
    """
    for path in adapters():
        functions = {node.name: node for node in tree_of(path).body if isinstance(node, ast.FunctionDef)}
        docstring, *steps = functions["register"].body
        assert is_text(docstring) and steps, name_of(path)
        for step in steps:
            if ast.unparse(step) == "from pelican import signals":
                continue
            call = step.value
            assert isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".connect"), (
                f"{name_of(path)}: {ast.unparse(step)}"
            )
            assert [True] == [ast.unparse(handler) in functions for handler in call.args], (
                f"{name_of(path)}: {ast.unparse(step)}"
            )


def test_an_adapter_does_nothing_when_it_is_imported():
    harmless = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign
    for path in adapters():
        for node in tree_of(path).body:
            assert is_text(node) or isinstance(node, harmless), f"{name_of(path)}: {ast.unparse(node)}"
        for name, value in assigned(tree_of(path)):
            assert not any(isinstance(inner, ast.Call) for inner in ast.walk(value)), f"{name_of(path)}: {name}"


def test_every_feature_has_one_adapter_at_most():
    assert len(adapters()) == len({path.parent for path in adapters()})


def test_no_file_has_a_name_that_says_nothing():
    assert [] == [name_of(path) for path in files() if SAY_NOTHING & set(name_of(path).removesuffix(".py").split("/"))]


def test_nothing_runs_words_as_a_program():
    faults = [
        f"{name_of(path)}:{node.lineno} {ast.unparse(node)}"
        for path in files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        if ast.unparse(node.func) in RUNS_WORDS or any(own.arg == "shell" for own in node.keywords)
    ]

    assert [] == faults


def test_no_folder_of_tests_is_passed_over(request):
    """
    pytest passes over folders with some names, and says nothing of it.
    """
    patterns = request.config.getini("norecursedirs")
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    passed_over = [folder for folder in folders if any(fnmatch(folder.name, pattern) for pattern in patterns)]

    assert [] == passed_over


def test_no_pattern_has_a_possessive_group():
    """
    Python 3.11.2, which Debian 12 brings, reads them wrongly; what is possessive is one letter or one class.
    """
    faults = [
        f"{name_of(path)}:{node.lineno}"
        for path in files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSSESSIVE_GROUP.search(node.value)
    ]

    assert [] == faults
