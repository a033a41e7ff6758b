"""
The shape of every room: small files, small functions, thin adapters, no memory of an earlier build.
"""

import ast

import pytest

from tests.house.source import PLUGINS, files, name_of, rooms, tree_of

FILES = [pytest.param(path, id=name_of(path)) for path in files()]
ADAPTERS = [pytest.param(path, id=name_of(path)) for path in files() if path.name == "plugin.py"]
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 50


@pytest.mark.parametrize("room", rooms())
def test_a_room_says_what_it_is_and_imports_nothing(room):
    """
    So that importing one of its files pulls in no other.
    """
    (only,) = tree_of(PLUGINS / room / "__init__.py").body

    assert isinstance(only, ast.Expr) and isinstance(only.value, ast.Constant) and isinstance(only.value.value, str)


@pytest.mark.parametrize("path", FILES)
def test_a_file_can_be_read_in_one_go(path):
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES)
def test_a_function_can_be_seen_as_a_whole(path):
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    }

    assert {} == long


@pytest.mark.parametrize("path", FILES)
def test_nothing_is_remembered_from_one_build_to_the_next(path):
    """
    No list, dict or set of a module ever changes: those there are have names in capital letters and are never written to.
    """
    for node in tree_of(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for target in targets:
            name = ast.unparse(target)
            is_collection = isinstance(node.value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp) or (
                isinstance(node.value, ast.Call) and ast.unparse(node.value.func) in ("list", "dict", "set", "defaultdict", "Counter", "deque")
            )
            assert not is_collection or name.isupper(), name


@pytest.mark.parametrize("path", FILES)
def test_no_collection_of_a_module_is_written_to(path):
    tree = tree_of(path)
    constants = {
        ast.unparse(target)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    }
    changing = {"append", "add", "update", "setdefault", "pop", "clear", "extend", "remove", "insert", "discard", "popitem", "sort", "reverse"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            pytest.fail(f"global {', '.join(node.names)}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in changing:
            assert ast.unparse(node.func.value) not in constants, ast.unparse(node)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.Delete):
            for target in getattr(node, "targets", [getattr(node, "target", None)]):
                if isinstance(target, ast.Subscript):
                    assert ast.unparse(target.value) not in constants, ast.unparse(node)


@pytest.mark.parametrize("path", ADAPTERS)
def test_registering_connects_signals_and_does_nothing_else(path):
    """
    Pelican only logs what goes wrong in there, and goes on.
    """
    functions = {node.name: node for node in tree_of(path).body if isinstance(node, ast.FunctionDef)}
    docstring, *steps = functions["register"].body

    assert isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant)
    assert steps
    for step in steps:
        call = step.value
        assert isinstance(call, ast.Call) and call.func.attr == "connect", ast.unparse(step)
        (handler,) = call.args
        assert handler.id in functions, f"{ast.unparse(handler)} must be a function of this module: signals hold weak references"


@pytest.mark.parametrize("path", ADAPTERS)
def test_an_adapter_does_nothing_when_it_is_imported(path):
    for node in tree_of(path).body:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        assert is_docstring or isinstance(
            node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign
        ), ast.unparse(node)
        if isinstance(node, ast.Assign):
            assert not any(isinstance(inner, ast.Call) for inner in ast.walk(node.value)), ast.unparse(node)


@pytest.mark.parametrize("path", FILES)
def test_no_file_has_a_name_that_says_nothing(path):
    assert {"utils", "util", "helpers", "common", "base", "manager", "misc", "tools"}.isdisjoint(name_of(path).removesuffix(".py").split("/"))


@pytest.mark.parametrize("path", FILES)
def test_nothing_runs_words_as_a_program(path):
    called = {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}

    assert {"eval", "exec", "os.system", "pickle.loads", "yaml.load", "yaml.unsafe_load"}.isdisjoint(called)
    assert "shell=True" not in path.read_text("utf-8")
