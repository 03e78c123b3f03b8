import pytest

from revtrack.domain.case import AuditCase
from revtrack.domain.proposals.committees.bodies import bodies_of, display_name
from tests.domain.proposals.written import written


def named(text: str) -> list[str]:
    return [display_name(each) for each in bodies_of(written(text)).found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kommunstyrelsens och socialnämndens ansvar", ["Kommunstyrelsen", "Socialnämnden"]),
        ("Kultur- och fritidsnämnden svarar", ["Kultur- och fritidsnämnden"]),
        ("kultur-, idrotts- och fritidsnämnden", ["Kultur-, idrotts- och fritidsnämnden"]),
        ("Nämnden för arbete och välfärd har", ["Nämnden för arbete och välfärd"]),
        ("tekniska nämnden, samtliga nämnder", ["Tekniska nämnden"]),
        ("Västra Ekby stadsdelsnämnd, berörda nämnder", []),
        ("Berga-Lunds stadsdelsnämnd beslutade", ["Berga-Lunds stadsdelsnämnd"]),
        ("grundskole- och gymnasienämnderna", ["Grundskolenämnden", "Gymnasienämnden"]),
        ("Socialstyrelsen, länsstyrelsen och facknämnderna", []),
        ("Beslutet fattas av februarinämnden", []),
        ("Ekby Bostäder AB redovisar", ["Ekby Bostäder AB"]),
        ("Till Fastighets AB Norrbygden och nämnden", ["Fastighets AB Norrbygden"]),
        ("Ekby Fastighets AB Styrelsen", ["Ekby Fastighets AB"]),
        ("Nämnderna, nämnden, styrelsen och bolaget", []),
        (
            "Omsorgsnämnden Norr och omsorgsnämnden Söders",
            ["Omsorgsnämnden Norr", "Omsorgsnämnden Söder"],
        ),
        (
            "Överförmyndarnämnden Östra; nämnden; överförmyndarnämnden",
            ["Överförmyndarnämnden Östra"],
        ),
        ("Plan- och byggutskottet, arbetsutskottet", ["Plan- och byggutskottet"]),
        ("Styrelserna i Ekby Energi AB och Ekbyhus AB", ["Ekby Energi AB", "Ekbyhus AB"]),
        ("Räddningsförbundets direktion; direktionen", ["Räddningsförbundet", "Direktionen"]),
        ("Sjukhusets direktion; direktionen", []),
    ],
)
def test_names_in_running_text(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_name_that_is_two_where_both_stand_by_themselves() -> None:
    text = "Grundskole- och gymnasienämndens plan. Grundskolenämnden. Gymnasienämnden."
    assert named(text) == ["Grundskolenämnden", "Gymnasienämnden"]


def test_abbreviations_are_those_that_the_paper_gives() -> None:
    text = "Bildningsnämnden (BIN) och KS. Kommunstyrelsen. KS bör. MTU (miljöutskottet)"
    found = bodies_of(written(text))
    assert [(each.name, each.abbreviation) for each in found.found] == [
        ("bildningsnämnden", "BIN"),
        ("kommunstyrelsen", "KS"),
        ("miljöutskottet", "MTU"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KS: Anta en policy\nMBN: Mät tiderna", ["Kommunstyrelsen", "MBN"]),
        ("Anta en policy (KS)\nMät tiderna (SN, TN)", ["Kommunstyrelsen", "SN", "TN"]),
        ("Till: BUN\nTill: KS", ["BUN", "Kommunstyrelsen"]),
        (
            "Barn- och ungdomsnämnden\nTill: BUN, KS",
            ["Barn- och ungdomsnämnden", "Kommunstyrelsen"],
        ),
        ("Anta en policy (KS)", []),
        ("Vi talade med TN och SN. Dnr KS 2024/1.", []),
        ("Till: ABC\nTill: XYZ", []),
    ],
)
def test_abbreviations_that_are_told_nowhere(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_letters_that_a_scanner_lost() -> None:
    assert named("Miljönämnden antog. Miljonämnden svarade.") == ["Miljönämnden"]


def test_the_registers_committees_keep_their_names(eskilstuna: AuditCase) -> None:
    text = "SOCN och vård- och omsorgsnämnden samt Ekby nämnd"
    found = bodies_of(written(text), eskilstuna.committees).found
    assert [each.id for each in found] == [
        each.id
        for each in eskilstuna.committees
        if each.name in {"socialnämnden", "vård- och omsorgsnämnden"}
    ]


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("Ks kommunstyrelsen, Sn socialnämnden", {"Ks", "Sn"}),
        ("Kod: Sn socialnämnden; Mn miljönämnden", {"Sn", "Mn"}),
        ("Men miljönämnden har ingen plan. Sen socialnämnden byttes saknas den.", set()),
    ],
)
def test_words_that_begin_sentences_are_no_abbreviations(text: str, shorts: set[str]) -> None:
    found = {each.abbreviation for each in bodies_of(written(text)).found}
    assert found - {None} == shorts
