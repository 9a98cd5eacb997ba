"""The page that is shown while the records of a large site are read for the first time."""

from collections.abc import Iterable
from html import escape

_PAGE = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Referaterne læses</title>
</head>
<body>
<main>
<h1>Referaterne læses</h1>
<p>Denne side fortæller om hele webstedet og vises, så snart alle referater er læst.
Kommunernes egne sider er her allerede:</p>
<ul>
{places}</ul>
</main>
</body>
</html>
"""


def waiting_page(slugs: Iterable[str], folder: str) -> bytes:
    """The page.

    Args:
        slugs: Of the municipalities that seem to be there.
        folder: The folder that the site is published in, without its last slash.
    """
    lines = (f'<li><a href="{escape(folder)}/{escape(slug)}/">{escape(slug)}</a></li>\n' for slug in sorted(slugs))
    return _PAGE.format(places="".join(lines)).encode()
