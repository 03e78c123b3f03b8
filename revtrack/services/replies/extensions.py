"""A request for more time is decided: granted, perhaps to another day, or refused."""

from typing import Any

from revtrack.domain import records as r
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.services.replies.respond import refuse_extension
from revtrack.storage.audits import load_case
from revtrack.storage.rows import change
from revtrack.storage.store import Store


def decide_extension(
    store: Store, audit_id: int, request_id: int, stated: dict[str, Any]
) -> r.Extension:
    """Store what became of a request, in its place, and return it.

    ``stated`` are the fields that are known now: the decision, its day, who decided, another day
    than was asked for. The rest stays, so that the history reads as it happened. Raises
    RevTrackError where it is decided already, or where ``extend`` would refuse it.
    """
    with store.wish() as session:
        case = load_case(session, audit_id)
        request = next((each for each in case.extensions if each.id == request_id), None)
        if request is None:
            raise GoneError
        if request.decision is not ExtensionDecision.REQUESTED:
            raise RevTrackError(
                "The request for time until {day} is decided already.", day=request.new_due_on
            )
        fields = {name: value for name, value in stated.items() if value is not None}
        known = request.model_dump(include=set(r.NewExtension.model_fields))
        refuse_extension(case, r.NewExtension.model_validate({**known, **fields}))
        return change(session, request, **fields)
