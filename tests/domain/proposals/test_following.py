"""What a follow-up finds of each recommendation; ``following.txt`` holds the papers."""

import pytest

from revtrack.domain.codes import PaperKind, VerdictStep
from revtrack.domain.proposals.following.verdict_words import bare_verdict, told_verdict
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import cases_in, written

CASES = cases_in("following.txt")
HEAD = """# Uppföljande granskning av hot och våld
Ekby kommun
Revisorerna
2026-03-10
# Bakgrund
År 2024 granskade revisorerna socialnämndens arbete. Denna rapport följer upp granskningen.
"""
SURE = 0.8


def _read(text: str) -> Proposal:
    return propose(written(HEAD + text))


@pytest.mark.parametrize("case", CASES)
def test_what_a_follow_up_finds_of_each_recommendation(case: str) -> None:
    (expected,), text = CASES[case]
    made = _read(text)
    assert made.kind is PaperKind.FOLLOW_UP_REPORT
    found = [each.verdict.verdict.value if each.verdict else "-" for each in made.recommendations]
    assert " ".join(found) == expected


def test_a_verdict_keeps_its_words_and_its_place() -> None:
    _expected, text = CASES["a label below each"]
    verdict = _read(text).recommendations[1].verdict
    assert verdict is not None
    assert (verdict.phrase, verdict.confidence > SURE) == ("Ej åtgärdad", True)
    assert verdict.place.quote.startswith("Bedömning: Ej åtgärdad")


@pytest.mark.parametrize(
    "said",
    [
        "Rekommendation 1: Se över larmen\nStatus: Pågår",
        "Rekommendation 1: Se över larmen\nBedömning: I begränsad utsträckning genomförd",
        "Rekommendation 1: Se över larmen\nVår bedömning: Nämnden har vidtagit åtgärder.",
        "Rekommendation 1: Se över larmen\nStatus: Genomförd\nBedömning: Ej genomförd",
        (
            "Rekommendation 1: Se över larmen\nStatus: Genomförd\n# Slutsats\n"
            "Rekommendation 1 är inte genomförd."
        ),
    ],
)
def test_a_verdict_that_may_be_another_is_unsure(said: str) -> None:
    verdict = _read(f"# Socialnämnden\n{said}").recommendations[0].verdict
    assert verdict is not None
    assert verdict.confidence < SURE


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("Genomförd", "full"),
        ("Helt genomförd.", "full"),
        ("I allt väsentligt beaktad", "mostly"),
        ("Till övervägande del åtgärdad", "mostly"),
        ("Till viss del tillgodosedd", "partly"),
        ("Inte fullt ut genomförd", "partly"),
        ("Ännu inte genomförd", "not"),
        ("Kvarstår", "not"),
        ("Kvarstår i sin helhet", "not"),
        ("Ej längre aktuell", "no_longer_relevant"),
        ("Går inte att bedöma", "not_assessable"),
        ("Kan ej bedömas", "not_assessable"),
        ("Personlarm infördes", None),
        ("Genomförd av en extern konsult", None),
    ],
)
def test_words_that_are_nothing_but_a_verdict(words: str, step: str | None) -> None:
    found = bare_verdict(words)
    assert (found.step if found else None) == (VerdictStep(step) if step else None)


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("Rekommendationen har inte beaktats.", "not"),
        ("Vi bedömer att rekommendationen är i huvudsak genomförd.", "mostly"),
        ("Nämnden har delvis hörsammat rekommendationen.", "partly"),
        ("Rekommendationen bedöms som åtgärdad, men arbetet bör fortsätta.", "full"),
        ("Rekommendationen är inte längre aktuell.", "no_longer_relevant"),
        ("Enligt vår mening är rekommendationen genomförd.", "full"),
        ("Enligt förvaltningen är rekommendationen genomförd.", None),
        ("Rekommendationen ska vara genomförd 2027.", None),
        ("Två av tre rekommendationer är genomförda.", None),
        ("Utbildningen är genomförd.", None),
    ],
)
def test_sentences_that_pass_a_verdict(sentence: str, step: str | None) -> None:
    found = told_verdict(sentence)
    assert (found.step if found else None) == (VerdictStep(step) if step else None)


@pytest.mark.parametrize("number", ["Nr {}", "{}", "{}.", "({})", "R{}", "Punkt {}", "Rek. {}"])
def test_recommendations_stand_below_lines_that_only_count_them(number: str) -> None:
    made = _read(
        "Vi lämnade två rekommendationer till socialnämnden.\n"
        f"{number.format(1)}\nUpprätta skriftliga regler för vem som larmar\n"
        "Regler antogs i januari 2025.\nBedömning: Rekommendationen har följts.\n"
        f"{number.format(2)}\nUtbilda personalen i bemötande\n"
        "Någon utbildning har inte hållits.\nBedömning: Rekommendationen har inte följts.\n"
    )
    assert [each.text for each in made.recommendations] == [
        "Upprätta skriftliga regler för vem som larmar",
        "Utbilda personalen i bemötande",
    ]


def test_numbers_that_do_not_count_from_one_head_nothing() -> None:
    figures = "31\nBoka tider i hallarna\n12\nFakturera tider\n"
    assert _read(f"Vi lämnade rekommendationer.\n{figures}").recommendations == ()


def test_a_table_may_judge_each_committee_in_a_row_of_its_own() -> None:
    made = _read(
        "| Rekommendation | Nämnd | Bedömning |\n"
        "| Utse en ansvarig för varje avtal | Socialnämnden | Genomförd |\n"
        "| Utse en ansvarig för varje avtal | Byggnadsnämnden | Ej genomförd |\n"
        "| Redovisa utfallet varje år | Socialnämnden, Byggnadsnämnden | Delvis genomförd |"
    )
    apart, together = made.recommendations
    assert [(*each.committees, each.verdict) for each in apart.verdicts_apart] == [
        ("Socialnämnden", VerdictStep.FULL),
        ("Byggnadsnämnden", VerdictStep.NOT),
    ]
    assert apart.verdict is not None
    assert apart.verdict.confidence < SURE
    assert (together.verdicts_apart, together.verdict and together.verdict.verdict) == (
        (),
        VerdictStep.PARTLY,
    )
