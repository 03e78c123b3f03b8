"""Every document of every sample audit, in all its formats, can be read by everybody."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from revtrack.documents.accessibility.check import CHECKED, check_file
from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.services.demo import Demo, produce_all
from revtrack.services.find import find_audit, read_case
from revtrack.services.follow_up.pack import make_pack
from revtrack.services.papers.clerk_makers import in_role_for
from revtrack.services.papers.makers import MAKERS, ON_OCCASION, ONLY_PER_COMMITTEE
from revtrack.services.papers.produce import produce
from revtrack.services.reminding.remind import remind
from revtrack.services.reminding.remind_presidium import take_to_presidium
from revtrack.storage.store import Store
from tests.conftest import TODAY
from tests.documents.publishing.everything import planted
from tests.documents.publishing.planting import is_in, published
from tests.services.follow_up.test_following_up import follow_up

REFERENCES = ["ALV-2022-1", "ALV-2023-3", "ALV-2024-3", "ALV-2025-1", "ALV-2025-3", "ALV-2025-4"]
"""A followed audit, a letter alone, a follow-up, one under reply, questions, one not handed over;
the demo makes those of ALV-2023-2."""
DUE = date(2023, 3, 20)


def made_of(store: Store, audit: r.Audit, day: date, folder: Path) -> list[Path]:
    """Make every document of an audit, the forms for one committee only, and return the files."""
    asked = [each.committee_id for each in read_case(store, audit.id).reply_cases]
    made: list[Path] = []
    for kind in MAKERS:
        one = next(iter(asked), None) if kind in ONLY_PER_COMMITTEE else None
        with suppress(RevTrackError):  # not handed over, nobody late: there is no such document
            produced = produce(
                in_role_for(store, kind), kind, audit.id, day, folder, committee_id=one
            )
            made += [each.path for each in produced]
    return made


def flaws_of(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Return what keeps somebody from reading these files, by the files' names."""
    looked_at = [each for each in paths if each.suffix in CHECKED]
    assert looked_at
    found = {each.name: check_file(each.name, each.read_bytes()) for each in looked_at}
    return {name: [each.line for each in flaws] for name, flaws in found.items() if flaws}


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_document_of_an_audit_is_clean(
    reference: str, demo_store: Store, tmp_path: Path
) -> None:
    audit = find_audit(demo_store, reference)
    assert flaws_of(made_of(demo_store, audit, TODAY, tmp_path)) == {}


def test_all_that_the_demo_makes_is_clean_and_its_published_copies_hold_no_secret(
    demo_store: Store, tmp_path: Path
) -> None:
    demo = Demo(demo_store, TODAY, find_audit(demo_store, "ALV-2023-2"))
    told: list[Path] = []
    produce_all(demo, TODAY, tmp_path, lambda each: told.append(each.path))
    assert flaws_of(told) == {}
    kinds = {each.name.split("_")[2] + each.suffix: each for each in told}
    copies = [each for each in kinds.values() if each.suffix in {".docx", ".xlsx"}]
    assert len(copies) >= 15
    for each in copies:
        content = each.read_bytes()
        if each.suffix == ".docx":
            assert not is_in(published(planted(content))), each.name
        each.write_bytes(published(content))
    assert flaws_of(copies) == {}


@pytest.mark.parametrize(
    ("database", "day"), [("eskilstuna_store", TODAY), ("awaiting_store", date(2023, 2, 1))]
)
def test_the_documents_of_the_real_case_are_clean(
    database: str, day: date, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    store: Store = request.getfixturevalue(database)
    made = made_of(store, find_audit(store, "ESK-2022-1"), day, tmp_path)
    assert len(made) >= len(MAKERS) - len(ON_OCCASION)
    assert flaws_of(made) == {}


def test_what_a_follow_up_asks_is_clean(demo_store: Store, tmp_path: Path) -> None:
    audit = follow_up(demo_store, "ALV-2023-1", "ALV-2023-2", "ALV-2022-1")
    made = make_pack(demo_store, audit.id, TODAY, tmp_path, None)
    assert flaws_of(each.path for each in made) == {}


def test_the_letters_that_remind_are_clean(awaiting_store: Store, tmp_path: Path) -> None:
    first, _plan = remind(awaiting_store, DUE + timedelta(days=7), tmp_path)
    second, _plan = remind(awaiting_store, DUE + timedelta(days=21), tmp_path)
    late = find_audit(awaiting_store, "ESK-2022-1")
    missing = read_case(awaiting_store, late.id).reply_cases[0]
    third = take_to_presidium(awaiting_store, missing, DUE + timedelta(days=35), tmp_path)
    letters = [path for each in (*first, *second) for path in each.paths]
    assert flaws_of([*letters, *third.paths]) == {}
