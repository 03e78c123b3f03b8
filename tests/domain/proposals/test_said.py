"""What committees say of recommendations, in many ways: position and progress of each sentence."""

import pytest

from revtrack.domain.proposals.stances import stance_in

SAID: dict[str, tuple[str | None, str | None]] = {
    # has done
    "Nämnden instämmer. Delegationsordningen reviderades i mars 2023.": ("agrees", "done"),
    "Nämnden håller med. En controller är anställd sedan den 1 maj.": ("agrees", "done"),
    "Styrelsen delar slutsatsen. Nya riktlinjer har numera antagits.": ("agrees", "done"),
    "Nämnden ansluter sig till revisorernas bedömning. Åtgärden är vidtagen.": ("agrees", "done"),
    "Rekommendationen är befogad. Mallen har bytts ut och chefer har informerats.": (
        "agrees",
        "done",
    ),
    "Nämnden har inget att invända. Avtalet sades upp och en ny upphandling är genomförd.": (
        "agrees",
        "done",
    ),
    "Förvaltningen har lagt in kontrollmomentet i internkontrollplanen.": ("already_met", "done"),
    # already met
    "Nämnden bedömer att rekommendationen redan är tillgodosedd.": ("already_met", "done"),
    "Nämnden arbetar redan på detta sätt.": ("already_met", "done"),
    "En sådan rutin finns sedan 2018.": ("already_met", "done"),
    "Uppföljning sker redan i dag varje månad.": ("already_met", "done"),
    "Nuvarande arbetssätt uppfyller rekommendationen.": ("already_met", "done"),
    "Nämnden ser inget behov av ytterligare åtgärder, eftersom rutiner redan finns på plats.": (
        "already_met",
        "done",
    ),
    "Kravet är sedan tidigare uppfyllt.": ("already_met", "done"),
    "Nämnden menar att det som efterfrågas redan görs inom ramen för internkontrollen.": (
        "already_met",
        "done",
    ),
    # is doing
    "Nämnden instämmer. Arbetet är igång och fortsätter under året.": ("agrees", "under_way"),
    "Styrelsen välkomnar rekommendationen. En översyn har inletts.": ("agrees", "under_way"),
    "Nämnden delar bilden. Förvaltningen är i färd med att ta fram en rutin.": (
        "agrees",
        "under_way",
    ),
    "Nämnden håller med. Ett förslag är under framtagande.": ("agrees", "under_way"),
    "Nämnden instämmer. Just nu ses rutinerna över.": ("agrees", "under_way"),
    "Nämnden instämmer. Ett utkast har tagits fram och ska antas i mars.": ("agrees", "under_way"),
    "Nämnden instämmer. En arbetsgrupp har tillsatts för att ta fram en plan.": (
        "agrees",
        "under_way",
    ),
    "Nämnden instämmer. Rutinen är delvis införd.": ("agrees", "under_way"),
    "Nämnden ställer sig bakom rekommendationen. En upphandling pågår för närvarande.": (
        "agrees",
        "under_way",
    ),
    # will do
    "Nämnden instämmer i revisorernas bedömning och avser att ta fram en plan.": (
        "agrees",
        "planned",
    ),
    "Nämnden har för avsikt att se över sina rutiner.": ("agrees", "planned"),
    "Styrelsen delar bilden. Förvaltningen har fått i uppdrag att återkomma.": (
        "agrees",
        "planned",
    ),
    "Nämnden är enig med revisorerna. Utbildning för samtliga chefer genomförs hösten 2024.": (
        "agrees",
        "planned",
    ),
    "Nämnden ser positivt på förslaget. Målet är att en plan finns på plats till sommaren.": (
        "agrees",
        "planned",
    ),
    "Synpunkten är riktig. Åtgärden är inplanerad till kvartal 3.": ("agrees", "planned"),
    "En ny rutin beräknas vara införd vid årsskiftet.": ("agrees", "planned"),
    "Nämnden tar till sig rekommendationen och kommer att komplettera planen.": (
        "agrees",
        "planned",
    ),
    "Nämnden noterar synpunkten. Mallen ska kompletteras under våren.": ("agrees", "planned"),
    "Nämnden accepterar rekommendationen. Frågan har lagts in i verksamhetsplanen för 2025.": (
        "agrees",
        "planned",
    ),
    "Rekommendationen kommer att följas.": ("agrees", "planned"),
    "Nämnden ger förvaltningschefen i uppdrag att upprätta en handlingsplan.": (
        "agrees",
        "planned",
    ),
    "Nämnden håller med. Arbetet påbörjas i september.": ("agrees", "planned"),
    # not started
    "Nämnden instämmer men arbetet har ännu inte kommit igång.": ("agrees", "not_started"),
    "Nämnden instämmer. Någon översyn har inte inletts.": ("agrees", "not_started"),
    # partly
    "Nämnden instämmer till viss del. Mindre avtal undantas.": ("agrees_partly", None),
    "Nämnden delar i princip bedömningen men anser att kravet är för långtgående.": (
        "agrees_partly",
        None,
    ),
    "Nämnden har förståelse för rekommendationen men menar att den inte kan gälla alla enheter.": (
        "agrees_partly",
        None,
    ),
    "Nämnden är positiv under förutsättning att medel tillskjuts.": ("agrees_partly", None),
    "Nämnden instämmer med undantag för de minsta enheterna.": ("agrees_partly", None),
    # declines
    "Nämnden kan inte ställa sig bakom rekommendationen.": ("disagrees", None),
    "Nämnden delar dock inte revisorernas slutsats.": ("disagrees", None),
    "Nämnden är av en annan mening än revisorerna.": ("disagrees", None),
    "Nämnden ser inte något behov av en särskild policy.": ("disagrees", None),
    "Nämnden bedömer att en egen riktlinje inte är nödvändig.": ("disagrees", None),
    "Nämnden finner inte skäl att ändra taxan.": ("disagrees", None),
    "Nämnden instämmer inte. Någon åtgärd kommer inte att vidtas.": ("disagrees", "will_not"),
    "Nämnden avser inte att införa någon ny rutin.": ("disagrees", "will_not"),
    "Styrelsen avstår från att införa en sådan kontroll.": ("disagrees", "will_not"),
    "Nämnden vidtar därför inga åtgärder.": ("disagrees", "will_not"),
    # noted
    "Nämnden noterar rekommendationen.": ("noted", None),
    "Nämnden tar del av rapporten.": ("noted", None),
    "Nämnden lägger rekommendationen till handlingarna.": ("noted", None),
    # unclear / considers / refers elsewhere / not concerned
    "Frågan ägs av kommunstyrelsen.": ("unclear", None),
    "Ansvaret för detta ligger hos tekniska nämnden.": ("unclear", None),
    "Rekommendationen berör inte nämndens verksamhet.": ("unclear", None),
    "Nämnden överväger att införa en rutin.": ("unclear", None),
    "Nämnden har tagit del av revisionsrapporten.": (None, None),
    "Verksamheten bedrivs på fem enheter.": (None, None),
    "Det är viktigt att barn får det stöd som de behöver.": (None, None),
    "En plan bör kunna införas på sikt.": (None, None),
    "Enligt kommunallagen ska nämnden ha en tillräcklig intern kontroll.": (None, None),
    "Granskningen genomfördes under hösten 2022.": (None, None),
    "Revisionen har genomförts genom intervjuer.": (None, None),
    # cells
    "Ja. Klart.": ("agrees", "done"),
    "Ja. Pågår.": ("agrees", "under_way"),
    "Nej. Inga åtgärder.": ("disagrees", "will_not"),
    "Delvis. Pågående.": ("agrees_partly", "under_way"),
    "Instämmer. Genomförd.": ("agrees", "done"),
    "Instämmer. Planerad.": ("agrees", "planned"),
    "Instämmer. Ej påbörjad.": ("agrees", "not_started"),
    "Nämnden kommer att godkänna en plan vid sitt möte i februari.": ("agrees", "planned"),
    "Under året kommer införandet av den nya processen att pågå.": ("agrees", "planned"),
    "Nämnden instämmer. Medel kommer att begäras i budgeten.": ("agrees", "planned"),
    "Nämnden tillstyrker. Resten läggs in löpande under våren.": ("agrees", "under_way"),
    "Nämnden instämmer. Två medarbetare genomgår utbildningen nu, inte fler.": (
        "agrees",
        "under_way",
    ),
    "Nämnden tar ännu inte ställning till rekommendationen.": ("unclear", None),
    "Här har nämnden en annan uppfattning än revisorerna.": ("disagrees", None),
    "Arbetet görs på ledningskontoret och bedöms inte ha påverkan på nämndens verksamhet.": (
        "unclear",
        None,
    ),
}


@pytest.mark.parametrize("text", SAID)
def test_what_officials_write_is_read_by_families_of_words(text: str) -> None:
    found = stance_in([text])
    assert (found.position, found.progress) == SAID[text]
