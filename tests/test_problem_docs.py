"""Every problem that can be shown is explained to publishers, and nothing is explained that cannot be shown."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "docs/problems.md", ROOT / "docs/import.md")
SHOWN = re.compile(
    r"(?:\bcode=|\b_refused\(\s*(?:path, )?"
    r"|\b(?:_problem|diagnose|_syntax|unavailable|_unavailable|_stopped|TransferError)\(\s*)"
    r'"([a-z0-9]+(?:_[a-z0-9]+)+)"'
)


def sources() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in (ROOT / "generator/referat").rglob("*.py")]


def documented() -> set[str]:
    tables = "\n".join(doc.read_text(encoding="utf-8") for doc in DOCS)
    first_cells = re.findall(r"^\| ((?:`[a-z0-9_]+`(?:, )?)+) \|", tables, re.MULTILINE)
    return {code for cell in first_cells for code in re.findall(r"`([a-z0-9_]+)`", cell) if "_" in code}


def test_every_code_in_the_program_is_explained() -> None:
    explained = "\n".join(doc.read_text(encoding="utf-8") for doc in DOCS)
    shown = {code for source in sources() for code in SHOWN.findall(source)}
    assert len(shown) > 40
    assert sorted(code for code in shown if f"`{code}`" not in explained) == []


def test_every_explained_code_is_in_the_program() -> None:
    literals = {
        node.value
        for source in sources()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made_of_parts = tuple(literal for literal in literals if re.fullmatch(r"(?:_[a-z]+)+", literal))
    unknown = {code for code in documented() - literals if not code.endswith(made_of_parts)}
    assert sorted(unknown) == []
