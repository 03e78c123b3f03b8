"""A status form goes out with a follow-up's pack, is filled in, comes back and becomes reports."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from revtrack.documents.forms.status_form import StatusFormFacts, status_form_document
from revtrack.domain import records as r
from revtrack.domain.codes import FileKind, Progress, Review, VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.scope import asked_of
from revtrack.domain.replies.form_fields import field_name
from revtrack.domain.replies.status_form import StatusForm, status_form
from revtrack.services.database.opening import open_store
from revtrack.services.find import find_audit, find_committee, read_case
from revtrack.services.follow_up.judging import record_verdicts
from revtrack.services.papers.places import read_template
from revtrack.services.replies.returned_forms import read_returned
from revtrack.services.replies.status_forms import StatusFiled, StatusProposal, file_status
from revtrack.storage.exchange import contents_of
from revtrack.storage.rows import change
from revtrack.storage.store import Store
from revtrack.wording import sentence, word
from tests.conftest import TESTER
from tests.services.follow_up.test_following_up import case_of, follow_up, line_of, verdict
from tests.services.forms.filling import replaced_everywhere, with_texts

HERE = Path(__file__).parent
MADE_ON, TODAY = date(2026, 2, 16), date(2026, 3, 5)
FOLLOW_UP_UID = "6d0f7b52-6a0e-4b39-9d3c-0f1b8e5c7a10"
"""Of the follow-up that the form filled in with LibreOffice was made in."""

Filled = Mapping[tuple[str, str], str]
"""What is filled in, by the recommendation's number ("" for the day) and the field's code."""
ALL: Filled = {("R1", "pr"): "Genomförd", ("R2", "pr"): "Pågår", ("R5", "pr"): "Ej påbörjad"}


@pytest.fixture(scope="module")
def followed_up(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a follow-up under way, always of the same uid."""
    path = shutil.copyfile(demo_database, tmp_path_factory.mktemp("status") / "register.db")
    store = open_store(path, TESTER)
    made = follow_up(store, "ALV-2023-2", "ALV-2022-1")
    with store.wish() as session:
        change(session, made, uid=FOLLOW_UP_UID)
    store.close()
    return path


@pytest.fixture
def demo_store(followed_up: Path, tmp_path: Path) -> Iterator[Store]:
    """A register of the test's own with the follow-up."""
    store = open_store(shutil.copyfile(followed_up, tmp_path / "demo.db"), TESTER)
    yield store
    store.close()


@pytest.fixture
def audit(demo_store: Store) -> r.Audit:
    """The follow-up under way."""
    return find_audit(demo_store, "ALV-2026-1")


def asked_form(store: Store, audit: r.Audit, committee: str = "ÄBAB") -> StatusForm:
    case = read_case(store, audit.id)
    followed = [read_case(store, each.followed_id) for each in case.followed]
    body = find_committee(case, committee)
    return status_form(case, body, asked_of(case, followed, body, MADE_ON))


@pytest.fixture
def asked(demo_store: Store, audit: r.Audit) -> StatusForm:
    """What the form to Älvsundabostäder asks."""
    return asked_form(demo_store, audit)


def made(asked: StatusForm) -> bytes:
    """Return the form as it is sent out."""
    facts = StatusFormFacts(asked, date(2026, 3, 20), MADE_ON)
    return status_form_document(facts, read_template("svarsformular.docx", None))


def filled(asked: StatusForm, said: Filled) -> bytes:
    """Return the form as Word leaves it filled in."""
    uids = {"": asked.key.form_uid, **{row.number: row.uid for row in asked.rows}}
    texts = {field_name(uids[number], code): text for (number, code), text in said.items()}
    return with_texts(made(asked), texts)


def read(store: Store, content: bytes) -> StatusProposal:
    proposal = read_returned(store, "lage.docx", content, TODAY)
    assert isinstance(proposal, StatusProposal)
    return proposal


def filed(store: Store, content: bytes, *, accepts_part: bool = False) -> StatusFiled:
    proposal = read(store, content)
    return file_status(
        store, proposal, TODAY, received_on=date(2026, 3, 4), accepts_part=accepts_part
    )


def reports(store: Store, received: date) -> dict[str, r.ProgressReport]:
    """Return what was reported on that day, by number."""
    case = case_of(store, "ALV-2023-2")
    return {
        case.number_of(
            case.recommendation_by_id[case.addressee_by_id[each.addressee_id].recommendation_id]
        ): each
        for each in case.progress_reports
        if each.reported_on == received
    }


def remarks(proposal: StatusProposal) -> list[str]:
    rows = [each for row in proposal.reading.rows for each in row.remarks]
    return [sentence(each.message, each.values) for each in (*rows, *proposal.reading.remarks)]


def refused(store: Store, content: bytes) -> str:
    """Return why a form is refused; nothing may have been stored."""
    before = case_of(store, "ALV-2023-2").progress_reports
    with pytest.raises(RevTrackError) as refusal:
        filed(store, content)
    assert case_of(store, "ALV-2023-2").progress_reports == before
    return word(refusal.value)


def test_a_form_filled_in_with_libreoffice_becomes_progress_reports(
    demo_store: Store, audit: r.Audit
) -> None:
    content = (HERE / "libreoffice_status.docx").read_bytes()
    filed(demo_store, content)
    told = reports(demo_store, date(2026, 3, 2))
    assert {number: (each.progress, each.text) for number, each in told.items()} == {
        "R1": (
            Progress.DONE,
            "Besiktningen är klar.\nRapporten är antagen & publicerad.\nKlart: 2025-11-20",
        ),
        "R2": (
            Progress.UNDER_WAY,
            (
                "Planer finns för två av tre områden.\nKlart senast: 2026-09\n"
                "Återstår: Planen för centrum\nStyrelsen följer upp varje kvartal."
            ),
        ),
        "R5": (Progress.WILL_NOT, "Styrelsen <anser> att den redan gör det."),
    }
    assert {each.review for each in told.values()} == {Review.PENDING}
    (kept,) = case_of(demo_store, audit.reference).attachments
    assert (kept.kind, kept.name) == (FileKind.RESPONSE_FORM, "lage.docx")
    with demo_store.reading() as session:
        assert contents_of(session, [kept.sha256]) == {kept.sha256: content}


def test_a_form_that_is_not_dated_counts_from_the_day_it_came(
    demo_store: Store, asked: StatusForm
) -> None:
    filed(demo_store, filled(asked, ALL))
    assert set(reports(demo_store, date(2026, 3, 4))) == {"R1", "R2", "R5"}


def test_the_same_file_is_not_read_in_twice_and_the_same_report_not_registered_twice(
    demo_store: Store, asked: StatusForm
) -> None:
    content = filled(asked, ALL)
    filed(demo_store, content)
    assert (
        refused(demo_store, content) == "Just den här filen är redan inläst; inget registrerades."
    )
    again = filed(demo_store, filled(asked, {**ALL, ("R5", "pr"): "Pågår"}))
    assert [row.asked.number for row in again.rows] == ["R5"]
    assert [row.asked.number for row in again.known] == ["R1", "R2"]


def test_a_row_that_says_no_status_is_refused_with_the_reason(
    demo_store: Store, asked: StatusForm
) -> None:
    content = filled(asked, {("R1", "pr"): "genomfört nästan", ("R2", "gj"): "Två planer."})
    assert remarks(read(demo_store, content)) == [
        (
            "ALV-2023-2 R1: ”genomfört nästan” är inget läge som formuläret erbjuder; raden "
            "registreras inte."
        ),
        "ALV-2023-2 R2 har inget läge; det som står där registreras inte.",
        "ALV-2023-2 R5 är inte ifylld.",
    ]
    assert refused(demo_store, content) == (
        "Inget registrerades: Älvsundabostäder AB har inte angett läget för ALV-2023-2 "
        "R1, ALV-2023-2 R2, ALV-2023-2 R5 i formuläret. Skicka tillbaka det, eller registrera "
        "det som finns med --accept-part."
    )


def test_what_there_is_can_be_filed(demo_store: Store, asked: StatusForm) -> None:
    content = filled(asked, {("R2", "pr"): "pågår", ("R2", "kl"): "snart", ("", "ld"): "nyligen"})
    filed(demo_store, content, accepts_part=True)
    (told,) = reports(demo_store, date(2026, 3, 4)).items()
    assert (told[0], told[1].text) == ("R2", "Klart senast: snart")
    assert remarks(read(demo_store, content))[-1] == (
        "”nyligen” är ingen dag som uppgifterna kan gälla; den utelämnades."
    )


Change = Callable[[StatusForm, bytes], bytes]


@pytest.mark.parametrize(
    ("change_it", "reason"),
    [
        (
            lambda asked, form: replaced_everywhere(
                form, asked.rows[0].uid.replace("-", ""), "0" * 32
            ),
            "Formuläret är skadat",
        ),
        (
            lambda asked, form: replaced_everywhere(form, asked.key.stamp, "0" * 16),
            "Formuläret är skadat",
        ),
        (lambda asked, _form: made(asked), "Inget är ifyllt i formuläret"),
    ],
)
def test_a_damaged_or_empty_form_is_refused(
    demo_store: Store, asked: StatusForm, change_it: Change, reason: str
) -> None:
    assert refused(demo_store, change_it(asked, filled(asked, ALL))).startswith(reason)


def test_a_form_of_another_register_is_refused(
    demo_store: Store, asked: StatusForm, audit: r.Audit
) -> None:
    content = filled(asked, ALL)
    with demo_store.wish() as session:
        now = read_case(demo_store, audit.id).audit
        change(session, now, uid="11111111-6a0e-4b39-9d3c-0f1b8e5c7a10")
    assert refused(demo_store, content).startswith("Formuläret hör till en granskning som inte")


def test_a_verdict_passed_meanwhile_makes_no_form_old(
    demo_store: Store, asked: StatusForm, audit: r.Audit
) -> None:
    content = filled(asked, ALL)
    line = line_of(demo_store, "ALV-2023-2", "R1", "ÄBAB")
    found = verdict(line, VerdictStep.PARTLY, follow_up_id=audit.id)
    record_verdicts(demo_store, [found], TODAY)
    assert len(filed(demo_store, content).rows) == 3


def test_a_form_is_old_when_what_it_asks_has_been_changed(
    demo_store: Store, asked: StatusForm
) -> None:
    content = filled(asked, ALL)
    case = case_of(demo_store, "ALV-2023-2")
    (issued,) = (
        each for each in case.wordings if each.recommendation_id == asked.rows[0].recommendation.id
    )
    with demo_store.wish() as session:
        change(session, issued, text="Något annat.")
    assert refused(demo_store, content).startswith(
        "Formuläret är gammalt: det som ALV-2026-1 frågar Älvsundabostäder AB om har ändrats"
    )
