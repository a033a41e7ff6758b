"""
Templates draw by shorter ways what Jinja draws.
"""

import tomllib
from types import SimpleNamespace

import jinja2
import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from plugins.pages.drawing import hasten, shown
from plugins.pages.theme import Theme
from tests.make import make_files
from tests.theme.test_components import THEME, WITH_MACRO, WORDS


def spaced(value):
    """The values of an example with attributes in place of keys, as views have them."""
    if isinstance(value, dict):
        return Absent(**{key: spaced(own) for key, own in value.items()})
    return [spaced(own) for own in value] if isinstance(value, list) else value


class Absent(SimpleNamespace):
    """What an example leaves out is empty."""

    def __getattr__(self, name):
        return ""


class Html:
    def __html__(self):
        return "<b>"


class Text(str):
    pass


VALUES = ["<a href='b'>\"&", "", "é", Markup("<b>"), Text("<b>"), Html(), None, 7, True, ["<b>"]]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_is_put_out_as_jinja_does(value):
    assert escape(value) == shown(value)


def both(templates, **globals):
    """The same templates in an environment as it comes, and in one that draws by the shorter ways."""
    for change in (lambda _: None, hasten):
        environment = Environment(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)
        environment.globals.update(globals)
        change(environment)
        yield environment


@pass_context
def with_context(context, value):
    return f"{context['view']}{value}"


BASE = "{% from 'macro' import box, frame %}<{% block a %}{% endblock %}>{{ words('skip.main') }}{{ words('text.minutes', n=3) }}"
MACRO = "{% macro box(a, b='>', c='<') %}{{ a }}{{ b }}{{ c }}{{ varargs }}{{ kwargs }}{% endmacro %}{% macro frame(a) %}{{ a }}{{ caller() }}{% endmacro %}"
PAGES = [
    "{{ view }}{{ view | upper }}{{ '<' }}{{ view ~ '<' }}",
    "{% extends 'base' %}{% block a %}{{ box(view) }}{{ box(view, 1, c=2) }}{% call frame(view) %}<i>{{ view }}{% endcall %}{% endblock %}",
    "{% for own in [view, '>', none] %}{{ loop.index }}{{ own }}{{ with_context(own) }}{{ words('skip.main') }}{% endfor %}",
    "{% set own %}<b>{{ view }}{% endset %}{{ own }}{% autoescape false %}{{ view }}{% endautoescape %}{{ view.upper() }}",
    "{% from 'macro' import box %}{% autoescape false %}{{ box(view) + '<' }}{% endautoescape %}{{ box(view) + '<' }}",
    "{{ words.language.tag }}{{ words.number(7) }}{{ 'a-%s' | format(view) }}{{ view.split('a') }}",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("view", VALUES[:5], ids=lambda value: type(value).__name__)
def test_a_page_is_drawn_as_jinja_does(page, view):
    drawn = [
        environment.get_template("page").render(view=view)
        for environment in both(
            {"page": page, "base": BASE, "macro": MACRO},
            words=WORDS["en"],
            with_context=with_context,
        )
    ]

    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    "page", ["{{ gone }}", "{{ words('gone') }}", "{{ gone() }}", "{{ gone.gone }}", "{{ view() }}"]
)
def test_what_fails_fails_as_ever(page):
    errors = []
    for environment in both({"page": page}, words=WORDS["en"]):
        with pytest.raises((UndefinedError, KeyError, TypeError)) as error:
            environment.get_template("page").render(view="a")
        errors.append(f"{error.type} {error.value}")

    assert errors[0] == errors[1]


@pytest.mark.parametrize(
    ("page", "drawn"),
    [
        ("{{ view.title }}", "a"),
        ("{{ view.items.title }}", "&lt;"),
        ("{{ view.items.class }}", "b"),
        ("{{ 1.real }}{{ 'a'.upper() }}{{ [view][0].title }}{{ (view.title ~ 'b').title() }}", "1AaAb"),
        ("{{ 'no' if view.gone is not defined }}", "no"),
        ("{% for own in view.own %}{{ own.title }}{{ loop.index }}{% endfor %}", "&lt;1"),
    ],
)
def test_what_is_no_attribute_is_looked_for_as_ever(tmp_path, page, drawn):
    view = SimpleNamespace(title="a", items={"title": "<", "class": "b"}, own=[{"title": "<"}])

    assert drawn == Theme(make_files(tmp_path, {"templates/page.html": page})).renderer("page.html")(view).decode()


@pytest.mark.parametrize("folder", WITH_MACRO, ids=lambda folder: folder.name)
def test_a_component_is_drawn_as_jinja_does(folder):
    templates = {str(path.relative_to(THEME)): path.read_text("utf-8") for path in THEME.glob("components/*/*.html")}
    name = folder.name.replace("-", "_")
    for case in map(spaced, tomllib.loads((folder / "examples.toml").read_text("utf-8")).values()):
        drawn = []
        for environment in both(templates, words=WORDS["en"]):
            macro = getattr(environment.get_template(f"components/{folder.name}/{folder.name}.html").module, name)
            given = {
                argument: getattr(case, argument, None)
                for argument in macro.arguments
                if argument not in ("words", "caller")
            }
            if "words" in macro.arguments:
                given["words"] = WORDS["en"]
            page = environment.from_string(
                "{% call macro(**given) %}<p>{{ given }}{% endcall %}" if macro.caller else "{{ macro(**given) }}"
            )
            drawn.append(page.render(macro=macro, given=given))

        assert drawn[0] == drawn[1]


def test_pages_are_compiled_the_shorter_way():
    """
    Otherwise every test before would compare Jinja with itself.
    """
    _, quick = both({"page": "{{ view }}"})

    assert "shown(" in quick.compile("{{ view }}", raw=True)


def test_other_versions_stay_as_they_are(monkeypatch):
    monkeypatch.setattr(jinja2, "__version__", "3.1.7")
    _, quick = both({})

    assert CodeGenerator is quick.code_generator_class
