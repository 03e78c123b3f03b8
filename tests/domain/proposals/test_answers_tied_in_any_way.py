"""Answers reach what they answer however they are tied to it, and in whatever words they think so.

Each way to tie an answer is tried with each subject and with wordings from all over the field: a
grid found which ones failed, and rules of structure, not of single wordings, mended them.
"""

from collections.abc import Callable, Sequence
from itertools import cycle, islice

import pytest

from revtrack.domain.codes import Position
from revtrack.domain.proposals.reading import propose
from revtrack.domain.proposals.said.stances import position_in
from revtrack.domain.texts.likeness import likeness
from tests.domain.proposals.written import written

AGREES, PARTLY = Position.AGREES, Position.AGREES_PARTLY
REFUSES, MET = Position.DISAGREES, Position.ALREADY_MET
Asked = tuple[str, str, str, str]
"""What is to be done, what ought to be, its subject, and what is told of it."""
SUBJECTS: tuple[tuple[str, tuple[Asked, ...]], ...] = (
    (
        "Tekniska nämnden",
        (
            (
                "upprätta en nödvattenplan för hela kommunen",
                "en nödvattenplan bör upprättas för hela kommunen",
                "nödvattenplanen",
                "Frågan togs upp vid mötet.",
            ),
            (
                "kartlägga ledningsnätets ålder och skick",
                "ledningsnätets ålder och skick bör kartläggas",
                "ledningsnätets skick",
                "Ledningarna lades under sjuttiotalet.",
            ),
            (
                "stärka skalskyddet vid vattenverken",
                "skalskyddet vid vattenverken bör stärkas",
                "skalskyddet",
                "Verken ligger avsides.",
            ),
        ),
    ),
    (
        "Barn- och utbildningsnämnden",
        (
            (
                "fastställa en gemensam rutin för frånvarorapportering",
                "en gemensam rutin för frånvarorapportering bör fastställas",
                "rutinen för frånvarorapportering",
                "Skolorna är olika.",
            ),
            (
                "öka antalet vägledare så att alla elever får samtal",
                "antalet vägledare bör öka så att alla elever får samtal",
                "antalet vägledare",
                "Eleverna är fler än förr.",
            ),
            (
                "skriva jäv i protokollen när beslut fattas om bidrag",
                "jäv bör skrivas i protokollen när beslut fattas om bidrag",
                "frågan om jäv",
                "Bidragen är många.",
            ),
        ),
    ),
)
BY_NUMBER = (
    ("instämmer {0}", AGREES),
    ("avstår {0} från att följa rekommendationen", REFUSES),
    ("ställer sig {0} delvis bakom rekommendationen", PARTLY),
    ("gör {0} samma bedömning som revisorerna", AGREES),
    ("görs redan det som efterfrågas", MET),
    ("har {0} en annan syn på saken", REFUSES),
    ("har {0} ingen erinran", AGREES),
    ("kan {0} inte hålla med", REFUSES),
)
CLAUSES = (
    ("Rekommendationen att {to_do} är redan genomförd.", MET),
    ("Nämnden är positiv till att {ought}.", AGREES),
    ("Ni skriver att {ought}. Nämnden avvisar förslaget.", REFUSES),
    ("Nämnden anser att rekommendationen att {to_do} redan är tillgodosedd.", MET),
    ("En rekommendation är att {to_do}. Nämnden är av samma uppfattning.", AGREES),
    ("Nämnden delar inte revisorernas uppfattning att {ought}.", REFUSES),
    ("Rekommendationen lyder: {to_do}. Nämnden instämmer till viss del.", PARTLY),
)
THOUGHT = (
    ("Åtgärden är redan vidtagen.", MET),
    ("Beträffande larmen arbetar tekniska nämnden redan på detta sätt.", MET),
    ("Vad gäller larmen är kritiken berättigad.", AGREES),
    ("Nämnden tänker följa rekommendationen.", AGREES),
    ("Nämnden har inte för avsikt att följa rekommendationen.", REFUSES),
    ("Nämnden kommer delvis att följa rekommendationen.", PARTLY),
    ("Nämnden är inte helt enig med revisorerna.", PARTLY),
    ("Rekommendationen är enligt nämnden inte motiverad.", REFUSES),
    ("Här skiljer sig nämndens bedömning från revisorernas.", REFUSES),
    ("Enheterna följer rekommendationerna från Socialstyrelsen.", None),
    ("Ingen av enheterna kan följa rekommendationen.", None),
    ("Nämnden ser samma behov som revisorerna.", AGREES),
)


def _positions(
    committee: str, asked: Sequence[Asked], lines: Sequence[str]
) -> list[Position | str | None]:
    """Return the position on each of those asked, or that it is not found."""
    head = ["# Svar på revisorernas granskning", f"{committee} i Flisby kommun", "2024-05-16"]
    made = propose(written("\n".join([*head, "Till kommunens revisorer", *lines])))
    said = {each.recommendation: each.position for one in made.responses for each in one.answers}
    found: list[Position | str | None] = []
    for to_do, ought, *_ in asked:
        numbers = [
            each.number
            for each in made.recommendations
            if max(likeness(each.text or "", one) for one in (to_do, ought)) >= 0.7
        ]
        found.append(said.get(numbers[0]) if len(numbers) == 1 else "not found")
    return [*found, *["more"] * (len(made.recommendations) - len(asked))]


def _list(asked: Sequence[Asked]) -> list[str]:
    items = [f"{number}. {each[0].capitalize()}" for number, each in enumerate(asked, start=1)]
    return ["Revisorerna lämnar följande rekommendationer:", *items, "# Nämndens svar"]


TURNS: dict[str, Callable[[int, Asked], str]] = {
    "by number": lambda place, _: f"Vad gäller rekommendation {place + 1}",
    "by place": lambda place, _: f"Beträffande den {('första', 'andra', 'tredje')[place]} punkten",
    "by subject": lambda _, each: f"I frågan om {each[2]}",
}


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("is_one", [True, False], ids=["one paragraph", "a paragraph each"])
def test_a_reply_turns_to_one_after_the_other(turn: str, *, is_one: bool) -> None:
    wordings = cycle(BY_NUMBER)
    for committee, asked in SUBJECTS * 4:
        said = [*islice(wordings, len(asked))]
        body = [
            f"{TURNS[turn](place, each)} {words.format(committee.lower())}. {each[3]}"
            for place, (each, (words, _)) in enumerate(zip(asked, said, strict=True))
        ]
        lines = [*_list(asked), *([" ".join(body)] if is_one else body)]
        assert _positions(committee, asked, lines) == [each for _, each in said], lines


@pytest.mark.parametrize("begin", range(len(CLAUSES)))
def test_a_paragraph_gives_what_it_answers_in_any_way(begin: int) -> None:
    for committee, asked in SUBJECTS:
        said = [*islice(cycle(CLAUSES), begin, begin + len(asked))]
        lines = [
            words.format(to_do=each[0], ought=each[1])
            for each, (words, _) in zip(asked, said, strict=True)
        ]
        assert _positions(committee, asked, lines) == [each for _, each in said], lines


def test_what_a_reply_thinks_of_its_own_matters_is_no_recommendation() -> None:
    lines = [
        "Revisorerna anser att nämnden bör införa en mall för beslut. Nämnden instämmer.",
        "Nämnden är enig om att svaret bör skickas till fullmäktige.",
        "I rapporten finns rekommendationer till andra nämnder, som inte besvaras här.",
    ]
    asked = [("införa en mall för beslut", "en mall för beslut bör införas", "", "")]
    assert _positions("Socialnämnden", asked, lines) == [AGREES]


@pytest.mark.parametrize(("sentence", "position"), THOUGHT)
def test_what_is_thought_is_heard_in_any_order(sentence: str, position: Position | None) -> None:
    assert position_in(sentence) is position
