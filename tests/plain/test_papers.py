"""Documents, publishing and packages in plain lines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import PersonRole
from revtrack.services.exchange.packages.making import Wanted, make_package
from revtrack.services.exchange.packages.settling import list_conflicts, list_packages
from revtrack.services.exchange.packages.taking import Taking, read_package
from revtrack.services.exchange.packages.views import Audience
from revtrack.services.find import find_audit, read_case
from revtrack.storage.rows import change, one
from revtrack.storage.store import Person, Store
from tests.plain.conftest import Talk, after

DAY = date(2023, 3, 21)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the key that signs lie where no other test sees it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def test_a_document_is_gone_through_noted_as_sent_and_published(
    demo_store: Store, talk: Talk, tmp_path: Path
) -> None:
    make = ("granskningar", "sök ALV-2025-1", "1", "framst", "1", "", "", "", "", "", "handl", "1")
    gate = ("publicera", "1", "står i protokollet", "bekräfta alla", "är förtroendevald", "publi")
    said = talk(demo_store, *make, "anteckna", "", "1/2", "KS", "2", "", *gate, "", "", "sluta")
    assert "Handlingen är noterad som skickad.\n" in said
    assert "2 uppgifter är kanske inte till för alla." in said
    assert "\n1 Bekräftad: Förtroendevald eller sakkunnig, " in said
    assert "Inget hindrar att den publiceras." in said
    (copy,) = (tmp_path / "dokument" / "publicerat").iterdir()
    assert str(copy) in after(said, "publi")
    case = read_case(demo_store, find_audit(demo_store, "ALV-2025-1").id)
    sent = next(each for each in case.documents if each.published_on and each.issued_on)
    assert sent.issued_on == date(2026, 2, 1)


def test_documents_are_published_together_and_those_that_cannot_be_are_told(
    demo_store: Store, talk: Talk, tmp_path: Path
) -> None:
    letter, tables = ("1", "", "", "", ""), ("2", "", "", "", "", "")
    audit = ("granskningar", "sök ALV-2025-1", "1", "framst", *letter, *tables, "", "handl")
    gate = ("publicera 9", "publicera alla", "bekräfta alla", "är förtroendevald", "publi", "")
    table = "2026-02-16_Älvsunda-kommun_Rekommendationstabell_ALV-2025-1.xlsx"
    gone = tmp_path / "dokument" / table
    said = talk(demo_store, *audit, gone.unlink, *gate)
    assert f"\nTas inte med: {gone.name} finns inte i " in said
    assert "2 uppgifter är kanske inte till för alla." in said
    assert "Inget hindrar att de publiceras." in said
    copies = {each.name for each in (tmp_path / "dokument" / "publicerat").iterdir()}
    assert copies == {each.name for each in gone.parent.glob("*.docx")}
    told = after(said, "publi")
    assert told.startswith("2 filer är klara:\n")
    assert "framställd 16 februari 2026, publicerad 16 februari 2026, 2025-09-25_Älv" in told


def test_packages_are_made_read_in_and_settled(
    awaiting_store: Store, new_store: Callable[[], Store], talk: Talk, tmp_path: Path
) -> None:
    made = talk(awaiting_store, "paket", "gör ett", "", "2", "byrån", "", "ja", "1", today=DAY)
    assert "Signerat med nyckeln" in made
    assert "1 21 mars 2023, paket gjort här, ESK-2022-1, byrån, nyckel " in made
    mine = new_store()
    theirs = replace(awaiting_store, person=Person("De andra", PersonRole.EXPERT))
    first = _sent(theirs, tmp_path / "ett.rtpaket")
    report = read_package(mine, first.read_bytes(), "ett", Taking(DAY, is_trial=True))
    read_package(mine, first.read_bytes(), "ett", Taking(DAY, trust=report.signer))
    for store, title, scope in ((mine, "Min titel", "Mitt"), (theirs, "Deras titel", "Deras")):
        with store.wish() as session:
            audit = one(session, r.Audit, find_audit(store, "ESK-2022-1").id)
            change(session, audit, title=title, firm=scope)
    second = _sent(theirs, tmp_path / "två.rtpaket")
    settle = ("paket", "läs in", "/finns/inte", str(second), "deras", "", "ja", "gör upp", "mitt")
    said = talk(mine, *settle, "", "sluta", today=DAY)
    assert "Båda har ändrat samma sak på 2 ställen.\n" in said
    assert "Mitt: Min titel\n" in said
    assert "Paketet är inläst: 1 ändring. 1 är kvar att göra upp.\n" in said
    assert "1 konflikt är uppgjord.\n" in said
    audit_id = find_audit(mine, "ESK-2022-1").id
    assert list_conflicts(mine, audit_id) == ()
    assert len(list_packages(mine)) == 2


def _sent(store: Store, path: Path) -> Path:
    """Make a package with another person's key."""
    wanted = Wanted(find_audit(store, "ESK-2022-1").id, "de andra", Audience.AUDITORS)
    return make_package(store, wanted, path, DAY, path.parent / "deras" / "key.pem").path
