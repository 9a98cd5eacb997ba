"""What a person withdraws is gone from every file of the site and of its texts, and stays gone."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from referat.cli import app
from referat.commands.console import Terminal
from referat.commands.exitcodes import ExitCode
from referat.commands.withdraw import run
from referat.importing.sources import find_sources
from referat.importing.store import Options, run_import
from referat.passages import passages
from referat.privacy.withdrawals import FILE, Scope, load_withdrawals
from referat.problems import ProblemError, Severity
from referat.site.build import build_site
from referat.site.report import BuildOptions, BuildReport
from referat.withdrawing.targets import request_of

PAGE = "/strandby/byraadet/2024-05-14/"
RECORD = "content/minutes/strandby/byraadet/2024-05-14.md"
BREACH = "Ejeren af ejendommen klager over naboens plankeværk, som er for højt."
TEXT = f"""---
# Set efter af redaktionen.
municipality: Strandby
body: Byrådet
date: 2024-05-14
participants: [Anna Holm (A)]
---

## 1. Havnens takster

Sagsnr.: 24/20

### Beslutning

Godkendt.

## 2. Klage over plankeværk på Lærkevej

Sagsnr.: 24/1187

{BREACH}

Forvaltningen har målt.

### Beslutning

Klageren får medhold.

### Bilag

- [Klagebrev](https://dagsordener.strandby.example/klagebrev.pdf)
- [Kort](https://dagsordener.strandby.example/kort.pdf)
"""
LATER = """---
municipality: Strandby
body: Teknikudvalget
date: 2024-06-04
---

## 7. Opfølgning

Sagsnr.: 24/1187

### Beslutning: Byrådet, 2024-05-14

Klageren får medhold.

### Beslutning

Drøftet.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two meetings."""
    write(tmp_path, "site.toml", '[site]\nbase_url = "https://referat.example/"\n')
    write(tmp_path, RECORD, TEXT)
    write(tmp_path, "content/minutes/strandby/teknikudvalget/2024-06-04.md", LATER)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def build(root: Path, *, search: bool = False) -> BuildReport:
    report = build_site(root, BuildOptions(search=search))
    assert report.search == ()
    return report


def withdraw(root: Path, *arguments: str) -> tuple[int, str]:
    told = CliRunner().invoke(app, ["withdraw", *arguments, "-C", str(root), "--date", "2026-03-02"])
    return told.exit_code, told.output


def public_bytes(root: Path) -> Iterator[tuple[str, bytes]]:
    """All files that are public or may become so, the packed ones unpacked."""
    for path in [*(root / "output").rglob("*"), *(root / "content").rglob("*")]:
        if path.is_file():
            content = path.read_bytes()
            yield path.relative_to(root).as_posix(), gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


def files_with(root: Path, *words: str) -> list[str]:
    return [name for name, content in public_bytes(root) if any(word.encode() in content for word in words)]


PASSAGE = passages(BREACH)[0].id


@pytest.mark.parametrize(
    ("target", "scope", "gone", "stays"),
    [
        (
            f"{PAGE}#punkt-2",
            Scope.ITEM,
            ["plankeværk", "Lærkevej", "medhold", "klagebrev"],
            ["Havnens takster", "24/1187"],
        ),
        (
            f"https://referat.example{PAGE}#punkt-2-{PASSAGE}",
            Scope.PASSAGE,
            ["naboens plankeværk"],
            ["har målt", "medhold"],
        ),
        ("https://dagsordener.strandby.example/klagebrev.pdf", Scope.ATTACHMENT, ["lagebrev"], ["kort.pdf", "medhold"]),
        (PAGE, Scope.MEETING, ["plankeværk", "takster", "Anna Holm", "klagebrev"], ["2024-05-14"]),
    ],
)
def test_what_is_withdrawn_is_in_no_byte_of_the_site_or_its_texts(
    site: Path, target: str, scope: Scope, gone: list[str], stays: list[str]
) -> None:
    build(site, search=True)
    assert all(files_with(site, word) for word in gone)
    assert any(name.startswith("output/pagefind/") for name in files_with(site, "Godkendt"))
    code, told = withdraw(site, target, "--reason", "En borger har bedt om det.")
    report = build(site, search=True)

    assert code == ExitCode.FINE, told
    assert [problem.code for problem in report.problems + report.privacy] == []
    assert files_with(site, *gone) == []
    assert all(files_with(site, word) for word in stays)
    assert [entry.scope for entry in load_withdrawals(site)[0].entries] == [scope]
    page = (site / f"output{PAGE}index.html").read_text("utf-8")
    assert "En borger har bedt om det." in page
    assert not any(word in told for word in gone if word not in target)


def test_a_text_that_belongs_to_no_item_is_withdrawn_paragraph_by_paragraph(site: Path) -> None:
    letters = "- Det første brev.\n- Det første brev."
    write(
        site, RECORD, f"{TEXT}\n## Bilag: Breve\n\nFra naboen.\n\n{letters}\n\n## Uplaceret tekst\n\nDet andet brev.\n"
    )
    for target in (f"{PAGE}#tekst-1", f"{PAGE}#uplaceret"):
        code, told = withdraw(site, target)
        assert code == ExitCode.FINE, told
    assert files_with(site, "Fra naboen", "første brev", "andet brev") == []
    assert len(load_withdrawals(site)[0].entries) == 3
    assert [problem.code for problem in build(site).problems] == []


def test_a_reason_never_tells_a_cpr_number(site: Path) -> None:
    withdraw(site, f"{PAGE}#punkt-2", "--reason", "Der stod 010165-" + "1234.")
    assert files_with(site, "010165") == []
    assert files_with(site, "Der stod CPR-nummer fjernet") != []


@pytest.mark.parametrize(("answer", "entries"), [(False, 0), (True, 1)])
def test_a_person_at_a_terminal_is_asked_first(site: Path, answer: bool, entries: int) -> None:
    before = dict(public_bytes(site))
    request = request_of(f"{PAGE}#punkt-2", None, None)
    run(site, request, Terminal(quiet=True), ask=lambda _question: answer)
    assert len(load_withdrawals(site)[0].entries) == entries
    assert (dict(public_bytes(site)) == before) is not answer


def test_withdrawing_twice_changes_nothing_more(site: Path) -> None:
    for target in (
        "https://dagsordener.strandby.example/kort.pdf",
        f"{PAGE}#punkt-2-{PASSAGE}",
        f"{PAGE}#punkt-2",
        PAGE,
    ):
        withdraw(site, target)
        before = dict(public_bytes(site))
        code, told = withdraw(site, target)
        assert (code, dict(public_bytes(site))) == (ExitCode.FINE, before)
        assert "Nothing to do" in told


def test_what_a_person_wrote_around_it_stays_as_it_was(site: Path) -> None:
    withdraw(site, f"{PAGE}#punkt-2")
    text = (site / RECORD).read_text("utf-8")
    assert text.startswith(TEXT.partition("## 2.")[0])


def test_what_the_command_does_not_reach_is_told_with_what_to_do(site: Path) -> None:
    _, told = withdraw(site, f"{PAGE}#punkt-2")
    for place in (
        "history of git",
        "Earlier deployments",
        "Search engines",
        "Web archives",
        "own portal",
        "raw/",
        ".cache/",
    ):
        assert place in told
    assert "referat withdraw '/strandby/teknikudvalget/2024-06-04/#punkt-7'" in told


def test_nothing_is_withdrawn_where_nothing_has_the_address(site: Path) -> None:
    before = dict(public_bytes(site))
    result = CliRunner().invoke(app, ["withdraw", f"{PAGE}#punkt-9", "-C", str(site)])
    assert result.exit_code != ExitCode.FINE
    assert dict(public_bytes(site)) == before


def test_a_heading_is_not_withdrawn_alone_and_its_item_is_named(site: Path) -> None:
    told = CliRunner().invoke(app, ["withdraw", f"{PAGE}#punkt-2-beslutning", "-C", str(site)])
    assert isinstance(told.exception, ProblemError)
    assert f"Name the whole item, {PAGE}#punkt-2, or one of its paragraphs" in (told.exception.problem.advice or "")


def test_a_day_that_is_yet_to_come_is_a_wrong_command(site: Path) -> None:
    told = CliRunner().invoke(app, ["withdraw", f"{PAGE}#punkt-2", "--date", "2999-01-01", "-C", str(site)])
    assert told.exit_code == ExitCode.USAGE
    assert not (site / FILE).exists()


def test_an_entry_that_a_person_wrote_takes_effect_and_content_is_told_to_hold_it_still(site: Path) -> None:
    write(site, FILE, f'[[withdrawal]]\naddress = "{PAGE}#punkt-2"\ndate = 2026-03-02\n')
    report = build(site)
    assert [problem.code for problem in report.problems] == ["withdrawal_in_record"]
    assert [name for name in files_with(site, "plankeværk") if name.startswith("output/")] == []
    code, _ = withdraw(site)
    assert code == ExitCode.FINE
    assert files_with(site, "plankeværk") == []
    assert build(site).problems == ()


def test_an_entry_that_means_nothing_fails_the_build(site: Path) -> None:
    write(site, FILE, '[[withdrawal]]\naddress = "/strandby/byraadet/2024-05-15/#punkt-2"\ndate = 2026-03-02\n')
    (problem,) = build(site).problems
    assert (problem.code, problem.path, problem.line) == ("withdrawal_unmatched", FILE, 1)


DOCUMENT = """REFERAT Byrådet d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 17:00

Punkt 1: Havnens takster

24/1187

Beslutning Byrådet den 14-05-2024

Godkendt.

Punkt 2: Klage over naboens plankeværk

24/1188

Beslutning Byrådet den 14-05-2024

Klageren får medhold i sagen om plankeværket.
"""


def import_all(root: Path, *, replace: bool = False) -> list[str]:
    options = Options(municipality="Strandby", replace=replace)
    return [stored.state for done in run_import(root, find_sources([root / "raw"]), options) for stored in done.stored]


def unchanged(text: str) -> str:
    return text


def renumbered(text: str) -> str:
    return text.replace("Punkt 2:", "Punkt 3:").replace("Punkt 1:", "Punkt 2:")


def redated(text: str) -> str:
    return text.replace("14-05-2024", "15-05-2024").replace("Tirsdag d. 14. maj", "Onsdag d. 15. maj")


@pytest.mark.parametrize("change", [unchanged, renumbered])
@pytest.mark.parametrize("replace", [False, True])
def test_a_new_import_does_not_bring_it_back(tmp_path: Path, change: Callable[[str], str], replace: bool) -> None:
    write(tmp_path, "raw/moede.txt", DOCUMENT)
    import_all(tmp_path)
    withdraw(tmp_path, f"{PAGE}#punkt-2")
    write(tmp_path, "raw/moede.txt", change(DOCUMENT).replace("Godkendt.", "Godkendt enstemmigt."))
    states = import_all(tmp_path, replace=replace)
    report = build(tmp_path)

    assert states == ["updated"]
    assert "Godkendt enstemmigt." in (tmp_path / RECORD).read_text("utf-8")
    assert files_with(tmp_path, "plankeværk") == []
    assert [problem.code for problem in report.problems if problem.code.startswith("withdrawal")] == []


def test_the_same_original_under_another_date_does_not_bring_it_back(tmp_path: Path) -> None:
    original = "source:\n  url: https://dagsordener.strandby.example/moede/7\n---\n\n## 1."
    text = TEXT.replace("---\n\n## 1.", original)
    write(tmp_path, RECORD, text)
    withdraw(tmp_path, f"{PAGE}#punkt-2")
    (tmp_path / RECORD).unlink()
    write(tmp_path, "content/minutes/strandby/byraadet/2024-05-15.md", text.replace("2024-05-14", "2024-05-15"))
    build(tmp_path)

    assert "Havnens takster" in (tmp_path / "output/strandby/byraadet/2024-05-15/index.html").read_text("utf-8")
    assert [name for name in files_with(tmp_path, "plankeværk") if name.startswith("output/")] == []


def test_a_withdrawal_whose_meeting_is_gone_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "raw/moede.txt", DOCUMENT)
    import_all(tmp_path)
    withdraw(tmp_path, f"{PAGE}#punkt-2")
    (tmp_path / RECORD).unlink()
    write(tmp_path, "raw/moede.txt", redated(DOCUMENT))  # another document, as far as anybody can see
    import_all(tmp_path)
    errors = [problem for problem in build(tmp_path).problems if problem.severity is Severity.ERROR]

    assert [(problem.code, problem.path) for problem in errors] == [("withdrawal_unmatched", FILE)]


def test_no_import_remembers_what_was_withdrawn(tmp_path: Path) -> None:
    write(tmp_path, "raw/moede.txt", DOCUMENT.replace("Tirsdag", "Fredag"))
    import_all(tmp_path)
    withdraw(tmp_path, f"{PAGE}#punkt-2")
    import_all(tmp_path)
    for path in (tmp_path / ".cache").rglob("*"):
        assert not path.is_file() or "plankeværk".encode() not in path.read_bytes()
