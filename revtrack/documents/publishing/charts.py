"""Charts that show their figures and hold nothing of the sheets they were fetched from."""

import re
from collections.abc import Callable

from lxml import etree

from revtrack.documents.publishing.number_formats import has_words
from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import C

_AREA = re.compile(r"(?:.*!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)", re.DOTALL)
_REFERENCES = (f"{C}strRef", f"{C}numRef", f"{C}multiLvlStrRef")
_CACHES = (f"{C}strCache", f"{C}numCache", f"{C}multiLvlStrCache")


def forget_workbook(root: etree._Element) -> None:
    """Let a chart of a text hold its figures alone, and nothing of the workbook they are from."""
    for each in root.iter(f"{C}f"):
        found = _AREA.fullmatch(each.text or "")
        each.text = f"Data!{found[1] if found else '$A$1'}"
    _plain_formats(root)


def keep_shown(root: etree._Element, is_gone: Callable[[str], bool]) -> None:
    """Let a chart of a workbook fetch its figures from the sheets that are shown, and only them.

    ``is_gone`` tells of a formula whether it names a sheet that is not there. What a chart had
    fetched is forgotten where it can be fetched anew: a hidden row may be among it.
    """
    for reference in list(root.iter(*_REFERENCES)):
        if is_gone(reference.findtext(f"{C}f") or ""):
            _write_out(reference)
        else:
            for each in list(reference.iterchildren(*_CACHES)):
                remove(each)
    _plain_formats(root)


def _plain_formats(root: etree._Element) -> None:
    for each in root.iter(f"{C}formatCode"):
        each.text = "General" if has_words(each.text or "") else each.text
    for each in root.iter(f"{C}numFmt"):
        if has_words(each.get("formatCode", "")):
            each.set("formatCode", "General")


def _write_out(reference: etree._Element) -> None:
    """Let a chart hold the values that it fetched from a sheet that is gone."""
    literal = {"strRef": "strLit", "numRef": "numLit"}.get(etree.QName(reference).localname)
    cache = next(reference.iterchildren(*_CACHES), None)
    parent = reference.getparent()
    if parent is None:
        return
    if literal is None or cache is None:
        remove(reference)
    elif parent.tag == f"{C}tx":
        value = etree.Element(f"{C}v")
        value.text = cache.findtext(f".//{C}v") or ""
        parent.replace(reference, value)
    else:
        made = etree.Element(f"{C}{literal}")
        made.extend(list(cache))
        parent.replace(reference, made)
