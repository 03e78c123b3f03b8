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
        elif _is_flat(*_said(row, f"{W}trPr/{W}trHeight", "val", "hRule")):
            yield from _flattened(row)
    for paragraph in file.paragraphs:
        found = list(_of_paragraph(file, paragraph))
        for is_gone in (True, False):
            yield Unseen("".join(e.text for e in found if e.is_gone is is_gone).strip(), is_gone)


def _of_paragraph(file: WordFile, paragraph: Paragraph) -> Iterator[Unseen]:
    is_flat = _is_flat(*_line_height(file, paragraph))
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
        if is_flat:
            yield from _flattened(run)
        elif is_small or _is_narrow(file, paragraph, run) or (is_lost and not is_boxed):
            yield Unseen(_without_words(run))
        elif is_lost:
            yield Unseen(text_of(run), is_gone=False)


def _said(owner: etree._Element | None, path: str, *names: str) -> list[str | None]:
    """Return what an element within another says under each of its names."""
    found = owner.find(path) if owner is not None else None
    return [found.get(f"{W}{name}") if found is not None else None for name in names]


def _line_height(file: WordFile, paragraph: Paragraph) -> list[str | None]:
    """Return how high the lines of a paragraph are, and by which rule: its own or its style's."""
    root = file.styles.root
    usual = root.find(f"{W}docDefaults/{W}pPrDefault") if root is not None else None
    owners = (paragraph.element, *paragraph.style.chain, usual)
    every = [_said(owner, f"{W}pPr/{W}spacing", "line", "lineRule") for owner in owners]
    return [next((said for said in column if said), None) for column in zip(*every, strict=True)]


def _is_flat(height: str | None, rule: str | None) -> bool:
    """Tell whether a row or a line is said to be exactly so low that nothing of it is seen."""
    is_told = height is not None and height.isdecimal() and rule == "exact"
    return is_told and int(height or 0) <= SMALLEST * _TWIPS


def _is_narrow(file: WordFile, paragraph: Paragraph, run: etree._Element) -> bool:
    """Tell whether letters are pressed together until they are lines, by themselves or a style."""
    [named] = _said(run, f"{W}rPr/{W}rStyle", "val")
    of_run = file.styles.style(named, "character").chain if named else ()
    every = (
        _said(owner, f"{W}rPr/{W}w", "val")[0] for owner in (run, *of_run, *paragraph.style.chain)
    )
    said = next(filter(None, every), "").removesuffix("%")
    return said.isdecimal() and int(said) <= _NARROWEST


_NARROWEST = 10
"""Per cent of a letter's breadth."""


def _flattened(owner: etree._Element) -> Iterator[Unseen]:
    """Take out the words of a flat line or row; a text box on it may be seen all the same."""
    boxed = "".join(text_of(box) for box in owner.iter(f"{W}txbxContent"))
    yield Unseen(_without_words(owner))
    yield Unseen(boxed, is_gone=False)


def _without_words(owner: etree._Element) -> str:
    """Take the words out of an element, but for those of the text boxes that hang on it."""
    boxed = {each for box in owner.iter(f"{W}txbxContent") for each in box.iter(*_SHOWN)}
    every = [each for each in owner.iter(*_SHOWN) if each not in boxed]
    words = [each for each in every if each.text or each.tag == f"{W}sym"]
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
