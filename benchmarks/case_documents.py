"""All documents of the real case, and the first of them after the key was pressed."""

import tempfile
import time
from itertools import count
from pathlib import Path

from benchmarks.measure import ROUNDS, Figure, medians
from revtrack.domain.codes import DocumentKind
from revtrack.services.demo import make_demo, produce_all
from revtrack.services.papers.produce import produce
from revtrack.storage.store import Person


def figures(rounds: int = ROUNDS) -> tuple[Figure, ...]:
    """Measure the first letter in a fresh register, and then every kind of document."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        demo = make_demo(folder, Person("Benchmark"))
        began = time.perf_counter()
        produce(demo.store, DocumentKind.COVER_LETTER, demo.audit.id, demo.today, folder / "first")
        first = time.perf_counter() - began
        number = count()

        def everything() -> object:
            out = folder / f"all{next(number)}"
            return produce_all(demo, demo.today, out, lambda _: None)

        taken = medians({"all": everything}, rounds)
        demo.store.close()
    return (
        Figure("All documents of the real case", taken["all"], 3, "s"),
        Figure("Its first document, after the key", first, 1, "s"),
    )
