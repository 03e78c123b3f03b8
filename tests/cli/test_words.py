"""No English in what the commands say to somebody who has Swedish."""

from collections.abc import Iterator, Sequence
from importlib import import_module

import click
import pytest

from revtrack.cli import COMMANDS, GROUPS
from revtrack.storage.store import Store
from revtrack.wording import _, use_language
from tests.cli.conftest import Command
from tests.cli.english import english_in

MISTYPED: Sequence[Sequence[str]] = (
    ["krångel"],
    ["duee"],
    ["--krångel"],
    ["--today"],
    ["--today", "igår", "due"],
    ["--completion", "tcsh"],
    ["document"],
    ["document", "missiv"],
    ["document", "cover-letter"],
    ["document", "cover-letter", "ESK-2022-1", "två", "till"],
    ["document", "cover-letter", "ESK-2022-1", "--pdf=ja"],
    ["document", "cover-letter", "ESK-2022-1", "--committee", "ÖN"],
    ["document", "annual-summary", "--year", "abc"],
    ["document", "annual-summary", "--year", "12"],
    ["document", "annual-summary", "Eskilstuna", "--year", "1999"],
    ["document", "meeting-brief", "Ingenstans"],
    ["document", "risk-input", "--since", "2026-01-01"],
    ["report", "--year", "abc"],
    ["follow-up"],
    ["follow-up", "start", "--of", "X", "--year", "i år"],
    ["follow-up", "verdict", "X"],
    ["due", "--within", "tio"],
    ["due", "--by", "year"],
    ["due", "-z"],
    ["hand-over", "ESK-2022-1"],
    ["hand-over", "ESK-2022-1", "--on", "2022-12-01", "--due-for", "KS"],
    ["import"],
    ["import", "finns-inte.json"],
    ["import", "-", "--on-conflict", "kanske"],
    ["export", "x.pdf"],
    ["municipality", "X"],
    ["municipality", "--reply-day", "x"],
    ["publish"],
    ["publish", "finns-inte.docx", "--confirm", "skäl"],
    ["issue", "finns-inte.docx"],
    ["documents", "X"],
    ["template", "copy", "X"],
    ["meetings", "add", "KS", "snart"],
    ["confirm", "ESK-2022-1", "x:1"],
    ["calendar", "x.txt"],
)


def _help(language: str) -> Iterator[tuple[str, str]]:
    """Yield all that the help of every command says, each with where it stands."""
    use_language(language)
    yield from ((name, _(summary)) for name, summary in GROUPS.items())
    for name, entry in COMMANDS.items():
        module, function = entry.place.split(":")
        command = getattr(import_module(f"revtrack.cli.{module}"), function)()
        yield name, command.help
        for each in command.params:
            if isinstance(each, click.Argument | click.Option) and each.help:
                yield f"{name} {each.name}", each.help


def test_the_help_of_every_command_is_in_swedish() -> None:
    english, swedish = list(_help("en")), list(_help("sv"))
    assert [place for place, _text in english] == [place for place, _text in swedish]
    assert not {*english} & {*swedish}
    assert {place: found for place, text in swedish if (found := english_in(text))} == {}
    assert all(english_in(text) for place, text in english if " " not in place)


@pytest.mark.parametrize("words", MISTYPED, ids=" ".join)
def test_what_is_mistyped_is_told_in_swedish(
    revtrack: Command, eskilstuna_store: Store, words: Sequence[str]
) -> None:
    said = revtrack("--database", eskilstuna_store.path, *words)
    assert said.status in {2, 3}
    assert said.err.strip()
    assert english_in(said.err) == []
    anew = revtrack("--language", "en", "--database", eskilstuna_store.path, *words)
    assert anew.err != said.err


def test_an_empty_register_is_told_of_in_a_whole_sentence(
    revtrack: Command, empty_store: Store
) -> None:
    said = revtrack("--database", empty_store.path, "document", "meeting-brief", "Ingenstans")
    assert (said.status, said.err) == (2, "Ännu är ingen kommun registrerad.\n")


def test_a_role_that_is_not_known_is_refused_with_what_each_code_means(
    revtrack: Command, empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVTRACK_ROLE", "registrator")
    assert revtrack("--database", empty_store.path, "due").err == (
        "Det finns ingen roll registrator; välj en av expert (Sakkunnigt biträde), "
        "elected_auditor (Förtroendevald revisor), clerk (Nämndsekreterare eller registrator).\n"
    )
