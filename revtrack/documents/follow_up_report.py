"""Uppföljningsrapport: what has become of the recommendations of one or several audits.

Without verdicts it is a "Lägesrapport", and every row reads "Ej uppföljd". Numbers in the text are
counted from the same lines as the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revtrack.documents import fields, people, phrases, word
from revtrack.documents.blocks import (
    Block,
    Column,
    Contents,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Signatures,
    Table,
    bullets,
)
from revtrack.documents.follow_up_chapters import audit_chapter, closing_chapter
from revtrack.documents.follow_up_facts import (
    PRIORITIES,
    UNFULFILLED,
    Followed,
    FollowedAudit,
    count,
    gather,
    is_not_followed_up,
    is_remaining,
)
from revtrack.documents.letter_facts import wording
from revtrack.documents.numbering import Numbering
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import FactCheck, Priority, VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.prose import lines_of
from revtrack.domain.recipients import general_word, join_names, planned_numbers
from revtrack.domain.records import Audit
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

FOLLOW_UP, STATUS_REPORT = "Uppföljande granskning", "Lägesrapport"

Blocks = tuple[Block, ...]

DEFINITIONS = (
    ("Genomförd", "Rekommendationen är uppfylld i sin helhet."),
    ("I huvudsak genomförd", "Mindre delar återstår."),
    ("Delvis genomförd", "Väsentliga delar återstår."),
    ("Ej genomförd", "Inga åtgärder, eller åtgärder som inte möter rekommendationen."),
    ("Inte längre aktuell", "Ändrade förhållanden har gjort rekommendationen överspelad."),
    ("Går inte att bedöma", "Underlaget räcker inte."),
    ("Ej uppföljd", "Ingår inte denna gång."),
)
JUDGED = (
    (VerdictStep.FULL, "genomförd"),
    (VerdictStep.MOSTLY, "i huvudsak genomförd"),
    (VerdictStep.PARTLY, "delvis genomförd"),
    (VerdictStep.NOT, "inte genomförd"),
)
PRIORITY_HEADINGS = {
    Priority.HIGH: "Hög prioritet",
    Priority.MEDIUM: "Medelhög prioritet",
    Priority.LOW: "Låg prioritet",
    None: "Utan angiven prioritet",
}


@dataclass(frozen=True)
class Report:
    """The report under way: its facts and the numbers of its chapters and tables."""

    facts: Followed
    numbers: Numbering


def follow_up_report(
    cases: Sequence[AuditCase],
    template: bytes,
    *,
    today: date,
    stamp: str,
    follow_up: AuditCase | None = None,
) -> bytes:
    """Return the report of a follow-up audit and the audits it follows up, or of one audit alone.

    Raises RevTrackError where there is no audit to follow up.
    """
    if not cases:
        raise RevTrackError("There is no audit to follow up.")
    facts = gather(cases, follow_up, today)
    report = Report(facts, Numbering())
    title, kind = _title(facts), STATUS_REPORT if facts.is_status_report else FOLLOW_UP
    context: dict[str, str | Blocks] = {
        "kommun": facts.case.municipality.name,
        "utkast": "" if facts.case.is_handed_over else phrases.DRAFT,
        "slag": kind,
        "rubrik": title,
        "avsandare": _sender(facts),
        "datum": facts.day.isoformat(),
        "innehall": (Contents("Innehåll"),),
        "sammanfattning": _summary(report),
        "inledning": _introduction(report),
        "granskningar": tuple(
            block for audit in facts.audits for block in audit_chapter(facts, audit, report.numbers)
        ),
        "samlad_bedomning": closing_chapter(facts, report.numbers),
        "rekommendationer": _recommendations(report),
        "underskrifter": _signatures(facts),
        "bilagor": _annexes(facts),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.FOLLOW_UP_REPORT,
        title=f"{kind}. {title}",
        author=phrases.office(facts.case.municipality),
        on=facts.day,
    )
    return word.render(template, context, properties)


def _title(facts: Followed) -> str:
    title = facts.case.audit.title
    if facts.follow_up is None:
        return title
    found = phrases.area(title)
    return capitalise_first(found) if found else title


def _firm(facts: Followed) -> str | None:
    audit = facts.follow_up.audit if facts.follow_up else None
    return audit.firm if audit and not phrases.is_own_office(audit) else None


def _sender(facts: Followed) -> str:
    firm = _firm(facts)
    return (
        f"Rapport från {firm} på uppdrag av kommunens revisorer"
        if firm
        else ("Rapport från revisorerna")
    )


# ---- summary ---------------------------------------------------------------------------------


def _summary(report: Report) -> Blocks:
    facts = report.facts
    blocks: list[Block] = [
        Heading(report.numbers.chapter("Sammanfattning"), starts_page=True),
        Paragraph(" ".join([_who_followed_what(facts), *_how_many(facts)])),
    ]
    judged = [*_verdict_sentences(facts), *_overall(facts)]
    if judged:
        blocks.append(Paragraph(" ".join(judged)))
    return (*blocks, _per_audit(report), *_others(facts))


def _others(facts: Followed) -> Blocks:
    """Return why the table's columns may sum up to less than their total."""
    total, done, remaining, missing = _numbers(facts.lines)
    others = total - done - remaining - missing
    if not others:
        return ()
    shown = capitalise_first(phrases.counts(others)[0])
    have = "har avslutats eller är inte längre " + ("aktuell" if others == 1 else "aktuella")
    return (Paragraph(f"{shown} {have} och ingår inte bland de genomförda eller kvarstående."),)


def _who_followed_what(facts: Followed) -> str:
    number = len(facts.audits)
    years = join_names(sorted({str(each.case.audit.audit_year) for each in facts.audits}))
    audits = f"{phrases.counts(number)[0]} {'granskning' if number == 1 else 'granskningar'}"
    to = f"med rekommendationer till {phrases.names(facts.committees)}" if facts.lines else ""
    what = " ".join(filter(None, [audits, f"från {years}", to]))
    firm = _firm(facts)
    if facts.is_status_report:
        return f"Rapporten visar läget för {what}."
    if firm:
        name = facts.case.municipality.name
        return f"På uppdrag av revisorerna i {name} har {firm} följt upp {what}."
    return f"Vi har följt upp {what}."


def _how_many(facts: Followed) -> list[str]:
    number, pairs = facts.recommendation_count, len(facts.lines)
    if not number:
        return ["Inga rekommendationer har lämnats."]
    what = "Rapporten" if facts.is_status_report else "Uppföljningen"
    sentences = [f"{what} omfattar {phrases.counts(number)[0]} {phrases.recommendations(number)}."]
    if pairs != number:
        sentences.append(f"Räknat per mottagare är de {phrases.counts(pairs)[0]}.")
    return sentences


def _verdict_sentences(facts: Followed) -> list[str]:
    if not facts.lines:
        return []
    total = len(facts.lines)
    if facts.is_status_report:
        return [
            "Den har ännu inte följts upp." if total == 1 else "Ingen av dem har ännu följts upp."
        ]
    found = [(facts.count(step), words) for step, words in JUDGED]
    sentences = [_judged(total, [(number, words) for number, words in found if number])]
    gone, unclear = (
        facts.count(VerdictStep.NO_LONGER_RELEVANT),
        facts.count(VerdictStep.NOT_ASSESSABLE),
    )
    first, second = phrases.counts(gone, unclear)
    parts = []
    if gone:
        parts.append(f"inte längre {'aktuell' if gone == 1 else 'aktuella'} är {first}")
    if unclear:
        parts.append(f"{second} går inte att bedöma")
    if parts:
        sentences.append(phrases.sentence(", och ".join(parts)))
    missing = facts.count(None)
    if missing:
        sentences.append(phrases.sentence(f"{phrases.counts(missing)[0]} har inte följts upp"))
    return [sentence for sentence in sentences if sentence]


def _judged(total: int, found: Sequence[tuple[int, str]]) -> str:
    if not found:
        return ""
    if total == 1:
        return f"Den bedöms vara {found[0][1]}."
    every, *numbers = phrases.counts(total, *(number for number, _ in found))
    parts = [
        f"{number} {words}{'' if each == 1 else 'a'}"
        for number, (each, words) in zip(numbers, found, strict=True)
    ]
    first, words = numbers[0], parts[0].removeprefix(f"{numbers[0]} ")
    verb = "inte vara" if words.startswith("inte ") else "vara"
    parts[0] = f"{first} {verb} {words.removeprefix('inte ')}"
    return f"Av dessa {every} bedöms {join_parts(parts)}."


def join_parts(parts: Sequence[str]) -> str:
    """Return parts of a sentence as an enumeration with "och"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} och {parts[-1]}"


def _overall(facts: Followed) -> list[str]:
    letter = facts.follow_up.cover_letter if facts.follow_up else None
    texts = lines_of(letter.assessment if letter else None)
    return [
        phrases.sentence(
            text
            if phrases.is_whole_sentence(text)
            else f"{'Vi bedömer vidare att' if index else 'Vår samlade bedömning är att'} {text}"
        )
        for index, text in enumerate(texts)
    ]


def _per_audit(report: Report) -> Table:
    facts = report.facts
    has_missing = bool(facts.count(None))
    columns = (
        Column("Granskning", 36),
        Column("Mottagare", 42),
        Column("Antal", 14),
        Column("Genomförda", 23),
        Column("Kvarstående", 23),
        Column("Ej uppföljda" if has_missing else "Samlad bedömning", 22),
    )
    rows = []
    for audit in facts.audits:
        numbers = _numbers(audit.lines)
        last = str(numbers[3]) if has_missing else _overall_step(audit.case.audit)
        rows.append(
            [
                f"{audit.case.audit.title} ({audit.case.audit.audit_year})",
                "\n".join(map(phrases.capital_name, audit.committees)) or phrases.NONE_GIVEN,
                *(str(number) for number in numbers[:3]),
                last,
            ]
        )
    has_total = len(facts.audits) > 1
    if has_total:
        numbers = _numbers(facts.lines)
        last = str(numbers[3]) if has_missing else "Se ovan"
        rows.append(["Summa", "Alla", *(str(number) for number in numbers[:3]), last])
    return Table(
        report.numbers.table("Bedömning per granskning"),
        "En rad per granskning. Antalen är räknade per mottagare."
        + (" Sist en summarad." if has_total else ""),
        columns,
        rows,
        has_total=has_total,
        stays_together=True,
    )


def _numbers(lines: Sequence[AddresseeLine]) -> tuple[int, int, int, int]:
    """Return how many there are, are carried out, remain, and are not followed up."""
    return (
        len(lines),
        count(lines, VerdictStep.FULL),
        sum(is_remaining(line) for line in lines),
        count(lines, None),
    )


def _overall_step(audit: Audit) -> str:
    return swedish_label(audit.verdict) if audit.verdict else phrases.NONE_GIVEN


# ---- introduction ----------------------------------------------------------------------------


def _introduction(report: Report) -> Blocks:
    numbers = report.numbers
    return (
        Heading(numbers.chapter("Inledning")),
        Heading(numbers.section("Bakgrund"), 2),
        *_background(report.facts),
        Heading(numbers.section("Syfte, revisionsfrågor och avgränsning"), 2),
        *_purpose(report.facts),
        *_criteria(report),
        Heading(numbers.section("Metod"), 2),
        Paragraph(" ".join(_method(report.facts))),
        Heading(numbers.section("Begrepp"), 2),
        Table(
            numbers.table("Bedömningarnas innebörd"),
            "En rad per bedömning som kan förekomma i rapporten.",
            (Column("Bedömning", 50), Column("Innebörd", 110)),
            DEFINITIONS,
            stays_together=True,
        ),
        Paragraph(
            "En bedömning vilar på något av följande underlag: nämndens uppgift, intervju och "
            "dokument, eller stickprov. Vad en nämnd själv uppger är inte revisorernas bedömning."
        ),
    )


def _background(facts: Followed) -> Blocks:
    return tuple(Paragraph(_handed_over(audit)) for audit in facts.audits)


def _handed_over(audit: FollowedAudit) -> str:
    own = audit.case.audit
    what = phrases.the_audit(own.title)
    if own.handed_over_on is None or not audit.committees:
        return phrases.sentence(f"{what} är ännu inte överlämnad")
    day = capitalise_first(phrases.the_day(own.handed_over_on))
    return f"{day} överlämnade revisorerna {what} till {phrases.names(audit.committees)}."


def _purpose(facts: Followed) -> Blocks:
    until = f"till och med {phrases.the_day(facts.day)} har beaktats."
    if facts.is_status_report:
        return (
            Paragraph(
                "Rapporten visar vad mottagarna har svarat på rekommendationerna och vad som "
                f"återstår att följa upp. Uppgifter {until}"
            ),
        )
    own = facts.follow_up.questions if facts.follow_up else ()
    who = general_word(facts.committees)
    questions = [question.text for question in own] or [
        f"Har {who} vidtagit tillräckliga åtgärder utifrån rekommendationerna?",
        "Är bristerna avhjälpta?",
        f"Följer {who} upp åtgärdernas effekt?",
    ]
    purpose = facts.follow_up.audit.purpose if facts.follow_up else None
    return (
        Paragraph(
            "Uppföljningen ska visa om de brister som låg bakom rekommendationerna har åtgärdats."
            if purpose is None
            else phrases.purpose("Uppföljningens syfte är att", purpose)
        ),
        Paragraph("Revisionsfrågor:"),
        Numbered(tuple(Item(question) for question in questions)),
        Paragraph(f"Åtgärder {until}"),
    )


def _criteria(report: Report) -> Blocks:
    follow_up = report.facts.follow_up
    criteria = lines_of(follow_up.audit.criteria if follow_up else None)
    if not criteria:
        return ()
    return (Heading(report.numbers.section("Revisionskriterier"), 2), *bullets(criteria))


def _method(facts: Followed) -> list[str]:
    if facts.follow_up is None:
        return ["Underlaget består av mottagarnas skriftliga svar."]
    audit = facts.follow_up.audit
    methods = [_uncapitalised(line) for line in lines_of(audit.methods)] or ["skriftliga svar"]
    sentences = [f"Underlaget består av {join_names(methods)}."]
    functions = [_uncapitalised(line) for line in lines_of(audit.functions_interviewed)]
    if functions:
        sentences.append(f"Intervjuer har gjorts med {join_names(functions)}.")
    if audit.fact_check is FactCheck.DONE and audit.fact_checked_by:
        day = f" {phrases.the_day(audit.fact_checked_on)}" if audit.fact_checked_on else ""
        sentences.append(f"Rapporten har faktakontrollerats av {audit.fact_checked_by}{day}.")
    return sentences


def _uncapitalised(text: str) -> str:
    """Return a line of a list as it stands within a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() or text[1:2] == "-" else text[:1].lower() + text[1:]


# ---- recommendations, signatures, annexes ----------------------------------------------------


def _recommendations(report: Report) -> Blocks:
    facts = report.facts
    remaining = [line for line in facts.lines if is_remaining(line)]
    untouched = [line for line in facts.lines if is_not_followed_up(line)]
    blocks: list[Block] = [Heading(report.numbers.chapter("Rekommendationer"))]
    if remaining:
        blocks.append(Heading(report.numbers.section("Kvarstående rekommendationer"), 2))
        blocks += _listed(facts, remaining, "kvarstår")
    if untouched:
        blocks.append(Heading(report.numbers.section("Ännu inte uppföljda rekommendationer"), 2))
        blocks += _listed(facts, untouched, "har ännu inte följts upp")
    if not remaining and not untouched:
        blocks.append(Paragraph("Inga rekommendationer kvarstår."))
    if facts.follow_up:
        blocks.append(Heading(report.numbers.section("Nya rekommendationer"), 2))
    return (*blocks, *_new(facts))


def _listed(facts: Followed, lines: Sequence[AddresseeLine], state: str) -> Blocks:
    """Return recommendations under a sentence, by priority where any is set."""
    if not lines:
        return ()
    number = len({line.recommendation.id for line in lines})
    blocks: list[Block] = [Paragraph(f"Följande {phrases.recommendations(number)} {state}:")]
    by_priority = any(line.recommendation.priority for line in lines)
    for priority in PRIORITIES:
        chosen = [line for line in lines if line.recommendation.priority is priority]
        if chosen and by_priority:
            blocks.append(Heading(PRIORITY_HEADINGS[priority], 3))
        blocks += bullets(_texts(facts, chosen))
    return tuple(blocks)


def _texts(facts: Followed, lines: Sequence[AddresseeLine]) -> list[str]:
    years = {
        recommendation.id: audit.case.audit.audit_year
        for audit in facts.audits
        for recommendation in audit.case.recommendations
    }
    grouped: dict[int, list[AddresseeLine]] = {}
    for line in lines:
        grouped.setdefault(line.recommendation.id, []).append(line)
    return [
        f"{years[each]}, {members[0].number}, "
        f"{join_names(line.committee.name for line in members)}: "
        f"{wording(members[0].recommendation)}"
        for each, members in grouped.items()
    ]


def _new(facts: Followed) -> Blocks:
    case = facts.follow_up
    if case is None:
        return ()
    numbers = planned_numbers(case)
    new = [each for each in case.recommendations if each.id in numbers]
    if not new:
        return (Paragraph("Uppföljningen ger inte anledning till nya rekommendationer."),)
    committees = case.in_order(
        committee.id for each in new for committee in case.committees_of(each.id, asked_only=True)
    )
    one = len(committees) == 1
    what = phrases.recommendations(len(new))
    return (
        Paragraph(f"Dessutom lämnas följande nya {what} till {phrases.names(committees)}:"),
        *bullets(
            [
                f"{numbers[each.id]}"
                + (
                    ""
                    if one
                    else f", {phrases.names(case.committees_of(each.id, asked_only=True))}"
                )
                + f": {wording(each)}"
                for each in new
            ]
        ),
    )


def _signatures(facts: Followed) -> Blocks:
    if facts.follow_up is None:
        return ()
    signatures = people.report_signatures(facts.follow_up, facts.day)
    place = facts.case.municipality.place
    day = phrases.the_day(facts.day)
    where = f"{place} {day}" if place else capitalise_first(day)
    return (
        Paragraph(where),
        Signatures(signatures.above, signatures.signatories),
    )


def _annexes(facts: Followed) -> Blocks:
    audit = facts.follow_up.audit if facts.follow_up else None
    studied = lines_of(audit.documents_studied if audit else None)
    closed = [line for line in facts.lines if line.addressee.outcome in UNFULFILLED]
    blocks: list[Block] = []
    if studied:
        blocks += [Heading("Bilaga: granskade handlingar", starts_page=True), *bullets(studied)]
    if closed:
        title = "Bilaga: rekommendationer som har avslutats utan att genomföras"
        blocks += [
            Heading(title, starts_page=not studied),
            *bullets([_closed(line) for line in closed]),
        ]
    return tuple(blocks)


def _closed(line: AddresseeLine) -> str:
    outcome = swedish_label(line.addressee.outcome) if line.addressee.outcome else ""
    reason = line.addressee.closing_reason
    why = f" Skäl: {phrases.sentence(reason)}" if reason else " Inget skäl angivet."
    return f"{line.number}, {line.committee.name}: {outcome.lower()}.{why}"
