"""A case file goes in whole or in part, and comes out as it went in."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.exchange.exporting import attached_files, export_case_file
from revtrack.services.exchange.importing import Counts, OnConflict, import_case_file
from revtrack.storage.events import all_events
from revtrack.storage.store import Store
from revtrack.wording import word
from tests.conftest import sample
from tests.services.exchange.case_file_parts import (
    NEW_UID,
    PLACE,
    Content,
    about_audit,
    case_file,
    history_faults,
    read_in,
    refused,
    rows_of,
)

# ---- out and in again ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [
        ["eskilstuna_2022.json"],
        ["eskilstuna_2022_awaiting.json"],
        ["alvsunda.json"],
        ["eskilstuna_2022.json", "alvsunda.json"],
    ],
    ids="+".join,
)
def test_export_import_export_gives_the_same_bytes(
    names: list[str], empty_store: Store, new_store: Callable[[], Store]
) -> None:
    for name in names:
        read_in(empty_store, sample(name))
    first = export_case_file(empty_store)
    other = new_store()
    read_in(other, first)
    assert export_case_file(other) == first
    assert history_faults(other) == []


def _holds(whole: Any, part: Any) -> bool:  # noqa: ANN401 - any JSON
    """Tell whether the first value says all that the second does."""
    if isinstance(part, dict):
        return all(key in whole and _holds(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return bool(whole == part)


@pytest.mark.parametrize("name", ["eskilstuna_2022.json", "eskilstuna_2022_awaiting.json"])
def test_the_export_says_all_that_the_file_said(name: str, empty_store: Store) -> None:
    read_in(empty_store, sample(name))
    assert _holds(json.loads(export_case_file(empty_store)), json.loads(sample(name)))


def test_an_export_has_swedish_letters_no_numbers_of_rows_and_every_field(
    eskilstuna_store: Store,
) -> None:
    text = export_case_file(eskilstuna_store).decode()
    assert text.endswith("]\n}\n")
    assert "vård- och omsorgsnämnden" in text
    assert '"id"' not in text
    assert '"version"' not in text
    audit = json.loads(text)["municipalities"][0]["audits"][0]
    assert list(audit)[:4] == ["uid", "reference", "title", "aliases"]
    assert audit["treated_on"] is None


def test_one_audit_takes_its_municipality_and_no_other_audit(
    demo_store: Store, new_store: Callable[[], Store]
) -> None:
    content = export_case_file(demo_store, "alv-2023-1")
    towns = json.loads(content)["municipalities"]
    assert [town["name"] for town in towns] == ["Älvsunda kommun"]
    assert [audit["reference"] for audit in towns[0]["audits"]] == ["ALV-2023-1"]
    other = new_store()
    read_in(other, content)
    assert export_case_file(other, "ALV-2023-1") == content


def test_a_follow_up_takes_the_audits_it_goes_back_to(
    demo_store: Store, new_store: Callable[[], Store]
) -> None:
    content = export_case_file(demo_store, "ALV-2024-3")
    (town,) = json.loads(content)["municipalities"]
    references = [audit["reference"] for audit in town["audits"]]
    assert references == ["ALV-2022-1", "ALV-2022-2", "ALV-2024-3"]
    read_in(new_store(), content)


def test_an_audit_that_does_not_exist_is_not_exported(eskilstuna_store: Store) -> None:
    with pytest.raises(RevTrackError) as caught:
        export_case_file(eskilstuna_store, "ESK-1999-9")
    assert word(caught.value) == (
        "Det finns ingen granskning med beteckningen ESK-1999-9. Se dem med: revtrack audits"
    )


def test_hostile_text_comes_out_as_it_went_in(
    empty_store: Store, new_store: Callable[[], Store]
) -> None:
    text = "R&D <inget> [/] =1+1 {{ x }} \"'; DROP TABLE audit; -- å ä ö 🦉\nrad två"
    audit = {"reference": "X-1", "title": "Titel [b]", "audit_year": 2024, "purpose": text}
    content = case_file({"name": "K & Ö", "audits": [audit]})
    read_in(empty_store, content)
    first = export_case_file(empty_store)
    assert json.loads(first)["municipalities"][0]["audits"][0]["purpose"] == text
    other = new_store()
    read_in(other, first)
    assert export_case_file(other) == first


# ---- the same again, a part, a change --------------------------------------------------------


def test_the_same_file_twice_makes_nothing_new(eskilstuna_store: Store) -> None:
    before = rows_of(eskilstuna_store)
    report = read_in(eskilstuna_store, sample("eskilstuna_2022.json"))
    assert report.total == Counts(unchanged=191)
    assert report.audits == ("ESK-2022-1",)
    assert rows_of(eskilstuna_store) == before


def test_replies_are_added_to_the_case_that_awaited_them(
    awaiting_store: Store, eskilstuna_store: Store
) -> None:
    report = read_in(awaiting_store, sample("eskilstuna_2022.json"), OnConflict.UPDATE)
    assert report.counts["response"].new == 10
    assert report.counts["answer"].new == 27
    assert report.counts["addressee"] == Counts(unchanged=28)
    ours, theirs = export_case_file(awaiting_store), export_case_file(eskilstuna_store)
    assert json.loads(ours) == json.loads(theirs)
    assert history_faults(awaiting_store) == []


def test_a_partial_file_changes_the_named_field_alone(eskilstuna_store: Store) -> None:
    before = json.loads(export_case_file(eskilstuna_store))
    change = about_audit(recommendations=[{"ordinal": 4, "priority": "high"}])
    report = read_in(eskilstuna_store, change, OnConflict.UPDATE)
    assert report.counts["recommendation"] == Counts(changed=1)
    assert report.total == Counts(changed=1, unchanged=2)
    audit = before["municipalities"][0]["audits"][0]
    audit["recommendations"][3]["priority"] = "high"
    assert json.loads(export_case_file(eskilstuna_store)) == before
    with eskilstuna_store.reading() as session:
        *_, last = all_events(session.connection())
    assert (last.table, last.who) == ("recommendation", "Test Person")
    assert last.changes == {"priority": (None, "high")}
    assert history_faults(eskilstuna_store) == []


def test_a_list_in_a_partial_file_replaces_the_list(eskilstuna_store: Store) -> None:
    audit = json.loads(export_case_file(eskilstuna_store))["municipalities"][0]["audits"][0]
    wanted = [audit["questions"][6]["uid"], audit["questions"][0]["uid"]]
    change = about_audit(recommendations=[{"ordinal": 1, "questions": wanted}])
    assert refused(eskilstuna_store, change)[1:] == [
        f"{PLACE}, rekommendation 1, revisionsfrågor: registret räknar upp andra än filen."
    ]
    read_in(eskilstuna_store, change, OnConflict.UPDATE)
    audit = json.loads(export_case_file(eskilstuna_store))["municipalities"][0]["audits"][0]
    assert sorted(audit["recommendations"][0]["questions"]) == sorted(wanted)
    assert history_faults(eskilstuna_store) == []


def test_a_script_registers_a_fact_with_names_instead_of_identities(
    eskilstuna_store: Store,
) -> None:
    note = {"noted_on": "2023-03-21", "text": "Ringde nämndsekreteraren."}
    report = read_in(
        eskilstuna_store, about_audit(reply_cases=[{"committee": "kfn", "notes": [note]}])
    )
    assert report.counts["reply_case"] == Counts(unchanged=1)
    assert report.counts["reply_case_note"] == Counts(new=1)
    audit = json.loads(export_case_file(eskilstuna_store))["municipalities"][0]["audits"][0]
    (noted,) = [case["notes"] for case in audit["reply_cases"] if "notes" in case]
    assert noted[0]["text"] == "Ringde nämndsekreteraren."


def test_what_differs_is_listed_or_kept_or_taken(eskilstuna_store: Store) -> None:
    change = about_audit(pages=24, firm="KPMG", handed_over_on="2022-12-02")
    assert refused(eskilstuna_store, change) == [
        (
            "fil.json stämmer inte med registret, så inget lästes in. Välj om registrets "
            "uppgifter ska behållas (skip) eller filens gälla (update)."
        ),
        f"{PLACE}, Antal sidor: registret har ”23”, filen ”24”.",
        f"{PLACE}, Sakkunnigt biträde: registret har ”KPMG AB”, filen ”KPMG”.",
        f"{PLACE}, Överlämnad den: registret har ”2022-12-01”, filen ”2022-12-02”.",
    ]
    before = export_case_file(eskilstuna_store)
    kept = read_in(eskilstuna_store, change, OnConflict.SKIP)
    assert kept.counts["audit"] == Counts(skipped=1)
    assert export_case_file(eskilstuna_store) == before
    taken = read_in(eskilstuna_store, change, OnConflict.UPDATE)
    assert taken.counts["audit"] == Counts(changed=1)
    audit = json.loads(export_case_file(eskilstuna_store))["municipalities"][0]["audits"][0]
    assert (audit["pages"], audit["firm"], audit["handed_over_on"]) == (24, "KPMG", "2022-12-02")


def test_a_trial_counts_and_changes_nothing(empty_store: Store) -> None:
    before = rows_of(empty_store)
    report = import_case_file(
        empty_store, sample("alvsunda.json"), source="alvsunda.json", dry_run=True
    )
    assert report.is_dry_run
    assert report.counts["audit"].new == 12
    assert rows_of(empty_store) == before


# ---- attached files --------------------------------------------------------------------------


def _with_attachment(content: bytes) -> Content:
    attachment = {
        "uid": NEW_UID,
        "name": "svar från kommunstyrelsen.pdf",
        "sha256": hashlib.sha256(content).hexdigest(),
        "byte_count": len(content),
        "kind": "minutes_extract",
    }
    return about_audit(attachments=[attachment])


def test_attached_files_go_in_and_out_with_the_case(
    eskilstuna_store: Store, new_store: Callable[[], Store]
) -> None:
    paper = b"%PDF-1.7 svar"
    key = hashlib.sha256(paper).hexdigest()
    data = json.dumps(_with_attachment(paper)).encode()
    report = import_case_file(eskilstuna_store, data, source="fil.json", attachments={key: paper})
    assert report.missing_files == ()
    content = export_case_file(eskilstuna_store)
    assert attached_files(eskilstuna_store, content) == {key: paper}
    other = new_store()
    told = import_case_file(other, content, source="fil.json")
    assert told.missing_files == ("svar från kommunstyrelsen.pdf",)
    again = import_case_file(other, content, source="fil.json", attachments={key: paper})
    assert again.missing_files == ()
    assert again.total.unchanged == 192
    assert attached_files(other, content) == {key: paper}
    assert history_faults(other) == []


def test_a_file_that_is_not_the_attached_one_is_refused(eskilstuna_store: Store) -> None:
    before = rows_of(eskilstuna_store)
    content = _with_attachment(b"the right one")
    key = content["municipalities"][0]["audits"][0]["attachments"][0]["sha256"]
    with pytest.raises(RevTrackError) as caught:
        import_case_file(
            eskilstuna_store,
            json.dumps(content).encode(),
            source="fil.json",
            attachments={key: b"fel"},
        )
    assert word(caught.value) == (
        "Den bifogade filen svar från kommunstyrelsen.pdf är inte den som ärendefilen avser; "
        "kontrollsumman skiljer sig. Inget har ändrats."
    )
    assert rows_of(eskilstuna_store) == before


def test_what_could_not_be_read_in_again_is_not_written(
    eskilstuna_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("revtrack.services.exchange.exporting.MAX_BYTES", 1000)
    with pytest.raises(RevTrackError, match=r"Export audit by audit, or copy the database file\.$"):
        export_case_file(eskilstuna_store)
