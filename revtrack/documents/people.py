"""Who signs the auditors' papers on a day, by the local order."""

from collections.abc import Sequence
from datetime import date

from revtrack.documents.office.blocks import Signatures
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import OfficeholderFunction, Signing
from revtrack.domain.records import Officeholder
from revtrack.domain.texts.prose import lines_of
from revtrack.wording.labels import swedish_label
from revtrack.wording.words import capitalise_first

ELECTED = {
    Signing.CHAIR_AND_VICE_CHAIR: (OfficeholderFunction.CHAIR, OfficeholderFunction.VICE_CHAIR),
    Signing.CHAIR: (OfficeholderFunction.CHAIR,),
}
AT_THE_FIRM = (OfficeholderFunction.PROJECT_LEAD, OfficeholderFunction.ENGAGEMENT_LEAD)


def holder(case: AuditCase, function: OfficeholderFunction, on: date) -> Officeholder | None:
    """Return who held a function on a day; the one who took it last where there are several."""
    held = [
        each
        for each in case.officeholders
        if each.function is function
        and (each.from_on is None or each.from_on <= on)
        and (each.to_on is None or on <= each.to_on)
    ]
    return max(held, key=lambda each: (each.from_on or date.min, each.id), default=None)


def letter_signatures(case: AuditCase, on: date) -> Signatures:
    """Return the signatures of a letter: names for the day, or functions where none is known."""
    if case.municipality.signing is Signing.FIRM:
        return _for_the_firm(case, on)
    functions = ELECTED[case.municipality.signing]
    holders = [holder(case, function, on) for function in functions]
    signed = lines_of(case.cover_letter.signatories) if case.cover_letter else ()
    if signed and not any(holders):
        signatories: Sequence[tuple[str, ...]] = [(_signatory(line),) for line in signed]
    else:
        signatories = [
            (who.name, swedish_label(function)) if who else (_unnamed(swedish_label(function)),)
            for function, who in zip(functions, holders, strict=True)
        ]
    return Signatures((f"För revisorerna i {case.municipality.name}",), tuple(signatories))


def _for_the_firm(case: AuditCase, on: date) -> Signatures:
    found = [holder(case, function, on) for function in reversed(AT_THE_FIRM)]
    who = next((each for each in found if each), None)
    firm = [case.audit.firm] if case.audit.firm else []
    if who is None:
        lines = (case.audit.firm_responsible or _unnamed(swedish_label(AT_THE_FIRM[1])),)
    else:
        lines = (f"{who.name}, {who.title or swedish_label(who.function).lower()}",)
    return Signatures(("På revisorernas uppdrag", *firm), (lines,))


def report_signatures(case: AuditCase, on: date, firm: str | None) -> Signatures:
    """Return the signatures of a report: the firm's leaders, or the auditors without a firm."""
    if firm is None:
        functions = ELECTED[Signing.CHAIR_AND_VICE_CHAIR]
        above = f"För revisorerna i {case.municipality.name}"
    else:
        functions, above = AT_THE_FIRM, firm
    signatories: list[tuple[str, ...]] = []
    for function in functions:
        who = holder(case, function, on)
        label = swedish_label(function)
        if who is None:
            signatories.append((_unnamed(label),))
        elif firm is None:
            signatories.append((who.name, label))
        else:
            title = f"{who.title} ({label.lower()})" if who.title else label.lower()
            signatories.append((who.name, title))
    return Signatures((above,), tuple(signatories))


def _signatory(line: str) -> str:
    """Return a line as the letter gives it; one that is a function names nobody."""
    functions = {swedish_label(each).casefold() for each in OfficeholderFunction}
    shown = capitalise_first(line)
    return _unnamed(shown) if line.casefold() in functions else shown


def _unnamed(label: str) -> str:
    """Return a function whose holder is not known, with the place where the name is written."""
    return f"{label} \t"
