import pytest

from revtrack.domain.proposals.committees.bodies import bodies_of
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.overall import overall_in
from revtrack.domain.proposals.text.outline import outline_of
from tests.domain.proposals.written import written

PURPOSE = "Syftet är att bedöma om nämnden har en ändamålsenlig styrning av bostadsanpassningen.\n"
SAID: dict[str, str | None] = {
    "Vår samlade bedömning är att nämnden i huvudsak har en god styrning.": "mostly",
    "Sammantaget bedömer vi att styrningen inte fullt ut är ändamålsenlig.": "partly",
    "Sammanfattningsvis bedömer vi att nämnden har en ändamålsenlig styrning.": "yes",
    "Vårt samlade omdöme är att nämnden till viss del har en fungerande styrning.": "partly",
    "Utifrån granskningens syfte bedömer vi att styrningen är bristande.": "limited",
    "# Slutsats\nStyrningen är enligt vår mening bristfällig.": "no",
    "# Bedömning\nVår bedömning är att nämnden inte har säkerställt en god styrning.": "no",
    "Revisorerna delar de sakkunnigas bedömning att arbetet delvis är ändamålsenligt.": "partly",
    "Slutsatsen är att nämnden inte i tillräcklig utsträckning styr arbetet.": "limited",
    "Nämnden har antagit en plan. Vi har talat med åtta personer.": None,
    "Vi bedömer att rutinen är känd.\n\nVi bedömer att personalen är utbildad.": None,
    "Granskningen visar att nämnden delvis har en tillräcklig styrning.": "partly",
    "Granskningen visar att två av fem enheter saknar plan.": None,
    "Granskningen visar att nämnden har en fungerande växel.": None,
    "Den visar att nämnden delvis har säkerställt en god styrning.": "partly",
    "Av rapporten framgår att styrningen i huvudsak är ändamålsenlig.": "mostly",
    "Rapporten visar samtidigt att nämnden inte helt bedriver ett effektivt arbete.": "partly",
    "Efter genomförd granskning är vår bedömning att styrningen inte är tillräcklig.": "no",
    "Revisorerna instämmer i bedömningen att så inte sker i tillräcklig omfattning.": "limited",
    "Vår bedömning är att styrningen i huvudsak är god.\nVi anser att det är bra.": "mostly",
    "Kostnaderna har sammantaget ökat i båda bolagen.": None,
    "Det övergripande målet är att bedöma om nämnden styr arbetet.": None,
    "Vilken är vår samlade bedömning?": None,
    "Det samlade intrycket är att styrningen i huvudsak är god.": "mostly",
    "Rapportens slutsats, som vi delar, är att nämnden inte har en god styrning.": "no",
    "Resultatet är att nämnden delvis säkerställer en god styrning.": "partly",
    "Nämndens styrning av bostadsanpassningen bedöms i huvudsak vara ändamålsenlig.": "mostly",
    "Bussarna bedöms fungera väl i vardagen.": None,
    "# Vår bedömning\nNämnden har i stort en ändamålsenlig styrning av anpassningen.": "mostly",
    "Vi anser att nämnden bör införa en rutin.": None,
    "Vi konstaterar att styrningen av bostadsanpassningen inte är ändamålsenlig.": "no",
    "Svaret på frågan är att nämnden till viss del har en ändamålsenlig styrning.": "partly",
    "Vi konstaterar att bussarna inte går i tid.": None,
    "Det samlade resultatet är att nämnden inte säkerställer en god styrning.": "no",
    "Den samlade bedömningen var då att styrningen inte var god.": None,
    "# Bedömning och rekommendationer\nVi bedömer att styrningen i huvudsak är god.": "mostly",
    "# Helhetsbedömning\nNämnden har delvis en ändamålsenlig styrning av anpassningen.": "partly",
    "Vi bedömer sammanfattningsvis att nämndens styrning behöver utvecklas.": "partly",
    "Svaret på den övergripande frågan är att nämnden delvis har en styrning.": "partly",
    "Svaret är nej. Nämnden har inte satt något mål.": "no",
    "Tre handläggare har intervjuats.\nSvaret är nej.": None,
}


@pytest.mark.parametrize("text", SAID)
def test_the_overall_assessment_in_the_ways_that_papers_give_it(text: str) -> None:
    paper = written(PURPOSE + text)
    found = overall_in(outline_of(paper), Addressees(bodies_of(paper), ()))
    assert (found.grade if found else None) == SAID[text]


def test_a_study_before_an_audit_judges_nothing() -> None:
    paper = written("Förstudie av kommunens vägar\nVi anser att det finns skäl att granska dem.")
    assert overall_in(outline_of(paper), Addressees(bodies_of(paper), ())) is None


OF_EACH = {
    "socialnämnden i begränsad utsträckning och barnnämnden i allt väsentligt har vidtagit "
    "åtgärder.": "Socialnämnden limited | Barnnämnden mostly",
    "socialnämnden i allt väsentligt har vidtagit åtgärder medan barnnämnden inte har gjort det.": (
        "Socialnämnden mostly | Barnnämnden no"
    ),
    "arbetet i allt väsentligt är ändamålsenligt i socialnämnden men endast delvis i "
    "barnnämnden.": "Socialnämnden mostly | Barnnämnden partly",
    "socialnämnden i huvudsak har ett gott arbete. Barnnämnden har däremot inte ett gott arbete.": (
        "Socialnämnden mostly | Barnnämnden no"
    ),
    "såväl socialnämnden som barnnämnden delvis har ett fungerande arbete, men att "
    "kommunstyrelsens styrning är bristande.": (
        "Socialnämnden+Barnnämnden partly | Kommunstyrelsen limited"
    ),
    "socialnämnden har ett gott arbete, barnnämnden har det delvis och kommunstyrelsen saknar "
    "det.": "Socialnämnden yes | Barnnämnden partly | Kommunstyrelsen no",
    "socialnämndens arbete är ändamålsenligt medan barnnämndens arbete inte är det.": (
        "Socialnämnden yes | Barnnämnden no"
    ),
    "barnnämnden till stor del, och socialnämnden till viss del, har ett tillräckligt arbete.": (
        "Barnnämnden mostly | Socialnämnden partly"
    ),
    "kommunstyrelsen i allt väsentligt har god uppsikt över socialnämnden och barnnämnden.": (
        "mostly"
    ),
    "socialnämnden och barnnämnden i huvudsak har ett ändamålsenligt arbete.": "mostly",
    "nämnderna i huvudsak har ett gott arbete, men att barnnämnden kan utveckla det.": "mostly",
    "kommunstyrelsen delvis styr, men att samverkan med socialnämnden inte fungerar.": "partly",
}


@pytest.mark.parametrize("said", OF_EACH)
def test_committees_that_are_not_judged_alike_each_have_their_own_grade(said: str) -> None:
    paper = written(
        "Vi har granskat kommunstyrelsen, socialnämnden och barnnämnden.\n"
        f"# Samlad bedömning\nVi bedömer sammantaget att {said}"
    )
    found = overall_in(outline_of(paper), Addressees(bodies_of(paper), ()))
    assert found is not None
    apart = [f"{'+'.join(each.committees)} {each.grade}" for each in found.apart]
    assert (" | ".join(apart) or found.grade) == OF_EACH[said]
    assert (found.grade is None) == bool(apart)


OF_SOME: dict[str, str | None] = {
    "Vi bedömer att socialnämnden inte har åtgärdat bristerna.": "Socialnämnden no",
    "Vår samlade bedömning är att socialnämndens arbete är bristfälligt.": "Socialnämnden no",
    "Vi bedömer att barnnämnden i huvudsak har åtgärdat bristerna.": "Barnnämnden mostly",
    "Vi bedömer att socialnämnden och barnnämnden delvis har åtgärdat bristerna.": "partly",
    "Vi bedömer att samverkan med socialnämnden fungerar i huvudsak.": "mostly",
    "Vi bedömer att bristerna delvis har åtgärdats.": "partly",
}


@pytest.mark.parametrize("said", OF_SOME)
def test_what_is_found_of_one_is_of_it_alone_where_each_has_a_chapter(said: str) -> None:
    paper = written(
        "# Socialnämnden\nRutinen saknas i en enhet.\n# Barnnämnden\nRutinen är känd.\n"
        f"# Samlad bedömning\n{said}"
    )
    found = overall_in(outline_of(paper), Addressees(bodies_of(paper), ()))
    assert found is not None
    apart = [f"{'+'.join(each.committees)} {each.grade}" for each in found.apart]
    assert (" | ".join(apart) or found.grade) == OF_SOME[said]
