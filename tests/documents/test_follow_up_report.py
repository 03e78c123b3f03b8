import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from revtrack.documents.follow_up_report import follow_up_report
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import VerdictStep
from revtrack.domain.errors import RevTrackError
from tests.documents.conftest import STAMP
from tests.documents.flatten import assert_golden, tables, word_lines

TODAY = date(2026, 2, 16)


def report(cases: list[AuditCase], template: bytes, follow_up: AuditCase | None = None) -> bytes:
    return follow_up_report(cases, template, today=TODAY, stamp=STAMP, follow_up=follow_up)


@pytest.fixture
def followed(alvsunda: Mapping[str, AuditCase]) -> list[AuditCase]:
    return [alvsunda["ALV-2022-1"], alvsunda["ALV-2022-2"]]


@pytest.fixture
def follow_up(alvsunda: Mapping[str, AuditCase]) -> AuditCase:
    return alvsunda["ALV-2024-3"]


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
    assert table_of(made, "Delvis")[-1] == ["Summa", "27", "0", "0", "0", "0", "0", "0", "27"]


def test_sums_in_the_text_equal_sums_in_the_tables(
    followed: list[AuditCase], follow_up: AuditCase, report_template: bytes
) -> None:
    made = report(followed, report_template, follow_up)
    text = "\n".join(word_lines(made))
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
    text = "\n".join(word_lines(report(followed, report_template, follow_up))).replace(
        "\u00a0", " "
    )
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
    assert any(re.match("Punkt: R4, omsorgsnämnden: ej genomförd. Skäl: ", line) for line in lines)


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
        (VerdictStep.FULL, "Av dessa 27 bedöms 27 vara genomförda."),
        (VerdictStep.NOT, "Av dessa 27 bedöms 27 inte vara genomförda."),
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
    text = "\n".join(word_lines(report([replace(eskilstuna, verdicts=verdicts)], report_template)))
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
