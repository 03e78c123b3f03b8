"""What a clerk may not do: the auditors and their experts judge, follow up and prepare."""

from revtrack.domain.codes import DocumentKind, PersonRole
from revtrack.domain.errors import RevTrackError
from revtrack.storage.store import Store


def refuse_clerk_to_edit(store: Store) -> None:
    """Refuse who works as a clerk to change what the auditors have written."""
    _refuse(
        store,
        RevTrackError(
            "Audits, questions and recommendations are changed by the auditors and their experts; "
            "you work as a clerk."
        ),
    )


def refuse_clerk_to_judge(store: Store) -> None:
    """Refuse who works as a clerk: a committee's own secretary does not judge its reply."""
    _refuse(
        store,
        RevTrackError("Replies are judged by the auditors and their experts; you work as a clerk."),
    )


def refuse_clerk_to_follow_up(store: Store) -> None:
    """Refuse who works as a clerk to judge or close what a committee was asked to do."""
    _refuse(
        store,
        RevTrackError(
            "Recommendations are followed up by the auditors and their experts; you work as a "
            "clerk."
        ),
    )


def refuse_clerk_the_paper(store: Store, kind: DocumentKind) -> None:
    """Refuse who works as a clerk a paper that the auditors prepare themselves by."""
    _refuse(
        store,
        RevTrackError("{kind} is the auditors' own working paper; you work as a clerk.", kind=kind),
    )


def _refuse(store: Store, refusal: RevTrackError) -> None:
    if store.person.role is PersonRole.CLERK:
        raise refusal
