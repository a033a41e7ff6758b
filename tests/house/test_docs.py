"""
Everything that somebody may use is explained where it stands.
"""

import ast
from inspect import isclass

import pytest
from pydantic import BaseModel

from plugins.consent import record as consent_models
from plugins.facts import model as fact_models
from plugins.library import terms as term_models
from plugins.records import front as front_models
from tests.house.source import definitions, files, is_public, name_of, tree_of

FILES = [pytest.param(path, id=name_of(path)) for path in files()]
SETTINGS = [pytest.param(path, id=name_of(path)) for path in files() if path.name in ("settings.py", "public.py")]
MODELS = [
    pytest.param(model, id=model.__name__)
    for module in (front_models, consent_models, fact_models, term_models)
    for model in vars(module).values()
    if isclass(model) and issubclass(model, BaseModel) and model.__module__ == module.__name__
]


@pytest.mark.parametrize("path", FILES)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(tree_of(path))


@pytest.mark.parametrize("path", FILES)
def test_every_public_class_function_and_method_says_what_it_promises(path):
    silent = [name for name, node in definitions(tree_of(path)) if is_public(name) and not ast.get_docstring(node)]

    assert [] == silent


@pytest.mark.parametrize("path", FILES)
def test_a_docstring_is_whole_sentences_and_no_list_of_parameters(path):
    for name, node in [("the module", tree_of(path)), *definitions(tree_of(path))]:
        text = ast.get_docstring(node) or "."
        if name != "the module":
            assert text.rstrip().endswith((".", ":", "…", ")")) or "──" in text, name
        assert not any(mark in text for mark in (":param", "Args:", "Returns:", "This function", "This method")), name


@pytest.mark.parametrize("model", MODELS)
def test_every_field_that_editors_fill_in_is_explained(model):
    """
    The checker, `make new` and the editors' reference say it in these words.
    """
    assert [] == [name for name, info in model.model_fields.items() if not info.description]
    assert [] == [name for name, info in model.model_fields.items() if info.description.endswith(".")]
    assert model.__doc__


def is_settings(node):
    """Whether a class is a dataclass."""
    return isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(own) for own in node.decorator_list)


@pytest.mark.parametrize("path", SETTINGS)
def test_every_option_has_its_meaning_beneath_it(path):
    found = 0
    for node in filter(is_settings, tree_of(path).body):
        for option, below in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(option, ast.AnnAssign):
                found += 1
                explained = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
                assert explained, f"{node.name}.{option.target.id}"
    assert found


@pytest.mark.parametrize("path", SETTINGS)
def test_settings_never_change(path):
    for node in filter(is_settings, tree_of(path).body):
        assert "frozen=True" in ast.unparse(node.decorator_list[0]), node.name
