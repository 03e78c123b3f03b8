"""The matrix of assessments: one key for each step, saved as one wish."""

from datetime import date
from pathlib import Path

import pytest

from revtrack.domain.codes import Grade
from revtrack.domain.entries import NamedAuditEntry
from revtrack.services.find import read_case
from revtrack.services.registering.assessing import see_matrix, set_assessments
from revtrack.services.registering.new_audit import register_named_audit
from revtrack.services.registering.register import add_questions
from revtrack.storage.store import Store
from revtrack.tui import drafting
from tests.tui.conftest import Opened
from tests.tui.test_drafts import LATER, drafts, kept, sitting

TODAY = date(2023, 3, 21)
HOSTILE = "\x1b[31mRöd\u202e [red]text[/] 👩‍👩‍👧 " + "å" * 10_000


@pytest.fixture
def new_audit(empty_store: Store) -> Store:
    entry = NamedAuditEntry(
        municipality="Provinge kommun",
        title="Skolmat",
        audit_year=2023,
        committees="KS, GSN, KFN, SN, VON, ÖFN",
    )
    audit = register_named_audit(empty_store, entry)
    add_questions(empty_store, audit.id, ["Finns rutiner?", "Följs de?", "Redovisas det?"])
    return empty_store


def grades(store: Store) -> list[tuple[str, str, str | None, list[str | None]]]:
    case = read_case(store, 1)
    return [
        (
            each.grade.value,
            each.phrase,
            each.section,
            [one.abbreviation for one in case.committees_assessed_by(each.id)],
        )
        for each in case.assessments
    ]


async def test_a_key_for_each_question_assesses_all_committees(
    new_audit: Store, sit_down: Opened
) -> None:
    async with sit_down(new_audit, TODAY) as user:
        await user.press("enter", "1", "B")
        await user.press("3", "1", "4", "k", "right", "right", "5", "up", "enter")
        assert "╭─ Bedömningens ordalydelse – Grundskolenämnden" in user.screen
        await user.press("escape")
        assert "18 av 18 bedömda · 18 är inte sparade *" in user.words
        assert grades(new_audit) == []
        await user.press("ctrl+s")
        assert user.notices[-1] == "18 bedömningar är sparade."
        assert "[1 Frågor" in user.screen
        others = ["KS", "KFN", "SN", "VON", "ÖFN"]
        everybody = ["KS", "GSN", "KFN", "SN", "VON", "ÖFN"]
        assert grades(new_audit) == [
            ("partly", "delvis", None, everybody),
            ("yes", "ja", None, others),
            ("no", "nej", None, ["GSN"]),
            ("limited", "i begränsad utsträckning", None, everybody),
        ]
        await user.press("ctrl+z", "enter")
        assert grades(new_audit) == []


async def test_the_report_s_words_are_written_and_given_to_all(
    new_audit: Store, sit_down: Opened
) -> None:
    async with sit_down(new_audit, TODAY) as user:
        await user.press("enter", "1", "B", "l", "enter")
        assert "Ange först bedömningen med en siffra" in user.notices[-1]
        await user.press("3", "k", "enter")
        assert "╭─ Bedömningens ordalydelse – Kommunstyrelsen" in user.screen
        await user.rush("'inte fullt ut", "enter", "'3.2.4", "ctrl+s")
        assert "◐ Delvis – ”inte fullt ut” · avsnitt 3.2.4" in user.words
        await user.press("a", "backspace", "ctrl+s")
        everybody_else = ["GSN", "KFN", "SN", "VON", "ÖFN"]
        assert grades(new_audit) == [("partly", "inte fullt ut", "3.2.4", everybody_else)]


async def test_what_is_filled_in_is_offered_again_after_a_crash(
    new_audit: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "EVERY", 0.02)
    async with sitting(new_audit, tmp_path) as user:
        await user.press("enter", "1", "B", "3")
        await kept(tmp_path)
    assert grades(new_audit) == []
    async with sitting(new_audit, tmp_path, LATER) as user:
        await user.press("enter", "1", "B")
        assert "Utkast från 21 mars 2023 klockan 14.32" in user.words
        await user.press("enter")
        assert "6 är inte sparade *" in user.words
        await user.press("ctrl+s")
        assert drafts(tmp_path) == []
    assert [each[0] for each in grades(new_audit)] == ["partly"]


async def test_leaving_asks_only_where_something_is_not_saved(
    new_audit: Store, sit_down: Opened
) -> None:
    async with sit_down(new_audit, TODAY) as user:
        await user.press("enter", "1", "B", "escape")
        assert "[1 Frågor" in user.screen
        await user.press("B", "2", "ctrl+z")
        assert "0 av 18 bedömda" in user.words
        await user.press("2", "q")
        assert "Kasta det som är skrivet?" in user.screen
        await user.press("enter")
        assert "6 är inte sparade *" in user.words
        await user.press("escape", "j")
        assert "[1 Frågor" in user.screen
    assert grades(new_audit) == []


async def test_what_somebody_else_changed_meanwhile_keeps_what_is_filled_in(
    new_audit: Store, sit_down: Opened
) -> None:
    async with sit_down(new_audit, TODAY) as user:
        await user.press("enter", "1", "B", "3")
        theirs = see_matrix(new_audit, 1)
        set_assessments(new_audit, 1, theirs.graded([theirs.places_of(1)[0]], Grade.NO).entries())
        await user.press("ctrl+s")
        assert "Läs om registret med F5" in user.notices[-1]
        await user.press("f5", "ctrl+s")
        assert user.notices[-1] == "6 bedömningar är sparade."
    assert [each[0] for each in grades(new_audit)] == ["partly"]


async def test_it_fits_the_screen_and_keeps_the_number(new_audit: Store, sit_down: Opened) -> None:
    async with sit_down(new_audit, TODAY, (80, 24)) as user:
        await user.press("enter", "1", "B", *["right"] * 6, "3")
        for width, height in (80, 24), (120, 40), (200, 60):
            await user.resize((width, height))
            shown = user.screen.splitlines()
            assert max(map(len, shown)) <= width
            assert any(line.strip().startswith("1 Finns") for line in shown)
            assert "Ctrl+S Spara" in user.screen
            assert "Överförmyndarnämnden" in user.words
            assert ("◐ Delvis*" in user.screen) is (width > 120)


async def test_an_audit_of_no_committee_has_one_column(
    empty_store: Store, sit_down: Opened
) -> None:
    entry = NamedAuditEntry(municipality="Provinge kommun", title="Skolmat", audit_year=2023)
    register_named_audit(empty_store, entry)
    async with sit_down(empty_store, TODAY) as user:
        await user.press("enter", "1", "B")
        assert user.notices[-1] == "Lägg först in revisionsfrågorna, med f."
        add_questions(empty_store, 1, ["Finns rutiner?"])
        await user.press("f5", "B", "1", "ctrl+s")
        assert "● Ja" in user.screen
    assert grades(empty_store) == [("yes", "ja", None, [])]


async def test_people_s_text_is_text_in_the_matrix(empty_store: Store, sit_down: Opened) -> None:
    entry = NamedAuditEntry(
        municipality="Provinge kommun", title="X", audit_year=2023, committees="KS"
    )
    register_named_audit(empty_store, entry)
    add_questions(empty_store, 1, [HOSTILE])
    async with sit_down(empty_store, TODAY, (80, 24)) as user:
        await user.press("enter", "1", "B", "3", "enter")
        await user.rush("'[/] [bold]x", "ctrl+s", "ctrl+s")
        assert "\x1b" not in user.screen
    assert grades(empty_store)[0][1] == "[/] [bold]x"
