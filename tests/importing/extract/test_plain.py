"""Text is taken as it is, and bytes that are no text are refused with a reason."""

import pytest

from referat.importing.extract.plain import extract
from referat.problems import ProblemError


def refusal(data: bytes) -> str:
    with pytest.raises(ProblemError) as caught:
        extract(data, "raw/moede.txt")
    assert caught.value.problem.path == "raw/moede.txt"
    assert caught.value.problem.advice
    return caught.value.problem.code


def test_utf8_is_taken_as_it_is_with_or_without_a_mark() -> None:
    for data in ("Mødet på Å".encode(), "Mødet på Å".encode("utf-8-sig")):
        document, problems = extract(data, "raw/moede.txt")
        assert document.text == "Mødet på Å"
        assert document.name == "moede.txt"
        assert problems == ()


def test_line_breaks_of_every_system_become_one_kind() -> None:
    assert extract(b"a\r\nb\rc\n", "x.txt")[0].text == "a\nb\nc\n"


def test_windows_text_is_read_where_it_gives_danish_words_and_that_is_told() -> None:
    document, problems = extract("Referat fra mødet: Økonomiudvalget vedtog på åbent møde".encode("cp1252"), "x.txt")
    assert "Økonomiudvalget" in document.text
    assert [problem.code for problem in problems] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf \r\n\t", "file_empty"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n\x00\x01\x02\x03", "file_unreadable"),
        ("Здравствуйте".encode("cp1251"), "file_unreadable"),
        (b"caf\xe9 cr\xe8me br\xfbl\xe9e", "file_unreadable"),
        (b"abc\x00def\x00ghi", "file_unreadable"),
    ],
)
def test_what_is_no_danish_text_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_the_hash_is_that_of_the_bytes() -> None:
    assert extract(b"abc", "x.txt")[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
