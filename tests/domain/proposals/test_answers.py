from revtrack.domain.proposals.answering.answers import answers_in
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.proposal import ProposedAnswer
from tests.domain.proposals.written import written

ASKED = (
    Asked("1", ("Upprätta kontinuitetsplaner för verksamheterna",)),
    Asked("2", ("Utbilda chefer minst vartannat år",)),
)
LIST = """
# Ärendebeskrivning
Revisorerna rekommenderar nämnden att:
- Upprätta kontinuitetsplaner för verksamheterna
- Utbilda chefer minst vartannat år
# Nämndens yttrande
"""


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.position, each.progress) for each in answers(text)]


def answers(text: str) -> tuple[ProposedAnswer, ...]:
    return answers_in(written(text), ASKED)


def test_headings_tell_what_is_answered() -> None:
    assert told(
        LIST
        + """
        # Kontinuitetsplaner
        Nämnden instämmer. Arbetet pågår.
        # Utbildning av chefer
        Nämnden instämmer inte."""
    ) == [("agrees", "under_way"), ("disagrees", None)]


def test_labels_numbers_and_ordinals_tell_it_too() -> None:
    expected = [("agrees", "planned"), ("disagrees", None)]
    for first, second in (
        (
            "Kontinuitetsplaner. Nämnden instämmer. En plan ska tas fram.",
            "Utbildning. Nämnden instämmer inte.",
        ),
        (
            "Rekommendation 1: Nämnden instämmer. En plan ska tas fram.",
            "Rekommendation 2: Nämnden instämmer inte.",
        ),
        (
            "Nämnden ställer sig bakom den första rekommendationen och en plan ska tas fram.",
            "Nämnden instämmer inte i den andra rekommendationen.",
        ),
        (
            "När det gäller kontinuitetsplaner instämmer nämnden. En plan ska tas fram.",
            "Vad gäller utbildning av chefer delar nämnden inte revisorernas uppfattning.",
        ),
    ):
        assert told(f"{LIST}{first}\n{second}") == expected


def test_a_table_answers_row_by_row() -> None:
    assert told(
        """
        # Svar
        | Rekommendation | Ställningstagande | Åtgärd |
        | Upprätta kontinuitetsplaner för verksamheterna | Instämmer | Arbete pågår |
        | Utbilda chefer minst vartannat år | Anses redan tillgodosedd | Utbildning infördes 2022 |
        """
    ) == [("agrees", "under_way"), ("already_met", "done")]


def test_what_is_said_of_all_goes_for_each() -> None:
    found = answers(LIST + "Nämnden ställer sig positiv till revisorernas rekommendationer.")
    assert [each.position for each in found] == ["agrees", "agrees"]
    assert all(each.confidence < 0.9 for each in found)


def test_what_is_said_of_all_does_not_go_for_what_the_reply_leaves_out() -> None:
    text = """
        # Ärendebeskrivning
        Revisorerna rekommenderar nämnden att:
        - Upprätta kontinuitetsplaner för verksamheterna
        # Yttrande
        Nämnden ställer sig positiv till revisorernas rekommendationer."""
    given, left_out = answers(text)
    assert given.position == "agrees"
    assert (left_out.position, left_out.progress, left_out.quote) == (None, None, None)


def test_where_nothing_fits_the_place_is_all_that_was_searched() -> None:
    _, silent = answers(LIST + "Arbetet med kontinuitetsplaner pågår.")
    assert (silent.position, silent.quote) == (None, None)
    assert (silent.place.line, silent.place.last_line) == (1, 6)


def test_a_reply_that_only_numbers_its_answers_keeps_the_numbers() -> None:
    paper = written("# Svar\nRekommendation R2: Nämnden instämmer.\nRekommendation R4: Noterar.")
    assert [each.recommendation for each in answers_in(paper, ())] == ["R2", "R4"]


def test_motions_and_reservations_are_no_answers() -> None:
    assert told(
        LIST
        + """
        Kontinuitetsplaner. Nämnden instämmer inte.
        # Yrkanden
        N. N. yrkar att nämnden instämmer i rekommendationerna."""
    ) == [("disagrees", None), (None, None)]


def test_what_the_decision_says_of_all_goes_for_each() -> None:
    decided = "# Beslut\n{}\n" + LIST.replace("# Nämndens yttrande", "# Beslutsunderlag")
    said = decided.format("Nämnden instämmer i revisorernas bedömning och rekommendationer.")
    assert [position for position, _ in told(said)] == ["agrees", "agrees"]
    adopted = decided.format("Nämnden ställer sig bakom förvaltningens svar på granskningen.")
    assert [position for position, _ in told(adopted)] == [None, None]


def test_an_answer_stands_on_the_line_of_what_it_answers() -> None:
    for line in (
        "Upprätta kontinuitetsplaner för verksamheterna – nämnden instämmer och avser att börja.",
        "Upprätta kontinuitetsplaner för verksamheterna Nämndens svar: Nämnden avser att börja.",
    ):
        assert told(f"# Yttrande\n{line}")[0] == ("agrees", "planned")


def test_an_answer_in_the_words_of_the_recommendation_is_no_recommendation() -> None:
    assert told(
        LIST
        + """
        Nämnden avser att upprätta kontinuitetsplaner för verksamheterna under 2024.
        Nämnden utbildar redan chefer minst vartannat år."""
    ) == [("agrees", "planned"), ("already_met", "done")]
