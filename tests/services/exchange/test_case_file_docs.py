"""The page and the schema of the case file say what the program does."""

import json
import re

from revtrack.services.exchange.case_file_docs import DOCS, PAGE, SCHEMA, page, schema
from revtrack.services.exchange.exporting import export_case_file
from revtrack.services.exchange.importing import OnConflict, import_case_file
from revtrack.storage.store import Store


def test_the_page_is_up_to_date() -> None:
    current = (DOCS / PAGE).read_text(encoding="utf-8")
    assert page(current) == current


def test_the_schema_is_up_to_date() -> None:
    assert schema() == (DOCS / SCHEMA).read_text(encoding="utf-8")


def test_the_examples_of_the_page_can_be_read_in(empty_store: Store) -> None:
    text = (DOCS / PAGE).read_text(encoding="utf-8")
    whole, partial = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    first = import_case_file(empty_store, whole.encode(), source="exempelby.json")
    assert first.total.new == 12
    second = import_case_file(
        empty_store, partial.encode(), source="andring.json", on_conflict=OnConflict.UPDATE
    )
    assert (second.total.new, second.total.changed, second.total.unchanged) == (1, 1, 3)
    (audit,) = json.loads(export_case_file(empty_store))["municipalities"][0]["audits"]
    assert audit["recommendations"][0]["priority"] == "high"


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    made = json.loads(schema())
    named = set(re.findall(r"#/\$defs/(\w+)", schema()))
    assert named <= set(made["$defs"])
    assert made["required"] == ["format", "format_version"]
    assert made["$defs"]["Audit"]["properties"]["title"]["title"] == "Titel"
