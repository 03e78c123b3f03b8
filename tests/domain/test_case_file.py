"""The tree of the case file holds every record once, and agrees with the database."""

from collections import Counter

import pytest

from revtrack.domain import records as r
from revtrack.domain.exchange.case_file import (
    NODES,
    TREE,
    Link,
    Node,
    case_file_model,
    is_within_audit,
)
from revtrack.storage.rows import table_of
from revtrack.storage.tables import metadata

NOT_FACTS = {"event", "change", "attachment_content", "alembic_version", "document", "exchange"}


def _links() -> list[tuple[Node, Link]]:
    return [(node, link) for node in NODES for link in node.links]


def test_every_table_of_facts_is_in_the_tree_exactly_once() -> None:
    kinds = [node.kind for node in NODES] + [link.kind for _, link in _links()]
    counted = Counter(table_of(kind).name for kind in kinds)
    assert set(counted) == set(metadata.tables) - NOT_FACTS
    assert set(counted.values()) == {1}


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.name)
def test_each_foreign_key_is_the_parent_or_a_reference(node: Node) -> None:
    keys = {
        column.name: next(iter(column.foreign_keys)).column.table.name
        for column in table_of(node.kind).columns
        if column.foreign_keys
    }
    told = {name: table_of(ref.target).name for name, ref in node.references.items()}
    parents = [each for each in NODES if node in each.children]
    if node.parent is not None:
        told[node.parent] = table_of(parents[0].kind).name
    assert keys == told


@pytest.mark.parametrize(("node", "link"), _links(), ids=lambda each: each.key)
def test_each_list_names_its_owner_and_another_record(node: Node, link: Link) -> None:
    keys = {
        column.name: next(iter(column.foreign_keys)).column.table.name
        for column in table_of(link.kind).columns
        if column.foreign_keys
    }
    target = table_of(link.reference.target).name
    assert keys == {link.owner: node.name, link.reference.field: target}


def test_a_record_speaks_only_of_kinds_that_stand_before_its_own() -> None:
    order = [node.kind for node in NODES]
    for position, node in enumerate(NODES):
        targets = [reference.target for reference in node.references.values()]
        targets += [link.reference.target for link in node.links]
        assert all(order.index(target) <= position for target in targets), node.name


def test_what_hangs_on_a_record_without_naming_it_is_found_through_a_reference() -> None:
    nameless = {
        node.kind: node.through for node in NODES if node.parent is None and node not in TREE
    }
    assert nameless == {r.ProgressReport: "addressee_id", r.Verdict: "addressee_id"}


def test_facts_of_an_audit_are_told_from_those_of_the_municipality() -> None:
    assert is_within_audit(r.Answer)
    assert is_within_audit(r.Verdict)
    assert not is_within_audit(r.CommitteeMeeting)
    assert not is_within_audit(r.Audit)


def test_the_model_writes_a_reference_without_its_id_and_leaves_the_parent_out() -> None:
    municipality = case_file_model().model_fields["municipalities"].annotation
    made = municipality.__args__[0].model_fields["audits"].annotation.__args__[0]  # type: ignore[union-attr]
    assert list(made.model_fields)[:3] == ["uid", "reference", "title"]
    response = made.model_fields["responses"].annotation.__args__[0]
    assert "audit" not in response.model_fields
    assert {"replaces", "supplements", "reply_cases", "answers"} <= set(response.model_fields)
