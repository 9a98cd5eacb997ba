"""Python code for templates that does less for each page than the library's own, and gives the same text.

A page is some hundred pieces of text, and most of its time goes into handing each of them on: making it safe, calling
what says it, passing it up through blocks and includes. The library lets its code generator be replaced for that
(Jinja, API: ``Environment.code_generator_class``).
"""

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from referat.site.shown import shown


class SiteCode(CodeGenerator):
    """The code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - the library's name
        self.writeline(f"from {shown.__module__} import safe, {shown.__name__}")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Gather what a template or a block shows, to hand it on as one text: the library hands on piece by piece."""
        if frame.parent is None:
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        if force_unescaped or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super().return_buffer_contents(frame, force_unescaped)
        else:
            self.writeline(f"return safe(concat({frame.buffer}))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        if not node.with_context:
            # The library's code for it hands on at once what it includes: what was gathered before goes before.
            self.writeline(f"yield concat({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
        super().visit_Include(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Without the variables of loops and blocks: they are for functions that want the context. There are none."""
        bare = frame.copy()
        bare.loop_frame = bare.block_frame = False
        super().visit_Call(node, bare, forward_caller=forward_caller)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{shown.__name__}(")
