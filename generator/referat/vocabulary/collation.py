"""Danish alphabetical order."""

import unicodedata

# æ, ø and å stand last, and aa in a name counts as å (Retskrivningsordbogen § 4).
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def danish_key(text: str) -> tuple[str, str]:
    """A sort key: letters by the Danish alphabet, capitals and accents only where nothing else differs."""
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_AFTER_Z)
    plain = "".join(char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char))
    return plain, text
