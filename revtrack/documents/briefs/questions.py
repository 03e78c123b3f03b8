"""Questions to ask a committee: what its replies and the follow-ups leave open."""

from collections.abc import Sequence

from revtrack.documents import phrases
from revtrack.documents.briefs.gaps import Gaps, gaps
from revtrack.documents.briefs.held import (
    Held,
    HeldReply,
    Promised,
    Town,
    by_case,
    ids,
    is_newest,
    late_of,
    numbers,
)
from revtrack.documents.briefs.reply_items import held_of
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress, ReplyState, VerdictStep
from revtrack.domain.names.recipients import general_word
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.records import Committee, ProgressReport

_LACKING = frozenset({VerdictStep.MOSTLY, VerdictStep.PARTLY, VerdictStep.NOT})
_ON_THE_WAY = frozenset({Progress.UNDER_WAY, Progress.DONE})
_KEPT_SHORT = 160


def questions(town: Town, committee: Committee) -> list[str]:
    """Return the questions, those about missing replies first, then audit by audit."""
    found = [
        question
        for each in town.replies
        if each.committee.id == committee.id
        for question in _of_reply(town, each)
    ]
    own = [each for each in town.open if each.committee.id == committee.id]
    for held in by_case(own).values():
        found += _of_audit(town, committee, held)
    return found


def _of_reply(town: Town, each: HeldReply) -> list[str]:
    reply, audit = each.reply, phrases.the_audit(each.case.audit)
    whose = phrases.genitive(general_word([each.committee]))
    if reply.is_late and reply.due_on:
        day = phrases.the_day(reply.due_on)
        return [f"När kommer {whose} svar på {audit}, som önskades senast {day}?"]
    if reply.is_supplement_late and reply.supplement_due_on:
        day = phrases.the_day(reply.supplement_due_on)
        return [f"När kommer kompletteringen av svaret på {audit}, som önskades senast {day}?"]
    left = [held for held in held_of(town, each) if held.is_open and held.line.response is None]
    if reply.state is ReplyState.NO_REPLY and left:
        word = general_word([each.committee])
        return [f"Hur ställer sig {word} till {numbers(left)} i {audit}, där svaret uteblev?"]
    return []


def _of_audit(town: Town, committee: Committee, held: Sequence[Held]) -> list[str]:
    """Return the questions on one audit, each about a recommendation once and the gravest first.

    What is asked rests on the newest that is known: a reopening, a later report, else the verdict.
    """
    word, audit = general_word([committee]), phrases.the_audit(held[0].case.audit)
    late = late_of(town, held)
    reopened = [each for each in held if is_overturned(each.line)]
    reported = ids(each.held for each in late if is_newest(each.held, each.word))
    lacking = [
        each
        for each in held
        if _is_lacking(each) and not _earlier(town, each) and each.line.addressee.id not in reported
    ]
    asked = ids((*reopened, *lacking))
    found = [
        *_repeated(town, held),
        *(_reopened(each, audit, word) for each in reopened),
        *_lacking(lacking, audit, word),
        *(
            _promise(each, audit)
            for each in _one_each(late)
            if each.held.line.addressee.id not in asked and not _is_told(town, each.held)
        ),
    ]
    told = asked | ids(each.held for each in late)
    told |= ids(each for each in held if _earlier(town, each))
    left = [each for each in held if each.line.addressee.id not in told]
    return [*found, *_on_reply(gaps(left), audit, word), *_effect(left, audit, word)]


def _earlier(town: Town, held: Held) -> bool:
    return held.line.recommendation.id in town.repeating


def _is_told(town: Town, held: Held) -> bool:
    """Tell whether what remains of it is asked of already, since it repeats another."""
    is_on_the_way = held.word is not None and held.word.progress in _ON_THE_WAY
    return _earlier(town, held) and is_on_the_way


def _repeated(town: Town, held: Sequence[Held]) -> list[str]:
    found = []
    for each in held:
        earlier = town.repeating.get(each.line.recommendation.id)
        if earlier:
            where = f"{each.number} i {phrases.the_audit(each.case.audit)}"
            source = f"{phrases.the_audit(earlier.case.audit)} ({_year(earlier.case)})"
            why = f"Varför har bristen bakom {where} inte åtgärdats sedan den påtalades i {source}?"
            remaining = _remaining_of(where, each.word, f", som upprepar en brist ur {source}")
            found.append(remaining or why)
    return found


def _remaining_of(where: str, word: ProgressReport | None, more: str) -> str:
    """Return what to ask where something has been reported; nothing where it has not been.

    ``more`` is a clause about what is asked of.
    """
    if word is None or word.progress not in _ON_THE_WAY:
        return ""
    day = _of_day(word)
    if word.progress is Progress.DONE:
        return f"Vad visar att {where}{more}, är genomfört så som lägesrapporten{day} uppger?"
    return f"Vad återstår av {where}{more}, efter lägesrapporten{day}, och när blir det klart?"


def _of_day(word: ProgressReport) -> str:
    return f" {phrases.the_day(word.reported_on)}" if word.reported_on else ""


def _year(case: AuditCase) -> int:
    day = case.audit.handed_over_on
    return day.year if day else case.audit.audit_year


def _is_lacking(held: Held) -> bool:
    verdict = held.line.verdict
    return verdict is not None and verdict.verdict in _LACKING


def _reopened(held: Held, audit: str, word: str) -> str:
    reason = (held.line.addressee.reopening_reason or "").rstrip(".")
    why = f" Skälet till återöppningen: ”{reason}”." if reason else ""
    which = f"{held.number} i {audit}, som har återöppnats"
    return f"Vad gör {word} med anledning av {which}, och när är det klart?{why}"


def _lacking(lacking: Sequence[Held], audit: str, word: str) -> list[str]:
    if not lacking:
        return []
    which = f"{numbers(lacking)} i {audit}"
    return [f"Vad gör {word} för att det som återstår av {which} ska bli genomfört, och när?"]


def _one_each(late: Sequence[Promised]) -> list[Promised]:
    """Return the promises, those of the same words to several recommendations once."""
    return list({(each.text, each.due): each for each in reversed(late)}.values())[::-1]


def _promise(each: Promised, audit: str) -> str:
    time = phrases.done_by(each.due).removeprefix("klart ")
    text, where = each.text.rstrip("."), f"{each.held.number} i {audit}"
    is_short = text and len(text) <= _KEPT_SHORT
    named = f"åtgärden ”{text}” ({where})" if is_short else where
    if told := _remaining_of(named, each.word, f", som skulle vara klar {time}"):
        return told
    if each.word is not None and each.word.progress is Progress.NOT_STARTED:
        report = f"lägesrapporten{_of_day(each.word)}"
        return (
            f"Vad är skälet till att {named}, som skulle vara klar {time}, enligt {report} inte är "
            "påbörjad, och när blir den klar?"
        )
    if text and len(text) <= _KEPT_SHORT:
        return f"Har åtgärden ”{text}” ({where}), som skulle vara klar {time}, genomförts?"
    return f"Har {where}, som skulle vara åtgärdad {time}, genomförts?"


def _on_reply(gap: Gaps, audit: str, word: str) -> list[str]:
    asked: tuple[tuple[Sequence[Held], str], ...] = (
        (
            gap.unanswered,
            "Hur ställer sig {word} till {numbers} i {audit}, som svaret inte tar upp?",
        ),
        (gap.unclear, "Vad är {words} ställningstagande till {numbers} i {audit}?"),
        (gap.refused, "Hur hanterar {word} de risker som {numbers} i {audit} avser?"),
        (gap.without_action, "Vilka åtgärder vidtar {word} med anledning av {numbers} i {audit}?"),
        (
            gap.without_day,
            "När ska det som {word} avser att göra för {numbers} i {audit} vara klart?",
        ),
    )
    return [
        question.format(
            word=word, words=phrases.genitive(word), numbers=numbers(those), audit=audit
        )
        for those, question in asked
        if those
    ]


def _effect(held: Sequence[Held], audit: str, word: str) -> list[str]:
    done = [
        each for each in held if each.line.progress is Progress.DONE and each.line.verdict is None
    ]
    if not done:
        return []
    which = f"{numbers(done)} i {audit}"
    said = f"det som uppges vara genomfört av {which}"
    return [f"Hur har {word} förvissat sig om att {said} har haft avsedd effekt?"]
