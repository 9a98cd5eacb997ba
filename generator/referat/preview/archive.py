"""The records as they are on the disk, by part: what changed is read, and the rest is what was read before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from referat.problems import Problem, Severity, worst
from referat.site.digest import digest_bytes, digest_value
from referat.site.discover import MINUTES, decode_text, read_bytes
from referat.site.parts.intake import KeptRecord, Order, part_of, read_kept, usable
from referat.site.reading import Rules, record_of
from referat.site.texts import Text, find_texts, folder_of
from referat.vocabulary.slugs import slugify

ROOM = 2_000
"""Records that are remembered of those that changed. One that is not is read again."""


class Archive:
    """All records that are known of.

    A record that cannot be read stays what it last was, and the problem is told.

    Args:
        root: The site's folder.
        cache: The build's, where records are kept that were read.
        rules: By what it is decided what may be published.
    """

    def __init__(self, root: Path, cache: Path, rules: Rules) -> None:
        self.read = 0
        """How many records were read so far."""
        self.parts: dict[str, dict[str, Text]] = {}
        """The records of each part, by their paths."""
        self._root = root
        self._cache = cache
        self._rules = rules
        self._fresh: dict[str, KeptRecord] = {}
        self._last_good: dict[str, KeptRecord] = {}
        self._told: dict[str, tuple[Problem, ...]] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps records from being read, of those that were read here."""
        return tuple(problem for _, told in sorted(self._told.items()) for problem in told)

    def put(self, part: str, texts: Iterable[Text]) -> None:
        """These are the part's records, as somebody has read them."""
        self.parts[part] = {text.path: text for text in texts}

    def look(self, folders: Iterable[str] = (MINUTES,)) -> dict[str, set[str]]:
        """See what changed in the folders and below. Returns the changed records of each part that has some."""
        changed: dict[str, set[str]] = defaultdict(set)
        known = {path: text for texts in self.parts.values() for path, text in texts.items()}
        parts = {path: part for part, texts in self.parts.items() for path in texts}
        for folder in folders:
            found = {text.path: text for text in find_texts(self._root, known, folder)}
            for path in [path for path in known if path.startswith(f"{folder}/") and path not in found]:
                self._forget(parts[path], path)
                changed[parts[path]].add(path)
            for path, text in found.items():
                for part in self._take(text, known.get(path), parts.get(path)):
                    changed[part].add(path)
        return dict(changed)

    def records(self, part: str, last: Mapping[str, KeptRecord]) -> dict[str, KeptRecord]:
        """What came of the part's records.

        Args:
            part: The part.
            last: What is in memory of them, however old.
        """
        known = [self._fresh, last]
        found: dict[str, KeptRecord] = {}
        for path, text in self.parts.get(part, {}).items():
            one = self._last_good.get(path) or _of_digest(known, path, text.digest)
            if one is None and len(known) == 2:
                known.append(read_kept(self._order(part)))
                one = _of_digest(known, path, text.digest)
            found[path] = one or self._read(path)
        return found

    def _take(self, text: Text, last: Text | None, part: str | None) -> set[str]:
        """Read a record, if it changed. Returns the parts that it belonged to and belongs to."""
        if text.is_known:
            return set()
        content = read_bytes(self._root, text.path)
        digest = digest_value(content) if isinstance(content, Problem) else digest_bytes(content)
        size, modified = (0, 0) if isinstance(content, Problem) else (text.size, text.modified)
        now = Text(text.path, size, modified, digest)
        if last is not None and part is not None and last.digest == digest:
            self.parts[part][text.path] = now
            return set()
        earlier = self._earlier(part, last)
        read = self._read(text.path, content)
        if worst(read.read.problems) is Severity.ERROR and earlier is not None:
            self._last_good[text.path] = read = earlier
        else:
            self._last_good.pop(text.path, None)
        belongs = part_of(read.read.found, part or usable(slugify(folder_of(text.path))))
        if part is not None:
            self.parts[part].pop(text.path, None)
        self.parts.setdefault(belongs, {})[text.path] = now
        return {belongs} if part is None else {belongs, part}

    def _read(self, path: str, content: bytes | Problem | None = None) -> KeptRecord:
        self.read += 1
        if content is None:
            content = read_bytes(self._root, path)
        if isinstance(content, Problem):
            read = KeptRecord(digest_value(content), record_of(content, path, self._rules))
        else:
            read = KeptRecord(digest_bytes(content), record_of(decode_text(content, path), path, self._rules))
        self._told[path] = tuple(one for one in read.read.problems if one.severity is Severity.ERROR)
        self._fresh.pop(path, None)
        self._fresh[path] = read
        while len(self._fresh) > ROOM:
            self._fresh.pop(next(iter(self._fresh)))
        return read

    def _earlier(self, part: str | None, last: Text | None) -> KeptRecord | None:
        """What a record was until now. None where it could not be read, or is not remembered."""
        if part is None or last is None:
            return None
        path = last.path
        one = self._last_good.get(path) or _of_digest([self._fresh], path, last.digest)
        one = one or _of_digest([read_kept(self._order(part))], path, last.digest)
        return one if one is not None and worst(one.read.problems) is not Severity.ERROR else None

    def _forget(self, part: str, path: str) -> None:
        self.parts[part].pop(path)
        for known in (self._fresh, self._last_good, self._told):
            known.pop(path, None)

    def _order(self, part: str) -> Order:
        texts = tuple(self.parts.get(part, {}).values())
        return Order(root=self._root, cache=self._cache, part=part, texts=texts, rules=self._rules)


def _of_digest(known: Iterable[Mapping[str, KeptRecord]], path: str, digest: bytes) -> KeptRecord | None:
    found = (records[path] for records in known if path in records)
    return next((record for record in found if record.digest == digest), None)
