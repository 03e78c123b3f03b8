"""Titles, headings, lists typed by hand and empty paragraphs of a Word document."""

import re
from collections.abc import Iterator

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.word_file import (
    WHOLE,
    Paragraph,
    WordFile,
    shortened,
    text_of,
)
from revtrack.documents.accessibility.word_styles import Element, W, is_on

_BY_HAND = re.compile(r"(?:[•·◦▪*‐–—-]|\d{1,2}[.)]|[a-zåäö]\))[ \t\u00a0]+\S", re.IGNORECASE)
_MAX_HEADING = 80
_ENDS_SENTENCE = (".", ":", ";", ",", "!", "?")
_NOT_TEXT = ("drawing", "pict", "object", "sectPr", "fldChar", "fldSimple", "footnoteReference")


def titles(file: WordFile) -> Iterator[Finding]:
    """Yield where the file has no title among its properties, or not exactly one in its text."""
    if not file.title:
        yield Finding(flaws.NO_TITLE, WHOLE)
    body = [each for each in file.paragraphs if each.is_body and each.text.strip()]
    named = [each for each in body if each.style.is_title]
    first_level = [each for each in body if each.level == 1]
    if len(named) > 1:
        yield Finding(flaws.SEVERAL_TITLES, named[1].place, {"count": len(named)})
    elif not named and len(first_level) > 1:
        yield Finding(flaws.SEVERAL_TITLES, first_level[1].place, {"count": len(first_level)})
    elif not named and not first_level:
        yield Finding(flaws.NO_DOCUMENT_TITLE, WHOLE)


def headings(file: WordFile) -> Iterator[Finding]:
    """Yield headings without text, and those more than one level below the one before."""
    before = 0
    for each in file.paragraphs:
        level = each.level
        if level is None or not each.is_body:
            continue
        if not each.text.strip():
            yield Finding(flaws.EMPTY_HEADING, each.place)
            continue
        if level > before + 1 and before:
            yield Finding(flaws.HEADING_GAP, each.place, {"level": level, "before": before})
        elif level > before + 1:
            yield Finding(flaws.FIRST_HEADING, each.place, {"level": level})
        before = level


def paragraphs(file: WordFile) -> Iterator[Finding]:
    """Yield lists and headings made by hand, and paragraphs that only make room."""
    last = {each.element.getparent(): each for each in file.paragraphs}
    for each in file.paragraphs:
        if each.text.strip():
            yield from _made_by_hand(each)
        elif each.is_body and each.level is None and not _holds_something(each.element):
            is_last = last[each.element.getparent()] is each
            if not (is_last and _ends_a_table(each)):
                yield from _empty(each)


def _empty(paragraph: Paragraph) -> Iterator[Finding]:
    """Yield an empty paragraph, but not that of an empty cell, which is told of as a cell."""
    if paragraph.cell is None or len(paragraph.cell.element.findall(f"{W}p")) > 1:
        yield Finding(flaws.EMPTY_PARAGRAPH, paragraph.place)


def _made_by_hand(paragraph: Paragraph) -> Iterator[Finding]:
    if paragraph.level is not None:
        return
    if not paragraph.is_item:
        for line in paragraph.text.split("\n"):
            if _BY_HAND.match(line.strip()):
                yield Finding(flaws.LIST_BY_HAND, paragraph.place, {"text": shortened(line)})
                return
    if _looks_like_a_heading(paragraph):
        yield Finding(flaws.HEADING_BY_HAND, paragraph.place, {"text": shortened(paragraph.text)})


def _looks_like_a_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if paragraph.cell or paragraph.is_item or not paragraph.is_body or "\n" in text:
        return False
    if len(text) > _MAX_HEADING or text.endswith(_ENDS_SENTENCE) or paragraph.style.looks.is_bold:
        return False
    shown = [each for each in paragraph.runs if text_of(each).strip()]
    return all(is_on(each.find(f"{W}rPr"), "b") for each in shown)


def _ends_a_table(paragraph: Paragraph) -> bool:
    """Tell whether Word itself puts the paragraph there: no file and no cell ends with a table."""
    before = paragraph.element.getprevious()
    return before is not None and before.tag == f"{W}tbl"


def _holds_something(element: Element) -> bool:
    return any(element.find(f".//{W}{name}") is not None for name in _NOT_TEXT) or any(
        each.get(f"{W}type") in {"page", "column"} for each in element.iter(f"{W}br")
    )
