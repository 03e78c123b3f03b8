"""What a form consists of besides the usual blocks: fields to fill in, and tables of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from revtrack.documents.office.blocks import Column


class FormStyle(StrEnum):
    """The styles that only the template of a form has, by the names Word stores."""

    ASKED = "Rekommendationstext"
    """What is asked, as it was issued."""
    FIELD = "Formulärfält"
    HINT = "Ledtext"
    """Of characters: what stands in a field until it is filled in."""
    LABEL = "Formulärrubrik"
    TABLE = "Formulärtabell"


class Filled(Enum):
    """How a field is filled in."""

    TEXT = "text"
    DAY = "day"
    """Chosen in a calendar, or typed."""
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """A field to fill in."""

    name: str
    """Known by it when the form comes back: of letters, digits and "_", at most 40."""
    title: str
    """Shown at the field and read out by screen readers."""
    hint: str
    """What stands there until it is filled in."""
    filled: Filled = Filled.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A paragraph that is known by name when the form comes back, to see if it was typed over."""

    text: str
    name: str


@dataclass(frozen=True)
class FormTable:
    """A table with a header row, labels and fields; it stays on one page where there is room."""

    title: str
    """Read out by screen readers."""
    description: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str | Field]]
    keeps_what_follows: bool = False


FormBlock = Asked | FormTable
