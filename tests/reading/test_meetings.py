"""Calendars and workbooks of meetings, as other programs write them, through the guard."""

import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook

from revtrack.domain.errors import RevTrackError
from revtrack.reading.guard import read_guarded

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Prov//SV\r\n"
TODAY = "2023-01-01"


def calendar(*events: str, name: str = "") -> bytes:
    own = f"X-WR-CALNAME:{name}\r\n" if name else ""
    body = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"{HEAD}{own}{body}END:VCALENDAR\r\n".encode()


def read(content: bytes) -> dict[str, Any]:
    return dict(read_guarded("meetings_calendar", content, today=TODAY))


def days(content: bytes) -> list[str]:
    return [each["on"] for each in read(content)["events"]]


def test_whole_days_and_times_are_days_in_sweden() -> None:
    found = read(
        calendar(
            "SUMMARY:Nämnd\r\nDTSTART;VALUE=DATE:20230314",
            "SUMMARY:AU\r\nDTSTART;TZID=Europe/Stockholm:20230228T130000",
            "SUMMARY:Sent\r\nDTSTART:20230314T230000Z",
            "SUMMARY:Bortom havet\r\nDTSTART;TZID=America/New_York:20230314T230000",
            name="Kultur- och fritidsnämnden",
        )
    )
    assert found["name"] == "Kultur- och fritidsnämnden"
    assert found["events"] == [
        {"row": 1, "text": "Nämnd", "on": "2023-03-14"},
        {"row": 2, "text": "AU", "on": "2023-02-28"},
        {"row": 3, "text": "Sent", "on": "2023-03-15"},
        {"row": 4, "text": "Bortom havet", "on": "2023-03-14"},
    ]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            (
                "DTSTART;VALUE=DATE:20230228\r\nRRULE:FREQ=MONTHLY;BYDAY=-1TU;COUNT=4\r\n"
                "EXDATE;VALUE=DATE:20230328"
            ),
            ["2023-02-28", "2023-04-25", "2023-05-30"],
        ),
        (
            (
                "DTSTART;TZID=Europe/Stockholm:20230116T090000\r\n"
                "RRULE:FREQ=WEEKLY;INTERVAL=4;UNTIL=20230410T070000Z\r\n"
                "EXDATE;TZID=Europe/Stockholm:20230213T090000,20230313T090000"
            ),
            ["2023-01-16", "2023-04-10"],
        ),
        (
            "DTSTART;VALUE=DATE:20230301\r\nRDATE;VALUE=DATE:20230405,20230503",
            ["2023-03-01", "2023-04-05", "2023-05-03"],
        ),
        ("DTSTART;VALUE=DATE:20230301\r\nSTATUS:CANCELLED", []),
    ],
)
def test_what_is_repeated_is_written_out(event: str, expected: list[str]) -> None:
    assert days(calendar(event)) == expected


def test_days_that_are_held_no_longer_are_told_apart() -> None:
    content = calendar(
        "UID:1\r\nSUMMARY:KFN\r\nDTSTART;VALUE=DATE:20230110\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
        "EXDATE;VALUE=DATE:20230124",
        "UID:1\r\nSUMMARY:KFN\r\nRECURRENCE-ID;VALUE=DATE:20230117\r\nDTSTART;VALUE=DATE:20230118",
        "SUMMARY:KS\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20230314",
        "SUMMARY:Utan dag\r\nSTATUS:CANCELLED",
    )
    found = read(content)
    assert [each["on"] for each in found["events"]] == ["2023-01-10", "2023-01-31", "2023-01-18"]
    assert [(each["text"], each["on"]) for each in found["cancelled"]] == [
        ("KFN", "2023-01-17"),
        ("KFN", "2023-01-24"),
        ("KFN", "2023-01-17"),
        ("KS", "2023-03-14"),
    ]
    assert found["faults"] == []


def test_a_calendar_sent_to_call_off_holds_nothing() -> None:
    content = calendar("SUMMARY:KFN\r\nDTSTART;VALUE=DATE:20230314")
    found = read(content.replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:CANCEL"))
    assert found["events"] == []
    assert [each["on"] for each in found["cancelled"]] == ["2023-03-14"]


def test_days_of_our_own_calendar_are_no_meetings() -> None:
    content = calendar(
        "UID:svar-7@revtrack\r\nSUMMARY:Besvarat: KFN\r\nSTATUS:CANCELLED\r\n"
        "DTSTART;VALUE=DATE:20230314",
        "UID:sammantrade-7@revtrack\r\nSUMMARY:Sammanträde: KFN\r\nDTSTART;VALUE=DATE:20230418",
    )
    found = read(content)
    assert [each["on"] for each in found["events"]] == ["2023-04-18"]
    assert found["cancelled"] == []


def test_what_repeats_without_an_end_is_bounded_by_today() -> None:
    found = days(calendar("DTSTART;VALUE=DATE:20100104\r\nRRULE:FREQ=YEARLY"))
    assert found == ["2022-01-04", "2023-01-04", "2024-01-04", "2025-01-04"]


def test_a_meeting_that_was_moved_stands_on_its_new_day_only() -> None:
    content = calendar(
        "UID:1\r\nDTSTART;VALUE=DATE:20230110\r\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:1\r\nRECURRENCE-ID;VALUE=DATE:20230117\r\nDTSTART;VALUE=DATE:20230118",
    )
    assert sorted(days(content)) == ["2023-01-10", "2023-01-18", "2023-01-24"]


def test_an_event_that_cannot_be_read_is_told_by_its_number() -> None:
    found = read(
        calendar(
            "SUMMARY:Nämnd\r\nDTSTART;VALUE=DATE:20230314",
            "SUMMARY:Utan dag",
            "SUMMARY:Fel dag\r\nDTSTART:20231399",
            "SUMMARY:Sekund\r\nDTSTART;VALUE=DATE:20230314\r\nRRULE:FREQ=SECONDLY",
        )
    )
    names = ("row", "text", "on", "message")
    assert [tuple(each[name] for name in names) for each in found["faults"]] == [
        (2, "Utan dag", None, "The event has no day."),
        (3, "Fel dag", None, "The event has no day."),
        (4, "Sekund", "2023-03-14", "The rule by which the event is repeated cannot be read."),
    ]
    assert len(found["events"]) == 1


def test_one_odd_event_leaves_the_others_to_be_read() -> None:
    series = "UID:1\r\nSUMMARY:KFN\r\nDTSTART;VALUE=DATE:20230110\r\nRRULE:FREQ=WEEKLY;COUNT=2"
    moved = "UID:1\r\nDTSTART;VALUE=DATE:20230118\r\nSUMMARY:"
    found = read(
        calendar(
            series,
            f"{moved}Fel plats\r\nRECURRENCE-ID:20231399",
            f"{moved}Framöver\r\nRECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20230117",
            f"{moved}Slut\r\nSTATUS:CANCELLED\r\n"
            "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20230117",
            "SUMMARY:Noll\r\nDTSTART;VALUE=DATE:20230314\r\nRRULE:FREQ=WEEKLY;INTERVAL=0",
        )
    )
    assert [
        (each["row"], each["text"], each["message"].split(",")[0]) for each in found["faults"]
    ] == [
        (2, "Fel plats", "The day that the event replaces cannot be read."),
        (3, "Framöver", "The event changes all later days of a series"),
        (4, "Slut", "The event changes all later days of a series"),
        (5, "Noll", "The rule by which the event is repeated cannot be read."),
    ]
    assert found["events"][0] == {"row": 1, "text": "KFN", "on": "2023-01-10"}


def test_an_older_outlook_writes_swedish_letters_in_its_own_way() -> None:
    content = calendar("SUMMARY:Nämnd\r\nDTSTART;VALUE=DATE:20230314").decode().encode("cp1252")
    assert read(content)["events"][0]["text"] == "Nämnd"


@pytest.mark.parametrize("content", [b"hej", b"BEGIN:VEVENT\r\nEND:VEVENT", b"BEGIN:VCALENDAR"])
def test_a_file_that_is_no_calendar_is_told(content: bytes) -> None:
    with pytest.raises(RevTrackError, match=r"The file is no calendar \(\.ics\)"):
        read(content)


def workbook(*rows: tuple[object, ...], sheets: int = 1) -> bytes:
    book = Workbook()
    for number in range(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def rows(content: bytes) -> list[dict[str, Any]]:
    return list(read_guarded("meetings_workbook", content)["rows"])


def test_rows_are_read_under_headings_in_any_order() -> None:
    content = workbook(
        ("Sammanträdesplan 2023",),
        (),
        ("Sammanträde", "Utskick", "Nämnd", "Sista dag för handlingar", "Slag", "Sal"),
        (datetime(2023, 3, 14), "7 mars 2023", "KFN", "", "AU", "A"),  # noqa: DTZ001 - a day
        (None, None, None, None, None, "B"),
        ("14 mars", None, "KS"),
    )
    assert rows(content) == [
        {
            "sheet": None,
            "row": 4,
            "held_on": "2023-03-14",
            "dispatched_on": "7 mars 2023",
            "committee": "KFN",
            "papers_by_on": "",
            "kind": "AU",
        },
        {
            "sheet": None,
            "row": 6,
            "held_on": "14 mars",
            "dispatched_on": "",
            "committee": "KS",
            "papers_by_on": "",
            "kind": "",
        },
    ]


def test_of_several_sheets_each_row_tells_its_own() -> None:
    found = rows(workbook(("Nämnd", "Datum"), ("KS", "2023-03-14"), sheets=2))
    assert [(each["sheet"], each["row"]) for each in found] == [("Sheet", 2), ("Sheet1", 2)]


def test_a_workbook_without_the_headings_says_which_they_are() -> None:
    with pytest.raises(RevTrackError, match="no row with the heading Sammanträde"):
        rows(workbook(("Namn", "Adress"), ("KS", "Torget 1")))
