from datetime import date

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.committees.bodies import bodies_of
from revtrack.domain.proposals.proposal import ProposedResponse
from revtrack.domain.proposals.replying.replies import replies_in
from tests.domain.proposals.written import written

DECISION = """
Granby kommun
Vård- och omsorgsnämnden
Protokollsutdrag 2023-03-14

§ 12        Dnr VON/2022:14

# Svar på granskning av hemtjänsten

# Beslut

1. Vård- och omsorgsnämnden antar svaret som sitt eget.
2. Svaret överlämnas till kommunens revisorer.

# Ärendebeskrivning

Enligt 12 kap. 9 § kommunallagen ska nämnden lämna upplysningar. Nämnden antog sin plan
2019-05-02, § 44 (VON/2019:3).
"""


def replies(text: str, kind: PaperKind = PaperKind.COUNCIL_DECISION) -> list[ProposedResponse]:
    paper = written(text)
    return list(replies_in(paper, kind, bodies_of(paper)))


def value(found: object) -> object:
    return getattr(found, "value", None)


def test_an_extract_gives_committee_paragraph_number_day_and_decision() -> None:
    [reply] = replies(DECISION)
    assert (reply.committee, reply.kind.value) == ("Vård- och omsorgsnämnden", "decision")
    assert value(reply.paragraph) == "12"
    assert value(reply.diary_number) == "VON/2022:14"
    assert value(reply.decided_on) == date(2023, 3, 14)
    assert value(reply.decision) == (
        "1. Vård- och omsorgsnämnden antar svaret som sitt eget.\n"
        "2. Svaret överlämnas till kommunens revisorer."
    )


def test_what_the_extract_does_not_state_is_not_guessed() -> None:
    [reply] = replies(DECISION.replace("Protokollsutdrag 2023-03-14", "Protokollsutdrag"))
    assert reply.decided_on is None
    assert reply.received_on is None


def test_a_number_in_the_running_text_is_not_the_matters() -> None:
    [reply] = replies(DECISION.replace("Dnr VON/2022:14", ""))
    assert reply.diary_number is None
    assert value(reply.paragraph) == "12"


def test_a_draft_has_neither_paragraph_nor_day_of_decision() -> None:
    [reply] = replies(
        """
        Socialförvaltningen
        Tjänsteskrivelse 2023-02-01
        SN/2022:7
        Till socialnämnden
        # Yttrande över granskning av tillsynen
        # Förslag till beslut
        Socialnämnden antar yttrandet och överlämnar det till revisorerna.""",
        PaperKind.RESPONSE,
    )
    assert (reply.committee, reply.kind.value) == ("Socialnämnden", "draft")
    assert value(reply.diary_number) == "SN/2022:7"
    assert (reply.paragraph, reply.decided_on, reply.decision) == (None, None, None)


def test_what_is_laid_to_the_records_or_referred_back_is_no_reply() -> None:
    for decided in (
        "Granskningen läggs till handlingarna.",
        "Ärendet återremitteras till förvaltningen.",
        "Kommunrevisionens granskning anmäls.",
    ):
        text = DECISION.replace("antar svaret som sitt eget.", decided)
        assert replies(text) == []


def test_a_decision_by_delegation_is_told_from_the_committees_own() -> None:
    [reply] = replies(
        """
        Miljönämnden
        Delegationsbeslut
        Datum 2022-06-10
        Dnr MN 22/0131
        # Yttrande över granskning av tillsynen
        # Beslut
        Med stöd av miljönämndens delegationsordning lämnar ordföranden yttrandet till
        revisorerna."""
    )
    assert reply.kind.value == "delegated_decision"
    assert value(reply.decided_on) == date(2022, 6, 10)
    assert reply.paragraph is None


def test_a_joint_reply_gives_one_for_each_committee() -> None:
    found = replies(
        """
        # Gemensamt yttrande över granskning av skolskjutsen
        Antaget av utbildningsnämnden 2023-03-21, § 18 (dnr UN-2022/512)
        Antaget av trafiknämnden 2023-03-23, § 11 (dnr TRN-2022/97)
        Nämnderna instämmer i revisorernas rekommendation.""",
        PaperKind.RESPONSE,
    )
    assert [
        (each.committee, each.kind.value, value(each.paragraph), value(each.diary_number))
        for each in found
    ] == [
        ("Utbildningsnämnden", "joint", "18", "UN-2022/512"),
        ("Trafiknämnden", "joint", "11", "TRN-2022/97"),
    ]


def test_an_officials_letter_without_decision_is_a_statement() -> None:
    [reply] = replies(
        """
        Kulturförvaltningen
        2019-09-02
        Till kommunens revisorer
        # Angående granskning av inköp
        Ni har frågat efter kulturnämndens svar. Nämnden har inte behandlat ärendet.
        N. N.
        Kulturchef""",
        PaperKind.RESPONSE,
    )
    assert (reply.committee, reply.kind.value) == ("Kulturnämnden", "statement")


def test_what_a_working_committee_proposes_is_a_draft() -> None:
    [reply] = replies(
        """
        Socialnämndens arbetsutskott
        Protokollsutdrag 2022-03-03
        § 41 SN 2022/77
        # Yttrande över granskning av orosanmälningar
        # Arbetsutskottets beslut
        Arbetsutskottet föreslår socialnämnden att anta yttrandet som sitt eget."""
    )
    assert (reply.committee, reply.kind.value) == ("Socialnämnden", "draft")
    assert (reply.paragraph, reply.decided_on) == (None, None)


def test_a_stamp_tells_when_the_reply_was_received() -> None:
    [reply] = replies("Inkom 2023-03-22\n" + DECISION)
    assert value(reply.received_on) == date(2023, 3, 22)
    assert value(reply.decided_on) == date(2023, 3, 14)


def test_a_supplement_is_told_from_the_reply_before_it() -> None:
    [reply] = replies(DECISION.replace("# Svar på", "# Komplettering av svar på"))
    assert reply.kind.value == "supplement"


def test_the_committees_own_decision_counts_beside_what_it_proposes_to_the_council() -> None:
    heading = (
        "# Nämndens förslag till kommunfullmäktige\nGranskningen läggs till handlingarna.\n"
        "# Nämndens beslut för egen del"
    )
    [reply] = replies(DECISION.replace("# Beslut", heading))
    assert str(value(reply.decision)).startswith("1. Vård- och omsorgsnämnden antar")


def test_a_stamp_of_arrival_gives_the_day_received_wherever_the_day_stands() -> None:
    for stamp in (
        "Inkom 2023-04-02",
        "Ankom den 2 april 2023",
        "INKOMMET\n2023-04-02",
        "Mottaget:\n2 april 2023",
        "Ank. 2023-04-02",
    ):
        [reply] = replies(f"{stamp}\n{DECISION}")
        assert value(reply.received_on) == date(2023, 4, 2)
        assert value(reply.decided_on) == date(2023, 3, 14)


def test_a_reply_that_says_when_it_was_dealt_with_is_a_decision_with_its_own_number() -> None:
    [reply] = replies(
        """
        Granby kommun
        Revisorerna
        Inkom 2022-10-03
        Dnr REV 2022-00012
        Fritidsnämnden
        FN-2022/0044
        Till revisorerna
        # Svar på granskning av föreningsstöd
        Svaret behandlades av nämnden den 20 september 2022 (§ 58).
        Nämnden instämmer i rekommendationerna.""",
        PaperKind.RESPONSE,
    )
    assert (reply.committee, value(reply.paragraph)) == ("Fritidsnämnden", "58")
    assert value(reply.diary_number) == "FN-2022/0044"
    assert value(reply.decided_on) == date(2022, 9, 20)
    assert value(reply.received_on) == date(2022, 10, 3)


def test_a_decision_that_only_says_what_it_thinks_is_a_reply() -> None:
    for decided in (
        "Nämnden delar revisorernas bedömning.",
        "Protokollet utgör nämndens svar.",
        "Yttrandet fastställs.",
    ):
        assert len(replies(DECISION.replace("antar svaret som sitt eget.", decided))) == 1
