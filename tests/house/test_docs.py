"""
Everything that somebody may use is explained where it stands.
"""

import ast
from inspect import isclass

from plugins.charts import model as chart_models
from plugins.consent import record as consent_models
from plugins.embedders import model as embedder_models
from plugins.facts import history as history_models
from plugins.facts import model as fact_models
from plugins.images import model as image_models
from plugins.library import terms as term_models
from plugins.prose import terms as prose_models
from plugins.records import front as front_models
from plugins.records.part import Part
from tests.house.source import definitions, files, is_public, name_of, tree_of

MODELS = [
    model
    for module in (
        front_models,
        consent_models,
        fact_models,
        history_models,
        term_models,
        image_models,
        chart_models,
        prose_models,
        embedder_models,
    )
    for model in vars(module).values()
    if isclass(model) and issubclass(model, Part) and model.__module__ == module.__name__
]
LISTS_OF_PARAMETERS = (":param", "Args:", "Returns:", "Parameters", "This function", "This method", "This class")


def settings():
    """Every dataclass of settings, with its file."""
    for path in files():
        if path.name in ("settings.py", "public.py"):
            for node in tree_of(path).body:
                if isinstance(node, ast.ClassDef) and any(
                    "dataclass" in ast.unparse(own) for own in node.decorator_list
                ):
                    yield path, node


def is_text(node):
    """Whether a statement is a string alone."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def test_every_module_says_what_it_is():
    assert [] == [name_of(path) for path in files() if not ast.get_docstring(tree_of(path))]


def test_every_public_class_function_and_method_says_what_it_promises():
    silent = [
        f"{name_of(path)}:{node.lineno} {name}"
        for path in files()
        for name, node in definitions(tree_of(path))
        if is_public(name) and not ast.get_docstring(node)
    ]

    assert [] == silent


def test_a_docstring_is_whole_sentences_and_no_list_of_parameters():
    faults = []
    for path in files():
        for name, node in definitions(tree_of(path)):
            text = ast.get_docstring(node) or "."
            if not text.rstrip().endswith((".", "…")) or any(mark in text for mark in LISTS_OF_PARAMETERS):
                faults.append(f"{name_of(path)}:{node.lineno} {name}")

    assert [] == faults


def test_every_field_that_editors_fill_in_is_explained():
    """
    The checker, `make new` and the editors' reference say it in these words, and put the full stop themselves.
    """
    fields = [(model, name, info.description) for model in MODELS for name, info in model.model_fields.items()]

    assert 60 < len(fields)
    assert [] == [f"{model.__name__}.{name}" for model, name, words in fields if not words or words.endswith(".")]


def test_every_model_says_what_it_is():
    assert [] == [model.__name__ for model in MODELS if not model.__doc__]


def test_every_option_has_its_meaning_beneath_it():
    silent, found = [], 0
    for path, node in settings():
        for option, below in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(option, ast.AnnAssign):
                found += 1
                if not is_text(below):
                    silent.append(f"{name_of(path)}:{option.lineno} {node.name}.{option.target.id}")

    assert 20 < found
    assert [] == silent


def test_settings_never_change():
    assert [] == [
        f"{name_of(path)} {node.name}"
        for path, node in settings()
        if "frozen=True" not in ast.unparse(node.decorator_list[0])
    ]
