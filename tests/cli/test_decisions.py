"""The decision chain by commands: drafts, judgements, supplements, progress, files, giving up."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

AUDIT = "ESK-2022-1"
CAME = ("--today", "2023-03-18")
JUDGED = ("--today", "2023-04-03")


def _reply_case(command: Command, committee: str, today: str = "2023-05-10") -> dict[str, Any]:
    shown = json.loads(command("--today", today, "show", AUDIT, "--json").out)
    return next(each for each in shown["reply_cases"] if each["committee"] == committee)


def _answer(command: Command, committee: str, number: str) -> dict[str, Any]:
    shown = json.loads(command("show", AUDIT, "--json").out)
    return next(
        each
        for each in shown["addressees"]
        if each["committee"] == committee and each["recommendation"] == number
    )


@pytest.fixture
def drafts(awaiting_case: Command) -> Command:
    """The real case before any reply, in an office that takes officials' drafts in."""
    assert awaiting_case("municipality", "Eskilstuna kommun", "--takes-drafts").status == 0
    return awaiting_case


def test_a_draft_is_referred_back_and_another_decided(drafts: Command) -> None:
    draft = ("respond", AUDIT, "GSN", "--kind", "draft")
    first = drafts("--today", "2023-01-30", *draft, "--dated", "2023-01-25")
    assert first.err.startswith("Grundskolenämnden: förslag till svar finns.\n")
    back = drafts(*CAME, *draft, "--existing", "--referred-back", "--decided", "2023-02-14")
    assert back.err.startswith("Grundskolenämnden: återremitterat.\n")
    again = ("--dated", "2023-02-28", "--received", "2023-03-01")
    assert drafts(*CAME, *draft, *again).status == 0
    decided = ("--paragraph", "87", "--decided", "2023-03-14", "--reservations", "--no-motions")
    assert drafts(*CAME, "respond", AUDIT, "GSN", *decided).status == 0
    told = _reply_case(drafts, "grundskolenämnden")
    assert [
        (each["kind"], each["dated_on"], each["decided_on"], each["is_referred_back"])
        for each in told["responses"]
    ] == [
        ("draft", "2023-01-25", "2023-02-14", True),
        ("draft", "2023-02-28", None, False),
        ("decision", None, "2023-03-14", False),
    ]
    decision = told["responses"][-1]
    assert (decision["has_reservations"], decision["has_motions"]) == (True, False)
    shown = " ".join(drafts(*CAME, "show", AUDIT).out.split())
    assert (
        "GSN: Förslag till yttrande (arbetsmaterial), daterat 2023-01-25, inkommet 2023-01-30, "
        "återremitterat 2023-02-14 "
    ) in shown
    assert (
        "GSN: Beslut, §\N{NO-BREAK SPACE}87, beslutat 2023-03-14, inkommet 2023-03-18, "
        "reservation anmäldes "
    ) in drafts(*CAME, "show", AUDIT).out.replace("\n  ", " ").replace("\n", " ")


def test_only_a_draft_is_referred_back(awaiting_case: Command) -> None:
    refused = awaiting_case("respond", AUDIT, "GSN", "--referred-back")
    assert (refused.status, refused.err) == (
        2,
        "Bara ett förslag återremitteras: --kind draft --referred-back.\n",
    )


@pytest.mark.parametrize(
    ("body", "kind", "decided_by"),
    [
        ("arbetsutskottet", "delegated_decision", "arbetsutskottet"),
        ("ks", "decision", "kommunstyrelsen"),
    ],
)
def test_another_body_decides(
    awaiting_case: Command, body: str, kind: str, decided_by: str
) -> None:
    words = ("respond", AUDIT, "KFN", "--decided-by", body, "--decided", "2023-03-14")
    assert awaiting_case(*CAME, *words).status == 0
    (response,) = _reply_case(awaiting_case, "kultur- och fritidsnämnden")["responses"]
    assert (response["kind"], response["decided_by"]) == (kind, decided_by)


def test_what_a_decision_tells_besides(awaiting_case: Command, tmp_path: Path) -> None:
    text = tmp_path / "yttrande.txt"
    text.write_text("Nämnden ställer sig positiv.", encoding="utf-8")
    words = ("respond", AUDIT, "GSN", "--with", "GN", "--sent-to", "Kommunrevisionen")
    more = ("--sent-to", "Kommunstyrelsen", "--conditions", "Kräver medel.", "--remarks", "Tack.")
    assert awaiting_case(*CAME, *words, *more, "--text", text).status == 0
    (response,) = _reply_case(awaiting_case, "gymnasienämnden")["responses"]
    assert response["kind"] == "joint"
    assert response["committees"] == ["grundskolenämnden", "gymnasienämnden"]
    assert response["sent_to"] == ["Kommunrevisionen", "Kommunstyrelsen"]
    assert (response["conditions"], response["remarks"]) == ("Kräver medel.", "Tack.")
    assert (
        "GN: Gemensamt svar, tillsammans med grundskolenämnden" in awaiting_case("show", AUDIT).out
    )


def test_after_more_time_the_command_for_its_letter_is_told(awaiting_case: Command) -> None:
    given = awaiting_case("--today", "2023-03-13", "extend", AUDIT, "KS", "--to", "2023-04-03")
    assert given.status == 0
    assert given.err.splitlines()[-1] == (
        "Brevet framställs med: revtrack document extension-notice ESK-2022-1 --committee KS"
    )


def test_an_old_refusal_is_warned_of_where_its_letter_is_made(
    demo: Command, tmp_path: Path
) -> None:
    words = ("document", "extension-notice", "ALV-2024-2", "--out", tmp_path / "ut")
    made = demo("--today", "2026-02-20", *words)
    assert "_Avslag-på-begäran-om-förlängd-svarstid_ALV-2024-2_KFN.docx\n" in made.out
    assert made.err == (
        "1 sak i handlingen att se över:\n  Varning: Beslutet om svarstiden för kultur- och "
        "fritidsnämnden fattades 2025-10-16, för 127 dagar sedan. Se efter att inget besked om det "
        "redan har skickats.\n"
    )


def test_a_supplement_is_asked_for_awaited_and_accepted(awaiting_case: Command) -> None:
    words = ("respond", AUDIT, "GSN", "--answer", "R6=agrees:planned")
    assert awaiting_case(*CAME, *words).status == 0
    silent = awaiting_case(*JUDGED, "return", AUDIT, "GSN")
    assert (silent.status, silent.err) == (2, "Skriv i en anteckning vad som saknas i svaret.\n")
    note = ("--note", "R7 besvaras inte.", "--paragraph", "31")
    returned = awaiting_case(*JUDGED, "return", AUDIT, "GSN", *note)
    assert returned.err == (
        "Grundskolenämnden: komplettering begärd.\nKompletteringen önskas senast 2023-05-03.\n"
        "Brevet framställs med: revtrack document supplement-request ESK-2022-1 --committee GSN\n"
    )
    due = json.loads(awaiting_case("--today", "2023-05-10", "due", "--json").out)
    line = next(each for each in due if each["committee"] == "grundskolenämnden")
    assert (line["due_on"], line["supplement_due_on"]) == ("2023-03-20", "2023-05-03")
    assert (line["state"], line["days_late"], line["unanswered"]) == ("incomplete", 7, 3)
    assert "grundskolenämnden" in awaiting_case("--today", "2023-05-10", "due").out
    assert "(komplettering)" in awaiting_case("--today", "2023-05-10", "due").out
    told = _reply_case(awaiting_case, "grundskolenämnden")
    assert (told["days_late"], told["supplement_days_late"]) == (0, 7)
    assert told["responses"][0]["review_note"] == "R7 besvaras inte."
    supplement = ("--supplement", "--answer", "R7=agrees:done", "--answer", "R6=disagrees")
    assert awaiting_case("--today", "2023-05-11", "respond", AUDIT, "GSN", *supplement).status == 0
    assert _answer(awaiting_case, "grundskolenämnden", "R6")["position"] == "agrees"
    assert _answer(awaiting_case, "grundskolenämnden", "R7")["position"] is None
    accepted = awaiting_case("--today", "2023-05-12", "accept", AUDIT, "GSN")
    assert accepted.err == (
        "Grundskolenämnden: tillräckligt.\n2 rekommendationer saknar ännu ställningstagande.\n"
    )
    late = awaiting_case("--today", "2023-05-13", "respond", AUDIT, "GSN", "--supplement")
    waits = "tillräckligt, ny komplettering ej bedömd"
    assert late.err.startswith(f"Grundskolenämnden: {waits}.\n")
    assert awaiting_case("--today", "2023-05-13", "accept", AUDIT, "GSN").status == 0
    back = awaiting_case("take-back", AUDIT, "GSN", "--why", "Fel komplettering.")
    assert back.err == f"Grundskolenämnden: {waits}.\n"
    assert _answer(awaiting_case, "grundskolenämnden", "R6")["position"] == "disagrees"
    assert _answer(awaiting_case, "grundskolenämnden", "R7")["position"] == "agrees"
    assert awaiting_case("--today", "2023-05-13", "accept", AUDIT, "GSN").status == 0
    again = awaiting_case("--today", "2023-05-13", "insufficient", AUDIT, "GSN", "--note", "Nej")
    assert again.status == 3
    back = awaiting_case("take-back", AUDIT, "GSN", "--why", "Fel svar lästes.")
    assert back.err == f"Grundskolenämnden: {waits}.\n"
    assert "(Fel svar lästes.)" in awaiting_case("history", AUDIT).out


def test_a_registered_supplement_is_read_later(awaiting_case: Command) -> None:
    assert awaiting_case(*CAME, "respond", AUDIT, "GSN").status == 0
    assert awaiting_case(*JUDGED, "return", AUDIT, "GSN", "--note", "R7").status == 0
    assert awaiting_case(*JUDGED, "respond", AUDIT, "GSN", "--supplement").status == 0
    words = ("respond", AUDIT, "GSN", "--existing", "--supplement", "--answer", "R7=noted")
    assert awaiting_case(*JUDGED, *words).status == 0
    assert awaiting_case(*JUDGED, "accept", AUDIT, "GSN").status == 0
    assert _answer(awaiting_case, "grundskolenämnden", "R7")["position"] == "noted"
    assert len(_reply_case(awaiting_case, "grundskolenämnden")["responses"]) == 2


def test_a_joint_judgement_is_told(awaiting_case: Command) -> None:
    assert awaiting_case(*CAME, "respond", AUDIT, "GSN", "--with", "GN").status == 0
    words = ("insufficient", AUDIT, "GN", "--note", "R7 besvaras inte.", "--on", "2023-04-01")
    assert awaiting_case(*JUDGED, *words).err == (
        "Gymnasienämnden: otillräckligt.\nDet är också svaret från grundskolenämnden.\n"
    )
    told = _reply_case(awaiting_case, "grundskolenämnden")
    assert (told["state"], told["responses"][0]["reviewed_on"]) == ("insufficient", "2023-04-01")


def test_progress_is_reported_and_counts_once_accepted(awaiting_case: Command) -> None:
    actions = ("--action", "R6=Anta en plan||2023-06", "--action", "R6=Utbilda rektorer||2023-Q4")
    words = ("respond", AUDIT, "GSN", "--answer", "R6=agrees", *actions)
    assert awaiting_case(*CAME, *words).status == 0
    told = _answer(awaiting_case, "grundskolenämnden", "R6")
    assert (told["progress"], told["standing"]) == ("planned", "acting")
    assert told["planned_completion"] == "2023-Q4"
    assert "Planerat klart: fjärde kvartalet 2023" in awaiting_case("show", AUDIT).out
    report = ("progress", AUDIT, "GSN", "R6=done", "--action", "plan", "--text", "Antagen i juni.")
    reported = awaiting_case("--today", "2023-06-12", *report)
    assert reported.err == (
        "1 lägesrapport är registrerad. Den räknas när den har godtagits: "
        "revtrack accept ESK-2022-1 GSN --progress R6\n"
    )
    assert _answer(awaiting_case, "grundskolenämnden", "R6")["progress"] == "planned"
    accepted = awaiting_case("--today", "2023-06-13", "accept", AUDIT, "GSN", "--progress", "R6")
    assert accepted.err == "Grundskolenämnden, lägesrapport om R6: tillräckligt.\n"
    told = _answer(awaiting_case, "grundskolenämnden", "R6")
    assert told["progress"] == "under_way"
    assert told["progress_reports"] == [
        {
            "reported_on": "2023-06-12",
            "progress": "done",
            "text": "Antagen i juni.",
            "action": "Anta en plan",
            "review": "sufficient",
            "reviewed_on": "2023-06-13",
            "review_note": None,
        }
    ]
    whole = awaiting_case("--today", "2023-10-02", "progress", AUDIT, "GSN", "R6,R7=done")
    assert whole.err.startswith("2 lägesrapporter är registrerade.")
    left = awaiting_case("--today", "2023-10-02", "accept", AUDIT, "GSN")
    assert left.err == (
        "Grundskolenämnden: tillräckligt.\n3 rekommendationer saknar ännu ställningstagande.\n"
        "2 lägesrapporter väntar ännu på bedömning.\n"
    )
    note = ("--note", "Vad är gjort?")
    returned = awaiting_case("--today", "2023-10-02", "return", AUDIT, "GSN", *note)
    assert returned.err == ("Grundskolenämnden, lägesrapport om R6 och R7: komplettering begärd.\n")
    taken = ("take-back", AUDIT, "GSN", "--progress", "R7", "--why", "Fel rekommendation")
    assert awaiting_case(*taken).err == "Grundskolenämnden, lägesrapport om R7: ej bedömt.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["R6=klart"], "klart"),
        (["R6"], "R6 har inte formen R1=under_way…"),
        (["R1=done"], "R1 har inte riktats till grundskolenämnden."),
        (["R6=done", "--action", "x"], "x passar inte precis en åtgärd för R6."),
    ],
)
def test_progress_that_is_not_understood(
    awaiting_case: Command, words: list[str], said: str
) -> None:
    refused = awaiting_case("progress", AUDIT, "GSN", *words)
    assert refused.status == 2
    assert said in refused.err


def test_a_reply_is_given_up_and_waited_for_again(awaiting_case: Command) -> None:
    words = ("give-up", AUDIT, "SOCN", "--note", "Tas upp med presidiet.")
    given_up = awaiting_case("--today", "2023-05-10", *words)
    assert given_up.err == "Inget svar från socialnämnden inväntas längre.\n"
    told = _reply_case(awaiting_case, "socialnämnden")
    assert (told["state"], told["days_late"], told["given_up_on"]) == (
        "no_reply",
        None,
        "2023-05-10",
    )
    shown = awaiting_case("--today", "2023-05-10", "show", AUDIT).out
    assert "SOCN: svar uteblev, inväntas inte längre sedan 2023-05-10" in shown
    assert "socialnämnden" not in awaiting_case("--today", "2023-05-10", "due").out
    again = awaiting_case("take-back", AUDIT, "SOCN", "--why", "Nämnden svarar i juni.")
    assert again.err == "Socialnämnden: svar inväntas.\n"


def test_files_are_kept_in_versions(awaiting_case: Command, tmp_path: Path) -> None:
    file = tmp_path / "KS § 85.pdf"
    file.write_bytes(b"%PDF-1.7 utkast")
    early = awaiting_case("attach", AUDIT, file, "--committee", "KS")
    assert early.status == 3
    assert early.err.startswith("Kommunstyrelsen har inte lämnat in något som filen kan höra till.")
    assert awaiting_case(*CAME, "respond", AUDIT, "KS", "--paragraph", "85").status == 0
    kept = awaiting_case("attach", AUDIT, file, "--committee", "KS")
    assert kept.err == "KS § 85.pdf är bifogad till svaret från kommunstyrelsen.\n"
    again = awaiting_case("attach", AUDIT, file, "--committee", "KS")
    assert (again.status, again.err) == (3, "KS § 85.pdf är redan bifogad, precis som den är.\n")
    file.write_bytes(b"%PDF-1.7 justerat")
    newer = awaiting_case("attach", AUDIT, file, "--committee", "KS")
    assert newer.err == "KS § 85.pdf (version 2) är bifogad till svaret från kommunstyrelsen.\n"
    (response,) = _reply_case(awaiting_case, "kommunstyrelsen")["responses"]
    assert [(each["name"], each["version"], each["kind"]) for each in response["files"]] == [
        ("KS § 85.pdf", 1, "minutes_extract"),
        ("KS § 85.pdf", 2, "minutes_extract"),
    ]
    words = ("--kind", "report", "--status", "sent")
    own = awaiting_case("attach", AUDIT, file, *words)
    assert own.err == "KS § 85.pdf är bifogad till ESK-2022-1.\n"
    shown = json.loads(awaiting_case("show", AUDIT, "--json").out)
    assert [(each["kind"], each["status"]) for each in shown["files"]] == [("report", "sent")]
    missing = awaiting_case("attach", AUDIT, tmp_path / "borta.pdf")
    assert missing.status == 3


def test_a_clerk_judges_nothing_and_sees_no_note(
    awaiting_case: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert awaiting_case(*CAME, "respond", AUDIT, "GSN").status == 0
    note = ("--note", "Hemlig anteckning")
    assert awaiting_case(*JUDGED, "return", AUDIT, "GSN", *note).status == 0
    monkeypatch.setenv("REVTRACK_ROLE", "clerk")
    refused = awaiting_case(*JUDGED, "accept", AUDIT, "GSN")
    assert refused.status == 3
    assert "du arbetar som nämndsekreterare eller registrator" in refused.err
    assert "Hemlig" not in awaiting_case("show", AUDIT).out
    assert "Hemlig" not in awaiting_case("show", AUDIT, "--json").out
    for form in ((), ("--json",), ("--csv",)):
        told = awaiting_case("history", AUDIT, *form).out
        assert "supplement_requested" in told or "Komplettering begärd" in told
        assert "Hemlig" not in told
