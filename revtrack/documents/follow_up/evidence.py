"""The annex of a follow-up report that tells how each verdict was reached, and the counts of it."""

from revtrack.documents import phrases
from revtrack.documents.follow_up.facts import Followed, count
from revtrack.documents.office.blocks import Block, Column, Heading, Table
from revtrack.documents.office.numbering import Numbering
from revtrack.domain.codes import Basis, VerdictStep
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import number_key
from revtrack.domain.records import Verdict
from revtrack.wording.labels import swedish_label

TITLE = "Bilaga: så har bedömningarna gjorts"

Blocks = tuple[Block, ...]


def evidence(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the annex: a row for each verdict, with method, evidence, day and by whom."""
    rows = [
        [
            audit.case.audit.reference,
            line.number,
            phrases.capital_name(line.committee),
            *_grounds(line.verdict),
        ]
        for audit in facts.audits
        for line in sorted(audit.rows, key=_place)
        if line.verdict is not None
    ]
    if not rows:
        return ()
    return (
        Heading(TITLE, starts_page=True),
        Table(
            numbers.table("Metod och underlag för varje bedömning"),
            "En rad per bedömning, granskning för granskning och i nummerordning.",
            (
                Column("Granskning", 28, "granskning"),
                Column("Nr", 14, "nr"),
                Column("Mottagare", 42, "mottagare"),
                Column("Bedömning och underlag", 38, "bedomning"),
                Column("Hur det har kontrollerats", 48, "metod"),
                Column("Vad som visade sig", 48, "iakttagelse"),
                Column("Bedömd", 29, "bedomd"),
            ),
            rows,
        ),
    )


def _place(line: AddresseeLine) -> tuple[object, ...]:
    return (number_key(line.number), line.number)


def _grounds(verdict: Verdict) -> list[str]:
    by = [verdict.judged_on.isoformat() if verdict.judged_on else "", verdict.judged_by or ""]
    return [
        f"{swedish_label(verdict.verdict)}\n{swedish_label(verdict.basis)}",
        verdict.method or phrases.NOT_STATED,
        verdict.evidence or phrases.NOT_STATED,
        "\n".join(part for part in by if part) or phrases.NOT_STATED,
    ]


def per_basis(facts: Followed, numbers: Numbering) -> Blocks:
    """Return the table that counts the verdicts by what they rest on; none without verdicts."""
    judged = [line for line in facts.lines if line.verdict is not None]
    if not judged:
        return ()
    rows = []
    for basis in Basis:
        own = [each for each in judged if each.verdict and each.verdict.basis is basis]
        rows.append([swedish_label(basis), str(len(own)), str(count(own, VerdictStep.FULL))])
    rows.append(["Summa", str(len(judged)), str(count(judged, VerdictStep.FULL))])
    return (
        Table(
            numbers.table("Antal per underlag"),
            "En rad per slag av underlag, det svagaste först. Sist en summarad.",
            (
                Column("Underlag", 56, "underlag"),
                Column("Antal", 34, "bedomda"),
                Column("Genomförda", 34, "genomforda"),
            ),
            rows,
            has_total=True,
            stays_together=True,
        ),
    )
