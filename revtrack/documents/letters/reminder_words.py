"""What a reminder says of each reply that is missing and each day that has been promised."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import phrases
from revtrack.documents.letters.letter_facts import wording
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision, ReplyState
from revtrack.domain.names.recipients import general_word, join_names
from revtrack.domain.records import Committee, Extension, Recommendation, Reminder
from revtrack.domain.replies.reminder_message import AwaitedLine, PromiseLine
from revtrack.wording.words import capitalise_first, paragraph_sign


def reference_of(line: AwaitedLine | PromiseLine) -> str:
    """Return the audit as the committee knows it: "granskningen av X (missiv den 1 …, ert …)"."""
    told = letter_and_numbers(line)
    audit = phrases.the_audit(line.case.audit)
    return f"{audit} ({told})" if told else audit


def letter_and_numbers(line: AwaitedLine | PromiseLine) -> str:
    """Return the day of the letter and the diary numbers; nothing where none is known."""
    sent_on = line.case.audit.handed_over_on
    letter = f"missiv {phrases.the_day(sent_on)}" if sent_on else ""
    return ", ".join(filter(None, (letter, _numbers(line))))


def _numbers(line: AwaitedLine | PromiseLine) -> str:
    """Return the diary numbers, the committee's first; nothing where none is known."""
    own, ours = line.reply_case.diary_number, line.case.audit.diary_number
    parts = [
        f"ert diarienummer {phrases.unbroken(own)}" if own else "",
        f"vårt diarienummer {phrases.unbroken(ours)}" if ours else "",
    ]
    return ", ".join(filter(None, parts))


def request(line: AwaitedLine, committee: Committee) -> str:
    """Return that and when a reply was asked for, with the diary numbers.

    ``committee`` is written to; where the request went to another, that one is named.
    """
    audit, asked = line.case.audit, line.committee
    told = _numbers(line)
    whom = general_word([asked]) if asked.id == committee.id else asked.name
    day = f" {phrases.the_day(audit.handed_over_on)}" if audit.handed_over_on else ""
    return (
        f"I missivet{day} bad vi {whom} att yttra sig över {phrases.work(audit)}"
        f"{f' ({told})' if told else ''}."
    )


def state_of(line: AwaitedLine, today: date) -> str:
    """Return by which day the reply is or was asked for, and what is known of it."""
    is_supplement = line.state is ReplyState.INCOMPLETE
    what = "Kompletteringen" if is_supplement else "Yttrandet"
    day = phrases.the_day(line.due_on)
    if line.is_extended and line.reply_case.due_on:
        day += f", efter anstånd från {phrases.the_day(line.reply_case.due_on)}"
    if line.state is ReplyState.ADOPTED:
        verb = "önskades" if today > line.due_on else "önskas"
        return (
            f"{what} {verb} senast {day}. Enligt de uppgifter vi har fått har "
            f"{general_word([line.committee])} beslutat om det{_decided(line)}, men beslutet har "
            "inte kommit in till oss."
        )
    if today <= line.due_on:
        return f"{what} önskas senast {day}."
    comma = "," if line.is_extended else ""
    days = line.days_late(today)
    late = f"{phrases.counts(days, gender='en')[0]} {'dag' if days == 1 else 'dagar'}"
    it, is_late = ("Den", "försenad") if is_supplement else ("Det", "försenat")
    return (
        f"{what} önskades senast {day}{comma} men har inte kommit in till oss. "
        f"{it} är nu {late} {is_late}."
    )


def refused_time(line: AwaitedLine) -> str:
    """Return that more time was asked for and refused; nothing where it was not."""
    refused = _wish_for_time(line, ExtensionDecision.REFUSED)
    if refused is None:
        return ""
    day = f" {phrases.the_day(refused.decided_on)}" if refused.decided_on else ""
    return f"Begäran om förlängd svarstid avslogs{day}."


def requested_time(line: AwaitedLine) -> str:
    """Return that more time is asked for and nothing is decided; nothing where it is not."""
    waiting = _wish_for_time(line, ExtensionDecision.REQUESTED)
    if waiting is None:
        return ""
    who = capitalise_first(general_word([line.committee]))
    asked = (
        f"{who} begärde {phrases.the_day(waiting.asked_on)}"
        if waiting.asked_on
        else f"{who} har begärt"
    )
    until = phrases.the_day(waiting.new_due_on)
    return f"{asked} förlängd svarstid till {until}; vi har ännu inte tagit ställning."


def _wish_for_time(line: AwaitedLine, decision: ExtensionDecision) -> Extension | None:
    """Return the latest wish for more time so decided; None where there is none that matters."""
    found = [
        each
        for each in line.case.extensions
        if each.reply_case_id == line.reply_case.id
        and each.decision is decision
        and each.new_due_on > line.due_on
    ]
    return found[-1] if found and line.state is not ReplyState.INCOMPLETE else None


def _decided(line: AwaitedLine) -> str:
    decision = line.decision
    if decision is None:
        return ""
    parts = [
        phrases.the_day(decision.decided_on) if decision.decided_on else "",
        paragraph_sign(decision.paragraph) if decision.paragraph else "",
    ]
    told = ", ".join(filter(None, parts))
    return f" ({told})" if told else ""


def earlier_reminders(made: Sequence[Reminder]) -> str:
    """Return that we have reminded before, with the days; nothing where we have not."""
    if not made:
        return ""
    days = dict.fromkeys(phrases.the_day(each.reminded_on) for each in made)
    return f"Vi har påmint {join_names(days)}."


def asked_of(line: AwaitedLine) -> str:
    """Return how the list of what is to be answered is opened; nothing where there is none."""
    if not line.recommendations or line.state is ReplyState.ADOPTED:
        return ""
    term = phrases.term_of(line.recommendations)
    verb = "besvara" if term is phrases.QUESTION else "omfatta"
    return f"Yttrandet bör {verb} följande {term.of(len(line.recommendations))}:"


def numbered_wording(case: AuditCase, recommendation: Recommendation) -> tuple[str, str]:
    """Return the number that a recommendation is known by, and its wording in the letter."""
    return case.number_of(recommendation), wording(recommendation)


def promise(line: PromiseLine, today: date) -> tuple[str, str]:
    """Return what was to be carried out by which day, and what the committee has promised.

    The time is given as it was stated; that it has passed is said.
    """
    time = phrases.when(line.stated)
    is_day = time.startswith("den ")
    past = today > line.due_on
    verb = "skulle vara genomfört" if past else "ska vara genomfört"
    told = f"Detta {verb} {'senast ' if is_day else ''}{time}."
    actions = "; ".join(action.text.rstrip(".") for action in line.actions)
    return told, f"Utlovad åtgärd: {actions}." if actions else ""


def subject(awaited: Sequence[AwaitedLine], promised: Sequence[PromiseLine], today: date) -> str:
    """Return what a message is about in one line."""
    if len(awaited) == 1 and today <= awaited[0].due_on:
        work = phrases.the_audit(awaited[0].case.audit)
        return f"yttrande över {work} önskas senast {awaited[0].due_on.isoformat()}"
    if len(awaited) == 1:
        return f"yttrande över {phrases.the_audit(awaited[0].case.audit)}"
    if awaited:
        return f"yttranden över {phrases.counts(len(awaited))[0]} granskningar"
    if len({line.case.audit.id for line in promised}) == 1:
        return f"åtgärder efter {phrases.the_audit(promised[0].case.audit)}"
    return "åtgärder efter våra granskningar"


def reply_address(case: AuditCase) -> str:
    """Return where replies are sent: as the letter says, else as the municipality has chosen."""
    letter = case.cover_letter
    address = (letter.reply_address if letter else None) or case.municipality.reply_address
    return address or phrases.office(case.municipality).replace("Revisorerna", "revisorerna", 1)


def written_to(line: AwaitedLine, committee: Committee) -> str:
    """Return that the letter was written to another committee, where it was."""
    if line.committee.id == committee.id:
        return ""
    return f"Missivet ställdes till {line.committee.name}."
