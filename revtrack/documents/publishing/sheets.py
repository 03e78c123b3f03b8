"""What a workbook holds beside what is seen: hidden sheets, formulas, names, rules."""

import re

from lxml import etree

from revtrack.documents.accessibility.excel_file import Area, areas
from revtrack.documents.publishing import charts, tables
from revtrack.documents.publishing.cells import Texts, keep_seen
from revtrack.documents.publishing.looks import Shown
from revtrack.documents.publishing.relations import Package, relations, remove
from revtrack.documents.publishing.spaces import C, R, S
from revtrack.documents.publishing.unseen import Unseen
from revtrack.domain.errors import RevTrackError

BOOK = "xl/workbook.xml"
_BUILT_IN = frozenset({"_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase"})
_SHEET = r"(?:'((?:[^']|'')+)'|([\w.]+))!"
_REACH = r"\$?[A-Z]{0,3}\$?\d{0,7}(?::\$?[A-Z]{0,3}\$?\d{0,7})?"
_AREA = re.compile(rf"{_SHEET}{_REACH}")
_AREAS = re.compile(rf"\(?{_SHEET}{_REACH}(?:,{_SHEET}{_REACH})*\)?")
_OWN_PAGES = {
    "differentFirst": ("firstHeader", "firstFooter"),
    "differentOddEven": ("evenHeader", "evenFooter"),
}


def scrub_workbook(opened: Package) -> list[Unseen]:
    """Take out of a workbook what is not seen; return what was unseen by its colour or size.

    Formulas become what they last gave. Raises RevTrackError where one gave nothing yet.
    """
    roots = opened.roots
    book = roots[BOOK]
    titles = _drop_hidden(book, opened)
    names = frozenset(titles.values())
    _keep_names(book, names)
    texts = Texts(roots.get("xl/sharedStrings.xml"))
    shown = Shown(roots.get("xl/styles.xml"), roots.get("xl/theme/theme1.xml"))
    _refuse_hiding_rules(opened, shown)
    unseen: list[Unseen] = []
    for name, sheet in roots.items():
        if sheet.tag == f"{S}worksheet":
            _freeze(sheet, titles.get(name, ""))
            unseen += keep_seen(sheet, shown, texts, _coloured(opened, name))
            _keep_links(sheet, names)
            _forget_filters(sheet)
        _forget_pages(sheet)
        if sheet.tag == f"{C}chartSpace":
            charts.keep_shown(sheet, lambda formula: not _is_among(formula, names))
    sheets = [root for root in roots.values() if root.tag == f"{S}worksheet"]
    tables.rename(opened, texts)
    shown.keep_used(sheets)
    for sheet in sheets:
        _keep_rules(sheet, texts.all_shown(sheets))
    texts.forget_unused(sheets)
    return unseen


def _drop_hidden(book: etree._Element, opened: Package) -> dict[str, str]:
    """Take the hidden sheets out of the book; return the names of the others by their parts."""
    order = list(book.iter(f"{S}sheet"))
    hidden = [each for each in order if each.get("state", "visible") != "visible"]
    place = {old: new for new, old in enumerate(n for n, e in enumerate(order) if e not in hidden)}
    for each in list(book.iter(f"{S}definedName")):
        scope = each.get("localSheetId")
        if scope is not None and int(scope) not in place:
            remove(each)
        elif scope is not None:
            each.set("localSheetId", str(place[int(scope)]))
    targets = {each.id: each.target for each in relations(opened.parts, BOOK)}
    for number, each in enumerate(order, start=1):
        each.set("sheetId", str(number))
        if each in hidden:
            opened.roots.pop(targets.get(each.get(f"{R}id", ""), ""), None)
            remove(each)
    for view in book.iter(f"{S}workbookView"):
        for field in ("activeTab", "firstSheet"):
            view.attrib.pop(field, "")
    return {
        targets.get(each.get(f"{R}id", ""), ""): str(each.get("name"))
        for each in book.iter(f"{S}sheet")
    }


def _refuse_hiding_rules(opened: Package, shown: Shown) -> None:
    has_rules = any(
        next(each.iter(f"{S}cfRule"), None) is not None for each in opened.roots.values()
    )
    if has_rules and shown.hides_by_rule():
        raise RevTrackError(
            "A rule for how cells look lets their text disappear (conditional formatting). Take "
            "the rule away in Excel, see what the cells say, and publish again."
        )


def _coloured(opened: Package, name: str) -> tuple[Area, ...]:
    """Return the areas of a sheet that a table's style or a rule may colour."""
    targets = [each.target for each in relations(opened.parts, name) if each.kind == "table"]
    tables = [opened.roots[each] for each in targets if each in opened.roots]
    rules = opened.roots[name].iter(f"{S}conditionalFormatting")
    said = [each.get("ref", "") for each in tables] + [each.get("sqref", "") for each in rules]
    return tuple(area for each in said for area in areas(each))


def _is_among(formula: str, names: frozenset[str]) -> bool:
    """Tell whether a formula is nothing but areas of the sheets of these names."""
    return _AREAS.fullmatch(formula) is not None and all(
        (one or two).replace("''", "'") in names for one, two in _AREA.findall(formula)
    )


def _keep_names(book: etree._Element, names: frozenset[str]) -> None:
    """Keep the names that printing and filters need."""
    for each in list(book.iter(f"{S}definedName")):
        if each.get("name") not in _BUILT_IN or not _is_among(each.text or "", names):
            remove(each)
    for each in list(book.iter(f"{S}definedNames")):
        if not len(each):
            remove(each)


def _freeze(sheet: etree._Element, name: str) -> None:
    for cell in sheet.iter(f"{S}c"):
        formula = cell.find(f"{S}f")
        if formula is None:
            continue
        if not cell.findtext(f"{S}v") and not cell.get("t"):
            raise RevTrackError(
                "A formula has not been reckoned (the sheet ”{sheet}”, cell {cell}). Open the "
                "workbook in Excel or LibreOffice, save it, and publish it again.",
                sheet=name,
                cell=cell.get("r", "?"),
            )
        remove(formula)


def _keep_links(sheet: etree._Element, names: frozenset[str]) -> None:
    for each in list(sheet.iter(f"{S}hyperlink")):
        if each.get(f"{R}id") is None and not _is_among(each.get("location", ""), names):
            remove(each)


def _forget_filters(sheet: etree._Element) -> None:
    for each in sheet.iter(f"{S}autoFilter"):
        each[:] = []


_PAGE_CODE = re.compile(r'&(?:"[^"]*"|.)')
"""A code in a page header or footer: a font, or another of one sign; ``&&`` is the sign itself."""


def _forget_pages(sheet: etree._Element) -> None:
    """Take out the headers and footers of pages that are like the others, and the fonts' names."""
    for each in list(sheet.iter(f"{S}headerFooter")):
        for field, names in _OWN_PAGES.items():
            if each.get(field, "0") in {"0", "false"}:
                for page in list(each.iterchildren(*(f"{S}{name}" for name in names))):
                    remove(page)
        for page in each.iterchildren("{*}*"):
            page.text = _PAGE_CODE.sub(_without_font, page.text or "")


def _without_font(code: re.Match[str]) -> str:
    return "" if code[0].startswith('&"') else code[0]


_STRINGS = re.compile(r'"((?:[^"]|"")*)"')
_NAMES = re.compile(r"[^\W\d][\w.]*")
_KNOWN_NAMES = re.compile(
    r"\$?[A-Z]{1,3}\$?\d{1,7}|[A-Z]{1,3}|TRUE|FALSE|AND|OR|NOT|IF|LEN|TRIM|LEFT|RIGHT|MOD|ROW|COLUMN"
    r"|TODAY|SEARCH|ISERROR|ISBLANK|ISNUMBER|ISTEXT|COUNTIFS?|SUM|MIN|MAX|AVERAGE|DATE|YEAR|EXACT"
)


def _keep_rules(sheet: etree._Element, shown: frozenset[str]) -> None:
    """Keep the rules that colour cells; what they look for and no cell shows is not told."""
    for rule in list(sheet.iter(f"{S}cfRule")):
        for each in rule.iter(f"{S}formula"):
            each.text = _STRINGS.sub(lambda found: _shown_or_nothing(found, shown), each.text or "")
        said = [each.text or "" for each in rule.iter(f"{S}formula")]
        said += [each.get("val", "") for each in rule.iter(f"{S}cfvo")]
        names = [name for each in said for name in _NAMES.findall(_STRINGS.sub("", each))]
        if not all(map(_KNOWN_NAMES.fullmatch, names)):
            remove(rule)
        elif rule.get("text") not in shown:
            rule.attrib.pop("text", "")
    for each in list(sheet.iter(f"{S}conditionalFormatting")):
        if not len(each):
            remove(each)


def _shown_or_nothing(found: re.Match[str], shown: frozenset[str]) -> str:
    return found[0] if found[1].replace('""', '"') in shown else f'"{_NOTHING}"'


_NOTHING = "\u00b7"
"""Stands in a rule for a text that no cell shows: nor does any cell show this."""
