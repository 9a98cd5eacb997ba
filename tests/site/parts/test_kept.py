"""What is kept is read as it was written, or not at all."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from referat.site.kept import Kept
from referat.site.words import Said, Versions, phrase


class Note(Struct, frozen=True):
    texts: tuple[str, ...]
    said: Said = ""


class Other(Struct, frozen=True):
    number: int


NOTES = Kept(Note)
SAID = st.one_of(
    st.text(),
    st.builds(lambda day, name: phrase("a.b", day=day, name=name, inner=phrase("c.d", n=1)), st.dates(), st.text()),
    st.builds(lambda text: Versions((("da", text),)), st.text()),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text()), said=SAID)
def test_a_value_is_read_as_it_was_kept(tmp_path: Path, texts: list[str], said: Said) -> None:
    value = Note(tuple(texts), said)
    NOTES.write(tmp_path / "note", value)
    assert NOTES.read(tmp_path / "note") == value


def test_equal_values_have_equal_digests_and_a_value_can_be_asked_for_by_its_digest(tmp_path: Path) -> None:
    first, second = NOTES.write(tmp_path / "a", Note(("x",))), NOTES.write(tmp_path / "b", Note(("x",)))
    other = NOTES.write(tmp_path / "c", Note(("y",)))
    assert first == second != other
    assert NOTES.read(tmp_path / "a", second) == Note(("x",))
    assert NOTES.read(tmp_path / "a", other) is None


def test_what_is_cut_off_changed_or_of_another_kind_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "note"
    assert NOTES.read(file) is None
    NOTES.write(file, Note(("x", "y")))
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert NOTES.read(file) is None
        file.write_bytes(whole[:length] + bytes([whole[length] ^ 1]) + whole[length + 1 :])
        assert NOTES.read(file) is None
    Kept(Other).write(file, Other(1))
    assert NOTES.read(file) is None
