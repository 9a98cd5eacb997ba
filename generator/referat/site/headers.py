"""What browsers are told about every page: where it may fetch from, and that nothing else is allowed.

The same policy goes into ``_headers`` (Netlify, Cloudflare Pages), into every page as ``<meta>`` for hosts that cannot
set headers, and into the preview, so that what works there works when it is published.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from referat.site.urls import MISSING

_POLICY = MappingProxyType(
    {
        "default-src": "'none'",
        # Pagefind compiles WebAssembly; no other code is made from text.
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
)
_HEADER_ONLY = MappingProxyType(
    {
        # A <meta> cannot carry it (CSP level 3, 3.3).
        "frame-ancestors": "'none'",
    }
)

META_POLICY = "; ".join(f"{name} {value}" for name, value in _POLICY.items())
"""The Content-Security-Policy as a page's ``<meta>`` can carry it."""

SECURITY_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in {**_POLICY, **_HEADER_ONLY}.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
"""For every answer, also the preview's."""

_PUBLISHED_ONLY = MappingProxyType(
    {
        # The preview has no https to be upgraded to.
        "Content-Security-Policy": f"{SECURITY_HEADERS['Content-Security-Policy']}; upgrade-insecure-requests",
        # Only this host: a promise for its subdomains is its owner's to make.
        "Strict-Transport-Security": "max-age=31536000",
    }
)


def redirects_file(folder: str, prefixes: Sequence[str]) -> str:
    """The text of ``_redirects``: each language shows its own page for an address that is not there.

    Args:
        folder: The folder that the site is published in, without its last slash.
        prefixes: The folders of the languages below it: ``/en``.
    """
    return "".join(f"{folder}{prefix}/* {folder}{prefix}{MISSING} 404\n" for prefix in prefixes)


FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""


def headers_file(folder: str = "") -> str:
    """The text of ``_headers``.

    Args:
        folder: The folder that the site is published in, without its last slash.
    """
    blocks = [
        (f"{folder}/*", {**SECURITY_HEADERS, **_PUBLISHED_ONLY}),
        (f"{folder}/aktiver/*", {"Cache-Control": FOR_EVER}),
        # The data are for other sites' pages, too.
        (f"{folder}/data/*", {"Access-Control-Allow-Origin": "*"}),
    ]
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in blocks
    )
