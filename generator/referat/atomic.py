"""Writing a file whole: whoever looks sees the old one or the new one, never half of it."""

import os
import tempfile
from pathlib import Path

_START, _END = ".referat-", ".part"
"""How the name of a file begins and ends that is being written. One that is left over was broken off."""


def write_atomic(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write the file so that at any moment it is either the old or the new one, whole.

    Args:
        path: The file. Its folder is made where it is missing.
        content: All that it holds from now on.
        durable: Whether it must also outlive a power cut right after this call. That takes some milliseconds, which
            is much for thousands of files that can be made again.

    Raises:
        OSError: It could not be written, and is what it was. The error names the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_START, suffix=_END)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(handle)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            # To write into an open file is the most likely thing to fail, and does not tell which file it was.
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def is_broken_off(name: str) -> bool:
    """Whether a file of that name is what `write_atomic` leaves where the program is killed."""
    return name.startswith(_START) and name.endswith(_END)


def remove_broken_off(folder: Path) -> None:
    """Remove what killed programs left below the folder. Nothing may be written there at the same time."""
    for found, _, files in os.walk(folder):
        for name in filter(is_broken_off, files):
            Path(found, name).unlink()
