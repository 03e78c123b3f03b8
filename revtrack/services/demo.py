"""The demo: a new database with the sample data, standing on its own day, and all its documents."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revtrack.domain.records import Audit
from revtrack.services.database.opening import create_store
from revtrack.services.exchange.importing import import_case_file
from revtrack.services.find import find_audit, read_case
from revtrack.services.papers.clerk_makers import in_role_for
from revtrack.services.papers.makers import MAKERS, ON_OCCASION
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL, PER_COMMITTEE
from revtrack.services.papers.occasions import occasions
from revtrack.services.papers.places import sample_data_folder
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.produce import produce
from revtrack.storage.store import Person, Store


@dataclass(frozen=True)
class Demo:
    """An open demo database, the day it stands on, and the audit whose documents are made."""

    store: Store
    today: date
    audit: Audit


def make_demo(folder: Path, person: Person) -> Demo:
    """Make a database in ``folder`` with what ``sample_data/demo.toml`` names."""
    samples = sample_data_folder()
    plan = tomllib.loads((samples / "demo.toml").read_text(encoding="utf-8"))
    store = create_store(folder / "demo.db", person)
    for name in plan["load"]:
        import_case_file(store, (samples / name).read_bytes(), source=name)
    return Demo(store, plan["today"], find_audit(store, plan["audit"]))


def produce_all(
    demo: Demo, today: date, folder: Path, tell: Callable[[Produced], None]
) -> tuple[Produced, ...]:
    """Make every kind of document of the demo's audit and its municipality, telling of each."""
    made: list[Produced] = []
    for document in _each_document(demo, today, folder):
        tell(document)
        made.append(document)
    return tuple(made)


def _each_document(demo: Demo, today: date, folder: Path) -> Iterator[Produced]:
    case = read_case(demo.store, demo.audit.id)
    for kind in MAKERS:
        if kind not in ON_OCCASION or occasions(kind, case, today):
            store = in_role_for(demo.store, kind)
            yield from produce(store, kind, demo.audit.id, today, folder)
    for kind in MUNICIPAL:
        committee = case.committees[0] if kind in PER_COMMITTEE else None
        yield from produce_municipal(
            demo.store, kind, case.municipality, today, folder, committee=committee
        )
