import pytest

from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

LETTER = """
Till: Miljönämnden, tekniska nämnden
För kännedom: Kommunfullmäktige
# Granskning av tillsynen
Vi har granskat tillsynen i Granby kommun och rekommenderar miljönämnden och tekniska nämnden att:
- Upprätta kontinuitetsplaner för verksamheterna
- Utbilda chefer minst vartannat år
Vi önskar svar på granskningen senast den 20 mars 2023.
För revisorerna i Granby kommun
"""
DECISION = """
§ 12
MN/2022:14
# Svar på granskning av tillsynen
# Beslut
Miljönämnden antar svaret som sitt eget och överlämnar det till kommunens revisorer.
# Ärendebeskrivning
Kommunens revisorer rekommenderar miljönämnden att:
- Upprätta kontinuitetsplaner för verksamheterna
# Svar
Nämnden instämmer i rekommendationen. En plan ska tas fram.
"""


def codes(text: str) -> list[str]:
    return [each.code for each in propose(written(text)).doubts]


def test_a_decision_without_day_is_told() -> None:
    assert codes(DECISION) == ["no_meeting_day"]
    assert codes(DECISION.replace("§ 12", "Protokollsutdrag 2023-03-02\n§ 12")) == []


def test_what_a_reply_leaves_out_is_told_with_its_committee_and_number() -> None:
    found = [
        each for each in propose(written(LETTER + DECISION)).doubts if each.facts.get("number")
    ]
    assert [(each.code, each.facts) for each in found] == [
        ("unanswered", {"committee": "Miljönämnden", "number": "2"}),
        ("not_restated", {"committee": "Miljönämnden", "number": "2"}),
    ]


def test_what_was_not_found_is_not_said_to_be_missing() -> None:
    found = next(
        each for each in propose(written(LETTER + DECISION)).doubts if each.code == "unanswered"
    )
    assert found.message.format(**found.facts) == (
        "RevTrack found no answer to recommendation 2 in the reply of Miljönämnden."
    )


@pytest.mark.parametrize(
    "decided",
    [
        "Miljönämnden beslutar att återremittera ärendet till förvaltningen.",
        "Miljönämnden beslutar om återremiss för ytterligare beredning.",
        "Ärendet bordläggs.",
        "Miljönämnden bordlägger ärendet till nästa sammanträde.",
        "Ärendet utgår från dagordningen.",
        "Miljönämnden bifaller P. G:s (M) yrkande om återremiss.",
        "Miljönämnden beslutar i enlighet med återremissyrkandet.",
        "Ärendet minoritetsåterremitteras.",
        "Frågan behandlas på nästa sammanträde.",
        "Ärendet återremitteras för att svaret på rekommendation 1 ska förtydligas.",
        "Ärendet återremitteras. Förvaltningen ska lämna ett nytt svar till nämnden i maj.",
    ],
)
def test_a_matter_that_was_put_off_is_told_to_be_no_reply(decided: str) -> None:
    adopted = "Miljönämnden antar svaret som sitt eget och överlämnar det till kommunens revisorer."
    assert codes(DECISION.replace(adopted, decided)) == ["put_off"]


def test_a_reply_whose_matter_was_once_put_off_is_a_reply() -> None:
    told = "Ärendet återremitterades vid nämndens förra möte."
    assert codes(DECISION.replace("# Svar\n", f"{told}\n# Svar\n")) == ["no_meeting_day"]


NUMBERED = """
Miljönämnden
Protokollsutdrag 2023-03-02
§ 12
# Svar på revisorernas granskning av tillsynen
# Beslut
{decided}
# Svar
Rekommendation 1: Nämnden instämmer.
Rekommendation 2: Nämnden instämmer.
"""


@pytest.mark.parametrize(
    ("decided", "answered", "left_open"),
    [
        ("att återremittera punkt 2 om tillbud, samt\natt i övrigt anta svaret.", "1", "2"),
        ("Svaret antas, med undantag av punkt 2 som återremitteras.", "1", "2"),
        (
            "Nämnden godkänner yttrandet i övrigt men bordlägger svaret på rekommendation 2.",
            "1",
            "2",
        ),
        ("Ärendet återremitteras i den del som avser R2. I övrigt antas svaret.", "1", "2"),
        ("Rekommendationerna 1–2 bordläggs, men svaret antas i övrigt.", "", "12"),
        ("Punkten om tillbud återremitteras. I övriga delar antas svaret.", "12", ""),
    ],
)
def test_what_is_put_off_in_part_is_no_answer_and_the_rest_is_unsure(
    decided: str, answered: str, left_open: str
) -> None:
    made = propose(written(NUMBERED.format(decided=decided)))
    [reply] = made.responses
    assert "".join(each.recommendation for each in reply.answers) == answered
    assert "".join(reply.left_open) == left_open
    assert reply.confidence < 0.8
    assert "put_off_partly" in {each.code for each in made.doubts}


@pytest.mark.parametrize(
    "decided",
    [
        "Nämnden avslår yrkandet om återremiss och antar svaret.",
        "Ärendet ska inte återremitteras. Nämnden antar svaret.",
        "Ärendet återremitterades den 4 februari. Nämnden antar nu det omarbetade svaret.",
        "Svaret antas. Frågan om att finansiera rekommendation 1 hänskjuts till budgeten.",
    ],
)
def test_what_is_not_put_off_is_answered(decided: str) -> None:
    made = propose(written(NUMBERED.format(decided=decided)))
    assert [len(each.answers) for each in made.responses] == [2]
    assert not made.doubts


def test_another_day_in_the_reply_than_in_the_letter_is_told() -> None:
    said = "Kommunens revisorer har granskat tillsynen. Svar ska lämnas senast den 1 april 2023."
    text = DECISION.replace("# Svar\n", f"{said}\n# Svar\n")
    assert "other_due_day_in_reply" in codes(LETTER + text)
    assert "other_due_day_in_reply" not in codes(LETTER + DECISION)


def test_two_decisions_of_one_committee_are_told() -> None:
    again = DECISION.replace("§ 12", "§ 31")
    assert codes(LETTER + DECISION + again).count("several_decisions") == 1


def test_replies_with_the_same_text_are_told() -> None:
    long = "Förvaltningen har under flera år arbetat med frågan och ser ett stort behov av stöd. "
    text = DECISION + long * 3 + "\n"
    other = text.replace("Miljönämnden", "Tekniska nämnden").replace("§ 12", "§ 19")
    other = other.replace("MN/2022:14", "TN/2022:77")
    assert "same_reply" in codes(LETTER + text + other)
    again = other.replace("§ 19", "§ 20")
    assert codes(LETTER + text + other + again).count("same_reply") == 1


def test_replies_that_only_share_what_stands_around_are_not_the_same() -> None:
    long = "Förvaltningen har under flera år arbetat med frågan och ser ett stort behov av stöd. "
    agrees = DECISION + long * 3 + "\n"
    refuses = agrees.replace("Miljönämnden", "Tekniska nämnden").replace("§ 12", "§ 19")
    refuses = refuses.replace("MN/2022:14", "TN/2022:77").replace("instämmer", "instämmer inte")
    assert refuses.count("instämmer inte")
    assert "same_reply" not in codes(LETTER + agrees + refuses)


def test_a_placeholder_that_was_left_is_told() -> None:
    assert "placeholder" in codes(DECISION.replace("MN/2022:14", "MN/2022:14\nXXX"))


@pytest.mark.parametrize(
    ("mark", "is_draft"),
    [
        ("UTKAST – arbetsmaterial", True),
        ("Version för faktakontroll", True),
        ("Preliminär rapport", True),
        ("Slutlig rapport", False),
        ("Granskning av avtal", False),
    ],
)
def test_a_report_that_is_not_final_is_told(mark: str, *, is_draft: bool) -> None:
    report = (
        f"{mark}\n# Granskning av tillsynen\nRevisionsrapport\nRevisorerna i Granby kommun\n"
        "# Rekommendationer\nVi rekommenderar miljönämnden att:\n- Upprätta en plan\n"
    )
    assert ("draft" in codes(report)) is is_draft
    assert "draft" not in codes(DECISION + "Utkast till plan finns.\n")
