"""Files are written all or none, and never over one that is there."""

import errno
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.papers.files import replaced, write_all, written
from tests.services.faults import Faults

CONTENTS = {f"fil {number}.txt": f"innehåll {number}".encode() for number in range(1, 6)}


def _files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_all_are_written_whole_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mapp"
    paths = write_all(folder, CONTENTS)
    assert [each.name for each in paths] == list(CONTENTS)
    assert _files(folder) == CONTENTS


@contextmanager
def _umask(kept_back: int) -> Iterator[None]:
    before = os.umask(kept_back)
    try:
        yield
    finally:
        os.umask(before)


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("kept_back", "is_private", "rights", "of_folder"),
    [
        (0o022, False, 0o644, 0o755),
        (0o077, False, 0o600, 0o700),
        (0o002, False, 0o664, 0o775),
        (0o022, True, 0o600, 0o700),
    ],
)
def test_others_may_read_what_the_person_lets_them_and_never_what_is_private(
    tmp_path: Path, kept_back: int, is_private: bool, rights: int, of_folder: int
) -> None:
    with _umask(kept_back):
        (path,) = write_all(tmp_path / "ny", {"fil.txt": b"x"}, is_private=is_private)
    assert (_rights(path), _rights(path.parent)) == (rights, of_folder)


@pytest.mark.parametrize("rights", [0o600, 0o664])
def test_a_file_that_is_replaced_keeps_who_may_read_it(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "dagar.ics"
    with _umask(0o027):
        replaced(path, b"1")
        assert _rights(path) == 0o640
        path.chmod(rights)
        replaced(path, b"2")
    assert _rights(path) == rights
    assert _files(tmp_path) == {"dagar.ics": b"2"}


def _no_links(*_paths: object) -> None:
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


@pytest.mark.parametrize("knows_links", [True, False])
def test_what_another_program_writes_meanwhile_is_neither_written_over_nor_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_links: bool
) -> None:
    sync = os.fsync

    def meanwhile(descriptor: int) -> None:
        (tmp_path / "fil 2.txt").write_bytes(b"annans")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    if not knows_links:
        monkeypatch.setattr(os, "link", _no_links)
    with pytest.raises(RevTrackError, match=r"fil 2\.txt exists already"):
        write_all(tmp_path, CONTENTS)
    assert _files(tmp_path) == {"fil 2.txt": b"annans"}


@pytest.mark.parametrize("taken", CONTENTS)
def test_a_name_that_is_taken_stops_all(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_bytes(b"viktigt")
    with pytest.raises(RevTrackError) as refused:
        write_all(tmp_path, CONTENTS)
    assert str(refused.value) == f"{tmp_path / taken} exists already. Choose another name."
    assert _files(tmp_path) == {taken: b"viktigt"}


def test_a_folder_and_a_link_to_nothing_take_a_name_too(tmp_path: Path) -> None:
    (tmp_path / "fil 1.txt").mkdir()
    (tmp_path / "fil 2.txt").symlink_to(tmp_path / "borta")
    for name in ("fil 1.txt", "fil 2.txt"):
        with pytest.raises(RevTrackError, match=rf"{name} exists already\. Choose another name\."):
            write_all(tmp_path, {name: b"ny"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["fil 1.txt", "fil 2.txt"]


@pytest.mark.parametrize("bad", range(5))
def test_a_fault_at_any_file_leaves_none(tmp_path: Path, bad: int) -> None:
    contents = {
        ("x" * 300 if place == bad else name): content
        for place, (name, content) in enumerate(CONTENTS.items())
    }
    with pytest.raises(RevTrackError, match=r"Nothing was written to .*: .*File name too long"):
        write_all(tmp_path, contents)
    assert _files(tmp_path) == {}


@contextmanager
def _without_rights() -> Iterator[None]:
    """Let root be nobody for a while, since root may write everywhere."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(own)


@pytest.mark.parametrize("place", ["mapp", "mapp/under"])
def test_a_folder_that_may_not_be_looked_into(tmp_path: Path, place: str) -> None:
    (tmp_path / "mapp").mkdir(mode=0)
    with _without_rights(), pytest.raises(RevTrackError, match="Nothing was written to"):
        write_all(tmp_path / place, CONTENTS)
    (tmp_path / "mapp").chmod(0o700)
    assert list((tmp_path / "mapp").iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "mapp").write_bytes(b"")
    with pytest.raises(RevTrackError, match="Choose a folder you may write in"):
        write_all(tmp_path / "mapp", CONTENTS)


def test_a_place_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RevTrackError) as refused:
        write_all(Path(), {"x" * 300: b""})
    assert str(refused.value).startswith(f"Nothing was written to {tmp_path}: ")


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    """Let the system refuse what is longer, as it does when the disk is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_none(tmp_path: Path) -> None:
    contents = {"liten.txt": b"x" * 10, "stor.txt": b"x" * 1_000_000}
    with (
        _files_no_longer_than(500_000),
        pytest.raises(RevTrackError, match=r"Nothing was written to .*: .*File too large"),
    ):
        write_all(tmp_path / "ny" / "mapp", contents)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("knows_links", "named_by"), [(True, "link"), (False, "replace")])
def test_a_fault_at_any_call_of_the_system_leaves_none_or_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_links: bool, named_by: str
) -> None:
    faults = Faults(monkeypatch)
    if not knows_links:
        monkeypatch.setattr(os, "link", _no_links)
    for place, fault in enumerate(faults.one_after_another()):
        folder = tmp_path / str(place) / "mapp"
        try:
            with fault:
                write_all(folder, CONTENTS)
        except RevTrackError:
            assert not folder.parent.exists()
        else:
            assert _files(folder) == CONTENTS
    assert {"mkdir", "open", "fsync", named_by} <= faults.met


def _write_and_fail(folder: Path, *, beside: str | None = None) -> None:
    fails = RevTrackError("Nothing was kept.")
    with written(folder, CONTENTS):
        assert _files(folder).items() >= CONTENTS.items()
        if beside:
            (folder / beside).write_bytes(b"annans")
        raise fails


def test_what_fails_afterwards_takes_the_files_away_again(tmp_path: Path) -> None:
    (tmp_path / "egen.txt").write_bytes(b"min")
    with pytest.raises(RevTrackError, match="Nothing was kept"):
        _write_and_fail(tmp_path)
    assert _files(tmp_path) == {"egen.txt": b"min"}


def test_a_folder_that_somebody_else_uses_meanwhile_stays(tmp_path: Path) -> None:
    with pytest.raises(RevTrackError, match="Nothing was kept"):
        _write_and_fail(tmp_path / "ny", beside="annans.txt")
    assert _files(tmp_path / "ny") == {"annans.txt": b"annans"}
