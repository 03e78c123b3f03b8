"""What a form that came back says: shown row by row, or as JSON."""

from typing import Any

from revtrack.cli.frame.output import note, say, say_wrapped
from revtrack.domain.records import Response
from revtrack.domain.replies.form_reply import FormReading, Remark, RowReading, SaidAction
from revtrack.services.replies.forms import FormProposal
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import absent_label, label
from revtrack.wording.words import capitalise_first

INDENT = 5


def show(reading: FormReading) -> None:
    """Print what a form says: whose it is, the decision, and a part for each recommendation."""
    asked = reading.asked
    say(f"{asked.case.audit.reference}  {asked.case.audit.title}")
    say(capitalise_first(asked.committee.name))
    say(_decision(reading))
    for row in reading.rows:
        say()
        _show_row(row)
    if reading.decision.text:
        say()
        say_wrapped(reading.decision.text)
    if reading.remarks:
        say()
    for each in reading.remarks:
        _show_remark(each, 0)


def _decision(reading: FormReading) -> str:
    decision = reading.decision
    day = decision.decided_on.isoformat() if decision.decided_on else _("day not stated")
    paragraph = f"§ {decision.paragraph}" if decision.paragraph else _("paragraph not stated")
    more = (decision.diary_number, decision.decided_by)
    return ", ".join([day, paragraph, *filter(None, more)])


def _show_row(row: RowReading) -> None:
    position = label(row.position) if row.position else absent_label("position")
    progress = f" · {label(row.progress)}" if row.progress else ""
    say(f"{row.asked.number:<{INDENT}}{position}{progress}")
    if row.quote:
        say_wrapped(row.quote, indent=INDENT)
    for action in row.actions:
        say_wrapped(f"– {_action(action)}", indent=INDENT, hanging=2)
    for each in row.remarks:
        _show_remark(each, INDENT)


def _action(action: SaidAction) -> str:
    known = ", ".join(filter(None, (action.responsible, action.due)))
    return f"{action.text} ({known})" if known else action.text


def _show_remark(remark: Remark, indent: int) -> None:
    say_wrapped(f"! {worded(remark)}", indent=indent, hanging=2)


def worded(remark: Remark) -> str:
    """Return a remark's sentence in the language in use."""
    return sentence(remark.message, remark.values)


def tell(proposal: FormProposal, response: Response | None) -> None:
    """Tell beside it what was filed."""
    if response is None:
        note(_("Nothing was filed."))
        return
    count = sum(row.is_filed for row in proposal.reading.rows)
    said = ngettext(
        "The form of {committee} is filed as {kind} with {n} answer.",
        "The form of {committee} is filed as {kind} with {n} answers.",
        count,
    )
    committee, kind = proposal.reading.asked.committee.name, label(response.kind)
    note(said.format(committee=committee, kind=kind[:1].lower() + kind[1:], n=count))


def as_json(proposal: FormProposal, response: Response | None) -> dict[str, Any]:
    """Return what a form says, and what was filed of it."""
    reading = proposal.reading
    decision = reading.decision
    return {
        "form": reading.asked.key.form_uid,
        "audit": reading.asked.case.audit.reference,
        "committee": reading.asked.committee.name,
        "sha256": proposal.sha256,
        "decision": {
            "decided_on": decision.decided_on.isoformat() if decision.decided_on else None,
            "paragraph": decision.paragraph,
            "diary_number": decision.diary_number,
            "decided_by": decision.decided_by,
            "text": decision.text,
        },
        "answers": [_row(row, is_filed=response is not None) for row in reading.rows],
        "remarks": [worded(each) for each in reading.remarks],
        "is_whole": reading.is_whole,
        "filed": response is not None,
        "response": response.uid if response else None,
    }


def _row(row: RowReading, *, is_filed: bool) -> dict[str, Any]:
    return {
        "recommendation": row.asked.number,
        "state": row.state.value,
        "filed": is_filed and row.is_filed,
        "position": row.position,
        "progress": row.progress,
        "quote": row.quote,
        "actions": [
            {"text": each.text, "responsible": each.responsible, "due": each.due}
            for each in row.actions
        ],
        "remarks": [worded(each) for each in row.remarks],
    }
