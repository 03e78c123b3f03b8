"""Questions that no word for them announces, and what is no question of the audit's."""

import pytest

from revtrack.domain.proposals.one_paper import read_report
from tests.domain.proposals.written import written

BOTH = ["Finns en aktuell plan?", "Följs planen upp?"]
WAYS = (
    "Vi har undersökt:\n- Finns en aktuell plan?\n- Följs planen upp?",
    "# Resultat\nFinns en aktuell plan?\nJa, sedan i våras.\nFöljs planen upp?\nDelvis.",
    "# Svar\nFråga 1: Finns en aktuell plan?\nSvar: Ja.\nFråga 2: Följs planen upp?\nSvar: Nej.",
    "# Svar\nF1. Finns en aktuell plan?\nBedömning: Ja.\nF2. Följs planen upp?\nBedömning: Nej.",
    "| Fråga | Svar |\n| 1 a) Finns en aktuell plan? | Ja |\n| 1 b) Följs planen upp? | Nej |",
)
WHETHER = (
    "I granskningen besvaras\n- om en aktuell plan finns\n- om planen följs upp",
    "Frågorna är dels om en aktuell plan finns, dels om planen följs upp.",
)
OF_OTHERS = (
    "En enkät skickades till cheferna. Där ställdes frågorna:\n- Finns en plan?\n- Följs den upp?",
    "Inför nästa granskning:\n- Finns en plan?\n- Följs den upp?",
    "# Intervjuer\nFinns en plan?\nJa, säger cheferna.\nFöljs den upp?\nNej, säger de.",
    "# Vad bör göras?\nNämnden bör anta en plan.\n# Hur har vi gått till väga?\nVi har läst.",
)


@pytest.mark.parametrize("said", WAYS)
def test_questions_by_their_shape_and_answers(said: str) -> None:
    found = read_report(written(f"# Granskning av underhåll\n{said}"))
    assert [each.text for each in found.questions] == BOTH


@pytest.mark.parametrize("said", WHETHER)
def test_what_is_asked_by_whether(said: str) -> None:
    found = read_report(written(f"# Granskning av underhåll\n{said}"))
    assert [each.text for each in found.questions] == [
        "om en aktuell plan finns",
        "om planen följs upp",
    ]


@pytest.mark.parametrize("said", OF_OTHERS)
def test_what_others_are_asked_or_a_chapter_tells_is_no_question(said: str) -> None:
    assert not read_report(written(f"# Granskning av underhåll\n{said}")).questions


OVERALL = (
    "| Revisionsfråga | Bedömning |\n| Finns en plan? | Ja |\n| Samlad bedömning | Delvis |",
    "# Samlad bedömning\nVi gör bedömningen 2 – Delvis.",
    "# Revisorernas svar på huvudfrågan\nDelvis. Styrningen brister.",
    "# Helhetsbedömning\nDelvis tillfredsställande",
    "Styrningen är inte helt god. Det är vår samlade bedömning.",
    "Revisorerna ville veta om nämnden styr arbetet. Svaret är: delvis.",
)


@pytest.mark.parametrize("said", OVERALL)
def test_a_step_that_is_only_said_of_the_whole(said: str) -> None:
    found = read_report(written(f"# Granskning av underhåll\n{said}")).overall
    assert found is not None
    assert found.grade == "partly"
