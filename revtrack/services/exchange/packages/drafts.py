"""Officials' drafts in packages: taken in only where the office has chosen to register drafts.

A draft that reaches the auditors may become a public record there, so it is left out of what is
read in unless the office takes drafts; and that a register lacks a draft never means that it was
removed there.
"""

from typing import Any

from revtrack.domain import records as r
from revtrack.domain.codes import ResponseKind
from revtrack.domain.exchange.case_file import NODE_OF
from revtrack.services.exchange.packages.flat import PARENT, Flat


def takes_drafts(ours: Flat) -> bool:
    """Tell whether the register's municipality has chosen that drafts are registered."""
    return any(
        ours.records[uid].get("takes_drafts") for uid in ours.of_kind(NODE_OF[r.Municipality])
    )


def drafts_in(made: Flat) -> frozenset[str]:
    """Return the uids of drafts, with the answers in them and the files attached to them."""
    drafts = {
        uid
        for uid in made.of_kind(NODE_OF[r.Response])
        if made.records[uid].get("kind") == ResponseKind.DRAFT
    }
    return frozenset(
        uid
        for uid, fields in made.records.items()
        if uid in drafts or fields[PARENT] in drafts or fields.get("response") in drafts
    )


def without(made: Flat, left_out: frozenset[str]) -> Flat:
    """Return the records but those, and without what the others say of them."""
    kept = {
        uid: {
            name: _rest(value, left_out)
            for name, value in fields.items()
            if not (isinstance(value, str) and value in left_out)
        }
        for uid, fields in made.records.items()
        if uid not in left_out
    }
    return Flat(kept, {uid: made.nodes[uid] for uid in kept})


def _rest(value: Any, left_out: frozenset[str]) -> Any:  # noqa: ANN401 - any field's value
    return value - left_out if isinstance(value, frozenset) else value
