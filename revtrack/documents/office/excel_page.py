"""How a sheet is printed: paper, margins, how many pages wide, and what stands on each page.

Nothing is printed smaller than can be read: what is too wide for A4 goes on A3, and what is too
wide for that on several pages side by side, with the columns that name a row on each.
"""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList

FONT, SIZE = "Arial", 10
A4, A3 = 9, 8
ROOM = {A4: 148, A3: 215}
"""How many characters fit beside each other on a landscape page, within its margins."""
HEIGHT = {A4: 487, A3: 734}
"""Its height within the margins, in points."""
WIDER = 0.9
"""The share of that room that holds in LibreOffice too, where columns are a little wider."""
LEAST_PERCENT = 70
"""The smallest print: seven points of ten."""
SIDE, UPRIGHT, RUNNING = 0.4, 0.75, 0.3
"""In inches: the margins, and where what stands on each page begins."""
SMALL = 8
"""In points; what stands on each page is of one size, however small the sheet is printed."""
LONGEST = 200
"""Of a line that stands on each page."""


def set_font(book: Workbook) -> None:
    """Let the workbook's own font be ours: the widths of columns are told in its digits."""
    ours = Font(name=FONT, size=SIZE)
    book._fonts = IndexedList([ours])  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl offers no other way
    book._named_styles["Normal"].font = ours  # type: ignore[attr-defined]  # noqa: SLF001 - as above


def set_page(target: Any, widths: Sequence[int], naming: int = 1) -> float:  # noqa: ANN401 - openpyxl's sheets come in two kinds
    """Choose paper and scale for columns so many characters wide; ``naming`` of them name a row.

    Returns how many points of rows fit on a page.
    """
    whole = sum(widths)
    paper = A4 if whole <= _most(A4) else A3
    pages = _pages(whole, sum(widths[:naming]))
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = paper
    if whole > ROOM[paper] * WIDER:
        target.page_setup.fitToWidth, target.page_setup.fitToHeight = pages, 0
        target.sheet_properties.pageSetUpPr.fitToPage = True
    if pages > 1:
        target.print_title_cols = f"A:{get_column_letter(naming)}"
        target.page_setup.pageOrder = "overThenDown"
    margins = target.page_margins
    margins.left = margins.right = SIDE
    margins.top = margins.bottom = UPRIGHT
    margins.header = margins.footer = RUNNING
    return HEIGHT[paper] * max(1.0, whole / (ROOM[paper] * pages))


def _most(paper: int) -> int:
    """Return how many characters fit where they are printed as small as can be read."""
    return ROOM[paper] * 100 // LEAST_PERCENT


def _pages(whole: int, naming: int) -> int:
    """Return over how many pages side by side so many characters go, those that name on each."""
    room = _most(A3) - naming
    return max(1, -(-(whole - naming) // room)) if room > 0 else 1


def set_running_lines(target: Any, header: str, footer: str) -> None:  # noqa: ANN401 - as above
    """Put a line above and one below on each page, with its number of how many."""
    target.HeaderFooter.scaleWithDoc = False
    for part, text in (
        (target.oddHeader.left, _as_shown(header)),
        (target.oddFooter.left, _as_shown(footer)),
        (target.oddFooter.right, "&P (&N)"),
    ):
        part.text, part.size = text, SMALL


def _as_shown(text: str) -> str:
    """Return a text as a running line shows it, whose codes begin with &; too long, visibly cut."""
    whole = text.replace("&", "&&")
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip('&')}…"
