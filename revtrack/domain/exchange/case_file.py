"""The shape of a case file (ärendefil), derived from the records.

A case file is a tree of records in JSON. What hangs on what is written here once, as data; the keys
are the names of the records' own fields, and the models that check a file are made from both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, get_args, get_type_hints

from pydantic import create_model

from revtrack.domain import records as r
from revtrack.domain.records import Record, Stored, Uid
from revtrack.domain.records.base import new_type, record_key
from revtrack.domain.texts.prose import Line

FORMAT = "revtrack-case-file"
FORMAT_VERSION = 1

_TARGETS: Mapping[str, type[Stored]] = {
    "successor_id": r.Committee,
    "followed_id": r.Audit,
    "split_from_id": r.Recommendation,
    "repeats_id": r.Recommendation,
    "merged_into_id": r.Recommendation,
    "taken_over_by_id": r.Committee,
    "replaces_id": r.Response,
    "supplements_id": r.Response,
    "follow_up_id": r.Audit,
}
"""Fields that are not named after the record that they speak of."""

_ACROSS_AUDITS = frozenset({"followed_id", "repeats_id", "merged_into_id", "follow_up_id"})


def _target(field: str) -> type[Stored]:
    if field in _TARGETS:
        return _TARGETS[field]
    name = "".join(part.capitalize() for part in field.removesuffix("_id").split("_"))
    target: type[Stored] = getattr(r, name)
    return target


@dataclass(frozen=True)
class Reference:
    """A field that names another record: ``committee_id``, written as ``committee``."""

    field: str

    @property
    def key(self) -> str:
        """The key in the file."""
        return self.field.removesuffix("_id")

    @property
    def target(self) -> type[Stored]:
        """The kind of record that is named."""
        return _target(self.field)

    @property
    def may_cross_audits(self) -> bool:
        """Whether it may name a record of another audit."""
        return self.field in _ACROSS_AUDITS


@dataclass(frozen=True)
class Link:
    """A list of other records' identities, kept as records of their own."""

    key: str
    kind: type[Stored]
    owner: str
    """The field that names the record which has the list."""
    reference: Reference


@dataclass(frozen=True)
class Node:
    """One kind of record at its place in the file."""

    kind: type[Stored]
    key: str
    """The list in its parent that holds it."""
    parent: str | None = None
    """The field that names its parent, left out in files; None at the top and with ``through``."""
    links: tuple[Link, ...] = ()
    children: tuple["Node", ...] = ()
    through: str | None = None
    """The reference by which it hangs on its parent, where no field names that parent."""

    @cached_property
    def name(self) -> str:
        """The kind of record, as tables and labels know it."""
        return record_key(self.kind)

    @cached_property
    def new(self) -> type[Record]:
        """The record before it is stored."""
        return new_type(self.kind)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The record's fields in their order, the parent's left out."""
        return tuple(name for name in self.new.model_fields if name != self.parent)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """The fields that name other records than the parent."""
        return {name: Reference(name) for name in self.fields if name.endswith("_id")}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The fields that a new record must have."""
        return tuple(name for name in self.fields if self.new.model_fields[name].is_required())

    def key_of(self, field: str) -> str:
        """Return the key of a field in the file."""
        return self.references[field].key if field in self.references else field


def _link(key: str, kind: type[Stored], owner: str, field: str) -> Link:
    return Link(key, kind, owner, Reference(field))


_RECOMMENDATION = Node(
    r.Recommendation,
    "recommendations",
    "audit_id",
    (_link("questions", r.RecommendationQuestion, "recommendation_id", "question_id"),),
    (
        Node(r.RecommendationWording, "wordings", "recommendation_id"),
        Node(r.Restatement, "restatements", "recommendation_id"),
        Node(r.Addressee, "addressees", "recommendation_id"),
    ),
)

_REPLY_CASE = Node(
    r.ReplyCase,
    "reply_cases",
    "audit_id",
    children=(
        Node(r.ReplyCaseNote, "notes", "reply_case_id"),
        Node(r.Reminder, "reminders", "reply_case_id"),
        Node(r.Extension, "extensions", "reply_case_id"),
    ),
)

_AUDIT = Node(
    r.Audit,
    "audits",
    "municipality_id",
    (_link("followed", r.FollowedAudit, "audit_id", "followed_id"),),
    (
        Node(r.OverallConclusion, "overall", "audit_id"),
        Node(r.AuditCommittee, "committees", "audit_id"),
        Node(r.Question, "questions", "audit_id"),
        Node(
            r.Assessment,
            "assessments",
            "audit_id",
            (
                _link("questions", r.AssessmentQuestion, "assessment_id", "question_id"),
                _link("committees", r.AssessmentCommittee, "assessment_id", "committee_id"),
            ),
        ),
        _RECOMMENDATION,
        Node(
            r.Letter,
            "letters",
            "audit_id",
            children=(Node(r.LetterRecipient, "recipients", "letter_id"),),
        ),
        _REPLY_CASE,
        Node(
            r.Response,
            "responses",
            "audit_id",
            (_link("reply_cases", r.ResponseCase, "response_id", "reply_case_id"),),
            (Node(r.Answer, "answers", "response_id"),),
        ),
        Node(
            r.Action,
            "actions",
            "audit_id",
            (_link("addressees", r.ActionAddressee, "action_id", "addressee_id"),),
        ),
        Node(r.ProgressReport, "progress_reports", through="addressee_id"),
        Node(r.Verdict, "verdicts", through="addressee_id"),
        Node(r.CouncilDecision, "council_decisions", "audit_id"),
        Node(r.Attachment, "attachments", "audit_id"),
        Node(r.Confirmation, "confirmations", "audit_id"),
    ),
)

_MUNICIPALITY = Node(
    r.Municipality,
    "municipalities",
    children=(
        Node(r.Label, "labels", "municipality_id"),
        Node(r.Officeholder, "officeholders", "municipality_id"),
        Node(r.AuditorsMeeting, "auditors_meetings", "municipality_id"),
        Node(
            r.CustomField,
            "custom_fields",
            "municipality_id",
            children=(Node(r.CustomValue, "values", "custom_field_id"),),
        ),
        Node(
            r.Committee,
            "committees",
            "municipality_id",
            children=(Node(r.CommitteeMeeting, "meetings", "committee_id"),),
        ),
        _AUDIT,
    ),
)

TREE: tuple[Node, ...] = (_MUNICIPALITY, Node(r.SavedView, "saved_views"))
"""What stands at the top of a case file."""


def _flat(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _flat(node.children)


NODES: tuple[Node, ...] = tuple(_flat(TREE))
"""Every node, parents before children; a record speaks only of kinds that stand before its own."""

NODE_OF: Mapping[type[Stored], Node] = {node.kind: node for node in NODES}

ABOVE: Mapping[type[Stored], Node] = {child.kind: node for node in NODES for child in node.children}
"""The node that a kind of record hangs on; none for what stands at the top."""


def is_within_audit(kind: type[Stored]) -> bool:
    """Tell whether records of this kind belong to one audit."""
    above = ABOVE.get(kind)
    return above is not None and (above.kind is r.Audit or is_within_audit(above.kind))


def _may_be_empty(annotation: object) -> bool:
    return type(None) in get_args(annotation)


def _model_field(node: Node, field: str, annotation: object) -> tuple[Any, Any]:
    info = node.new.model_fields[field]
    default = None if info.is_required() else info.get_default()
    if field not in node.references:
        return annotation, default
    return (Line | None if _may_be_empty(annotation) else Line), default


def _model(node: Node) -> type[Record]:
    hints = get_type_hints(node.new, include_extras=True)
    fields: dict[str, tuple[Any, Any]] = {"uid": (Uid, None)}
    for name in node.fields:
        fields[node.key_of(name)] = _model_field(node, name, hints[name])
    fields |= {link.key: (tuple[Line, ...], ()) for link in node.links}
    fields |= {child.key: (tuple[_model(child), ...], ()) for child in node.children}  # type: ignore[misc]
    made: type[Record] = create_model(  # type: ignore[call-overload]
        node.kind.__name__, __base__=Record, __module__=__name__, **fields
    )
    return made


@cache
def case_file_model() -> type[Record]:
    """Return the model that a case file is checked by, made when it is first asked for.

    Every field may be left out, since a file may be partial; what a new record must have stands in
    its node's ``required``.
    """
    fields: dict[str, tuple[Any, Any]] = {
        "format": (Literal["revtrack-case-file"], ...),
        "format_version": (Literal[1], ...),
    }
    fields |= {node.key: (tuple[_model(node), ...], ()) for node in TREE}  # type: ignore[misc]
    made: type[Record] = create_model(  # type: ignore[call-overload]
        "CaseFile", __base__=Record, __module__=__name__, **fields
    )
    return made
