"""The letters about one committee's reply: a request for a supplement, a notice of more time."""

import email
import email.policy
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest

from revtrack.documents import fields
from revtrack.documents.letters.extension_notice import extension_mail, extension_notice
from revtrack.documents.letters.reply_matter import ReplyMatter
from revtrack.documents.letters.supplement_request import supplement_mail, supplement_request
from revtrack.documents.office.mail import Enclosed
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    CommitteeKind,
    ExtensionDecision,
    Position,
    ResponseKind,
    Review,
)
from revtrack.domain.errors import GoneError
from revtrack.domain.follow_up import reply_lines
from tests.documents.conftest import TEMPLATES
from tests.documents.flatten import plain_spaces, word_lines
from tests.domain.build import stored

TODAY = date(2023, 4, 12)
SUPPLEMENT = (TEMPLATES / fields.SUPPLEMENT_REQUEST).read_bytes()
SUPPLEMENT_MAIL = (TEMPLATES / fields.SUPPLEMENT_MAIL).read_bytes()
NOTICE = (TEMPLATES / fields.EXTENSION_NOTICE).read_bytes()
NOTICE_MAIL = (TEMPLATES / fields.EXTENSION_MAIL).read_bytes()
AREA = "granskningen av kommunens digitaliseringsarbete"
SENT_TO = "skickas som protokollsutdrag till"


def body(case: AuditCase, abbreviation: str) -> r.Committee:
    return next(each for each in case.committees if each.abbreviation == abbreviation)


def matter(case: AuditCase, abbreviation: str, today: date = TODAY) -> ReplyMatter:
    lines = reply_lines(case, today)
    line = next(each for each in lines if each.committee.abbreviation == abbreviation)
    return ReplyMatter(case, line, today)


def returned(case: AuditCase, abbreviation: str, **changed: Any) -> AuditCase:  # noqa: ANN401
    """The case with a committee's reply sent back, and its reply changed so."""
    reply_case = next(
        each for each in case.reply_cases if each.committee_id == body(case, abbreviation).id
    )
    ids = {e.response_id for e in case.response_cases if e.reply_case_id == reply_case.id}
    facts = {
        "review": Review.SUPPLEMENT_REQUESTED,
        "reviewed_on": TODAY,
        "review_note": "R6 besvaras inte.",
        "supplement_due_on": date(2023, 5, 12),
        **changed,
    }
    responses = tuple(
        each.model_copy(update=facts) if each.id in ids else each for each in case.responses
    )
    return replace(case, responses=responses)


def answered(case: AuditCase, abbreviation: str, number: str, position: Position) -> AuditCase:
    """The case with a committee's position on one recommendation changed."""
    item = next(each for each in case.recommendations if each.number_in_letter == number)
    own = {
        each.id
        for each in case.addressees
        if (each.recommendation_id, each.committee_id) == (item.id, body(case, abbreviation).id)
    }
    answers = tuple(
        each.model_copy(update={"position": position}) if each.addressee_id in own else each
        for each in case.answers
    )
    return replace(case, answers=answers)


def lines_of(document: bytes) -> list[str]:
    return plain_spaces("\n".join(word_lines(document))).splitlines()


def request(case: AuditCase, abbreviation: str = "KFN", today: date = TODAY) -> list[str]:
    return lines_of(supplement_request(matter(case, abbreviation, today), SUPPLEMENT))


def test_the_request_for_a_supplement(eskilstuna: AuditCase) -> None:
    case = returned(
        answered(eskilstuna, "KFN", "R7", Position.NOT_ADDRESSED), "KFN", review_paragraph="31"
    )
    lines = request(case)
    texts = {each.number_in_letter: each.letter_text for each in case.recommendations}
    decided = next(e for e in reply_lines(case, TODAY) if e.committee.abbreviation == "KFN")
    assert decided.decision is not None
    assert lines[0] == "Uppgift: Datum 2023-04-12"
    assert "Uppgift: Till: Kultur- och fritidsnämnden" in lines
    assert "Uppgift: Komplettering önskas senast: 2023-05-12" in lines
    assert "Rubrik 1: Begäran om komplettering av yttrande" in lines
    text = "\n".join(lines)
    assert f"Text: I missivet den 1 december 2022 bad vi nämnden att yttra sig över {AREA}." in text
    assert (
        "Vid sammanträdet den 12 april 2023 (§ 31) bedömde vi att yttrandet behöver kompletteras."
    ) in text
    start = lines.index("Rubrik 2: Det som behöver kompletteras")
    assert lines[start + 1 : start + 6] == [
        "Text: R6 besvaras inte.",
        "Text: Följande rekommendation till kultur- och fritidsnämnden besvaras inte i yttrandet:",
        f"Punkt: R7. {texts['R7']}",
        (
            "Text: Kompletteringen gäller även följande rekommendation till kultur- och "
            "fritidsnämnden:"
        ),
        f"Punkt: R6. {texts['R6']}",
    ]
    assert lines[start + 6] == "Rubrik 2: Komplettering"
    assert lines[start + 7].startswith(
        "Text: Vi ber nämnden att komplettera yttrandet senast den 12 maj 2023. Kompletteringen "
        f"bör beslutas av nämnden och {SENT_TO} "
    )
    assert lines[start + 7].endswith("Det som redan är besvarat behöver inte lämnas på nytt.")
    assert "Underskriftsrad: För revisorerna i Eskilstuna kommun" in lines


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"decided_on": date(2023, 3, 21), "paragraph": "20"},
            (
                "Nämnden beslutade om sitt yttrande den 21 mars 2023 (§ 20). Den 12 april 2023 "
                "bedömde vi att yttrandet behöver kompletteras."
            ),
        ),
        (
            {"decided_on": None, "paragraph": "20"},
            "Nämnden har yttrat sig (§ 20). Den 12 april 2023",
        ),
        ({"decided_on": None, "paragraph": None}, "Nämnden har yttrat sig. Den 12"),
        ({"reviewed_on": None}, "Vi bedömer att yttrandet behöver kompletteras."),
        (
            {
                "kind": ResponseKind.DELEGATED_DECISION,
                "decided_by": "nämndens ordförande",
                "decided_on": date(2023, 3, 21),
                "paragraph": None,
            },
            (
                "Nämnden yttrade sig genom ett delegationsbeslut av nämndens ordförande den 21 "
                "mars 2023. Den"
            ),
        ),
        (
            {"decided_by": "arbetsutskottet", "decided_on": date(2023, 3, 21), "paragraph": "7"},
            "Yttrandet beslutades av arbetsutskottet den 21 mars 2023 (§ 7). Den",
        ),
        (
            {"kind": ResponseKind.STATEMENT, "dated_on": date(2023, 3, 20), "decided_on": None},
            (
                "Nämnden svarade genom en skrivelse daterad den 20 mars 2023. Den 12 april 2023 "
                "bedömde vi att svaret behöver kompletteras."
            ),
        ),
    ],
)
def test_how_the_committee_has_replied(
    eskilstuna: AuditCase, changed: dict[str, Any], told: str
) -> None:
    assert told in "\n".join(request(returned(eskilstuna, "KFN", **changed)))


def test_a_letter_without_a_decision_is_called_an_answer(eskilstuna: AuditCase) -> None:
    lines = request(returned(eskilstuna, "KFN", kind=ResponseKind.STATEMENT))
    assert "Rubrik 1: Begäran om komplettering av svar" in lines
    assert not [line for line in lines if "yttrandet" in line]


def test_without_a_day_none_is_named(eskilstuna: AuditCase) -> None:
    text = "\n".join(request(returned(eskilstuna, "KFN", supplement_due_on=None)))
    assert "önskas senast" not in text
    assert "Vi ber nämnden att komplettera yttrandet. Kompletteringen bör" in text


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("R6 besvaras inte.", False),
        ("R6 och R7 är inte besvarade i yttrandet", False),
        ("R6 och R8 besvaras inte", True),
        ("R6 besvaras inte, och ansvarig saknas.", True),
    ],
)
def test_a_note_that_says_what_the_list_says_is_not_repeated(
    eskilstuna: AuditCase, note: str, *, is_told: bool
) -> None:
    case = returned(eskilstuna, "KFN", review_note=note)
    for number in ("R6", "R7"):
        case = answered(case, "KFN", number, Position.NOT_ADDRESSED)
    lines = request(case)
    assert any(line.removeprefix("Text: ").startswith(note[:15]) for line in lines) is is_told
    assert "Text: Följande rekommendationer till kultur- och fritidsnämnden besvaras inte i" in (
        "\n".join(lines)
    )


def test_what_is_unclear_stands_apart_and_what_nobody_has_read_is_left_out(
    eskilstuna: AuditCase,
) -> None:
    case = returned(eskilstuna, "KFN", review_note="Svaret är allmänt hållet")
    case = answered(case, "KFN", "R7", Position.UNCLEAR)
    text = "\n".join(request(case))
    assert "Text: Svaret är allmänt hållet.\n" in text
    assert (
        "Av yttrandet framgår inte tydligt hur nämnden ställer sig till följande rekommendation "
        "till kultur- och fritidsnämnden:\nPunkt: R7. "
    ) in text
    assert text.count("Punkt:") == 1


def test_a_second_request_says_that_something_has_been_added(eskilstuna: AuditCase) -> None:
    case = returned(eskilstuna, "KFN")
    line = matter(case, "KFN").line
    assert line.decision is not None
    added = stored(
        r.Response,
        900,
        audit_id=case.audit.id,
        kind=ResponseKind.SUPPLEMENT,
        supplements_id=line.decision.id,
        decided_on=date(2023, 5, 9),
        received_on=date(2023, 5, 10),
        paragraph="44",
        review=Review.SUPPLEMENT_REQUESTED,
        review_note="Tidplan saknas.",
        reviewed_on=date(2023, 5, 16),
        supplement_due_on=date(2023, 6, 16),
    )
    link = next(e for e in case.response_cases if e.response_id == line.decision.id)
    linked = link.model_copy(update={"id": 900, "response_id": 900})
    case = replace(
        case, responses=(*case.responses, added), response_cases=(*case.response_cases, linked)
    )
    text = "\n".join(request(case, today=date(2023, 5, 17)))
    assert (
        "En komplettering lämnades den 9 maj 2023 (§ 44). Den 16 maj 2023 bedömde vi att yttrandet "
        "behöver kompletteras ytterligare."
    ) in text
    assert "Text: Tidplan saknas." in text
    assert "senast den 16 juni 2023" in text


def test_a_company_supplements_through_its_board(eskilstuna: AuditCase) -> None:
    case = returned(eskilstuna, "KFN")
    company = body(case, "KFN").model_copy(
        update={"name": "Energi AB", "kind": CommitteeKind.COMPANY}
    )
    case = replace(
        case,
        committees=tuple(company if e.id == company.id else e for e in case.committees),
    )
    text = "\n".join(request(case))
    assert "Uppgift: Till: Energi AB" in text
    assert "bad vi bolaget att yttra sig" in text
    assert "Vi ber bolaget att komplettera yttrandet" in text
    assert "bör beslutas av bolagets styrelse och" in text


def test_the_one_in_office_is_written_to_and_the_one_asked_is_named(
    eskilstuna: AuditCase,
) -> None:
    case = returned(eskilstuna, "KFN")
    heir = body(case, "SOCN")
    ended = body(case, "KFN").model_copy(
        update={"valid_to_on": date(2022, 12, 31), "successor_id": heir.id}
    )
    case = replace(
        case, committees=tuple(ended if e.id == ended.id else e for e in case.committees)
    )
    text = "\n".join(request(case))
    assert "Uppgift: Till: Socialnämnden" in text
    assert f"bad vi kultur- och fritidsnämnden att yttra sig över {AREA}" in text
    assert "Vi ber socialnämnden att komplettera yttrandet" in text


def test_nothing_returned_is_no_occasion(eskilstuna: AuditCase) -> None:
    with pytest.raises(GoneError):
        supplement_request(matter(eskilstuna, "KFN"), SUPPLEMENT)


def opened(draft: bytes) -> EmailMessage:
    message = email.message_from_bytes(draft, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    part = message.get_body()
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_the_mail_of_a_request(eskilstuna: AuditCase) -> None:
    case = returned(eskilstuna, "KFN")
    draft = opened(supplement_mail(matter(case, "KFN"), SUPPLEMENT_MAIL, Enclosed("a.docx", b"x")))
    assert draft["Subject"] == f"Begäran om komplettering av yttrande: {AREA}"
    assert text_of(draft) == (
        "Till kultur- och fritidsnämnden\n\n"
        f"Vi ber om komplettering av yttrandet över {AREA}. Vad som behöver kompletteras framgår "
        "av det bifogade brevet, ”Begäran om komplettering av yttrande”.\n\n"
        "Kompletteringen önskas senast den 12 maj 2023.\n\n"
        "Med vänlig hälsning\nRevisorerna i Eskilstuna kommun\n"
    )
    assert [each.get_filename() for each in draft.iter_attachments()] == ["a.docx"]


def extended(case: AuditCase, *told: dict[str, Any]) -> AuditCase:
    """The case with these extensions of the committee KFN, and no others."""
    reply_case = next(e for e in case.reply_cases if e.committee_id == body(case, "KFN").id)
    extensions = tuple(
        stored(r.Extension, 700 + place, **{"reply_case_id": reply_case.id, **each})
        for place, each in enumerate(told)
    )
    return replace(case, extensions=extensions)


GRANTED: dict[str, Any] = {
    "new_due_on": date(2023, 4, 24),
    "decision": ExtensionDecision.GRANTED,
}
REFUSED = {**GRANTED, "decision": ExtensionDecision.REFUSED}
REQUESTED = {**GRANTED, "decision": ExtensionDecision.REQUESTED}
MARCH = date(2023, 3, 13)
ASKED_FOR = f"I missivet den 1 december 2022 bad vi nämnden att yttra sig över {AREA} senast den"


@pytest.mark.parametrize(
    ("told", "today", "heading", "asked", "decided", "day"),
    [
        (
            [{**GRANTED, "asked_on": date(2023, 3, 6), "decided_on": MARCH}],
            MARCH,
            "Besked om förlängd svarstid",
            " Nämnden begärde den 6 mars 2023 förlängd svarstid.",
            "Vi beslutade den 13 mars 2023 att förlänga svarstiden till den 24 april 2023.",
            "Yttrandet önskas senast den 24 april 2023 i stället för den 20 mars 2023.",
        ),
        (
            [{**GRANTED, "decided_by": "revisorernas ordförande", "reason": "två möten ställs in"}],
            MARCH,
            "Besked om förlängd svarstid",
            "",
            (
                "Revisorernas ordförande har beslutat att förlänga svarstiden till den 24 april "
                "2023. Skäl: Två möten ställs in."
            ),
            "Yttrandet önskas senast den 24 april 2023 i stället för den 20 mars 2023.",
        ),
        (
            [
                {**GRANTED, "new_due_on": date(2023, 3, 31)},
                {**GRANTED, "decided_on": MARCH, "decided_by": "revisorerna"},
            ],
            MARCH,
            "Besked om förlängd svarstid",
            " Svarstiden har tidigare förlängts till den 31 mars 2023.",
            (
                "Revisorerna beslutade den 13 mars 2023 att förlänga svarstiden till den 24 april "
                "2023."
            ),
            "Yttrandet önskas senast den 24 april 2023 i stället för den 31 mars 2023.",
        ),
        (
            [{**REFUSED, "decided_on": MARCH}],
            MARCH,
            "Avslag på begäran om förlängd svarstid",
            " Nämnden har begärt förlängd svarstid till den 24 april 2023.",
            "Vi beslutade den 13 mars 2023 att inte förlänga svarstiden.",
            "Yttrandet önskas därför fortfarande senast den 20 mars 2023.",
        ),
        (
            [{**REFUSED, "decided_on": MARCH}],
            date(2023, 3, 21),
            "Avslag på begäran om förlängd svarstid",
            " Nämnden har begärt förlängd svarstid till den 24 april 2023.",
            "Vi beslutade den 13 mars 2023 att inte förlänga svarstiden.",
            "Svarsdagen var den 20 mars 2023, och vi ber därför om yttrandet snarast.",
        ),
        (
            [{**REQUESTED, "asked_on": date(2023, 3, 6), "reason": "Remissen pågår."}],
            MARCH,
            "Mottagen begäran om förlängd svarstid",
            (
                " Nämnden begärde den 6 mars 2023 förlängd svarstid till den 24 april 2023. Skäl: "
                "Remissen pågår."
            ),
            "Vi har tagit emot begäran och återkommer med besked.",
            "Till dess är svarsdagen fortfarande den 20 mars 2023.",
        ),
    ],
    ids=["granted", "by whom and why", "a second time", "refused", "refused late", "asked for"],
)
def test_the_notice_of_more_time(  # noqa: PLR0913, PLR0917 - what is registered, and each sentence
    awaiting: AuditCase,
    told: list[dict[str, Any]],
    today: date,
    heading: str,
    asked: str,
    decided: str,
    day: str,
) -> None:
    known = matter(extended(awaiting, *told), "KFN", today)
    lines = lines_of(extension_notice(known, NOTICE))
    start = lines.index(f"Rubrik 1: {heading}")
    is_decided = told[-1]["decision"] is not ExtensionDecision.REQUESTED
    assert lines[start + 1] == f"Text: {ASKED_FOR} 20 mars 2023.{asked}"
    assert (lines[start + 2] == "Rubrik 2: Beslut") is is_decided
    after = start + 2 + is_decided
    assert lines[after : after + 2] == [f"Text: {decided}", "Rubrik 2: Svarsdag"]
    assert lines[after + 2].startswith(f"Text: {day} Yttrandet bör beslutas av nämnden och")
    mail = opened(extension_mail(known, NOTICE_MAIL, Enclosed("a.docx", b"x")))
    assert mail["Subject"] == f"{heading}: {AREA}"
    is_granted = told[-1]["decision"] is ExtensionDecision.GRANTED
    said = day if is_granted else f"{decided} {day}"
    assert text_of(mail) == (
        "Till kultur- och fritidsnämnden\n\n"
        f"Det bifogade brevet, ”{heading}”, gäller ert yttrande över {AREA}.\n\n{said}\n\n"
        "Med vänlig hälsning\nRevisorerna i Eskilstuna kommun\n"
    )


def test_the_day_that_counts_stands_in_the_head_while_it_lies_ahead(awaiting: AuditCase) -> None:
    case = extended(awaiting, GRANTED)
    head = "Uppgift: Svar önskas senast: 2023-04-24"
    assert head in lines_of(extension_notice(matter(case, "KFN", MARCH), NOTICE))
    late = lines_of(extension_notice(matter(case, "KFN", date(2023, 4, 25)), NOTICE))
    assert not [line for line in late if "Svar önskas senast" in line]


def test_a_company_is_told_in_its_own_words(alvsunda: Mapping[str, AuditCase]) -> None:
    case = alvsunda["ALV-2025-1"]
    lines = lines_of(extension_notice(matter(case, "ÄBAB", date(2026, 1, 13)), NOTICE))
    assert "Uppgift: Till: Älvsundabostäder AB" in lines
    text = "\n".join(lines)
    assert "Bolaget begärde den 9 januari 2026 förlängd svarstid till den 31 mars 2026." in text
    assert "Yttrandet bör beslutas av bolagets styrelse" in text
