"""The items of the auditors' agenda: each a matter, where it stands, and what to decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.documents import phrases
from revtrack.documents.briefs.held import columns_of
from revtrack.documents.fields.brief_columns import AGENDA
from revtrack.documents.office.blocks import Block, Heading, Table
from revtrack.domain.case import AuditCase
from revtrack.domain.records import Committee

Blocks = tuple[Block, ...]
WAIT = "Avvakta"
"""How the proposal begins where nothing is to be decided yet."""


@dataclass(frozen=True)
class Item:
    """One matter of the agenda."""

    matter: str
    state: str
    proposal: str

    @property
    def is_watched(self) -> bool:
        """Whether nothing is to be decided on it yet."""
        return self.proposal.startswith(WAIT)


def matter_of(case: AuditCase, committee: Committee | None = None) -> str:
    """Return what an item is about, line by line: the committee, the audit and its reference."""
    name = phrases.capital_name(committee) if committee else ""
    return "\n".join(filter(None, [name, case.audit.title, case.audit.reference]))


def section(title: str, order: str, items: Sequence[Item]) -> Blocks:
    """Return a heading with its items in a table; nothing where there are none.

    ``order`` says which items come first.
    """
    if not items:
        return ()
    table = Table(
        f"{title}: läge och förslag",
        f"En rad per ärende. {order}",
        columns_of(AGENDA),
        [(each.matter, each.state, each.proposal) for each in items],
    )
    return (Heading(title, 2), table)
