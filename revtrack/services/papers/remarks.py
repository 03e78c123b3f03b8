"""What in a document that was made is to be looked at before it goes out, in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.checks.due_days import said_once
from revtrack.domain.codes import DocumentKind, Severity
from revtrack.domain.follow_up import reply_lines
from revtrack.services.checking import check_audit, concerning
from revtrack.services.papers.late_notices import late_notices
from revtrack.services.papers.placing import Produced
from revtrack.storage.store import Store
from revtrack.wording import _, word_problem
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first


def remarks_on(
    store: Store,
    kind: DocumentKind,
    case: AuditCase,
    made: Iterable[Produced],
    committee_id: int | None,
    today: date,
) -> tuple[str, ...]:
    """Return a sentence for each thing in the documents that somebody should look at."""
    to = {each.committee.id for each in made if each.committee}
    problems = concerning(check_audit(store, case.audit.id, today), kind, committee_id)
    serious = said_once(each for each in problems if each.is_serious)
    return (
        *_late(kind, case, to, today),
        *_undecided(kind, case, to, today),
        *(f"{label(each.severity)}: {word_problem(each)}" for each in serious),
    )


def _late(kind: DocumentKind, case: AuditCase, to: set[int], today: date) -> Iterator[str]:
    """Give a warning for each notice of a decision that is old."""
    if kind is not DocumentKind.EXTENSION_NOTICE:
        return
    said = _(
        "The decision on more time for {committee} was made on {day}, {days} days ago. See to it "
        "that no other notice of it has been sent."
    )
    for each in late_notices(case, today, to):
        about = {"committee": each.committee.name, "day": each.decided_on, "days": each.days}
        yield f"{label(Severity.WARNING)}: {said.format(**about)}"


def _undecided(kind: DocumentKind, case: AuditCase, to: set[int], today: date) -> Iterator[str]:
    """Give a warning for each reminder to a committee that waits for a decision on more time."""
    if kind is not DocumentKind.REMINDER:
        return
    said = _(
        "{committee} has asked for more time, until {day}, and nothing is decided. Decide on it "
        "before the reminder is sent, with: revtrack extend"
    )
    for line in reply_lines(case, today):
        if line.committee.id in to and line.requested and line.is_open:
            name = capitalise_first(line.committee.name)
            told = said.format(committee=name, day=line.requested.new_due_on)
            yield f"{label(Severity.WARNING)}: {told}"
