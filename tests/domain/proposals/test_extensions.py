import pytest

from revtrack.domain.proposals.committees.bodies import bodies_of
from revtrack.domain.proposals.replying.extensions import extensions_in
from tests.domain.proposals.written import written


def extended(text: str, meant: str | None = None) -> list[tuple[str, str]]:
    paper = written(text)
    bodies = bodies_of(paper)
    committee = next((each for each in bodies.committees if each.name == meant), None)
    found = extensions_in(paper, bodies, committee)
    return [(each.committee, each.due_on.isoformat()) for each in found]


def test_each_committee_gets_the_day_that_stands_with_it() -> None:
    assert extended(
        "Miljönämnden och socialnämnden får anstånd till den 16 oktober 2023. Tekniska nämnden"
        " har fått förlängd svarstid till 2023-11-06."
    ) == [
        ("Miljönämnden", "2023-10-16"),
        ("Socialnämnden", "2023-10-16"),
        ("Tekniska nämnden", "2023-11-06"),
    ]


def test_the_committee_is_the_papers_own_where_the_text_says_the_committee() -> None:
    text = """
        Kulturnämndens svar
        Svar skulle lämnas senast den 8 mars 2024 men nämnden har fått förlängd svarstid till den
        28 mars 2024."""
    joined = " ".join(text.split("\n"))
    assert extended(joined, "kulturnämnden") == [("Kulturnämnden", "2024-03-28")]


def test_a_new_day_instead_of_the_old_one_counts_after_the_grant() -> None:
    text = """
        Till miljönämnden
        Revisionen beviljar anstånd.
        I stället för den 2 maj 2023 ska svaret ha kommit in senast den 9 juni 2023."""
    assert extended(text) == [("Miljönämnden", "2023-06-09")]


def test_what_was_only_asked_for_is_no_extension() -> None:
    assert extended("Miljönämnden har begärt anstånd till den 9 juni 2023.") == []
    assert extended("Miljönämnden ska svara senast den 9 juni 2023.") == []


def asked(text: str) -> list[tuple[str, str]]:
    paper = written(text)
    found = extensions_in(paper, bodies_of(paper), may_ask=True)
    return [(each.committee, each.due_on.isoformat()) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Miljönämnden hemställer därför om anstånd till den 9 juni 2023.",
        "Miljönämnden hinner inte. Vi skulle vilja ha uppskov till den 9 juni 2023.",
        "Miljönämnden har beslutat att begära förlängd svarstid till den 9 juni 2023.",
    ],
)
def test_the_paper_that_asks_tells_what_it_asks_for(text: str) -> None:
    assert asked(text) == [("Miljönämnden", "2023-06-09")]


@pytest.mark.parametrize(
    "text",
    [
        "Miljönämnden begärde anstånd till den 9 juni 2023. Revisorerna avslår begäran.",
        "Miljönämnden har begärt anstånd till den 9 juni 2023. Vi har inte sett något svar.",
    ],
)
def test_a_paper_that_answers_or_reminds_tells_of_no_request(text: str) -> None:
    assert asked(text) == []


def test_each_of_several_gets_its_day_in_a_list_and_the_council_none() -> None:
    text = """
        Miljönämnden och skolnämnden behöver längre tid. Svaren redovisas för kommunfullmäktige.
        Vi medger anstånd enligt följande:
        - Miljönämnden ska lämna sitt svar senast den 9 juni 2023.
        - Skolnämnden ska lämna sitt svar senast den 16 juni 2023."""
    assert extended(text) == [("Miljönämnden", "2023-06-09"), ("Skolnämnden", "2023-06-16")]


GIVEN = (
    (
        "Miljönämnden beviljas anstånd med svaret. Svaret ska vara oss till handa senast den 9 juni"
        " 2023."
    ),
    "Svarstiden för miljönämnden förlängs till och med den 9 juni 2023.",
    (
        "Revisorerna har gått med på miljönämndens begäran om förlängd svarstid. Ny svarsdag är den"
        " 9 juni 2023."
    ),
    "Miljönämnden begärde den 2 maj 2023 anstånd till den 9 juni 2023. Begäran har beviljats.",
    "Miljönämndens begäran om anstånd till den 9 juni 2023 beviljas.",
    "Sista dag för miljönämndens svar flyttas från den 2 maj 2023 till den 9 juni 2023.",
    "Miljönämnden har fått anstånd med att lämna svar till sammanträdet den 9 juni 2023.",
    (
        "Miljönämnden har begärt förlängd svarstid. Revisionen godkänner att svaret lämnas "
        "senast den 9 juni 2023."
    ),
)
NOT_GIVEN = (
    "Revisorerna avslår miljönämndens begäran om anstånd till den 9 juni 2023.",
    "Revisorerna kan inte bevilja miljönämnden anstånd till den 9 juni 2023.",
    "Miljönämnden har inte beviljats anstånd. Svaret ska lämnas senast den 9 juni 2023.",
    "Avtalet har förlängts till den 9 juni 2023. Miljönämnden följer upp det.",
    "Det tar längre tid än lagen medger. Miljönämnden ska svara senast den 9 juni 2023.",
)


@pytest.mark.parametrize("text", GIVEN)
def test_more_time_is_given_in_many_words(text: str) -> None:
    assert extended(text) == [("Miljönämnden", "2023-06-09")]


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_what_is_refused_or_of_other_things_is_none(text: str) -> None:
    assert extended(text) == []


_ASKED_FOR = "Socialnämnden har begärt längre tid för svaret, till den 30 juni 2023. "


@pytest.mark.parametrize(
    ("text", "is_given"),
    [
        (f"{_ASKED_FOR}Det går bra.", True),
        (f"{_ASKED_FOR}Det går bra att lämna svaret då.", True),
        (f"{_ASKED_FOR}Det går bra att ringa revisionskontoret.", False),
        ("Anstånd.\n| Nämnd | Ny dag |\n| Socialnämnden | 2023-06-30 |", True),
        ("Anstånd.\n| Nämnd | Nytt svarsdatum |\n| Socialnämnden | 2023-06-30 |", True),
        (
            "Längre tid för en plan.\n| Nämnd | Nytt datum |\n| Socialnämnden | 2023-06-30 |",
            False,
        ),
    ],
)
def test_more_time_is_given_for_a_reply_alone(text: str, *, is_given: bool) -> None:
    assert extended(text) == ([("Socialnämnden", "2023-06-30")] if is_given else [])
