"""Lines in and lines out: nothing but letters, no cursor movement, no colour, no frames."""

import io
import os
import re
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TextIO

from revtrack.domain.errors import N_
from revtrack.domain.texts.prose import name_key
from revtrack.wording import _

MAX_SAID = 4_000
CUT = "…"
NARROWEST = 20

_UNSPEAKABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ud800-\udfff\ufff9-\ufffb]"
)
_DRAWN = re.compile("[\u2190-\u21ff\u2300-\u27bf]")


class Order(StrEnum):
    """A word that is understood at every question."""

    HELP = "?"
    BACK = "back"
    CANCEL = "cancel"
    UNDO = "undo"
    REDO = "redo"
    QUIT = "quit"


_ORDERS: Mapping[Order, str] = {
    Order.BACK: N_("back"),
    Order.CANCEL: N_("cancel"),
    Order.UNDO: N_("undo"),
    Order.REDO: N_("redo"),
    Order.QUIT: N_("quit"),
}
"""The words for each order; the first is the one that is told."""


class LeaveError(Exception):
    """Somebody quits, or there are no more lines to read."""


class BackError(Exception):
    """Somebody backs out of what is asked."""


class CancelError(BackError):
    """Somebody leaves the whole form."""


def speakable(text: str, limit: int = MAX_SAID) -> str:
    """Return the text without anything that a terminal obeys or that only draws; long ones cut."""
    if len(text) > limit:
        text = text[: limit - 1] + CUT
    without_arrows = text.replace("\t", " ").replace("→", "->")
    return _DRAWN.sub("-", _UNSPEAKABLE.sub("\ufffd", without_arrows))


def order_of(answer: str) -> Order | None:
    """Return the order that an answer is; None where it is an answer."""
    said = name_key(answer)
    if said == Order.HELP.value:
        return Order.HELP
    for order, words in _ORDERS.items():
        if said in {name_key(word) for word in _(words).split("|")}:
            return order
    return None


def order_word(order: Order) -> str:
    """Return the word that is told for an order."""
    return _(_ORDERS[order]).split("|")[0]


class Reader(Protocol):
    """Where lines are answered."""

    def readline(self) -> str:
        """Return the next line with its end; empty after the last."""

    def isatty(self) -> bool:
        """Tell whether a person types them, so that they stand there already."""


@dataclass
class Console:
    """Says lines and asks for lines."""

    reader: Reader
    writer: TextIO

    def __post_init__(self) -> None:
        """Take lines in whatever letters they come; what is none of them becomes a mark."""
        if isinstance(self.reader, io.TextIOWrapper):
            is_chosen = self.reader.isatty() or os.environ.get("PYTHONIOENCODING")
            self.reader.reconfigure(encoding=None if is_chosen else "utf-8-sig", errors="replace")

    def say(self, text: str = "") -> None:
        """Say something, a line for each of its lines."""
        for line in text.split("\n"):
            for part in self._fitted(speakable(line)):
                self.writer.write(part + "\n")

    def _fitted(self, line: str) -> Sequence[str]:
        """Return the lines of a terminal that a line fills, broken between words; else itself."""
        if not self.writer.isatty():
            return (line,)
        width = max(shutil.get_terminal_size().columns - 1, NARROWEST)
        return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or ("",)

    def read(self, prompt: str) -> str:
        """Return the line that is answered; what comes through a pipe is shown after the prompt.

        Raises LeaveError where there are no more lines.
        """
        *before, last = self._fitted(speakable(prompt.replace("\n", " ")))
        self.writer.write("".join(f"{part}\n" for part in before) + f"{last} ")
        self.writer.flush()
        try:
            line = self.reader.readline()
        except KeyboardInterrupt:
            self.writer.write("\n")
            raise
        if not line:
            self.writer.write("\n")
            raise LeaveError
        if not self.reader.isatty():
            self.say(line.rstrip("\r\n"))
        return line.rstrip("\r\n").strip()

    def read_lines(self, prompt: str) -> str:
        """Return the lines that are answered until one with a single full stop.

        A first line that is empty or an order is returned by itself.
        """
        first = self.read(prompt)
        if not first or order_of(first) is not None:
            return first
        lines = []
        line = first
        while line != ".":
            lines.append(line)
            line = self.read(">")
        return "\n".join(lines)
