"""The records of an audit by what a row names them by, and those that a row has to make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Review, Role
from revtrack.domain.exchange.sheets import outgoing
from revtrack.domain.exchange.sheets.bodies import AuditBook, Bodies
from revtrack.domain.exchange.sheets.columns import Field, ids_of
from revtrack.domain.exchange.sheets.drafts import Draft, Spot
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.states import decisive, latest_verdict
from revtrack.domain.texts.prose import name_key

_LETTERS_OWN = re.compile(r"[RF][0-9]", re.IGNORECASE)
"""How the numbers begin that only a letter gives."""


@dataclass(frozen=True, eq=False)
class Target:
    """What a row speaks of."""

    book: AuditBook
    subject: str
    """In a few words: ``ESK-2022-1, R4, KFN``."""
    recommendation: Draft | None = None
    committee: Draft | None = None
    addressee: Draft | None = None
    action: Draft | None = None
    """The very action, where the row names it by its id."""
    is_own: bool = False
    """Whether the row names all this by ids."""


class Books:
    """Finds and makes what belongs to audits."""

    def __init__(self, bodies: Bodies) -> None:
        """Work on the same drafts."""
        self._bodies = bodies
        self._drafts = bodies.drafts
        self._own: dict[str, Mapping[str, outgoing.Row]] = {}
        self._filled: set[str] = set()

    # ---- what the register has ---------------------------------------------------------------

    def filled(self, book: AuditBook) -> AuditBook:
        """Return the audit with the drafts of all that is stored of it."""
        if book.case is not None and book.draft.uid not in self._filled:
            self._filled.add(book.draft.uid)
            self._fill(book, book.case)
        return book

    def _fill(self, book: AuditBook, case: AuditCase) -> None:
        towns = case.committee_by_id
        book.roles = {towns[each.committee_id].uid for each in case.audit_committees}
        for each in case.recommendations:
            self._know(book, self._drafts.stored(each, book.draft), case.number_of(each))
        for question in case.questions:
            draft = self._drafts.stored(question, book.draft)
            book.questions |= {str(question.number): draft, name_key(question.text): draft}
            book.last_question = max(book.last_question, question.number)
        for reply in case.reply_cases:
            key = ("reply_case", towns[reply.committee_id].uid)
            book.found[key] = self._drafts.stored(reply, book.draft)
        responses = {each.id: self._drafts.stored(each, book.draft) for each in case.responses}
        for reply in case.reply_cases:
            main = decisive(case.responses_by_reply_case.get(reply.id, ()))
            if main is not None:
                book.found["response", towns[reply.committee_id].uid] = responses[main.id]
        for line in outgoing.all_lines(case):
            self._fill_line(book, case, line, responses)
        for action in case.actions:
            self._fill_action(book, case, action)

    def _fill_line(
        self,
        book: AuditBook,
        case: AuditCase,
        line: AddresseeLine,
        responses: Mapping[int, Draft],
    ) -> None:
        own: r.Addressee = line.addressee
        above = book.recommendations[line.recommendation.uid]
        stored = case.addressee_by_id[own.id]
        place = (above.uid, line.committee.uid)
        book.places[own.uid] = place
        book.addressees[place] = self._drafts.stored(stored, above)
        if line.response is not None:
            book.found["response", own.uid] = responses[line.response.id]
        answers = case.answers_by_addressee.get(own.id, ())
        answer = outgoing.own_answer(line) or (answers[-1] if answers else None)
        if answer is not None:
            parent = responses[answer.response_id]
            book.found["answer", own.uid] = self._drafts.stored(answer, parent)
        report = outgoing.progress_of(case, own)
        if report is not None:
            book.found["progress", own.uid] = self._drafts.stored(report, book.draft)
        verdict = latest_verdict(case.verdicts_by_addressee.get(own.id, ()))
        if verdict is not None:
            book.found["verdict", own.uid] = self._drafts.stored(verdict, book.draft)

    def _fill_action(self, book: AuditBook, case: AuditCase, action: r.Action) -> None:
        draft = self._drafts.stored(action, book.draft)
        book.found["action", action.uid] = draft
        for each in case.addressees_by_action.get(action.id, ()):
            book.actions.setdefault(each.uid, []).append(draft)

    def _know(self, book: AuditBook, draft: Draft, number: str | None) -> Draft:
        book.recommendations[draft.uid] = draft
        book.last_ordinal = max(book.last_ordinal, draft.current("ordinal"))
        numbers = [number, draft.current("number_in_letter"), draft.current("number_in_report")]
        for each in filter(None, numbers):
            book.by_number.setdefault(name_key(each), draft)
        for name in ("letter_text", "report_text"):
            if text := draft.current(name):
                book.by_text.setdefault(name_key(text), draft)
        return draft

    # ---- rows of our own ---------------------------------------------------------------------

    def own_row(self, book: AuditBook, key: str) -> outgoing.Row | None:
        """Return the row as the program writes it, by the first of its ids; None where unknown."""
        if book.case is None or not ids_of(key):
            return None
        if book.draft.uid not in self._own:
            sheets = outgoing.rows_of(book.case)
            names = (outgoing.ROWS_SHEET, outgoing.ACTIONS_SHEET)
            rows = [row for name in names for row in sheets[name]]
            self._own[book.draft.uid] = {row[Field.KEY].partition(" ")[0]: row for row in rows}
        return self._own[book.draft.uid].get(key.partition(" ")[0])

    def own_target(self, book: AuditBook, key: str) -> Target | None:
        """Return what the ids of a row name; None where they are unknown or do not belong."""
        ids = ids_of(key)
        action = book.found.get(("action", ids["action"])) if "action" in ids else None
        place = book.places.get(ids.get("addressee", ""))
        if ("action" in ids and action is None) or ("addressee" in ids and place is None):
            return None
        if place and action and action not in book.actions.get(ids["addressee"], ()):
            return None
        if place is None:
            return Target(book, book.reference, action=action, is_own=True)
        recommendation = book.recommendations[place[0]]
        committee = self.committee_of(book, place[1])
        addressee = book.addressees[place]
        subject = self._subject(book, recommendation, committee)
        return Target(book, subject, recommendation, committee, addressee, action, is_own=True)

    def committee_of(self, book: AuditBook, uid: str) -> Draft:
        """Return the draft of a committee of a stored audit."""
        case = book.case
        committees: Sequence[r.Committee] = case.committees if case else ()
        return self._bodies.of(next(each for each in committees if each.uid == uid), book.town)

    # ---- what is found or made ---------------------------------------------------------------

    def recommendation(
        self, book: AuditBook, number: str | None, text: str | None, spot: Spot
    ) -> Draft | None:
        """Return the recommendation with this number, else this text; made of the text if new.

        None where it is new and there is no text.
        """
        found = book.by_number.get(name_key(number)) if number else None
        if found is None and text and not number:
            found = book.by_text.get(name_key(text))
        if found is not None or not text:
            return found
        draft = self._drafts.new(r.Recommendation, book.draft, spot, ordinal=book.last_ordinal + 1)
        draft.values |= {"report_text": text} | ({"number_in_report": number} if number else {})
        return self._know(book, draft, number)

    def target(
        self,
        book: AuditBook,
        recommendation: Draft,
        committee: Draft,
        spot: Spot,
        *,
        is_asked: bool,
    ) -> Target:
        """Return the recommendation to this committee, made where it is new."""
        subject = self._subject(book, recommendation, committee)
        key = (recommendation.uid, committee.uid)
        if committee.uid not in book.roles:
            book.roles.add(committee.uid)
            role = Role.RECIPIENT
            self._drafts.new(r.AuditCommittee, book.draft, spot, committee=committee.uid, role=role)
        if key not in book.addressees:
            asked = True if is_asked or book.draft.current("handed_over_on") else None
            made = self._drafts.new(
                r.Addressee, recommendation, spot, committee=committee.uid, asked=asked
            )
            book.addressees[key] = made
        addressee = book.addressees[key]
        if addressee.is_new and is_asked:
            addressee.values["asked"] = True
        if addressee.current("asked") and recommendation.is_new:
            self._put_in_letter(recommendation)
        return Target(book, subject, recommendation, committee, addressee)

    def _put_in_letter(self, recommendation: Draft) -> None:
        """Let what was put to a committee stand in the letter too, in the words that are told."""
        values = recommendation.values
        for letter, report in (
            ("letter_text", "report_text"),
            ("number_in_letter", "number_in_report"),
        ):
            if report in values and letter not in values:
                values[letter] = values[report]
                if report in recommendation.told:
                    recommendation.told[letter] = recommendation.told[report]
        if _LETTERS_OWN.match(values.get("number_in_report", "")):
            del values["number_in_report"]

    def _subject(self, book: AuditBook, recommendation: Draft, committee: Draft) -> str:
        number = recommendation.current("number_in_letter") or recommendation.current(
            "number_in_report"
        )
        name = committee.current("abbreviation") or committee.current("name")
        return ", ".join(filter(None, (book.reference, number, name)))

    def question(self, book: AuditBook, text: str, spot: Spot) -> Draft:
        """Return the audit question with this text, made where it is new."""
        key = name_key(text)
        if key not in book.questions:
            number = book.last_question = book.last_question + 1
            made = self._drafts.new(r.Question, book.draft, spot, number=number, text=text)
            book.questions |= {key: made, str(number): made}
        return book.questions[key]

    def reply_case(self, target: Target, spot: Spot, *, is_made: bool) -> Draft | None:
        """Return the committee's reply case in the audit."""
        book, committee = target.book, target.committee
        if committee is None:
            return None
        key = ("reply_case", committee.uid)
        if key not in book.found and is_made:
            book.found[key] = self._drafts.new(
                r.ReplyCase, book.draft, spot, committee=committee.uid
            )
        return book.found.get(key)

    def response(self, target: Target, spot: Spot, *, is_made: bool) -> Draft | None:
        """Return the response that the answer stands in, else the one that answers the case."""
        book, committee, addressee = target.book, target.committee, target.addressee
        if committee is None or addressee is None:
            return None
        answer = book.found.get(("answer", addressee.uid))
        if answer is not None:
            return answer.parent
        key = ("response", committee.uid)
        found = book.found.get(("response", addressee.uid))
        if found is None and (is_made or not target.is_own):
            found = book.found.get(key)
        if found is None and is_made:
            reply = self.reply_case(target, spot, is_made=True)
            cases = [reply.uid] if reply else []
            found = self._drafts.new(r.Response, book.draft, spot, reply_cases=cases)
            book.found[key] = found
        return found

    def answer(self, target: Target, spot: Spot, *, is_made: bool) -> Draft | None:
        """Return what the committee answered on the recommendation."""
        if target.addressee is None:
            return None
        key = ("answer", target.addressee.uid)
        if key not in target.book.found and is_made:
            response = self.response(target, spot, is_made=True)
            target.book.found[key] = self._drafts.new(
                r.Answer, response, spot, addressee=target.addressee.uid
            )
        return target.book.found.get(key)

    def progress(self, target: Target, spot: Spot) -> Draft:
        """Return a new word of the committee on how far it has come, accepted as it stands."""
        addressee = target.addressee.uid if target.addressee else None
        made = self._drafts.new(
            r.ProgressReport, target.book.draft, spot, addressee=addressee, review=Review.SUFFICIENT
        )
        target.book.found["progress", str(addressee)] = made
        return made

    def verdict(self, target: Target, spot: Spot, *, is_made: bool) -> Draft | None:
        """Return the latest verdict on the recommendation."""
        if target.addressee is None:
            return None
        key = ("verdict", target.addressee.uid)
        if key not in target.book.found and is_made:
            target.book.found[key] = self._drafts.new(
                r.Verdict, target.book.draft, spot, addressee=target.addressee.uid
            )
        return target.book.found.get(key)

    def new_action(self, target: Target, spot: Spot) -> Draft:
        """Return a new action that answers to the recommendation."""
        uids = [target.addressee.uid] if target.addressee else []
        made = self._drafts.new(r.Action, target.book.draft, spot, addressees=uids)
        for uid in uids:
            target.book.actions.setdefault(uid, []).append(made)
        return made
