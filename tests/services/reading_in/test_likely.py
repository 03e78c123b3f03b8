"""Which audit a paper is proposed for: by what it says, never without a mark where it is unsure."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revtrack.domain.codes import PaperKind, ResponseKind
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.domain.proposals.proposal import Proposal, ProposedRecommendation, ProposedResponse
from revtrack.services.reading_in.accepting import accept
from revtrack.services.reading_in.comparing import compare_with
from revtrack.services.reading_in.likely import Target, guess_of, likely_audits
from revtrack.services.reading_in.lines import Accepting, Original
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.storage.store import Store
from tests.services.reading_in.conftest import COMMITTEES
from tests.services.reading_in.papers import (
    HERE,
    LETTER_ON,
    PLAN,
    SCHOOL,
    SOCIAL,
    TODAY,
    TRAINING,
    found,
    letter,
    report,
)

TITLE = "Granskning av kommunens arbete mot hot och våld i tjänsten"
WINTER = ProposedRecommendation("1", HERE, "Köpa in fler plogbilar", committees=(SCHOOL,))


def registered(store: Store, proposal: Proposal, year: int, reference: str | None = None) -> int:
    """Save a letter, with everything in it, as an audit that is handed over."""
    proposal = replace(proposal, audit_year=found(year))
    seen = compare_with(store, proposal, None, TODAY)
    accepting = Accepting(seen.sure_keys(), reference=reference)
    return accept(store, proposal, accepting, None, TODAY).audit.id


def of_reply(title: str | None, *texts: str, **changes: Any) -> Proposal:  # noqa: ANN401 - fields
    """Return a reply that says little of itself: a form, or a mail."""
    stated: dict[str, Any] = {
        "kind": PaperKind.RESPONSE,
        "title": found(title) if title else None,
        "recommendations": tuple(
            ProposedRecommendation(str(number), HERE, text) for number, text in enumerate(texts, 1)
        ),
        "responses": (ProposedResponse(SCHOOL, ResponseKind.DECISION, HERE),),
    }
    return Proposal(**{**stated, **changes})


def with_reply(**changes: Any) -> tuple[ProposedResponse, ...]:  # noqa: ANN401 - fields
    """Return one reply of these facts."""
    return (replace(ProposedResponse(SCHOOL, ResponseKind.DECISION, HERE), **changes),)


def test_the_file_itself_and_the_title_tell(ekby: Store) -> None:
    original = Original("rapport.txt", b"som den kom")
    assert guess_of(ekby, report(), original) == Target()
    seen = compare_with(ekby, report(), None, TODAY)
    done = accept(ekby, report(), Accepting(seen.sure_keys()), original, TODAY)
    certain = Target(done.audit.id, is_guessed=True)
    unlike = report(title=found("Något annat"), recommendations=(WINTER,))
    assert guess_of(ekby, unlike, original) == certain
    assert guess_of(ekby, unlike, None) == Target()
    assert guess_of(ekby, of_reply("Granskning av skolans ekonomi"), None) == certain


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Svar på revisorernas granskning av arbetet mot hot och våld i tjänsten",
        "Yttrande över granskning av kommunens arbete mot hot och våld i tjänsten, dnr REV 2023/18",
        "Granskning av hot och våld i tjänsten",
    ],
)
def test_a_title_in_other_words_tells_where_it_says_as_much(ekby: Store, title: str) -> None:
    audit_id = registered(ekby, letter(title=found(TITLE)), 2023)
    assert guess_of(ekby, of_reply(title), None) == Target(audit_id, is_guessed=True)


@pytest.mark.parametrize(
    "title",
    [
        "Granskning av hot och våld i tjänsten och i skolan",  # says more
        "Granskning av hot och våld",  # may be another audit of it
        "Granskning av kommunens arbete mot hot och våld i skolan",  # another place
    ],
)
def test_a_title_that_says_less_or_other_is_not_certain(ekby: Store, title: str) -> None:
    audit_id = registered(ekby, letter(title=found(TITLE)), 2023)
    guessed = guess_of(ekby, of_reply(title), None)
    assert guessed.audit_id == audit_id
    assert guessed.doubt is not None
    assert guessed.doubt.startswith("Det är osäkert om handlingen hör till EKB-2023-1, ”Granskning")
    assert guess_of(ekby, of_reply(title, PLAN, TRAINING), None).doubt is None


def test_a_reply_to_a_follow_up_is_not_certain_of_the_audit_before_it(ekby: Store) -> None:
    before = registered(ekby, letter(title=found(TITLE)), 2022)
    said = of_reply("Svar på uppföljande granskning av hot och våld i tjänsten", PLAN)
    guessed = guess_of(ekby, said, None)
    assert (guessed.audit_id, bool(guessed.doubt)) == (before, True)
    again = letter(title=found("Uppföljande granskning av hot och våld i tjänsten"))
    later = registered(ekby, again, 2024, "ANDRA")
    assert guess_of(ekby, said, None) == Target(later, is_guessed=True)


@pytest.mark.parametrize(
    "title",
    [
        "Granskning av kommunens arbete mot mobbning",
        "Granskning av kommunens hemtjänst",
        "Granskning av arbetet mot hot och våld i tjänsten 2019",
        None,
    ],
)
def test_another_title_tells_of_no_audit(ekby: Store, title: str | None) -> None:
    registered(ekby, letter(title=found(f"{TITLE} 2023")), 2023)
    assert guess_of(ekby, of_reply(title), None).audit_id is None


@pytest.mark.parametrize(
    "said",
    [
        {"recommendations": of_reply(None, PLAN, TRAINING).recommendations},
        {"diary_number": found("REV 2023-18")},
    ],
)
def test_what_is_recommended_and_the_auditors_number_tell_alone(
    ekby: Store, said: dict[str, Any]
) -> None:
    audit_id = registered(ekby, letter(diary_number=found("REV 2023/18")), 2023)
    assert guess_of(ekby, of_reply(None, **said), None) == Target(audit_id, is_guessed=True)


def test_the_day_of_the_letter_tells_though_not_for_certain(ekby: Store) -> None:
    audit_id = registered(ekby, letter(), 2023)
    said = of_reply(None, letter_on=found(LETTER_ON))
    guessed = guess_of(ekby, said, None)
    assert guessed.audit_id == audit_id
    assert guessed.doubt is not None
    other = of_reply("Granskning av vinterväghållningen", letter_on=found(LETTER_ON))
    assert guess_of(ekby, other, None).audit_id is None


def test_audits_of_one_title_are_told_apart_or_it_is_said(ekby: Store) -> None:
    first = registered(ekby, letter(title=found(TITLE)), 2022, "FÖRSTA")
    plough = ProposedRecommendation(
        "1", HERE, None, "Köpa in fler plogbilar", letter_committees=(SCHOOL,), letter_place=HERE
    )
    again = letter(
        title=found(TITLE),
        letter_on=found(date(2024, 6, 3)),
        recommendations=(plough,),
        committees=(found(SCHOOL),),
    )
    second = registered(ekby, again, 2024, "ANDRA")
    unsure = guess_of(ekby, of_reply(TITLE), None)
    assert unsure.audit_id == second
    assert unsure.doubt is not None
    assert "den kan också höra till FÖRSTA" in unsure.doubt
    for said, meant in (
        (of_reply(TITLE, PLAN), first),
        (of_reply(TITLE, "Köpa in fler plogbilar"), second),
        (of_reply(TITLE, audit_year=found(2022)), first),
        (of_reply(TITLE, responses=with_reply(decided_on=found(date(2024, 6, 1)))), first),
        (of_reply(TITLE, responses=with_reply(committee=SOCIAL)), first),
    ):
        assert guess_of(ekby, said, None) == Target(meant, is_guessed=True), said


def test_whom_the_letter_does_not_go_to_makes_it_unsure(ekby: Store) -> None:
    audit_id = registered(ekby, letter(title=found(TITLE)), 2023)
    other = of_reply(TITLE, PLAN, responses=with_reply(committee="kommunstyrelsen"))
    guessed = guess_of(ekby, other, None)
    assert (guessed.audit_id, bool(guessed.doubt)) == (audit_id, True)


def test_a_paper_of_no_municipality_may_be_of_another_than_the_registers(ekby: Store) -> None:
    audit_id = registered(ekby, letter(title=found(TITLE)), 2023)
    set_up_municipality(ekby, SetUp("Sjöby kommun", listed_committees(COMMITTEES)))
    assert guess_of(ekby, of_reply(TITLE), None).doubt is not None
    for said in (
        of_reply(TITLE, PLAN),
        of_reply(TITLE, municipality=found("Ekby kommun")),
    ):
        assert guess_of(ekby, said, None) == Target(audit_id, is_guessed=True)
    for town in ("Sjöby kommun", "Granby kommun"):
        assert guess_of(ekby, of_reply(TITLE, PLAN, municipality=found(town)), None) == Target()


def test_a_paper_of_the_auditors_own_is_not_taken_for_an_audit_by_some_words(ekby: Store) -> None:
    registered(ekby, letter(title=found(TITLE)), 2023)
    new = report(title=found("Granskning av hot och våld"), recommendations=(WINTER,))
    assert guess_of(ekby, new, None) == Target()
    assert likely_audits(ekby, new, None)


def test_the_only_municipality_is_that_of_a_paper_that_names_none(ekby: Store) -> None:
    guessed = guess_of(ekby, report(municipality=None), None)
    assert guessed == Target(None, "Ekby kommun", is_guessed=True)
    assert guess_of(ekby, report(municipality=found("Granby kommun")), None) == Target()
    set_up_municipality(ekby, SetUp("Sjöby kommun", listed_committees(COMMITTEES)))
    assert guess_of(ekby, report(municipality=None), None) == Target()
