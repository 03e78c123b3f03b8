"""What is answered in a form is kept as it is answered, and offered again."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from revtrack.domain.follow_up import addressee_lines
from revtrack.forms.desk import Desk
from revtrack.plain.start import hold_dialogue
from revtrack.services.drafts import DraftBox
from revtrack.services.find import find_audit, read_case
from revtrack.services.watch import list_audits
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.plain.conftest import Answer, Answers

Draft = Callable[..., str]
AT = datetime(2026, 2, 16, 14, 5, tzinfo=UTC)
NO_MORE = "Det du har svarat är kvar som ett utkast i det här formuläret.\n"


@pytest.fixture
def drafting(tmp_path: Path) -> Draft:
    """Answer the program with these lines, drafts being kept, and return all that is said."""

    def answered(store: Store, *answers: Answer) -> str:
        said = io.StringIO()
        box = DraftBox(tmp_path / "utkast", str(store.path), "Test", lambda: AT)
        hold_dialogue(Desk(store, TODAY, tmp_path / "dokument", drafts=box), Answers(answers), said)
        return said.getvalue()

    return answered


def _interrupt() -> None:
    raise KeyboardInterrupt


def test_input_that_ends_leaves_a_draft_that_is_gone_on_with(
    empty_store: Store, drafting: Draft
) -> None:
    said = drafting(empty_store, "nytt missiv", "Nyköpings kommun", "Granskning av skolskjuts")
    assert said.endswith(f"{NO_MORE}RevTrack är stängt.\n")
    with pytest.raises(KeyboardInterrupt):
        drafting(empty_store, "nytt missiv", "", "", "", "KS, BUN", _interrupt)
    later = drafting(empty_store, "nytt missiv", "tillbaka", "nytt missiv", "", "", "", "")
    assert (
        "Utkast från 14.05: det skrevs här och sparades aldrig.\nKommun: Nyköpings kommun\n"
        "Titel: Granskning av skolskjuts\nMottagare: KS, BUN\n"
        "Utkastet: 1 Fortsätt med utkastet, 2 Kasta utkastet – Enter tar Fortsätt med utkastet: "
        in later
    )
    done = drafting(empty_store, "nytt missiv", "", "", "", "", "1/2", "", "ja", "nytt missiv")
    assert "NYK-2026-1 är registrerad." in done
    assert done.count("Utkast från") == 1
    assert [each.title for each in list_audits(empty_store, TODAY)] == ["Granskning av skolskjuts"]


def test_a_draft_is_thrown_away_when_it_is_wanted_or_the_form_is_left(
    empty_store: Store, drafting: Draft
) -> None:
    drafting(empty_store, "nytt missiv", "Nyköpings kommun")
    thrown = drafting(empty_store, "nytt missiv", "2", "Nyköpings kommun", "avbryt")
    assert "Utkast från" in thrown
    assert "Utkast från" not in drafting(empty_store, "nytt missiv")


def test_answers_to_recommendations_are_kept_too(awaiting_store: Store, drafting: Draft) -> None:
    reply = ("granskningar", "1", "svar och", "1", "registrera svar")
    fields = ("14/3 2023", "40", "15/3 2023", "")
    said = drafting(awaiting_store, *reply, *fields, "ja", "instämmer", "planerad", "")
    assert NO_MORE in said
    kept = drafting(awaiting_store, *reply, "", *([""] * len(fields)), "", "ja")
    assert "är registrerat." in kept
    case = read_case(awaiting_store, find_audit(awaiting_store, "ESK-2022-1").id)
    positions = [line.position for line in addressee_lines(case) if line.answer]
    assert [each.value for each in positions if each] == ["agrees"]
