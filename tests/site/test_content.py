"""Everything below content/ is read, past the privacy gate, and one broken file never stops another."""

from pathlib import Path

from referat.commands.exitcodes import ExitCode, exit_code
from referat.problems import Severity
from referat.site.content import Content, read_content
from referat.site.reading import parse_page
from referat.site.views.text_page import TextPage

RECORD = """---
municipality: Strandby
body: Byrådet
date: 2024-05-14
---

## 1. Havnebad

### Beslutning

Godkendt.
"""


def content_of(root: Path, files: dict[str, str | bytes], *, drafts: bool = False) -> Content:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_content(root, drafts=drafts)


def test_bytes_that_are_no_text_are_told_with_their_place_and_the_others_are_read(tmp_path: Path) -> None:
    bad = RECORD.encode().replace("å".encode(), "å".encode("latin-1"))
    content = content_of(tmp_path, {"minutes/a.md": bad, "minutes/b.md": RECORD})
    (problem,) = content.problems
    assert (problem.code, problem.where) == ("not_utf8", "content/minutes/a.md:3:10")
    assert [record.path for record in content.records] == ["content/minutes/b.md"]


def test_an_empty_record_and_broken_front_matter_are_told_and_the_others_are_read(tmp_path: Path) -> None:
    broken = RECORD.replace("date: 2024-05-14", "date: i går")
    content = content_of(tmp_path, {"minutes/a.md": "", "minutes/b.md": broken, "minutes/c.md": RECORD})
    assert {problem.path for problem in content.problems} == {"content/minutes/a.md", "content/minutes/b.md"}
    assert {problem.line for problem in content.problems if problem.path == "content/minutes/b.md"} == {4}
    assert [record.path for record in content.records] == ["content/minutes/c.md"]


def test_a_record_may_have_any_line_breaks_and_a_byte_order_mark(tmp_path: Path) -> None:
    content = content_of(tmp_path, {"minutes/a.md": b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode()})
    assert content.problems == ()
    assert content.records[0].minutes.items[0].decisions[0].text == "Godkendt."


def test_hidden_files_and_other_files_are_no_records(tmp_path: Path) -> None:
    content = content_of(tmp_path, {"minutes/.a.md": "", "minutes/.git/b.md": "", "minutes/c.txt": ""})
    assert (content.records, content.problems) == ((), ())


def test_an_item_that_must_not_be_published_is_held_back_and_counted(tmp_path: Path) -> None:
    private = RECORD.replace("Godkendt.", "Godkendt for 010203-4567.")
    content = content_of(tmp_path, {"minutes/a.md": private})
    assert content.held_back == 1
    assert content.records[0].minutes.items[0].held_back
    assert [problem.path for problem in content.privacy] == ["content/minutes/a.md"]
    assert "4567" not in str(content)


def test_a_page_that_must_not_be_published_is_held_back_whole(tmp_path: Path) -> None:
    content = content_of(tmp_path, {"pages/om.md": "---\ntitle: Om\n---\n\nSkriv til 010203-4567.\n"})
    assert (content.pages, content.held_back) == ((), 1)
    assert [problem.where for problem in content.privacy] == ["content/pages/om.md:5"]
    assert "4567" not in str(content)


def test_drafts_are_left_out_until_they_are_asked_for(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"minutes/a.md": RECORD.replace("---\n\n", "status: draft\n---\n\n")}
    content = content_of(tmp_path, files)
    assert (content.records, [problem.code for problem in content.problems]) == ((), ["draft_left_out"])
    assert len(content_of(tmp_path, files, drafts=True).records) == 1


def test_a_page_has_its_title_in_front_and_its_address_from_its_file() -> None:
    page = parse_page("---\ntitle: Om webstedet\n---\n\nHer er **alt**.\n", "content/pages/Om os.md")
    assert page == TextPage(slug="om-os", title="Om webstedet", text="Her er **alt**.", path="content/pages/Om os.md")


def test_a_page_without_front_matter_or_title_is_told() -> None:
    for text in ("Her er alt.", "---\nforfatter: Anna\n---\nHer er alt."):
        problem = parse_page(text, "content/pages/om.md")
        assert not isinstance(problem, TextPage)
        assert (problem.path, problem.line) == ("content/pages/om.md", 1)


def test_a_record_that_was_read_unsurely_is_published_and_told_until_a_person_has_looked_at_it(tmp_path: Path) -> None:
    scored = RECORD.replace("2024-05-14\n", "2024-05-14\nsource:\n  name: a.pdf\n  score: 0.45\n", 1)
    content = content_of(tmp_path, {"minutes/a.md": scored, "minutes/b.md": scored.replace("0.45", "0.5")})
    assert [(problem.code, problem.severity, problem.path) for problem in content.problems] == [
        ("score_low", Severity.WARNING, "content/minutes/a.md")
    ]
    assert len(content.records) == 2
    assert exit_code(content.problems) is ExitCode.FINE
    assert exit_code(content.problems, strict=True) is ExitCode.PROBLEMS
