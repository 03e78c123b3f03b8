"""Questions that each stand alone on a line, with the answer on the next."""

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

REPORT = """Gransjö kommun
Granskning av inköp
Revisionsrapport
Vi har granskat om kommunstyrelsen och socialnämnden köper in rätt. Vår bedömning följer nedan.
Revisionsfrågor
Finns rutiner för inköp under tröskelvärdet?

Delvis, rutiner finns men de är gamla.

Följs avtalen upp i tillräcklig utsträckning?

Nej, vi bedömer att rutiner för inköp under tröskelvärdet inte följs upp.

Har nämnderna kompetens för inköp?

Kommunstyrelsen: Ja. Socialnämnden: Nej, ingen har utbildats.

Rekommendationer
Vi rekommenderar kommunstyrelsen att:
- uppdatera rutinerna
- följa upp avtalen"""


def test_each_answer_is_of_the_question_right_above_it() -> None:
    proposal = propose(written(REPORT))
    assert [
        (each.text, [(one.committees, one.grade and one.grade.value) for one in each.assessments])
        for each in proposal.questions
    ] == [
        ("Finns rutiner för inköp under tröskelvärdet?", [((), "partly")]),
        ("Följs avtalen upp i tillräcklig utsträckning?", [((), "no")]),
        (
            "Har nämnderna kompetens för inköp?",
            [(("Kommunstyrelsen",), "yes"), (("Socialnämnden",), "no")],
        ),
    ]
