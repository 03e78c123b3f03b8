"""Case files that tests make, and what they look at before and after."""

import json
from typing import Any

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.exchange.importing import ImportReport, OnConflict, import_case_file
from revtrack.storage.history import attachment_faults, chain_faults, replay_faults
from revtrack.storage.store import Store
from revtrack.storage.triggers import watched_tables
from revtrack.wording import word

Content = dict[str, Any]
PLACE = "Granskning 1 (ESK-2022-1)"
MUNICIPALITY = "8cd4172d-d258-58cd-97e2-c9b5112a12df"
NEW_UID = "11111111-1111-4111-8111-111111111111"
OTHER_UID = "22222222-2222-4222-8222-222222222222"


def read_in(
    store: Store, content: Content | bytes, on_conflict: OnConflict = OnConflict.STOP
) -> ImportReport:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return import_case_file(store, data, source="fil.json", on_conflict=on_conflict)


def rows_of(store: Store) -> dict[str, list[Any]]:
    with store.reading() as session:
        connection = session.connection()
        tables = (*watched_tables(connection), "event", "attachment_content")
        return {
            table: list(connection.exec_driver_sql(f'SELECT * FROM "{table}"'))  # noqa: S608
            for table in tables
        }


def history_faults(store: Store) -> list[object]:
    with store.reading() as session:
        connection = session.connection()
        return [
            *chain_faults(connection),
            *replay_faults(connection),
            *attachment_faults(connection),
        ]


def about_audit(**fields: Any) -> Content:  # noqa: ANN401 - any field of an audit
    """Return a partial file about the real case."""
    audit = {"reference": "ESK-2022-1", **fields}
    return case_file({"name": "Eskilstuna kommun", "audits": [audit]})


def case_file(*municipalities: Content) -> Content:
    return {
        "format": "revtrack-case-file",
        "format_version": 1,
        "municipalities": list(municipalities),
    }


def refused(store: Store, content: Content | bytes, **choice: OnConflict) -> list[str]:
    """Return the lines of the refusal, after seeing that nothing was changed."""
    before = rows_of(store)
    with pytest.raises(RevTrackError) as caught:
        read_in(store, content, **choice)
    assert rows_of(store) == before
    return word(caught.value).splitlines()
