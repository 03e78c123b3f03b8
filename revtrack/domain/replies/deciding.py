"""Whose a reply is: the committees that give it together, and the body that decided it."""

from collections.abc import Sequence

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.records import Committee, Response


def committees_of_response(case: AuditCase, response: Response) -> tuple[Committee, ...]:
    """Return the committees that a response answers for, in the register's order."""
    cases = {link.reply_case_id for link in case.response_cases if link.response_id == response.id}
    return case.in_order(each.committee_id for each in case.reply_cases if each.id in cases)


def deciding_body(text: str, committees: Sequence[Committee]) -> tuple[str, ResponseKind]:
    """Return the name of the body that decided, and what kind of reply that most likely makes.

    Another committee of the register ("KS") decides for the one that was asked; any other body
    ("arbetsutskottet", "ordföranden") has decided by delegation.
    """
    known = committee_called(text, committees)
    if known is not None:
        return known.name, ResponseKind.DECISION
    return text, ResponseKind.DELEGATED_DECISION
