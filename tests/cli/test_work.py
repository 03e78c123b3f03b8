"""Registering by commands: replies with answers, more time, case files, documents, the history."""

import hashlib
import io
import json
import re
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from revtrack.storage.store import Store
from tests.cli.conftest import Command, dump
from tests.conftest import SAMPLE_DATA

AUDIT = "ESK-2022-1"


def _shown(command: Command) -> dict[str, Any]:
    return dict(json.loads(command("show", AUDIT, "--json").out))


def _of(shown: dict[str, Any], committee: str) -> dict[str, dict[str, Any]]:
    return {
        each["recommendation"]: each
        for each in shown["addressees"]
        if each["committee"] == committee and each["asked"]
    }


def test_a_decision_is_registered_with_its_answers(awaiting_case: Command) -> None:
    outcome = awaiting_case(
        *("--today", "2023-03-21", "respond", AUDIT, "ks"),
        *("--paragraph", "§ 85", "--decided", "2023-03-14", "--diary-number", "KSKF/2022:442"),
        *("--answer", "R1=agrees:planned", "--answer", "R2,R3=disagrees"),
        *("--quote", "R1=Vi delar bedömningen = helt"),
        *("--action", "R1,R2=Slutföra kartläggningen|kommunledningskontoret|2023-06"),
        *("--action", "R3=Anställa R&D <inget> [/] =1+1 {{ x }} åäö"),
    )
    assert outcome.status == 0
    assert outcome.err == (
        "Kommunstyrelsen: inkommet men ej bedömt.\n"
        "2 rekommendationer saknar ännu ställningstagande.\n"
    )
    shown = _shown(awaiting_case)
    reply = shown["reply_cases"][0]
    assert reply["paragraph"] == "85"
    assert (reply["decided_on"], reply["received_on"]) == ("2023-03-14", "2023-03-21")
    assert reply["days_late"] == 1
    answers = _of(shown, "kommunstyrelsen")
    assert (answers["R1"]["position"], answers["R1"]["progress"]) == ("agrees", "planned")
    assert answers["R1"]["quote"] == "Vi delar bedömningen = helt"
    action = {
        "text": "Slutföra kartläggningen",
        "responsible": "kommunledningskontoret",
        "due": "2023-06",
    }
    assert answers["R1"]["actions"] == answers["R2"]["actions"] == [action]
    assert answers["R3"]["actions"][0]["text"] == "Anställa R&D <inget> [/] =1+1 {{ x }} åäö"
    assert answers["R4"]["position"] is None


def test_answers_may_come_as_json_of_the_shape_that_show_gives(
    awaiting_case: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [
        {"recommendation": "r7", "position": "already_met", "progress": "done", "actions": []},
        {
            "recommendation": "R8",
            "position": "noted",
            "progress": None,
            "quote": "Noteras",
            "actions": [{"text": "Se över", "responsible": None, "due": "inför 2024"}],
        },
    ]
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(said).encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert awaiting_case("respond", AUDIT, "VON", "--answers-json", "-").status == 0
    answers = _of(_shown(awaiting_case), "vård- och omsorgsnämnden")
    assert answers["R7"]["progress"] == "done"
    assert answers["R8"]["actions"][0]["due"] == "inför 2024"


def test_answers_of_another_shape_are_refused_with_the_right_one(
    awaiting_case: Command, tmp_path: Path
) -> None:
    file = tmp_path / "svar.json"
    for text in ('{"R1": "agrees"}', "[1]", '[{"recommendation": 1}]', "ja"):
        file.write_text(text, encoding="utf-8")
        outcome = awaiting_case("respond", AUDIT, "VON", "--answers-json", file)
        assert outcome.status == 2
        assert '[{"recommendation": "R1", "position": "agrees"' in outcome.err


def test_positions_are_read_into_a_reply_that_is_registered(awaiting_case: Command) -> None:
    assert awaiting_case("respond", AUDIT, "KS", "--paragraph", "85").status == 0
    words = ("respond", AUDIT, "KS", "--existing", "--decided", "2023-03-14")
    assert awaiting_case(*words, "--answer", "R3=agrees:planned").status == 0
    shown = _shown(awaiting_case)
    assert _of(shown, "kommunstyrelsen")["R3"]["position"] == "agrees"
    reply = shown["reply_cases"][0]
    assert (reply["paragraph"], reply["decided_on"]) == ("85", "2023-03-14")
    refused = awaiting_case("respond", AUDIT, "VON", "--existing", "--answer", "R7=noted")
    assert (refused.status, refused.err) == (
        2,
        "Det finns inget tidigare svar att ersätta eller komplettera.\n",
    )


def test_one_reply_may_come_from_two_committees(awaiting_case: Command) -> None:
    words = ("respond", AUDIT, "GSN", "--with", "GN", "--answer", "R7=agrees")
    assert awaiting_case("--today", "2023-03-01", *words).status == 0
    shown = _shown(awaiting_case)
    assert [each["state"] for each in shown["reply_cases"][1:4]] == [
        *("received", "received"),
        "awaited",
    ]
    assert _of(shown, "grundskolenämnden")["R7"]["position"] == "agrees"
    assert _of(shown, "gymnasienämnden")["R7"]["position"] == "agrees"


@pytest.mark.parametrize(
    ("words", "state", "late"),
    [
        (["--received", "2023-03-23"], "received", 3),
        (["--received-day-unknown"], "received", None),
        (["--not-received", "--decided", "2023-03-14"], "adopted", 5),
    ],
)
def test_a_reply_says_when_it_came(
    awaiting_case: Command, words: list[str], state: str, late: int | None
) -> None:
    assert awaiting_case("--today", "2023-03-25", "respond", AUDIT, "SBN", *words).status == 0
    shown = json.loads(awaiting_case("--today", "2023-03-25", "show", AUDIT, "--json").out)
    reply = shown["reply_cases"][5]
    assert (reply["state"], reply["days_late"]) == (state, late)


def test_only_granted_time_moves_the_day(awaiting_case: Command) -> None:
    awaiting_case("extend", AUDIT, "SBN", "--to", "2023-04-03", "--requested")
    assert _shown(awaiting_case)["reply_cases"][5]["extended_to"] is None
    outcome = awaiting_case("extend", AUDIT, "SBN", "--to", "2023-04-03", "--by", "ordföranden")
    assert outcome.err.splitlines() == [
        "Stadsbyggnadsnämnden har anstånd till 2023-04-03.",
        f"Brevet framställs med: revtrack document extension-notice {AUDIT} --committee SBN",
    ]
    reply = _shown(awaiting_case)["reply_cases"][5]
    assert (reply["due_on"], reply["extended_to"]) == ("2023-03-20", "2023-04-03")


def test_a_case_file_goes_out_and_in_without_loss(
    revtrack: Command, eskilstuna_store: Store, tmp_path: Path
) -> None:
    first, second, other = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "ny.db"
    assert revtrack("--database", eskilstuna_store.path, "export", first).status == 0
    made = revtrack("--database", other, "init")
    assert (made.status, made.err) == (0, f"Registret {other} är skapat. Det är tomt.\n")
    assert revtrack("--database", other, "import", first).status == 0
    assert revtrack("--database", other, "export", second, "--audit", AUDIT).status == 0
    assert first.read_bytes() == second.read_bytes()
    assert revtrack("--database", other, "export", "-").out.encode() == first.read_bytes()
    again = revtrack("--database", other, "export", first)
    assert again.status == 3


def test_an_import_tells_what_became_of_the_records(
    revtrack: Command, awaiting_store: Store, tmp_path: Path
) -> None:
    content = json.loads((SAMPLE_DATA / "eskilstuna_2022_awaiting.json").read_bytes())
    content["municipalities"][0]["audits"][0]["title"] = "Granskning av e-tjänster"
    file = tmp_path / "ny titel.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    words = ("--database", awaiting_store.path, "import", file, "--on-conflict")
    assert "1 granskning: 1 behölls\n" in revtrack(*words, "skip").out
    assert "1 granskning: 1 ändras\n" in revtrack(*words, "update", "--dry-run").out
    done = revtrack(*words, "update").out
    assert "1 granskning: 1 ändrades\n" in done
    assert "8 nämnder: 8 som förut\n" in done


def test_attached_files_travel_in_a_folder_beside_the_case_file(
    revtrack: Command, eskilstuna_store: Store, empty_store: Store, tmp_path: Path
) -> None:
    content = b"%PDF-1.7 protokollsutdrag"
    key = hashlib.sha256(content).hexdigest()
    attached = {
        "name": "Protokoll § 85.pdf",
        "sha256": key,
        "byte_count": len(content),
        "kind": "minutes_extract",
        "status": "received",
    }
    audit = {"reference": AUDIT, "attachments": [attached]}
    towns = [{"name": "Eskilstuna kommun", "audits": [audit]}]
    file = tmp_path / "bilaga.json"
    file.write_text(
        json.dumps({"format": "revtrack-case-file", "format_version": 1, "municipalities": towns}),
        encoding="utf-8",
    )
    words = ("--database", eskilstuna_store.path)
    alone = revtrack(*words, "import", file, "--dry-run")
    assert alone.err.startswith("Den bifogade filen Protokoll § 85.pdf ")
    folder = tmp_path / "bilaga.bilagor"
    folder.mkdir()
    (folder / key).write_bytes(content)
    taken = revtrack(*words, "import", file)
    assert (taken.status, taken.err) == (0, "")
    assert "1 bilaga: 1 tillkom\n" in taken.out
    out = tmp_path / "ut" / "register.json"
    written = revtrack(*words, "export", out)
    assert written.err == (
        f"Skriven: {out}\n1 bifogad fil i {tmp_path / 'ut' / 'register.bilagor'}\n"
    )
    kept = tmp_path / "ut" / "register.bilagor" / key
    assert kept.read_bytes() == content
    assert {stat.S_IMODE(each.stat().st_mode) for each in (out, kept)} == {0o600}
    other = ("--database", empty_store.path)
    moved = revtrack(*other, "import", out)
    assert (moved.status, moved.err) == (0, "")
    again = tmp_path / "igen" / "register.json"
    assert revtrack(*other, "export", again).status == 0
    assert again.read_bytes() == out.read_bytes()
    assert (tmp_path / "igen" / "register.bilagor" / key).read_bytes() == content
    kept.write_bytes(b"annat")
    third = tmp_path / "tredje.db"
    revtrack("--database", third, "init")
    refused = revtrack("--database", third, "import", out)
    assert refused.status == 3
    assert refused.err.startswith("Den bifogade filen Protokoll § 85.pdf ")


def test_an_import_can_be_tried_first(revtrack: Command, empty_store: Store) -> None:
    before = dump(empty_store.path)
    file = SAMPLE_DATA / "eskilstuna_2022.json"
    words = ("--database", empty_store.path, "import", file, "--dry-run")
    outcome = revtrack(*words)
    assert outcome.status == 0
    assert "28 rekommendationer till nämnder: 28 tillkommer\n" in outcome.out
    assert outcome.err == "Inget har ändrats: detta var ett prov.\n"
    assert json.loads(revtrack(*words, "--json").out)["audits"] == [AUDIT]
    assert dump(empty_store.path) == before


def test_documents_are_made_and_their_paths_printed(answered_case: Command, tmp_path: Path) -> None:
    words = ("document", "recommendation-table", AUDIT, "--out", tmp_path / "ut")
    outcome = answered_case(*words)
    paths = [Path(line) for line in outcome.out.splitlines()]
    assert outcome.status == 0
    assert [path.suffix for path in paths] == [".docx", ".xlsx"]
    assert all(path.exists() for path in paths)
    load_workbook(paths[1]).close()
    again = json.loads(answered_case(*words, "--json").out)
    assert [each["is_new"] for each in again] == [False, False]


def test_a_document_tells_only_of_what_is_to_be_looked_at_in_it(
    answered_case: Command, tmp_path: Path
) -> None:
    letter = answered_case("document", "cover-letter", AUDIT, "--out", tmp_path)
    first, second, third, *rest = letter.err.splitlines()
    assert first == "2 saker i handlingen att se över:"
    assert second.startswith("  Varning: Rapportens rekommendation 6 finns inte med i missivet:")
    assert third.startswith("  Varning: Rapporten motsäger sig själv: rekommendation 6 saknas i")
    assert rest == []
    answered_case("confirm", AUDIT, "omitted_from_letter", "--why", "Revisorernas beslut")
    answered_case("confirm", AUDIT, "report_against_itself", "--why", "Rapporten rättas inte")
    table = answered_case("document", "recommendation-table", AUDIT, "--out", tmp_path)
    assert table.err == ""
    summary = answered_case("document", "response-summary", AUDIT, "--out", tmp_path)
    said = summary.err.splitlines()
    assert said[0] == "32 saker i handlingen att se över:"
    assert said[9:] == ["  … och 24 till; revtrack check visar alla."]


def test_check_ends_with_1_while_something_is_to_be_looked_at(answered_case: Command) -> None:
    outcome = answered_case("check", AUDIT, "--json")
    problems = json.loads(outcome.out)
    assert outcome.status == 1
    found = {(each["code"], each["recommendation"], each["committee"]) for each in problems}
    assert ("omitted_from_letter", "6", None) in found
    assert all(
        set(each) >= {"code", "severity", "message", "audit", "committee", "where", "confirmed"}
        for each in problems
    )
    assert not any("{" in each["message"] for each in problems)
    plain = answered_case("check")
    assert plain.status == 1
    assert plain.out.startswith("ESK-2022-1\n  Varning")


def test_what_is_intended_is_confirmed_by_the_key_that_check_prints(answered_case: Command) -> None:
    keys = [each["key"] for each in json.loads(answered_case("check", AUDIT, "--json").out)]
    assert keys[:2] == ["omitted_from_letter:6", "report_against_itself:6"]
    assert "    not_addressed:R6:GN\n" in answered_case("check", AUDIT).out
    confirmed = answered_case("confirm", AUDIT, "not_addressed:r6:gsn", "--why", "Nytt svar begärt")
    assert (confirmed.status, confirmed.out) == (0, "")
    assert confirmed.err == (
        "Bekräftat att det är avsikten: Grundskolenämnden besvarar inte R6 i sitt svar, "
        "och tar inte upp den bland rekommendationerna. Begär komplettering.\n"
    )
    words = ("confirm", AUDIT, "not_addressed", "--committee", "GN", "--recommendation", "R6")
    assert answered_case("--why", "Samma sak", *words).status == 0
    found = json.loads(answered_case("check", AUDIT, "--json").out)
    assert {each["key"] for each in found if each["confirmed"]} == {
        *("not_addressed:R6:GSN", "not_addressed:R6:GN")
    }
    last = json.loads(answered_case("history", AUDIT, "--json").out)[-1]
    assert (last["record"], last["why"]) == ("confirmation", "Samma sak")
    told = " ".join(answered_case("history", AUDIT).out.split())
    assert told.endswith(
        "Bekräftelse lades till: R6, gymnasienämnden, ESK-2022-1 (Besvaras inte i svaret)"
    )
    again = answered_case("confirm", AUDIT, "not_addressed:R6:GN", "--why", "Igen")
    assert (again.status, again.err) == (
        3,
        "not_addressed:R6:GN är redan bekräftat; skälet står i historiken.\n",
    )


def test_a_confirmation_is_shown_with_its_day_and_reason_and_takes_a_full_name(
    answered_case: Command,
) -> None:
    key = "not_addressed:R6:grundskolenämnden"
    assert answered_case("confirm", AUDIT, key, "--why", "Nytt svar begärt").status == 0
    told = " ".join(answered_case("check", AUDIT).out.split("Bekräftad\n")[1].split())
    assert re.search(
        r"Begär komplettering\. Bekräftat 20\d\d-\d\d-\d\d: Nytt svar begärt not_", told
    )
    found = json.loads(answered_case("check", AUDIT, "--json").out)
    (confirmed,) = [each for each in found if each["confirmed"]]
    assert (confirmed["key"], confirmed["confirmed_why"]) == (
        *("not_addressed:R6:GSN", "Nytt svar begärt"),
    )
    assert answered_case("confirm", AUDIT, "zzz", "--why", "Nej").err == (
        "Det finns inget att bekräfta som heter zzz. Allt som finns står i listan från check.\n"
    )


def test_a_confirmed_extension_confirms_no_later_one(awaiting_case: Command) -> None:
    assert awaiting_case("confirm", AUDIT, "unknown_grantor:KFN", "--why", "Muntligt").status == 0
    assert awaiting_case("extend", AUDIT, "KFN", "--to", "2023-04-20").status == 0
    found = json.loads(awaiting_case("check", AUDIT, "--json").out)
    assert [each["confirmed"] for each in found if each["code"] == "unknown_grantor"] == [
        *(True, False)
    ]
    assert awaiting_case("confirm", AUDIT, "unknown_grantor:KFN", "--why", "Också").status == 0
    found = json.loads(awaiting_case("check", AUDIT, "--json").out)
    assert all(each["confirmed"] for each in found if each["code"] == "unknown_grantor")


def test_a_refused_extension_is_refused_without_advice_before_it(awaiting_case: Command) -> None:
    refused = awaiting_case("extend", AUDIT, "KS", "--to", "2022-11-20")
    assert refused.status != 0
    assert refused.err == (
        "Den nya dagen måste ligga efter 2023-03-20, som är den dag som gäller "
        "för kommunstyrelsen.\n"
    )


def test_an_empty_register_has_no_problems(revtrack: Command, empty_store: Store) -> None:
    outcome = revtrack("--database", empty_store.path, "check", "--json")
    assert (outcome.status, outcome.out) == (0, "[]\n")


def test_the_history_says_who_and_why(awaiting_case: Command) -> None:
    words = ("--user", "Åsa Öberg", "--why", "Ringde", "extend", AUDIT, "KS", "--to", "2023-04-03")
    assert awaiting_case(*words).status == 0
    last = json.loads(awaiting_case("history", AUDIT, "--json").out)[-1]
    assert (last["who"], last["why"], last["record"]) == ("Åsa Öberg", "Ringde", "extension")
    assert last["changes"]["new_due_on"] == [None, "2023-04-03"]
    plain = awaiting_case("history").out.splitlines()
    assert plain[-2].endswith("Åsa Öberg (Ringde)")
    assert plain[-1].endswith("Anstånd lades till: kommunstyrelsen, ESK-2022-1 (2023-04-03)")
    assert any(
        each.endswith("Berörd nämnd lades till: gymnasienämnden, ESK-2022-1") for each in plain
    )


def _tamper(store: Store, *statements: str) -> None:
    """Change the register as another program would."""
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA trusted_schema = ON")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_verify_names_the_row_that_another_program_changed(
    answered_case: Command, eskilstuna_store: Store
) -> None:
    assert answered_case("verify").status == 0
    _tamper(
        eskilstuna_store,
        "UPDATE response SET paragraph = '86', review = 'sufficient' WHERE paragraph = '85'",
    )
    outcome = answered_case("verify")
    assert outcome.status == 1
    assert " ".join(outcome.out.split()) == (
        "Svar från kommunstyrelsen, ESK-2022-1 (§\u00a086) ändrades av ett annat program "
        "(ändring 288). Paragraf: 85 → 86 Bedömning av svaret: Ej bedömt → Tillräckligt"
    ).replace("\u00a0", " ")
    [fault] = json.loads(answered_case("verify", "--json").out)
    assert (fault["reason"], fault["table"], fault["sequence"]) == ("unsealed", "response", 288)
    assert (fault["audit"], fault["committees"]) == (AUDIT, ["kommunstyrelsen"])
    assert fault["changes"]["paragraph"] == ["85", "86"]


def test_verify_tells_a_clerk_what_was_changed_but_no_auditors_note(
    answered_case: Command, eskilstuna_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _tamper(
        eskilstuna_store,
        "UPDATE response SET review_note = 'HEMLIG', decided_by = 'ordf' WHERE paragraph = '85'",
    )
    assert "HEMLIG" in answered_case("verify").out
    monkeypatch.setenv("REVTRACK_ROLE", "clerk")
    for form in ((), ("--json",)):
        outcome = answered_case("verify", *form)
        assert outcome.status == 1
        assert "ordf" in outcome.out
        assert "HEMLIG" not in outcome.out


def test_verify_examines_also_what_was_changed_in_silence(
    answered_case: Command, eskilstuna_store: Store
) -> None:
    _tamper(
        eskilstuna_store,
        "DROP TRIGGER history_addressee_update",
        "UPDATE addressee SET committee_id = 7, asked = 0 WHERE id = 5",
    )
    refused = answered_case("due")
    assert refused.status == 3
    outcome = answered_case("verify")
    assert outcome.status == 1
    told = " ".join(outcome.out.split())
    assert told.startswith(
        "Strukturen har ändrats av ett annat program: trigger history_addressee_update. "
        "Rekommendation till nämnd: "
    )
    assert "Nämnd: kommunstyrelsen → vård- och omsorgsnämnden" in told
    assert "Med i missivet: ja → nej" in told


def test_a_long_list_of_what_was_changed_is_cut(
    answered_case: Command, eskilstuna_store: Store
) -> None:
    names = [f"history_{table}_update" for table in ("answer", "audit", "action", "letter")]
    names += [f"history_{table}_delete" for table in ("answer", "audit", "action", "letter")]
    _tamper(eskilstuna_store, *(f"DROP TRIGGER {name}" for name in names))
    refused = answered_case("due")
    assert (refused.status, refused.err.count("trigger ")) == (3, 5)
    assert "trigger history_audit_delete och 3 till. " in refused.err
    outcome = answered_case("verify")
    assert outcome.status == 1
    assert "och 3 till." in outcome.out
    assert len(json.loads(answered_case("verify", "--json").out)) == 8


def test_verify_says_when_the_rows_cannot_be_read(
    answered_case: Command, eskilstuna_store: Store
) -> None:
    _tamper(eskilstuna_store, "DROP TABLE attachment_content")
    outcome = answered_case("verify")
    assert outcome.status == 1
    assert "Raderna kunde inte jämföras med historiken" in " ".join(outcome.out.split())
