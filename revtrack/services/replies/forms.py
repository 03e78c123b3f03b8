"""Answer forms that came back: read, shown, and filed on the right recommendations."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import FileKind, FileStatus, ResponseKind
from revtrack.domain.entries import ActionEntry, AnswerEntry, ResponseEntry
from revtrack.domain.errors import N_, RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.replies.answer_form import asked_form
from revtrack.domain.replies.form_key import FormKey
from revtrack.domain.replies.form_reply import (
    FormReading,
    FoundForm,
    Remark,
    RowReading,
    RowState,
    SaidAction,
    key_of,
    refuse_foreign,
    refuse_unlike,
)
from revtrack.domain.replies.form_rows import read_reply
from revtrack.domain.texts.prose import name_key
from revtrack.reading.guard import read_guarded
from revtrack.services.replies.respond import LONGEST_BEFORE, record_within
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.exchange import keep_contents, kept_contents
from revtrack.storage.rows import add
from revtrack.storage.store import Store
from revtrack.wording.form_words import form_words

READER = "answer_form"


@dataclass(frozen=True, kw_only=True)
class Filing:
    """How a form is to be filed."""

    received_on: date
    is_draft: bool = False
    replaces: bool = False
    """Whether it takes the place of the committee's earlier reply."""
    supplements: bool = False
    """Whether it adds to it."""
    accepts_part: bool = False
    """Whether it is filed though recommendations are not answered in it."""

    @property
    def is_plain(self) -> bool:
        """Whether it is the committee's reply, beside no earlier one."""
        return not (self.is_draft or self.replaces or self.supplements)


@dataclass(frozen=True)
class FormProposal:
    """What a form says, before anything is filed."""

    name: str
    """The file's."""
    content: bytes
    reading: FormReading

    @property
    def case(self) -> AuditCase:
        """The audit that the form belongs to."""
        return self.reading.asked.case

    @property
    def sha256(self) -> str:
        """The checksum of the file as it came."""
        return hashlib.sha256(self.content).hexdigest()


def read_form(
    store: Store, name: str, content: bytes, today: date, *, audit_id: int | None = None
) -> FormProposal:
    """Return what a form says, row by row; nothing is stored.

    ``audit_id`` is the audit that it is said to belong to. Raises RevTrackError with the reason
    where the file is no form, or one that is damaged, foreign, of another audit, old or empty.
    """
    found = FoundForm.model_validate(read_guarded(READER, content))
    return propose_answers(store, (name, content), found, today, audit_id=audit_id)


def propose_answers(
    store: Store,
    file: tuple[str, bytes],
    found: FoundForm,
    today: date,
    *,
    audit_id: int | None = None,
) -> FormProposal:
    """Do as ``read_form`` with what a reader has found in the file, its name and its content."""
    key = key_of(found)
    with store.reading() as session:
        case = _case_of(session, key)
    if case is None or key.reply_case_uid not in {each.uid for each in case.reply_cases}:
        refuse_foreign(found, key)
    reply_case = next(each for each in case.reply_cases if each.uid == key.reply_case_uid)
    asked = asked_form(case, case.committee_by_id[reply_case.committee_id])
    refuse_unlike(found, key, asked)
    if audit_id not in {None, case.audit.id}:
        raise RevTrackError(
            "The form belongs to {reference} and {committee}, not to the audit that was named.",
            reference=case.audit.reference,
            committee=asked.committee.name,
        )
    reading = read_reply(found, asked, form_words(), today)
    if reading.is_empty:
        raise RevTrackError(
            "Nothing is filled in in the form from {committee}. Ask for the file that they saved.",
            committee=asked.committee.name,
        )
    return FormProposal(*file, reading)


def _case_of(session: Session, key: FormKey) -> AuditCase | None:
    found = [each.id for each in list_audits(session) if each.uid == key.audit_uid]
    return load_case(session, found[0]) if found else None


def as_filed(proposal: FormProposal, filing: Filing, today: date) -> FormProposal:
    """Return the proposal as it is filed: without a meeting day that cannot be right.

    What is left out, or missing so that the reply is filed as received, is among its remarks.
    """
    reading = proposal.reading
    decided_on, remarks = _decided_on(reading, filing, today)
    settled = replace(
        reading,
        decision=replace(reading.decision, decided_on=decided_on),
        remarks=(*reading.remarks, *remarks),
    )
    return replace(proposal, reading=settled)


def file_form(store: Store, proposal: FormProposal, filing: Filing, today: date) -> r.Response:
    """File each answer of a form on its recommendation with the file itself, all or nothing.

    Returns the response. Raises RevTrackError where the form, with these or with other answers, is
    filed already, where recommendations are not answered in it and that is not accepted, and where
    ``record_response`` does.
    """
    proposal = as_filed(proposal, filing, today)
    with store.wish() as session:
        case = load_case(session, proposal.case.audit.id)
        _refuse_twice(case, proposal, filing)
        _refuse_part(proposal.reading, filing)
        response = record_within(session, _entry(case, proposal, filing), today)
        _keep(session, response, proposal)
        return response


def _refuse_twice(case: AuditCase, proposal: FormProposal, filing: Filing) -> None:
    """Refuse the very same file, and without a word on how they relate, another copy of the form.

    A draft and the decision that follows it may come in one form.
    """
    of_kind = {
        each.id: each
        for each in case.responses
        if (each.kind is ResponseKind.DRAFT) is filing.is_draft
    }
    for attachment in case.attachments:
        if attachment.sha256 == proposal.sha256 and attachment.response_id in of_kind:
            raise RevTrackError(
                "This very file is filed already, as received on {day}.",
                day=of_kind[attachment.response_id].received_on,
            )
    form_uid = proposal.reading.asked.key.form_uid
    filed = [each for each in of_kind.values() if each.form_uid == form_uid]
    if filed and _is_same(case, filed[-1], proposal.reading, filing):
        raise RevTrackError(
            "This form from {committee} is filed already with the same answers, as received on "
            "{day}. Nothing was changed.",
            committee=proposal.reading.asked.committee.name,
            day=filed[-1].received_on,
        )
    if filed and not filing.is_draft and not (filing.replaces or filing.supplements):
        raise RevTrackError(
            "This form from {committee} is filed already, as received on {day}, with other "
            "answers. Say what the new one is: --replaces if it takes the earlier reply's place, "
            "--supplement if it adds to it.",
            committee=proposal.reading.asked.committee.name,
            day=filed[-1].received_on,
        )


def _is_same(case: AuditCase, filed: r.Response, reading: FormReading, filing: Filing) -> bool:
    """Tell whether what is filed says the same as a form, whatever the two files' bytes."""
    new = _response(case, reading, replace(filing, replaces=False, supplements=False))
    decision = ("decided_on", "paragraph", "diary_number", "decided_by", "text")
    if any(getattr(new, name) != getattr(filed, name) for name in decision):
        return False
    there = {each.addressee_id: each for each in case.answers if each.response_id == filed.id}
    rows = {row.asked.addressee.id: row for row in reading.rows if row.is_filed}
    return there.keys() == rows.keys() and all(
        (row.position, row.progress, row.quote)
        == (there[key].position, there[key].progress, there[key].quote)
        and _are_same_actions(case, filed, row)
        for key, row in rows.items()
    )


def _are_same_actions(case: AuditCase, filed: r.Response, row: RowReading) -> bool:
    """Tell whether a row's actions are those filed; one known from elsewhere was filed by none."""
    said = {(each.text, each.responsible, each.due) for each in row.actions}
    links = {
        link.action_id
        for link in case.action_addressees
        if link.addressee_id == row.asked.addressee.id
    }
    known = {
        (each.text, each.responsible, each.due): each.response_id
        for each in case.actions
        if each.id in links
    }
    own = {action for action, response_id in known.items() if response_id == filed.id}
    return own <= said <= known.keys()


def _refuse_part(reading: FormReading, filing: Filing) -> None:
    """Refuse to leave anything out unasked; a supplement need not answer everything."""
    if filing.accepts_part:
        return
    ready = {RowState.WHOLE}
    if filing.supplements:
        ready = set(RowState) - {RowState.UNREADABLE}
    left_out = [row.asked.number for row in reading.rows if row.state not in ready]
    if left_out:
        raise RevTrackError(
            "Nothing was filed: the answer of {committee} to {numbers} is missing in the form or "
            "cannot be read; the reason stands at each. Send the form back, or file what there is "
            "with --accept-part; the rest then stays unread.",
            committee=reading.asked.committee.name,
            numbers=left_out,
        )
    if reading.has_strays:
        raise RevTrackError(
            "Nothing was filed: in the form from {committee} something is written in rows that "
            "belong to no recommendation. Correct them as is said there, or file the rest with "
            "--accept-part.",
            committee=reading.asked.committee.name,
        )


def _decided_on(
    reading: FormReading, filing: Filing, today: date
) -> tuple[date | None, tuple[Remark, ...]]:
    """Return the day of the decision as far as it can be right, and what is to be told of it."""
    decision, letter_on = reading.decision, reading.asked.case.audit.handed_over_on
    if filing.is_draft:
        return None, ()
    day = decision.decided_on
    if day is None and decision.paragraph is None:
        said = N_(
            "The form gives neither paragraph nor meeting day. The reply is filed as received; "
            "write them there when the minutes have come."
        )
        return None, (Remark(said),)
    if day is None:
        return None, ()
    is_old = letter_on is not None and letter_on - day > LONGEST_BEFORE
    if day > min(today, filing.received_on) or is_old:
        said = N_("The meeting day {day} cannot be right and was left out.")
        return None, (Remark(said, {"day": day}),)
    return day, ()


def _entry(case: AuditCase, proposal: FormProposal, filing: Filing) -> ResponseEntry:
    reading = proposal.reading
    filed = [row for row in reading.rows if row.is_filed]
    response = _response(case, reading, filing)
    return ResponseEntry(
        response=response,
        reply_case_ids=(reading.asked.reply_case.id,),
        answers=tuple(
            AnswerEntry(
                addressee_id=row.asked.addressee.id,
                position=row.position,
                progress=row.progress,
                quote=row.quote,
            )
            for row in filed
        ),
        actions=tuple(
            ActionEntry(
                text=action.text,
                responsible=action.responsible,
                due=action.due,
                addressee_ids=(row.asked.addressee.id,),
            )
            for row in filed
            for action in row.actions
            if not _is_known(case, row.asked.addressee, action, response)
        ),
    )


def _is_known(
    case: AuditCase, addressee: r.Addressee, action: SaidAction, response: r.NewResponse
) -> bool:
    """Tell whether the action is registered already and goes on counting beside the response.

    What an earlier reply tells of ceases to count when this one takes its place.
    """
    said = (action.text, action.responsible, action.due)
    return said in {
        (each.text, each.responsible, each.due)
        for each in case.actions_of(addressee.id)
        if each.response_id is None or each.response_id != response.replaces_id
    }


def _response(case: AuditCase, reading: FormReading, filing: Filing) -> r.NewResponse:
    """Return the document; a draft has no decision, so what the form says of one is left out."""
    decision = reading.decision
    fields: dict[str, object] = {
        "audit_id": case.audit.id,
        "kind": ResponseKind.DRAFT,
        "received_on": filing.received_on,
        "diary_number": decision.diary_number,
        "text": decision.text,
        "form_uid": reading.asked.key.form_uid,
    }
    if not filing.is_draft:
        earlier = _earlier(case, reading, filing)
        own = committee_keys(reading.asked.committee)
        by = decision.decided_by
        fields |= {
            "kind": ResponseKind.SUPPLEMENT if filing.supplements else ResponseKind.DECISION,
            "decided_on": decision.decided_on,
            "paragraph": decision.paragraph,
            "decided_by": by if by and name_key(by) not in own else None,
            "replaces_id": earlier if filing.replaces else None,
            "supplements_id": earlier if filing.supplements else None,
        }
    return r.NewResponse.model_validate(fields)


def _earlier(case: AuditCase, reading: FormReading, filing: Filing) -> int | None:
    """Return the reply that the form replaces or adds to, where it is to do so."""
    if filing.replaces and filing.supplements:
        raise UsageError("Choose one of --replaces and --supplement.")
    if not (filing.replaces or filing.supplements):
        return None
    lines = reply_lines(case, filing.received_on)
    line = next(each for each in lines if each.reply_case.id == reading.asked.reply_case.id)
    if line.decision is None:
        raise UsageError("There is no earlier response to replace or supplement.")
    return line.decision.id


def _keep(session: Session, response: r.Response, proposal: FormProposal) -> None:
    """Keep the file as it came."""
    sha256 = proposal.sha256
    if sha256 not in kept_contents(session, [sha256]):
        keep_contents(session, {sha256: proposal.content})
    is_draft = response.kind is ResponseKind.DRAFT
    new = r.NewAttachment(
        audit_id=response.audit_id,
        response_id=response.id,
        name=proposal.name,
        sha256=sha256,
        byte_count=len(proposal.content),
        kind=FileKind.RESPONSE_FORM,
        status=FileStatus.WORKING_MATERIAL if is_draft else FileStatus.RECEIVED,
    )
    add(session, r.Attachment, new)
