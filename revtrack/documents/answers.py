"""What a committee has said on a recommendation, in words that put nothing in its mouth."""

from collections.abc import Iterable, Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.domain.codes import Position, Progress, ReplyState
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.records import Action, Response
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first

NO_REPLY = "Inget svar har kommit in"
NOT_REQUESTED = "Svar ej begärt"
WORDS_MISSING = "Ingen text återgiven"
TIME_UNKNOWN = "Okänt om i tid"
NO_DAY = "dag framgår inte"

_SAYS = {
    Progress.NOT_STARTED: "uppger att åtgärden inte är påbörjad",
    Progress.PLANNED: "avser att vidta åtgärder",
    Progress.UNDER_WAY: "uppger att åtgärd pågår",
    Progress.DONE: "uppger att åtgärden är genomförd",
    Progress.WILL_NOT: "uppger att ingen åtgärd ska genomföras",
}
_ALREADY = {
    Progress.DONE: "Uppger att åtgärden redan är genomförd",
    Progress.UNDER_WAY: "Uppger att åtgärd redan pågår",
}


def stance(line: AddresseeLine) -> str:
    """Return position and progress together.

    "Instämmer" stands only where the committee's own words are kept and it promises nothing more
    definite; what it says it has done is always told as its own statement.
    """
    position, progress = line.position, line.progress
    says = _SAYS[progress] if progress else ""
    if position is None:
        return swedish_absent_label("position")
    if position is Position.ALREADY_MET and progress in _ALREADY:
        return _ALREADY[progress]
    if position is Position.AGREES and progress is Progress.DONE:
        return _ALREADY[Progress.DONE]
    if position is Position.AGREES and says:
        return capitalise_first(says)
    if position is Position.AGREES and not (line.answer and line.answer.quote):
        return "Uppges instämma, men svarets text är inte återgiven"
    label = swedish_label(position)
    return f"{label}; {says}" if says else label


def stance_or_state(line: AddresseeLine, reply: ReplyLine | None) -> str:
    """Return the stance, or why there is none: no reply has come, or none was asked for."""
    if line.response is not None:
        return stance(line)
    if reply is None or reply.reply_case.due_on is None:
        return NOT_REQUESTED
    if reply.state is ReplyState.NO_REPLY:
        return swedish_label(reply.state)
    return "Svar saknas" if reply.is_late else swedish_label(ReplyState.AWAITED)


def words_of(line: AddresseeLine) -> str:
    """Return the committee's words on the recommendation, or that there are none."""
    if line.response is None:
        return NO_REPLY
    if line.answer and line.answer.quote:
        return line.answer.quote
    return swedish_absent_label("position") if line.position is None else WORDS_MISSING


def listed(texts: Sequence[str]) -> str:
    """Return texts one a line; several are numbered, so that columns can be read together."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def actions_text(actions: Sequence[Action]) -> str:
    """Return what the committee promises to do, or has done."""
    return listed([action.text for action in actions]) or phrases.NONE_GIVEN


def responsible_text(actions: Sequence[Action]) -> str:
    """Return who answers for the actions."""
    texts = [action.responsible or phrases.NONE_GIVEN for action in actions]
    return _once(texts)


def due_text(actions: Sequence[Action]) -> str:
    """Return when the actions are to be done, as exactly as it was stated."""
    return _once([action.due or phrases.NONE_GIVEN for action in actions])


def _once(texts: Sequence[str]) -> str:
    if set(texts) <= {phrases.NONE_GIVEN}:
        return phrases.NONE_GIVEN
    return listed(texts)


def diary_number(response: Response | None, reply: ReplyLine | None) -> str:
    """Return the committee's diary number, from the reply or from its case."""
    own = response.diary_number if response else None
    of_case = reply.reply_case.diary_number if reply else None
    return own or of_case or phrases.NOT_STATED


def paragraph_and_day(response: Response | None) -> str:
    """Return § and the day of the meeting: "§ 85, 2023-03-07"."""
    if response is None:
        return "Inget beslut"
    paragraph = f"§ {response.paragraph.removeprefix('§').strip()}" if response.paragraph else ""
    day = response.decided_on.isoformat() if response.decided_on else NO_DAY
    return capitalise_first(", ".join(filter(None, [paragraph, day])))


def review(response: Response | None) -> str:
    """Return the auditors' judgement of the reply; their notes stay with them."""
    return swedish_label(response.review) if response else "Inget att bedöma"


def timeliness(reply: ReplyLine) -> str:
    """Return whether a reply was in time, in a table's cell."""
    if reply.reply_case.due_on is None:
        return NOT_REQUESTED
    if reply.is_open:
        return f"Saknas, {days_late(reply)}" if reply.is_late else "Inväntas"
    if reply.state is ReplyState.NO_REPLY:
        return swedish_label(reply.state)
    if reply.days_late is None:
        return TIME_UNKNOWN
    return capitalise_first(days_late(reply)) if reply.days_late else "I tid"


def days_late(reply: ReplyLine) -> str:
    """Return how late a reply is: "3 dagar sent"."""
    days = reply.days_late or 0
    return f"{days} {'dag' if days == 1 else 'dagar'} sent"


def due_day(reply: ReplyLine) -> str:
    """Return the day a reply is due, and that it was extended where it was."""
    if reply.due_on is None:
        return NOT_REQUESTED
    extended = " (förlängt)" if reply.extended_to else ""
    return f"{reply.due_on.isoformat()}{extended}"


def counted_day(reply: ReplyLine) -> date | None:
    """Return the day the reply came, or was decided where only that is stated."""
    if reply.decision is None:
        return None
    return reply.decision.received_on or reply.decision.decided_on


def by_number(lines: Iterable[AddresseeLine]) -> dict[str, list[AddresseeLine]]:
    """Return the lines by the recommendation's number, in the order given."""
    found: dict[str, list[AddresseeLine]] = {}
    for line in lines:
        found.setdefault(line.number, []).append(line)
    return found
