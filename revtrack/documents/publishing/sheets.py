"""What a workbook holds beside what is seen: hidden sheets, rows and columns, notes, old names."""

import re

from lxml import etree

from revtrack.documents.publishing.relations import Relation, remove

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OF_SHEET = (
    *("scenarios", "customSheetViews", "protectedRanges", "dataConsolidate", "oleObjects"),
    *("controls", "customProperties", "smartTags", "webPublishItems", "cellWatches"),
    *("legacyDrawing", "legacyDrawingHF", "sheetProtection", "phoneticPr", "sortState"),
)
_OF_BOOK = (
    *("fileSharing", "customWorkbookViews", "webPublishing", "functionGroups", "fileRecoveryPr"),
    *("oleSize", "smartTagPr", "smartTagTypes", "webPublishObjects", "workbookProtection"),
    *("externalReferences", "pivotCaches"),
)
_BUILT_IN = frozenset({"_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase"})
_TRUE = frozenset({"1", "true"})
_COLUMN = re.compile(r"[A-Z]+")
_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([\w.]+))!")
_OUTSIDE = re.compile(r"\[\d+\]")


def hidden_sheets(book: etree._Element) -> list[etree._Element]:
    """Return the sheets that no reader sees."""
    return [each for each in book.iter(f"{S}sheet") if each.get("state", "visible") != "visible"]


def drop_hidden(
    book: etree._Element, leads_to: list[Relation], roots: dict[str, etree._Element]
) -> frozenset[str]:
    """Take the hidden sheets out of the book, and what others fetch from them; return their names.

    Formulas that reckon on them, or on other files, become what they last gave.
    """
    hidden = hidden_sheets(book)
    names = frozenset(str(each.get("name")) for each in hidden)
    order = list(book.iter(f"{S}sheet"))
    place = {old: new for new, old in enumerate(n for n, e in enumerate(order) if e not in hidden)}
    for each in hidden:
        remove(each)
    _keep_names(book, names, place, roots)
    for view in book.iter(f"{S}workbookView"):
        for field in ("activeTab", "firstSheet"):
            view.attrib.pop(field, "")
    targets = {each.id: each.target for each in leads_to}
    kept = {targets.get(str(each.get(_ID))) for each in book.iter(f"{S}sheet")}
    for name in list(roots):
        if name in targets.values() and "sheets/" in name and name not in kept:
            del roots[name]
    for root in roots.values():
        _freeze(root, names)
    return names


def _keep_names(
    book: etree._Element,
    hidden: frozenset[str],
    place: dict[int, int],
    roots: dict[str, etree._Element],
) -> None:
    """Keep the names that printing and filters need, and those that a formula that stays uses."""
    used = " ".join(
        each.text or ""
        for root in roots.values()
        for tag in ("f", "formula", "formula1", "formula2")
        for each in root.iter(f"{S}{tag}")
    )
    for each in list(book.iter(f"{S}definedName")):
        name, scope = str(each.get("name")), each.get("localSheetId")
        is_used = name in _BUILT_IN or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", used)
        is_gone = scope is not None and int(scope) not in place
        if not is_used or is_gone or _reckons_on(each.text or "", hidden):
            remove(each)
            continue
        each.attrib.pop("comment", "")
        if scope is not None:
            each.set("localSheetId", str(place[int(scope)]))
    for each in list(book.iter(f"{S}definedNames")):
        if not len(each):
            remove(each)


def _reckons_on(formula: str, hidden: frozenset[str]) -> bool:
    if _OUTSIDE.search(formula):
        return True
    return any((one or two).replace("''", "'") in hidden for one, two in _PLACE.findall(formula))


def _freeze(root: etree._Element, hidden: frozenset[str]) -> None:
    for formula in list(root.iter(f"{S}f")):
        if _reckons_on(formula.text or "", hidden):
            remove(formula)
    for rule in list(root.iter(f"{S}dataValidation", f"{S}cfRule")):
        if any(_reckons_on(each.text or "", hidden) for each in rule):
            remove(rule)
    for reference in list(root.iter(f"{C}strRef", f"{C}numRef", f"{C}multiLvlStrRef")):
        if _reckons_on(reference.findtext(f"{C}f") or "", hidden):
            _write_out(reference)


def _write_out(reference: etree._Element) -> None:
    """Let a chart hold the values that it fetched from a sheet that is gone."""
    literal = {"strRef": "strLit", "numRef": "numLit"}.get(etree.QName(reference).localname)
    cache = next((each for each in reference if str(each.tag).endswith("Cache")), None)
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


def take_marks(root: etree._Element) -> None:
    """Take out of a book or sheet what tells of people and sessions, and what is protected."""
    for each in list(root.iter(*(f"{S}{name}" for name in (*_OF_SHEET, *_OF_BOOK)))):
        remove(each)
    if root.tag == f"{S}workbook":
        for each in [each for each in root if not str(each.tag).startswith(S)]:
            remove(each)  # where it was saved, and in which session
    for element in root.iter():
        for key in [key for key in element.attrib if "revision" in str(key) or _is_session(key)]:
            del element.attrib[key]
        if element.tag in {f"{S}table", f"{S}tableColumn"}:
            element.attrib.pop("comment", "")


def _is_session(key: object) -> bool:
    name = str(key)
    return name.endswith("}uid") or name in {"codeName", "userName"}


def blank_hidden(sheet: etree._Element) -> None:
    """Empty the cells of hidden rows and columns."""
    hidden = [
        (int(str(each.get("min"))), int(str(each.get("max"))))
        for each in sheet.iter(f"{S}col")
        if each.get("hidden") in _TRUE
    ]
    for row in sheet.iter(f"{S}row"):
        column = 0
        for cell in list(row):
            column = _number(str(cell.get("r", ""))) or column + 1
            in_column = any(first <= column <= last for first, last in hidden)
            if row.get("hidden") in _TRUE or in_column:
                cell[:] = []  # it stays, as the next one may be known by its place alone
                cell.attrib.pop("t", "")


def _number(place: str) -> int:
    found = _COLUMN.match(place)
    number = 0
    for letter in found[0] if found else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def forget_unused(strings: etree._Element, sheets: list[etree._Element]) -> None:
    """Empty the texts that no cell shows any more; their numbers stay."""
    used = {
        each.findtext(f"{S}v")
        for sheet in sheets
        for each in sheet.iter(f"{S}c")
        if each.get("t") == "s"
    }
    for number, each in enumerate(strings.findall(f"{S}si")):
        for sound in list(each.iter(f"{S}rPh", f"{S}phoneticPr")):
            remove(sound)
        if str(number) not in used:
            each[:] = []
            etree.SubElement(each, f"{S}t")
