"""The sentences of letter, table and report as they vary with the facts, held word by word."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from revtrack.documents import phrases
from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.tables.recommendation_table import recommendation_table
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    AuditKind,
    CommitteeKind,
    Grade,
    MunicipalityKind,
    RecommendationKind,
    Signing,
    VerdictStep,
)
from revtrack.domain.records import Committee
from tests.documents.conftest import AFTER_REPLIES, STAMP
from tests.documents.flatten import plain_spaces, word_lines

Change = Callable[[AuditCase], AuditCase]
AREA = "kommunens digitaliseringsarbete"
ADDRESS = "revisorerna i Eskilstuna kommun"


def audit(**changed: object) -> Change:
    """A change of the audit's own facts."""
    return lambda case: replace(case, audit=case.audit.model_copy(update=changed))


def town(**changed: object) -> Change:
    """A change of the municipality's facts."""
    return lambda case: replace(case, municipality=case.municipality.model_copy(update=changed))


def letter_with(**changed: object) -> Change:
    """A change of the letter's own facts."""
    return lambda case: replace(
        case,
        letters=tuple(
            each.model_copy(update=changed) if each == case.cover_letter else each
            for each in case.letters
        ),
    )


def bodies(**renamed: tuple[str, CommitteeKind]) -> Change:
    """Committees by abbreviation with another name and kind."""

    def changed(each: Committee) -> Committee:
        new = renamed.get(each.abbreviation or "")
        return each.model_copy(update={"name": new[0], "kind": new[1]}) if new else each

    return lambda case: replace(case, committees=tuple(map(changed, case.committees)))


def only(*abbreviations: str) -> Change:
    """The letter to these committees alone, with what they are asked."""

    def kept(case: AuditCase) -> AuditCase:
        ids = {each.id for each in case.committees if each.abbreviation in abbreviations}
        addressees = tuple(each for each in case.addressees if each.committee_id in ids)
        used = {each.recommendation_id for each in addressees if each.asked}
        return replace(
            case,
            recommendations=tuple(each for each in case.recommendations if each.id in used),
            addressees=addressees,
            reply_cases=tuple(each for each in case.reply_cases if each.committee_id in ids),
            letter_recipients=tuple(
                each for each in case.letter_recipients if each.committee_id in ids
            ),
        )

    return kept


def first(count: int) -> Change:
    """Only the first recommendations, by their numbers."""
    numbers = {f"R{each + 1}" for each in range(count)}
    return lambda case: replace(
        case,
        recommendations=tuple(
            each for each in case.recommendations if each.number_in_letter in numbers
        ),
    )


def without_reply(case: AuditCase) -> AuditCase:
    """No reply is asked for."""
    return replace(
        case,
        letter_recipients=tuple(
            each.model_copy(update={"due_on": None}) for each in case.letter_recipients
        ),
        reply_cases=tuple(each.model_copy(update={"due_on": None}) for each in case.reply_cases),
    )


def as_questions(case: AuditCase) -> AuditCase:
    """Questions in the place of the recommendations."""
    return replace(
        case,
        recommendations=tuple(
            each.model_copy(
                update={
                    "kind": RecommendationKind.QUESTION,
                    "number_in_letter": (each.number_in_letter or "").replace("R", "F") or None,
                }
            )
            for each in case.recommendations
        ),
    )


def made_of(case: AuditCase, *changes: Change) -> AuditCase:
    for change in changes:
        case = change(case)
    return case


LETTERS: dict[str, tuple[tuple[Change, ...], tuple[str, ...]]] = {
    "one committee": (
        (only("KS"),),
        (
            "Uppgift: Till: Kommunstyrelsen\n",
            "Vi lämnar följande rekommendationer till kommunstyrelsen:",
            "Vi önskar att kommunstyrelsen yttrar sig över granskningen senast den 20 mars 2023.",
            "För varje rekommendation bör yttrandet ange:",
            "Punkt: hur styrelsen ställer sig till rekommendationen",
            "Yttrandet bör beslutas av styrelsen och skickas som protokollsutdrag till",
        ),
    ),
    "one recommendation": (
        (only("KS"), first(1)),
        (
            "Vi lämnar följande rekommendation till kommunstyrelsen:",
            "Yttrandet bör ange:",
        ),
    ),
    "two committees": (
        (only("GSN", "GN"),),
        (
            "Uppgift: Till: Grundskolenämnden och gymnasienämnden\n",
            (
                "Vi önskar att grundskolenämnden och gymnasienämnden var för sig yttrar sig över "
                "granskningen senast den 20 mars 2023."
            ),
            "Punkt: hur respektive nämnd ställer sig till rekommendationen",
            "Yttrandet bör beslutas av respektive nämnd och skickas",
        ),
    ),
    "a name with och": (
        (only("SOCN", "KFN"),),
        ("kultur- och fritidsnämnden samt socialnämnden var för sig yttrar sig",),
    ),
    "no reply, one": (
        (only("GSN"), without_reply),
        (
            (
                "Rubrik 2: Fortsatt hantering\nText: Vi begär inget yttrande över granskningen. Vi "
                "utgår från att rekommendationerna beaktas i nämndens fortsatta arbete."
            ),
        ),
    ),
    "no reply, two": (
        (only("GSN", "GN"), without_reply),
        ("rekommendationerna beaktas i nämndernas fortsatta arbete.",),
    ),
    "no reply, a time": (
        (only("GSN"), without_reply, audit(follow_up_planned="2024-Q3")),
        ("Vi avser att följa upp rekommendationerna under tredje kvartalet 2024.",),
    ),
    "to the council": (
        (only("GSN", "GN"), letter_with(via_council=True)),
        (
            "Uppgift: Till: Kommunfullmäktige\n",
            (
                "Rubrik 2: Yttrande\nText: Vi överlämnar granskningen till kommunfullmäktige och "
                "föreslår att fullmäktige inhämtar ett yttrande från grundskolenämnden och "
                "gymnasienämnden.\n"
            ),
        ),
    ),
    "a region's council": (
        (
            only("GSN"),
            letter_with(via_council=True),
            town(name="Region Mälaren", kind=MunicipalityKind.REGION),
            lambda case: replace(
                case,
                committees=tuple(e for e in case.committees if e.kind is not CommitteeKind.COUNCIL),
            ),
        ),
        (
            (
                "Vi överlämnar granskningen till regionfullmäktige och föreslår att fullmäktige "
                "inhämtar ett yttrande från grundskolenämnden."
            ),
            "För revisorerna i Region Mälaren",
        ),
    ),
    "a federation": (
        (only("GSN"), bodies(GSN=("Räddningsförbundet Mälaren", CommitteeKind.FEDERATION))),
        (
            "Uppgift: Till: Räddningsförbundet Mälaren\n",
            "Punkt: hur förbundet ställer sig till rekommendationen",
            "Yttrandet bör beslutas av förbundets styrelse och skickas",
        ),
    ),
    "two companies": (
        (
            only("GSN", "GN"),
            bodies(
                GSN=("Energi AB", CommitteeKind.COMPANY), GN=("Bostads AB", CommitteeKind.COMPANY)
            ),
        ),
        (
            "Vi önskar att Energi AB och Bostads AB var för sig yttrar sig",
            "Punkt: hur respektive bolag ställer sig till rekommendationen",
            "Yttrandet bör beslutas av respektive bolags styrelse och skickas",
        ),
    ),
    "one question": (
        (only("KS"), first(1), as_questions),
        (
            "Rubrik 2: Frågor",
            "Vi ber kommunstyrelsen att besvara följande fråga:",
            "Punkt: styrelsens svar på frågan\n",
        ),
    ),
    "questions to two": (
        (only("GSN", "GN"), as_questions),
        (
            "Vi ber respektive nämnd att besvara följande frågor:",
            "Punkt: respektive nämnds svar på frågorna\n",
        ),
    ),
    "without a firm": (
        (audit(firm=None),),
        (
            f"Vi har granskat {AREA}.",
            (
                "Granskningen redovisas i sin helhet i den bifogade rapporten, daterad den 28 "
                "november 2022."
            ),
        ),
    ),
    "own office": (
        (audit(firm="Revisionskontoret"),),
        (
            f"Vi har genom revisionskontoret granskat {AREA}.",
            "i den bifogade rapporten från revisionskontoret, daterad",
        ),
    ),
    "own office with a name": (
        (audit(firm="Eskilstuna kommuns revisionskontor"),),
        (f"Vi har genom Eskilstuna kommuns revisionskontor granskat {AREA}.",),
    ),
    "a follow-up": (
        (audit(kind=AuditKind.FOLLOW_UP, firm="Lind & Ek AB"),),
        (
            f"Rubrik 1: Uppföljande granskning av {AREA}",
            (
                "Vi har låtit Lind & Ek AB följa upp vad som har gjorts med anledning av de "
                "rekommendationer som vi lämnade"
            ),
        ),
    ),
    "a follow-up of our own": (
        (audit(kind=AuditKind.FOLLOW_UP, firm=None),),
        ("Vi har följt upp vad som har gjorts med anledning av de rekommendationer som vi",),
    ),
    "another title": (
        (audit(title="Styrning av inköp", firm="Lind & Ek AB"),),
        (
            (
                "Vi har låtit Lind & Ek AB, som är vårt sakkunniga biträde, genomföra granskningen "
                "”Styrning av inköp”."
            ),
        ),
    ),
    "a plan": ((audit(plan_year=2022),), ("Granskningen ingår i 2022 års revisionsplan.",)),
    "a purpose as a clause": (
        (audit(purpose="bedöma om styrningen är ändamålsenlig"),),
        ("Granskningens syfte är att bedöma om styrningen är ändamålsenlig.",),
    ),
    "a purpose with its own att": (
        (audit(purpose="Att bedöma om styrningen är ändamålsenlig."),),
        ("Granskningens syfte är att bedöma om styrningen är ändamålsenlig.",),
    ),
    "a purpose that begins with a capital": (
        (audit(purpose="Bedöma om styrningen är ändamålsenlig."),),
        ("Granskningens syfte är att bedöma om styrningen är ändamålsenlig.",),
    ),
    "a purpose as a sentence": (
        (audit(purpose="Syftet är att pröva styrningen."),),
        ("2022 års revisionsplan. Syftet är att pröva styrningen.",),
    ),
    "a decision": (
        (only("GSN"), audit(treated_on=date(2022, 11, 30))),
        (
            (
                "Vid sammanträdet den 30 november 2022 beslutade vi att överlämna granskningen "
                "till grundskolenämnden."
            ),
        ),
    ),
    "an assessment in two parts": (
        (letter_with(assessment="arbetet delvis är ändamålsenligt\nkontrollen brister"),),
        (
            (
                "Vår samlade bedömning är att arbetet delvis är ändamålsenligt. Vi bedömer vidare "
                "att kontrollen brister."
            ),
        ),
    ),
    "one observation": (
        (letter_with(observations="mål saknas"),),
        ("Bedömningen bygger främst på följande iakttagelse:\nPunkt: ",),
    ),
    "no report, no number": (
        (audit(report_on=None, diary_number=None),),
        (f"skickas som protokollsutdrag till {ADDRESS}.\nText: ",),
    ),
    "our own number": (
        (audit(diary_number="KR 2022-00015"),),
        ("Uppgift: Diarienummer KR 2022-00015\n", "Ange diarienummer KR 2022-00015."),
    ),
    "no place": ((town(place=None), letter_with(place=None)), ("Text: Den 1 december 2022\n",)),
    "one signature": (
        (town(signing=Signing.CHAIR), letter_with(signatories=None)),
        ("För revisorerna i Eskilstuna kommun\nUnderskrift: Ordförande",),
    ),
    "two signatures": (
        (town(signing=Signing.CHAIR_AND_VICE_CHAIR),),
        ("Underskrift: Ordförande\nUnderskrift: Vice ordförande",),
    ),
    "the firm signs": (
        (town(signing=Signing.FIRM), audit(firm="Lind & Ek AB", firm_responsible=None)),
        ("På revisorernas uppdrag\nUnderskriftsrad: Lind & Ek AB\nUnderskrift: Kundansvarig",),
    ),
}
ABSENT = {
    "no reply, one": ("Svar önskas", "Rubrik 2: Yttrande", "protokollsutdrag"),
    "to the council": ("Svar önskas", "protokollsutdrag", "För kännedom"),
    "without a firm": ("biträde", "rapporten från"),
    "no report, no number": ("iarienummer", "bifogade rapporten", "Rapport ”"),
    "one signature": ("Vice ordförande",),
    "one question": ("ekommendation",),
    "questions to two": ("ekommendation",),
    "one committee": ("Rubrik 3", "var för sig", "respektive", "även lämnats"),
}


@pytest.mark.parametrize("variant", LETTERS)
def test_the_letter_varies_with_the_facts(
    eskilstuna: AuditCase, letter_template: bytes, variant: str
) -> None:
    changes, told = LETTERS[variant]
    case = made_of(eskilstuna, *changes)
    made = cover_letter(case, letter_template, today=AFTER_REPLIES)
    text = plain_spaces("\n".join(word_lines(made)))
    for sentence in told:
        assert sentence in text
    for words in ABSENT.get(variant, ()):
        assert words not in text
    assert "None" not in text
    assert "  " not in text


def table_text(case: AuditCase, template: bytes, **more: Committee) -> str:
    made = recommendation_table(
        case, template, today=AFTER_REPLIES, stamp=STAMP, committee=more.get("to")
    )
    return plain_spaces("\n".join(word_lines(made)))


TABLES: dict[str, tuple[tuple[Change, ...], tuple[str, ...]]] = {
    "one": (
        (only("KS"),),
        (
            "Rubrik 1: Rekommendationer till kommunstyrelsen",
            (
                "Tabellen innehåller fem rekommendationer till kommunstyrelsen. Svar önskas senast "
                "den 20 mars 2023."
            ),
            "| Nr | Rekommendation | Revisionsfråga | Avsnitt i rapporten | Svar senast |",
        ),
    ),
    "one recommendation": (
        (only("KS"), first(1)),
        ("Tabellen innehåller en rekommendation till kommunstyrelsen.",),
    ),
    "several": (
        (),
        (
            "Rubrik 1: Rekommendationer per mottagare",
            (
                "Tabellen innehåller nio rekommendationer till sju mottagare. Räknat per mottagare "
                "är de 27."
            ),
            "| Nr | Rekommendation | Mottagare | Revisionsfråga | Avsnitt i rapporten | Svar",
        ),
    ),
    "no reply": (
        (only("GSN", "GN"), without_reply),
        ("Räknat per mottagare är de åtta. Inget yttrande har begärts.",),
    ),
    "without a firm": ((audit(firm=None),), ("| Revisionsfråga | Avsnitt | Svar senast |",)),
    "before the letter": (
        (audit(handed_over_on=None),),
        ("Missivet har ännu inte beslutats.", "Utkast – arbetsmaterial"),
    ),
}


@pytest.mark.parametrize("variant", TABLES)
def test_the_table_varies_with_the_facts(
    eskilstuna: AuditCase, table_template: bytes, variant: str
) -> None:
    changes, told = TABLES[variant]
    text = table_text(made_of(eskilstuna, *changes), table_template)
    for sentence in told:
        assert sentence in text
    assert "None" not in text


def test_numbers_of_one_sentence_are_all_digits_where_one_is_above_twelve(
    eskilstuna: AuditCase,
) -> None:
    items = [eskilstuna.recommendations[0]] * 15
    assert phrases.counted(items) == "15 rekommendationer"
    assert phrases.counted(items[:9], beside=13) == "9 rekommendationer"
    assert phrases.counted(items[:9], beside=12) == "nio rekommendationer"


@pytest.mark.parametrize(
    ("kind", "whose"),
    [
        (MunicipalityKind.MUNICIPALITY, "kommunens revisorer"),
        (MunicipalityKind.REGION, "regionens revisorer"),
        (MunicipalityKind.FEDERATION, "förbundets revisorer"),
    ],
)
def test_whose_auditors_a_report_is_made_for(
    alvsunda: Mapping[str, AuditCase], report_template: bytes, kind: MunicipalityKind, whose: str
) -> None:
    follow_up = made_of(alvsunda["ALV-2024-3"], town(kind=kind))
    text = report(follow_up, alvsunda, report_template)
    assert f"Rapport från Granskningsbyrån Lind & Ek AB på uppdrag av {whose}\n" in text


def report(follow_up: AuditCase, cases: Mapping[str, AuditCase], template: bytes) -> str:
    made = follow_up_report(
        [cases["ALV-2022-1"], cases["ALV-2022-2"]],
        template,
        today=AFTER_REPLIES,
        stamp=STAMP,
        follow_up=follow_up,
    )
    return plain_spaces("\n".join(word_lines(made)))


def test_committees_that_are_judged_alike_share_a_sentence(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    follow_up = made_of(alvsunda["ALV-2024-3"], letter_with(assessment=None))
    text = report(follow_up, alvsunda, report_template)
    assert (
        "Vår samlade bedömning är att kommunstyrelsen i huvudsak har vidtagit tillräckliga "
        "åtgärder. Vi bedömer vidare att"
    ) in text
    question = follow_up.questions[0].id
    alike = replace(
        follow_up,
        assessments=tuple(
            each.model_copy(update={"grade": Grade.PARTLY})
            if each in follow_up.assessments_of(question)
            else each
            for each in follow_up.assessments
        ),
    )
    text = report(alike, alvsunda, report_template)
    assert (
        "Vår samlade bedömning är att kommunstyrelsen, samhällsbyggnadsnämnden och socialnämnden "
        "(tidigare omsorgsnämnden) delvis har vidtagit tillräckliga åtgärder."
    ) in text


def test_a_verdict_on_the_whole_audit_is_told_first(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    case = made_of(
        alvsunda["ALV-2022-1"],
        audit(verdict=VerdictStep.NOT, verdict_on=date(2024, 11, 1)),
    )
    follow_up = made_of(alvsunda["ALV-2024-3"], letter_with(assessment=None))
    made = follow_up_report(
        [case], report_template, today=AFTER_REPLIES, stamp=STAMP, follow_up=follow_up
    )
    text = plain_spaces("\n".join(word_lines(made)))
    assert (
        "Vår samlade bedömning är att kommunstyrelsen och samhällsbyggnadsnämnden inte har "
        "vidtagit tillräckliga åtgärder."
    ) in text


def test_a_letter_to_one_lists_its_recommendations_by_number(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    case = alvsunda["ALV-2025-2"]
    to = next(each for each in case.committees if each.abbreviation == "SBN")
    lines = word_lines(cover_letter(case, letter_template, today=AFTER_REPLIES, committee=to))
    numbered = [line.split()[1] for line in lines if line.startswith("Punkt: R")]
    assert numbered == ["R1.", "R2.", "R3."]
