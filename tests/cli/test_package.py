"""Case packages by command: what is printed, what the exit status says, what is refused."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from revtrack.storage.store import Store
from tests.cli.conftest import Command

AUDIT = "ESK-2022-1"


@pytest.fixture
def offices(
    revtrack: Command, awaiting_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Command, Command]:
    """The firm with the real case before any reply, and the clerk with an empty register."""

    def office(database: Path, home: str, user: str, role: str) -> Command:
        def carry_out(*words: object) -> object:
            monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / home))
            monkeypatch.setenv("HOME", str(tmp_path / home))
            monkeypatch.setenv("REVTRACK_ROLE", role)
            return revtrack(
                *("--database", database, "--today", "2023-03-20", "--user", user), *words
            )

        return carry_out  # type: ignore[return-value]  # an Outcome, as the fixture gives it

    town = office(tmp_path / "kommun.db", "kommun", "Registratorn", "clerk")
    assert town("init").status == 0
    return office(awaiting_store.path, "byrå", "Byrån", "expert"), town


def _signer(office: Command) -> str:
    signer = json.loads(office("package", "list", "--json").out)[0]["signer"]
    return str(signer).replace(" ", "")


def _agree(office: Command, position: str, *more: object) -> None:
    done = office(
        *("respond", AUDIT, "KFN", "--decided", "2023-03-14", "--received", "2023-03-15"),
        *("--paragraph", "41", "--answer", f"R6={position}", *more),
    )
    assert done.status == 0, done.err


def test_a_reply_goes_to_the_firm_and_a_conflict_is_listed_and_settled(
    offices: tuple[Command, Command], tmp_path: Path
) -> None:
    firm, town = offices
    out, back, again = (tmp_path / f"{name}.rtpaket" for name in ("ut", "svar", "mer"))
    made = firm("package", "make", AUDIT, out, "--to", "kommunen")
    assert made.status == 0
    signer = _signer(firm)
    assert made.err.splitlines() == [
        f"Skriven: {out}",
        "Signerat med nyckeln " + " ".join(signer[n : n + 4] for n in range(0, 32, 4)),
    ]
    unknown = town("package", "read", out)
    assert unknown.status == 3
    assert "signerat med en nyckel som inte är känd här" in unknown.err
    trial = town("package", "read", out, "--dry-run")
    assert trial.status == 0
    assert "28 rekommendationer till nämnder: 28 tillkommer" in trial.out
    read = town("package", "read", out, "--trust", signer)
    assert read.out.splitlines()[:3] == [
        "ut.rtpaket: ESK-2022-1, Eskilstuna kommun, från Byrån (sakkunnigt biträde),",
        "  framställt 2023-03-20",
        "1 huvudman: 1 tillkom",
    ]
    _agree(town, "agrees", "--action", "R6=Rutin tas fram|kontoret|2023-06")
    town("package", "make", AUDIT, back)
    read = firm("package", "read", back, "--trust", _signer(town))
    assert (read.status, read.out.splitlines()[2:]) == (
        0,
        [
            "1 svar: 1 tillkom",
            "  Tillägg: kultur- och fritidsnämnden, ESK-2022-1 (§\u00a041)",
            "      Slag: Beslut",
            "      Inkommet till revisorerna: ja",
            "      Beslutsdag: 2023-03-14",
            "      Inkom den: 2023-03-15",
            "      Paragraf: 41",
            "      Bedömning av svaret: Ej bedömt",
            "1 svar på rekommendation: 1 tillkom",
            "  Tillägg: R6, kultur- och fritidsnämnden, ESK-2022-1",
            "      Ställningstagande: Instämmer",
            "1 åtgärd: 1 tillkom",
            "  Tillägg: R6, kultur- och fritidsnämnden, ESK-2022-1 (Rutin tas fram)",
            "      Åtgärden: Rutin tas fram",
            "      Ansvarig: kontoret",
            "      Klart senast: 2023-06",
        ],
    )
    _change(firm, town, tmp_path)
    town("package", "make", AUDIT, again)
    read = firm("package", "read", again)
    assert read.status == 1
    key = json.loads(firm("package", "conflicts", AUDIT, "--json").out)[0]["key"]
    assert read.out.splitlines()[2:] == [
        "1 konflikt: båda har ändrat samma sak.",
        f"  {key}  Svar på rekommendation: R6, kultur- och fritidsnämnden,",
        "      ESK-2022-1, Ställningstagande",
        "      Här: Instämmer delvis",
        "      I paketet: Instämmer inte",
        "      Förut: Instämmer",
    ]
    assert read.err.splitlines() == [
        "Dina egna värden står kvar. Avgör med: revtrack package settle ESK-2022-1",
    ]
    assert firm("package", "settle", AUDIT).status == 2
    settled = firm("package", "settle", AUDIT, key, "--theirs")
    assert (settled.status, settled.err) == (0, "Inget är oavgjort.\n")
    shown = json.loads(firm("show", AUDIT, "--json").out)["addressees"]
    assert [each["position"] for each in shown if each["position"]] == ["disagrees"]
    assert firm("package", "conflicts", AUDIT).status == 0
    assert firm("verify").status == 0


def test_what_a_package_changes_is_told_field_by_field_and_no_note_to_a_clerk(
    offices: tuple[Command, Command], tmp_path: Path
) -> None:
    firm, town = offices
    out, back, again = (tmp_path / f"{name}.rtpaket" for name in ("ut", "svar", "mer"))
    _agree(firm, "agrees")
    firm("package", "make", AUDIT, out, "--for", "auditors")
    town("package", "read", out, "--trust", _signer(firm))
    answered = ("respond", AUDIT, "KFN", "--existing", "--answer", "R6=disagrees")
    assert town(*answered).status == 0
    town("package", "make", AUDIT, back)
    words = ("package", "read", back, "--trust", _signer(town), "--dry-run")
    assert firm(*words).out.splitlines()[2:] == [
        "1 svar på rekommendation: 1 ändras",
        "  Ändring: R6, kultur- och fritidsnämnden, ESK-2022-1",
        "      Ställningstagande: Instämmer → Instämmer inte",
    ]
    (change,) = json.loads(firm(*words, "--json").out)["changes"]
    assert (change["change"], change["kind"], change["fields"]) == (
        *("changed", "answer", {"position": ["agrees", "disagrees"]}),
    )
    note = ("return", AUDIT, "KFN", "--note", "HEMLIG")
    assert firm(*note).status == 0
    firm("package", "make", AUDIT, again, "--for", "auditors")
    for form in ((), ("--json",)):
        told = town("package", "read", again, "--dry-run", *form)
        assert "Komplettering begärd" in told.out or "supplement_requested" in told.out
        assert "HEMLIG" not in told.out


def _change(firm: Command, town: Command, folder: Path) -> None:
    """Let both sides change the same answer, each in its own way."""
    exported = json.loads(firm("export", "-", "--audit", AUDIT).out)
    (answer,) = exported["municipalities"][0]["audits"][0]["responses"][0]["answers"]
    for office, position in ((firm, "agrees_partly"), (town, "disagrees")):
        response = exported["municipalities"][0]["audits"][0]["responses"][0]["uid"]
        told = {
            "format": "revtrack-case-file",
            "format_version": 1,
            "municipalities": [
                {
                    "name": "Eskilstuna kommun",
                    "audits": [
                        {
                            "reference": AUDIT,
                            "responses": [
                                {
                                    "uid": response,
                                    "answers": [{"uid": answer["uid"], "position": position}],
                                }
                            ],
                        }
                    ],
                }
            ],
        }
        path = folder / f"{position}.json"
        path.write_text(json.dumps(told), encoding="utf-8")
        assert office("import", path, "--on-conflict", "update").status == 0


def test_conflicts_are_settled_by_a_file_while_a_package_is_read(
    offices: tuple[Command, Command], tmp_path: Path
) -> None:
    firm, town = offices
    out, back, again = (tmp_path / f"{name}.rtpaket" for name in ("ut", "svar", "mer"))
    firm("package", "make", AUDIT, out)
    town("package", "read", out, "--trust", _signer(firm))
    _agree(town, "agrees")
    town("package", "make", AUDIT, back)
    firm("package", "read", back, "--trust", _signer(town))
    _change(firm, town, tmp_path)
    town("package", "make", AUDIT, again)
    told = json.loads(firm("package", "read", again, "--dry-run", "--json").out)
    assert (told["audit"], told["signer_known"], told["dry_run"]) == (AUDIT, True, True)
    (conflict,) = told["conflicts"]
    assert (conflict["field"], conflict["ours"], conflict["theirs"]) == (
        "position",
        "agrees_partly",
        "disagrees",
    )
    choice = tmp_path / "val.json"
    choice.write_text("[]", encoding="utf-8")
    assert firm("package", "read", again, "--resolve", choice).status == 2
    assert firm("package", "read", again, "--resolve", choice, "--ours").status == 2
    choice.write_text(json.dumps({conflict["key"]: "ours"}), encoding="utf-8")
    assert firm("package", "read", again, "--resolve", choice).status == 0
    assert firm("package", "read", again).err.splitlines() == [
        "Det lästes in 2023-03-20.",
        "Paketet innehåller inget nytt.",
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["make", AUDIT, "paket.pdf"], 2, "paket.pdf slutar inte på .rtpaket eller .zip"),
        (["read", "finns-inte.rtpaket"], 3, "finns-inte.rtpaket kunde inte läsas"),
        (["settle", AUDIT, "--ours"], 2, "Det finns inget att avgöra"),
        (["list"], 0, "Inget paket har framställts eller lästs in."),
        (["conflicts", AUDIT], 0, "Inget är oavgjort."),
    ],
)
def test_what_is_asked_for_wrongly_or_not_there_is_told(
    offices: tuple[Command, Command], words: list[str], status: int, said: str
) -> None:
    done = offices[0]("package", *words)
    assert done.status == status
    assert said in done.err


def test_nothing_is_made_where_nothing_may_be_changed(
    offices: tuple[Command, Command], awaiting_store: Store, tmp_path: Path
) -> None:
    firm, _town = offices
    path = tmp_path / "p.zip"
    assert firm("--read-only", "package", "make", AUDIT, path).status == 3
    assert not path.exists()
    with closing(sqlite3.connect(awaiting_store.path)) as register:
        assert register.execute("SELECT count(*) FROM exchange").fetchone() == (0,)
