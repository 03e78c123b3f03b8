"""Who follows up: the auditors and their experts, never those who are followed up."""

from revtrack.domain.codes import PersonRole
from revtrack.domain.errors import RevTrackError
from revtrack.storage.store import Store


def refuse_clerk(store: Store) -> None:
    """Refuse who works as a clerk to judge or close what a committee was asked to do."""
    if store.person.role is PersonRole.CLERK:
        raise RevTrackError(
            "Recommendations are followed up by the auditors and their experts; you work as a "
            "clerk."
        )
