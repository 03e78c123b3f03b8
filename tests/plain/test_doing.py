"""Whatever changes the register on the screen can be done by prompts too."""

import re
from collections.abc import Iterable

from revtrack.plain.console import Order, order_word
from revtrack.plain.doing import DONE_BY, done_by
from revtrack.storage.store import Store
from revtrack.tui import keys
from tests.plain.conftest import Talk

TOWN = ("kommuner", "Älvsunda", "nämnder", "1", "tillbaka", "tillbaka", "tillbaka", "tillbaka")
NOT_HANDED_OVER = ("granskningar", "sök ALV-2025-4", "1", "tillbaka", "sök ALV-2025-1", "1")
QUESTIONS = ("frågor", "1", "tillbaka", "tillbaka")
DOCUMENTS = ("framställ", "1", "", "", "", "", "tillbaka", "handlingar", "1", "tillbaka", "")
REPLIES = ("svar och", "kommun", "tillbaka", "barn", "tillbaka", "tillbaka", "tillbaka")
CHECKS = ("tillbaka", "avstämning", "1", "tillbaka", "tillbaka")
SEARCHES = ("sök i", "rek", "öppen", "spara", "Öppna", "", "", "", "spara", "1", "tillbaka", "", "")
BEGUN = ("granskningar", "sök ALV-2023-2", "1", "påbörja", "", "", "ja", "tillbaka", "uppf", "1")
CLOSED = ("sök i", "rek", "granskning:ALV-2022-1 -öppen", "1", "tillbaka", "", "", "")
DRAFT = ("granskningar", "sök ALV-2025-3", "1", "svar och", "barn", "", "", "", "")
JUDGED = ("granskningar", "sök ALV-2024-3", "1", "svar och", "1", "", "", "", "")


def _answers(*places: Iterable[str]) -> list[str]:
    return [each for place in places for each in place]


def test_every_writing_action_of_the_screen_has_its_counterpart() -> None:
    assert set(DONE_BY) >= keys.WRITING


def test_each_counterpart_is_offered_where_there_is_something_to_do(
    demo_store: Store, talk: Talk
) -> None:
    said = talk(
        demo_store,
        *_answers(TOWN, NOT_HANDED_OVER, QUESTIONS, DOCUMENTS, REPLIES, CHECKS, SEARCHES),
        *_answers(("påminnelser", "tillbaka", "paket", "tillbaka", "?"), CLOSED, DRAFT),
        *_answers(JUDGED, BEGUN),
        "sluta",
    )
    offered = set(re.findall(r"^\d+ ([^:\n]+)", said, re.MULTILINE))
    words = {order_word(Order.UNDO), order_word(Order.REDO), "ändra", "ta bort", "spara"}
    missing = {action for action in DONE_BY if done_by(action) not in offered | words}
    assert missing == set()
    assert all(word in said for word in words)
