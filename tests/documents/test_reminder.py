"""The reminder as a letter and as a mail, and the letter to the council's presidium."""

import email
import email.policy
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest

from revtrack.documents import fields
from revtrack.documents.letters.reminder_letter import (
    presidium_letter,
    presidium_of,
    reminder_letter,
)
from revtrack.documents.letters.reminder_mail import reminder_mail
from revtrack.documents.office.mail import Enclosed, MailText, mail_draft, mail_text
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, ReminderForm, ReplyState
from revtrack.domain.errors import RevTrackError
from revtrack.domain.replies.reminder_message import (
    AwaitedLine,
    PresidiumProposal,
    PromiseLine,
    ReminderMessage,
)
from revtrack.domain.replies.reminders import DueStep, Step
from tests.documents.conftest import TEMPLATES
from tests.documents.flatten import assert_golden, plain_spaces, word_lines
from tests.domain.build import stored

TODAY = date(2026, 3, 9)
LETTER = (TEMPLATES / fields.REMINDER).read_bytes()
MAIL = (TEMPLATES / fields.REMINDER_MAIL).read_bytes()
NOW = DueStep(Step(21, ReminderForm.LETTER))


def committee(case: AuditCase, abbreviation: str) -> r.Committee:
    return next(each for each in case.committees if each.abbreviation == abbreviation)


def awaited(case: AuditCase, abbreviation: str, **more: object) -> AwaitedLine:
    body = committee(case, abbreviation)
    reply_case = next(each for each in case.reply_cases if each.committee_id == body.id)
    asked = {each.recommendation_id for each in case.addressees if each.committee_id == body.id}
    given = {
        "state": ReplyState.AWAITED,
        "due_on": reply_case.due_on,
        "is_extended": False,
        "decision": None,
        "recommendations": tuple(each for each in case.recommendations if each.id in asked),
        "due": NOW,
        **more,
    }
    return AwaitedLine(case=case, reply_case=reply_case, committee=body, **given)  # type: ignore[arg-type]


def promised(case: AuditCase, abbreviation: str, number: str) -> PromiseLine:
    body = committee(case, abbreviation)
    item = next(each for each in case.recommendations if each.number_in_letter == number)
    addressee = next(
        each
        for each in case.addressees
        if (each.recommendation_id, each.committee_id) == (item.id, body.id)
    )
    return PromiseLine(
        case=case,
        reply_case=next(each for each in case.reply_cases if each.committee_id == body.id),
        addressee=addressee,
        recommendation=item,
        committee=body,
        due_on=date(2026, 2, 28),
        stated="2026-02",
        actions=case.actions_of(addressee.id),
        due=DueStep(Step(7, ReminderForm.MAIL)),
    )


def made(day: date, step: int) -> r.Reminder:
    return stored(
        r.Reminder,
        100 + step,
        reply_case_id=1,
        reminded_on=day,
        step=step,
        due_on=date(2026, 1, 16),
    )


@pytest.fixture
def message(alvsunda: Mapping[str, AuditCase]) -> ReminderMessage:
    """Two replies, one of them reminded of before, and an action."""
    late, near = alvsunda["ALV-2025-1"], alvsunda["ALV-2025-3"]
    return ReminderMessage(
        municipality=late.municipality,
        committee=committee(late, "BUN"),
        awaited=(
            awaited(late, "BUN", sent=(made(date(2026, 1, 23), 7), made(date(2026, 1, 2), -14))),
            awaited(near, "BUN", due_on=date(2026, 3, 13)),
        ),
        promised=(promised(alvsunda["ALV-2024-3"], "SBN", "R2"),),
    )


def opened(content: bytes) -> EmailMessage:
    found = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def body(content: bytes) -> str:
    part = opened(content).get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_the_letter_is_as_it_should_read(message: ReminderMessage) -> None:
    assert_golden("paminnelse_alvsunda.txt", reminder_letter(message, LETTER, today=TODAY))


def test_the_letter_to_the_presidium_is_as_it_should_read(awaiting: AuditCase) -> None:
    line = awaited(
        awaiting,
        "KFN",
        due_on=date(2023, 3, 24),
        is_extended=True,
        sent=(made(date(2023, 3, 31), 7), made(date(2023, 4, 14), 21)),
    )
    proposal = PresidiumProposal(line, line.committee)
    assert proposal.last_on == date(2023, 4, 14)
    content = presidium_letter(
        proposal, LETTER, today=date(2023, 5, 2), to="kommunfullmäktiges presidium"
    )
    assert_golden("paminnelse_presidiet_eskilstuna.txt", content)


def test_the_presidium_is_the_one_that_is_registered(awaiting: AuditCase) -> None:
    assert presidium_of(awaiting.committees, "kommunfullmäktige") == (
        None,
        "kommunfullmäktiges presidium",
    )
    own = stored(
        r.Committee,
        77,
        municipality_id=1,
        ordinal=1,
        name="presidiet",
        kind=CommitteeKind.PRESIDIUM,
    )
    assert presidium_of((*awaiting.committees, own), "fullmäktige") == (own, "presidiet")


def test_the_mail_is_as_it_should_read(message: ReminderMessage) -> None:
    content = reminder_mail(message, MAIL, today=TODAY)
    mail = opened(content)
    assert mail["Subject"] == "Påminnelse: yttranden över två granskningar"
    assert mail["To"] == "bun@alvsunda.example"
    assert mail["X-Unsent"] == "1"
    assert mail["Date"].datetime.date() == TODAY
    assert mail["Content-Language"] == "sv"
    assert mail.get_content_type() == "text/plain"
    text = body(content)
    assert text.startswith("Till barn- och utbildningsnämnden\n\nVi påminner om att yttrande")
    assert "  Yttrandet önskas senast den 13 mars 2026.\n  Yttrandet bör besvara följande" in text
    assert (
        "\n- Granskningen av kommunens IT-säkerhet och kontinuitet (missiv den 25 september 2025, "
        "ert diarienummer BUN 2025/188, vårt diarienummer REV 2025/5)\n"
        "  Yttrandet önskades senast den 16 januari 2026 men har inte kommit in till oss. "
        "Det är nu 52 dagar försenat. Vi har påmint den 23 januari 2026.\n"
    ) in text
    assert "  R2. Klassa informationen i verksamhetssystemen och dokumentera resultatet\n" in text
    assert "Detta skulle vara genomfört i februari 2026. Utlovad åtgärd: Följa upp" in text
    assert "\u00a0" not in text


def test_a_mail_is_one_that_any_system_takes(message: ReminderMessage) -> None:
    letter = Enclosed("Påminnelse_ÅÄÖ.docx", reminder_letter(message, LETTER, today=TODAY))
    content = reminder_mail(
        message, MAIL, today=TODAY, letter=letter, letter_title="Påminnelse om yttranden"
    )
    assert content.isascii()
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    mail = opened(content)
    [enclosed] = mail.iter_attachments()
    assert enclosed.get_filename() == "Påminnelse_ÅÄÖ.docx"
    assert enclosed.get_content_type().endswith("wordprocessingml.document")
    assert enclosed.get_content() == letter.content
    assert "i det bifogade brevet, ”Påminnelse om yttranden”." in body(content)
    assert content == reminder_mail(
        message, MAIL, today=TODAY, letter=letter, letter_title="Påminnelse om yttranden"
    )


def test_what_somebody_has_been_reminded_of_before_is_told_of_shortly(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    late, near = alvsunda["ALV-2025-1"], alvsunda["ALV-2025-3"]
    text = body(
        reminder_mail(
            ReminderMessage(
                municipality=late.municipality,
                committee=committee(late, "BUN"),
                awaited=(awaited(near, "BUN"),),
                also=(awaited(late, "BUN", sent=(made(date(2026, 1, 23), 7),), due=None),),
            ),
            MAIL,
            today=date(2026, 3, 1),
        )
    )
    told = text.split("Vi har tidigare påmint om följande, som vi fortfarande saknar:\n")[1]
    assert told.count("\n- ") == 0
    assert "R2." not in told


IN_FEBRUARY = date(2026, 2, 20)


def about(line: AwaitedLine) -> ReminderMessage:
    town = line.case.municipality
    return ReminderMessage(municipality=town, committee=line.committee, awaited=(line,))


def mailed(line: AwaitedLine) -> str:
    return body(reminder_mail(about(line), MAIL, today=IN_FEBRUARY))


def assert_told_in_both(line: AwaitedLine, told: str) -> None:
    letter = reminder_letter(about(line), LETTER, today=IN_FEBRUARY)
    assert any(told in plain_spaces(each) for each in word_lines(letter))
    assert told in mailed(line)


def test_more_time_that_was_refused_is_told_of_with_how_late_the_reply_is(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    case = alvsunda["ALV-2024-2"]
    line = awaited(case, "KFN", due_on=date(2025, 9, 12), is_extended=True)
    told = (
        "men har inte kommit in till oss. Det är nu 161 dagar försenat. Begäran om förlängd "
        "svarstid avslogs den 16 oktober 2025."
    )
    assert_told_in_both(line, told)
    assert "avslogs" not in mailed(replace(line, due_on=date(2026, 2, 28)))


def test_more_time_that_nobody_has_decided_on_is_told_of(alvsunda: Mapping[str, AuditCase]) -> None:
    case = alvsunda["ALV-2025-1"]
    line = awaited(case, "SN")
    told = (
        "Nämnden begärde den 22 januari 2026 förlängd svarstid till den 27 februari 2026; vi har "
        "ännu inte tagit ställning."
    )
    assert_told_in_both(line, told)
    assert "begärde" not in mailed(replace(line, state=ReplyState.INCOMPLETE))


def test_a_decision_on_its_way_is_asked_for(awaiting: AuditCase) -> None:
    decision = stored(
        r.Response, audit_id=1, is_received=False, decided_on=date(2023, 3, 7), paragraph="85"
    )
    line = awaited(awaiting, "KS", state=ReplyState.ADOPTED, decision=decision)
    message = ReminderMessage(
        municipality=awaiting.municipality, committee=line.committee, awaited=(line,)
    )
    told = [
        plain_spaces(each)
        for each in word_lines(reminder_letter(message, LETTER, today=date(2023, 4, 10)))
    ]
    assert any(
        "har styrelsen beslutat om det (den 7 mars 2023, § 85), men beslutet har inte kommit in"
        in each
        for each in told
    )
    assert not any(each.startswith("Punkt") for each in told)


def test_a_template_of_the_office_decides_the_words() -> None:
    template = (
        "# en anteckning\nÄmne: Hej {{ amne }}\n\nKära {{mottagare}},\n\n"
        "Saknas:\n{{ forsenade }}\n\nTomt: {{ kommande }}\n\n\nHej då"
    ).encode()
    values = {"amne": "åter", "mottagare": "nämnd", "forsenade": "- {{ amne }}", "kommande": ""}
    assert mail_text(template, values, "egen.txt") == MailText(
        "Hej åter", "Kära nämnd,\n\nSaknas:\n- {{ amne }}\n\nHej då\n"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (b"\xc4mne: x", "not saved as text in UTF-8"),
        ("Ämne: {{ åmne }}".encode(), "no field called åmne"),
        ("Hej\n\nÄmne: x".encode(), "first paragraph must be the line"),
        (b"", "first paragraph must be the line"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(template: bytes, told: str) -> None:
    with pytest.raises(RevTrackError, match=told):
        mail_text(template, {"amne": "x"}, "egen.txt")


def test_the_template_uses_every_field_of_the_mail() -> None:
    text = MAIL.decode()
    assert [each.name for each in fields.MAIL_FIELDS[fields.REMINDER_MAIL]] == [
        part.split("}}")[0].strip() for part in text.split("{{")[2:]
    ]


def test_people_s_text_cannot_add_a_head() -> None:
    text = MailText("Hej\r\nBcc: alla@kommun.se".replace("\r\n", " "), ".\nFrom here\n")
    content = mail_draft(text, to="a@b.se", on=TODAY)
    assert opened(content)["Bcc"] is None
    assert body(content) == ".\nFrom here\n"
