"""The first chapter of a follow-up report: its counts in words and in a table."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from revtrack.documents import phrases
from revtrack.documents.follow_up.facts import (
    Followed,
    Report,
    count,
    count_overturned,
    firm,
    is_closed_undone,
    is_mostly_done,
    is_not_followed_up,
    is_remaining,
)
from revtrack.documents.follow_up.overall import (
    BOTH,
    grade_lines,
    listed_parts,
    overall_groups,
    whole_verdict,
)
from revtrack.documents.office.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
)
from revtrack.domain.codes import Outcome, VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import join_names
from revtrack.domain.texts.prose import lines_of
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
        Heading(report.numbers.chapter("Sammanfattning")),
        Paragraph(" ".join([_who_followed_what(facts), *_how_many(facts)])),
    ]
    judged = [*_verdict_sentences(facts), *_overall(facts)]
    if judged:
        blocks.append(Paragraph(" ".join(judged)))
    return (*blocks, _per_audit(report), *_others(facts))


def _others(facts: Followed) -> Blocks:
    """Return what has become of those that the table counts neither as done nor as remaining."""
    others = [
        line
        for line in facts.lines
        if line.verdict is None or line.verdict.verdict is not VerdictStep.FULL
        if not is_remaining(line) and not is_not_followed_up(line)
    ]
    others.sort(key=is_closed_undone)
    ends = Counter(_end(line) for line in others)
    total, *numbers = phrases.counts(len(others), *ends.values())
    parts = [
        f"{shown} {one if number == 1 else several}"
        for shown, number, (one, several) in zip(numbers, ends.values(), ends, strict=True)
    ]
    if not parts:
        return ()
    sentences = [f"Övriga {total} kvarstår inte: {listed_parts(parts)}."]
    if len(others) == 1:
        end = next(iter(ends))[0]
        sentences = [f"Den som varken är genomförd eller kvarstår {end}."]
    sentences += _where_reasons_stand(len(others), sum(map(is_closed_undone, others)))
    return (Paragraph(" ".join(sentences)),)


def _where_reasons_stand(total: int, explained: int) -> list[str]:
    """Return whose reasons the annex tells: all of those named before, or the last of them."""
    if not explained:
        return []
    if explained == total:
        return [f"{'Skälet' if total == 1 else 'Skälen'} framgår av bilagan."]
    last = "den sista" if explained == 1 else f"de {phrases.counts(explained)[0]} sista"
    return [f"{'Skälet' if explained == 1 else 'Skälen'} till {last} framgår av bilagan."]


def _end(line: AddresseeLine) -> tuple[str, str]:
    """Return what became of one that does not remain though it is not judged as carried out."""
    outcome = line.addressee.outcome
    if is_mostly_done(line):
        one, several = "är i huvudsak genomförd", "är i huvudsak genomförda"
        return f"{one} med bristen avhjälpt", f"{several} med bristen avhjälpt"
    if outcome is Outcome.MERGED:
        return ("har sammanförts med annan rekommendation",) * 2
    if outcome is Outcome.NOT_IMPLEMENTED:
        return ("har avslutats utan att genomföras",) * 2
    if outcome is Outcome.IMPLEMENTED and line.verdict is None:
        return "har avslutats som genomförd", "har avslutats som genomförda"
    if outcome is Outcome.IMPLEMENTED and line.verdict:
        judged = swedish_label(line.verdict.verdict)
        words = judged[:1].lower() + judged[1:]
        return (f"har avslutats med bedömningen {words}",) * 2
    return "är inte längre aktuell", "är inte längre aktuella"


def _who_followed_what(facts: Followed) -> str:
    years = join_names(sorted({str(each.case.audit.audit_year) for each in facts.audits}))
    audits = phrases.works(each.case.audit for each in facts.audits)
    names = join_names(map(facts.name_now, facts.committees))
    to = f"med {facts.term.several} till {names}" if facts.lines else ""
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
    chosen = {line.recommendation.id: line.recommendation for line in facts.lines}
    sentences = [f"{what} omfattar {phrases.counted(chosen.values())}."]
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
    if reopened := count_overturned(facts.lines):
        said = f"{phrases.counts(reopened)[0]} har öppnats igen efter bedömningen och kvarstår"
        sentences.append(phrases.sentence(said))
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
    if found[0][0] == total:
        words = found[0][1]
        if words.startswith("inte "):
            return f"Ingen av dem bedöms vara {words.removeprefix('inte ')}."
        return f"{'Båda' if total == BOTH else f'Samtliga {every}'} bedöms vara {words}a."
    parts = [
        f"{number} {words}{'' if each == 1 else 'a'}"
        for number, (each, words) in zip(numbers, found, strict=True)
    ]
    first, words = numbers[0], parts[0].removeprefix(f"{numbers[0]} ")
    verb = "inte vara" if words.startswith("inte ") else "vara"
    parts[0] = f"{first} {verb} {words.removeprefix('inte ')}"
    return f"Av dessa {every} bedöms {listed_parts(parts)}."


def _overall(facts: Followed) -> list[str]:
    letter = facts.follow_up.cover_letter if facts.follow_up else None
    texts = lines_of(letter.assessment if letter else None)
    if not texts and not facts.is_status_report:
        return _by_committees(facts)
    sentences = []
    for index, text in enumerate(texts):
        opening = "Vi bedömer vidare att" if index else "Vår samlade bedömning är att"
        whole = phrases.is_whole_sentence(text)
        sentences.append(phrases.sentence(text if whole else f"{opening} {phrases.clause(text)}"))
    return sentences


def _by_committees(facts: Followed) -> list[str]:
    """Return whether enough has been done, a sentence for each group that is judged alike."""
    judged: dict[str, list[str]] = {}
    for audit in facts.audits:
        for have, committees in overall_groups(facts, audit):
            own = f" med anledning av {phrases.the_audit(audit.case.audit)}"
            about = own if whole_verdict(facts, audit) and len(facts.audits) > 1 else ""
            names = judged.setdefault(f"{have} vidtagit tillräckliga åtgärder{about}", [])
            names += [name for each in committees if (name := facts.name_now(each)) not in names]
    return [
        f"{'Vi bedömer vidare att' if place else 'Vår samlade bedömning är att'} "
        f"{join_names(names)} {words}."
        for place, (words, names) in enumerate(judged.items())
    ]


def _per_audit(report: Report) -> Table:
    facts = report.facts
    judged = not facts.is_status_report
    work = phrases.work_term(each.case.audit for each in facts.audits).one
    counted, numbers_of = _counted(facts)
    columns = (
        Column(capitalise_first(work), 36, "granskning"),
        Column("Mottagare", 42, "mottagare"),
        *counted,
        *([Column("Samlad bedömning", 28, "samlad_bedomning")] if judged else []),
    )
    rows = [
        [
            f"{audit.case.audit.title} ({audit.case.audit.audit_year})",
            "\n".join(map(phrases.capital_name, audit.committees)) or phrases.NONE_GIVEN,
            *map(str, numbers_of(audit.lines)),
            *(["\n".join(grade_lines(facts, audit)) or phrases.NONE_GIVEN] if judged else []),
        ]
        for audit in facts.audits
    ]
    has_total = len(facts.audits) > 1
    if has_total:
        numbers = map(str, numbers_of(facts.lines))
        rows.append(["Summa", "Alla", *numbers, *(["Se ovan"] if judged else [])])
    return Table(
        report.numbers.table(f"{'Bedömning' if judged else 'Läget'} per {work}"),
        f"En rad per {work}. Antalen är räknade per mottagare."
        + (" Sist en summarad." if has_total else ""),
        columns,
        rows,
        has_total=has_total,
        stays_together=True,
    )


def _counted(
    facts: Followed,
) -> tuple[tuple[Column, ...], Callable[[Sequence[AddresseeLine]], list[int]]]:
    """Return the columns that count, and what they count of some lines.

    Of questions that nobody has followed up there is only whether they have been replied to.
    """
    if facts.is_status_report and facts.term is phrases.QUESTION:
        asked = capitalise_first(phrases.QUESTION.several)
        replied = Column("Med svar", 23, "genomforda"), Column("Utan svar", 23, "kvarstaende")
        return (Column(asked, 20, "antal"), *replied), _replied_numbers
    has_missing = bool(facts.count(None))
    columns = (
        Column("Antal", 14, "antal"),
        Column("Genomförda", 23, "genomforda"),
        Column("Kvarstående", 23, "kvarstaende"),
        *([Column("Ej uppföljda", 23, "ej_uppfoljda")] if has_missing else []),
    )
    return columns, partial(_judged_numbers, has_missing=has_missing)


def _replied_numbers(lines: Sequence[AddresseeLine]) -> list[int]:
    replied = sum(line.response is not None for line in lines)
    return [len(lines), replied, len(lines) - replied]


def _judged_numbers(lines: Sequence[AddresseeLine], *, has_missing: bool) -> list[int]:
    """Return how many there are, are carried out, remain, and are not followed up."""
    numbers = [
        len(lines),
        count(lines, VerdictStep.FULL),
        sum(is_remaining(line) for line in lines),
    ]
    return [*numbers, *([count(lines, None)] if has_missing else [])]
