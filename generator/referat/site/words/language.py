"""A language that pages are written in: its words, and how it writes dates, times and numbers."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache, partial

from markupsafe import Markup
from msgspec import Struct

from referat.site.shown import shown
from referat.site.words.phrase import Day, Phrase, Said, Versions
from referat.site.words.wording import Wording


class WordsError(Exception):
    """Words that a page needs are not there, or have no value to stand in them."""


class Language(Struct, frozen=True, kw_only=True, dict=True):
    """Everything that the site can say in one language."""

    code: str
    """``da``: as in ``<html lang>``, in the file's name and in addresses."""
    file: str
    """The file that a missing word is to be written into, for people: ``words/da.toml``."""
    words: Mapping[str, Wording]
    """By table and name: ``cases.title``."""
    lists: Mapping[str, tuple[str, ...]]
    """Words that belong together: ``date.months``."""

    def say(self, said: str, **values: object) -> Markup:
        """The words with the key, as HTML: whatever of their values is no `Markup` is escaped.

        Raises:
            WordsError: there are no words with that key, or one of their values is missing.
        """
        wording = self.words.get(said)
        if wording is None:
            raise WordsError(f"{self.file} has no words for {said}")
        try:
            return wording.say(values)
        except KeyError as missing:
            raise WordsError(f"{said} in {self.file} needs a value for {{{missing.args[0]}}}") from None

    def said(self, said: Said) -> Markup:
        """A name as it is, or what a view wants to have said."""
        if isinstance(said, str):
            return shown(said)
        if isinstance(said, Versions):
            return shown(dict(said.texts).get(self.code, said.texts[0][1]))
        return self._phrase(said)

    @cached_property
    def _phrase(self) -> Callable[[Phrase], Markup]:
        """Says a phrase. A page says its title and where it is in several places, and its neighbours say the same."""
        return lru_cache(maxsize=2**12)(self._say_phrase)

    def _say_phrase(self, said: Phrase) -> Markup:
        return self.say(said.key, **{name: self._value(value) for name, value in said.values})

    def _value(self, value: str | int | Day | Phrase) -> object:
        if isinstance(value, Phrase):
            return self.said(value)
        return self.date_long(value.date) if isinstance(value, Day) else value

    def table(self, name: str) -> dict[str, str | dict[str, str]]:
        """All words of one table by their names, as the file has them: for a script of the page."""
        return {
            key.removeprefix(f"{name}."): word.plain for key, word in self.words.items() if key.startswith(f"{name}.")
        }

    @cached_property
    def date_long(self) -> Callable[[dt.date], Markup]:
        """``14. maj 2024``. A site has few days and writes each of them on many pages."""
        return cache(partial(self._date, "date.long"))

    @cached_property
    def date_short(self) -> Callable[[dt.date], Markup]:
        """``14.05.2024``."""
        return cache(partial(self._date, "date.short"))

    def date_weekday(self, date: dt.date) -> Markup:
        """``tirsdag den 14. maj 2024``."""
        return self._date("date.with_weekday", date)

    def clock(self, time: dt.time) -> Markup:
        """``16.30``."""
        return self.say("date.clock", hour=f"{time:%H}", minute=f"{time:%M}")

    def _date(self, key: str, date: dt.date) -> Markup:
        return self.say(
            key,
            day=date.day,
            dd=f"{date:%d}",
            mm=f"{date:%m}",
            month=self._months[date.month - 1],
            weekday=self._weekdays[date.weekday()],
            year=date.year,
        )

    @cached_property
    def _months(self) -> tuple[str, ...]:
        return self.lists["date.months"]

    @cached_property
    def _weekdays(self) -> tuple[str, ...]:
        return self.lists["date.weekdays"]
