import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.people import letter_signatures, report_signatures
from revtrack.documents.tables.recommendation_table import recommendation_table
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, RecommendationKind, Relation, Signing
from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Committee
from tests.documents.conftest import AFTER_REPLIES, STAMP
from tests.documents.flatten import assert_golden, plain_spaces, word_lines

SCHOOLS = "grundskolenämnden, gymnasienämnden"
OTHERS = "socialnämnden, stadsbyggnadsnämnden samt vård- och omsorgsnämnden"
WORK_ON = (
    "Vi utgår från att rekommendationerna beaktas i styrelsens och nämndernas fortsatta arbete."
)
THROUGH = "Vi har låtit Lind & Ek AB, som är vårt sakkunniga biträde, genomföra granskningen"


def committee(case: AuditCase, abbreviation: str) -> Committee:
    return next(each for each in case.committees if each.abbreviation == abbreviation)


def letter(case: AuditCase, template: bytes, **more: Committee) -> str:
    made = cover_letter(case, template, today=AFTER_REPLIES, committee=more.get("to"))
    return plain_spaces("\n".join(word_lines(made)))


def numbers_in(lines: list[str]) -> list[str]:
    found = [re.match(r"Punkt: ([RF]\d+\.) ", line) for line in lines]
    return [match[1] for match in found if match]


def test_the_letter_of_the_real_case(eskilstuna: AuditCase, letter_template: bytes) -> None:
    made = cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES)
    assert_golden("missiv_eskilstuna.txt", made)


def test_the_letter_to_one_committee_holds_its_own_recommendations_only(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    to = committee(eskilstuna, "GSN")
    made = cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES, committee=to)
    assert_golden("missiv_eskilstuna_gsn.txt", made)


def test_recommendations_stand_in_three_numbered_groups(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    lines = letter(eskilstuna, letter_template).splitlines()
    assert [line for line in lines if line.startswith("Rubrik 3")] == [
        "Rubrik 3: 1. Till kommunstyrelsen",
        f"Rubrik 3: 2. Till {SCHOOLS}, kultur- och fritidsnämnden samt socialnämnden",
        f"Rubrik 3: 3. Till {SCHOOLS}, kultur- och fritidsnämnden, {OTHERS}",
    ]
    assert numbers_in(lines) == [f"R{number}." for number in range(1, 10)]


def test_the_letter_never_knows_an_extension(
    eskilstuna: AuditCase, awaiting: AuditCase, letter_template: bytes
) -> None:
    for case in (eskilstuna, awaiting):
        for text in (
            letter(case, letter_template),
            letter(case, letter_template, to=committee(case, "KFN")),
        ):
            assert "Svar önskas senast: 2023-03-20" in text
            assert "den 20 mars 2023" in text
            assert "24" not in text
            assert "förläng" not in text.lower()


def test_the_letter_carries_no_stamp(eskilstuna: AuditCase, letter_template: bytes) -> None:
    assert "ontrollnummer" not in letter(eskilstuna, letter_template)


def without_hand_over(case: AuditCase) -> AuditCase:
    """The case as it stood before the letter was issued."""
    return replace(
        case,
        audit=case.audit.model_copy(update={"handed_over_on": None}),
        recommendations=tuple(
            each.model_copy(update={"number_in_letter": None, "letter_text": None})
            for each in case.recommendations
        ),
        addressees=tuple(each.model_copy(update={"asked": None}) for each in case.addressees),
        reply_cases=(),
        responses=(),
        answers=(),
        extensions=(),
    )


def test_a_draft_says_so_first_and_numbers_as_the_hand_over_will(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    lines = letter(without_hand_over(eskilstuna), letter_template).splitlines()
    assert lines[0] == "Utkast: Utkast – arbetsmaterial"
    assert numbers_in(lines) == [f"R{number}." for number in range(1, 10)]


def test_a_draft_without_a_planned_letter_says_that_the_day_is_not_decided(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    draft = replace(without_hand_over(eskilstuna), letters=(), letter_recipients=())
    text = letter(draft, letter_template)
    assert "Svar önskas senast: dagen är ännu inte beslutad" in text
    assert "Vi begär inget yttrande" not in text


def without_days(case: AuditCase) -> AuditCase:
    return replace(
        case,
        letter_recipients=tuple(
            each.model_copy(update={"due_on": None}) for each in case.letter_recipients
        ),
        reply_cases=tuple(each.model_copy(update={"due_on": None}) for each in case.reply_cases),
    )


@pytest.mark.parametrize(
    ("planned", "sentence"),
    [
        (None, WORK_ON),
        ("2025", "Vi avser att följa upp rekommendationerna under 2025."),
        ("2025-Q2", "Vi avser att följa upp rekommendationerna under andra kvartalet 2025."),
        ("2025-06", "Vi avser att följa upp rekommendationerna i juni 2025."),
        ("inför 2026", "Vi avser att följa upp rekommendationerna inför 2026."),
    ],
)
def test_no_reply_asked_for(
    eskilstuna: AuditCase, letter_template: bytes, planned: str | None, sentence: str
) -> None:
    audit = eskilstuna.audit.model_copy(update={"follow_up_planned": planned})
    text = letter(without_days(replace(eskilstuna, audit=audit)), letter_template)
    assert "Rubrik 2: Fortsatt hantering" in text
    assert f"Vi begär inget yttrande över granskningen. {sentence}" in text
    assert "Yttrande\n" not in text
    assert "Svar önskas" not in text


def test_different_days_are_listed_by_committee(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    first, *others = eskilstuna.letter_recipients
    moved = first.model_copy(update={"due_on": date(2023, 4, 14)})
    text = letter(replace(eskilstuna, letter_recipients=(moved, *others)), letter_template)
    assert "Svar önskas senast: se avsnittet Yttrande" in text
    assert "Vi önskar ett yttrande från var och en av följande nämnder:" in text
    assert "Punkt: Kommunstyrelsen, senast den 14 april 2023" in text
    assert "Punkt: Socialnämnden, senast den 20 mars 2023" in text


def test_via_the_council(alvsunda: Mapping[str, AuditCase], letter_template: bytes) -> None:
    text = letter(alvsunda["ALV-2023-2"], letter_template)
    assert "Uppgift: Till: Kommunfullmäktige" in text
    assert (
        "Vi överlämnar granskningen till kommunfullmäktige och föreslår att fullmäktige inhämtar "
        "ett yttrande från kommunstyrelsen, samhällsbyggnadsnämnden och Älvsundabostäder AB."
    ) in text
    assert "Svar önskas senast" not in text


def test_a_follow_up_names_the_earlier_audits(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    followed = [alvsunda["ALV-2022-1"], alvsunda["ALV-2022-2"]]
    made = cover_letter(
        alvsunda["ALV-2024-3"], letter_template, today=AFTER_REPLIES, followed=followed
    )
    text = plain_spaces("\n".join(word_lines(made)))
    assert "Rubrik 1: Uppföljande granskning av upphandling och insatser enligt LSS" in text
    assert (
        "följa upp vad som har gjorts med anledning av de rekommendationer som vi lämnade 2022 i "
        "granskningen av inköp och upphandling samt i granskningen av kommunens insatser enligt LSS"
    ) in text


def test_questions_in_place_of_recommendations(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    text = letter(alvsunda["ALV-2025-3"], letter_template)
    assert "Rubrik 2: Frågor" in text
    assert "Vi ber barn- och utbildningsnämnden att besvara följande frågor:" in text
    assert (
        "Vi ber barn- och utbildningsnämnden samt socialnämnden att var för sig besvara följande "
        "fråga:"
    ) in text
    assert "Punkt: respektive nämnds svar på frågorna" in text
    assert "Punkt: F1. " in text
    assert "Punkt: F3. " in text
    assert "rekommendation" not in text.lower()


def test_a_single_question_is_spoken_of_in_the_singular(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    case = alvsunda["ALV-2025-3"]
    text = letter(case, letter_template, to=committee(case, "SN"))
    assert "Vi ber socialnämnden att besvara följande fråga:" in text
    assert "Punkt: nämndens svar på frågan\n" in text
    assert "Frågor har även lämnats till barn- och utbildningsnämnden." in text


def test_a_recipient_without_recommendations_is_told_who_has_some(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    case = alvsunda["ALV-2023-1"]
    text = letter(case, letter_template, to=committee(case, "KS"))
    assert (
        "Granskningen innehåller inga rekommendationer till kommunstyrelsen. Rekommendationer har "
        "lämnats till barn- och utbildningsnämnden, socialnämnden samt kultur- och fritidsnämnden."
    ) in text
    assert "ger inte anledning" not in text


def test_the_letter_to_all_says_to_whom_it_recommends_nothing(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    told = letter(alvsunda["ALV-2023-1"], letter_template)
    assert (
        "Granskningen ger inte anledning till några rekommendationer till kommunstyrelsen och "
        "samhällsbyggnadsnämnden."
    ) in told
    assert "ger inte anledning" not in letter(alvsunda["ALV-2024-2"], letter_template)


@pytest.mark.parametrize(
    ("reference", "to", "reason"),
    [
        ("ALV-2022-1", "KF", "not written to kommunfullmäktige"),
        ("ALV-2022-1", "BUN", "not written to barn- och utbildningsnämnden"),
        ("ALV-2023-2", "KS", "goes to the council"),
    ],
)
def test_a_copy_for_whom_the_letter_is_not_written_to_is_refused(
    alvsunda: Mapping[str, AuditCase],
    letter_template: bytes,
    reference: str,
    to: str,
    reason: str,
) -> None:
    case = alvsunda[reference]
    with pytest.raises(RevTrackError, match=reason):
        letter(case, letter_template, to=committee(case, to))


def test_several_kinds_of_recipients_are_each_called_by_their_own_word(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    text = letter(alvsunda["ALV-2025-1"], letter_template)
    assert "hur styrelsen, respektive nämnd och bolaget ställer sig till rekommendationen" in text
    assert "bör beslutas av styrelsen, respektive nämnd och bolagets styrelse och" in text
    assert "respektive nämnden" not in text


def test_the_attached_table_is_named_as_it_names_itself(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes, table_template: bytes
) -> None:
    case = alvsunda["ALV-2022-1"]
    for to in (None, committee(case, "KS")):
        made = cover_letter(case, letter_template, today=AFTER_REPLIES, committee=to)
        table = recommendation_table(
            case, table_template, today=AFTER_REPLIES, stamp=STAMP, committee=to
        )
        title = next(line for line in word_lines(table) if line.startswith("Rubrik 1: "))
        assert f"Nummer: {title.removeprefix('Rubrik 1: ')}" in word_lines(made)


def test_no_line_ends_within_a_day(eskilstuna: AuditCase, letter_template: bytes) -> None:
    made = cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES)
    assert "den 20\u00a0mars\u00a02023" in "\n".join(word_lines(made))


def test_a_letter_without_a_report_speaks_of_itself_as_a_letter(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    text = letter(alvsunda["ALV-2023-3"], letter_template)
    assert "Vi lämnar denna skrivelse till kommunstyrelsen." in text
    assert "yttrar sig över skrivelsen senast den 29 februari 2024" in text
    assert "granskningen" not in text
    assert "bifogade rapporten" not in text


def test_one_recommendation_is_spoken_of_in_the_singular(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    first = next(each for each in eskilstuna.recommendations if each.number_in_letter == "R1")
    to = committee(eskilstuna, "KS")
    text = letter(replace(eskilstuna, recommendations=(first,)), letter_template, to=to)
    assert "Vi lämnar följande rekommendation till kommunstyrelsen:" in text
    assert "Yttrandet bör ange:" in text
    assert "hur styrelsen ställer sig till rekommendationen" in text
    assert "även lämnats" not in text


def test_no_recommendations(eskilstuna: AuditCase, letter_template: bytes) -> None:
    text = letter(replace(eskilstuna, recommendations=(), addressees=()), letter_template)
    assert "Granskningen ger inte anledning till några rekommendationer." in text
    assert "Rekommendationer per mottagare" not in text


@pytest.mark.parametrize(
    ("title", "firm", "sentence"),
    [
        ("Granskning av lokaler", None, "Vi har granskat lokaler."),
        (
            "Förstudie om lokaler",
            "Lind & Ek AB",
            f"{THROUGH.removesuffix('granskningen')}en förstudie om lokaler.",
        ),
        (
            "Grundläggande granskning av lokaler",
            None,
            "Vi har genomfört en grundläggande granskning av lokaler.",
        ),
        ("Intern kontroll", None, "Vi har genomfört granskningen ”Intern kontroll”."),
        (
            "Granskning av lokaler",
            "Revisionskontoret",
            "Vi har genom revisionskontoret granskat lokaler.",
        ),
        (
            "Intern kontroll",
            "Lind & Ek AB",
            f"{THROUGH} ”Intern kontroll”.",
        ),
    ],
)
def test_who_did_what(
    eskilstuna: AuditCase, letter_template: bytes, title: str, firm: str | None, sentence: str
) -> None:
    audit = eskilstuna.audit.model_copy(update={"title": title, "firm": firm})
    assert sentence in letter(replace(eskilstuna, audit=audit), letter_template)


def test_a_company_decides_through_its_board(eskilstuna: AuditCase, letter_template: bytes) -> None:
    board = committee(eskilstuna, "KS")
    company = board.model_copy(update={"name": "Energi AB", "kind": CommitteeKind.COMPANY})
    case = replace(
        eskilstuna,
        committees=tuple(company if each == board else each for each in eskilstuna.committees),
    )
    text = letter(case, letter_template, to=company)
    assert "Till: Energi AB" in text
    assert "hur bolaget ställer sig till rekommendationen" in text
    assert "Yttrandet bör beslutas av bolagets styrelse" in text


def test_whole_sentences_are_printed_as_they_stand(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    audit = eskilstuna.audit.model_copy(update={"purpose": "Syftet är att pröva. Två delar ingår."})
    text = letter(replace(eskilstuna, audit=audit), letter_template)
    assert "Syftet är att pröva. Två delar ingår." in text
    assert "Granskningens syfte är att" not in text


def test_there_is_a_line_to_write_a_name_on_where_none_is_known(
    eskilstuna: AuditCase, alvsunda: Mapping[str, AuditCase]
) -> None:
    unnamed = letter_signatures(eskilstuna, date(2022, 12, 1)).signatories
    assert unnamed == (("Ordförande \t",), ("Vice ordförande \t",))
    named = letter_signatures(alvsunda["ALV-2025-3"], date(2025, 12, 4)).signatories
    assert named[0] == ("Margareta Sjöhed", "Ordförande")
    assert report_signatures(eskilstuna, date(2023, 3, 1), None).signatories == unnamed


def test_signatures_by_the_local_order_with_the_names_of_the_day(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    case = alvsunda["ALV-2022-1"]
    both = letter(case, letter_template)
    assert "Underskrift: Gunnar Älvkvist\nUnderskriftsrad: Ordförande" in both
    assert "Underskrift: Solveig Granmo\nUnderskriftsrad: Vice ordförande" in both

    def signed(by: Signing) -> str:
        municipality = case.municipality.model_copy(update={"signing": by})
        return letter(replace(case, municipality=municipality), letter_template)

    assert "Solveig Granmo" not in signed(Signing.CHAIR)
    firm = signed(Signing.FIRM)
    assert "På revisorernas uppdrag\nUnderskriftsrad: Granskningsbyrån Lind & Ek AB" in firm
    assert "Underskrift: Per Lindekrans, certifierad kommunal revisor" in firm
    assert "Ordförande" not in firm


def test_the_letters_own_list_of_what_to_answer_replaces_the_usual_one(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    own = eskilstuna.letters[0].model_copy(
        update={"asks": "åtgärder\ntidplan", "attachments": "Svarsformulär"}
    )
    text = letter(replace(eskilstuna, letters=(own, *eskilstuna.letters[1:])), letter_template)
    assert "Yttrandet bör ange:\nPunkt: åtgärder\nPunkt: tidplan\nText: Yttrandet bör" in text
    assert "Det bifogade svarsformuläret kan användas." in text
    assert "Nummer: Svarsformulär" in text


def test_improvements_are_numbered_as_recommendations_and_omitted_ones_left_out(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    draft = without_hand_over(eskilstuna)
    first, *others = draft.recommendations
    changed = first.model_copy(update={"kind": RecommendationKind.IMPROVEMENT})
    text = letter(replace(draft, recommendations=(changed, *others)), letter_template)
    assert "Punkt: R1. " in text
    omitted = next(each for each in others if each.relation is Relation.OMITTED)
    assert omitted.report_text
    assert omitted.report_text not in text
