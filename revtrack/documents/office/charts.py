"""What a chart consists of before it is Word or Excel: its bars, their words and their looks.

A chart never stands alone: its numbers stand in a table too, and its description says the main ones
in a sentence for those who cannot see it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Look(Enum):
    """What the bars of a series look like: a colour of the theme, and a pattern or none.

    Full colours differ in lightness and the others in pattern, so that all are told apart in grey.
    """

    DARK = ("accent1", "")
    MIDDLE = ("accent2", "")
    LIGHT = ("accent5", "")
    WHITE = ("bg1", "")
    SLANTED = ("accent3", "dkUpDiag")
    LAID = ("accent4", "narHorz")
    UPRIGHT = ("accent4", "narVert")
    CROSSED = ("accent6", "smCheck")
    DEEP = ("accent3", "")
    BACKWARD = ("accent1", "dkDnDiag")

    @property
    def colour(self) -> str:
        """The name of its colour in the theme."""
        return self.value[0]

    @property
    def pattern(self) -> str:
        """The name of its pattern; empty: the colour fills it."""
        return self.value[1]


class Form(Enum):
    """How the bars of several series stand."""

    STACKED = "stacked"
    """Lying bars, one for each category, parted by series."""
    UPRIGHT = "upright"
    """Upright bars, those of a category beside each other."""


@dataclass(frozen=True)
class Series:
    """A number for each category, and what the numbers are called."""

    name: str
    values: tuple[int, ...]
    """None where only cells know them."""
    look: Look = Look.DARK


@dataclass(frozen=True)
class Chart:
    """A chart with bars."""

    title: str
    description: str
    """The main figures in a sentence: its alternative text."""
    categories: tuple[str, ...]
    """What the bars are called; none where only cells know it."""
    series: tuple[Series, ...]
    category_title: str
    value_title: str
    form: Form = Form.STACKED
    highest: int | None = None
    """Where the axis of the values ends; None: at the highest value."""


@dataclass(frozen=True)
class PlacedChart:
    """A chart of a Word file, and the id by which the text names it."""

    chart: Chart
    relation: str


def that_occur(series: Iterable[Series]) -> tuple[Series, ...]:
    """Return the series that have any number but nought."""
    return tuple(each for each in series if any(each.values))


def is_worth_showing(categories: Sequence[object], series: Sequence[Series]) -> bool:
    """Tell whether a chart says more than a sentence: two categories that differ in two ways."""
    return min(len(categories), len(series)) > 1
