"""The calendar file: days that keep their identity and move when they are changed."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from revtrack.domain import records as r
from revtrack.domain.codes import ExtensionDecision, MeetingKind, Progress, Review
from revtrack.domain.entries import ResponseEntry
from revtrack.domain.errors import RevTrackError
from revtrack.services.find import read_case
from revtrack.services.reminding.calendar import make_calendar, write_calendar
from revtrack.services.reminding.remind_plan import Whom
from revtrack.services.replies import extensions, respond
from revtrack.storage.rows import add, change, one
from revtrack.storage.store import Store

TODAY = date(2023, 3, 1)


def unfolded(content: bytes) -> list[str]:
    """Return the lines of a calendar as RFC 5545 has them, read without any library."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return re.sub(r"\r\n[ \t]", "", content.decode("utf-8")).split("\r\n")[:-1]


def entries(content: bytes) -> list[dict[str, str]]:
    """Return the entries of a calendar by their properties' names, without their warnings."""
    found: list[dict[str, str]] = []
    depth = 0
    for line in unfolded(content):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        depth += (name == "BEGIN") - (name == "END")
        if depth == 2 and found:
            found[-1][name.split(";")[0]] = value
        if line == "BEGIN:VALARM":
            found[-1]["VALARM"] = "there"
    return found


def by_committee(content: bytes, category: str = "Svar") -> Mapping[str, dict[str, str]]:
    return {
        each["SUMMARY"].split(": ")[1].split("\\,")[0]: each
        for each in entries(content)
        if each.get("CATEGORIES") == category
    }


def calendar(store: Store, today: date = TODAY, whom: Whom | None = None) -> bytes:
    return make_calendar(store, today, whom or Whom())[0]


def reply_case(store: Store, abbreviation: str) -> r.ReplyCase:
    case = read_case(store, 1)
    committee = next(each for each in case.committees if each.abbreviation == abbreviation)
    return next(each for each in case.reply_cases if each.committee_id == committee.id)


def extend(store: Store, abbreviation: str, day: date, **more: object) -> None:
    given = {"decision": ExtensionDecision.GRANTED, **more}
    new = r.NewExtension(
        reply_case_id=reply_case(store, abbreviation).id,
        new_due_on=day,
        **given,
    )
    extensions.extend(store, 1, new, TODAY)


def test_each_awaited_reply_has_its_day(awaiting_store: Store) -> None:
    content = calendar(awaiting_store)
    days = by_committee(content)
    assert sorted(days) == ["GN", "GSN", "KFN", "KS", "SBN", "SOCN", "VON"]
    ks, kfn = days["KS"], days["KFN"]
    assert ks["SUMMARY"] == ("Svar senast: KS\\, Granskning av kommunens digitaliseringsarbete")
    assert (ks["DTSTART"], ks["DTEND"], ks["STATUS"]) == ("20230320", "20230321", "CONFIRMED")
    assert ks["VALARM"] == "there"
    assert kfn["DTSTART"] == "20230324"
    assert "Ursprunglig svarsdag: 2023-03-20" in kfn["DESCRIPTION"]
    assert ks["DTSTAMP"] == "20230301T000000Z"
    assert unfolded(content)[:5] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//RevTrack//RevTrack//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]


def test_another_program_reads_the_same(awaiting_store: Store) -> None:
    content = calendar(awaiting_store)
    read = [
        (str(each["uid"]), each.decoded("dtstart"), str(each["summary"]))
        for each in Calendar.from_ical(content).walk("VEVENT")
    ]
    own = [
        (
            each["UID"],
            date.fromisoformat(each["DTSTART"]),
            each["SUMMARY"].replace("\\,", ","),
        )
        for each in entries(content)
    ]
    assert read == own
    assert len({uid for uid, _day, _title in read}) == len(read) == 7


def test_a_changed_day_keeps_its_uid_and_gets_a_higher_sequence(awaiting_store: Store) -> None:
    first = by_committee(calendar(awaiting_store))
    assert calendar(awaiting_store) == calendar(awaiting_store)
    extend(awaiting_store, "KS", date(2023, 4, 3))
    second = by_committee(calendar(awaiting_store))
    extend(awaiting_store, "KS", date(2023, 4, 17))
    third = by_committee(calendar(awaiting_store))
    told = [each["KS"] for each in (first, second, third)]
    assert len({each["UID"] for each in told}) == 1
    assert [each["DTSTART"] for each in told] == ["20230320", "20230403", "20230417"]
    assert [int(each["SEQUENCE"]) for each in told] == [0, 1, 2]
    assert {name: each for name, each in third.items() if name != "KS"} == {
        name: each for name, each in first.items() if name != "KS"
    }


def test_what_is_answered_is_called_so(awaiting_store: Store) -> None:
    before = by_committee(calendar(awaiting_store))["KS"]
    entry = ResponseEntry(
        response=r.NewResponse(audit_id=1, received_on=TODAY),
        reply_case_ids=(reply_case(awaiting_store, "KS").id,),
    )
    respond.record_response(awaiting_store, entry, TODAY)
    after = by_committee(calendar(awaiting_store))["KS"]
    assert after["SUMMARY"].startswith("Besvarat: KS")
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert "VALARM" not in after


def test_supplements_follow_ups_and_promised_days_stand_there(awaiting_store: Store) -> None:
    case = read_case(awaiting_store, 1)
    ks = reply_case(awaiting_store, "KS")
    entry = ResponseEntry(
        response=r.NewResponse(audit_id=1, received_on=TODAY), reply_case_ids=(ks.id,)
    )
    response = respond.record_response(awaiting_store, entry, TODAY)
    addressee = next(each for each in case.addressees if each.asked)
    with awaiting_store.wish() as session:
        change(
            session,
            one(session, r.Response, response.id),
            review=Review.SUPPLEMENT_REQUESTED,
            supplement_due_on=date(2023, 5, 5),
        )
        change(session, one(session, r.Audit, 1), follow_up_planned="2025-Q2")
        change(session, one(session, r.Addressee, addressee.id), due="2024-06")
        action = add(session, r.Action, r.NewAction(audit_id=1, text="Plan", due="inför 2024"))
        link = r.NewActionAddressee(action_id=action.id, addressee_id=addressee.id)
        add(session, r.ActionAddressee, link)
        meeting = r.NewCommitteeMeeting(
            committee_id=ks.committee_id,
            held_on=date(2023, 3, 14),
            kind=MeetingKind.WORKING_COMMITTEE,
            papers_by_on=date(2023, 3, 1),
        )
        add(session, r.CommitteeMeeting, meeting)
    title = case.audit.title
    told = {
        (each["DTSTART"], each["SUMMARY"].split("\\,")[0], each["STATUS"])
        for each in entries(calendar(awaiting_store))
        if each["CATEGORIES"] != "Svar"
    }
    assert told == {
        ("20230505", "Komplettering senast: KS", "CONFIRMED"),
        ("20250401", f"Uppföljning planerad under andra kvartalet 2025: {title}", "CONFIRMED"),
        ("20240630", "Ska vara genomförd: KS R1", "CONFIRMED"),
        ("20231231", "Åtgärd klar senast: KS R1", "CONFIRMED"),
        ("20230314", "Arbetsutskott: KS", "CONFIRMED"),
    }
    [meeting_entry] = [
        each for each in entries(calendar(awaiting_store)) if each["CATEGORIES"] == "Sammanträde"
    ]
    assert "Sista dag för handlingar: 2023-03-01" in meeting_entry["DESCRIPTION"]


def test_what_is_done_is_called_so(awaiting_store: Store) -> None:
    addressee = next(each for each in read_case(awaiting_store, 1).addressees if each.asked)
    with awaiting_store.wish() as session:
        change(session, one(session, r.Addressee, addressee.id), due="2024-06")
    [before] = [each for each in entries(calendar(awaiting_store)) if "R1" in each["SUMMARY"]]
    with awaiting_store.wish() as session:
        report = r.NewProgressReport(
            addressee_id=addressee.id, progress=Progress.DONE, review=Review.SUFFICIENT
        )
        add(session, r.ProgressReport, report)
    [after] = [each for each in entries(calendar(awaiting_store)) if "R1" in each["SUMMARY"]]
    assert after["SUMMARY"].startswith("Klar: KS R1")
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_days_long_past_are_left_out(awaiting_store: Store) -> None:
    assert make_calendar(awaiting_store, date(2024, 3, 20))[1] == 7
    assert make_calendar(awaiting_store, date(2024, 3, 22))[1] == 1
    assert make_calendar(awaiting_store, date(2024, 4, 1))[1] == 0


def test_only_one_audit_or_municipality(demo_store: Store) -> None:
    everything = entries(calendar(demo_store, date(2023, 3, 1)))
    one_audit = entries(calendar(demo_store, date(2023, 3, 1), Whom(audit_id=1)))
    town = entries(calendar(demo_store, date(2023, 3, 1), Whom(municipality_id=1)))
    assert {each["UID"] for each in one_audit} <= {each["UID"] for each in everything}
    assert {each["UID"] for each in town} < {each["UID"] for each in everything}
    assert 0 < len(one_audit) < len(everything)
    assert len({each["UID"] for each in everything}) == len(everything)


def test_a_draft_has_no_days(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        change(session, one(session, r.Audit, 1), handed_over_on=None)
    assert make_calendar(awaiting_store, TODAY)[1] == 0


def test_a_missing_folder_is_not_made(awaiting_store: Store, tmp_path: Path) -> None:
    with pytest.raises(RevTrackError, match="There is no folder"):
        write_calendar(awaiting_store, tmp_path / "saknas" / "frister.ics", date(2023, 1, 10))
    assert not (tmp_path / "saknas").exists()


def test_an_earlier_calendar_is_made_anew_and_nothing_else(
    awaiting_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "mapp" / "frister.ics"
    path.parent.mkdir()
    assert write_calendar(awaiting_store, path, TODAY) == 7
    first = path.read_bytes()
    extend(awaiting_store, "KS", date(2023, 4, 3))
    write_calendar(awaiting_store, path, TODAY)
    assert path.read_bytes() != first
    assert [each.name for each in path.parent.iterdir()] == ["frister.ics"]
    link = tmp_path / "genväg.ics"
    link.symlink_to(path)
    assert write_calendar(awaiting_store, link, TODAY) == 7
    assert link.is_symlink()
    other = tmp_path / "annan.ics"
    other.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Annan//SV\r\nEND:VCALENDAR\r\n")
    with pytest.raises(RevTrackError, match="exists already"):
        write_calendar(awaiting_store, other, TODAY)
    assert b"Annan" in other.read_bytes()


def test_the_calendar_of_another_register_or_choice_is_left_as_it_is(
    awaiting_store: Store, demo_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "frister.ics"
    write_calendar(demo_store, path, TODAY)
    before = path.read_bytes()
    for store, whom in (
        (awaiting_store, Whom()),
        (demo_store, Whom(audit_id=1)),
        (demo_store, Whom(municipality_id=1)),
    ):
        with pytest.raises(RevTrackError, match="of another register, or of other audits"):
            write_calendar(store, path, TODAY, whom)
    assert path.read_bytes() == before
    write_calendar(demo_store, path, date(2023, 3, 2))
    assert path.read_bytes() != before
