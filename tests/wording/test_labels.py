"""Every code, field and kind of record has its name in both languages."""

import unicodedata
from enum import StrEnum

import pytest

from revtrack.domain import codes, records
from revtrack.domain.codes import Grade, Position, ReplyState, Severity, Standing, VerdictStep
from revtrack.wording import use_language
from revtrack.wording.fields import RECORDS
from revtrack.wording.labels import (
    absent_label,
    field_label,
    label,
    record_label,
    swedish_absent_label,
    swedish_label,
    symbol,
)
from revtrack.wording.places import LISTS, record_name
from revtrack.wording.vocabularies import ABSENT, LABELS, SYMBOLS, vocabulary

VOCABULARIES = [
    each
    for each in vars(codes).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
]
RECORD_CLASSES = [
    each
    for name, each in vars(records).items()
    if name.startswith("New") and issubclass(each, records.Record)
]

# The table of the design: what auditors read for each code.
DESIGN = {
    codes.Grade: "Ja, I huvudsak, Delvis, I begränsad utsträckning, Nej, Går inte att bedöma, "
    "Frågan besvaras inte i rapporten",
    codes.ResponseKind: "Förslag till yttrande, Beslut, Delegationsbeslut, Svar utan nämndbeslut, "
    "Gemensamt svar, Komplettering",
    codes.Review: "Ej bedömt, Tillräckligt, Komplettering begärd, Otillräckligt",
    codes.ReplyState: "Svar ej begärt, Svar inväntas, Förslag till svar finns, Återremitterat, "
    "Beslutat men ej inkommet, Inkommet men ej bedömt, Komplettering begärd, Tillräckligt, "
    "Otillräckligt, Svar uteblev",
    codes.Position: "Instämmer, Instämmer delvis, Instämmer inte, "
    "Anser rekommendationen redan tillgodosedd, Noterar utan ställningstagande, Oklart, "
    "Besvaras inte",
    codes.Progress: "Ej påbörjad, Planerad, Pågår, Genomförd enligt nämnden, "
    "Kommer inte att genomföras",
    codes.VerdictStep: "Genomförd, I huvudsak genomförd, Delvis genomförd, Ej genomförd, "
    "Inte längre aktuell, Går inte att bedöma",
    codes.Basis: "Nämndens uppgift, Intervju och dokument, Stickprov",
    codes.Standing: "Avslutad, Kvarstår efter uppföljning, Utkast, Ej med i missivet, "
    "Inväntar svar, Svar ej genomgånget, Besvaras inte, Genomförd enligt nämnden, Åtgärd pågår, "
    "Ingen åtgärd utlovad",
    codes.Outcome: "Genomförd, Ej genomförd, Inte längre aktuell, "
    "Sammanförd med annan rekommendation",
    codes.Relation: "Lika, Redaktionell skillnad, Ändrad innebörd, Utelämnad, Tillagd",
    codes.Role: "Granskad, Mottagare, För kännedom",
    codes.AuditKind: "Fördjupad granskning, Grundläggande granskning, Förstudie, "
    "Uppföljande granskning, Granskning av delårsrapport, Granskning av årsredovisning, Skrivelse",
    codes.Priority: "Hög, Medel, Låg",
    codes.Strength: "Ska, Bör, Rekommenderas",
    codes.Severity: "Fel, Varning, Upplysning",
}


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_every_code_has_a_label_in_both_languages(kind: type[StrEnum]) -> None:
    assert list(LABELS[kind]) == [code.value for code in kind]
    english = list(LABELS[kind].values())
    swedish = [label(code) for code in kind]
    use_language("en")
    assert [label(code) for code in kind] == english
    assert [swedish_label(code) for code in kind] == swedish
    assert len(set(swedish)) == len(set(english)) == len(kind)


@pytest.mark.parametrize(("kind", "labels"), DESIGN.items())
def test_swedish_labels_are_those_of_the_design(kind: type[StrEnum], labels: str) -> None:
    assert ", ".join(label(code) for code in kind) == labels


def test_the_aspects_carry_the_words_of_the_law() -> None:
    assert [label(aspect) for aspect in codes.Aspect] == [
        "Ändamålsenlighet",
        "Ekonomiskt tillfredsställande",
        "Rättvisande räkenskaper",
        "Intern kontroll",
    ]


def test_an_office_may_use_its_own_word() -> None:
    own = {("grade", "mostly"): "Till övervägande del", ("verdict", "full"): "Åtgärdad"}
    assert label(Grade.MOSTLY, own) == "Till övervägande del"
    assert swedish_label(VerdictStep.FULL, own) == "Åtgärdad"
    assert label(Grade.YES, own) == "Ja"


def test_a_code_not_yet_chosen_is_said_in_words() -> None:
    assert absent_label("position") == "Ej genomgånget"
    assert absent_label("verdict") == "Ej uppföljd"
    assert absent_label("priority") == "Uppgift saknas"
    use_language("en")
    assert absent_label("verdict") == "Not followed up"
    assert swedish_absent_label("verdict") == "Ej uppföljd"
    assert set(ABSENT) <= {vocabulary(kind) for kind in VOCABULARIES}


@pytest.mark.parametrize("kind", SYMBOLS)
def test_each_state_has_a_symbol_of_its_own_and_of_single_width(kind: type[StrEnum]) -> None:
    symbols = [symbol(code) for code in kind]
    assert len(set(symbols)) == len(kind)
    assert all(len(mark) == 1 for mark in symbols)
    assert not any(unicodedata.east_asian_width(mark) in "WF" for mark in symbols)


def test_the_states_that_are_shown_in_colour_have_symbols() -> None:
    assert {Grade, Standing, ReplyState, VerdictStep, Severity, Position} <= set(SYMBOLS)
    assert symbol(codes.Role.REVIEWED) == "·"


@pytest.mark.parametrize("made", RECORD_CLASSES)
def test_every_field_of_every_record_has_a_label(made: type[records.Record]) -> None:
    record = record_name(made.__name__)
    assert record in RECORDS
    for language in ("sv", "en"):
        use_language(language)
        assert record_label(record) != record or language == "en"
        assert all(field_label(record, field) != field for field in made.model_fields)


def test_a_record_does_not_name_two_fields_alike() -> None:
    for made in RECORD_CLASSES:
        labels = [field_label(record_name(made.__name__), field) for field in made.model_fields]
        assert len(labels) == len(set(labels)), made


def test_fields_and_records_are_named_as_auditors_name_them() -> None:
    assert field_label("audit", "title") == "Titel"
    assert field_label("addressee", "committee") == "Nämnd"
    assert field_label("recommendation_wording", "text") == "Ordalydelse"
    assert field_label("audit", "no_such_field") == "no_such_field"
    assert [record_label("audit"), record_label("audit", 2)] == ["granskning", "granskningar"]
    assert record_label("reply_case", 7) == "svarsärenden"


def test_every_list_of_a_case_file_holds_a_known_kind_of_record() -> None:
    assert set(LISTS.values()) <= set(RECORDS)
