"""Bad input: one plain sentence, the right exit status, nothing changed."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from revtrack.documents.office import shipped
from revtrack.storage.store import Store
from tests.cli.conftest import Command, dump
from tests.conftest import sample

AUDIT = "ESK-2022-1"

REFUSED: list[tuple[Sequence[str], int, str]] = [
    (
        ["respond", AUDIT, "BUN"],
        2,
        "Eskilstuna kommun har ingen nämnd som heter BUN. Nämnderna är: kommunstyrelsen (KS),",
    ),
    (["show", "ESK-1999-1"], 2, "Ingen granskning heter ESK-1999-1."),
    (
        ["extend", AUDIT, "KFN", "--to", "2023-02-30"],
        2,
        "Ogiltigt värde för '--to': 2023-02-30 är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD.",
    ),
    (
        ["hand-over", AUDIT, "--on", "2022-12-01", "--due", "1 mars"],
        2,
        "Ogiltigt värde för '--due': 1 mars är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD.",
    ),
    (
        ["hand-over", AUDIT, "--on", "2022-12-01"],
        2,
        "Ange senaste svarsdag med --due, eller --no-reply om inget svar begärs. Med den vanliga",
    ),
    (
        ["hand-over", AUDIT, "--on", "2022-12-01", "--due", "2023-03-20"],
        3,
        "ESK-2022-1 överlämnades redan 2022-12-01.\n",
    ),
    (
        ["hand-over", AUDIT, "--on", "2022-12-01", "--due", "2023-03-20", "--due-for", "KFN=snart"],
        2,
        "snart är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD.",
    ),
    (["respond", AUDIT, "KF"], 2, "Missivet för ESK-2022-1 går inte till kommunfullmäktige."),
    (
        ["respond", AUDIT, "KS", "--answer", "R7=agrees"],
        2,
        "R7 har inte riktats till kommunstyrelsen.",
    ),
    (
        ["respond", AUDIT, "KS", "--answer", "R99=agrees"],
        2,
        "ESK-2022-1 har ingen rekommendation R99. Numren är: R1, R2, R3, R4, R5, 6, R6, R7, R8, R9",
    ),
    (
        ["respond", AUDIT, "KS", "--answer", "R1=agree"],
        2,
        "Ställningstagande: ”agree” är ingen känd kod; välj bland agrees,",
    ),
    (
        ["respond", AUDIT, "KS", "--answer", "R1"],
        2,
        "Ogiltigt värde för '--answer': R1 har inte formen R1=agrees:planned.",
    ),
    (
        ["respond", AUDIT, "KS", "--action", "R1=Kartlägga||i vår"],
        2,
        "Klart senast: ”i vår” är ingen tid som går att tyda;",
    ),
    (["respond", AUDIT, "KS", "--supplement"], 3, "Kommunstyrelsen har inte svarat än"),
    (["respond", AUDIT, "KS", "--replaces"], 2, "Det finns inget tidigare svar att"),
    (["respond", AUDIT, "KS", "--received", "2031-01-01"], 2, "2031-01-01 ligger framåt i tiden"),
    (["respond", AUDIT, "KS", "--kind", "draft"], 3, "Eskilstuna kommun tar inte in"),
    (
        ["respond", AUDIT, "KS", "--received", "2023-03-01", "--not-received"],
        2,
        "Välj ett av --received, --received-day-unknown och --not-received.",
    ),
    (["extend", AUDIT, "KS", "--to", "2023-03-20"], 3, "Den nya dagen måste ligga efter"),
    (["document", "cover-letter", AUDIT, "--committee", "BUN"], 2, "Eskilstuna kommun har ingen"),
    (["document", "minutes", AUDIT], 2, "Ogiltigt värde för 'SLAG': 'minutes' är inte något av"),
    (
        ["import", "finns-inte.json"],
        3,
        "finns-inte.json kunde inte läsas: filen eller mappen finns inte.\n",
    ),
    (
        ["confirm", AUDIT, "reply_overdue", "--why", "Ringde"],
        2,
        "reply_overdue passar in på flera; skriv någon av: reply_overdue:KS, reply_overdue:GSN,",
    ),
    (
        ["confirm", AUDIT, "reply_overdue:BUN", "--why", "Ringde"],
        2,
        "Det finns inget att bekräfta som heter reply_overdue:BUN. Närmast liknar: reply_",
    ),
    (
        ["confirm", AUDIT, "not_addressed", "--committee", "KS", "--why", "Ringde"],
        2,
        "Det finns inget att bekräfta som heter not_addressed.",
    ),
    (
        ["confirm", AUDIT, "reply_overdue:KS"],
        2,
        "Ange med --why varför det är avsikten.\n",
    ),
    (
        ["confirm", AUDIT, "reply_overdue:KS", "--why", "  "],
        2,
        "Skäl: texten är tom; skriv något eller utelämna fältet.\n",
    ),
    (["export", "register.pdf"], 2, "register.pdf slutar inte på .json"),
    (["due", "--within", "en vecka"], 2, "Ogiltigt värde för '--within': en vecka är inget helt"),
    (
        ["due", "--witin", "3"],
        2,
        "Det finns ingen flagga '--witin'. (Menade du något av: '--actions', '--within'?)",
    ),
    (
        ["respnd"],
        2,
        "Det finns inget kommando 'respnd'. (Menade du något av: 'redo', 'remind', 'respond'?)",
    ),
    (["respond", AUDIT], 2, "Det saknas ett argument: 'NÄMND'."),
    (["show", AUDIT, "KS"], 2, "Oväntat extra argument (KS)"),
    (["hand-over", AUDIT], 2, "Det saknas en flagga: '--on'."),
    (["--today", "2023-13-01", "due"], 2, "Ogiltigt värde för '--today': 2023-13-01 är ingen dag"),
    (["--language", "fi", "due"], 2, "Ogiltigt värde för '--language': 'fi' är inte något av"),
]


@pytest.mark.parametrize(("words", "status", "said"), REFUSED, ids=lambda each: str(each)[:60])
def test_bad_input_is_met_with_one_sentence_and_changes_nothing(
    awaiting_case: Command, awaiting_store: Store, words: Sequence[str], status: int, said: str
) -> None:
    before = dump(awaiting_store.path)
    outcome = awaiting_case("--today", "2023-03-21", *words)
    assert outcome.status == status
    assert outcome.err.startswith(said)
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""
    assert dump(awaiting_store.path) == before


def test_a_reply_before_the_hand_over_is_told_to_register_it(
    revtrack: Command, empty_store: Store, tmp_path: Path
) -> None:
    file = _not_handed_over(tmp_path)
    register = ["--database", str(empty_store.path)]
    assert revtrack(*register, "import", file).status == 0
    before = dump(empty_store.path)
    outcome = revtrack(*register, "respond", AUDIT, "KS")
    assert outcome.status == 3
    assert outcome.err == (
        "ESK-2022-1 har inte överlämnats och kan därför inte besvaras än. Registrera "
        "överlämnandet med dess egen dag: revtrack hand-over ESK-2022-1 --on DAG --due DAG\n"
    )
    assert dump(empty_store.path) == before


def _not_handed_over(folder: Path) -> Path:
    """Return a case file of the real case as it stood before its letter."""
    content = json.loads(sample("eskilstuna_2022_awaiting.json"))
    audit = content["municipalities"][0]["audits"][0]
    audit["handed_over_on"] = None
    audit["letters"] = []
    audit["reply_cases"] = []
    audit["confirmations"] = []
    for each in audit["recommendations"]:
        each.pop("number_in_letter", None)
        each["wordings"] = []
        for addressee in each["addressees"]:
            addressee["asked"] = None
    file = folder / "utkast.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_what_the_letter_leaves_out_is_confirmed_with_a_reason(
    revtrack: Command, empty_store: Store, tmp_path: Path
) -> None:
    register = ["--database", str(empty_store.path)]
    revtrack(*register, "import", _not_handed_over(tmp_path))
    words = ["hand-over", AUDIT, "--on", "2022-12-01", "--due", "2023-03-20"]
    words += ["--due-for", "KFN=2023-03-24"]
    before = dump(empty_store.path)
    refused = revtrack(*register, *words)
    assert refused.status == 3
    assert "--why" in refused.err
    assert dump(empty_store.path) == before
    done = revtrack(*register, "--why", "Revisorernas beslut", *words)
    assert done.status == 0
    assert "Kultur- och fritidsnämnden: svar önskas senast 2023-03-24.\n" in done.err
    shown = json.loads(revtrack(*register, "show", AUDIT, "--json").out)
    assert [each["number_in_letter"] for each in shown["recommendations"]] == [
        *("R1", "R2", "R3", "R4", "R5"),
        None,
        *("R6", "R7", "R8", "R9"),
    ]
    assert shown["reply_cases"][3]["due_on"] == "2023-03-24"


def test_a_second_decision_says_what_it_is(awaiting_case: Command, awaiting_store: Store) -> None:
    assert awaiting_case("respond", AUDIT, "VON", "--paragraph", "§ 19").status == 0
    before = dump(awaiting_store.path)
    again = awaiting_case("respond", AUDIT, "VON", "--paragraph", "24")
    assert again.status == 3
    assert again.err == (
        "Vård- och omsorgsnämnden har redan svarat. Ange vad den nya handlingen är: --replaces om "
        "den ersätter det tidigare beslutet, --supplement om den kompletterar det.\n"
    )
    assert dump(awaiting_store.path) == before
    assert awaiting_case("respond", AUDIT, "VON", "--paragraph", "24", "--replaces").status == 0
    shown = json.loads(awaiting_case("show", AUDIT, "--json").out)
    assert shown["reply_cases"][6]["paragraph"] == "24"


def test_a_damaged_case_file_is_refused_with_the_row_named(
    revtrack: Command, empty_store: Store, tmp_path: Path
) -> None:
    content = json.loads(sample("eskilstuna_2022.json"))
    content["municipalities"][0]["audits"][0]["recommendations"][3]["relation"] = "samma"
    damaged = tmp_path / "skadad.json"
    damaged.write_text(json.dumps(content), encoding="utf-8")
    before = dump(empty_store.path)
    outcome = revtrack("--database", empty_store.path, "import", damaged)
    assert outcome.status == 3
    assert outcome.err.startswith("skadad.json lästes inte in och inget har ändrats.\n")
    assert "anskning 1 (ESK-2022-1), rekommendation 4" in outcome.err
    assert "samma" in outcome.err
    damaged.write_text(json.dumps(content)[:-40], encoding="utf-8")
    cut = revtrack("--database", empty_store.path, "import", damaged)
    assert (cut.status, cut.err.count("\n")) == (3, 1)
    assert dump(empty_store.path) == before


def test_a_folder_that_cannot_be_written_leaves_no_trace(
    answered_case: Command, eskilstuna_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "upptagen").write_text("en fil, ingen mapp", encoding="utf-8")
    before = dump(eskilstuna_store.path)
    outcome = answered_case("document", "cover-letter", AUDIT, "--out", tmp_path / "upptagen")
    assert outcome.status == 3
    assert outcome.err.startswith(
        f"Inget skrevs till {tmp_path / 'upptagen'}: en del av sökvägen är en fil, inte en mapp. "
    )
    assert outcome.err.count("\n") == 1
    assert dump(eskilstuna_store.path) == before


def test_a_folder_is_no_case_file(revtrack: Command, tmp_path: Path, empty_store: Store) -> None:
    words = ("--database", empty_store.path, "import", tmp_path)
    outcome = revtrack(*words)
    assert outcome.status == 3
    assert outcome.err == f"{tmp_path} kunde inte läsas: det är en mapp, inte en fil.\n"
    english = revtrack("--language", "en", *words)
    assert english.err == f"{tmp_path} could not be read: it is a folder, not a file.\n"


def test_a_missing_template_is_named(
    answered_case: Command,
    eskilstuna_store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "tomt")
    before = dump(eskilstuna_store.path)
    outcome = answered_case("document", "cover-letter", AUDIT, "--out", tmp_path / "ut")
    assert outcome.status == 3
    assert re.match(r"Mallen .*\.docx", outcome.err)
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "ut").exists()
    assert dump(eskilstuna_store.path) == before


def test_reading_only_refuses_every_change(awaiting_case: Command, awaiting_store: Store) -> None:
    before = dump(awaiting_store.path)
    outcome = awaiting_case("--read-only", "respond", AUDIT, "KS")
    assert outcome.status == 3
    assert outcome.err.endswith("utan --read-only.\n")
    assert dump(awaiting_store.path) == before


def test_a_register_that_is_not_there_is_not_made(revtrack: Command, tmp_path: Path) -> None:
    outcome = revtrack("--database", tmp_path / "fel.db", "due")
    assert outcome.status == 3
    assert "revtrack init" in outcome.err
    assert not (tmp_path / "fel.db").exists()


def test_what_is_no_register_is_left_alone(revtrack: Command, tmp_path: Path) -> None:
    file = tmp_path / "brev.db"
    file.write_text("Hej", encoding="utf-8")
    assert revtrack("--database", file, "audits").status == 3
    assert revtrack("--database", file, "init").status == 3
    assert file.read_text(encoding="utf-8") == "Hej"
