"""Whatever stands in minutes, nothing of it runs in a reader's browser, and nothing is fetched from elsewhere."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.proofs.kinds import KINDS

from referat.site.build import build_site
from referat.site.page import output_path

RUN = "parent.ran=window.ran=1"
INJECTIONS = (
    f"<script>{RUN}</script>",
    f"<SCRIPT>{RUN}</SCRIPT>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</script>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\\<script>{RUN}\\</script>",
    "<script src=//andre.example/x.js></script>",
    "<script src=data:text/javascript,window.ran=1></script>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" onerror="{RUN}">',
    f"<img/src=x/onerror={RUN}>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"` onmouseover={RUN} `",
    f'" autofocus onfocus="{RUN}" x="',
    f"' autofocus onfocus='{RUN}' x='",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext><script>{RUN}</script>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<style>@import url(https://andre.example/a.css)</style><p style=x:expression({RUN})>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f'<iframe srcdoc="<script>{RUN}</script>"></iframe>',
    f"<object data=javascript:{RUN}></object>",
    "<embed src=https://andre.example/x.swf>",
    "<link rel=stylesheet href=https://andre.example/a.css>",
    "<meta http-equiv=refresh content=0;url=https://andre.example/>",
    "<base href=https://andre.example/>",
    f"<form action=javascript:{RUN}><input type=submit autofocus></form>",
    f"[tryk](javascript:{RUN})",
    f"[tryk](JaVaScRiPt:{RUN})",
    f"[tryk](java&#115;cript:{RUN})",
    f"[tryk](<java\tscript:{RUN}>)",
    f"[tryk](\x01javascript:{RUN})",
    f"[tryk](vbscript:{RUN})",
    f"[tryk](data:text/html,<script>{RUN}</script>)",
    f'[tryk](//andre.example/ "x" onclick={RUN})',
    f"<javascript:{RUN}>",
    f'![billede](https://andre.example/p.gif "{RUN}")',
    "![billede](data:image/svg+xml,<svg/onload=window.ran=1>)",
    f"[tryk]: javascript:{RUN}\n\n[tryk]",
    f"{{{{ ''.__class__ }}}} {{% raw %}} ${{{RUN}}} #{{{RUN}}}",
    f"\u202e<script>{RUN}</script>\u2066",
    f"__proto__ constructor.constructor('{RUN}')()",
)
ITEM = """## {number}. Injektion{number} {line}

Sagsnr.: 24/{case}
Type: {line}

{text}

### {line}

{text}

### Beslutning

{text}

### Bilag

- {text}
- [{line}](https://strandby.example/{number}.pdf)
"""
HEAD = """---
municipality: Strandby
body: Byrådet
date: 2024-05-14
place: {quoted}
participants: [{quoted}]
absent: [{quoted}]
source:
  name: {quoted}
---

{text}
"""


def one_line(text: str) -> str:
    return " ".join(text.split())


def quoted(text: str) -> str:
    escaped = "".join(char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08X}" for char in text)
    return f'"{escaped}"'


def write_site(root: Path) -> None:
    """Every injection in every field of an item and of a page of text, and all together in the head of a record."""
    folder = root / "content/minutes/strandby"
    folder.mkdir(parents=True)
    (root / "content/pages").mkdir()
    (root / "site.toml").write_text('[site]\nname = "<script>window.ran=1</script>"\n', encoding="utf-8")
    items = [
        ITEM.format(number=number, case=1000 + number, line=one_line(text), text=text)
        for number, text in enumerate(INJECTIONS, 1)
    ]
    everything = one_line(" ".join(INJECTIONS))
    head = HEAD.format(quoted=quoted(everything), text="\n\n".join(INJECTIONS))
    (folder / "a.md").write_text("\n".join([head, *items]), encoding="utf-8")
    text = "\n\n".join(INJECTIONS)
    (root / "content/pages/om.md").write_text(f"---\ntitle: {quoted(everything)}\n---\n{text}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    root = tmp_path_factory.mktemp("hostile")
    write_site(root)
    report = build_site(root)
    assert report.search == ()
    assert not [problem for problem in report.problems if problem.code not in ("characters_hidden", "link_broken")]
    return serve_folder(report.output)


def test_there_are_fifty_of_them() -> None:
    assert len(set(INJECTIONS)) >= 50


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/strandby/",
        "/strandby/byraadet/",
        "/strandby/byraadet/2024-05-14/",
        "/strandby/sag/",
        "/strandby/sag/24-1001/",
        "/strandby/sag/24-1049/",
        "/om/",
        "/404.html",
        "/soeg/?q=Injektion7",
    ],
)
def test_none_of_them_runs_and_no_link_leads_to_a_script(page: Page, hostile: str, address: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    page.goto(hostile + address)
    page.wait_for_load_state("networkidle")
    for part in page.locator("details").all():
        part.evaluate("part => part.open = true")
    assert page.evaluate("window.ran") is None
    # What is on the page must be the theme's own: a text has made no element and no attribute of its own.
    assert page.locator("body :is(iframe, object, embed, base, style, svg script, img[src='x'])").count() == 0
    assert (
        page.evaluate("""() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
        .filter(a => /^(on|style$|srcdoc$)/.test(a.name)).map(a => a.name)""")
        == []
    )
    protocols = page.evaluate("[...new Set([...document.querySelectorAll('a[href]')].map(a => a.protocol))]")
    assert set(protocols) <= {"http:", "https:", "mailto:"}
    hosts = page.evaluate("[...new Set([...document.scripts].map(s => s.src && new URL(s.src).host))]")
    assert set(hosts) <= {page.evaluate("location.host"), ""}


def test_a_hit_shows_what_was_written_and_does_not_run_it(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}/soeg/?q=Injektion14")
    page.get_by_text("onerror=").first.wait_for()
    assert page.evaluate("window.ran") is None


def visited(files: Path) -> list[str]:
    """One page of each kind in each language; with ``EVERY_PAGE=1`` in the environment, all there are."""
    if os.environ.get("EVERY_PAGE"):
        return [f"/{path.relative_to(files).as_posix()}" for path in sorted(files.rglob("*.html"))]
    addresses = [language + kind.address for language in ("", "/en") for kind in KINDS]
    return [address for address in addresses if (files / output_path(address.partition("?")[0])).is_file()]


def test_no_page_of_the_example_site_asks_another_host_for_anything(
    page: Page, example: str, example_files: Path
) -> None:
    addresses = visited(example_files)
    assert len(addresses) > 2 * (len(KINDS) - 3)  # the site's own texts are in Danish only
    for address in addresses:
        # The fixture `page` fails the test for every request to another host and for every message on the console.
        page.goto(example + address, wait_until="load")


def test_every_page_of_the_example_site_fetches_from_the_site_alone(example_files: Path) -> None:
    pages = list(example_files.rglob("*.html"))
    assert len(pages) > 300
    fetched: set[str] = set()
    for path in pages:
        html = path.read_text(encoding="utf-8")
        fetched.update(re.findall(r"""\s(?:src|srcset|poster|data|action)=["']?([^"'\s>]*)""", html))
        fetched.update(re.findall(r"""<link rel="?(?:stylesheet|icon|preload)[^>]*?href="?([^"\s>]*)""", html))
    assert len(fetched) > 3
    assert [address for address in fetched if not re.match("/(?!/)", address)] == []


def test_every_style_and_script_of_the_example_site_names_no_other_host(example_files: Path) -> None:
    named = {
        host
        for pattern in ("*.css", "*.js")
        for path in example_files.rglob(pattern)
        for host in re.findall(r"""["'(](?:https?:)?//([\w.-]+)""", path.read_text(encoding="utf-8"))
    }
    assert named == set()
