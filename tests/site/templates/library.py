"""The library's own environment, to compare the site's with."""

from jinja2 import Environment, StrictUndefined

from referat.site.templates.environment import SiteEnvironment


def library_of(own: SiteEnvironment) -> Environment:
    """It reads the same templates and knows the same names, and makes its own code of them."""
    made = Environment(
        loader=own.loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(own.globals)
    made.filters.update(own.filters)
    return made
