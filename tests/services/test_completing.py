"""What is offered while one types: the register's names, and places on this computer."""

from pathlib import Path

import pytest

from revtrack.services.completing import Names, complete_path, offers_of, typed_path
from revtrack.storage.store import Store


def test_names_of_the_register_are_offered(eskilstuna_store: Store) -> None:
    committees = {each.text: each.told for each in offers_of(eskilstuna_store, Names.COMMITTEES)}
    assert committees["GSN"] == "Grundskolenämnden"
    [town] = offers_of(eskilstuna_store, Names.MUNICIPALITIES)
    assert (town.text, town.also) == ("Eskilstuna kommun", ("ESK",))
    [audit] = offers_of(eskilstuna_store, Names.AUDITS)
    assert audit.text == "ESK-2022-1"
    series = [each.text for each in offers_of(eskilstuna_store, Names.DIARY_SERIES)]
    assert all(not each[-1:].isdecimal() or "/" not in each for each in series)
    assert any(each.startswith("KSKF/") for each in series)


def test_committees_of_an_unknown_municipality_are_those_of_all(eskilstuna_store: Store) -> None:
    whole = offers_of(eskilstuna_store, Names.COMMITTEES)
    assert offers_of(eskilstuna_store, Names.COMMITTEES, "eskilstuna KOMMUN") == whole
    assert offers_of(eskilstuna_store, Names.COMMITTEES, "Någon annanstans") == whole


def test_places_are_offered_folders_first(tmp_path: Path) -> None:
    for name in ("missiv.docx", ".gömd", "Möte.txt", "m\x1b[31m.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "brev.docx").write_text("")

    def offered(text: str, *, only_folders: bool = False) -> list[str]:
        found = complete_path(f"{tmp_path}/{text}", only_folders=only_folders)
        return [each.whole.removeprefix(f"{tmp_path}/") for each in found]

    assert offered("m") == ["mallar/", "missiv.docx", "Möte.txt"]
    assert offered("m", only_folders=True) == ["mallar/"]
    assert offered("mallar/") == ["mallar/brev.docx"]
    assert offered("") == ["mallar/", "missiv.docx", "Möte.txt"]
    assert offered("finns inte/x") == []
    assert complete_path("") == complete_path("utan mapp") == ()


def test_a_home_folder_stays_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "Granskningar").mkdir()
    assert [each.whole for each in complete_path("~/gr")] == ["~/Granskningar/"]
    assert typed_path(' "~/Granskningar" ') == tmp_path / "Granskningar"
    assert typed_path("  ") is None
