import pytest

from revtrack.domain.proposals.judging.grading import graded, graded_cell


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("det finns en övergripande styrning", "yes"),
        ("inga väsentliga brister har framkommit", "yes"),
        ("styrningen är i allt väsentligt ändamålsenlig", "yes"),
        ("arbetet i huvudsak är ändamålsenligt", "mostly"),
        ("styrningen inte fullt ut är ändamålsenlig", "partly"),
        ("styrningen inte är helt tillräcklig", "partly"),
        ("arbetet inte har varit fullt ut ändamålsenligt", "partly"),
        ("nämnden till viss del följer upp målen", "partly"),
        ("ansvaret inte i tillräcklig utsträckning är fördelat", "limited"),
        ("uppföljningen är bristande", "limited"),
        ("nämnden inte har beslutat om planer", "no"),
        ("det saknas en plan", "no"),
        ("det inte går att bedöma om arbetssätten räcker", "not_assessable"),
        ("frågan besvaras inte i rapporten", "not_answered"),
        ("uppföljningen behöver utvecklas", "partly"),
        ("det finns utrymme för förbättring", "partly"),
        ("grupperna är för stora", "no"),
        ("mål saknas till stor del", "limited"),
        ("besluten fattas för nämndens räkning", "yes"),
        ("det inte finns något som tyder på att nämnden inte följer upp avtalen", "yes"),
        ("nämnden inte följer upp avvikelser", "no"),
        ("planen finns, men den behöver uppdateras", "partly"),
        ("planen finns men kan utvecklas, dock inte i år", "partly"),
        ("även om vissa brister finns är arbetet i huvudsak ändamålsenligt", "mostly"),
        ("nämnden, trots att det har påtalats, inte har en plan", "no"),
        ("rutinerna är nedskrivna, även om de inte alltid följs", "yes"),
        ("arbetet är långt ifrån ändamålsenligt", "no"),
        ("arbetet med några få undantag är ändamålsenligt", "mostly"),
        ("vi inte kan bedöma underhållet som tillräckligt", "no"),
        ("vi inte kan bedöma om underhållet är tillräckligt", "not_assessable"),
    ],
)
def test_words_that_grade(words: str, grade: str) -> None:
    assert graded(words).grade == grade


@pytest.mark.parametrize(
    ("cell", "grade"),
    [
        ("Ja", "yes"),
        ("Ja, i huvudsak", "mostly"),
        ("Nej.", "no"),
        ("Nej, inte fullt ut", "partly"),
        ("Delvis – rutiner finns men följs inte", "partly"),
        ("Ej uppfyllt", "no"),
        ("Går ej att bedöma", "not_assessable"),
        ("Ej bedömd", "not_assessable"),
        ("Utrymme för förbättring", "partly"),
        ("Ja, men kan utvecklas", "yes"),
        ("Endast undantagsvis", "limited"),
    ],
)
def test_cells_that_grade(cell: str, grade: str) -> None:
    found = graded_cell(cell)
    assert found is not None
    assert found.grade == grade


def test_a_cell_that_does_not_grade() -> None:
    assert graded_cell("Nämnden har antagit en plan") is None
