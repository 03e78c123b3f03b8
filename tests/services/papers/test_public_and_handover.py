"""Public pages and handovers keep what every kind of document keeps."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from revtrack.documents.accessibility.check import CHECKED, check_file
from revtrack.services.database.opening import open_store
from revtrack.services.find import find_municipality
from revtrack.services.papers.handover import make_handover
from revtrack.services.papers.public_page import draw_pages
from revtrack.storage.store import Store
from tests.cli.english import english_in
from tests.conftest import TESTER, TODAY
from tests.documents.flatten import shown_in


def made(store: Store, town: str, years: Sequence[int], folder: Path) -> dict[str, bytes]:
    """Make the public pages of these years, and hand the municipality over."""
    municipality = find_municipality(store, town)
    files: dict[str, bytes] = {}
    for year in years:
        files |= draw_pages(store, municipality, year, TODAY, folder / "webb").files
    paths = make_handover(store, municipality, TODAY, folder / town)
    return files | {each.name: each.read_bytes() for each in paths}


def test_the_same_data_makes_the_same_bytes(
    demo_store: Store, demo_database: Path, tmp_path: Path
) -> None:
    shutil.copyfile(demo_database, tmp_path / "andra.db")
    other = open_store(tmp_path / "andra.db", TESTER)
    files = made(demo_store, "Eskilstuna", [2022], tmp_path / "ett")
    assert files == made(other, "Eskilstuna", [2022], tmp_path / "två")
    other.close()


def test_everybody_can_read_them_and_in_swedish(demo_store: Store, tmp_path: Path) -> None:
    files = made(demo_store, "Älvsunda", [2022, 2025], tmp_path)
    checked = {name: each for name, each in files.items() if Path(name).suffix in CHECKED}
    assert {Path(name).suffix for name in checked} == {".html", ".xlsx"}
    for name, content in checked.items():
        assert check_file(name, content) == (), name
        assert english_in(shown_in(name, content)) == [], name
