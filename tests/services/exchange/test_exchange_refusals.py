"""What cannot be read in is named with its place, and nothing is changed."""

import json

import pytest

from revtrack.services.exchange.case_files import MAX_SHOWN, CaseFileError
from revtrack.services.exchange.exporting import export_case_file
from revtrack.services.exchange.importing import OnConflict, import_case_file
from revtrack.storage.store import Store
from revtrack.wording import word
from tests.conftest import sample
from tests.services.exchange.case_file_parts import (
    MUNICIPALITY,
    NEW_UID,
    OTHER_UID,
    PLACE,
    Content,
    about_audit,
    case_file,
    read_in,
    refused,
)

REFUSED = "fil.json lästes inte in och inget har ändrats."

BAD: list[tuple[Content, list[str]]] = [
    (
        about_audit(recommendations=[{"ordinal": 4, "addressees": [{"committee": "byggnämnden"}]}]),
        [
            (
                f"{PLACE}, rekommendation 1, rekommendation till nämnd 1, Nämnd: "
                "”byggnämnden” finns varken i filen eller i registret."
            )
        ],
    ),
    (
        about_audit(report_on="2022-02-30"),
        [f"{PLACE}, Rapportens datum: 2022-02-30 är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD."],
    ),
    (
        about_audit(recommendations=[{"ordinal": 4, "priority": "urgent"}]),
        [
            (
                f"{PLACE}, rekommendation 1, Prioritet: ”urgent” är ingen känd kod; "
                "välj bland high, medium, low."
            )
        ],
    ),
    (
        about_audit(recommendations=[{"ordinal": 4, "verdicts": []}]),
        [
            (
                f"{PLACE}, rekommendation 1, verdicts: det finns inget fält med det namnet här; "
                "det hör hemma i granskning."
            )
        ],
    ),
    (
        about_audit(reporton="2022-11-28"),
        [f"{PLACE}, reporton: det finns inget fält med det namnet; menade du report_on?"],
    ),
    (
        case_file({"name": "Eskilstuna kommun", "audits": [{"reference": "ESK-2023-1"}]}),
        [
            "Granskning 1 (ESK-2023-1), Titel: uppgift saknas, men fältet måste fyllas i.",
            "Granskning 1 (ESK-2023-1), Granskningsår: uppgift saknas, men fältet måste fyllas i.",
        ],
    ),
    (
        about_audit(council_decisions=[{"uid": MUNICIPALITY, "body": "x", "kind": "mandate"}] * 2),
        [
            (
                f"{PLACE}, beslut i fullmäktige eller styrelsen 2, Identitet: "
                f"identiteten {MUNICIPALITY} finns redan i filen "
                f"({PLACE}, beslut i fullmäktige eller styrelsen 1)."
            )
        ],
    ),
    (
        case_file(
            {
                "name": "Eskilstuna kommun",
                "audits": [
                    {"uid": NEW_UID, "reference": "esk-2022-1", "title": "X", "audit_year": 2022}
                ],
            }
        ),
        [
            (
                "Granskning 1 (esk-2022-1), Beteckning: en annan post har redan samma uppgifter "
                "(Beteckning: esk-2022-1)."
            )
        ],
    ),
    (
        about_audit(questions=[{"uid": OTHER_UID, "number": 8, "text": "Vad gäller?"}]),
        [
            (
                f"{PLACE}, revisionsfråga 1, Nummer: en annan post har redan samma uppgifter "
                "(Nummer: 8)."
            )
        ],
    ),
    (
        about_audit(actions=[{"text": "Plan tas fram", "addressees": [MUNICIPALITY]}]),
        [
            (
                f"{PLACE}, åtgärd 1, rekommendation till nämnd 1: "
                f"”{MUNICIPALITY}” finns varken i filen eller i registret."
            )
        ],
    ),
    (
        about_audit(followed=["ESK-2019-7"]),
        [f"{PLACE}, tidigare granskning 1: ”ESK-2019-7” finns varken i filen eller i registret."],
    ),
]


@pytest.mark.parametrize(("content", "sentences"), BAD, ids=range(len(BAD)))
def test_bad_input_is_named_with_its_place(
    content: Content, sentences: list[str], eskilstuna_store: Store
) -> None:
    told = refused(eskilstuna_store, content, on_conflict=OnConflict.UPDATE)
    assert told == [REFUSED, *sentences]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b'{\n "format": "revtrack-case-file",,\n}',
            (
                "fil.json är inte fullständig JSON: något är fel på rad 2, kolumn 33. "
                "Inget har ändrats."
            ),
        ),
        (
            (
                b'{"format": "revtrack-case-file", "format_version": 1, "saved_views": '
                b'[{"name": "\\udfff", "screen": "x", "filter_text": "y"}]}'
            ),
            (
                "fil.json är inte fullständig JSON: något är fel på rad 1, kolumn 86. "
                "Inget har ändrats."
            ),
        ),
        (
            '{"format": "ärende"}'.encode("latin-1"),
            "fil.json är inte text i UTF-8 (byte 13). Spara den som UTF-8 och försök igen.",
        ),
        (
            b'{"format": "annat"}',
            "fil.json är ingen ärendefil: den börjar inte med ”format”: ”revtrack-case-file”.",
        ),
        (
            b'{"format": "revtrack-case-file", "format_version": 2}',
            (
                "fil.json har skapats av en nyare version av RevTrack (format 2). "
                "Installera den versionen för att läsa in filen."
            ),
        ),
        (
            b'{"format": "revtrack-case-file"}',
            (
                "fil.json anger ingen formatversion som RevTrack känner till; "
                "skriv ”format_version”: 1."
            ),
        ),
        (
            b'{"format": "revtrack-case-file", "format": 2}',
            "fil.json anger fältet format två gånger i samma post. Inget har ändrats.",
        ),
        (
            b"[" * 100_000,
            (
                "fil.json innehåller listor i för många nivåer, eller ett för långt tal, "
                "för att vara en ärendefil."
            ),
        ),
        (
            b'{"ordinal": 10000000000000000000}',
            (
                "fil.json innehåller listor i för många nivåer, eller ett för långt tal, "
                "för att vara en ärendefil."
            ),
        ),
        (
            b" " * 50_000_001,
            "fil.json är större än 50 MB och har inte lästs in. Dela upp den i flera filer.",
        ),
    ],
    ids=[
        *("damaged", "half a character", "not UTF-8", "another format", "newer"),
        *("no version", "twice", "deep", "long", "large"),
    ],
)
def test_what_is_no_case_file_is_told_in_one_sentence(
    data: bytes, told: str, eskilstuna_store: Store
) -> None:
    assert refused(eskilstuna_store, data) == [told]


def test_a_byte_order_mark_before_the_file_is_no_fault(empty_store: Store) -> None:
    report = read_in(empty_store, b"\xef\xbb\xbf" + sample("eskilstuna_2022.json"))
    assert report.total.new == 191


def test_many_faults_are_all_kept_and_the_first_of_them_shown(eskilstuna_store: Store) -> None:
    letters = [{"kind": "poem"}] * (MAX_SHOWN + 5)
    content = json.dumps(about_audit(letters=letters)).encode()
    with pytest.raises(CaseFileError) as caught:
        import_case_file(eskilstuna_store, content, source="fil.json")
    assert len(caught.value.faults) == MAX_SHOWN + 5
    assert caught.value.faults[1].place[-3:] == ("letters", 1, "kind")
    assert word(caught.value).splitlines()[-1] == "… och 5 fel till."


def test_a_committee_of_another_municipality_is_refused(demo_store: Store) -> None:
    towns = json.loads(export_case_file(demo_store))["municipalities"]
    foreign = towns[1]["committees"][0]["uid"]
    change = about_audit(committees=[{"committee": foreign, "role": "recipient"}])
    assert refused(demo_store, change)[1:] == [
        (
            f"{PLACE}, berörd nämnd 1, Nämnd: "
            f"”{foreign}” tillhör en annan granskning eller en annan huvudman."
        )
    ]


def test_a_record_cannot_be_moved_to_another_audit(demo_store: Store) -> None:
    town = json.loads(export_case_file(demo_store))["municipalities"][1]
    question = town["audits"][0]["questions"][0]["uid"]
    change = about_audit(questions=[{"uid": question}])
    assert refused(demo_store, change, on_conflict=OnConflict.UPDATE)[1:] == [
        (
            f"{PLACE}, revisionsfråga 1, Identitet: identiteten {question} tillhör en post "
            "på en annan plats i registret."
        )
    ]


def test_a_failure_half_way_leaves_nothing(eskilstuna_store: Store) -> None:
    """Two questions that change places meet for a moment: the database itself refuses."""
    change = about_audit(
        title="Ny titel",
        overall=[{"aspect": "finances", "grade": "yes", "phrase": "ja"}],
    )
    questions = json.loads(export_case_file(eskilstuna_store))["municipalities"][0]["audits"][0]
    first, second = (question["uid"] for question in questions["questions"][:2])
    change["municipalities"][0]["audits"][0]["questions"] = [
        {"uid": first, "number": 2},
        {"uid": second, "number": 1},
    ]
    (told,) = refused(eskilstuna_store, change, on_conflict=OnConflict.UPDATE)
    assert told.startswith("fil.json lästes inte in: ändringarna skulle för ett ögonblick ge två")


def test_a_conflict_names_both_codes_by_their_labels(eskilstuna_store: Store) -> None:
    content = case_file({"name": "Eskilstuna kommun", "counted_day": "decided"})
    [_head, told] = refused(eskilstuna_store, content, on_conflict=OnConflict.STOP)
    assert told.endswith("registret har ”ankomstdag”, filen ”beslutsdag”.")
