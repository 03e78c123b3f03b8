"""Committees are reminded once for each step, in one message each, and nothing is sent."""

import email
import email.policy
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from revtrack.domain import records as r
from revtrack.domain.codes import (
    CommitteeKind,
    DocumentKind,
    ExtensionDecision,
    Outcome,
    Progress,
    ReminderForm,
    ReminderKind,
    Review,
    VerdictStep,
)
from revtrack.domain.entries import ResponseEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.services.database.opening import open_store
from revtrack.services.exchange.exporting import export_case_file
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.find import read_case
from revtrack.services.history import verify
from revtrack.services.papers.issuing import issue_document
from revtrack.services.papers.places import read_template
from revtrack.services.registering.municipalities import change_municipality
from revtrack.services.reminding import remind as reminding
from revtrack.services.reminding.remind import remind
from revtrack.services.reminding.remind_log import list_reminders
from revtrack.services.reminding.remind_plan import Whom, plan_reminders
from revtrack.services.reminding.remind_presidium import take_to_presidium
from revtrack.services.reminding.remind_sent import note_sent
from revtrack.services.replies import extensions, respond
from revtrack.storage.rows import add, change, one
from revtrack.storage.store import Store
from revtrack.storage.watching import watched
from tests.conftest import TESTER, sample
from tests.services.faults import Faults

DUE = date(2023, 3, 20)
"""Of six committees; kultur- och fritidsnämnden has until the 24th."""
OTHERS = ["KS", "GSN", "GN", "SOCN", "SBN", "VON"]


def on(days: int) -> date:
    return DUE + timedelta(days=days)


def run(store: Store, day: date, folder: Path) -> list[tuple[str, ReminderForm]]:
    """Make what is due and return who was written to, and how."""
    made, _plan = remind(store, day, folder)
    return [(each.message.committee.abbreviation or "", each.message.form) for each in made]


def reply_case(store: Store, abbreviation: str) -> r.ReplyCase:
    case = read_case(store, 1)
    committee = next(each for each in case.committees if each.abbreviation == abbreviation)
    return next(each for each in case.reply_cases if each.committee_id == committee.id)


def alter(store: Store, record: r.Stored, **fields: object) -> None:
    with store.wish() as session:
        change(session, one(session, type(record), record.id), **fields)


def answer(store: Store, abbreviation: str, **fields: object) -> r.Response:
    entry = ResponseEntry(
        response=r.NewResponse(audit_id=1, **{"decided_on": on(-5), "paragraph": "7", **fields}),
        reply_case_ids=(reply_case(store, abbreviation).id,),
    )
    return respond.record_response(store, entry, on(100))


def drafts(folder: Path) -> dict[str, email.message.EmailMessage]:
    found = {}
    for path in sorted(folder.glob("*.eml")):  # of two to one committee, the later
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, email.message.EmailMessage)
        found[path.stem.rsplit("_", 1)[1]] = message
    return found


def body(message: email.message.EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_each_step_reminds_each_committee_once(awaiting_store: Store, tmp_path: Path) -> None:
    told = {}
    around = (-15, -14, -13, -11, -10, -9, 0, 6, 7, 8, 10, 11, 12, 20, 21, 22, 24, 25, 26, 39)
    for days in around:
        for attempt in range(2):
            if found := run(awaiting_store, on(days), tmp_path / "ut"):
                assert attempt == 0
                told[days] = [f"{name} {form.value}" for name, form in found]
    assert told == {
        -14: [f"{name} mail" for name in OTHERS],
        -10: ["KFN mail"],
        7: [f"{name} mail" for name in OTHERS],
        11: ["KFN mail"],
        21: [f"{name} letter" for name in OTHERS],
        25: ["KFN letter"],
    }
    log = list_reminders(awaiting_store)
    assert len(log) == 21
    assert len({(line.committee.id, line.reminder.step) for line in log}) == 21
    assert verify(awaiting_store) == ()


def test_days_without_a_run_are_caught_up_in_one(awaiting_store: Store, tmp_path: Path) -> None:
    run(awaiting_store, on(-14), tmp_path / "ut")
    run(awaiting_store, on(6), tmp_path / "ut")
    assert run(awaiting_store, on(10), tmp_path / "ut") == [
        (name, ReminderForm.MAIL) for name in OTHERS
    ]
    assert run(awaiting_store, on(10), tmp_path / "ut") == []
    ks = [line.reminder for line in list_reminders(awaiting_store, Whom(committee="KS"))]
    assert [(each.reminded_on, each.step, each.due_on) for each in ks] == [
        (on(-14), -14, DUE),
        (on(10), 7, DUE),
    ]
    assert ks[1].text == "2023-03-30_Eskilstuna-kommun_Påminnelse_KS.eml"


def test_after_a_long_gap_the_log_says_which_steps_a_message_stands_for(
    awaiting_store: Store, tmp_path: Path
) -> None:
    assert run(awaiting_store, on(30), tmp_path)[0] == ("KS", ReminderForm.LETTER)
    [line] = list_reminders(awaiting_store, Whom(committee="KS"))
    assert (line.reminder.step, line.reminder.form) == (21, ReminderForm.LETTER)
    assert line.reminder.text == (
        "2023-04-19_Eskilstuna-kommun_Påminnelse_KS.docx, "
        "2023-04-19_Eskilstuna-kommun_Påminnelse_KS.eml. "
        "Gäller även steg +7, som inte gjordes i tid."
    )


def test_a_trial_writes_nothing(awaiting_store: Store, tmp_path: Path) -> None:
    plan = plan_reminders(awaiting_store, on(7))
    assert [each.committee.abbreviation for each in plan.messages] == OTHERS
    assert list(tmp_path.glob("**/*.eml")) == []
    assert list_reminders(awaiting_store) == ()


def test_a_mail_lists_what_is_missing(awaiting_store: Store, tmp_path: Path) -> None:
    committee = next(
        each for each in read_case(awaiting_store, 1).committees if each.abbreviation == "VON"
    )
    alter(awaiting_store, committee, contact_address="Nämnden, von@åkommun.example, 632 20")
    run(awaiting_store, on(7), tmp_path)
    message = drafts(tmp_path)["VON"]
    assert message["To"] == "von@xn--kommun-hua.example"
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == (
        "Påminnelse: yttrande över granskningen av kommunens digitaliseringsarbete"
    )
    assert message["From"] is None
    assert list(message.iter_attachments()) == []
    text = body(message)
    assert "Till vård- och omsorgsnämnden\n" in text
    assert "Vi har ännu inte fått yttrande över följande:\n- Granskningen av" in text
    assert "Yttrandet önskades senast den 20 mars 2023 men har inte kommit in till oss." in text
    assert "  R7. " in text
    assert "Vi påminner om att" not in text
    assert "{{" not in text
    assert text.endswith("Med vänlig hälsning\nRevisorerna i Eskilstuna kommun\n")
    assert drafts(tmp_path)["KS"]["To"] is None


def test_a_letter_goes_with_its_mail(awaiting_store: Store, tmp_path: Path) -> None:
    run(awaiting_store, on(7), tmp_path)
    note_sent(awaiting_store, on(8), on(8))
    run(awaiting_store, on(21), tmp_path)
    name = "2023-04-10_Eskilstuna-kommun_Påminnelse_VON"
    path = tmp_path / f"{name}.eml"
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    [letter] = message.iter_attachments()
    assert letter.get_filename() == f"{name}.docx"
    content = letter.get_content()
    assert content == (tmp_path / f"{name}.docx").read_bytes()
    texts = [each.text for each in Document(BytesIO(content)).paragraphs]
    assert "Påminnelse om yttrande" in texts
    assert any("Vi har påmint den 28 mars 2023." in each.replace("\u00a0", " ") for each in texts)
    assert "”Påminnelse om yttrande”" in body(message)
    assert "R7." not in body(message)
    noted = [
        each for each in read_case(awaiting_store, 1).documents if each.file_name.startswith(name)
    ]
    assert [(each.kind, each.edition) for each in noted] == [(DocumentKind.REMINDER, 1)] * 2
    assert [each.file_name for each in noted] == [f"{name}.docx", f"{name}.eml"]


def test_a_draft_reminds_nobody_until_it_is_sent(awaiting_store: Store, tmp_path: Path) -> None:
    """Noted by its mail, by a letter edited under another name, or not: exported only when sent."""
    for name, day in (("KS", 7), ("VON", 21), ("SBN", 21)):
        remind(awaiting_store, on(day), tmp_path, Whom(committee=name))

    def told(name: str) -> tuple[list[date], list[date]]:
        lines = reply_lines(read_case(awaiting_store, 1), on(30))
        line = next(each for each in lines if each.committee.abbreviation == name)
        found = (line.reminders, line.reminder_drafts)
        return tuple([each.reminded_on for each in some] for some in found)  # type: ignore[return-value]

    assert [told(name) for name in ("KS", "VON")] == [([], [on(7)]), ([], [on(21)])]
    assert b'"reminded_on"' not in export_case_file(awaiting_store)
    issue_document(
        awaiting_store, tmp_path / "2023-03-27_Eskilstuna-kommun_Påminnelse_KS.eml", on(9), on(30)
    )
    made = tmp_path / "2023-04-10_Eskilstuna-kommun_Påminnelse_VON.docx"
    document, own = Document(str(made)), tmp_path / "Brev, VON 2. slutligt.docx"
    document.add_paragraph("Hör av er till oss.")
    document.save(str(own))
    issue_document(awaiting_store, own, on(22), on(30), made_as=made.name)
    assert [told(name) for name in ("KS", "VON")] == [([on(9)], []), ([on(22)], [])]
    exported = export_case_file(awaiting_store)
    days = re.findall(rb'"reminded_on": "([^"]*)"', exported)
    assert sorted(days) == [b"2023-03-29", b"2023-04-11"]
    reminded = {line.committee: line.reminded_on for line in watched(awaiting_store, None, on(30))}
    assert reminded["kommunstyrelsen"] == on(9)
    assert reminded["stadsbyggnadsnämnden"] is None
    noted = note_sent(awaiting_store, on(30), on(30))
    assert [line.committee.abbreviation for line in noted] == ["SBN"]
    assert told("SBN") == ([on(30)], [])


def test_drafts_are_noted_as_sent_on_the_day_they_were(
    awaiting_store: Store, tmp_path: Path
) -> None:
    """Later too, and one that a later one stands for today."""
    whom = Whom(committee="KS")
    for days in (7, 21):
        remind(awaiting_store, on(days), tmp_path, whom)
    assert note_sent(awaiting_store, on(6), on(30), whom) == ()
    for days in (8, 22):
        assert len(note_sent(awaiting_store, on(days), on(30), whom)) == 1
    assert [line.sent_on for line in list_reminders(awaiting_store, whom)] == [on(8), on(22)]
    with pytest.raises(UsageError, match="2023-04-20 lies ahead"):
        note_sent(awaiting_store, on(31), on(30), whom)


def test_the_same_facts_give_the_same_bytes(
    awaiting_store: Store, tmp_path: Path, new_store: Callable[[], Store]
) -> None:
    other = new_store()
    name = "eskilstuna_2022_awaiting.json"
    import_case_file(other, sample(name), source=name)
    for store, folder in ((awaiting_store, "ett"), (other, "två")):
        run(store, on(7), tmp_path / folder)
        run(store, on(21), tmp_path / folder)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("ett", "två")
    )
    assert first == second


def test_what_lies_there_is_not_written_over(awaiting_store: Store, tmp_path: Path) -> None:
    own = tmp_path / "2023-03-27_Eskilstuna-kommun_Påminnelse_KS.eml"
    own.write_text("eget", encoding="utf-8")
    run(awaiting_store, on(7), tmp_path)
    assert own.read_text(encoding="utf-8") == "eget"
    assert (tmp_path / "2023-03-27_Eskilstuna-kommun_Påminnelse_KS_v2.eml").exists()


def test_nobody_is_reminded_while_a_meeting_is_expected(
    awaiting_store: Store, tmp_path: Path
) -> None:
    alter(awaiting_store, reply_case(awaiting_store, "KS"), expected_meeting_on=on(10))
    assert ("KS", ReminderForm.MAIL) not in run(awaiting_store, on(7), tmp_path)
    assert run(awaiting_store, on(10), tmp_path) == []
    assert run(awaiting_store, on(11), tmp_path) == [
        ("KS", ReminderForm.MAIL),
        ("KFN", ReminderForm.MAIL),
    ]


def test_a_granted_extension_starts_the_steps_anew(awaiting_store: Store, tmp_path: Path) -> None:
    run(awaiting_store, on(7), tmp_path)
    new = r.NewExtension(
        reply_case_id=reply_case(awaiting_store, "KS").id,
        new_due_on=on(28),
        decision=ExtensionDecision.GRANTED,
    )
    extensions.extend(awaiting_store, 1, new, on(7))
    assert run(awaiting_store, on(14), tmp_path) == [
        ("KS", ReminderForm.MAIL),
        ("KFN", ReminderForm.MAIL),
    ]
    ks = list_reminders(awaiting_store, Whom(committee="KS"))
    assert [(line.reminder.step, line.reminder.due_on) for line in ks] == [
        (7, DUE),
        (-14, on(28)),
    ]
    assert "önskas senast den 17 april 2023, efter anstånd från den 20 mars 2023." in body(
        drafts(tmp_path)["KS"]
    )


def test_who_has_replied_or_been_given_up_is_left_alone(
    awaiting_store: Store, tmp_path: Path
) -> None:
    answer(awaiting_store, "KS", received_on=on(-1))
    alter(awaiting_store, reply_case(awaiting_store, "GSN"), given_up_on=on(1))
    assert [name for name, _form in run(awaiting_store, on(7), tmp_path)] == OTHERS[2:]


def test_a_decision_that_has_not_been_sent_in_is_asked_for(
    awaiting_store: Store, tmp_path: Path
) -> None:
    answer(awaiting_store, "KS", is_received=False)
    run(awaiting_store, on(7), tmp_path)
    text = body(drafts(tmp_path)["KS"])
    assert "är yttrandet beslutat, men beslutet har inte kommit in till oss:\n- " in text
    assert "har styrelsen beslutat om det (den 15 mars 2023, § 7), men beslutet" in text
    assert "R1." not in text


def test_a_supplement_is_reminded_of_by_its_own_day(awaiting_store: Store, tmp_path: Path) -> None:
    given = answer(awaiting_store, "KS", received_on=on(-1))
    alter(
        awaiting_store,
        given,
        review=Review.SUPPLEMENT_REQUESTED,
        review_note="R2",
        supplement_due_on=on(60),
    )
    assert ("KS", ReminderForm.MAIL) in run(awaiting_store, on(67), tmp_path)
    assert "Vi väntar på den komplettering som vi har bett om:\n- Granskningen av" in body(
        drafts(tmp_path)["KS"]
    )
    [line] = list_reminders(awaiting_store, Whom(committee="KS"))
    assert line.reminder.due_on == on(60)


def test_steps_that_an_office_has_left_out_are_not_made(
    awaiting_store: Store, tmp_path: Path
) -> None:
    change_municipality(awaiting_store, "Eskilstuna", {"reminder_steps": "21 brev"})
    assert run(awaiting_store, on(-14), tmp_path) == run(awaiting_store, on(7), tmp_path) == []
    change_municipality(awaiting_store, "Eskilstuna", {"reminder_steps": "-"})
    assert run(awaiting_store, on(21), tmp_path) == []


def test_steps_that_cannot_be_read_are_told_with_the_municipality(awaiting_store: Store) -> None:
    alter(awaiting_store, read_case(awaiting_store, 1).municipality, reminder_steps="ofta")
    with pytest.raises(UsageError, match="Eskilstuna kommun cannot be read: ofta"):
        plan_reminders(awaiting_store, on(7))


def promise(store: Store, day: str, *, own: bool = False) -> r.Addressee:
    """Give VON's R7 a day: its own, or that of an action; the reply has come."""
    case = read_case(store, 1)
    committee = next(each for each in case.committees if each.abbreviation == "VON")
    seven = next(each for each in case.recommendations if each.number_in_letter == "R7")
    addressee = next(
        each
        for each in case.addressees
        if each.committee_id == committee.id and each.recommendation_id == seven.id
    )
    if own:
        alter(store, addressee, due=day)
        return addressee
    with store.wish() as session:
        action = add(session, r.Action, r.NewAction(audit_id=1, text="Ta fram en plan.", due=day))
        link = r.NewActionAddressee(action_id=action.id, addressee_id=addressee.id)
        add(session, r.ActionAddressee, link)
    return addressee


@pytest.mark.parametrize("own", [True, False])
def test_a_recommendation_with_a_day_is_reminded_of(
    awaiting_store: Store, tmp_path: Path, own: bool
) -> None:
    answer(awaiting_store, "VON", received_on=on(-1))
    addressee = promise(awaiting_store, "2023-06", own=own)
    told = {}
    for day in (22, 23, 24, 30):
        told[day] = run(awaiting_store, date(2023, 6, day), tmp_path / "juni")
    assert ("VON", ReminderForm.MAIL) in told[23]
    assert not any(name == "VON" for day in (22, 24, 30) for name, _ in told[day])
    assert run(awaiting_store, date(2023, 7, 7), tmp_path / "juli") == [("VON", ReminderForm.MAIL)]
    log = list_reminders(awaiting_store, Whom(committee="VON"))
    assert [
        (line.recommendation, line.reminder.kind, line.reminder.step, line.reminder.due_on)
        for line in log
    ] == [
        ("R7", ReminderKind.ACTION, -7, date(2023, 6, 30)),
        ("R7", ReminderKind.ACTION, 7, date(2023, 6, 30)),
    ]
    assert {line.reminder.addressee_id for line in log} == {addressee.id}
    before, after = (body(drafts(tmp_path / month)["VON"]) for month in ("juni", "juli"))
    assert "Detta ska vara genomfört i juni 2023." in before
    assert "Detta skulle vara genomfört i juni 2023." in after
    assert ("Utlovad åtgärd: Ta fram en plan." in after) is not own
    assert "protokollsutdrag" not in after


def test_what_is_told_of_needs_no_reminder(awaiting_store: Store) -> None:
    answer(awaiting_store, "VON", received_on=on(-1))
    addressee = promise(awaiting_store, "2023-06", own=True)

    def is_reminded() -> bool:
        plan = plan_reminders(awaiting_store, date(2023, 6, 23), Whom(committee="VON"))
        return bool(plan.messages)

    assert is_reminded()
    with awaiting_store.wish() as session:
        report = add(
            session,
            r.ProgressReport,
            r.NewProgressReport(
                addressee_id=addressee.id,
                progress=Progress.UNDER_WAY,
                reported_on=date(2023, 6, 10),
            ),
        )
    assert not is_reminded()
    alter(awaiting_store, report, reported_on=date(2023, 4, 1))
    assert is_reminded()
    with awaiting_store.wish() as session:
        verdict = add(
            session,
            r.Verdict,
            r.NewVerdict(
                addressee_id=addressee.id, verdict=VerdictStep.FULL, judged_on=date(2023, 4, 1)
            ),
        )
    assert not is_reminded()
    alter(awaiting_store, verdict, verdict=VerdictStep.PARTLY)
    assert is_reminded()
    alter(awaiting_store, addressee, outcome=Outcome.NO_LONGER_RELEVANT, closing_reason="nedlagt")
    assert not is_reminded()


def test_all_that_a_committee_owes_stands_in_one_message(demo_store: Store, tmp_path: Path) -> None:
    known = len(list_reminders(demo_store))
    made, _plan = remind(demo_store, date(2026, 3, 9), tmp_path)
    names = [(each.message.municipality.name, each.message.committee.id) for each in made]
    assert len(names) == len(set(names))
    assert any(len(each.message.audits) > 1 for each in made)
    rows = sum(len(each.message.awaited) + len(each.message.promised) for each in made)
    assert len(list_reminders(demo_store)) == known + rows


def test_a_committee_that_has_been_succeeded_is_written_to_by_its_heir(
    awaiting_store: Store, tmp_path: Path
) -> None:
    case = read_case(awaiting_store, 1)
    named = {each.abbreviation: each for each in case.committees}
    alter(awaiting_store, named["SOCN"], valid_to_on=on(0), successor_id=named["VON"].id)
    made, _plan = remind(awaiting_store, on(7), tmp_path)
    assert [each.message.committee.abbreviation for each in made] == [
        "KS",
        "GSN",
        "GN",
        "SBN",
        "VON",
    ]
    text = body(drafts(tmp_path)["VON"])
    assert text.count("- Granskningen av") == 2
    assert "Missivet ställdes till socialnämnden." in text


def test_two_unanswered_reminders_propose_the_presidium(
    awaiting_store: Store, tmp_path: Path
) -> None:
    for days in (-14, 7, 21):
        assert plan_reminders(awaiting_store, on(20)).proposals == ()
        run(awaiting_store, on(days), tmp_path)
        assert plan_reminders(awaiting_store, on(60)).proposals == ()  # the draft is not sent
        note_sent(awaiting_store, on(days), on(days))
    assert plan_reminders(awaiting_store, on(34)).proposals == ()  # fourteen days to answer
    proposals = plan_reminders(awaiting_store, on(35)).proposals
    assert [each.committee.abbreviation for each in proposals] == OTHERS
    made = take_to_presidium(
        awaiting_store, reply_case(awaiting_store, "VON"), on(35), tmp_path / "presidiet"
    )
    assert made.name == "kommunfullmäktiges presidium"
    assert [path.suffix for path in made.paths] == [".docx", ".eml"]
    texts = [each.text.replace("\u00a0", " ") for each in Document(str(made.paths[0])).paragraphs]
    assert "Till: Kommunfullmäktiges presidium" in texts
    assert "Uteblivet yttrande från vård- och omsorgsnämnden" in texts
    assert any(
        "35 dagar efter svarsdagen. Vi har påmint den 27 mars 2023 och den 10 april 2023." in each
        for each in texts
    )
    proposals = plan_reminders(awaiting_store, on(36)).proposals
    assert [each.committee.abbreviation for each in proposals] == OTHERS[:-1]
    assert list_reminders(awaiting_store)[-1].reminder.form is ReminderForm.PRESIDIUM
    with pytest.raises(RevTrackError, match="this day was made on 2023-04-24"):
        take_to_presidium(awaiting_store, reply_case(awaiting_store, "VON"), on(40), tmp_path)


def test_the_presidium_that_is_registered_is_written_to(
    awaiting_store: Store, tmp_path: Path
) -> None:
    with awaiting_store.wish() as session:
        new = r.NewCommittee(
            municipality_id=1,
            ordinal=99,
            name="kommunfullmäktiges presidium",
            kind=CommitteeKind.PRESIDIUM,
            contact_address="presidiet@kommun.example",
        )
        add(session, r.Committee, new)
    made = take_to_presidium(awaiting_store, reply_case(awaiting_store, "KS"), on(30), tmp_path)
    assert made.has_address
    assert made.reminders == 0
    names = [
        f"2023-04-19_Eskilstuna-kommun_Uteblivet-yttrande_ESK-2022-1_KS{end}"
        for end in (".docx", ".eml")
    ]
    assert [path.name for path in made.paths] == names
    draft = drafts(tmp_path)["KS"]
    assert draft["To"] == "presidiet@kommun.example"
    assert draft["Subject"] == "Uteblivet yttrande från kommunstyrelsen"
    assert "åminn" not in body(draft)


def test_nothing_is_taken_up_before_the_day_or_after_the_reply(
    awaiting_store: Store, tmp_path: Path
) -> None:
    answer(awaiting_store, "VON", received_on=on(-1))
    for name, told in (("KS", "has time until 2023-03-20"), ("VON", "No reply from vård- och")):
        with pytest.raises(RevTrackError, match=told):
            take_to_presidium(awaiting_store, reply_case(awaiting_store, name), on(0), tmp_path)
    assert list(tmp_path.glob("*.docx")) == []


def test_a_folder_that_cannot_be_written_leaves_nothing(
    awaiting_store: Store, tmp_path: Path
) -> None:
    blocked = tmp_path / "fil"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(RevTrackError, match="Nothing was written"):
        remind(awaiting_store, on(7), blocked)
    assert list_reminders(awaiting_store) == ()


def test_a_reply_that_comes_while_messages_are_written_is_not_reminded_of(
    awaiting_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_comes(name: str, folder: Path | None) -> bytes:
        with awaiting_store.wish() as session:
            change(session, reply_case(awaiting_store, "KS"), expected_meeting_on=on(30))
        return read_template(name, folder)

    monkeypatch.setattr(reminding, "read_template", one_comes)
    with pytest.raises(GoneError):
        remind(awaiting_store, on(7), tmp_path / "ut", Whom(committee="KS"))
    assert list_reminders(awaiting_store) == ()
    assert not (tmp_path / "ut").exists()


def test_a_fault_half_way_leaves_nothing(
    awaiting_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.db"
    faults = Faults(monkeypatch)
    for place, fault in enumerate(faults.one_after_another()):
        folder = tmp_path / str(place) / "ut"
        shutil.copyfile(awaiting_store.path, path)
        store = open_store(path, TESTER)
        faults.watch(store.engine)
        try:
            with fault:
                remind(store, on(21), folder, Whom(committee="KS"))
        except RevTrackError:
            assert not folder.exists(), place
            assert list_reminders(store) == (), place
        else:
            assert len(list(folder.iterdir())) == 2, place
            assert len(list_reminders(store)) == 1, place
        store.close()
    assert {"mkdir", "open", "fsync", "link", "INSERT", "COMMIT"} <= faults.met
