"""A municipality, an audit, a letter, a reply, its judgement and the follow-up, by lines alone."""

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade, Outcome, Position, Progress, Review, VerdictStep
from revtrack.domain.follow_up import addressee_lines, reply_lines
from revtrack.services.find import find_audit, read_case
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.plain.conftest import Talk

MUNICIPALITY = [
    *("kommuner", "ny kommun", "Nyköpings kommun", "Nyköping", "revisionen@nykoping.se"),
    *("Kommunstyrelsen KS", "Barn- och utbildningsnämnden BUN", "."),
    *("", "", "", "", "ja", "tillbaka"),
]
AUDIT = ["ny granskning", "", "Granskning av skolskjuts", "KS, BUN", "", "", "ja"]
QUESTIONS = ["nya rev", "1. Är styrningen ändamålsenlig?", "2. Följs avtalen upp?", ".", "ja"]
RECOMMENDATIONS = [
    *("nya rek", "Säkerställ att avtalen följs upp årligen.", ".", "KS, BUN", "3.2", "1, 2", "ja"),
    *("nya rek", "Ta fram en rutin.", ".", "BUN", "", "", "ja"),
]
ASSESSMENTS = [
    *("frågor", "1", "bedöm", "alla", "delvis", "i allt väsentligt", "", ""),
    *("barn", "5", "", "3.1", "", "tillbaka", "tillbaka", "tillbaka"),
]
LETTER = ["överlämna", "1/2", "", "", "ja"]
REPLY = [
    *("svar", "barn", "registrera svar", "12/2", "12", "14/2", "BUN 2026/3", "ja"),
    *("instämmer", "planerad", "Nämnden följer upp avtalen.", "Varje år.", "."),
    *("4", "", "", "ja"),
]
JUDGEMENT = ["bedöm svaret som t", "", "", "31", "ja", "tillbaka", "tillbaka"]
BEGUN = ["påbörja", "", "", "ja", "tillbaka"]
FOLLOW_UP = [
    *("uppföljning", "sök nämnd:BUN", "1"),
    *("uppföljningsbed", "delvis", "intervju", "Samtal med chefen", "", "", "", ""),
    *("ja", "avsluta", "ej genom", "Ingen rutin finns.", "", "", "ja"),
    *(
        "återöppna",
        "Nya uppgifter.",
        "ja",
        "avsluta",
        "ej genom",
        "Rutinen kom inte.",
        "",
        "",
        "ja",
    ),
]


def _case(store: Store) -> AuditCase:
    return read_case(store, find_audit(store, "NYK-2026-1").id)


def test_the_whole_job_is_done_by_lines(empty_store: Store, talk: Talk) -> None:
    before = MUNICIPALITY + AUDIT + QUESTIONS + RECOMMENDATIONS + ASSESSMENTS
    said = talk(empty_store, *before, *LETTER, *REPLY, *JUDGEMENT, *BEGUN, *FOLLOW_UP, "sluta")
    assert said.endswith("RevTrack är stängt.\n")
    case = _case(empty_store)
    _the_register_holds_what_was_answered(case)
    _reply_is_judged_and_the_recommendation_followed_up(case)
    _positions_are_asked_one_recommendation_at_a_time(said)
    _each_row_is_a_sentence_and_states_are_words(said)
    assert "\nÅteröppnad: Nya uppgifter.\n" in said


def _the_register_holds_what_was_answered(case: AuditCase) -> None:
    assert [each.text for each in case.questions] == [
        "Är styrningen ändamålsenlig?",
        "Följs avtalen upp?",
    ]
    assert {
        (each.abbreviation, assessment.grade, assessment.phrase, assessment.section)
        for assessment in case.assessments
        for each in case.committees_assessed_by(assessment.id)
    } == {
        ("KS", Grade.PARTLY, "i allt väsentligt", None),
        ("BUN", Grade.NO, "i allt väsentligt", "3.1"),
    }
    lines = {(line.number, line.committee.abbreviation): line for line in addressee_lines(case)}
    answered = lines["R1", "BUN"]
    assert (answered.position, answered.progress) == (Position.AGREES, Progress.PLANNED)
    assert answered.answer
    assert answered.answer.quote == "Nämnden följer upp avtalen.\nVarje år."
    assert lines["R2", "BUN"].position is Position.DISAGREES
    assert lines["R1", "KS"].position is None


def _reply_is_judged_and_the_recommendation_followed_up(case: AuditCase) -> None:
    replies = {line.committee.abbreviation: line for line in reply_lines(case, TODAY)}
    decision = replies["BUN"].decision
    assert decision
    assert (decision.paragraph, decision.diary_number) == ("12", "BUN 2026/3")
    assert (decision.review, decision.review_paragraph) == (Review.SUFFICIENT, "31")
    assert not replies["KS"].has_come
    line = next(each for each in addressee_lines(case) if each.number == "R1" and each.answer)
    assert line.verdict
    assert line.verdict.verdict is VerdictStep.PARTLY
    assert line.addressee.outcome is Outcome.NOT_IMPLEMENTED
    assert line.addressee.closing_reason == "Rutinen kom inte."


def _positions_are_asked_one_recommendation_at_a_time(said: str) -> None:
    positions = (
        "1 Ej genomgånget, 2 Instämmer, 3 Instämmer delvis, 4 Instämmer inte, 5 Anser "
        "rekommendationen redan tillgodosedd, 6 Noterar utan ställningstagande, 7 Oklart, "
        "8 Besvaras inte"
    )
    assert (
        "R1, Säkerställ att avtalen följs upp årligen.\n"
        f"Ställningstagande: {positions} – Enter tar Ej genomgånget: instämmer\n" in said
    )
    assert (
        f"R2, Ta fram en rutin.\nStällningstagande: {positions} – Enter tar Instämmer: 4\n" in said
    )


def _each_row_is_a_sentence_and_states_are_words(said: str) -> None:
    assert (
        "2 Barn- och utbildningsnämnden, tillräckligt, svar senast 4 maj 2026, i tid, inkom 14 "
        "februari 2026, § 12, dnr BUN 2026/3.\n" in said
    )
    assert (
        "2 R1 till barn- och utbildningsnämnden, Säkerställ att avtalen följs upp årligen, läge: "
        "åtgärd utlovad, ställningstagande: instämmer, nämnden uppger: planerad.\n" in said
    )
    assert "2 rader passar ”nämnd:BUN”.\n1 R1 till barn- och" in said
