"""The registers that tests work on: made once from the sample data, copied for each test."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from revtrack.domain.case import AuditCase
from revtrack.services.database.opening import create_store, open_store
from revtrack.services.exchange.importing import import_case_file
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.store import Person, Store
from revtrack.wording import use_language

TODAY = date(2026, 2, 16)
"""The day that the demonstration stands on."""

SAMPLE_DATA = Path(__file__).parent.parent / "sample_data"
TESTER = Person("Test Person")

# The tests start hundreds of processes: what Python compiles for one is kept for the next.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are cores: tests of the screen wait now and then."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Leave what is loaded for good out of the search for garbage, and search more seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def sample(name: str) -> bytes:
    """Return a file of the sample data."""
    return (SAMPLE_DATA / name).read_bytes()


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    """Let every test begin, and leave the next one, in Swedish."""
    use_language("sv")
    yield
    use_language("sv")


def _filled(empty: Path, folder: Path, *names: str) -> Path:
    """Return a copy of the empty database that holds these files of the sample data."""
    path = folder / "register.db"
    shutil.copyfile(empty, path)
    store = open_store(path, TESTER)
    for name in names:
        import_case_file(store, sample(name), source=name)
    store.close()
    return path


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "register.db"
    create_store(path, TESTER).close()
    return path


@pytest.fixture(scope="session")
def eskilstuna_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _filled(empty_database, tmp_path_factory.mktemp("eskilstuna"), "eskilstuna_2022.json")


@pytest.fixture(scope="session")
def awaiting_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("awaiting")
    return _filled(empty_database, folder, "eskilstuna_2022_awaiting.json")


@pytest.fixture(scope="session")
def demo_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    return _filled(empty_database, folder, "eskilstuna_2022.json", "alvsunda.json")


def _copied(database: Path, path: Path) -> Iterator[Store]:
    shutil.copyfile(database, path)
    store = open_store(path, TESTER)
    yield store
    store.close()


@pytest.fixture
def empty_store(empty_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A register with nothing in it."""
    yield from _copied(empty_database, tmp_path / "empty.db")


@pytest.fixture
def eskilstuna_store(eskilstuna_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A register with the real case, answered."""
    yield from _copied(eskilstuna_database, tmp_path / "eskilstuna.db")


@pytest.fixture
def awaiting_store(awaiting_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A register with the real case as it stood before any reply."""
    yield from _copied(awaiting_database, tmp_path / "awaiting.db")


@pytest.fixture
def demo_store(demo_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A register with the real case and the four years of an invented municipality."""
    yield from _copied(demo_database, tmp_path / "demo.db")


@pytest.fixture
def new_store(empty_database: Path, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Make further empty registers, beside the test's own."""
    made: list[Store] = []

    def make() -> Store:
        path = tmp_path / f"other{len(made)}.db"
        shutil.copyfile(empty_database, path)
        made.append(open_store(path, TESTER))
        return made[-1]

    yield make
    for store in made:
        store.close()


def _cases(database: Path) -> dict[str, AuditCase]:
    store = open_store(database, TESTER, read_only=True)
    with store.reading() as session:
        cases = {audit.reference: load_case(session, audit.id) for audit in list_audits(session)}
    store.close()
    return cases


@pytest.fixture(scope="session")
def eskilstuna(eskilstuna_database: Path) -> AuditCase:
    """The real case, answered; its ids are those of ``eskilstuna_store``."""
    return _cases(eskilstuna_database)["ESK-2022-1"]


@pytest.fixture(scope="session")
def awaiting(awaiting_database: Path) -> AuditCase:
    """The real case before any reply; its ids are those of ``awaiting_store``."""
    return _cases(awaiting_database)["ESK-2022-1"]


@pytest.fixture(scope="session")
def alvsunda(demo_database: Path) -> Mapping[str, AuditCase]:
    """The audits of the invented municipality by reference; ids are those of ``demo_store``."""
    cases = _cases(demo_database)
    return {name: case for name, case in cases.items() if name.startswith("ALV-")}
