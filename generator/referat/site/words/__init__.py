"""The words that the site itself says, in one file a language: ``words/da.toml`` of the theme.

Everything else on a page is the minutes' own. `phrase` is what a view holds where a page is to say something: which
words, and of what. `Language` says it.
"""

from referat.site.words.language import Language, WordsError
from referat.site.words.phrase import Phrase, Said, Versions, phrase
from referat.site.words.read import read_language

__all__ = ["Language", "Phrase", "Said", "Versions", "WordsError", "phrase", "read_language"]
