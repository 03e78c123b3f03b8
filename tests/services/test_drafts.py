"""What is typed is kept for its person alone, and what is damaged is set aside."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.drafts import DraftBox
from revtrack.wording import word

AT = datetime(2026, 2, 20, 14, 32, 5, tzinfo=UTC)
FIRST = {"title": "", "kind": "decision"}
TYPED = {"title": "Granskning \ud800 [/] \x1b åäö", "kind": "decision"}


def box_of(folder: Path, person: str = "Kim", register: str = "/register.db") -> DraftBox:
    return DraftBox(folder / "drafts", register, person, lambda: AT)


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    box = box_of(tmp_path)
    assert box.find("NewLetterWish") is None
    box.keep("NewLetterWish", TYPED, FIRST)
    draft = box.find("NewLetterWish")
    assert draft is not None
    assert draft.kept_at == AT
    assert draft.typed == TYPED
    assert draft.changed == {"title": TYPED["title"]}
    box.drop("NewLetterWish")
    assert box.find("NewLetterWish") is None
    box.drop("NewLetterWish")


def test_a_draft_is_its_person_s_its_register_s_and_its_form_s_own(tmp_path: Path) -> None:
    box_of(tmp_path).keep("NoteWish a", TYPED, FIRST)
    assert box_of(tmp_path).find("NoteWish b") is None
    assert box_of(tmp_path, person="Alex").find("NoteWish a") is None
    assert box_of(tmp_path, register="/annat.db").find("NoteWish a") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows protects by the folder's own rights")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    box_of(tmp_path).keep("NoteWish", TYPED, FIRST)
    (file,) = (tmp_path / "drafts").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"format": 2}',
        json.dumps({"typed": 1}).encode(),
    ],
)
def test_a_damaged_draft_is_set_aside(tmp_path: Path, content: bytes) -> None:
    box = box_of(tmp_path)
    box.keep("NoteWish", TYPED, FIRST)
    (file,) = (tmp_path / "drafts").iterdir()
    file.write_bytes(content)
    with pytest.raises(RevTrackError) as refusal:
        box.find("NoteWish")
    aside = file.with_suffix(".damaged")
    assert word(refusal.value) == (
        f"Ett utkast till det här formuläret var skadat och har lagts åt sidan: {aside}."
    )
    assert aside.read_bytes() == content
    assert box.find("NoteWish") is None


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("ingen mapp")
    with pytest.raises(RevTrackError, match="could not be kept as a draft"):
        box_of(tmp_path).keep("NoteWish", TYPED, FIRST)
