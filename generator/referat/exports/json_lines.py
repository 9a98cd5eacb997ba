"""Tables as JSON Lines: an object a row, its keys in the order of the columns."""

import datetime as dt
import json

from referat.exports.table import Cell, Table


def json_lines(table: Table) -> str:
    """The text of the file. What has no value is null."""
    rows = (dict(zip(table.columns, map(_value, row), strict=True)) for row in table.rows)
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def _value(cell: Cell) -> str | int | bool | None:
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    return cell.isoformat() if isinstance(cell, dt.date) else cell
