"""What is wrong with a template, told with its file, its line and the line itself."""

import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from referat.problems import Problem
from referat.site.templates.files import TemplateFiles
from referat.site.words import WordsError


def template_problem(error: Exception, template: str, files: TemplateFiles, root: Path) -> Problem:
    """The problem that an error while rendering tells of.

    Args:
        error: What was raised.
        template: The page's template, named where nothing tells a better place.
        files: The site's templates.
        root: The site's folder.
    """
    path, line = _place(error, template, files)
    return Problem(
        code="template_error",
        message=f"The template cannot be used: {_message(error)}",
        path=None if path is None else _shown(path, root),
        line=line,
        source_line=_line(path, line),
        advice=_advice(error),
    )


def _place(error: Exception, template: str, files: TemplateFiles) -> tuple[Path | None, int | None]:
    if isinstance(error, TemplateSyntaxError):
        return (Path(error.filename) if error.filename else files.find(template)), error.lineno
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if files.owns(frame.filename)]
    if frames:
        return Path(frames[-1].filename), frames[-1].lineno
    return files.find(template), None


def _message(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template “{error.name}”"
    if isinstance(error, UnicodeDecodeError):
        return "the file is not UTF-8 text"
    if isinstance(error, WordsError):
        return str(error)
    if isinstance(error, TemplateSyntaxError | UndefinedError):
        return str(error.message)
    return f"{type(error).__name__}: {error}"


def _advice(error: Exception) -> str:
    if isinstance(error, WordsError):
        return "Write the words into the file of the language, in your own theme or in the default one."
    if isinstance(error, UndefinedError):
        return (
            "Use a name that the page's view has: docs/themes.md lists them. Or delete your file: the default is used."
        )
    return "Correct the template, or delete your file: the default theme's is used then."


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _line(path: Path | None, line: int | None) -> str | None:
    if path is None or line is None or not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else None
