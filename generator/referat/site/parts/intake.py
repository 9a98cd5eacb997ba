"""The records of one part, read and screened. What is read once is kept: only a record that changed is read again."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from referat.privacy.withdrawals import Withdrawals
from referat.problems import Problem
from referat.site.cases import numbers_of
from referat.site.corpus import Partition, make_partition
from referat.site.digest import digest_bytes, digest_value, generator_fingerprint
from referat.site.discover import decode_text, read_bytes
from referat.site.kept import Kept
from referat.site.nodes import NumberUse, Record
from referat.site.parts import NONE
from referat.site.parts.told import Told, told_of
from referat.site.reading import ReadRecord, Rules, record_of
from referat.site.texts import Text
from referat.site.urls import RESERVED
from referat.vocabulary.slugs import is_folder_name, slugify

FOLDER = "records"
"""In the cache: the records of each part as they were read."""


class Order(Struct, frozen=True, kw_only=True):
    """What is to be taken in."""

    root: Path
    cache: Path
    part: str
    texts: tuple[Text, ...]
    """The records that seem to be the part's."""
    rules: Rules


class Intake(Struct, frozen=True, kw_only=True):
    """What was taken in, as far as others need to know it."""

    part: str
    texts: tuple[Text, ...]
    """All with their digest. Those of strays are not among them."""
    rules: bytes
    """The digest of what it was read by."""
    digest: bytes
    """The same records, read by the same rules, have the same."""
    numbers: tuple[NumberUse, ...]
    """The part's case numbers, in the order they came up."""
    strays: tuple[tuple[str, str], ...]
    """Records that are another part's, by their paths, and its name."""
    told: Told


class KeptRecord(Struct, frozen=True, array_like=True):
    """A record as it was read from bytes with a digest."""

    digest: bytes
    read: ReadRecord


class KeptRecords(Struct, frozen=True):
    """The records of a part by their paths, and the rules that they were read by."""

    rules: bytes
    records: dict[str, KeptRecord]


_intakes = Kept(Intake)
_records = Kept(KeptRecords)


def take_in(order: Order) -> Intake:
    """Read what changed of a part's records, and keep it."""
    return _take_in(order).intake


def take_in_partition(order: Order) -> tuple[Intake, Partition | None]:
    """The same, and what comes of the records: None where none of them can be published."""
    took = _take_in(order)
    if took.changed:
        return took.intake, took.partition
    return took.intake, make_partition(read_records(order.cache, took.intake) or ())[0]


class _TookIn(NamedTuple):
    intake: Intake
    changed: bool = False
    partition: Partition | None = None
    """Made where anything changed."""


def _take_in(order: Order) -> _TookIn:
    rules = rules_of(order)
    last = _intakes.read(_intake_file(order.cache, order.part))
    if last is not None and last.rules != rules:
        last = None
    contents = {text.path: read_bytes(order.root, text.path) for text in order.texts if not text.is_known}
    texts = tuple(_with_digest(text, contents) for text in order.texts)
    if last is not None and not last.strays and _same(last.texts, texts):
        return _TookIn(_kept(order, replace(last, texts=texts)) if last.texts != texts else last)
    known = _known_records(order, rules)
    read = {text.path: _record(order, text, contents, known) for text in texts}
    strays = {path: part for path, one in read.items() if (part := part_of(one.read.found, order.part)) != order.part}
    own = {path: one for path, one in read.items() if path not in strays}
    _records.write(records_file(order.cache, order.part), KeptRecords(rules, own))
    partition, problems = make_partition(_found(own.values()))
    left = tuple(text for text in texts if text.path in own)
    intake = Intake(
        part=order.part,
        texts=left,
        rules=rules,
        digest=digest_bytes(rules, *(part for text in left for part in (text.path.encode(), text.digest))),
        numbers=numbers_of(partition.cases.values() if partition is not None else ()),
        strays=tuple(sorted(strays.items())),
        told=told_of((one.read for one in own.values()), problems),
    )
    return _TookIn(_kept(order, intake), changed=True, partition=partition)


def rules_of(order: Order) -> bytes:
    """The digest of all that decides what becomes of the part's records, besides their bytes."""
    paths = {text.path for text in order.texts}
    policy = order.rules.policy
    own = replace(policy, releases=tuple(release for release in policy.releases if release.path in paths))
    withdrawals = Withdrawals(order.rules.withdrawals.of_slug(order.part))
    return digest_bytes(
        generator_fingerprint(), digest_value(replace(order.rules, policy=own, withdrawals=withdrawals))
    )


def part_of(record: Record | None, otherwise: str) -> str:
    """The name of the part that a record is in: its municipality's slug.

    Args:
        record: The record. None where it cannot be read.
        otherwise: The part where it was found.
    """
    if record is None:
        return otherwise
    return usable(slugify(record.minutes.meeting.municipality))


def usable(slug: str) -> str:
    """The slug as the name of a part. What no municipality can be called is `NONE`."""
    return slug if is_folder_name(slug) and slug not in RESERVED else NONE


def read_intake(cache: Path, part: str) -> Intake | None:
    """What was taken in last. None where that is not known any more."""
    return _intakes.read(_intake_file(cache, part))


def read_records(cache: Path, intake: Intake) -> tuple[Record, ...] | None:
    """The records that may be published of what was taken in. None where just these are not kept any more."""
    kept = _records.read(records_file(cache, intake.part))
    if kept is None or kept.rules != intake.rules:
        return None
    own = {path: one.digest for path, one in kept.records.items()}
    return _found(kept.records.values()) if own == {text.path: text.digest for text in intake.texts} else None


def read_kept(order: Order) -> Mapping[str, KeptRecord]:
    """What is kept of a part's records, by their paths; nothing where it was read by other rules."""
    return _known_records(order, rules_of(order))


def forget(cache: Path, part: str) -> None:
    """The next intake reads all of the part's records."""
    _intake_file(cache, part).unlink(missing_ok=True)
    records_file(cache, part).unlink(missing_ok=True)


def records_file(cache: Path, part: str) -> Path:
    """Where a part's records are kept."""
    return cache / FOLDER / f"{part}.records"


def _intake_file(cache: Path, part: str) -> Path:
    return cache / FOLDER / f"{part}.intake"


def _with_digest(text: Text, contents: Mapping[str, bytes | Problem]) -> Text:
    content = contents.get(text.path)
    if content is None:
        return text
    if isinstance(content, Problem):
        return Text(text.path, 0, 0, digest_value(content))
    return replace(text, digest=digest_bytes(content))


def _same(last: tuple[Text, ...], now: tuple[Text, ...]) -> bool:
    return [(text.path, text.digest) for text in last] == [(text.path, text.digest) for text in now]


def _known_records(order: Order, rules: bytes) -> Mapping[str, KeptRecord]:
    kept = _records.read(records_file(order.cache, order.part))
    return kept.records if kept is not None and kept.rules == rules else {}


def _record(
    order: Order, text: Text, contents: Mapping[str, bytes | Problem], known: Mapping[str, KeptRecord]
) -> KeptRecord:
    last = known.get(text.path)
    if last is not None and last.digest == text.digest:
        return last
    content = contents.get(text.path)
    if content is None:
        # Its bytes are what they were, and what was read of them is lost.
        content = read_bytes(order.root, text.path)
    if isinstance(content, Problem):
        return KeptRecord(digest_value(content), record_of(content, text.path, order.rules))
    return KeptRecord(digest_bytes(content), record_of(decode_text(content, text.path), text.path, order.rules))


def _found(records: Iterable[KeptRecord]) -> tuple[Record, ...]:
    return tuple(one.read.found for one in records if one.read.found is not None)


def _kept(order: Order, intake: Intake) -> Intake:
    _intakes.write(_intake_file(order.cache, order.part), intake)
    return intake
