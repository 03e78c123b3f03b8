"""Searching over the whole register: first texts, first rows at each letter, keys, and a save.

The figures are milliseconds and megabytes, as people wait for them. How much was found stands in
their names, so that a fast answer that finds nothing is seen.
"""

import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from textual.pilot import Pilot

from benchmarks.firm import AUDITS, TODAY, make_firm
from benchmarks.measure import ROUNDS, Figure
from revtrack.domain import records as r
from revtrack.domain.errors import UsageError
from revtrack.domain.filtering import Filter, parse_filter
from revtrack.services.database.opening import open_store
from revtrack.services.searching import Register
from revtrack.storage.rows import add, some, table_of
from revtrack.storage.store import Person, Store
from revtrack.tui.app import RevTrackApp
from revtrack.tui.widgets.paged_lines import PagedLines
from revtrack.wording.filter_names import filter_names

PERSON = Person("Benchmark")
WORDS = ("upphandling", "up", "nämnden ska", "uppföljning rutin")
TYPED = "nämnd:SN upphandling försenad"
FIRST_PAGE, FIRST_ROWS = 60, 200
KEYS = ("down", "pagedown", "end", "pageup", "up", "home")


def figures(
    audits: int = AUDITS, rounds: int = ROUNDS, firm: Path | None = None
) -> tuple[Figure, ...]:
    """Measure searching in a register of so many audits, made here unless it is given."""
    with _register(audits, firm) as store, closing(Register(store)) as register:
        register.prepare()
        return (
            *_texts(store, register, rounds),
            *_lines(register, rounds),
            *asyncio.run(_screen(store, rounds)),
            _save(store, max(rounds * 4, 5)),
        )


@contextmanager
def _register(audits: int, firm: Path | None) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as made:
        store = open_store(firm, PERSON) if firm else make_firm(Path(made) / "firm.db", audits)
        yield store
        store.close()


def _milliseconds(way: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        way()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _texts(store: Store, register: Register, rounds: int) -> Iterator[Figure]:
    """Yield how long the first page of texts takes, with their places."""
    with store.reading() as session:
        count = session.connection().exec_driver_sql(
            "SELECT (SELECT count(*) FROM recommendation) + (SELECT count(*) FROM answer) "
            "+ (SELECT count(*) FROM action) + (SELECT count(*) FROM audit)"
        )
        texts = count.scalar_one()
    for typed in WORDS:
        asked = parse_filter(typed, {})

        def first(asked: Filter = asked) -> object:
            return register.hits(register.find_texts(asked, FIRST_PAGE))

        found = len(register.find_texts(asked))
        what = f"first page of {found} texts of {texts} with “{typed}”"
        yield Figure(what, _milliseconds(first, rounds), 30, "ms")


def _lines(register: Register, rounds: int) -> Iterator[Figure]:
    """Yield how long the first rows take at the slowest letter, and the whole list."""
    names, taken = filter_names(), []
    for end in range(1, len(TYPED) + 1):
        asked = _being_typed(TYPED[:end])
        if asked is not None:
            way = _first_rows(register, asked)
            taken.append((_milliseconds(way, rounds), TYPED[:end]))
    slowest, typed = max(taken)
    yield Figure(f"first rows while typing, slowest at “{typed}”", slowest, 100, "ms")
    every = parse_filter("", names)
    count = len(register.find_lines(every, TODAY))
    yield Figure(
        f"list of {count} rows loaded",
        _milliseconds(lambda: register.find_lines(every, TODAY), rounds),
        500,
        "ms",
    )


def _being_typed(typed: str) -> Filter | None:
    """Return a filter that is being typed; None where it cannot be read yet."""
    try:
        return parse_filter(typed, filter_names())
    except UsageError:
        return None


def _first_rows(register: Register, asked: Filter) -> Callable[[], object]:
    def way() -> object:
        ids = register.find_lines(asked, TODAY, FIRST_ROWS)
        return register.lines(ids[:FIRST_PAGE])

    return way


async def _screen(store: Store, rounds: int) -> tuple[Figure, ...]:
    """Return how long a key takes until its rows are drawn, and what the list needs of memory."""
    with tempfile.TemporaryDirectory() as folder:
        app = RevTrackApp(store, TODAY, Path(folder))
        async with app.run_test(size=(120, 40)) as pilot:
            await _settle(pilot)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            await pilot.press("f7")
            await _settle(pilot)
            lines = app.screen.query_one(PagedLines)
            taken = [await _key(lines, key) for _ in range(rounds * 4) for key in KEYS]
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    slow = sorted(taken)[int(len(taken) * 0.95)]
    return (
        Figure("key to rows drawn, p95", slow, 16, "ms"),
        Figure("memory that the list adds", grown / 1024, 60, "MB"),
    )


async def _settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    while any(not each.is_finished for each in pilot.app.workers):  # noqa: ASYNC110 - none tells
        await asyncio.sleep(0.01)
    await pilot.pause()


async def _key(lines: PagedLines, key: str) -> float:
    """Press a key, and return the milliseconds until every row in sight is there and drawn."""
    action = {"pagedown": "page_down", "pageup": "page_up", "end": "last", "home": "first"}
    began = time.perf_counter()
    getattr(lines, f"action_{action.get(key, key)}")()
    while not lines.is_whole:  # noqa: ASYNC110 - nothing tells that it is
        await asyncio.sleep(0)
    for y in range(lines.size.height):
        lines.render_line(y)
    taken = (time.perf_counter() - began) * 1000
    await asyncio.sleep(0.02)
    return taken


def _save(store: Store, rounds: int) -> Figure:
    """Return how long a save with its history, seal and search tables takes."""
    with store.reading() as session:
        case = some(session, r.ReplyCase, table_of(r.ReplyCase).c.id == 1)[0]

    def save() -> object:
        with store.wish() as session:
            new = r.NewReplyCaseNote(reply_case_id=case.id, noted_on=TODAY, text="Ringde nämnden")
            return add(session, r.ReplyCaseNote, new)

    taken = sorted(_times(save, rounds))
    return Figure("a save, p95", taken[int(len(taken) * 0.95)], 5, "ms")


def _times(way: Callable[[], object], rounds: int) -> Sequence[float]:
    return [_milliseconds(way, 1) for _ in range(rounds)]
