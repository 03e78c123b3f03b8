"""Whole replies that answer in a decision, in one sentence, or beside what they quote."""

import pytest

from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

REPLIES = {
    "orders of a decision": (
        """Norrviks kommun
Kommunstyrelsen
Protokollsutdrag 2025-11-04

§ 201 Yttrande över granskning av krisberedskap
Dnr KS 2025/310

Beslut
Kommunstyrelsen beslutar
att ge kommundirektören i uppdrag att senast i mars 2026 uppdatera risk- och sårbarhetsanalysen,
att ge räddningschefen i uppdrag att planera en övning med elavbrott hösten 2026,
att ge kommunikationschefen i uppdrag att ta fram en plan för kriskommunikation, samt
att översända protokollsutdraget till revisorerna som svar på granskningen.

Bakgrund
Revisorerna rekommenderar kommunstyrelsen att
- aktualisera risk- och sårbarhetsanalysen
- öva regelbundet
- upprätta en kriskommunikationsplan
""",
        ["agrees planned", "agrees planned", "agrees planned"],
    ),
    "orders and a refusal in running text": (
        """Nedre Dalens kommun
Kommunstyrelsen
Protokollsutdrag 2025-12-02
§ 233
Svar på revisorernas granskning av näringslivsarbetet
KS 2025/400

Kommunstyrelsen beslutar
att uppdra åt näringslivschefen att till mars 2026 ta fram ett förslag till näringslivsstrategi,
att uppdra åt bygg- och miljöchefen att införa servicegarantier för bygglov,
att i budget 2027 beakta behovet av resurser för etableringsfrågor,
att avslå rekommendationen om ett gemensamt näringslivsbolag, samt
att i övrigt överlämna kontorets skrivelse till revisorerna.

Ärendet
Revisorerna rekommenderar kommunstyrelsen att
1. anta en näringslivsstrategi
2. införa servicegarantier
3. avsätta resurser för etableringar
4. bilda ett näringslivsbolag med grannkommunerna
""",
        ["agrees planned", "agrees planned", "agrees planned", "disagrees nothing"],
    ),
    "measures listed in one sentence": (
        """Tallbo kommun
Kommunstyrelsen
2025-03-03

Svar på granskning av bisysslor

Revisorerna rekommenderar kommunstyrelsen att
• fastställa en riktlinje för bisysslor
• informera chefer om vad som gäller
• årligen stämma av bisysslor mot leverantörsregistret

Kommunstyrelsen instämmer i vad revisorerna kommit fram till. Personalchefen ska under våren
ta fram en riktlinje, utbilda cheferna och lägga in en årlig avstämning i
internkontrollplanen.
""",
        ["agrees planned", "agrees planned", "agrees planned"],
    ),
    "quotes of what ought to be": (
        """Dalby kommun
Kommunstyrelsen
2025-08-28

Svar på revisionens granskning av ekonomistyrning

Revisionen skriver att kommunstyrelsen bör "stärka uppsikten över nämndernas prognoser".
Kommunstyrelsen delar den uppfattningen. Från och med delårsrapporten 2026 ska varje nämnd
med underskott kallas till budgetberedningen.

Revisionen skriver vidare att kommunstyrelsen bör "överväga en central controllerfunktion".
Kommunstyrelsen tar detta till sig.
""",
        ["agrees planned", "noted nothing"],
    ),
}


@pytest.mark.parametrize("name", REPLIES)
def test_each_recommendation_has_its_answer(name: str) -> None:
    text, expected = REPLIES[name]
    (response,) = propose(paper_of(read_paper(text.encode()))).responses
    read = [
        f"{each.position or 'nothing'} {each.progress or 'nothing'}" for each in response.answers
    ]
    assert read == expected
