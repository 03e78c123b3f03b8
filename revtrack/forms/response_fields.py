"""The fields of Registrera svar that are seldom needed, shown after "Mer"."""

from collections.abc import Iterable

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, ResponseKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.replies.deciding import committees_of_response
from revtrack.forms.field import FormField, Kind
from revtrack.wording import _
from revtrack.wording.labels import label

UNKNOWN = ""
KINDS = tuple(each for each in ResponseKind if each is not ResponseKind.SUPPLEMENT)


def others_of(case: AuditCase, line: ReplyLine) -> str:
    """Return the committees that the known reply is given together with, as they are typed."""
    if line.decision is None:
        return ""
    others = committees_of_response(case, line.decision)
    names = [each.abbreviation or each.name for each in others if each != line.committee]
    return ", ".join(names)


def folded_fields(case: AuditCase, line: ReplyLine) -> Iterable[FormField]:
    """Return the fields, with the kind and the committees of the known reply."""
    truth = ((UNKNOWN, _("Not stated")), ("yes", _("Yes")), ("no", _("No")))
    positions = tuple((each.value, label(each)) for each in Position)
    known = line.decision
    fields = (
        FormField(
            "kind",
            _("Kind of reply"),
            Kind.CHOICE,
            value=(known.kind if known else ResponseKind.DECISION).value,
            choices=tuple((each.value, label(each)) for each in KINDS),
        ),
        FormField(
            "is_received",
            _("Has come in"),
            Kind.CHOICE,
            value="yes",
            choices=(("yes", _("Yes")), ("no", _("No, adopted but not sent in"))),
        ),
        FormField(
            "decided_by",
            _("Decided by"),
            value=(known.decided_by if known else None) or "",
            hint=_("another body than the committee: KS, arbetsutskottet"),
        ),
        FormField(
            "joint_with",
            _("Together with"),
            value=others_of(case, line),
            hint=_("other committees that give the same reply: GSN, GN"),
        ),
        FormField(
            "is_referred_back",
            _("Draft referred back"),
            Kind.CHOICE,
            choices=((UNKNOWN, _("No")), ("yes", _("Yes, at the meeting"))),
        ),
        FormField("dated_on", _("Date of the document"), Kind.DAY, towards=Towards.PAST),
        FormField("sent_on", _("Sent"), Kind.DAY, towards=Towards.PAST),
        FormField(
            "position",
            _("Position on the report"),
            Kind.CHOICE,
            choices=((UNKNOWN, _("Not stated")), *positions),
        ),
        FormField("decision_text", _("Text of the decision"), Kind.TEXT),
        FormField("sent_to", _("Decision sent to"), Kind.TEXT),
        FormField("has_motions", _("Motions put"), Kind.CHOICE, choices=truth),
        FormField("has_reservations", _("Reservations made"), Kind.CHOICE, choices=truth),
        FormField("conditions", _("Conditions"), hint=_("money, another body")),
        FormField("remarks", _("Remarks to the auditors"), Kind.TEXT),
    )
    for each in fields:
        yield FormField(**{**vars(each), "is_folded": True})
