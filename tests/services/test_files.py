"""Files are written all or none, and never over one that is there."""

import stat
from pathlib import Path

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.files import write_all

CONTENTS = {f"fil {number}.txt": f"innehåll {number}".encode() for number in range(1, 6)}


def _files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_all_are_written_whole_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mapp"
    paths = write_all(folder, CONTENTS)
    assert [each.name for each in paths] == list(CONTENTS)
    assert _files(folder) == CONTENTS
    assert {stat.S_IMODE(each.stat().st_mode) for each in paths} == {0o644}


@pytest.mark.parametrize("taken", CONTENTS)
def test_a_name_that_is_taken_stops_all(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_bytes(b"viktigt")
    with pytest.raises(RevTrackError, match="Nothing was written"):
        write_all(tmp_path, CONTENTS)
    assert _files(tmp_path) == {taken: b"viktigt"}


@pytest.mark.parametrize("bad", range(5))
def test_a_fault_at_any_file_leaves_none(tmp_path: Path, bad: int) -> None:
    contents = {
        ("x" * 300 if place == bad else name): content
        for place, (name, content) in enumerate(CONTENTS.items())
    }
    with pytest.raises(RevTrackError, match=r"Nothing was written to .*: File name too long"):
        write_all(tmp_path, contents)
    assert _files(tmp_path) == {}


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "mapp").write_bytes(b"")
    with pytest.raises(RevTrackError, match="Choose a folder you may write in"):
        write_all(tmp_path / "mapp", CONTENTS)
