"""What of an audit goes into a package: never an office's own settings, to a clerk no notes.

Whoever gets a package has all that is in it, whatever the program shows; so what is not for the
receiver is left out when it is made, and what is left out counts neither as removed nor as empty.
"""

from enum import StrEnum
from typing import Any

from revtrack.domain.codes import FileStatus
from revtrack.domain.errors import RevTrackError
from revtrack.domain.exchange.case_file import TREE, Node
from revtrack.services.exchange.packages.flat import Tree, flat


class Audience(StrEnum):
    """Whom a package is made for."""

    CLERK = "clerk"
    AUDITORS = "auditors"


SETTINGS = ("takes_drafts", "reminder_steps", "asks_if_solved")
"""Fields of a municipality by which an office chooses how it works; each register keeps its own."""

_NOTES = {
    "audits": ("verdict", "verdict_basis", "verdict_comment", "verdict_on"),
    "addressees": ("closing_reason", "reopening_reason"),
    "responses": ("review_note",),
    "answers": ("review_note",),
    "progress_reports": ("review_note",),
}
"""Fields that hold the auditors' own notes and findings, by the list that the records stand in."""
_LISTS = frozenset(
    {"notes", "verdicts", "confirmations", "labels", "custom_fields", "auditors_meetings"}
)
"""Lists of what the auditors keep to themselves."""
_OPEN_TO_CLERKS = frozenset({FileStatus.DRAWN_UP, FileStatus.RECEIVED, FileStatus.SENT})
"""Standings of attached files that a clerk may have."""


def viewed(tree: Tree, audience: Audience, audit: str) -> Tree:
    """Return what of an exported audit is for the receiver; ``audit`` is its uid.

    To a clerk go this audit alone and nothing that only the auditors know: no notes, no verdicts,
    no working material. Raises RevTrackError where the audit itself is still working material.
    """
    towns = [
        {key: value for key, value in town.items() if key not in SETTINGS}
        for town in tree["municipalities"]
    ]
    made = {**tree, "municipalities": towns, "saved_views": []}
    if audience is Audience.AUDITORS:
        return made
    kept = []
    for town in towns:
        audits = [each for each in town.get("audits", ()) if each["uid"] == audit]
        for each in audits:
            if each["handed_over_on"] is None:
                raise RevTrackError(
                    "{reference} has not been handed over, so it is still the auditors' working "
                    "material. A package of it is made with: --for auditors",
                    reference=each["reference"],
                )
        if audits:
            kept.append(_for_clerk({**town, "audits": audits}, "municipalities"))
    return _without_strangers({**made, "municipalities": kept})


def earlier_viewed(tree: Tree, audience: Audience) -> Tree:
    """Return of an earlier content only what a package for this receiver may speak of."""
    towns = tree["municipalities"]
    if audience is Audience.CLERK:
        towns = [_for_clerk(town, "municipalities") for town in towns]
    return {**tree, "municipalities": towns}


def _for_clerk(record: Tree, list_name: str) -> Tree:
    hidden = _NOTES.get(list_name, ())
    made: Tree = {}
    for key, value in record.items():
        if key in hidden or key in _LISTS:
            continue
        made[key] = _below(key, value)
    return made


def _below(key: str, value: Any) -> Any:  # noqa: ANN401 - any part of a case file
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return value
    if key == "attachments":
        value = [each for each in value if each["status"] in _OPEN_TO_CLERKS]
    return [_for_clerk(each, key) for each in value]


def _without_strangers(tree: Tree) -> Tree:
    """Return the tree without the fields that speak of records which are not in it."""
    known = flat(tree).records.keys()

    def kept(node: Node, record: Tree) -> Tree:
        own = {node.key_of(name) for name in node.references}
        lists = {link.key for link in node.links}
        below = {child.key: child for child in node.children}
        made: Tree = {}
        for key, value in record.items():
            is_strange = (key in own and value is not None and value not in known) or (
                key in lists and not known >= set(value)
            )
            if key in below:
                made[key] = [kept(below[key], each) for each in value]
            elif not is_strange:
                made[key] = value
        return made

    return {**tree, **{node.key: [kept(node, each) for each in tree[node.key]] for node in TREE}}
