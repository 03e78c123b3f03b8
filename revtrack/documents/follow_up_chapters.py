"""The chapters of a follow-up report: one per audit, and the one that sums them up."""

from collections.abc import Sequence

from revtrack.documents import answers, phrases
from revtrack.documents.blocks import Block, Bullets, Column, Heading, Item, Paragraph, Table
from revtrack.documents.follow_up_facts import (
    PRIORITIES,
    Followed,
    FollowedAudit,
    count,
    is_remaining,
)
from revtrack.documents.letter_facts import number_key, wording
from revtrack.documents.numbering import Numbering
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, ReplyState, VerdictStep
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.prose import lines_of
from revtrack.domain.recipients import general_word, join_names
from revtrack.domain.records import Response, Verdict
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first, paragraph_sign

NO_COMMENT = "Ingen kommentar"
COUNTED = (
    (VerdictStep.FULL, "Genomförd", 23),
    (VerdictStep.MOSTLY, "I huvudsak", 23),
    (VerdictStep.PARTLY, "Delvis", 17),
    (VerdictStep.NOT, "Ej genomförd", 23),
    (VerdictStep.NO_LONGER_RELEVANT, "Inte längre aktuell", 24),
    (VerdictStep.NOT_ASSESSABLE, "Går inte att bedöma", 24),
    (None, "Ej uppföljd", 23),
)
HAVE = {
    VerdictStep.FULL: "ha",
    VerdictStep.MOSTLY: "i huvudsak ha",
    VerdictStep.PARTLY: "delvis ha",
    VerdictStep.NOT: "inte ha",
}

Blocks = tuple[Block, ...]


def audit_chapter(facts: Followed, audit: FollowedAudit, numbers: Numbering) -> Blocks:
    """Return the chapter of one audit: what it found, the replies, the findings, the verdicts."""
    case = audit.case
    blocks: list[Block] = [
        Heading(numbers.chapter(f"{case.audit.title} ({case.audit.audit_year})"))
    ]
    earlier = _earlier(case)
    if earlier:
        blocks += [Heading(numbers.section("Tidigare granskning"), 2), Paragraph(earlier)]
    if audit.lines or audit.replies:
        word = phrases.genitive(general_word(audit.committees))
        title = f"{capitalise_first(word)} yttrande{'' if len(audit.committees) == 1 else 'n'}"
        blocks += [Heading(numbers.section(title), 2), *_replies(audit)]
    if not audit.lines:
        return (*blocks, Paragraph("Granskningen gav inte anledning till några rekommendationer."))
    findings = _findings(audit)
    if findings:
        blocks += [Heading(numbers.section("Iakttagelser"), 2), *findings]
    title = (
        "Läget för varje rekommendation"
        if facts.is_status_report
        else ("Bedömning per rekommendation")
    )
    blocks += [Heading(numbers.section(title), 2), _verdicts(audit, numbers)]
    overall = _overall(audit)
    if overall:
        blocks += [Heading(numbers.section("Samlad bedömning"), 2), Paragraph(overall)]
    return tuple(blocks)


def _earlier(case: AuditCase) -> str:
    sentences = []
    if case.audit.purpose:
        sentences.append(phrases.purpose("Syftet var att", case.audit.purpose))
    letter = case.cover_letter
    texts = lines_of(letter.assessment if letter else None)
    for index, text in enumerate(texts):
        whole = phrases.is_whole_sentence(text)
        opening = "Vidare bedömdes att" if index else "Bedömningen var att"
        sentences.append(phrases.sentence(text if whole else f"{opening} {text}"))
    if not texts and case.overall:
        quoted = [f"”{each.phrase}”" for each in case.overall]
        sentences.append(f"Den samlade bedömningen var {join_names(quoted)}.")
    return " ".join(sentences)


# ---- replies ---------------------------------------------------------------------------------


def _replies(audit: FollowedAudit) -> Blocks:
    if not any(reply.reply_case.due_on or reply.decision for reply in audit.replies):
        return (Paragraph("Revisorerna begärde inget yttrande."),)
    items = tuple(Item(" ".join(_reply(audit, reply))) for reply in audit.replies)
    return (Bullets(items),)


def _reply(audit: FollowedAudit, reply: ReplyLine) -> list[str]:
    name = phrases.capital_name(reply.committee)
    decision = reply.decision
    if decision is None or reply.state is ReplyState.ADOPTED:
        if reply.reply_case.due_on is None:
            return [f"Revisorerna begärde inget yttrande från {reply.committee.name}."]
        return [f"Något yttrande från {reply.committee.name} har inte kommit in."]
    where = _where(decision, reply)
    if decision.decided_on:
        day = phrases.the_day(decision.decided_on)
        sentences = [f"{name} beslutade om sitt yttrande {day}{where}."]
    else:
        unknown = "sammanträdesdagen framgår inte av protokollsutdraget"
        sentences = [f"{name} har yttrat sig{where}; {unknown}."]
    if reply.days_late and reply.due_on:
        came = answers.counted_day(reply)
        day = f"Yttrandet kom in {phrases.the_day(came)}" if came else "Yttrandet kom in för sent"
        sentences.append(f"{day}; önskat svarsdatum var {phrases.the_day(reply.due_on)}.")
    missing = [
        line.number
        for line in audit.lines
        if line.committee.id == reply.committee.id and line.position is Position.NOT_ADDRESSED
    ]
    if missing:
        sentences.append(f"{join_names(missing)} besvaras inte i yttrandet.")
    return sentences


def _where(decision: Response, reply: ReplyLine) -> str:
    diary = decision.diary_number or reply.reply_case.diary_number
    parts = [
        paragraph_sign(decision.paragraph) if decision.paragraph else "",
        f"dnr {phrases.unbroken(diary)}" if diary else "",
    ]
    shown = ", ".join(filter(None, parts))
    return f" ({shown})" if shown else ""


# ---- findings and verdicts -------------------------------------------------------------------


def _findings(audit: FollowedAudit) -> Blocks:
    """Return a heading per recommendation that anything is known of, with a point per committee."""
    blocks: list[Block] = []
    grouped: dict[int, list[AddresseeLine]] = {}
    for line in _in_order(audit.lines):
        grouped.setdefault(line.recommendation.id, []).append(line)
    for members in grouped.values():
        items = [
            Item(text, f"{phrases.capital_name(line.committee)}:")
            for line in members
            if (text := _finding(line))
        ]
        if items:
            heading = members[0].recommendation.heading or ""
            blocks.append(Heading(f"{members[0].number} {heading}".strip(), 3))
            blocks.append(Paragraph(wording(members[0].recommendation)))
            blocks.append(Bullets(tuple(items)))
    return tuple(blocks)


def _finding(line: AddresseeLine) -> str:
    sentences = []
    if line.answer and line.answer.quote:
        sentences.append(f"{answers.stance(line)}. {phrases.sentence(line.answer.quote)}")
    verdict = line.verdict
    if verdict:
        sentences += [phrases.sentence(text) for text in (verdict.method, verdict.evidence) if text]
    return " ".join(sentences)


def _in_order(lines: Sequence[AddresseeLine]) -> list[AddresseeLine]:
    return sorted(lines, key=lambda line: number_key(line.number))


def _verdicts(audit: FollowedAudit, numbers: Numbering) -> Table:
    with_recipients = len(audit.committees) > 1
    columns = [Column("Nr", 12), Column("Rekommendation", 56 if with_recipients else 76)]
    columns += [Column("Mottagare", 41)] if with_recipients else []
    spare = 0 if with_recipients else 7
    columns += [
        Column("Svar (år, §)", 27),
        Column("Vidtagna åtgärder", 45 + spare),
        Column("Bedömning", 27),
        Column("Kommentar", 39 + 2 * spare),
    ]
    rows = []
    for line in _in_order(audit.lines):
        row = [line.number, wording(line.recommendation)]
        row += [phrases.capital_name(line.committee)] if with_recipients else []
        row += [_reply_cell(audit, line), _actions(line), _verdict_label(line), _comment(line)]
        rows.append(row)
    return Table(
        numbers.table("Bedömning per rekommendation"),
        "En rad per rekommendation och mottagare, i nummerordning.",
        tuple(columns),
        rows,
    )


def _reply_cell(audit: FollowedAudit, line: AddresseeLine) -> str:
    response = line.response
    if response is None:
        asked = any(
            reply.committee.id == line.committee.id and reply.reply_case.due_on
            for reply in audit.replies
        )
        return "Inget svar" if asked else answers.NOT_REQUESTED
    day = response.decided_on or response.received_on or response.dated_on
    year = str(day.year) if day else "år framgår inte"
    paragraph = paragraph_sign(response.paragraph) if response.paragraph else "§ framgår inte"
    return f"{capitalise_first(year)}, {paragraph}" if day else f"{paragraph}, {year}"


def _actions(line: AddresseeLine) -> str:
    lines = [answers.stance(line)] if line.response is not None else []
    lines += [
        f"{action.text} (klart senast {action.due})" if action.due else action.text
        for action in line.actions
    ]
    return "\n".join(lines) or phrases.NONE_GIVEN


def _verdict_label(line: AddresseeLine) -> str:
    if line.verdict is None:
        return swedish_absent_label("verdict")
    return swedish_label(line.verdict.verdict)


def _comment(line: AddresseeLine) -> str:
    sentences = _verdict_comment(line.verdict) if line.verdict else []
    if line.addressee.outcome:
        sentences.append(f"Avslutad: {swedish_label(line.addressee.outcome).lower()}.")
    return " ".join(sentences) or NO_COMMENT


def _verdict_comment(verdict: Verdict) -> list[str]:
    sentences = [f"Underlag: {swedish_label(verdict.basis).lower()}."]
    if verdict.comment:
        sentences.append(phrases.sentence(verdict.comment))
    if verdict.is_solved is not None:
        sentences.append("Bristen är avhjälpt." if verdict.is_solved else "Bristen kvarstår.")
    return sentences


def _overall(audit: FollowedAudit) -> str:
    own = audit.case.audit
    if own.verdict not in HAVE or not audit.committees:
        return ""
    names = phrases.capital_names(audit.committees)
    sentences = [f"{names} bedöms {HAVE[own.verdict]} vidtagit tillräckliga åtgärder."]
    if own.verdict_comment:
        sentences.append(phrases.sentence(own.verdict_comment))
    return " ".join(sentences)


# ---- all audits together ---------------------------------------------------------------------


def closing_chapter(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the chapter that answers the questions and counts per committee and priority."""
    if not facts.lines:
        return ()
    title = "Läget i siffror" if facts.is_status_report else "Samlad bedömning"
    return (
        Heading(numbers.chapter(title)),
        *_questions(facts, numbers),
        _per_committee(facts, numbers),
        *_per_priority(facts, numbers),
    )


def _questions(facts: Followed, numbers: Numbering) -> Blocks:
    case = facts.follow_up
    if case is None or not case.assessments:
        return ()
    rows = []
    for question in case.questions:
        found = case.assessments_of(question.id)
        grades = [_answer(case, each.id, swedish_label(each.grade)) for each in found]
        reasons = [each.explanation or each.quote or f"”{each.phrase}”" for each in found]
        rows.append(
            [
                str(question.number),
                question.text,
                "\n".join(grades) or phrases.NOT_STATED,
                "\n".join(reasons) or phrases.NOT_STATED,
            ]
        )
    return (
        Table(
            numbers.table("Svar på revisionsfrågorna"),
            "En rad per revisionsfråga, i nummerordning.",
            (
                Column("Nr", 12),
                Column("Revisionsfråga", 85),
                Column("Svar", 50),
                Column("Motivering", 100),
            ),
            rows,
        ),
    )


def _answer(case: AuditCase, assessment_id: int, grade: str) -> str:
    committees = case.committees_assessed_by(assessment_id)
    return f"{grade} ({phrases.names(committees)})" if committees else grade


def _per_committee(facts: Followed, numbers: Numbering) -> Table:
    columns = (
        Column("Mottagare", 56),
        Column("Rekommendationer", 34),
        *(Column(title, width) for _, title, width in COUNTED),
    )
    rows = [
        [
            phrases.capital_name(each.committee),
            str(each.total),
            *(str(each.by_verdict.get(step, 0)) for step, _, _ in COUNTED),
        ]
        for each in facts.counts
    ]
    rows.append(
        ["Summa", str(len(facts.lines)), *(str(facts.count(step)) for step, _, _ in COUNTED)]
    )
    return Table(
        numbers.table("Antal per mottagare"),
        "En rad per mottagare, i kommunens ordning. Sist en summarad.",
        columns,
        rows,
        has_total=True,
        stays_together=True,
    )


def _per_priority(facts: Followed, numbers: Numbering) -> Blocks:
    if not facts.has_priorities:
        return ()
    rows = []
    for priority in PRIORITIES:
        lines = [line for line in facts.lines if line.recommendation.priority is priority]
        if lines:
            label = swedish_label(priority) if priority else "Ingen angiven"
            rows.append([label, *_priority_numbers(lines)])
    rows.append(["Summa", *_priority_numbers(facts.lines)])
    return (
        Table(
            numbers.table("Antal per prioritet"),
            "En rad per prioritet, den högsta först, räknat per mottagare. Sist en summarad.",
            (
                Column("Prioritet", 56),
                Column("Rekommendationer", 34),
                Column("Genomförda", 28),
                Column("Kvarstående", 28),
                Column("Ej uppföljda", 28),
            ),
            rows,
            has_total=True,
            stays_together=True,
        ),
    )


def _priority_numbers(lines: Sequence[AddresseeLine]) -> list[str]:
    return [
        str(len(lines)),
        str(count(lines, VerdictStep.FULL)),
        str(sum(is_remaining(line) for line in lines)),
        str(count(lines, None)),
    ]
