"""Choices are written to settings.toml, and all else in it stays as it is."""

import os
from pathlib import Path

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.choices import OwnSettings, choose, choose_key, see_choices
from revtrack.settings import read_settings

FILE = """\
# Mina val
user = "Kim"   # som i historiken

[keys]   # egna tangenter
"overview.letter" = "m"  # som i Outlook
"""


@pytest.fixture
def own(tmp_path: Path) -> OwnSettings:
    file = tmp_path / "settings.toml"
    file.write_text(FILE, encoding="utf-8")
    return OwnSettings(file, {})


def test_comments_and_order_stay(own: OwnSettings) -> None:
    choose(own, "user", 'Åsa "Ö" Ek')
    choose(own, "theme", "light")
    choose_key(own, "overview.audit", "å")
    assert own.file.read_text(encoding="utf-8") == (
        "# Mina val\n"
        'user = "Åsa \\"Ö\\" Ek"   # som i historiken\n'
        'theme = "light"\n'
        "\n"
        "[keys]   # egna tangenter\n"
        '"overview.letter" = "m"  # som i Outlook\n'
        '"overview.audit" = "å"\n'
    )
    settings = read_settings({}, own.file)
    assert (settings.user, settings.theme) == ('Åsa "Ö" Ek', "light")
    assert settings.keys == {"overview.letter": "m", "overview.audit": "å"}


def test_a_choice_is_taken_away(own: OwnSettings) -> None:
    choose(own, "user", None)
    choose(own, "firm", None)
    choose_key(own, "overview.letter", None)
    settings = read_settings({}, own.file)
    assert settings.user is None
    assert settings.keys == {}
    assert "# Mina val" in own.file.read_text(encoding="utf-8")


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    own = OwnSettings(tmp_path / "ny" / "settings.toml", {})
    choose_key(own, "overview.letter", "m")
    choose(own, "documents", "~/Handlingar")
    assert read_settings({}, own.file).documents == Path("~/Handlingar").expanduser()
    assert read_settings({}, own.file).keys == {"overview.letter": "m"}


def test_what_outdoes_the_file_is_told(own: OwnSettings) -> None:
    choices, keys = see_choices(OwnSettings(own.file, {"REVTRACK_USER": "Annan"}))
    user = next(each for each in choices if each.name == "user")
    assert (user.stated, user.variable) == ("Kim", "REVTRACK_USER")
    assert keys == {"overview.letter": "m"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_rights_and_links_stay(own: OwnSettings, tmp_path: Path) -> None:
    own.file.chmod(0o600)
    link = tmp_path / "länk.toml"
    link.symlink_to(own.file)
    choose(OwnSettings(link, {}), "firm", "Egen byrå")
    assert link.is_symlink()
    assert own.file.stat().st_mode & 0o777 == 0o600
    assert read_settings({}, own.file).firm == "Egen byrå"


@pytest.mark.parametrize("content", ['user = "', "user = 3\n", 'okänd = "x"\n', "keys = 3\n"])
def test_a_file_that_is_not_understood_is_left_alone(own: OwnSettings, content: str) -> None:
    own.file.write_text(content, encoding="utf-8")
    with pytest.raises(RevTrackError):
        choose(own, "firm", "Egen byrå")
    assert own.file.read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    "content", ["", "\ufeff# bom\n", 'user = "Kim"\r\n\r\n[keys]\r\n"a.b" = "m"\r\n', "# slut"]
)
def test_odd_files_are_changed_without_loss(own: OwnSettings, content: str) -> None:
    own.file.write_bytes(content.encode())
    try:
        choose(own, "firm", "Egen byrå")
    except RevTrackError:
        assert own.file.read_bytes() == content.encode()
    else:
        assert read_settings({}, own.file).firm == "Egen byrå"
