"""A reply read beside what the register has put to its committee."""

from dataclasses import astuple

from revtrack.domain.codes import PaperKind, Position, Progress
from revtrack.domain.proposals.as_put import Put
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

HEAD = """# Socialnämnden
Protokollsutdrag 2023-05-10
§ 12 Svar på granskning av avtal
# Beslut
Socialnämnden beslutar att anta yttrandet som sitt eget.
# Yttrande
"""
PUT = (
    Put("4", ("upprätta en plan för avtal",), ("Socialnämnden",)),
    Put("5", ("följa upp avtalen varje år",), ("Socialnämnden", "Kulturnämnden")),
    Put("6", ("utbilda chefer i inköp",), ("Kulturnämnden",)),
)


def _read(text: str, put: tuple[Put, ...] = PUT) -> Proposal:
    return propose(written(HEAD + text), (), put)


def _answers(made: Proposal) -> list[tuple[object, ...]]:
    (reply,) = made.responses
    return [astuple(each)[:3] for each in reply.answers]


def _codes(made: Proposal) -> dict[str, object]:
    return {each.code: each.facts for each in made.doubts}


def test_what_the_reply_does_not_give_again_is_answered_by_the_registers_number() -> None:
    text = "Nämnden instämmer i rekommendationen om en plan för avtal. En plan tas fram i höst.\n"
    assert propose(written(HEAD + text)).responses[0].answers == ()
    made = _read(text)
    assert _answers(made) == [
        ("4", Position.AGREES, Progress.PLANNED),
        ("5", None, None),
    ]
    assert [each.is_given for each in made.recommendations] == [False, False]
    assert _codes(made)["unanswered"] == {"committee": "Socialnämnden", "number": "5"}


def test_what_nothing_is_found_of_is_for_a_person_to_judge() -> None:
    text = "Nämnden instämmer i revisorernas rekommendation om en plan för avtal.\n"
    (reply,) = _read(text).responses
    assert [each.confidence for each in reply.answers] == [0.9, 0.5]


def test_the_papers_own_numbers_become_the_registers() -> None:
    made = _read(
        "Revisorerna rekommenderar nämnden att:\n1. Följa upp avtalen varje år\n"
        "2. Upprätta en plan för avtal\n\nSvar på rekommendation 1: Nämnden instämmer inte.\n"
        "Svar på rekommendation 2: Nämnden instämmer.\n"
    )
    assert _answers(made) == [
        ("5", Position.DISAGREES, None),
        ("4", Position.AGREES, None),
    ]
    assert [(each.number, each.is_given) for each in made.recommendations] == [
        ("5", True),
        ("4", True),
    ]


def test_fewer_words_are_of_the_one_that_has_them_all() -> None:
    told = "Revisorerna rekommenderar nämnden att:\n- Upprätta en plan\nNämnden instämmer inte.\n"
    put = (
        Put("4", ("skyndsamt upprätta en plan för samtliga avtal",), ("Socialnämnden",)),
        *PUT[1:],
    )
    assert _answers(_read(told, put))[0] == ("4", Position.DISAGREES, None)
    twice = (*put, Put("9", ("upprätta en plan för alla lokaler",), ("Socialnämnden",)))
    assert {each[:2] for each in _answers(_read(told, twice))} >= {("4", None), ("9", None)}


def test_what_is_left_of_both_is_one_and_the_same_where_it_is_somewhat_alike() -> None:
    made = _read(
        "Revisorerna rekommenderar nämnden att:\n- Följa upp avtalen varje år\nNämnden instämmer.\n"
        "- Ha en samlad plan för alla gällande avtal med leverantörer\nNämnden instämmer inte.\n"
    )
    (reply,) = made.responses
    assert _answers(made) == [
        ("5", Position.AGREES, None),
        ("4", Position.DISAGREES, None),
    ]
    assert [each.confidence for each in reply.answers] == [0.75, 0.6]


def test_what_the_register_does_not_have_keeps_its_answer_apart() -> None:
    made = _read(
        "Revisorerna rekommenderar nämnden att:\n- Upprätta en plan för avtal\nNämnden instämmer.\n"
        "- Köpa nya datorer till skolorna\nNämnden instämmer inte.\n"
    )
    assert {each[:2] for each in _answers(made)} == {
        ("4", Position.AGREES),
        ("5", None),
        ("1", Position.DISAGREES),
    }
    assert _codes(made)["not_restated"] == {"number": "5", "committee": "Socialnämnden"}


def test_what_is_put_to_others_is_answered_where_the_reply_gives_it() -> None:
    made = _read(
        "Revisorerna rekommenderar nämnden att:\n- Upprätta en plan för avtal\nNämnden instämmer.\n"
        "- Utbilda chefer i inköp\nNämnden instämmer inte.\n"
    )
    assert {each[:2] for each in _answers(made)} == {
        ("4", Position.AGREES),
        ("5", None),
        ("6", Position.DISAGREES),
    }


def test_each_committees_reply_of_a_bundle_answers_what_was_put_to_it() -> None:
    of_culture = HEAD.replace("Social", "Kultur").replace("§ 12", "§ 31")
    made = _read(
        "Nämnden instämmer i rekommendationen om en plan för avtal. En plan tas fram i höst.\n"
        f"Avtalen följs redan upp varje år.\n{of_culture}"
        "Nämnden delar inte rekommendationen att utbilda chefer i inköp.\n"
        "Nämnden avser att följa upp avtalen varje år.\n"
    )
    assert [[astuple(each)[:3] for each in one.answers] for one in made.responses] == [
        [
            ("4", Position.AGREES, Progress.PLANNED),
            ("5", Position.ALREADY_MET, Progress.DONE),
        ],
        [
            ("5", Position.AGREES, Progress.PLANNED),
            ("6", Position.DISAGREES, None),
        ],
    ]


def test_a_paper_of_the_auditors_own_stays_as_it_is() -> None:
    report = written(
        "# Granskning av avtal\nRevisionsrapport\nEkby kommun\n2024-05-02\n# Rekommendationer\n"
        "Vi rekommenderar socialnämnden att:\n- upprätta en plan för avtal\n"
    )
    assert propose(report).kind is PaperKind.REPORT
    assert propose(report, (), PUT) == propose(report)
