"""Uppföljningsunderlag i Word: the table of a follow-up, judged as far as it is known."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents import answers, fields, phrases
from revtrack.documents.follow_up.promises import promised_or_done
from revtrack.documents.letters.letter_facts import wording
from revtrack.documents.office import word
from revtrack.documents.office.blocks import Block, Column, Table
from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import join_names
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Verdict
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first

TITLE = "Underlag för uppföljning"


def follow_up_table(
    case: AuditCase, covered: Sequence[Covered], template: bytes, *, today: date, stamp: str
) -> bytes:
    """Return the table: one for each audit that is followed up, rows in the order of numbers."""
    context: dict[str, str | word.Blocks] = {
        "kommun": case.municipality.name,
        "utkast": phrases.DRAFT,
        "datum": today.isoformat(),
        "rubrik": TITLE,
        "underlag": phrases.sentence(case.audit.title),
        "antal": _counted(covered),
        "tabell": _tables(covered),
        "forkortningar": "",
        "arbetsnoteringar": (),
        "framstalld": phrases.stamp_note(today, stamp),
    }
    properties = word.Properties(
        template=fields.RECOMMENDATION_TABLE,
        title=f"{TITLE}. {case.audit.title}",
        author=phrases.office(case.municipality),
        on=today,
    )
    return word.render(template, context, properties)


def _counted(covered: Sequence[Covered]) -> str:
    audits = list(dict.fromkeys(each.case.audit.reference for each in covered))
    if not covered:
        return "Uppföljningen omfattar inga rekommendationer."
    asked = phrases.counted(each.line.recommendation for each in covered)
    return f"{capitalise_first(asked)} ur {join_names(audits)}, räknat per mottagare."


def _tables(covered: Sequence[Covered]) -> tuple[Block, ...]:
    groups: dict[int, list[Covered]] = {}
    for each in covered:
        groups.setdefault(each.case.audit.id, []).append(each)
    return tuple(_table(group) for group in groups.values())


def _table(group: Sequence[Covered]) -> Table:
    audit = group[0].case.audit
    return Table(
        f"{audit.title} ({audit.audit_year}, {audit.reference})",
        "En rad för varje rekommendation och mottagare, i nummerordning.",
        (
            Column("Nr", 12, "nr"),
            Column("Rekommendation", 58, "rekommendation"),
            Column("Mottagare", 36, "mottagare"),
            Column("Nämndens svar", 38, "namndens_svar"),
            Column("Vidtagna åtgärder", 42, "atgarder"),
            Column("Bedömning", 26, "bedomning"),
            Column("Kommentar", 35, "kommentar"),
        ),
        [_row(each) for each in group],
    )


def _row(each: Covered) -> list[str]:
    line, verdict = each.line, each.own
    return [
        line.number,
        wording(line.recommendation),
        phrases.capital_name(line.committee),
        answers.stance_or_silence(line),
        _actions(each.case, line),
        answers.verdict_word(verdict) if verdict else swedish_absent_label("verdict"),
        _comment(verdict) if verdict else phrases.NONE_GIVEN,
    ]


def _actions(case: AuditCase, line: AddresseeLine) -> str:
    told = [*promised_or_done(case, line), *answers.progress_reports(case, line)]
    return "\n".join(told) or phrases.NONE_GIVEN


def _comment(verdict: Verdict) -> str:
    parts = [f"Underlag: {swedish_label(verdict.basis).lower()}.", verdict.comment or ""]
    return " ".join(part for part in parts if part)
