"""A new register is the owner's alone from the first byte, and made whole or not at all."""

import errno
import os
import resource
import shutil
import stat
from pathlib import Path

import pytest

from revtrack.domain.errors import RevTrackError
from revtrack.services.database.opening import create_store
from revtrack.storage import migrate
from tests.conftest import TESTER


@pytest.mark.parametrize("size", [0, 20_000, 200_000])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, size: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(RevTrackError, match="could not be made"):
            create_store(tmp_path / "register.db", TESTER)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_the_draft_is_the_owners_alone_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    link, touch = os.link, Path.touch

    def begun(path: Path, mode: int, *, exist_ok: bool) -> None:
        touch(path, mode, exist_ok=exist_ok)
        modes.append(stat.S_IMODE(path.stat().st_mode))

    def named(draft: Path, path: Path) -> None:
        modes.append(stat.S_IMODE(draft.stat().st_mode))
        link(draft, path)

    monkeypatch.setattr(Path, "touch", begun)
    monkeypatch.setattr(os, "link", named)
    create_store(tmp_path / "register.db", TESTER).close()
    assert modes == [0o600, 0o600]
    assert stat.S_IMODE((tmp_path / "register.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", [f"{'x' * 300}.db", f"{'x' * 300}/register.db"])
def test_a_name_that_is_too_long_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RevTrackError, match=r"could not be made: .*File name too long"):
        create_store(tmp_path / name, TESTER)
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_of_an_earlier_try_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".register.db.0123abcd.new").write_bytes(b"halv")
    (tmp_path / ".register.db.0123abcd.new-journal").write_bytes(b"halv")
    (tmp_path / ".register.db.new").write_bytes(b"annat")
    create_store(tmp_path / "register.db", TESTER).close()
    assert sorted(each.name for each in tmp_path.iterdir()) == [".register.db.new", "register.db"]


@pytest.mark.parametrize("knows_links", [True, False])
def test_of_two_that_make_it_at_once_the_slower_is_refused_and_takes_nothing(
    tmp_path: Path, empty_database: Path, knows_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quicker(draft: Path) -> None:
        shutil.copyfile(empty_database, draft)
        (tmp_path / "register.db").write_bytes(b"den andras")

    def no_links(_draft: Path, _path: Path) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(migrate, "make_empty", quicker)
    if not knows_links:
        monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(RevTrackError, match="exists already"):
        create_store(tmp_path / "register.db", TESTER)
    assert (tmp_path / "register.db").read_bytes() == b"den andras"
    assert [each.name for each in tmp_path.iterdir()] == ["register.db"]
