"""The papers that a committee answers with: its own recommendations, and places to write."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from revtrack.documents import fields
from revtrack.documents.clerks.decision_text import decision_text
from revtrack.documents.clerks.official_memo import official_memo
from revtrack.domain.case import AuditCase
from revtrack.domain.records import Committee
from tests.conftest import TODAY
from tests.documents.conftest import TEMPLATES
from tests.documents.flatten import assert_golden, plain_spaces, word_lines

ASKED = date(2023, 1, 15)
NOTE = "Hemlig anteckning om svaret"


def memo(case: AuditCase, short: str, today: date = ASKED) -> bytes:
    template = (TEMPLATES / fields.OFFICIAL_MEMO).read_bytes()
    return official_memo(case, _called(case, short), template, today=today)


def decision(case: AuditCase, short: str, today: date = ASKED) -> bytes:
    template = (TEMPLATES / fields.DECISION_TEXT).read_bytes()
    return decision_text(case, _called(case, short), template, today=today)


def _called(case: AuditCase, short: str) -> Committee:
    return next(each for each in case.committees if each.abbreviation == short)


def text(document: bytes) -> str:
    return plain_spaces("\n".join(word_lines(document)))


def test_the_frame_of_a_memorandum(awaiting: AuditCase) -> None:
    assert_golden("tjansteskrivelse_eskilstuna_kfn.txt", memo(awaiting, "KFN"))


def test_the_text_of_a_decision(awaiting: AuditCase) -> None:
    assert_golden("protokollsutdrag_eskilstuna_kfn.txt", decision(awaiting, "KFN"))


def test_only_the_committees_own_recommendations_are_copied(awaiting: AuditCase) -> None:
    told = text(memo(awaiting, "KS"))
    headings = [line for line in told.splitlines() if line.startswith("Rubrik 3")]
    assert [each.split()[2] for each in headings] == ["R1", "R2", "R3", "R4", "R5"]
    assert "R6" not in told
    assert "grundskolenämnden" not in told


def test_a_company_decides_through_its_board(alvsunda: Mapping[str, AuditCase]) -> None:
    told = text(memo(alvsunda["ALV-2025-1"], "ÄBAB", TODAY))
    assert "Text: Verkställande direktören föreslår att bolagets styrelse beslutar:" in told
    assert "Rubrik 2: Verkställande direktörens yttrande" in told
    assert "förvaltning" not in told.lower()
    assert "Missivet innehåller två rekommendationer till bolaget." in told


def test_questions_are_answered_and_not_agreed_with(alvsunda: Mapping[str, AuditCase]) -> None:
    told = text(memo(alvsunda["ALV-2025-3"], "BUN", TODAY))
    assert "Text: Revisorerna lämnar följande frågor till nämnden:" in told
    assert told.count("Punkt: Svar: [Skriv nämndens svar på frågan]") == 3
    assert "Ställningstagande" not in told


def test_where_no_reply_is_asked_the_audit_is_only_noted(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    told = text(memo(alvsunda["ALV-2023-1"], "BUN", TODAY))
    assert "Nummer: Nämnden tar del av revisorernas granskning." in told
    assert "Inget yttrande begärs." in told
    assert "antar" not in told


def test_a_registered_decision_fills_its_places(alvsunda: Mapping[str, AuditCase]) -> None:
    told = text(decision(alvsunda["ALV-2025-1"], "KS", TODAY))
    assert "Uppgift: Sammanträdesdag 2026-01-13\nUppgift: § 6\n" in told
    assert "Rubrik 2: Beslut\nText: [Skriv beslutet ordagrant efter protokollet]\n" in told


def test_a_summary_of_a_decision_is_not_given_out_as_minutes(eskilstuna: AuditCase) -> None:
    told = text(decision(eskilstuna, "SOCN"))
    assert "Uppgift: Förslag till beslutstext\n" in told
    assert "Protokollsutdrag" not in told
    assert "Nämnden godkände yttrandet" not in told


@pytest.mark.parametrize("make", [memo, decision])
def test_the_auditors_notes_are_in_neither(
    eskilstuna: AuditCase, make: Callable[[AuditCase, str], bytes]
) -> None:
    noted = replace(
        eskilstuna,
        responses=tuple(
            each.model_copy(update={"review_note": NOTE}) for each in eskilstuna.responses
        ),
        answers=tuple(each.model_copy(update={"review_note": NOTE}) for each in eskilstuna.answers),
    )
    assert NOTE not in text(make(noted, "KFN"))
    assert make(noted, "KFN") == make(eskilstuna, "KFN")


def test_a_frame_has_no_empty_heading(awaiting: AuditCase) -> None:
    for made in (memo(awaiting, "KFN"), decision(awaiting, "KFN")):
        lines = text(made).splitlines()
        for line, following in pairwise(lines):
            is_pair = line.startswith("Rubrik 2") and following.startswith("Rubrik 2")
            assert not is_pair
        assert not lines[-1].startswith("Rubrik")
