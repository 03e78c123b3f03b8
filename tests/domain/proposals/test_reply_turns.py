"""Which part of a reply answers which recommendation: by words, by turn, under headings."""

import pytest

from revtrack.domain.proposals.answering.in_turn import filled
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

HEAD = """PROTOKOLLSUTDRAG
Tekniska nämnden 2024-03-12

§ 31 Svar på granskning av lokalvård  Dnr TN 2024/12

Beslut
Tekniska nämnden antar svaret som sitt eget.

Ärendet

Granskningen visar att riktlinjer saknas och att utbildningen har släpat efter.

"""
ASKED = (
    "besluta om riktlinjer för lokalvården",
    "erbjuda samtliga lokalvårdare grundutbildning",
    "följa upp avtalen med leverantörerna varje år",
)
LIST = "Revisorerna rekommenderar nämnden att\n\n- {}\n- {}\n- {}\n\n".format(*ASKED)
LEADS = {
    "ends with att": LIST,
    "breaks off": "Revisorerna har synpunkter på städningen. De rekommenderar nämnden\n\n"
    "- att {},\n\n- att {}, och\n\n- att {}.\n\n".format(*ASKED),
    "running text": (
        "Revisorerna rekommenderar tekniska nämnden att {}, att {} och att {}.\n\n"
    ).format(*ASKED),
    "sentence by sentence": "Revisorerna anser att nämnden bör {}. Vidare bör nämnden, enligt "
    "revisorerna, {}. Den sista rekommendationen är att nämnden ska {}.\n\n".format(*ASKED),
    "with a colon": "Revisorernas rapport mynnar ut i tre rekommendationer: att nämnden "
    "ska {}, att nämnden ska {} och att nämnden ska {}.\n\n".format(*ASKED),
}
WANTED = [("agrees", "planned"), ("agrees", "under_way"), ("disagrees", None)]
SAID = {
    "paragraphs with words of others": (
        "Nämndens svar\n\nNämnden instämmer i behovet av riktlinjer. De kommer att beslutas "
        "i maj.\n\n"
        "Nämnden delar bedömningen om grundutbildning. Den pågår. Av lokalvårdarna har hälften "
        "gått den, och riktlinjer för den som är ny ingår.\n\n"
        "Nämnden delar inte uppfattningen om avtalen. Leverantörerna är få.\n"
    ),
    "headings that say the thing otherwise": (
        "Nämndens svar\n\nRiktlinjer för lokalvård\n\nNämnden instämmer. De kommer att beslutas i "
        "maj.\n\nKompetens hos personalen\n\nNämnden delar bedömningen. En kurs pågår.\n\n"
        "Årlig avtalsuppföljning\n\nNämnden delar inte uppfattningen. Leverantörerna är få.\n"
    ),
    "in their turn": (
        "Nämndens svar\n\nNämnden instämmer. Styrande dokument kommer att tas fram i maj.\n\n"
        "Nämnden delar uppfattningen. En kurs pågår.\n\n"
        "Nämnden delar inte uppfattningen. Dagens arbetssätt är bra.\n"
    ),
}


def _read(text: str) -> Proposal:
    return propose(paper_of(read_paper(text.encode())))


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_each_answer_goes_with_its_recommendation(lead: str, said: str) -> None:
    found = _read(HEAD + lead + said)
    texts = [(each.text or "").casefold().rstrip(".") for each in found.recommendations]
    assert texts == [*ASKED]
    [reply] = found.responses
    assert [(each.position, each.progress) for each in reply.answers] == WANTED


def test_lines_that_say_what_ought_to_be_done_need_no_mark_where_answers_stand_below_them() -> None:
    found = _read(
        "Norrvika kommun\nSocialnämnden\nDnr SN 2026-118\n\nTill revisorerna\n\nKopia till "
        "kommunstyrelsen\n\nNämndens svar på revisorernas granskning av placeringar\n\n"
        "Nämnden bör fastställa hur många placeringar som ska följas upp\n\n"
        "Nämnden instämmer. Antalet kommer att anges i planen för 2027.\n\n"
        "Nämnden bör säkerställa att avtalen är aktuella\n\nDet gör vi redan.\n"
    )
    assert [each.text for each in found.recommendations] == [
        "Nämnden bör fastställa hur många placeringar som ska följas upp",
        "Nämnden bör säkerställa att avtalen är aktuella",
    ]


def test_a_demand_that_ends_in_the_word_for_a_decision_heads_none() -> None:
    found = _read(
        HEAD.replace("Granskningen visar", "Revisorerna ser")
        + "Nämndens svar\n\n1. Inför rutiner för beslut\n\nNämnden instämmer.\n\n"
        "2. Genomför kollegial granskning av beslut\n\nNämnden instämmer inte.\n"
    )
    [reply] = found.responses
    assert [each.position for each in reply.answers] == ["agrees", "disagrees"]


def test_joy_at_an_audit_agrees_with_nothing_that_it_recommends() -> None:
    found = _read(HEAD + LIST + "Nämndens svar\n\nNämnden ser positivt på granskningen.\n")
    assert [each.position for each in found.responses[0].answers] == [None, None, None]


def test_what_is_named_as_recommended_is_not_promised() -> None:
    found = _read(
        HEAD + "Revisorerna rekommenderar nämnden att:\n- pröva om städning ska upphandlas\n"
        "- följa upp avtalen\n\nNämndens svar\n\nVad gäller rekommendationen att pröva om städning "
        "ska upphandlas noterar nämnden den utan att nu ta ställning.\n\n"
        "Nämnden instämmer i att avtalen behöver följas upp.\n"
    )
    [reply] = found.responses
    assert [(each.position, each.progress) for each in reply.answers] == [
        ("noted", None),
        ("agrees", None),
    ]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([0, None, 2], (0, 1, 2)),
        ([None, None, None], (0, 1, 2)),
        ([None, 1, None], (0, 1, 2)),
        ([0, None], (0, None)),
        ([None, 2], (None, 2)),
        ([2, None, 0], (2, None, 0)),
        ([], ()),
    ],
)
def test_parts_are_told_by_their_turn_only_where_all_between_two_are_there(
    told: list[int | None], wanted: tuple[int | None, ...]
) -> None:
    assert filled(told, 3) == wanted


@pytest.mark.parametrize(
    "heading",
    ["Rekommendation 1 och 2\n", "Rekommendationerna 1–2\n\n", "Punkterna 1 och 2: "],
)
def test_an_answer_to_several_goes_with_each_and_its_measures_with_their_own(heading: str) -> None:
    found = _read(
        HEAD + LIST + "Nämndens svar\n\n" + heading + "Nämnden instämmer i båda. Riktlinjerna för "
        "lokalvården kommer att beslutas i maj. Grundutbildning av lokalvårdarna pågår.\n\n"
        "Rekommendation 3\nNämnden delar inte uppfattningen.\n\n"
        "Nämnden vill avslutningsvis framhålla att nya lokaler har byggts.\n"
    )
    [reply] = found.responses
    assert [(each.position, each.progress) for each in reply.answers] == WANTED


def test_a_paragraph_may_begin_with_what_ought_to_be_and_go_on_with_its_answer() -> None:
    found = _read(
        HEAD + "Revisorerna lämnar två rekommendationer.\n\nFörbundet bör införa en rutin för "
        "frånvaro. Nämnden instämmer. Rutinen antogs i januari.\n\nÖverlämningarna behöver bli mer "
        "enhetliga. Nämnden instämmer inte. Vi bör först se hur det går.\n"
    )
    assert [each.text for each in found.recommendations] == [
        "Förbundet bör införa en rutin för frånvaro",
        "Överlämningarna behöver bli mer enhetliga",
    ]
    assert [each.position for each in found.responses[0].answers] == ["agrees", "disagrees"]


def test_a_sentence_may_name_what_was_recommended_and_answer_it() -> None:
    found = _read(
        HEAD + "Revisorerna föreslår att nämnden bör revidera policyn för städning. Nämnden har "
        "ingen annan uppfattning. Ett utkast är skrivet.\n\nNär det gäller förslaget att införa "
        "inloggning med kort gör nämnden en annan bedömning. Kostnaden är för hög.\n"
    )
    texts = [each.text for each in found.recommendations]
    assert texts == ["Revidera policyn för städning", "Införa inloggning med kort"]
    assert [each.position for each in found.responses[0].answers] == ["agrees", "disagrees"]


def test_the_first_of_something_else_is_no_first_recommendation() -> None:
    found = _read(
        HEAD + LIST + "Nämndens svar\n\nNämnden instämmer om riktlinjerna. De beslutas i maj.\n\n"
        "Nämnden instämmer om grundutbildningen. Kurser ordnas. Den första hålls i maj och riktar "
        "sig till alla.\n\nNämnden delar inte uppfattningen om avtalen.\n"
    )
    quotes = [each.quote or "" for each in found.responses[0].answers]
    assert [each.position for each in found.responses[0].answers] == [
        "agrees",
        "agrees",
        "disagrees",
    ]
    assert "Den första" not in quotes[0]
