"""What each row of a sheet means for the register: the records it speaks of, and their fields."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from revtrack.domain.errors import N_
from revtrack.domain.exchange.sheets.bodies import AuditBook, Bodies, Known
from revtrack.domain.exchange.sheets.books import Books, Target
from revtrack.domain.exchange.sheets.cells import RECURRING, CellError
from revtrack.domain.exchange.sheets.columns import Field
from revtrack.domain.exchange.sheets.drafts import Change, Draft, Drafts
from revtrack.domain.exchange.sheets.incoming import Read, SheetRow
from revtrack.domain.exchange.sheets.outgoing import wording_field
from revtrack.domain.records import Audit, Recommendation, ReplyCase
from revtrack.domain.texts.prose import name_key

NO_RECOMMENDATION = N_(
    "Neither Rek nr nor Rekommendation is filled in, so nobody can tell which recommendation it is."
)
NO_TEXT = N_(
    "The recommendation is not registered, and its text does not stand there. Fill in "
    "Rekommendation, or mend the number."
)
NO_QUESTION = N_("The audit has no question {value}. Write its text, or a number that it has.")
KEY_UNKNOWN = N_(
    "The audit has nothing by the id of this row. Do not change the hidden column RevTrack-id; "
    "empty its cell if the row is new."
)
MOVED = N_(
    "{heading} is “{old}” for this row, and a row is not moved by changing it. Write it back, or "
    "empty the cell in the hidden column RevTrack-id if the row is new."
)
NO_COLUMN = N_(
    "The column {heading} is not there, so nobody can tell whether the hidden column RevTrack-id "
    "names the right row. Put the column back as it was written."
)
DAY_STANDS = N_(
    "The reply was asked for by {old}, and that day stands since the audit was handed over. "
    "Write it back. If the committee was given more time, register that as an extension."
)
ISSUED = N_(
    "The wording was issued with the letter and is not changed by a sheet. If it is a slip of the "
    "pen, change it in the register, with the reason."
)
HANDED_OVER = N_("The audit has not been handed over in the register. Hand it over there first.")
NOT_ASKED = N_(
    "The letter does not put the recommendation to the committee, so no reply or action belongs "
    "here. Empty the cell, or hand the audit over first."
)
NO_ACTION = N_("“{value}” was left out, since Åtgärd is empty in the row.")
NO_VERDICT = N_("“{value}” was left out, since Uppföljningsbedömning is empty in the row.")

Names = Mapping[Field, str]
_OF_AUDIT: Names = {
    Field.TITLE: "title",
    Field.YEAR: "audit_year",
    Field.FIRM: "firm",
    Field.REPORT_ON: "report_on",
    Field.HANDED_OVER_ON: "handed_over_on",
}
_OF_RECOMMENDATION: Names = {
    Field.HEADING: "heading",
    Field.SECTION: "section",
    Field.PRIORITY: "priority",
}
_OF_REPLY_CASE: Names = {Field.DUE_ON: "due_on", Field.DIARY_NUMBER: "diary_number"}
_OF_RESPONSE: Names = {
    Field.RECEIVED_ON: "received_on",
    Field.DECIDED_ON: "decided_on",
    Field.PARAGRAPH: "paragraph",
}
_OF_ANSWER: Names = {Field.POSITION: "position", Field.ANSWER: "quote"}
_OF_ACTION: Names = {
    Field.ACTION: "text",
    Field.RESPONSIBLE: "responsible",
    Field.FULFILLED_ON: "fulfilled_on",
}
_OF_VERDICT: Names = {
    Field.VERDICT: "verdict",
    Field.BASIS: "basis",
    Field.JUDGED_ON: "judged_on",
}
_REPLY = frozenset({*_OF_RESPONSE, *_OF_ANSWER, Field.PROGRESS})
_ASKED = frozenset({*_REPLY, *_OF_REPLY_CASE, *_OF_ACTION, *_OF_VERDICT, Field.ACTION_DUE})
"""What nobody can know of a recommendation that was not put to the committee."""
_NUMBERS = re.compile(r"[0-9]{1,3}(?:(?:\s*[,;]\s*|\s+och\s+|\s+)[0-9]{1,3})*")


class Rows:
    """Takes in the rows of a file."""

    def __init__(
        self,
        read: Read,
        known: Known,
        *,
        audit: str | None = None,
        municipality: str | None = None,
        may_correct: bool = False,
    ) -> None:
        """Know the register; ``may_correct`` lets issued wordings be put right."""
        self.drafts = read.drafts
        self._rows = read.rows
        self._may_correct = may_correct
        self._bodies = Bodies(known, self.drafts, audit, municipality)
        self._books = Books(self._bodies)
        self._with_actions: dict[str, list[tuple[Target, SheetRow]]] = {}

    def take_all(self) -> Drafts:
        """Take in every row and return what they say."""
        for row in self._rows:
            try:
                self._take(row)
            except CellError as fault:
                spot = row.at(fault.field) if fault.field else row.spot
                self.drafts.fault(spot, fault.message, **fault.values)
        for rows in self._with_actions.values():
            self._say_actions(rows)
        for row in self._rows:
            self.drafts.states.setdefault(row.spot[:2], "same")
        self.drafts.forget_new_rows()
        return self.drafts

    def _take(self, row: SheetRow) -> None:
        book = self._books.filled(self._bodies.audit(row.said, row.spot))
        self._say_audit(book, row)
        if row.key:
            self._say(self._own_target(book, row), row)
            return
        text = row.said.get(Field.COMMITTEE)
        committees = self._bodies.committees(book, text, row.at(Field.COMMITTEE))
        recommendation = self._recommendation(book, row)
        is_asked = not _ASKED.isdisjoint(row.said)
        for committee in committees:
            target = self._books.target(
                book, recommendation, committee, row.spot, is_asked=is_asked
            )
            self._say(target, row)

    def _own_target(self, book: AuditBook, row: SheetRow) -> Target:
        expected = self._books.own_row(book, row.key)
        target = self._books.own_target(book, row.key)
        if expected is None or target is None:
            raise CellError(KEY_UNKNOWN)
        for each in (Field.COMMITTEE, Field.NUMBER):
            if not row.has(each):
                raise CellError(NO_COLUMN, heading=each.value)
        for each in (Field.COMMITTEE, Field.NUMBER, Field.YEAR, Field.MUNICIPALITY):
            old = expected.get(each)
            spot = row.at(each)
            if row.has(each) and name_key(str(old or "")) != name_key(spot.value):
                raise CellError(MOVED, each, heading=spot.heading, old=old or "–")
        return target

    def _recommendation(self, book: AuditBook, row: SheetRow) -> Draft:
        number, text = row.said.get(Field.NUMBER), row.said.get(Field.TEXT)
        if not number and not text:
            raise CellError(NO_RECOMMENDATION)
        found = self._books.recommendation(book, number, text, row.at(Field.TEXT))
        if found is None:
            raise CellError(NO_TEXT, Field.NUMBER)
        return found

    # ---- fields ------------------------------------------------------------------------------

    def _say(self, target: Target, row: SheetRow) -> None:
        if target.recommendation is not None:
            self._say_recommendation(target, target.recommendation, row)
            self._say_reply(target, row)
            self._say_verdict(target, row)
        if target.action is not None:
            self._fields(target, row, _OF_ACTION, target.action)
            self._say_due(target, target.action, row)
        elif not row.key and target.addressee is not None:
            self._with_actions.setdefault(target.addressee.uid, []).append((target, row))

    def _fields(
        self,
        target: Target,
        row: SheetRow,
        names: Names,
        found: Draft | None,
        make: Callable[[], Draft | None] | None = None,
    ) -> Draft | None:
        """Say what a row tells of one record, which is made where it is told of and not found.

        A cell of our own that was emptied takes away what stood there.
        """
        said = [each for each in names if each in row.said]
        if said and found is None and make is not None:
            found = make()
        if found is None:
            return None
        for each in said:
            self.drafts.say(found, names[each], row.said[each], row.at(each), target.subject)
        if found.stored is not None:
            for each in names:
                if each in row.cleared:
                    self.drafts.say(found, names[each], None, row.at(each), target.subject)
        return found

    def _say_audit(self, book: AuditBook, row: SheetRow) -> None:
        stored = book.draft.stored
        for column, name in _OF_AUDIT.items():
            if column not in row.said:
                continue
            if column is Field.TITLE and Field.AUDIT not in row.said:
                continue  # it is what the audit is known by
            if column is Field.YEAR and row.key:
                continue
            if column is Field.HANDED_OVER_ON and stored and getattr(stored, name) is None:
                raise CellError(HANDED_OVER, column)
            self.drafts.say(book.draft, name, row.said[column], row.at(column), book.reference)

    def _say_recommendation(self, target: Target, draft: Draft, row: SheetRow) -> None:
        self._fields(target, row, _OF_RECOMMENDATION, draft)
        stored = draft.stored
        names: dict[Field, str] = {}
        if isinstance(stored, Recommendation):
            names[Field.TEXT] = wording_field(stored)
            if Field.TEXT in row.said and not self._may_correct and _is_issued(target, stored):
                text = name_key(row.said[Field.TEXT])
                if text != name_key(getattr(stored, names[Field.TEXT]) or ""):
                    raise CellError(ISSUED, Field.TEXT)
        else:
            is_asked = "letter_text" in draft.values
            names[Field.TEXT] = "letter_text" if is_asked else "report_text"
            names[Field.NUMBER] = "number_in_letter" if is_asked else "number_in_report"
        self._fields(target, row, names, draft)
        if Field.QUESTION in row.said:
            self._say_questions(target, draft, row)

    def _say_questions(self, target: Target, draft: Draft, row: SheetRow) -> None:
        text, spot = row.said[Field.QUESTION], row.at(Field.QUESTION)
        book, uids = target.book, []
        if _NUMBERS.fullmatch(text):
            for number in re.findall(r"[0-9]+", text):
                if number not in book.questions:
                    raise CellError(NO_QUESTION, Field.QUESTION, value=number)
                uids.append(book.questions[number].uid)
        else:
            uids.append(self._books.question(book, text, spot).uid)
        if draft.is_new:
            draft.values.setdefault("questions", list(dict.fromkeys(uids)))
            return
        case = book.case
        known = case.questions_of(draft.stored.id) if case and draft.stored else ()
        if {each.uid for each in known} != set(uids) and "questions" not in draft.values:
            draft.values["questions"] = uids
            old = ", ".join(str(each.number) for each in known)
            self.drafts.states[row.spot[:2]] = "changed"
            self.drafts.changes.append(
                Change(spot, target.subject, "recommendation", "question_id", old or None, text)
            )

    def _say_reply(self, target: Target, row: SheetRow) -> None:
        books, spot = self._books, row.spot
        addressee = target.addressee
        if addressee is not None and addressee.stored and not addressee.current("asked"):
            odd = next((each for each in row.said if each in _REPLY), None)
            if odd is not None:
                raise CellError(NOT_ASKED, odd)
        reply = books.reply_case(target, spot, is_made=False)
        self._fields(
            target, row, _OF_REPLY_CASE, reply, lambda: books.reply_case(target, spot, is_made=True)
        )
        response = books.response(target, spot, is_made=False)
        self._fields(
            target, row, _OF_RESPONSE, response, lambda: books.response(target, spot, is_made=True)
        )
        answer = books.answer(target, spot, is_made=False)
        self._fields(
            target, row, _OF_ANSWER, answer, lambda: books.answer(target, spot, is_made=True)
        )
        self._say_progress(target, row)

    def _say_progress(self, target: Target, row: SheetRow) -> None:
        if target.addressee is None:
            return
        names = {Field.PROGRESS: "progress"}
        report = target.book.found.get(("progress", target.addressee.uid))
        has_reply = any(each in row.said for each in (*_OF_RESPONSE, *_OF_ANSWER))
        found = report or self._books.answer(target, row.spot, is_made=False)

        def make() -> Draft | None:
            if has_reply:
                return self._books.answer(target, row.spot, is_made=True)
            return self._books.progress(target, row.spot)

        self._fields(target, row, names, found, make)

    def _say_verdict(self, target: Target, row: SheetRow) -> None:
        found = self._books.verdict(target, row.spot, is_made=False)
        if found is None and Field.VERDICT not in row.said:
            for each in _OF_VERDICT:
                if each in row.said:
                    self.drafts.leave_out(row.at(each), NO_VERDICT)
            return
        self._fields(
            target,
            row,
            _OF_VERDICT,
            found,
            lambda: self._books.verdict(target, row.spot, is_made=True),
        )

    # ---- actions -----------------------------------------------------------------------------

    def _say_actions(self, rows: list[tuple[Target, SheetRow]]) -> None:
        """Say the actions of one recommendation to one committee, row for row.

        An action is known by its text; where one row and one action are left over, they belong
        together and its text is changed.
        """
        target = rows[0][0]
        uid = target.addressee.uid if target.addressee else ""
        known = {name_key(each.current("text")): each for each in target.book.actions.get(uid, ())}
        texts = {
            name_key(row.said[Field.ACTION]): row for _, row in rows if Field.ACTION in row.said
        }
        left = [text for text in known if text not in texts]
        more = [text for text in texts if text not in known]
        if len(left) == len(more) == 1:
            known[more[0]] = known[left[0]]
        for each, row in rows:
            self._say_action(each, row, known)

    def _say_action(self, target: Target, row: SheetRow, known: dict[str, Draft]) -> None:
        text = row.said.get(Field.ACTION)
        if text is not None:
            key = name_key(text)
            if key not in known:
                known[key] = self._books.new_action(target, row.spot)
            draft: Draft | None = known[key]
        else:
            draft = next(iter(known.values())) if len(known) == 1 else None
        if draft is not None:
            self._fields(target, row, _OF_ACTION, draft)
        else:
            for each in (Field.RESPONSIBLE, Field.FULFILLED_ON):
                if each in row.said:
                    self.drafts.leave_out(row.at(each), NO_ACTION)
        self._say_due(target, draft, row)

    def _say_due(self, target: Target, action: Draft | None, row: SheetRow) -> None:
        """Say by when it is to be done: of the action, else of the recommendation itself."""
        spot = row.at(Field.ACTION_DUE)
        value = row.said.get(Field.ACTION_DUE)
        is_emptied = Field.ACTION_DUE in row.cleared and action is not None
        if value is None and not is_emptied:
            return
        if action is None and target.addressee is not None:
            if value == RECURRING:
                self.drafts.leave_out(spot, NO_ACTION)
                return
            self.drafts.say(target.addressee, "due", value, spot, target.subject)
        elif action is not None:
            if value == RECURRING:
                self.drafts.say(action, "recurring", True, spot, target.subject)
            elif value is None and getattr(action.stored, "recurring", False):
                self.drafts.say(action, "recurring", False, spot, target.subject)
            due: Any = None if value == RECURRING else value
            if action.stored is not None or due is not None:
                self.drafts.say(action, "due", due, spot, target.subject)


def refuse_moved_days(drafts: Drafts) -> None:
    """Note a fault for each day of reply that a row changes after the audit was handed over."""
    for each in drafts.all:
        if isinstance(each.stored, ReplyCase) and each.stored.due_on and "due_on" in each.told:
            audit = each.parent.stored if each.parent else None
            if isinstance(audit, Audit) and audit.handed_over_on:
                drafts.fault(each.told["due_on"], DAY_STANDS, old=each.stored.due_on)


def _is_issued(target: Target, recommendation: Recommendation) -> bool:
    """Tell whether the wording has been issued with the letter."""
    case = target.book.case
    return case is not None and any(
        each.recommendation_id == recommendation.id for each in case.wordings
    )
