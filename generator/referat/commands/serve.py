"""``referat serve``: show the site while it is being written."""

from pathlib import Path

from referat.commands.exitcodes import ExitCode
from referat.commands.place import require_site
from referat.preview import serve


def run(root: Path, *, host: str, port: int, open_browser: bool) -> ExitCode:
    """Build, serve, watch and reload until the person stops it."""
    require_site(root)
    serve(root, host=host, port=port, open_browser=open_browser)
    return ExitCode.FINE
