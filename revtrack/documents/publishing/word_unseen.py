"""Text of a Word document that no reader sees: hidden, of the colour behind it, or too small."""

from collections.abc import Iterator

from lxml import etree

from revtrack.documents.accessibility.colours import contrast
from revtrack.documents.accessibility.word_contrast import looks_of_run
from revtrack.documents.accessibility.word_file import Paragraph, WordFile, text_of
from revtrack.documents.accessibility.word_styles import is_on
from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import M, W
from revtrack.documents.publishing.unseen import SMALLEST, UNSEEN_BELOW, Unseen

_TWIPS = 20
_SHOWN = (f"{W}t", f"{W}sym", f"{M}t")


def take_unseen(file: WordFile) -> Iterator[Unseen]:
    """Take out the text that no reader sees; yield what stood there in a colour or size unseen.

    What is hidden by a setting goes without a word: who hid it knows of it.
    """
    for row in [row for table in file.tables for row in table.row_elements]:
        if is_on(row.find(f"{W}trPr"), "hidden"):
            remove(row)
        elif _is_flat(row.find(f"{W}trPr/{W}trHeight"), "val", "hRule"):
            yield Unseen(_without_words(row))
    for paragraph in file.paragraphs:
        found = list(_of_paragraph(file, paragraph))
        for is_gone in (True, False):
            yield Unseen("".join(e.text for e in found if e.is_gone is is_gone).strip(), is_gone)


def _of_paragraph(file: WordFile, paragraph: Paragraph) -> Iterator[Unseen]:
    is_flat = _is_flat(paragraph.element.find(f"{W}pPr/{W}spacing"), "line", "lineRule")
    for run in list(paragraph.element.iter(f"{W}r", f"{M}r")):
        if next(run.iterancestors(f"{W}p"), None) is not paragraph.element:
            continue
        looks, behind = looks_of_run(file, paragraph, run)
        if looks.is_hidden:
            remove(run)
            _drop_emptied(paragraph.element)
            continue
        is_boxed = next(run.iterancestors(f"{W}txbxContent"), None) is not None
        ink = file.styles.ink(looks.colour, behind)
        is_lost = contrast(ink, behind) < UNSEEN_BELOW
        is_small = looks.half_points is not None and looks.half_points <= 2 * SMALLEST
        if is_small or is_flat or _is_narrow(run) or (is_lost and not is_boxed):
            yield Unseen(_without_words(run))
        elif is_lost:
            yield Unseen(text_of(run), is_gone=False)


def _is_flat(height: etree._Element | None, size: str, rule: str) -> bool:
    """Tell whether a row or a line is said to be exactly so low that nothing of it is seen."""
    if height is None or height.get(f"{W}{rule}") != "exact":
        return False
    said = height.get(f"{W}{size}", "")
    return said.isdecimal() and int(said) <= SMALLEST * _TWIPS


def _is_narrow(run: etree._Element) -> bool:
    scale = run.find(f"{W}rPr/{W}w")
    said = scale.get(f"{W}val", "").removesuffix("%") if scale is not None else ""
    return said.isdecimal() and int(said) <= _NARROWEST


_NARROWEST = 10
"""Per cent of a letter's breadth."""


def _without_words(owner: etree._Element) -> str:
    words = [each for each in owner.iter(*_SHOWN) if each.text or each.tag == f"{W}sym"]
    for each in words:
        remove(each)
    return "".join(each.text or "" for each in words)


def _drop_emptied(paragraph: etree._Element) -> None:
    """Take out a paragraph that held only what was hidden, where another stands beside it."""
    holder = paragraph.getparent()
    is_alone = holder is not None and len(holder.findall(f"{W}p")) == 1
    is_empty = not any(each.tag != f"{W}pPr" for each in paragraph)
    if is_empty and not is_alone and paragraph.find(f"{W}pPr/{W}sectPr") is None:
        remove(paragraph)
