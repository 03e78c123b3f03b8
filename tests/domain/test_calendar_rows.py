from datetime import date
from typing import Any

import pytest

from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.calendar_rows import (
    Mark,
    Meetings,
    kind_named,
    mark_of,
    meetings_in_calendar,
    meetings_in_workbook,
)
from revtrack.wording import sentence
from tests.domain.build import BOARD, CULTURE, SCHOOLS, altered

COMMITTEES = (BOARD, altered(SCHOOLS, aliases="skolnämnden"), CULTURE)
NAMES = {1: "KS", 2: "GSN", 3: "KFN"}


def told(found: Meetings) -> list[tuple[str, ...]]:
    """Return each meeting as committee, day, kind, last day for papers and summons."""
    return [
        tuple(
            str(value or "")
            for value in (
                NAMES[each.committee_id],
                each.held_on,
                each.kind.value,
                each.papers_by_on,
                each.dispatched_on,
            )
        )
        for each in found.meetings
    ]


def faults(found: Meetings) -> list[tuple[int, str]]:
    return [(each.row, sentence(each.message, each.values)) for each in found.faults]


def calendar(*events: tuple[str, str], name: str = "", default: Any = None) -> Meetings:  # noqa: ANN401
    read = {
        "name": name,
        "events": [
            {"row": number, "text": text, "on": day}
            for number, (day, text) in enumerate(events, start=1)
        ],
        "faults": [],
    }
    return meetings_in_calendar(read, COMMITTEES, default)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KFN", None),
        ("Sammanträde", MeetingKind.COMMITTEE),
        ("Kultur- och fritidsnämnden", MeetingKind.COMMITTEE),
        ("kultur- och fritidsnämndens arbetsutskott", MeetingKind.WORKING_COMMITTEE),
        ("AU", MeetingKind.WORKING_COMMITTEE),
        ("KFNAU", MeetingKind.WORKING_COMMITTEE),
        ("Presidiemöte", MeetingKind.PRESIDIUM),
        ("Ordförandeberedning", MeetingKind.PRESIDIUM),
        ("working_committee", MeetingKind.WORKING_COMMITTEE),
        ("Augusti", None),
    ],
)
def test_the_kind_is_told_by_the_words(text: str, kind: MeetingKind | None) -> None:
    assert kind_named(text) is kind


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Sista dag för handlingar KFN", Mark.PAPERS),
        ("Sista inlämningsdag", Mark.PAPERS),
        ("Handlingar senast", Mark.PAPERS),
        ("Utskick KFN", Mark.DISPATCH),
        ("Kallelse till nämnd", Mark.DISPATCH),
        ("KFN", Mark.MEETING),
    ],
)
def test_days_around_a_meeting_are_told_from_it(text: str, mark: Mark) -> None:
    assert mark_of(text) is mark


def test_a_calendar_is_put_together_from_its_events() -> None:
    found = calendar(
        ("2023-02-17", "Sista dag för handlingar AU KFN"),
        ("2023-02-28", "KFN arbetsutskott"),
        ("2023-03-01", "Sista dag för handlingar nämnd KFN"),
        ("2023-03-07", "Utskick Kultur- och fritidsnämnden"),
        ("2023-03-14", "Kultur- och fritidsnämnden"),
        ("2023-03-15", "Skolnämnden"),
        ("2023-03-21", "KS-AU"),
        ("2023-03-22", "INSTÄLLT: KS"),
        ("2023-03-23", "Gruppmöte inför KS"),
        ("2023-03-24", "Tandläkare"),
    )
    assert told(found) == [
        ("KS", "2023-03-21", "working_committee", "", ""),
        ("GSN", "2023-03-15", "committee", "", ""),
        ("KFN", "2023-02-28", "working_committee", "2023-02-17", ""),
        ("KFN", "2023-03-14", "committee", "2023-03-01", "2023-03-07"),
    ]
    assert found.faults == ()
    assert found.left_out == ("Gruppmöte inför KS", "Tandläkare")
    assert [str(each.held_on) for each in found.cancelled] == ["2023-03-22"]


def test_an_event_that_names_no_committee_belongs_to_the_calendars_own_or_to_the_one_said() -> None:
    event = ("2023-03-14", "Sammanträde")
    assert told(calendar(event, name="Kultur- och fritidsnämnden"))[0][0] == "KFN"
    assert told(calendar(event, default=BOARD))[0][0] == "KS"
    assert told(calendar(event, name="KFN", default=BOARD))[0][0] == "KFN"
    assert faults(calendar(event)) == [
        (
            1,
            "Den nämner ingen känd nämnd. Säg vilken när filen läses in.",
        )
    ]


def test_a_day_for_papers_without_a_meeting_after_it_is_a_fault() -> None:
    found = calendar(("2023-03-14", "KFN"), ("2023-03-20", "Utskick KFN"))
    assert faults(found) == [(2, "Inget sammanträde följer som den kan höra till.")]
    assert [(each.event, str(each.on)) for each in found.faults] == [("Utskick KFN", "2023-03-20")]


def test_a_repeated_event_without_a_committee_is_told_once() -> None:
    found = calendar(("2023-03-14", "Sammanträde"), ("2023-04-18", "Sammanträde"))
    assert len(found.faults) == 2
    twice = {"row": 1, "text": "Sammanträde"}
    read = {
        "name": "",
        "events": [{**twice, "on": "2023-03-14"}, {**twice, "on": "2023-04-18"}],
        "faults": [],
    }
    [fault] = meetings_in_calendar(read, COMMITTEES, None).faults
    assert str(fault.on) == "2023-03-14"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Inställt: KFN", "committee"),
        ("INSTÄLLT - KFN arbetsutskott", "working_committee"),
        ("KFN sammanträde (inställt)", "committee"),
        ("Canceled: KFN", "committee"),
        ("Avbokat: KFN-AU", "working_committee"),
        ("KFN, ev. inställt", None),
        ("Inställt gruppmöte KFN", None),
        ("Inställt: utskick KFN", None),
    ],
)
def test_what_is_called_off_by_its_own_words(text: str, kind: str | None) -> None:
    found = calendar(("2023-03-14", text))
    assert [each.kind.value for each in found.cancelled] == ([kind] if kind else [])
    assert (found.meetings, found.faults) == ((), ())


def test_what_another_event_holds_is_not_called_off() -> None:
    found = calendar(("2023-03-14", "Inställt: KFN"), ("2023-03-14", "KFN extra sammanträde"))
    assert len(found.meetings) == 1
    assert found.cancelled == ()


def test_the_same_meeting_twice_is_one() -> None:
    found = calendar(("2023-03-14", "KFN"), ("2023-03-14", "KFN sammanträde"))
    assert told(found) == [("KFN", "2023-03-14", "committee", "", "")]


def row(number: int, *cells: str) -> dict[str, Any]:
    names = ("committee", "held_on", "kind", "papers_by_on", "dispatched_on")
    filled = (*cells, "", "", "", "", "")
    return {"sheet": None, "row": number, **dict(zip(names, filled, strict=False))}


def test_rows_become_meetings_whatever_their_days_are_written_as() -> None:
    rows = [
        row(2, "KFN", "2023-03-14", "", "2023-03-01", "7 mars 2023"),
        row(3, "kultur- och fritidsnämnden", "tisdag 28 februari 2023 kl. 13.00", "AU"),
        row(4, "GSN", "15/3 2023", "Ordinarie"),
        row(5, "KS", "20230321 09:00", "Presidium"),
    ]
    assert told(meetings_in_workbook({"rows": rows}, COMMITTEES, None)) == [
        ("KS", "2023-03-21", "presidium", "", ""),
        ("GSN", "2023-03-15", "committee", "", ""),
        ("KFN", "2023-02-28", "working_committee", "", ""),
        ("KFN", "2023-03-14", "committee", "2023-03-01", "2023-03-07"),
    ]


def test_every_bad_row_is_told_with_its_reason() -> None:
    rows = [
        row(2, "KFN", "14 mars"),
        row(3, "Nämnden X", "2023-03-14"),
        row(4, "KFN", ""),
        row(5, "KFN", "2023-03-14", "fest"),
        row(6, "KFN", "2023-03-14", "", "2023-03-15"),
        row(7, "KFN", "2023-02-30"),
        row(8, "KFN", "2023-04-18", "", "2023-04-04"),
        row(9, "KFN", "2023-04-18", "", "2023-04-05"),
        row(10, "", "2023-03-14"),
    ]
    found = meetings_in_workbook({"rows": rows}, COMMITTEES, None)
    assert [number for number, _ in faults(found)] == [2, 3, 4, 5, 6, 7, 9, 10]
    assert [text for _, text in faults(found)][:6] == [
        "”14 mars” är ingen dag med årtal; skriv den som 2023-03-14.",
        "Ingen nämnd heter Nämnden X.",
        "Sammanträdets dag saknas.",
        "”fest” är inget slag av sammanträde; skriv nämnd, AU eller presidium.",
        "2023-03-15 ligger efter sammanträdet 2023-03-14.",
        "”2023-02-30” är ingen dag med årtal; skriv den som 2023-03-14.",
    ]
    assert found.meetings[0].held_on == date(2023, 4, 18)
