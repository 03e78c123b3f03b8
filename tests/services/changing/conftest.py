"""A register with an audit that is not yet handed over."""

import pytest

from revtrack.domain import records as r
from revtrack.domain.entries import AuditEntry, RecommendationEntry
from revtrack.services.find import read_case
from revtrack.services.registering import register
from revtrack.storage.store import Store


@pytest.fixture
def draft_store(awaiting_store: Store) -> Store:
    """The register with one more audit, not yet handed over: its id is 2."""
    town = read_case(awaiting_store, 1).municipality
    new = r.NewAudit(
        municipality_id=town.id, reference="ESK-2023-1", title="Skolmat", audit_year=2023
    )
    items = (("Ett", (1, 2)), ("Två", (2,)))
    entry = AuditEntry(
        audit=new,
        committee_ids=(1, 2),
        questions=("Finns rutiner?", "Följs de?"),
        recommendations=tuple(
            RecommendationEntry(text=text, committee_ids=ids) for text, ids in items
        ),
    )
    register.register_audit(awaiting_store, entry)
    return awaiting_store
