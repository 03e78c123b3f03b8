"""What a Word document holds beside its text: changes, remarks, hidden words, sessions."""

import re
from collections.abc import Iterator

from lxml import etree

from revtrack.documents.publishing.relations import unwrap

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRUCK = ("del", "moveFrom", "cellDel")
_INSERTED = ("ins", "moveTo", "cellIns", "cellMerge")
_WRAPPERS = ("customXml", "smartTag", "fldSimple")
_MARKS = (
    *("rPrChange", "pPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"),
    *("sectPrChange", "numberingChange", "tblPrExChange", "moveFromRangeStart", "moveFromRangeEnd"),
    *("moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd"),
    *("customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart"),
    *("customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr"),
    *("permStart", "permEnd", "dataBinding", "placeholder", "printerSettings", "customXmlPr"),
    *("smartTagPr", "ffData", "lastRenderedPageBreak"),
)
_SETTINGS = (
    *("rsids", "docVars", "attachedTemplate", "mailMerge", "trackRevisions", "writeProtection"),
    *("documentProtection", "docId", "proofState", "saveThroughXslt", "smartTagType", "captions"),
    *("attachedSchema", "schemaLibrary", "activeWritingStyle", "readModeInkLockDown"),
    "documentType",
)
_SESSION = re.compile(r"(?:\{[^}]*\})?(?:rsid\w*|paraId|textId|anchorId|editId|docId)$")
_OWN_FIELDS = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|NOTEREF|SEQ|STYLEREF)\b", re.IGNORECASE
)
"""Fields that tell of the document itself; all others are replaced by what they show."""
_OFF = frozenset({"0", "false", "off"})


def accept_changes(root: etree._Element) -> None:
    """Carry out the tracked changes: what is struck is gone, what is inserted stands."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _remove(row)
    for cell in list(root.iter(f"{W}tc")):
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            _remove(cell)
    joined = [each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}rPr/{W}del") is not None]
    for name in _STRUCK:
        for each in list(root.iter(f"{W}{name}")):
            _remove(each)
    for name in _INSERTED:
        for each in list(root.iter(f"{W}{name}")):
            unwrap(each)
    for paragraph in joined:
        _join_with_next(paragraph)


def _join_with_next(paragraph: etree._Element) -> None:
    """Let a paragraph whose end was struck go on in the next one."""
    following = paragraph.getnext()
    content = [each for each in paragraph if each.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        place = 1 if following.find(f"{W}pPr") is not None else 0
        for each in reversed(content):
            following.insert(place, each)
        _remove(paragraph)
    elif not content:
        _remove(paragraph)


def take_hidden(root: etree._Element, hidden_styles: frozenset[str]) -> None:
    """Take out the runs that no reader sees; a paragraph of nothing else goes with them."""
    for row in list(root.iter(f"{W}tr")):
        if _is_hidden_row(row):
            _remove(row)
    for run in list(root.iter(f"{W}r")):
        if _is_hidden(run, hidden_styles):
            paragraph = run.getparent()
            _remove(run)
            _drop_emptied(paragraph)


def _is_hidden_row(row: etree._Element) -> bool:
    said = row.find(f"{W}trPr/{W}hidden")
    return said is not None and str(said.get(f"{W}val", "1")).casefold() not in _OFF


def _drop_emptied(paragraph: etree._Element | None) -> None:
    if paragraph is None or paragraph.tag != f"{W}p":
        return
    holder = paragraph.getparent()
    is_alone = holder is not None and len(holder.findall(f"{W}p")) == 1
    is_empty = not any(each.tag != f"{W}pPr" for each in paragraph)
    if is_empty and not is_alone and paragraph.find(f"{W}pPr/{W}sectPr") is None:
        _remove(paragraph)


def hidden_styles(styles: etree._Element | None) -> frozenset[str]:
    """Return the ids of the styles whose text is hidden, also where another style makes it so."""
    if styles is None:
        return frozenset()
    every = {str(each.get(f"{W}styleId")): each for each in styles.iter(f"{W}style")}

    def is_hidden(name: str, depth: int = 0) -> bool:
        style = every.get(name)
        if style is None or depth > len(every):
            return False
        said = _said_hidden(style.find(f"{W}rPr"))
        if said is not None:
            return said
        base = style.find(f"{W}basedOn")
        return base is not None and is_hidden(str(base.get(f"{W}val")), depth + 1)

    return frozenset(name for name in every if is_hidden(name))


def _is_hidden(run: etree._Element, styles: frozenset[str]) -> bool:
    own = run.find(f"{W}rPr")
    said = _said_hidden(own)
    if said is not None:
        return said
    style = own.find(f"{W}rStyle") if own is not None else None
    paragraph = next(run.iterancestors(f"{W}p"), None)
    outer = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
    return any(each is not None and each.get(f"{W}val") in styles for each in (style, outer))


def _said_hidden(properties: etree._Element | None) -> bool | None:
    """Return whether properties say that text is hidden; None: they say nothing of it."""
    if properties is None:
        return None
    said = [
        str(each.get(f"{W}val", "1")).casefold() not in _OFF
        for name in ("vanish", "webHidden", "specVanish")
        for each in properties.findall(f"{W}{name}")
    ]
    return any(said) if said else None


def take_marks(root: etree._Element) -> None:
    """Take out comments, marks of sessions, bindings, foreign fields and unused bookmarks."""
    for each in list(root.iter(*(f"{W}{name}" for name in _MARKS))):
        _remove(each)
    for each in list(root.iter(*(f"{W}{name}" for name in _WRAPPERS))):
        if each.tag != f"{W}fldSimple" or not _OWN_FIELDS.match(str(each.get(f"{W}instr", ""))):
            unwrap(each)
    _flatten_fields(root)
    for name in _SETTINGS:
        for each in [each for each in root.iter() if etree.QName(each).localname == name]:
            _remove(each)
    for element in root.iter():
        for key in [key for key in element.attrib if _SESSION.match(str(key))]:
            del element.attrib[key]
    _forget_bookmarks(root)


def _flatten_fields(root: etree._Element) -> None:
    """Replace fields that fetch something from elsewhere by what they show."""
    stack: list[tuple[list[etree._Element], list[str]]] = []
    for each in list(root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText")):
        kind = each.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(([each], []))
        elif stack:
            stack[-1][0].append(each)
            if each.tag != f"{W}fldChar":
                stack[-1][1].append(each.text or "")
        if kind == "end" and stack:
            elements, code = stack.pop()
            if not _OWN_FIELDS.match("".join(code)):
                for element in elements:
                    _remove(element)
    for elements, _code in stack:  # begun and never ended
        for element in elements:
            _remove(element)


def _forget_bookmarks(root: etree._Element) -> None:
    """Take out the bookmarks that nothing in the part leads to; their names are people's words."""
    codes = " ".join(each.text or "" for each in root.iter(f"{W}instrText"))
    codes += " ".join(str(each.get(f"{W}instr", "")) for each in root.iter(f"{W}fldSimple"))
    named = {*codes.split(), *_anchors(root)}
    gone = set()
    for each in list(root.iter(f"{W}bookmarkStart")):
        if each.get(f"{W}name") not in named:
            gone.add(each.get(f"{W}id"))
            _remove(each)
    for each in list(root.iter(f"{W}bookmarkEnd")):
        if each.get(f"{W}id") in gone:
            _remove(each)


def _anchors(root: etree._Element) -> Iterator[str]:
    for each in root.iter(f"{W}hyperlink"):
        yield str(each.get(f"{W}anchor"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
