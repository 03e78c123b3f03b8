"""Whose each step of an answer is: the step before those it is of, or behind them."""

import pytest

from revtrack.domain.proposals.committees.bodies import bodies_of
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.whose_steps import steps_by_committee
from tests.domain.proposals.written import written

BODIES = bodies_of(
    written("Vi granskar tekniska nämnden (TN), barn- och utbildningsnämnden (BUN).")
)
ADDRESSEES = Addressees(BODIES, BODIES.found)
YES_NO = "yes TN, no BUN"
SAID = {
    "TN ja, BUN nej": YES_NO,
    "TN (ja), BUN (nej)": YES_NO,
    "TN=Ja, BUN=Nej": YES_NO,
    "TN: Ja / BUN: Nej": YES_NO,
    "TN ja. BUN nej.": YES_NO,
    "Ja: TN. Nej: BUN": YES_NO,
    "Ja (TN)\nNej (BUN)": YES_NO,
    "Ja, TN. Nej, BUN.": YES_NO,
    "Ja för TN men inte för BUN. Barn- och utbildningsnämnden saknar plan.": YES_NO,
    "Ja, för tekniska nämnden. Nej, för barn- och utbildningsnämnden, vars plan är gammal.": YES_NO,
    "Inte för BUN. Ja för TN.": "no BUN, yes TN",
    "Ja utom för BUN": YES_NO,
    "Ja. Gäller dock ej BUN": YES_NO,
    "Delvis. Dock inte i barn- och utbildningsnämnden.": "partly TN, no BUN",
    "Tekniska nämnden: Uppfyllt\nBarn- och utbildningsnämnden: Ej uppfyllt": YES_NO,
    "Tekniska nämnden: Planen är ny. Barn- och utbildningsnämnden: Planen saknas.": YES_NO,
    "För TN är svaret ja, för BUN nej.": YES_NO,
    "Ja när det gäller TN, nej när det gäller BUN.": YES_NO,
    "Ja för tekniska nämnden, delvis för övriga nämnder": "yes TN, partly BUN",
    "Ja inom TN men endast delvis inom BUN": "yes TN, partly BUN",
    "Tekniska nämnden ja, BUN i begränsad utsträckning": "yes TN, limited BUN",
    "Ja i samtliga nämnder utom BUN": YES_NO,
    "Båda nämnderna: delvis": "partly TN BUN",
    "Delvis för båda nämnderna.": "partly TN BUN",
    "Svar: Ja för TN. Nej för övriga nämnder.": YES_NO,
    "Svar: TN: I huvudsak. Övriga: Nej.": "mostly TN, no BUN",
    "Ja i TN. Delvis i övriga.": "yes TN, partly BUN",
    "Ja, utom för BUN där det delvis görs.": "yes TN, partly BUN",
    "Ja i samtliga nämnder utom BUN, som i huvudsak följer dem": "yes TN, mostly BUN",
    "Ja, utom i BUN som ska bildas nästa år.": YES_NO,
}
SAID_OF_THE_WHOLE = (
    "Ja, i tekniska nämnden finns en plan.",
    "Delvis. Rutiner finns i tekniska nämnden.",
    "Nej. Tekniska nämnden och barn- och utbildningsnämnden saknar plan.",
    "Ja. Tekniska nämndens plan är ny.",
    "Ja, både tekniska nämnden och barn- och utbildningsnämnden har en plan.",
    "Delvis. BUN saknar rutin medan TN har en.",
)


def _found(said: str) -> str:
    return ", ".join(
        " ".join([str(step.grade), *(each.abbreviation or "" for each in whom)])
        for step, whom in steps_by_committee(said, ADDRESSEES)
    )


@pytest.mark.parametrize(("said", "expected"), SAID.items(), ids=SAID)
def test_each_step_is_of_those_beside_it(said: str, expected: str) -> None:
    assert _found(said) == expected


@pytest.mark.parametrize("said", SAID_OF_THE_WHOLE)
def test_prose_that_only_mentions_somebody_gives_no_step_of_theirs(said: str) -> None:
    assert _found(said) == ""
