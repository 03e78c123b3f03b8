import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.office import package
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.rates import Tally, units_of
from tests.documents.conftest import STAMP
from tests.documents.flatten import assert_golden, plain_spaces, tables, word_lines

TODAY = date(2026, 2, 16)


def report(cases: list[AuditCase], template: bytes, follow_up: AuditCase | None = None) -> bytes:
    return follow_up_report(cases, template, today=TODAY, stamp=STAMP, follow_up=follow_up)


@pytest.fixture
def followed(alvsunda: Mapping[str, AuditCase]) -> list[AuditCase]:
    return [alvsunda["ALV-2022-1"], alvsunda["ALV-2022-2"]]


@pytest.fixture
def follow_up(alvsunda: Mapping[str, AuditCase]) -> AuditCase:
    return alvsunda["ALV-2024-3"]


def text_of(document: bytes) -> str:
    return plain_spaces("\n".join(word_lines(document)))


def table_of(document: bytes, heading: str) -> list[list[str]]:
    return next(rows for rows in tables(document) if heading in rows[0])


def test_the_status_report_of_the_real_case(eskilstuna: AuditCase, report_template: bytes) -> None:
    assert_golden("lagesrapport_eskilstuna.txt", report([eskilstuna], report_template))


def test_the_report_of_a_follow_up(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    made = report(followed, report_template, follow_up)
    assert_golden("uppfoljningsrapport_alvsunda.txt", made)


def test_without_verdicts_every_row_reads_ej_uppfoljd(
    eskilstuna: AuditCase, report_template: bytes
) -> None:
    made = report([eskilstuna], report_template)
    assert "Underrubrik: Lägesrapport" in word_lines(made)
    header, *rows = table_of(made, "Vidtagna åtgärder")
    assert len(rows) == 27
    assert {row[header.index("Bedömning")] for row in rows} == {"Ej uppföljd"}
    assert table_of(made, "Åtgärd pågår")[-1] == ["Summa", "27", "5", "1", "11", "8", "2"]
    assert not any("Delvis" in rows[0] for rows in tables(made))


def test_only_words_that_occur_are_explained_and_the_council_has_its_place(
    eskilstuna: AuditCase,
    followed: list[AuditCase],
    follow_up: AuditCase,
    report_template: bytes,
) -> None:
    status = report([eskilstuna], report_template)
    assert [row[0] for row in table_of(status, "Innebörd")[1:]] == [
        "Ej uppföljd",
        "Genomförd enligt nämnden",
        "Åtgärd pågår",
        "Åtgärd utlovad",
        "Ingen åtgärd utlovad",
        "Besvaras inte",
    ]
    assert ["Ej uppföljd", "Revisorerna har ännu inte följt upp den."] in tables(status)[1]
    assert "Punkt: Fullmäktige (dag framgår inte, § 27, dnr KSKF/2022:442): " in text_of(status)
    made = report(followed, report_template, follow_up)
    assert "Ej uppföljd" not in [row[0] for row in table_of(made, "Innebörd")]
    assert "Punkt: Kommunfullmäktige (den 28 november 2022, § 140, dnr KS 2022/187): " in (
        text_of(made)
    )


def test_a_report_without_verdicts_ends_on_no_empty_page(
    eskilstuna: AuditCase, report_template: bytes
) -> None:
    made = package.read_parts(report([eskilstuna], report_template))["word/document.xml"].decode()
    assert made.count("<w:sectPr") == 3
    assert 'w:orient="landscape"' not in made[made.rindex("<w:sectPr") :]


def test_sums_in_the_text_equal_sums_in_the_tables(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    made = report(followed, report_template, follow_up)
    text = text_of(made)
    assert "Uppföljningen omfattar nio rekommendationer. Räknat per mottagare är de elva." in text
    assert (
        "Av dessa elva bedöms tre vara genomförda, en i huvudsak genomförd, tre delvis genomförda "
        "och två inte genomförda. Inte längre aktuell är en, och en går inte att bedöma."
    ) in text
    rows = table_of(made, "Delvis")
    assert rows[-1] == ["Summa", "11", "3", "1", "3", "2", "1", "1", "0"]
    for column in range(1, 9):
        assert sum(int(row[column]) for row in rows[1:-1]) == int(rows[-1][column])


def test_the_report_tells_when_and_how_each_committee_replied(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    text = text_of(report(followed, report_template, follow_up))
    assert (
        "Samhällsbyggnadsnämnden beslutade om sitt yttrande den 20 oktober 2022 (§ 97, dnr SBN "
        "2022/94). Yttrandet kom in den 27 oktober 2022; önskat svarsdatum var den 14 oktober 2022."
    ) in text


def test_what_remains_is_ordered_by_priority_and_what_is_closed_is_told_with_its_reason(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    lines = word_lines(report(followed, report_template, follow_up))
    high, medium = (
        lines.index("Rubrik 3: Hög prioritet"),
        lines.index("Rubrik 3: Medelhög prioritet"),
    )
    assert high < medium
    alone = text_of(report([followed[1]], report_template))
    assert "Punkt: R4, omsorgsnämnden: ej genomförd. Skäl: " in alone


def test_what_is_mostly_done_or_put_again_is_not_listed_as_remaining_too(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    text = text_of(report(followed, report_template, follow_up))
    remaining, _, others = text.split("Kvarstående rekommendationer\n")[-1].partition("Rubrik 2: ")
    assert "R3, samhällsbyggnadsnämnden: Säkerställa att direktupphandlingar" in remaining
    assert "R4, kommunstyrelsen: Följa upp avtalstroheten" in remaining
    assert "Säkerställa att genomförandeplaner" not in remaining
    assert remaining.startswith(
        "Text: Två kvarstående rekommendationer lämnas på nytt; se avsnittet ”Nya och upprepade "
        "rekommendationer”.\nText: Följande rekommendationer kvarstår utan att lämnas på nytt:"
    )
    assert (
        "Följande rekommendation har i huvudsak genomförts; mindre delar återstår, men bristen är "
        "avhjälpt:\n"
    ) in others
    assert "R3, kommunstyrelsen: Säkerställa" in others.split("Rubrik 2: ")[0]
    assert "Övriga två kvarstår inte: " in text
    assert "en är i huvudsak genomförd med bristen avhjälpt" in text
    assert "lämnas följande nya och upprepade rekommendationer till kommunstyrelsen" in others


def test_a_follow_ups_report_tells_nothing_of_later_days(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    text = text_of(report(followed, report_template, follow_up))
    assert "Avslutad:" not in text
    assert "Bilaga: rekommendationer som har avslutats" not in text
    day = follow_up.audit.report_on
    assert day is not None
    earlier = replace(
        follow_up, audit=follow_up.audit.model_copy(update={"report_on": date(2023, 6, 1)})
    )
    before = text_of(report(followed, report_template, earlier))
    assert "Lägesrapport 2023-04-12" in before
    assert "Lägesrapport 2023-11-14" not in before
    assert "Åtgärder till och med den 1 juni 2023" not in text
    assert "Underrubrik: Lägesrapport" in before


def test_a_committee_that_is_no_more_stands_after_its_successor(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    text = text_of(report(followed, report_template, follow_up))
    assert "Punkt: 2022, R3, socialnämnden (tidigare omsorgsnämnden): Kartlägga" in text
    assert "Socialnämnden (tidigare omsorgsnämnden) bedöms delvis ha vidtagit" in text
    assert "överlämnade revisorerna granskningen av kommunens insatser enligt LSS till omsorgs" in (
        text
    )


def test_the_overall_grade_stands_in_chapter_and_table_with_its_reason(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    made = report(followed, report_template, follow_up)
    text = text_of(made)
    assert "Rubrik 2: 3.5 Samlad bedömning\nText: Kommunstyrelsen bedöms i huvudsak ha" in text
    first, second, total = table_of(made, "Kvarstående")[1:]
    assert first[2:] == ["7", "2", "3", "KS: I huvudsak\nSBN: I begränsad utsträckning"]
    assert second[2:] == ["4", "1", "3", "Delvis"]
    assert total[2:5] == ["11", "3", "6"]
    reasons = [row[-1] for row in table_of(made, "Motivering")[1:]]
    assert reasons[0].startswith(
        "Kommunstyrelsen: av fyra rekommendationer är en genomförd, en i huvudsak genomförd, en "
        "delvis genomförd och en inte längre aktuell."
    )
    assert "Socialnämnden: bristen är avhjälpt för en, kvarstår för två" in reasons[1]


def test_what_does_not_remain_is_counted_once_and_agrees_with_the_annex(
    followed: list[AuditCase], report_template: bytes
) -> None:
    text = text_of(report([followed[0]], report_template))
    assert (
        "Övriga tre kvarstår inte: en har avslutats med bedömningen i huvudsak genomförd, en har "
        "sammanförts med annan rekommendation och en är inte längre aktuell. Skälen till de två "
        "sista framgår av bilagan."
    ) in text
    annex = text.split("Rubrik 1: Bilaga")[1]
    assert annex.count("Punkt: ") == 2


def test_the_report_of_a_followed_audit_alone(
    followed: list[AuditCase], report_template: bytes
) -> None:
    text = text_of(report([followed[0]], report_template))
    assert (
        "Underlaget består av mottagarnas skriftliga svar, intervjuer, dokument och stickprov."
    ) in text
    assert "Åtgärder till och med den 25 november 2024 har beaktats." in text
    assert "Styrelsens och nämndens yttranden" in text
    assert "Har styrelsen och nämnden vidtagit tillräckliga åtgärder" in text
    assert "Svar på revisionsfrågorna" in text
    assert "Underskriftsrad: För revisorerna i Älvsunda kommun" in text


def test_no_new_recommendations_is_said_where_the_auditors_followed_up_themselves(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2023-3"]], report_template))
    assert "Uppföljningen ger inte anledning till nya rekommendationer." in text


def test_the_committees_words_and_the_auditors_findings_are_told_apart(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    made = report(followed, report_template, follow_up)
    assert (
        "Punkt: Kommunstyrelsen: Enligt yttrandet avser styrelsen att vidta åtgärder. Riktlinjerna "
        "ska ses över och beslutas under första kvartalet 2023. / Lägesrapport 2023-04-12: uppger "
        "att åtgärden är genomförd. Nya riktlinjer är beslutade och publicerade. / Uppföljningen "
        "visar: KS § 41/2023. Underlag: genomgång av beslutade riktlinjer."
    ) in text_of(made)
    header, first, second, *_ = table_of(made, "Vidtagna åtgärder")
    reply, actions = header.index("Svar (år, §)"), header.index("Vidtagna åtgärder")
    assert plain_spaces(first[reply]) == "2022, § 148\nAvser att vidta åtgärder"
    assert plain_spaces(first[actions]).startswith(
        "Genomfört enligt styrelsen: besluta om reviderade riktlinjer för inköp och upphandling "
        "(Kommunstyrelsens beslut om nya riktlinjer, § 41, 2023-03-28).\nLägesrapport"
    )
    assert second[actions] == "Inga åtgärder angivna"


def test_a_stance_is_a_sentence_and_words_for_a_time_have_their_year(
    eskilstuna: AuditCase,
    followed: list[AuditCase],
    follow_up: AuditCase,
    report_template: bytes,
) -> None:
    text = text_of(report(followed, report_template, follow_up))
    assert (
        "Kommunstyrelsen: Enligt yttrandet instämmer styrelsen inte och avser inte att vidta någon "
        "åtgärd. Styrelsen anser"
    ) in text
    assert "Enligt yttrandet noterar nämnden rekommendationen utan att ta ställning." in text
    assert "tas i bruk från årsskiftet. Yttrandet är från 2022." in text
    assert "under våren 2023. / Uppföljningen visar" in text
    status = text_of(report([eskilstuna], report_template))
    assert "införas i år och sedan utvecklas vidare. Vilket år yttrandet är från framgår" in status
    assert "Av yttrandet framgår inte tydligt hur nämnden ställer sig. " in status
    assert "Rekommendationen besvaras inte i yttrandet. " in status


def test_a_letter_without_a_decision_and_a_joint_reply_are_called_what_they_are(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2023-2"]], report_template))
    assert (
        "Älvsundabostäder AB har svarat genom en skrivelse daterad den 8 februari 2024, utan "
        "beslut i styrelsen. Skrivelsen kom in den 12 februari 2024;"
    ) in text
    assert "protokollsutdrag" not in text
    assert (
        "Samhällsbyggnadsnämnden har yttrat sig gemensamt med kommunstyrelsen; yttrandet "
        "beslutades den 23 januari 2024 (§ 11, dnr KS 2023/298)."
    ) in text


def test_an_audit_that_is_not_handed_over_has_no_replies_to_tell_of(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2025-4"]], report_template))
    assert "Text: Missivet har ännu inte beslutats." in text
    assert "skriftliga svar" not in text
    assert "begärde inget" not in text
    assert "ej begärt" not in text


def test_a_reply_that_is_not_due_yet_is_awaited(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    text = text_of(report([alvsunda["ALV-2025-3"]], report_template))
    assert (
        "Barn- och utbildningsnämnden har ännu inte svarat; svar önskas senast den 13 mars 2026."
    ) in text
    assert "Rapporten omfattar tre frågor." in text


def test_the_contents_are_links_that_show_no_page_until_it_is_known(
    eskilstuna: AuditCase, report_template: bytes
) -> None:
    made = package.read_parts(report([eskilstuna], report_template))["word/document.xml"].decode()
    linked = re.findall(r'<w:hyperlink w:anchor="(\w+)"[^>]*>(.*?)</w:hyperlink>', made)
    assert len(linked) == 14
    for bookmark, entry in linked:
        assert f'w:name="{bookmark}"' in made
        assert f" PAGEREF {bookmark} " in entry
        assert 'w:dirty="true"' in entry
        assert entry.endswith(
            '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )


def test_headings_are_numbered_without_gaps(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    lines = word_lines(report(followed, report_template, follow_up))
    chapters = [line for line in lines if re.match(r"Rubrik 1: \d", line)]
    assert [int(line.split()[2]) for line in chapters] == list(range(1, len(chapters) + 1))
    captions = [re.match(r"Beskrivning: Tabell (\d+)\.", line) for line in lines]
    numbers = [int(match[1]) for match in captions if match]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (VerdictStep.FULL, "Samtliga 27 bedöms vara genomförda."),
        (VerdictStep.NOT, "Ingen av dem bedöms vara genomförd."),
        (VerdictStep.NO_LONGER_RELEVANT, "Inte längre aktuella är 27."),
        (VerdictStep.NOT_ASSESSABLE, "27 går inte att bedöma."),
    ],
)
def test_parts_of_the_sentence_that_count_nothing_are_left_out(
    eskilstuna: AuditCase,
    alvsunda: Mapping[str, AuditCase],
    report_template: bytes,
    step: VerdictStep,
    sentence: str,
) -> None:
    pattern = alvsunda["ALV-2022-1"].verdicts[0]
    verdicts = tuple(
        pattern.model_copy(
            update={"id": each.id, "addressee_id": each.id, "verdict": step, "follow_up_id": None}
        )
        for each in eskilstuna.addressees
        if each.asked
    )
    text = text_of(report([replace(eskilstuna, verdicts=verdicts)], report_template))
    assert sentence in text
    assert "noll" not in text
    assert "Underrubrik: Uppföljande granskning" in text


def test_a_report_of_nothing_is_refused(report_template: bytes) -> None:
    with pytest.raises(RevTrackError):
        report([], report_template)


def test_no_cell_is_empty_in_any_audits_report(
    alvsunda: Mapping[str, AuditCase], report_template: bytes
) -> None:
    for case in alvsunda.values():
        for rows in tables(report([case], report_template)):
            assert all(cell.strip() for row in rows for cell in row), case.audit.reference


def test_the_same_facts_give_the_same_bytes(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    assert report(followed, report_template, follow_up) == report(
        followed, report_template, follow_up
    )


def test_how_each_verdict_was_reached_stands_in_an_annex_and_is_counted(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    made = report(followed, report_template, follow_up)
    header, *rows = table_of(made, "Hur det har kontrollerats")
    assert len(rows) == 11
    assert dict(zip(header, rows[2], strict=True)) == {
        "Granskning": "ALV-2022-1",
        "Nr": "R3",
        "Mottagare": "Kommunstyrelsen",
        "Bedömning och underlag": "I huvudsak genomförd\nStickprov",
        "Hur det har kontrollerats": "Stickprov av 20 direktupphandlingar",
        "Vad som visade sig": "18 av 20 dokumenterade",
        "Bedömd": "2024-11-25\nGranskningsbyrån Lind & Ek AB",
    }
    counted = next(rows for rows in tables(made) if rows[0][:2] == ["Underlag", "Antal"])
    assert [row[1:] for row in counted[1:]] == [["2", "0"], ["5", "2"], ["4", "1"], ["11", "3"]]


def test_a_repeat_names_the_year_it_is_repeated_from(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    text = text_of(report(followed, report_template, follow_up))
    assert "genomförandeplan. Upprepad från 2022 (ALV-2022-2, R2)." in text


def test_parts_stand_each_on_a_row_and_are_counted_once(
    followed: list[AuditCase], report_template: bytes
) -> None:
    case = followed[0]
    whole = next(each for each in case.recommendations if each.number_in_letter == "R2")
    parts = tuple(
        whole.model_copy(
            update={
                "id": 900 + number,
                "ordinal": 90 + number,
                "number_in_report": f"R2{'ab'[number]}",
                "number_in_letter": None,
                "letter_text": None,
                "report_text": f"Del {number}",
                "split_from_id": whole.id,
            }
        )
        for number in range(2)
    )
    (own,) = (each for each in case.addressees if each.recommendation_id == whole.id)
    addressees = tuple(
        own.model_copy(
            update={
                "id": 900 + number,
                "recommendation_id": 900 + number,
                "outcome": None,
                "closed_on": None,
                "closing_reason": None,
            }
        )
        for number in range(2)
    )
    (found,) = (each for each in case.verdicts if each.addressee_id == own.id)
    verdicts = tuple(
        found.model_copy(update={"id": 900 + n, "addressee_id": 900 + n}) for n in (0, 1)
    )
    unjudged = replace(
        case,
        recommendations=(*case.recommendations, *parts),
        addressees=(*case.addressees, *addressees),
    )
    rows = table_of(report([unjudged], report_template), "Vidtagna åtgärder")
    assert [row[0] for row in rows] == ["Nr", "R1", "R2", "R3", "R3", "R4", "R4", "R5"]
    split = replace(unjudged, verdicts=(*case.verdicts, *verdicts))
    before, after = (report([each], report_template) for each in (case, split))
    assert table_of(after, "Delvis")[-1] == table_of(before, "Delvis")[-1]
    numbers = [row[0] for row in table_of(after, "Vidtagna åtgärder")]
    assert numbers == ["Nr", "R1", "R2a", "R2b", "R3", "R3", "R4", "R4", "R5"]
    assert "Del av R2." in text_of(after)


def reopened(case: AuditCase, number: str, step: VerdictStep) -> AuditCase:
    """Return the audit with one recommendation to the board judged so and then opened again."""
    recommendation = next(each for each in case.recommendations if case.number_of(each) == number)
    chosen = next(
        each
        for each in case.addressees
        if each.recommendation_id == recommendation.id
        and case.committee_by_id[each.committee_id].abbreviation == "KS"
    )
    is_open = {"outcome": None, "closed_on": None, "reopening_reason": "Mallen används inte."}
    return replace(
        case,
        addressees=tuple(
            each.model_copy(update=is_open) if each.id == chosen.id else each
            for each in case.addressees
        ),
        verdicts=tuple(
            each.model_copy(update={"verdict": step}) if each.addressee_id == chosen.id else each
            for each in case.verdicts
        ),
    )


def test_what_was_opened_again_remains_and_is_not_counted_as_carried_out(
    followed: list[AuditCase], report_template: bytes
) -> None:
    case = reopened(followed[0], "R4", VerdictStep.FULL)
    made = report([case], report_template)
    text = text_of(made)
    remaining = text.split("Kvarstående rekommendationer\n")[-1].split("Nya rekommendationer")[0]
    assert "Punkt: 2022, R4, kommunstyrelsen: " in remaining
    assert "Två har öppnats igen efter bedömningen och kvarstår." in text
    tally = Tally(units_of([case]), TODAY)
    header, *rows = table_of(made, "Återöppnad")
    assert rows[-1][header.index("Genomförd")] == str(tally.implemented) == "1"
    assert rows[-1][header.index("Återöppnad")] == "2"
    assert sum(int(number) for number in rows[-1][2:]) == int(rows[-1][1])
    rows = [row for row in table_of(made, "Vidtagna åtgärder") if row[0] == "R4"]
    assert any("Genomförd\nÅteröppnad" in row for row in rows)


def test_the_problem_behind_what_was_opened_again_is_not_solved(
    followed: list[AuditCase], report_template: bytes
) -> None:
    case = reopened(followed[0], "R1", VerdictStep.FULL)
    text = text_of(report([case], report_template))
    assert "Bristen är avhjälpt för en, kvarstår för fem och är inte bedömd för en." in text
    assert "Bristen bedömdes då vara avhjälpt. Återöppnad: Mallen används inte." in text


@pytest.mark.parametrize(
    ("day", "answer", "is_earlier"),
    [
        (date(2023, 5, 6), "Ingen samlad bedömning angiven", True),
        (date(2024, 11, 1), "I huvudsak", False),
    ],
)
def test_only_a_verdict_of_this_follow_up_answers_its_question(
    followed: list[AuditCase],
    follow_up: AuditCase,
    report_template: bytes,
    day: date,
    answer: str,
    is_earlier: bool,
) -> None:
    judged = {"verdict": VerdictStep.MOSTLY, "verdict_on": day}
    audit = followed[0].audit.model_copy(update=judged)
    asking = replace(follow_up, questions=(), assessments=())
    made = report([replace(followed[0], audit=audit)], report_template, asking)
    assert table_of(made, "Motivering")[1][2] == answer
    earlier = "I en tidigare uppföljning den 6 maj 2023 bedömdes rekommendationerna sammantaget"
    assert (earlier in text_of(made)) is is_earlier


def test_method_and_promises_are_told_as_they_are(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    silent = replace(follow_up, audit=follow_up.audit.model_copy(update={"methods": None}))
    text = text_of(report(followed, report_template, silent))
    assert "Underlaget består av mottagarnas skriftliga svar, intervjuer, dokument" in text
    header, *rows = table_of(report(followed, report_template, silent), "Vidtagna åtgärder")
    actions = [row[header.index("Vidtagna åtgärder")] for row in rows]
    assert any(each.startswith("Utlovat: ") for each in actions)
