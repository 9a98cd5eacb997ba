"""A small site with all that an export tells: decisions, an agenda, a correction, a case over two bodies."""

from collections.abc import Mapping
from pathlib import Path

from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport

SETTINGS = """
[site]
name = "Møder & sager"
base_url = "https://moede.example/arkiv/"
"""
COMMITTEE = """---
municipality: Strandby
body: Teknikudvalget
date: 2024-05-07
time: "16:30"
ends: "18:00"
place: Mødelokale 2, rådhuset; stuen
---

## 1. Havnebad & badebro <ved kajen>

Sagsnr.: 24/9

### Beslutning

Udsat til mødet i juni.

## 2. Klage over plankeværk på Lærkevej

Sagsnr.: 24/10

### Beslutning

Klageren får medhold, og hegnet skal ned.
"""
COUNCIL = """---
municipality: Strandby
body: Byrådet
date: 2024-05-14
changes:
  - "2024-06-20: punkt 3: Beslutning"
---

## 3. Havnebad & badebro <ved kajen>

Sagsnr.: 24/9

### Beslutning

Godkendt, idet badebroen bliver 40 meter.
"""
AGENDA = """---
municipality: Strandby
body: Byrådet
date: 2024-08-27
kind: agenda
---

## 1. Havnebad: navnet

Sagsnr.: 24/9
"""
FILES = {
    "site.toml": SETTINGS,
    "content/minutes/strandby/teknikudvalget/2024-05-07.md": COMMITTEE,
    "content/minutes/strandby/byraadet/2024-05-14.md": COUNCIL,
    "content/minutes/strandby/byraadet/2024-08-27-agenda.md": AGENDA,
}


def write_site(root: Path, files: Mapping[str, str] = FILES) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def build(root: Path) -> BuildReport:
    return build_site(root, BuildOptions(search=False))
