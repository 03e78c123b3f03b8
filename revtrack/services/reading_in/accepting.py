"""Saves what a person accepts of a paper: one wish, all of it or nothing."""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import N_, UsageError
from revtrack.domain.proposals.proposal import Proposal
from revtrack.services.allowed import refuse_clerk_to_edit, refuse_clerk_to_follow_up
from revtrack.services.follow_up.starting import FollowUpEntry
from revtrack.services.reading_in.about_audit import NEEDED, NOT_REGISTERED
from revtrack.services.reading_in.comparing import compared, ground_of
from revtrack.services.reading_in.ground import Ground, makes_audit
from revtrack.services.reading_in.likely import same_audit
from revtrack.services.reading_in.lines import (
    Accepted,
    Accepting,
    Comparison,
    Form,
    Group,
    Original,
    ProposalLine,
    Standing,
    Value,
)
from revtrack.services.reading_in.save_audit import (
    kind_of_audit,
    save_committees,
    save_head,
    save_questions,
)
from revtrack.services.reading_in.save_letter import save_extensions, save_letter
from revtrack.services.reading_in.save_original import attach_original
from revtrack.services.reading_in.save_recommendations import save_recommendations
from revtrack.services.reading_in.save_replies import save_replies
from revtrack.services.reading_in.save_verdicts import begun, save_verdicts
from revtrack.services.reading_in.saving import Saving, naming, refusal_of
from revtrack.services.registering.new_letter import letters_for, propose_reference
from revtrack.services.registering.register import refuse_taken_reference
from revtrack.storage import audits as stored
from revtrack.storage.rows import ConflictError, add, one
from revtrack.storage.store import Store
from revtrack.wording import _

STEPS: tuple[tuple[Group, Callable[[Saving], None]], ...] = (
    (Group.HEAD, save_head),
    (Group.COMMITTEES, save_committees),
    (Group.QUESTIONS, save_questions),
    (Group.RECOMMENDATIONS, save_recommendations),
    (Group.LETTER, save_letter),
    (Group.EXTENSIONS, save_extensions),
    (Group.REPLIES, save_replies),
    (Group.VERDICTS, save_verdicts),
)
"""What is stored, in the order that one thing rests on another."""

HOLDS_AUDIT = tuple(f"head.{name}" for name in NEEDED)
"""The lines that a new audit is not made without."""


LACKING = {
    HOLDS_AUDIT: N_(
        "A new audit needs its title and its audit year. Add this, corrected where it is wrong: "
        "{options}"
    ),
    HOLDS_AUDIT[:1]: N_(
        "A new audit needs its title. Add this, corrected where it is wrong: {options}"
    ),
    HOLDS_AUDIT[1:]: N_(
        "A new audit needs its audit year. Add this, corrected where it is wrong: {options}"
    ),
}
"""What is said where some of them are not accepted."""


def accept(
    store: Store, proposal: Proposal, accepting: Accepting, original: Original | None, today: date
) -> Accepted:
    """Save the lines that are accepted, with the file that they come from, and say which.

    What the register has already is not saved again; where that is all, nothing is changed. Raises
    LineRefusedError, saying which line, where one cannot be saved; RevTrackError where a line rests
    on one that is not accepted, there is no such line, or who accepts may not.
    """
    with store.reading() as session:
        seen = _comparison(session, proposal, accepting, today)
    wanted = _wanted(seen, accepting)
    if not wanted:
        return _nothing(seen)
    _refuse_clerk(store, wanted.values())
    with store.wish(accepting.why) as session:
        ground = _ground(session, proposal, accepting, today)
        lines = _wanted(compared(ground), accepting)
        _refuse_changed(lines.values(), accepting)
        if ground.case is None:
            audit_id = _new_audit(session, ground, lines, accepting, original).id
        else:
            audit_id = ground.case.audit.id
        values = {key: _value(line, accepting) for key, line in lines.items()}
        why = accepting.why or store.why
        saving = Saving(session, ground, lines, values, audit_id, why)
        for group, step in STEPS:
            if any(each.group is group for each in lines.values()):
                saving = saving.again()
                step(saving)
        saving = saving.again()
        is_attached = original is not None and attach_original(saving, original)
        audit = one(session, r.Audit, audit_id)
    return Accepted(audit, tuple(lines), ground.case is None, is_attached)


def _ground(session: Session, proposal: Proposal, accepting: Accepting, today: date) -> Ground:
    return ground_of(session, proposal, accepting.audit_id, today, accepting.municipality)


def _comparison(
    session: Session, proposal: Proposal, accepting: Accepting, today: date
) -> Comparison:
    return compared(_ground(session, proposal, accepting, today))


def _nothing(seen: Comparison) -> Accepted:
    if seen.audit is None and not makes_audit(seen.proposal):
        raise UsageError(
            "Only a paper of the auditors' own makes a new audit. Name the audit that this one "
            "belongs to with --into AUDIT."
        )
    if seen.audit is None:
        raise UsageError("Nothing of the paper is accepted, so no audit is made of it.")
    return Accepted(seen.audit, (), is_new_audit=False, is_attached=False)


# ---- what is wanted ------------------------------------------------------------------------------


def _wanted(seen: Comparison, accepting: Accepting) -> dict[str, ProposalLine]:
    """Return the lines to be saved by their keys, in reading order; refuse those that cannot be."""
    keys = {*accepting.keys, *accepting.corrections}
    for key in sorted(keys - seen.by_key.keys()):
        raise UsageError("The paper has no line {key}.", key=key)
    wanted = {
        key: line
        for key, line in seen.by_key.items()
        if key in keys and _is_to_be_saved(line, accepting)
    }
    for line in wanted.values():
        if line.standing is Standing.CANNOT and line.key not in accepting.corrections:
            raise refusal_of(line, line.reason or "")
        _refuse_alone(seen, line, keys)
    return wanted


def _is_to_be_saved(line: ProposalLine, accepting: Accepting) -> bool:
    """Tell whether a line says anything that the register does not have."""
    if line.key in accepting.corrections:
        return accepting.corrections[line.key] != line.registered
    return line.standing is not Standing.SAME


def _refuse_alone(seen: Comparison, line: ProposalLine, keys: Collection[str]) -> None:
    for key in seen.needed_for(line):
        if key not in keys:
            raise UsageError(
                "{line} ({key}) rests on {other} ({needed}), which is not accepted.",
                line=line.label,
                key=line.key,
                other=seen.by_key[key].label,
                needed=key,
            )


def _value(line: ProposalLine, accepting: Accepting) -> Value:
    return accepting.corrections.get(line.key, line.value)


def _refuse_clerk(store: Store, wanted: Collection[ProposalLine]) -> None:
    if any(each.group is not Group.REPLIES for each in wanted):
        refuse_clerk_to_edit(store)
    if any(each.group is Group.VERDICTS for each in wanted):
        refuse_clerk_to_follow_up(store)


def _refuse_changed(lines: Iterable[ProposalLine], accepting: Accepting) -> None:
    """Refuse what has another value in the register by now than the person has seen."""
    for each in lines:
        if each.key in accepting.seen and accepting.seen[each.key] != each.registered:
            raise ConflictError(
                N_(
                    "Somebody else has changed the audit meanwhile. Nothing was saved; compare the "
                    "paper with it again."
                )
            )


def _to_write(key: str, line: ProposalLine | None) -> str:
    """Return the option that accepts a line of the head, with what is to be written there."""
    is_year = line is not None and line.form is Form.YEAR
    if line is not None and line.value is not None:
        return f"--set {key}={line.value}" if is_year else f"--accept-line {key}"
    wanted = _("YYYY") if is_year else _("TITLE")
    return f"--set {key}={wanted}"


# ---- a new audit ---------------------------------------------------------------------------------


def _new_audit(
    session: Session,
    ground: Ground,
    lines: dict[str, ProposalLine],
    accepting: Accepting,
    original: Original | None,
) -> r.Audit:
    town = ground.town
    if town is None:
        said = ground.proposal.municipality
        if said is not None:
            raise UsageError(NOT_REGISTERED, municipality=said.value)
        raise UsageError("Say which municipality the audit is of.")
    lacking = tuple(key for key in HOLDS_AUDIT if key not in lines)
    if lacking:
        raise UsageError(
            LACKING[lacking],
            options=" ".join(_to_write(key, compared(ground).line(key)) for key in lacking),
        )
    title, year = (str(_value(lines[key], accepting)) for key in HOLDS_AUDIT)
    there = same_audit(session, town, title, int(year), original)
    if there is not None and accepting.reference is None:
        raise UsageError(
            "{reference} is this audit already. Read the paper into it with --into {reference}, or "
            "give the new audit a reference of its own with --reference.",
            reference=there.reference,
        )
    reference = accepting.reference or propose_reference(
        stored.list_audits(session), letters_for(town), int(year)
    )
    refuse_taken_reference(session, reference)
    with naming(lines[HOLDS_AUDIT[0]]):
        entry = FollowUpEntry(
            followed_ids=(), title=title, reference=reference, audit_year=int(year)
        )
        follow_up = begun(session, ground, lines, entry)
        if follow_up is not None:
            return follow_up
        new = r.NewAudit(
            municipality_id=town.id,
            reference=reference,
            title=title,
            audit_year=int(year),
            kind=kind_of_audit(ground.kinds),
        )
    return add(session, r.Audit, new)
