"""
How templates are drawn: what Jinja draws, by shorter ways.

Jinja asks of every value that is put out, and of everything that is called, what it might be. In our templates nearly
all are strings, safe HTML, words of the interface and components: these are known by their type, only others are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

import jinja2
import markupsafe
from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

from plugins.languages.words import Words

TESTED = frozenset({"3.1.6"})
"""Versions of Jinja of which the methods that are replaced here were read. Any other draws in its own way."""

escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""The text of `escape` alone, without a mark that it is safe: what is put out at once needs none."""


joined = "".join


@internalcode
def shown(value: Any) -> str:
    """What `escape` puts out for a value."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    return value if kind is Markup else escape(value)


class QuickContext(Context):
    """Calls components and words at once; everything else is asked whether it wants to be given more."""

    @internalcode
    def call(
        self, called: Any, /, *arguments: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any
    ) -> Any:
        """Called by compiled templates."""
        kind = type(called)
        if kind is Words:
            return called(*arguments, **named)
        if kind is Macro:
            return called(self.eval_ctx, *arguments, **named)
        return super().call(called, *arguments, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


class QuickGenerator(CodeGenerator):
    """
    Compiles templates so that they ask `shown` for what they put out, and values for their attributes.

    A value that has no such attribute is an AttributeError then: Jinja would go on and look for an item.
    """

    def visit_Template(self, node: Any, frame: Any = None) -> None:
        """Called by Jinja, which chose the name."""
        self.writeline(f"from {__name__} import joined, shown")
        super().visit_Template(node, frame)

    def visit_Output(self, node: Any, frame: Any) -> None:
        """
        Called by Jinja, which chose the name. What is put out in one go is handed on in one piece: else each part of
        it would go through all templates that this one extends.
        """
        if frame.buffer is not None or frame.require_output_check or len(node.nodes) == 1:
            super().visit_Output(node, frame)
            return
        self.writeline("parts = []")
        frame.buffer = "parts"
        super().visit_Output(node, frame)
        frame.buffer = None
        self.writeline("yield joined(parts)")

    def visit_Getattr(self, node: Any, frame: Any) -> None:
        """Called by Jinja, which chose the name."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(")


def hasten(environment: Environment) -> None:
    """
    Let an environment that has drawn nothing yet draw by the shorter ways. What raises an AttributeError there is for
    one that was left as it was.
    """
    if jinja2.__version__ in TESTED:
        environment.context_class = QuickContext
        environment.code_generator_class = QuickGenerator
