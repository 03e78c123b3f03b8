"""Items of the auditors' agenda after the replies: to hand over, to follow up, to close."""

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import timedelta

from revtrack.documents import phrases
from revtrack.documents.briefs.agenda import WAIT, Item, matter_of
from revtrack.documents.briefs.held import Held, Promised, Town, ago, ids, numbers, sentences
from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress, Review
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.names.recipients import general_word, join_names
from revtrack.domain.outcome.judged import is_overturned, is_to_close
from revtrack.domain.outcome.readiness import QueueLine, Readiness, queue_lines
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.states import has_begun
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first, coarse_in_words

SOON = timedelta(days=30)
"""So near a day is told of."""
WEEK = timedelta(days=7)
"""So long before a day a committee is reminded of it."""


def to_hand_over(town: Town) -> list[Item]:
    """Return the audits that have a report or recommendations, and no letter yet."""
    return [
        _hand_over(town, case)
        for case in town.cases
        if not case.is_handed_over and (case.audit.report_on or case.recommendations)
    ]


def _hand_over(town: Town, case: AuditCase) -> Item:
    facts = LetterFacts(case, town.today)
    to = phrases.names(facts.everybody)
    report = case.audit.report_on
    told = [
        f"Rapporten är daterad {phrases.the_day(report)}"
        if report
        else "Rapportens dag är inte registrerad",
        f"Utkastet innehåller {phrases.counted(facts.chosen)}{f' till {to}' if to else ''}"
        if facts.chosen
        else "Inga rekommendationer är registrerade",
    ]
    return Item(matter_of(case), sentences(told), _letter(town, facts, to))


def _letter(town: Town, facts: LetterFacts, to: str) -> str:
    if not to:
        return "Mottagare bestäms innan missivet beslutas."
    if facts.case.audit.report_on is None:
        return f"{WAIT} rapporten; missivet beslutas därefter."
    over = f"Missivet beslutas och lämnas över till {to}"
    if not facts.is_undecided and not facts.due:
        return f"{over}, utan begäran om yttrande."
    proposed = propose_due_on(town.today, facts.case.municipality.reply_months)
    days = sorted(set(facts.due.values())) or [proposed]
    return f"{over}, med svar senast {phrases.the_day(days[-1])}."


def to_follow_up(town: Town) -> list[Item]:
    """Return the audits with something that can be followed up now, audit by audit."""
    under_way = {
        followed.followed_id: case
        for case in town.cases
        if is_under_way(case)
        for followed in case.followed
    }
    found = []
    for case in town.cases:
        ready = [each for each in queue_lines(case, town.today) if each.is_ready]
        if ready:
            found.append(_follow_up(town, case, ready, under_way.get(case.audit.id)))
    return found


_READY = (
    "har öppnats igen",
    "uppges vara genomfört",
    "utlovad tid har gått ut",
    "uppges inte bli genomfört",
    "en av åtgärderna uppges vara genomförd",
    "planerad tid är inne",
)
"""Why something can be followed up now, in the order that it is told."""


def _why(each: QueueLine, late: Container[int]) -> str:
    reopened, done, passed, refused, partly, planned = _READY
    if is_overturned(each.line):
        return reopened
    if each.readiness is Readiness.TIME_UP:
        if each.line.addressee.id in late:
            return passed
        return refused if each.line.progress is Progress.WILL_NOT else partly
    return done if each.readiness is Readiness.DONE_REPORTED else planned


def _follow_up(
    town: Town, case: AuditCase, ready: Sequence[QueueLine], by: AuditCase | None
) -> Item:
    late = ids(each.held for each in town.late)
    committees = case.in_order(each.committee.id for each in ready)
    told = []
    for committee in committees:
        own = [each for each in ready if each.committee.id == committee.id]
        why = [
            f"{_numbers(those)} ({words})"
            for words in _READY
            if (those := [each for each in own if _why(each, late) == words])
        ]
        told.append(f"{phrases.capital_name(committee)}: {', '.join(why)}")
    told.append(_when_followed_up(case, is_under_way=by is not None))
    proposal = (
        f"{WAIT} rapporten från uppföljningen {phrases.unbroken(by.audit.reference)}, som pågår."
        if by
        else "Det som återstår följs upp igen."
        if any(each.line.verdict for each in ready)
        else "Granskningen följs upp."
        if case.audit.follow_up_planned
        else "Revisorerna bestämmer när granskningen ska följas upp."
    )
    return Item(matter_of(case), "\n".join(map(phrases.sentence, filter(None, told))), proposal)


def _when_followed_up(case: AuditCase, *, is_under_way: bool) -> str:
    """Return for when the follow-up is planned, or when it was made and that none is planned."""
    planned = case.audit.follow_up_planned
    judged_on = max((each.judged_on for each in case.verdicts if each.judged_on), default=None)
    if planned and not (judged_on and has_begun(planned, judged_on)):
        return f"Uppföljningen är planerad till {coarse_in_words(planned)}"
    if judged_on is None:
        return ""
    no_more = "" if is_under_way else "; ingen ny uppföljning är planerad"
    return f"Granskningen följdes upp {judged_on.year}{no_more}"


def _numbers(ready: Iterable[QueueLine]) -> str:
    return join_names(dict.fromkeys(each.line.number for each in ready))


def promises(town: Town) -> list[Item]:
    """Return what is to be carried out soon, and what should have been and can wait no longer.

    What can be followed up already is told there.
    """
    ready = {
        each.line.addressee.id
        for case in town.cases
        for each in queue_lines(case, town.today)
        if each.is_ready
    }
    near = [
        each
        for each in town.promised
        if each.due_on <= town.today + SOON and each.held.line.addressee.id not in ready
    ]
    groups: dict[tuple[int, int, str], list[Promised]] = {}
    for each in near:
        held = each.held
        groups.setdefault((held.case.audit.id, held.committee.id, each.due), []).append(each)
    return [_promise(town, group) for group in groups.values()]


def _promise(town: Town, group: Sequence[Promised]) -> Item:
    held, due_on = group[0].held, group[0].due_on
    texts: dict[str, list[Held]] = {}
    for each in group:
        texts.setdefault(each.text, []).append(each.held)
    told = [
        f"{numbers(those)}: {text.rstrip('.')}" if text else numbers(those)
        for text, those in texts.items()
    ]
    is_past = due_on < town.today
    told[-1] += f", {phrases.done_by(group[0].due)}"
    if is_past:
        told[-1] += f"; dagen passerade {ago(due_on, town.today)}"
    word = capitalise_first(general_word([held.committee]))
    proposal = f"Avvakta; {word.lower()} påminns en vecka före dagen."
    if is_past:
        proposal = (
            "Avvakta bedömningen av det som har redovisats."
            if all(each.word and each.word.review is Review.PENDING for each in group)
            else f"{word} ombeds lämna besked om vad som har gjorts."
        )
    elif due_on - WEEK < town.today:
        proposal = f"Avvakta besked från {held.committee.name}."
    state = "\n".join(map(phrases.sentence, told))
    return Item(matter_of(held.case, held.committee), state, proposal)


def to_close(town: Town) -> list[Item]:
    """Return what is open though nothing remains of it, by audit and committee."""
    groups: dict[tuple[int, int], list[Held]] = {}
    for each in town.open:
        if is_to_close(each.line):
            groups.setdefault((each.case.audit.id, each.committee.id), []).append(each)
    return [_closing(group) for group in groups.values()]


def _closing(group: Sequence[Held]) -> Item:
    told = [
        f"{numbers(those)}: bedömningen är ”{found.lower()}”"
        for found, those in _apart(group, _found).items()
    ]
    which = phrases.RECOMMENDATION.the(len({each.number for each in group}))
    held = group[0]
    return Item(
        matter_of(held.case, held.committee),
        sentences(told),
        f"{capitalise_first(which)} avslutas.",
    )


def _found(held: Held) -> str:
    return swedish_label(held.line.verdict.verdict) if held.line.verdict else ""


def _apart(held: Iterable[Held], key: Callable[[Held], str]) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for each in held:
        found.setdefault(key(each), []).append(each)
    return found
