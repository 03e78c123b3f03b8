"""The chapters of a follow-up report: one per audit, and the one that sums them up."""

from collections.abc import Sequence

from revtrack.documents import answers, phrases
from revtrack.documents.follow_up.accounts import account
from revtrack.documents.follow_up.facts import (
    Followed,
    FollowedAudit,
)
from revtrack.documents.follow_up.origin import origin
from revtrack.documents.follow_up.overall import conclusion, earlier_verdict
from revtrack.documents.follow_up.promises import promised_or_done
from revtrack.documents.follow_up.replies import replies
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office.blocks import Block, Bullets, Column, Heading, Item, Paragraph, Table
from revtrack.documents.office.numbering import Numbering
from revtrack.documents.standings import standing_word
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import general_word, join_names, number_key
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.records import Verdict
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first, paragraph_sign

NO_COMMENT = "Ingen kommentar"
REPLIED, NO_WORDS = "Svaret i korthet", "Inget svar återgivet"
NO_ACTIONS = "Inga åtgärder angivna"

Blocks = tuple[Block, ...]


def audit_chapter(facts: Followed, audit: FollowedAudit, numbers: Numbering) -> Blocks:
    """Return the chapter of one audit: what it found, the replies, the findings, the verdicts."""
    case = audit.case
    blocks: list[Block] = [
        Heading(numbers.chapter(f"{case.audit.title} ({case.audit.audit_year})"))
    ]
    earlier = " ".join(filter(None, [_earlier(case), earlier_verdict(facts, audit)]))
    if earlier:
        work = phrases.work_term([case.audit])
        what = work.the_one if facts.is_status_report else f"tidigare {work.one}"
        title = capitalise_first(what)
        blocks += [Heading(numbers.section(title), 2), Paragraph(earlier)]
    if audit.lines or audit.replies:
        word = phrases.genitive(general_word(audit.committees))
        title = f"{capitalise_first(word)} yttrande{'' if len(audit.committees) == 1 else 'n'}"
        blocks += [Heading(numbers.section(title), 2), *replies(audit)]
    if not audit.lines:
        it = capitalise_first(phrases.work(case.audit))
        return (*blocks, Paragraph(f"{it} gav inte anledning till några rekommendationer."))
    findings = _findings(audit)
    if findings:
        whose = phrases.genitive(phrases.recipients(audit.committees))
        replied = f"{capitalise_first(whose)} svar"
        title = replied if facts.is_status_report else "Iakttagelser"
        blocks += [Heading(numbers.section(title), 2), *findings]
    term = phrases.term_of(line.recommendation for line in audit.lines)
    title = f"Läget för varje {term.one}" if facts.is_status_report else f"Bedömning per {term.one}"
    blocks += [Heading(numbers.section(title), 2), _verdicts(facts, audit, numbers)]
    overall = conclusion(facts, audit)
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
        sentences.append(phrases.sentence(text if whole else f"{opening} {phrases.clause(text)}"))
    if not texts and case.overall:
        quoted = [f"”{each.phrase}”" for each in case.overall]
        sentences.append(f"Den samlade bedömningen var {join_names(quoted)}.")
    return " ".join(sentences)


def _findings(audit: FollowedAudit) -> Blocks:
    """Return a heading per recommendation that anything is known of, with a point per committee."""
    blocks: list[Block] = []
    grouped: dict[int, list[AddresseeLine]] = {}
    for line in _in_order(audit.rows):
        grouped.setdefault(line.recommendation.id, []).append(line)
    for members in grouped.values():
        items = [
            Item(text, f"{phrases.capital_name(line.committee)}:")
            for line in members
            if (text := _finding(audit, line))
        ]
        if items:
            heading = members[0].recommendation.heading or ""
            blocks.append(Heading(f"{members[0].number} {heading}".strip(), 3))
            blocks.append(Paragraph(wording(members[0].recommendation)))
            blocks.append(Bullets(tuple(items)))
    return tuple(blocks)


def _finding(audit: FollowedAudit, line: AddresseeLine) -> str:
    """Return the committee's own account and the auditors' findings, told apart."""
    found = _found(line.verdict) if line.verdict else []
    told = [account(line), *answers.progress_reports(audit.case, line), *found]
    return "\n".join(filter(None, told))


def _found(verdict: Verdict) -> list[str]:
    """Return what the auditors found, and how; how alone where no finding is written."""
    method = phrases.sentence(verdict.method) if verdict.method else ""
    if verdict.evidence:
        how = f" Underlag: {method[:1].lower()}{method[1:]}" if method else ""
        return [f"Uppföljningen visar: {phrases.sentence(verdict.evidence)}{how}"]
    return [f"Uppföljningen bygger på: {method[:1].lower()}{method[1:]}"] if method else []


def _in_order(lines: Sequence[AddresseeLine]) -> list[AddresseeLine]:
    return sorted(lines, key=lambda line: number_key(line.number))


def _verdicts(facts: Followed, audit: FollowedAudit, numbers: Numbering) -> Table:
    with_recipients = len(audit.committees) > 1
    term = phrases.term_of(line.recommendation for line in audit.lines)
    title = capitalise_first(term.one)
    columns = [
        Column("Nr", 12, "nr"),
        Column(title, 52 if with_recipients else 72, "rekommendation"),
    ]
    columns += [Column("Mottagare", 41, "mottagare")] if with_recipients else []
    spare = 0 if with_recipients else 7
    are_asked = facts.is_status_report and term is phrases.QUESTION
    columns += [
        Column("Svar (år, §)", 36, "svar"),
        Column(REPLIED if are_asked else "Vidtagna åtgärder", 45 + spare, "atgarder"),
        Column("Läge" if are_asked else "Bedömning", 27, "bedomning"),
        Column("Kommentar", 34 + 2 * spare, "kommentar"),
    ]
    rows = []
    for line in _in_order(audit.rows):
        row = [line.number, "\n".join([wording(line.recommendation), *origin(audit.case, line)])]
        row += [phrases.capital_name(line.committee)] if with_recipients else []
        row += [
            _reply_cell(audit, line),
            account(line) or NO_WORDS if are_asked else _actions(audit, line),
            standing_word(line) if are_asked else _verdict_label(line),
            _comment(line),
        ]
        rows.append(row)
    return Table(
        numbers.table(
            f"Läget för varje {term.one}" if facts.is_status_report else f"Bedömning per {term.one}"
        ),
        f"En rad per {term.one} och mottagare, i nummerordning.",
        tuple(columns),
        rows,
    )


def _reply_cell(audit: FollowedAudit, line: AddresseeLine) -> str:
    response = line.response
    if response is None and not audit.case.is_handed_over:
        return answers.NOT_HANDED_OVER
    if response is None:
        asked = any(
            reply.committee.id == line.committee.id and reply.reply_case.due_on
            for reply in audit.replies
        )
        return "Inget svar" if asked else answers.NOT_REQUESTED
    day = response.decided_on or response.received_on or response.dated_on
    year = str(day.year) if day else "år framgår inte"
    paragraph = paragraph_sign(response.paragraph) if response.paragraph else "§ framgår inte"
    if response.kind is ResponseKind.STATEMENT:
        where = f"{year}, skrivelse utan beslut"
    elif response.kind is ResponseKind.DELEGATED_DECISION and not response.paragraph:
        where = f"{year}, delegationsbeslut"
    else:
        where = f"{year}, {paragraph}" if day else f"{paragraph}, {year}"
    return f"{capitalise_first(where)}\n{answers.stance(line)}"


def _actions(audit: FollowedAudit, line: AddresseeLine) -> str:
    """Return what the committee promises or reports to have done; its position stands elsewhere."""
    told = promised_or_done(audit.case, line)
    return "\n".join([*told, *answers.progress_reports(audit.case, line)]) or NO_ACTIONS


def _verdict_label(line: AddresseeLine) -> str:
    if line.verdict is None:
        return swedish_absent_label("verdict")
    found = swedish_label(line.verdict.verdict)
    return f"{found}\nÅteröppnad" if is_overturned(line) else found


def _comment(line: AddresseeLine) -> str:
    sentences = _verdict_comment(line, line.verdict) if line.verdict else []
    if line.addressee.outcome:
        sentences.append(f"Avslutad: {swedish_label(line.addressee.outcome).lower()}.")
    elif line.addressee.reopening_reason:
        sentences.append(f"Återöppnad: {phrases.sentence(line.addressee.reopening_reason)}")
    return " ".join(sentences) or NO_COMMENT


def _verdict_comment(line: AddresseeLine, verdict: Verdict) -> list[str]:
    sentences = [f"Underlag: {swedish_label(verdict.basis).lower()}."]
    if verdict.comment:
        sentences.append(phrases.sentence(verdict.comment))
    if verdict.is_solved and is_overturned(line):
        sentences.append("Bristen bedömdes då vara avhjälpt.")
    elif verdict.is_solved is not None:
        sentences.append("Bristen är avhjälpt." if verdict.is_solved else "Bristen kvarstår.")
    return sentences
