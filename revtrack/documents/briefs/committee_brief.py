"""Underlag inför möte med en nämnd: all that is open towards it, and what to ask."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from revtrack.documents import answers, fields, phrases
from revtrack.documents.briefs.held import (
    Held,
    HeldReply,
    Town,
    age_in_words,
    ago,
    by_case,
    columns_of,
    counted,
    ids,
    late_of,
    recommendations,
    title_and_reference,
)
from revtrack.documents.briefs.questions import questions
from revtrack.documents.briefs.reply_items import (
    incomplete_in_words,
    incomplete_reports,
    pending_reports,
    reminded,
    reports_in_words,
)
from revtrack.documents.fields.brief_columns import AUDITS, STILL_OPEN
from revtrack.documents.follow_up.promises import promised_or_done
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Heading, Table, bullets
from revtrack.documents.standings import NOT_OF_QUESTIONS, is_question
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState
from revtrack.domain.names.recipients import general_word
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.records import Committee, Municipality
from revtrack.domain.states import to_judge
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]


def committee_brief(
    municipality: Municipality,
    cases: Sequence[AuditCase],
    committee: Committee,
    template: bytes,
    *,
    today: date,
    stamp: str,
) -> bytes:
    """Return the brief as a Word document; what a predecessor was asked is the committee's."""
    town = Town(tuple(cases), today)
    title = f"Underlag inför möte med {committee.name}"
    own = [each for each in town.held if each.committee.id == committee.id]
    context: dict[str, str | Blocks] = {
        "arbetsmaterial": phrases.WORKING_MATERIAL,
        "kommun": municipality.name,
        "datum": today.isoformat(),
        "rubrik": title,
        "inledning": _introduction(town, committee, own),
        "oversikt": _overview(town, committee, own),
        "fragor": _listed("Frågor att ställa", questions(town, committee)),
        "yttranden": _listed("Svar som väntas eller ska bedömas", _replies(town, committee)),
        "oppna_rekommendationer": _open(own),
        "upprepade": _listed("Rekommendationer som upprepas", _repeated(town, own)),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.COMMITTEE_BRIEF,
        title=f"{title}. {municipality.name}",
        author=phrases.office(municipality),
        on=today,
    )
    return word.render(template, context, properties)


def _listed(title: str, texts: Sequence[str]) -> Blocks:
    return (Heading(title, 2), *bullets(texts)) if texts else ()


def _introduction(town: Town, committee: Committee, own: Sequence[Held]) -> str:
    name = phrases.capital_name(committee)
    still = [each for each in own if each.is_open]
    if not own:
        return f"Registret innehåller inga rekommendationer till {committee.name}."
    if not still:
        count = phrases.counts(len(own))[0]
        term = phrases.term_of(recommendations(own))
        done = (
            f"Den {term.one} som har lämnats är avslutad"
            if len(own) == 1
            else f"Alla {count} {term.several} som har lämnats är avslutade"
        )
        return f"{name} har inga öppna {term.several}. {done}."
    audits = by_case(still)
    source = "granskning" if len(audits) == 1 else "granskningar"
    told = [f"{name} har {counted(still)} från {phrases.counts(len(audits))[0]} {source}."]
    days = [each.case.audit.handed_over_on for each in still if each.case.audit.handed_over_on]
    if days:
        oldest = min(days)
        verb = "Den" if len(set(days)) == 1 else "Den äldsta"
        told.append(f"{verb} överlämnades {phrases.the_day(oldest)}, {ago(oldest, town.today)}.")
    late = ids(each.held for each in late_of(town, still))
    if late:
        count = capitalise_first(phrases.counts(len(late))[0])
        told.append(
            f"{count} av dem har en utlovad dag som har passerat utan att det utlovade har "
            "redovisats som klart."
        )
    return " ".join(told)


def _overview(town: Town, committee: Committee, own: Sequence[Held]) -> Blocks:
    """Return a row for each audit that put something to the committee, closed ones included."""
    if not own:
        return ()
    replies = {
        each.case.audit.id: each for each in town.replies if each.committee.id == committee.id
    }
    rows = []
    for number, held in by_case(own).items():
        audit = held[0].case.audit
        rows.append(
            (
                title_and_reference(held[0].case),
                audit.handed_over_on.isoformat() if audit.handed_over_on else phrases.NOT_STATED,
                _state(replies.get(number)),
                str(len(held)),
                str(sum(each.is_open for each in held)),
            )
        )
    return (
        Table(
            f"Granskningar med {phrases.term_of(recommendations(own)).several} till "
            f"{general_word([committee])}",
            "En rad per granskning, nyaste granskningsåret först.",
            columns_of(AUDITS),
            rows,
        ),
    )


def _state(each: HeldReply | None) -> str:
    if each is None or (each.reply.reply_case.due_on is None and each.reply.decision is None):
        return answers.NOT_REQUESTED
    reply = each.reply
    if reply.is_open:
        return answers.timeliness(reply)
    return swedish_label(reply.state)


def _replies(town: Town, committee: Committee) -> list[str]:
    """Return what is awaited, late, to be judged or to be supplemented: replies, then reports."""
    replies = [
        (each.case, told)
        for each in town.replies
        if each.committee.id == committee.id and (told := _told(town, each))
    ]
    own = [each for each in town.held if each.committee.id == committee.id]
    reports = [
        *((found[0][0].case, reports_in_words(found)) for found in pending_reports(own)),
        *((found[0][0].case, incomplete_in_words(found)) for found in incomplete_reports(own)),
    ]
    return [
        f"{capitalise_first(phrases.the_audit(case.audit))}: {told}."
        for case, told in (*replies, *reports)
    ]


def _told(town: Town, each: HeldReply) -> str:
    reply = each.reply
    if reply.is_open and reply.due_on:
        return _awaited(town, each, reply.due_on)
    if reply.state is ReplyState.INCOMPLETE:
        return _supplement(town, reply.supplement_due_on)
    waiting = to_judge(reply.responses)
    if waiting:
        came = [response.received_on for response in waiting if response.received_on]
        late = f", {answers.days_in_words(reply)} försenat," if reply.days_late else ""
        if not came:
            return "svar har kommit in och är ännu inte bedömt; dagen framgår inte av handlingen"
        return f"svar kom in {phrases.the_day(came[0])}{late} och är ännu inte bedömt"
    return ""


def _awaited(town: Town, each: HeldReply, due_on: date) -> str:
    reply = each.reply
    day = phrases.the_day(due_on) + (" (förlängt)" if reply.extended_to else "")
    meeting = reply.expected_meeting_on
    expected = f"; väntas behandlas {phrases.the_day(meeting)}" if meeting else ""
    if not reply.is_late:
        return f"svar önskas senast {day}{expected}"
    made = reminded(each)
    late = ago(due_on, town.today)
    return f"svar önskades senast {day}, {late}; {made[:1].lower()}{made[1:]}{expected}"


def _supplement(town: Town, due_on: date | None) -> str:
    if due_on is None:
        return "komplettering är begärd"
    if due_on < town.today:
        late = ago(due_on, town.today)
        return f"komplettering önskades senast {phrases.the_day(due_on)}, {late}"
    return f"komplettering önskas senast {phrases.the_day(due_on)}"


def _open(own: Sequence[Held]) -> Blocks:
    still = [each for each in own if each.is_open]
    if not still:
        return ()
    every = phrases.term_of(recommendations(still))
    blocks: list[Block] = [Heading(f"Öppna {every.several}", 2)]
    for held in by_case(still).values():
        blocks += [Heading(title_and_reference(held[0].case), 3), _table(held)]
    return tuple(blocks)


def _table(held: Sequence[Held]) -> Table:
    """Return the open ones of an audit; of questions there is only an answer to tell."""
    term = phrases.term_of(recommendations(held))
    first, *others = columns_of(STILL_OPEN)
    columns = (replace(first, title=capitalise_first(term.one)), *others)
    shown = columns[:2] if term is phrases.QUESTION else columns
    return Table(
        f"Öppna {term.several}, {phrases.unbroken(held[0].case.audit.reference)}",
        f"En rad per {term.one}, i nummerordning.",
        shown,
        [_row(each)[: len(shown)] for each in held],
    )


def _row(held: Held) -> tuple[str, ...]:
    line = held.line
    stance = answers.stance_or_silence(line)
    where = answers.paragraph_and_day(line.response) if line.response else ""
    first = (
        f"{held.number}. {wording(line.recommendation)}",
        "\n".join(filter(None, [stance, phrases.unbroken_number(where)])),
    )
    if is_question(line):
        return (*first, NOT_OF_QUESTIONS, NOT_OF_QUESTIONS)
    promised = promised_or_done(held.case, line)
    reports = answers.progress_reports(held.case, line, also_unjudged=True)
    return (
        *first,
        "\n".join(filter(None, [answers.listed(promised), *reports])) or phrases.NONE_GIVEN,
        _verdict(held),
    )


def _verdict(held: Held) -> str:
    verdict = held.line.verdict
    if verdict is None:
        return "Ej uppföljd"
    day = verdict.judged_on.isoformat() if verdict.judged_on else answers.NO_DAY
    told = f"{answers.verdict_word(verdict)}, {day}"
    return f"{told}; därefter återöppnad" if is_overturned(held.line) else told


def _repeated(town: Town, own: Sequence[Held]) -> list[str]:
    found = []
    for each in own:
        earlier = town.repeating.get(each.line.recommendation.id)
        if earlier and each.is_open:
            day = earlier.case.audit.handed_over_on
            age = f", för {age_in_words((town.today - day).days)} sedan" if day else ""
            found.append(
                f"{each.number} i {phrases.the_audit(each.case.audit)} upprepar {earlier.number} i "
                f"{phrases.the_audit(earlier.case.audit)}{age}."
            )
    return found
