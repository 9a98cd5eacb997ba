"""Tables as CSV (RFC 4180), as spreadsheets open it: UTF-8 with its mark, and no cell that they would calculate."""

import csv
import datetime as dt
import io

from referat.exports.table import Cell, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may take for a formula, full-width signs too (OWASP, CSV Injection)."""


def csv_text(table: Table) -> str:
    """The text of the file. A cell that could be taken for a formula begins with an apostrophe."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, (int, dt.date)):
        return str(cell)
    text = cell.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
