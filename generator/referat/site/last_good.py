"""What the preview remembers of texts: somebody who is in the middle of a sentence keeps the page they look at."""


class LastGood:
    """The last text of each file that could be read, by its path. It lives as long as the preview runs.

    What is published is never made from it: there a file that cannot be read is left out, and the build fails.
    """

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def keep(self, path: str, text: str) -> None:
        """The text can be read."""
        self._texts[path] = text

    def of(self, path: str) -> str | None:
        """The file's last text that could be read. None where there was none yet."""
        return self._texts.get(path)
