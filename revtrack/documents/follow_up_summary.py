"""The first chapter of a follow-up report: its counts in words and in a table."""

from collections.abc import Sequence

from revtrack.documents import phrases
from revtrack.documents.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
)
from revtrack.documents.follow_up_facts import (
    Followed,
    Report,
    count,
    firm,
    is_remaining,
)
from revtrack.domain.codes import VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.prose import lines_of
from revtrack.domain.recipients import join_names
from revtrack.domain.records import Audit
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

Blocks = tuple[Block, ...]
JUDGED = (
    (VerdictStep.FULL, "genomförd"),
    (VerdictStep.MOSTLY, "i huvudsak genomförd"),
    (VerdictStep.PARTLY, "delvis genomförd"),
    (VerdictStep.NOT, "inte genomförd"),
)


def summary(report: Report) -> Blocks:
    """Return the first chapter: what was followed up, the counts, a table per audit."""
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
    by = firm(facts)
    if facts.is_status_report:
        return f"Rapporten visar läget för {what}."
    if by:
        name = facts.case.municipality.name
        return f"På uppdrag av revisorerna i {name} har {by} följt upp {what}."
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
