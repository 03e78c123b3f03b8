"""What a committee has said on a recommendation, in words that put nothing in its mouth."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState, ResponseKind, Review
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.records import Action, Committee, Response, Verdict
from revtrack.domain.replies.progress import planned_completion
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.language import term
from revtrack.wording.stances import CONTEXT, SAYS, swedish_stance
from revtrack.wording.words import capitalise_first, coarse_in_words

NO_REPLY = "Inget svar har kommit in"
REPLY_MISSING = "Svar saknas"
NOT_REQUESTED = "Svar ej begärt"
NOT_HANDED_OVER = "Missivet ej beslutat"
WORDS_MISSING = "Ingen text återgiven"
TIME_UNKNOWN = "Okänt om i tid"
NO_DAY = "dag framgår inte"
_REVIEWED = {
    Review.PENDING: ", ännu inte bedömd",
    Review.SUPPLEMENT_REQUESTED: " (komplettering begärd)",
}
"""What is told of a progress report that has not been accepted."""
EXACT_DAY = 10
"""The length of a day that is stated to the day."""


def stance(line: AddresseeLine) -> str:
    """Return position and progress together, as the response itself gives them.

    What the committee reports later is told apart, with its day: ``progress_reports``.
    """
    answer = line.answer
    return swedish_stance(
        line.position,
        answer.progress if answer else None,
        has_quote=bool(answer and answer.quote),
    )


def stance_or_state(case: AuditCase, line: AddresseeLine, reply: ReplyLine | None) -> str:
    """Return the stance, or why there is none: no reply has come, or none was asked for."""
    if line.response is not None:
        return stance(line)
    if not case.is_handed_over:
        return NOT_HANDED_OVER
    if reply is None or reply.reply_case.due_on is None:
        return NOT_REQUESTED
    if reply.state is ReplyState.NO_REPLY:
        return swedish_label(reply.state)
    return REPLY_MISSING if reply.is_late else swedish_label(ReplyState.AWAITED)


def stance_or_silence(line: AddresseeLine) -> str:
    """Return the stance, or that no reply was asked for, or that none has come."""
    if line.response is not None:
        return stance(line)
    is_asked = line.reply_case is not None and line.reply_case.due_on is not None
    return NO_REPLY if is_asked else NOT_REQUESTED


def verdict_word(verdict: Verdict) -> str:
    """Return what was found, in the words of the report."""
    return swedish_label(verdict.verdict)


def verdict_text(line: AddresseeLine) -> str:
    """Return what the auditors found, and whether they have opened it again since."""
    if line.verdict is None:
        return swedish_absent_label("verdict")
    found = verdict_word(line.verdict)
    return f"{found}, därefter återöppnad" if is_overturned(line) else found


def words_of(line: AddresseeLine) -> str:
    """Return the committee's words on the recommendation, or that there are none."""
    if line.response is None:
        return NO_REPLY
    if line.answer and line.answer.quote:
        return line.answer.quote
    return swedish_absent_label("position") if line.position is None else WORDS_MISSING


def progress_reports(
    case: AuditCase, line: AddresseeLine, *, also_unjudged: bool = False
) -> list[str]:
    """Return what the committee has reported after its reply, and that more has been asked for.

    What the auditors have found insufficient is left out. ``also_unjudged``: what nobody has judged
    too, told as that.
    """
    told = {Review.SUFFICIENT, Review.SUPPLEMENT_REQUESTED}
    told |= {Review.PENDING} if also_unjudged else set()
    reports = [
        each
        for each in case.progress_reports
        if each.addressee_id == line.addressee.id and each.review in told
    ]
    found = []
    for each in sorted(reports, key=lambda each: (each.reported_on or date.min, each.id)):
        day = each.reported_on.isoformat() if each.reported_on else NO_DAY
        says = f"{term(CONTEXT, SAYS[each.progress], in_language='sv')}."
        text = f" {phrases.sentence(each.text)}" if each.text else ""
        found.append(f"Lägesrapport {day}{_REVIEWED.get(each.review, '')}: {says}{text}")
    return found


def listed(texts: Sequence[str]) -> str:
    """Return texts one a line; several are numbered, so that columns can be read together."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def actions_text(case: AuditCase, line: AddresseeLine) -> str:
    """Return what the committee promises to do or has done, and what it has reported later.

    Of actions with different days each tells its own, since ``due_text`` gives the last of them.
    """
    texts = [action.text for action in line.actions]
    if len({action.due for action in line.actions}) > 1:
        texts = [_with_day(action) for action in line.actions]
    promised = listed(texts)
    return "\n".join(filter(None, [promised, *progress_reports(case, line)])) or phrases.NONE_GIVEN


def responsible_text(actions: Sequence[Action]) -> str:
    """Return who answers for the actions."""
    texts = [action.responsible or phrases.NONE_GIVEN for action in actions]
    return _once(texts)


def _with_day(action: Action) -> str:
    if action.due is None:
        return f"{action.text} (utan dag)"
    day = action.due if is_exact(action.due) else coarse_in_words(action.due)
    return f"{action.text} ({day})"


def due_text(actions: Sequence[Action]) -> str:
    """Return when all the actions are to be done, as exactly as it was stated: the last day."""
    day = planned_completion(action.due for action in actions)
    return due_in_cell(day) if day else phrases.NONE_GIVEN


def due_in_cell(coarse: str) -> str:
    """Return a day as exactly as it was stated, where a cell begins: "Juni 2023"."""
    return coarse if is_exact(coarse) else capitalise_first(coarse_in_words(coarse))


def is_exact(coarse: str) -> bool:
    """Tell whether a day is stated to the day."""
    return len(coarse) == EXACT_DAY and coarse[:1].isdecimal()


def _once(texts: Sequence[str]) -> str:
    if set(texts) <= {phrases.NONE_GIVEN}:
        return phrases.NONE_GIVEN
    return listed(texts)


def diary_number(response: Response | None, reply: ReplyLine | None) -> str:
    """Return the committee's own diary number: its case's, else the reply's."""
    of_case = reply.reply_case.diary_number if reply else None
    return of_case or (response.diary_number if response else None) or phrases.NOT_STATED


def shared_with(case: AuditCase, response: Response, committee: Committee) -> tuple[Committee, ...]:
    """Return the other committees that a response answers for."""
    cases = {link.reply_case_id for link in case.response_cases if link.response_id == response.id}
    return case.in_order(
        each.committee_id
        for each in case.reply_cases
        if each.id in cases and each.committee_id != committee.id
    )


def supplements(reply: ReplyLine) -> tuple[Response, ...]:
    """Return what the committee has added to its reply, oldest first."""
    return tuple(each for each in reply.responses if each.kind is ResponseKind.SUPPLEMENT)


def paragraph_and_day(response: Response | None) -> str:
    """Return § and the day of the meeting: "§ 85, 2023-03-07"; of a letter that it is one."""
    if response is None:
        return "Inget svar"
    if response.kind is ResponseKind.STATEMENT:
        day = response.dated_on or response.decided_on
        return f"Skrivelse utan beslut, {day.isoformat() if day else NO_DAY}"
    paragraph = f"§ {response.paragraph.removeprefix('§').strip()}" if response.paragraph else ""
    if not paragraph and response.kind is ResponseKind.DELEGATED_DECISION:
        paragraph = swedish_label(response.kind)
    day = response.decided_on
    return capitalise_first(
        ", ".join(filter(None, [paragraph, day.isoformat() if day else NO_DAY]))
    )


def where_decided(
    case: AuditCase, response: Response | None, committee: Committee
) -> tuple[str, ...]:
    """Return § and day, and with whom the reply is given together, each to be shown on a line."""
    shown = [paragraph_and_day(response)]
    if response and response.decided_by:
        shown.append(f"Beslutat av {response.decided_by}")
    others = shared_with(case, response, committee) if response else ()
    if response and others:
        own = next((each for each in case.reply_cases if each.committee_id == committee.id), None)
        is_others = response.diary_number and own and response.diary_number != own.diary_number
        diary = f", dnr {phrases.unbroken(response.diary_number or '')}" if is_others else ""
        what = "komplettering" if response.kind is ResponseKind.SUPPLEMENT else "svar"
        joint = "Gemensam" if what == "komplettering" else "Gemensamt"
        shown.append(f"{joint} {what} med {phrases.names(others)}{diary}")
    return tuple(shown)


def reservations(response: Response | None) -> tuple[str, ...]:
    """Return that reservations were made, where they were; no names are known."""
    return ("Reservation anmäldes",) if response and response.has_reservations else ()


def review(reply: ReplyLine | None, response: Response | None) -> str:
    """Return where the committee's reply stands, supplements counted; the notes stay private."""
    if response is None:
        return "Inget att bedöma"
    if reply and reply.supplement_due_on:
        return f"{swedish_label(reply.state)}, senast {reply.supplement_due_on.isoformat()}"
    return swedish_label(reply.state) if reply else swedish_label(response.review)


def timeliness(reply: ReplyLine) -> str:
    """Return whether a reply was in time, in a table's cell."""
    if reply.reply_case.due_on is None:
        return NOT_REQUESTED
    if reply.is_open:
        return f"Saknas, {_days_late(reply)}" if reply.is_late else "Inväntas"
    if reply.state is ReplyState.NO_REPLY:
        return swedish_label(reply.state)
    if reply.days_late is None:
        return TIME_UNKNOWN
    return capitalise_first(_days_late(reply)) if reply.days_late else "I tid"


def _days_late(reply: ReplyLine) -> str:
    days = reply.days_late or 0
    return f"{days} {'dag' if days == 1 else 'dagar'} försenat"


def days_in_words(reply: ReplyLine) -> str:
    """Return how many days late a reply is, in running text: "tre dagar", "31 dagar"."""
    days = reply.days_late or 0
    return f"{phrases.counts(days)[0]} {'dag' if days == 1 else 'dagar'}"


def counted_day(reply: ReplyLine) -> date | None:
    """Return the day the reply came, or was decided where only that is stated."""
    if reply.decision is None:
        return None
    return reply.decision.received_on or reply.decision.decided_on
