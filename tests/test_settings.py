from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat.problems import Severity
from referat.settings import FetchSettings, PrivacySettings, Settings, load_settings, read_settings
from referat.settings.site import SiteTexts


def test_a_site_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == (Settings(), ())


def test_every_setting_is_read(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(
        'theme = "mit"\n[site]\nname = "Strandby"\ntagline = "Åbne møder"\nbase_url = "https://a.example/b"\n'
        'notice = "Prøve"\ncontact = "post@strandby.example"\nabout = "Om os"\n',
        encoding="utf-8",
    )

    settings, problems = load_settings(tmp_path)

    assert problems == ()
    assert settings == Settings(
        name="Strandby",
        tagline="Åbne møder",
        base_url="https://a.example/b/",
        notice="Prøve",
        contact="post@strandby.example",
        about="Om os",
        theme="mit",
    )


def test_the_tables_for_fetching_and_privacy_are_read() -> None:
    settings, problems = read_settings(
        '[fetch]\ncontact = "post@referat.example"\n[fetch.hosts]\n"Nørre Aa" = "moeder.noerreaa.example"\n'
        '[privacy]\npublic_domains = ["strandby.example", ""]\n'
    )

    assert problems == ()
    assert settings.fetch == FetchSettings(
        contact="mailto:post@referat.example", hosts={"Nørre Aa": "moeder.noerreaa.example"}
    )
    assert settings.privacy == PrivacySettings(public_domains=("strandby.example",))


def test_an_empty_setting_keeps_its_default() -> None:
    assert read_settings('[site]\nname = " "\n') == (Settings(), ())


def test_an_unknown_setting_is_a_warning_that_names_the_nearest() -> None:
    settings, (problem,) = read_settings('[site]\nname = "Strandby"\ntaglin = "x"\n')

    assert settings.name == "Strandby"
    assert (problem.code, problem.severity, problem.line, problem.column) == ("setting_unknown", Severity.WARNING, 3, 1)
    assert problem.advice == "Did you mean tagline?"


def test_a_setting_outside_its_table_is_told_where_it_belongs() -> None:
    _, (problem,) = read_settings('name = "Strandby"\n')

    assert (problem.line, problem.advice) == (1, "Put name below the line [site].")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[site]\n\nname = 3\n", 3),
        ('[site]\nbase_url = "strandby.example"\n', 2),
        ('[site]\nfeed_authority = "https://strandby.example/"\n', 2),
        ('[site]\nbase_url = "https://a.example/?x"\n', 2),
        ('[site]\nbase_url = "https://[a/"\n', 2),
        ('theme = "../../x"\n', 1),
        ("site = 1\n", 1),
        ('[fetch]\nhosts = "x"\n', 2),
        ('[fetch]\ncontact = "Strandby Indsigt"\n', 2),
        ("[fetch]\n\n[fetch.hosts]\nStrandby = 3\n", 3),
        ('[privacy]\npublic_phones = "12345678"\n', 2),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_keeps_the_default(text: str, line: int) -> None:
    settings, (problem,) = read_settings(text)

    assert settings == Settings()
    assert (problem.code, problem.path, problem.line) == ("setting_invalid", "site.toml", line)
    assert problem.source_line == text.split("\n")[line - 1]


def test_broken_toml_is_told_with_line_and_column() -> None:
    settings, (problem,) = read_settings('[site]\nname = "Strandby\n')

    assert settings == Settings()
    assert (problem.code, problem.line, problem.column) == ("settings_syntax", 2, 17)
    assert problem.source_line == 'name = "Strandby'


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_bytes(b"name = '\xff'")

    settings, (problem,) = load_settings(tmp_path)

    assert (settings, problem.code) == (Settings(), "settings_unreadable")
    assert problem.message == "the settings cannot be read: they are not in UTF-8"


@given(st.text() | st.text("[]=\"'site.name \n#{}", max_size=40))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    settings, _ = read_settings(text)

    assert isinstance(settings, Settings)


def test_a_site_may_speak_several_languages_and_say_in_each_what_it_is() -> None:
    settings, problems = read_settings(
        '[site]\nlanguages = ["da", "en", "da"]\n[site.translations.en]\ntagline = "What was decided"\nabout = ""\n'
    )

    assert problems == ()
    assert settings.languages == ("da", "en")
    assert settings.translations == {"en": SiteTexts(tagline="What was decided")}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('[site]\nlanguages = "da"\n', "languages is no list", 2),
        ('[site]\nlanguages = ["dansk"]\n', "languages is no list of languages", 2),
        ('[site]\n[site.translations.en]\nslogan = "x"\n', "translations has the unknown key slogan", 2),
        ('[site]\ntranslations = "en"\n', "translations is no table of languages", 2),
    ],
)
def test_languages_that_cannot_be_are_told(text: str, message: str, line: int) -> None:
    settings, (problem,) = read_settings(text)

    assert settings == Settings()
    assert (problem.code, problem.message, problem.line) == ("setting_invalid", message, line)
