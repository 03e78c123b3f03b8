"""What an audit finds of a question, in whatever words, wherever its answer stands.

A slim grid: forms of answering × wordings, over audits of several matters. Each paper answers its
three questions by three wordings, and judges the whole by a fourth.
"""

from itertools import product

import pytest

from revtrack.domain.proposals.one_paper import read_report
from tests.domain.proposals.written import written

Question = tuple[str, str, str, str, str]
"""What is asked, its short name, of what there is one, and what is so: subject and adjective."""
AUDITS: tuple[tuple[str, str, tuple[Question, ...]], ...] = (
    (
        "dricksvattenförsörjningen",
        "tekniska nämnden",
        (
            (
                *("Finns en beslutad plan för ledningsnätet?", "Plan"),
                *("en beslutad plan för ledningsnätet", "planen för ledningsnätet", "aktuell"),
            ),
            (
                *("Är beredskapen vid avbrott god?", "Beredskap"),
                *("en god beredskap vid avbrott", "beredskapen vid avbrott", "god"),
            ),
            (
                *("Är rapporteringen av vattenprover tillförlitlig?", "Rapportering"),
                *(
                    "en tillförlitlig rapportering av vattenprover",
                    "rapporteringen av vattenprover",
                    "tillförlitlig",
                ),
            ),
        ),
    ),
    (
        "skolskjutsarna",
        "barn- och utbildningsnämnden",
        (
            (
                *("Finns en riktlinje för skolskjuts?", "Riktlinje"),
                *("en riktlinje för skolskjuts", "riktlinjen för skolskjuts", "känd"),
            ),
            (
                *("Är handläggningen av ansökningar rättssäker?", "Handläggning"),
                *(
                    "en rättssäker handläggning av ansökningar",
                    "handläggningen av ansökningar",
                    "rättssäker",
                ),
            ),
            (
                *("Är uppföljningen av entreprenören tillräcklig?", "Uppföljning"),
                *(
                    "en tillräcklig uppföljning av entreprenören",
                    "uppföljningen av entreprenören",
                    "tillräcklig",
                ),
            ),
        ),
    ),
)
WORDS = (
    ("yes", "Vi bedömer att det finns {there}."),
    ("yes", "Vi har inte funnit några brister i {subject}."),
    ("yes", "Det har inte framkommit något som tyder på att {subject} inte är {so}."),
    ("yes", "Granskningen har inte visat annat än att {subject} är {so}."),
    ("mostly", "Vår slutsats är att {subject} i stora drag är {so}."),
    ("mostly", "Vi anser att {subject} är {so} i de allra flesta fall."),
    ("partly", "Vi konstaterar att {subject} finns men behöver ses över."),
    ("partly", "Även om det finns {there} är {subject} inte fullt ut {so}."),
    ("partly", "Det finns {there}, dock används den bara av vissa enheter."),
    ("partly", "Vi ser ett behov av att utveckla {subject}."),
    ("limited", "Vi bedömer att {subject} är {so} bara i undantagsfall."),
    ("limited", "Vi bedömer att nämnden inte har {there} i tillräcklig omfattning."),
    ("no", "Vi bedömer att {subject}, trots att frågan har påtalats tidigare, inte är {so}."),
    ("no", "Enligt vår bedömning har nämnden inte sett till att det finns {there}."),
    ("no", "Vi delar inte förvaltningens uppfattning att {subject} är {so}."),
    ("no", "{Subject} är allt annat än {so}."),
)
STEPS = (
    ("yes", "Uppfyllt."),
    ("no", "Ej uppfyllt."),
    ("limited", "I liten utsträckning."),
    ("partly", "Mindre tillfredsställande."),
)
OVERALL = (
    ("mostly", "Vår samlade bedömning är att arbetet i stora drag är ändamålsenligt."),
    ("no", "Sammantaget bedömer vi att arbetet långt ifrån är ändamålsenligt."),
    ("partly", "Vi bedömer sammanfattningsvis att arbetet finns på plats men inte i alla delar."),
)
HEARD = "Flera intervjuade menar att det saknas tid och att ansvaret är otydligt."
PLACES = ("chapters", "labels", "numbers", "items", "paragraphs", "prose", "below", "table")


def _found(place: str, asked: tuple[Question, ...], said: list[str]) -> list[str]:
    """Return the lines that tell what was found."""
    if place in {"chapters", "labels"}:
        before = ["### Vår bedömning"] if place == "chapters" else []
        label = "" if before else "Bedömning: "
        parts = (
            [f"## 2.{number} {each[1]}", HEARD, *before, f"{label}{words}"]
            for number, (each, words) in enumerate(zip(asked, said, strict=True), start=1)
        )
        return ["# 2 Resultat", *(line for part in parts for line in part)]
    lines = {
        "numbers": [f"Fråga {number}: {each}" for number, each in enumerate(said, start=1)],
        "items": [f"{number}. {each}" for number, each in enumerate(said, start=1)],
        "paragraphs": said,
        "prose": [" ".join(said)],
        "below": [
            line for each, words in zip(asked, said, strict=True) for line in (each[0], words)
        ],
        "table": [
            "| Revisionsfråga | Svar |",
            *(f"| {each[0]} | {words} |" for each, words in zip(asked, said, strict=True)),
        ],
    }[place]
    return ["# 2 Iakttagelser", HEARD, "# 3 Besvarande av revisionsfrågor", *lines]


def _paper(place: str, audit: int, said: list[str], overall: str) -> str:
    title, whom, asked = AUDITS[audit]
    return "\n".join(
        [
            f"# Granskning av {title}",
            "Flisby kommun",
            "Revisionsrapport 2023-05-04",
            "# 1 Inledning",
            f"Vi har granskat {whom}. En granskning 2015 visade väsentliga brister.",
            "Syftet är att bedöma om arbetet är ändamålsenligt. Revisionsfrågorna är:",
            *(f"- {each[0]}" for each in asked),
            *_found(place, asked, said),
            "# 4 Samlad bedömning",
            overall,
            "# 5 Rekommendationer",
            f"Vi rekommenderar {whom} att:",
            "- se över arbetssätten",
        ]
    )


def _said(words: str, question: Question) -> str:
    _, _, there, subject, so = question
    return words.format(
        there=there, subject=subject, Subject=subject[0].upper() + subject[1:], so=so
    )


@pytest.mark.parametrize(("place", "audit"), list(product(PLACES, range(len(AUDITS)))))
def test_the_grade_of_each_question(place: str, audit: int) -> None:
    asked = AUDITS[audit][2]
    for turn in range(audit, len(WORDS), 2):
        told = [WORDS[(turn + 5 * number) % len(WORDS)] for number in range(len(asked))]
        whole, overall = OVERALL[turn % len(OVERALL)]
        said = [_said(words, each) for (_, words), each in zip(told, asked, strict=True)]
        paper = read_report(written(_paper(place, audit, said, overall)))
        found = [[one.grade for one in each.assessments] for each in paper.questions]
        assert found == [[grade] for grade, _ in told], said
        assert paper.overall is not None
        assert paper.overall.grade == whole


@pytest.mark.parametrize("place", ["labels", "numbers", "items", "below", "table"])
def test_the_step_of_each_question(place: str) -> None:
    for turn in range(len(STEPS)):
        told = [STEPS[(turn + number) % len(STEPS)] for number in range(len(AUDITS[0][2]))]
        said = [words for _, words in told]
        paper = read_report(written(_paper(place, 0, said, OVERALL[0][1])))
        found = [[one.grade for one in each.assessments] for each in paper.questions]
        assert found == [[grade] for grade, _ in told], said
