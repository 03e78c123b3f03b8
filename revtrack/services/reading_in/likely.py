"""Which audit of the register a paper is of, as far as its file, its title and its year tell."""

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.services.reading_in.comparing import town_of
from revtrack.services.reading_in.ground import follows_up, is_follow_up
from revtrack.services.reading_in.lines import Original
from revtrack.services.replies.attach import sum_of
from revtrack.storage import audits as stored
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store


def likely_audits(
    store: Store, proposal: Proposal, original: Original | None, municipality: str | None = None
) -> tuple[r.Audit, ...]:
    """Return the audits that a paper may be of, the likeliest first; none where none is like it.

    Those that the file is attached to come first; then those of its municipality whose titles are
    alike. A follow-up's report is of a follow-up, never of the audit that it goes back to. Raises
    UsageError where the municipality that is named is not registered.
    """
    with store.reading() as session:
        known = {each.id: each for each in stored.list_audits(session)}
        holding = [known[each] for each in _holding(session, original) if each in known]
        town = town_of(session, proposal, municipality)
        said = proposal.title.value if proposal.title else None
        if town is None or said is None:
            return tuple(holding)
        alike = [
            (likeness(each.title, said, SAME_MATTER), _same_year(each, proposal), each)
            for each in known.values()
            if each.municipality_id == town.id
            and each not in holding
            and (not is_follow_up(proposal) or follows_up(each))
        ]
    found = sorted(
        (each for each in alike if each[0] >= SAME_MATTER), key=lambda each: each[:2], reverse=True
    )
    return (*holding, *(each for _, _, each in found))


def _same_year(audit: r.Audit, proposal: Proposal) -> bool:
    return proposal.audit_year is not None and proposal.audit_year.value == audit.audit_year


def _holding(session: Session, original: Original | None) -> tuple[int, ...]:
    """Return the ids of the audits that the file is attached to."""
    if original is None:
        return ()
    columns = table_of(r.Attachment).c
    found = some(session, r.Attachment, columns.sha256 == sum_of(original.content))
    return tuple(dict.fromkeys(each.audit_id for each in found))


def same_audit(
    session: Session, town: r.Municipality, title: str, year: int, original: Original | None
) -> r.Audit | None:
    """Return the audit that a new one would double: of the same file, or title and year."""
    holding = _holding(session, original)
    return next(
        (
            each
            for each in stored.list_audits(session)
            if each.municipality_id == town.id
            and (
                each.id in holding or (each.audit_year == year and likeness(each.title, title) == 1)
            )
        ),
        None,
    )
