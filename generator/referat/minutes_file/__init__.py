"""`Minutes` as a Markdown record, and back. ``docs/record.md`` describes the format to those who edit records.

``read(write(minutes))`` gives the same value as `normalise_minutes(minutes)`, which is `minutes` itself for every value
that was ever read.
"""

from referat.minutes_file.normal import normalise, normalise_line, normalise_minutes
from referat.minutes_file.paths import record_path
from referat.minutes_file.read import item_lines, read
from referat.minutes_file.write import write

__all__ = ["item_lines", "normalise", "normalise_line", "normalise_minutes", "read", "record_path", "write"]
