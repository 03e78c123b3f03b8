"""Records that two registers each made for one thing: a committee of one name, a reply case."""

from collections.abc import Iterator, Mapping
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.exchange.case_file import NODES, Node, is_within_audit
from revtrack.domain.texts.prose import name_key
from revtrack.services.exchange.packages.drafts import drafts_in
from revtrack.services.exchange.packages.flat import PARENT, Flat, renamed
from revtrack.storage.exchange import unique_columns

_NUMBERED = frozenset({r.Audit, r.Question, r.Recommendation, r.RecommendationWording})
"""Kinds whose number may have been given to different things on the two sides."""


def as_ours(
    theirs: Flat, ours: Flat, known: Mapping[str, str] | None = None
) -> tuple[Flat, Mapping[str, str]]:
    """Return their records under the uids that the same things have here, and those names.

    A committee is the same by its name in its municipality; a reply case, an addressee and the like
    by what they connect. ``known`` holds names found before, which outlive a change of name.
    """
    names = {uid: own for uid, own in (known or {}).items() if uid in theirs.records}
    for node in NODES:
        names |= dict(_same(node, theirs, ours, names))
    if not names:
        return theirs, names
    made = renamed(theirs, names)
    for own in names.values():
        _spell_alike(made.records[own], ours.records.get(own, {}))
    return made, names


def _same(
    node: Node, theirs: Flat, ours: Flat, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each of their records of a kind that has another uid here, and that uid."""
    keys = _keys(node)
    here = {
        key: uid
        for uid in ours.of_kind(node)
        for columns in keys
        if (key := _key(columns, ours.records[uid], {})) is not None
    }
    taken = set(names.values())
    for uid in theirs.of_kind(node) if keys else ():
        if uid in ours.records or uid in names:
            continue
        found = (here.get(_key(columns, theirs.records[uid], names)) for columns in keys)
        own = next((each for each in found if each is not None), None)
        if own is not None and own not in theirs.records and own not in taken:
            taken.add(own)
            yield uid, own


def _spell_alike(theirs: dict[str, Any], ours: Mapping[str, Any]) -> None:
    """Let a name that differs only in the size of its letters be ours."""
    name, own = theirs.get("name"), ours.get("name")
    if isinstance(name, str) and isinstance(own, str) and name_key(name) == name_key(own):
        theirs["name"] = own


def _keys(node: Node) -> tuple[tuple[str, ...], ...]:
    if node.kind in _NUMBERED:
        return ()
    if node.kind is r.Committee:
        return ((PARENT, "name"),)
    columns = unique_columns(node.kind)
    return tuple(
        tuple(PARENT if name == node.parent else node.key_of(name) for name in key)
        for key in columns
    )


def _key(columns: tuple[str, ...], fields: Mapping[str, Any], names: Mapping[str, str]) -> Any:  # noqa: ANN401 - what a record is known by
    values = [fields.get(column) for column in columns]
    if any(
        value is None for column, value in zip(columns, values, strict=True) if column != PARENT
    ):
        return None
    return columns, tuple(
        name_key(names.get(value, value)) if isinstance(value, str) else value for value in values
    )


def within(base: Flat, theirs: Flat) -> Flat:
    """Return of the base what a package can have removed: records of the audits that it holds.

    A municipality, its committees and audits that a package merely does not speak of are kept, and
    so are drafts, which not every register takes in.
    """
    drafts = drafts_in(base)
    kept = {
        uid: fields
        for uid, fields in base.records.items()
        if uid in theirs.records
        or (
            uid not in drafts
            and is_within_audit(base.nodes[uid].kind)
            and _audit_of(base, uid) in theirs.records
        )
    }
    return Flat(kept, {uid: base.nodes[uid] for uid in kept})


def _audit_of(made: Flat, uid: str) -> str:
    while made.nodes[uid].kind is not r.Audit:
        uid = made.records[uid][PARENT]
    return uid
