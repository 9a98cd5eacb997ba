"""The catalogue of the open data, as DCAT in JSON-LD: what harvesters of data sets read (DCAT-AP 2)."""

import datetime as dt
import json

from msgspec import Struct

from referat.settings import Settings

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
"""Of what the site adds to the texts: they themselves are the municipality's, and nobody's property."""
_RIGHTS = "Referaternes tekst er offentlige aktstykker (ophavsretslovens § 9). Webstedets egen opdeling er frigivet."
_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl"}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class DataFile(Struct, frozen=True, kw_only=True):
    """One file that can be downloaded."""

    url: str
    """Rooted at the site."""
    size: int
    """In bytes."""
    sha256: str
    """Of its bytes, in hexadecimal digits."""


class Dataset(Struct, frozen=True, kw_only=True):
    """The files of one municipality."""

    municipality: str
    slug: str
    first: dt.date
    latest: dt.date
    """The day of the newest meeting with minutes."""
    files: tuple[DataFile, ...]


def catalogue(datasets: tuple[Dataset, ...], url: str, settings: Settings) -> str:
    """The text of the file.

    Args:
        datasets: What there is.
        url: Of the catalogue, rooted at the site.
        settings: The site's name and address, which it must have.
    """
    site = (settings.base_url or "").rstrip("/")
    told = {
        "@context": _CONTEXT,
        "@id": f"{site}{url}",
        "@type": "dcat:Catalog",
        "dct:title": _danish(f"Åbne data fra {settings.name}"),
        "dct:description": _danish("Møder, punkter og beslutninger fra kommunale referater."),
        "dct:language": {"@id": "http://publications.europa.eu/resource/authority/language/DAN"},
        "dct:license": {"@id": LICENCE},
        "dct:publisher": _publisher(settings, site),
        "foaf:homepage": {"@id": f"{site}/"},
        "dcat:dataset": [_dataset(dataset, site, url, settings) for dataset in datasets],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n"


def _dataset(dataset: Dataset, site: str, url: str, settings: Settings) -> dict[str, object]:
    return {
        "@id": f"{site}{url}#{dataset.slug}",
        "@type": "dcat:Dataset",
        "dct:title": _danish(f"Møder, punkter og beslutninger i {dataset.municipality} Kommune"),
        "dct:description": _danish(
            "En tabel med møder, en med deres punkter og en med, hvad der blev besluttet, læst af kommunens referater."
        ),
        "dct:publisher": _publisher(settings, site),
        "dct:modified": _day(dataset.latest),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(dataset.first),
            "dcat:endDate": _day(dataset.latest),
        },
        "dcat:theme": {"@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE"},
        "dcat:landingPage": {"@id": f"{site}/data/"},
        "dcat:distribution": [_distribution(file, site) for file in dataset.files],
    }


def _distribution(file: DataFile, site: str) -> dict[str, object]:
    name = file.url.rpartition("/")[2]
    return {
        "@id": f"{site}{file.url}",
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": {"@id": f"{site}{file.url}"},
        "dcat:downloadURL": {"@id": f"{site}{file.url}"},
        "dcat:mediaType": _MEDIA[name.rpartition(".")[2]],
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "spdx:checksum": {
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": file.sha256,
        },
        "dct:license": {"@id": LICENCE},
        "dct:rights": _danish(_RIGHTS),
    }


def _publisher(settings: Settings, site: str) -> dict[str, str]:
    return {"@id": f"{site}/#udgiver", "@type": "foaf:Agent", "foaf:name": settings.name}


def _danish(text: str) -> dict[str, str]:
    return {"@language": "da", "@value": text}


def _day(day: dt.date) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day.isoformat()}
