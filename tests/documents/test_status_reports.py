"""The words of a report on one audit, after what is known: replies, recipients, questions."""

from collections.abc import Mapping

import pytest

from revtrack.domain.case import AuditCase
from tests.documents.test_follow_up_report import report, text_of


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("ALV-2024-1", "Något yttrande har inte kommit in; underlaget består av missivet."),
        ("ALV-2023-1", "Något yttrande har inte begärts; underlaget består av missivet."),
        ("ALV-2022-2", "Underlaget består av nämndens skriftliga svar, intervjuer, dokument och "),
        ("ALV-2023-3", "Underlaget består av styrelsens skriftliga svar, intervjuer, dokument "),
        ("ALV-2024-1", "Rapporten visar vilka rekommendationer som har lämnats och vad som "),
    ],
)
def test_the_material_is_what_there_is_and_whose_it_is(
    alvsunda: Mapping[str, AuditCase], report_template: bytes, reference: str, sentence: str
) -> None:
    assert sentence in text_of(report([alvsunda[reference]], report_template))


def test_what_another_audit_followed_up_tells_of_no_new_recommendations(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2022-2"]], report_template))
    assert "Rubrik 2: 5.1 Kvarstående rekommendationer" in text
    assert "ya rekommendationer" not in text


def test_where_all_stand_alike_is_counted_too(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2024-1"]], report_template))
    assert (
        "Beskrivning: Tabell 4. Läget per mottagare\n"
        "| Mottagare | Rekommendationer | Ingen åtgärd utlovad |\n"
        "| Kommunstyrelsen | 2 | 2 |\n"
        "| Summa | 2 | 2 |\n"
    ) in text
    assert "| Ingen åtgärd utlovad | Mottagaren har inte utlovat någon åtgärd. |" in text
    assert "Diagram 1" not in text


def test_two_judged_alike_are_both(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2023-3"]], report_template))
    assert "Båda bedöms vara genomförda." in text
    assert "Text: Båda rekommendationerna är genomförda." in text
    assert "Bristen är avhjälpt för båda." in text
    assert "| Underlag | Antal | Genomförda |" in text


def test_a_preliminary_study_with_questions_is_not_told_as_an_audit_with_recommendations(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2025-3"]], report_template))
    assert "Rapporten visar läget för en förstudie från 2025 med frågor till " in text
    assert (
        "Beskrivning: Tabell 1. Läget per förstudie\n"
        "| Förstudie | Mottagare | Frågor | Med svar | Utan svar |\n"
    ) in text
    assert "| 4 | 1 | 3 |" in text
    assert "Rubrik 2: 3.1 Förstudien" in text
    assert (
        "| Nr | Fråga | Mottagare | Svar (år, §) | Svaret i korthet | Läge | Kommentar |\n" in text
    )
    assert "åtgärder" not in text


def test_a_letter_of_the_auditors_is_followed_up_as_a_letter(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2023-3"]], report_template))
    assert "Vi har följt upp en skrivelse från 2023 med rekommendationer till " in text
    assert "Rubrik 2: 3.1 Tidigare skrivelse" in text
