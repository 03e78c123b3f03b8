"""What a template may hold besides text that would do harm, or be sent out unnoticed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from revtrack.documents.accessibility.finding import Finding, Place
from revtrack.documents.accessibility.opened import parts_of
from revtrack.documents.accessibility.word_contrast import looks_of_run
from revtrack.documents.accessibility.word_file import MAIN, of_trees, text_of
from revtrack.documents.accessibility.word_names import all_relations
from revtrack.documents.office.patterns import W
from revtrack.documents.publishing.relations import Relation
from revtrack.documents.templates import flaws
from revtrack.documents.templates.spots import IN_FILE, beginning
from revtrack.domain.errors import N_, RevTrackError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WEB = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_TELLING = re.compile(
    r"\s*(?:"
    r"=|(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|TC|INDEX|XE|PAGEREF|REF|NOTEREF|SEQ|STYLEREF|"
    r"LISTNUM|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|TITLE|SUBJECT|AUTHOR|DOCPROPERTY|FILENAME|"
    r"IF|COMPARE|SYMBOL|EQ|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)(?=[\s\\\"]|$)|"
    r"HYPERLINK\s+(?:(?:\"(?:https?://|mailto:|#)[^\"\0]*\"|\\l\s+(?:\"[^\"\0]*\"|[^\s\"\\\0]+))"
    r"\s*|\\[hn]\s*|\\[ot]\s+\"[^\"\0]*\"\s*)+$|$)",
    re.IGNORECASE,
)
"""Fields that tell of the document itself, or lead to the web when somebody presses them."""
_NESTED = "\0"
"""Stands in a field's code for what another field gives there."""
_TRACKED = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange"),
        *("sectPrChange", "tcPrChange", "trPrChange", "numberingChange", "cellIns", "cellDel"),
    )
)
_OF_FIELDS = tuple(
    f"{W}{name}" for name in ("fldChar", "fldSimple", "instrText", "delInstrText", "t")
)
_MACROS = re.compile(r"(?i)(^|/)vba(project|data)|macrosheet")
_EMBEDDED = re.compile(r"(?i)^word/(embeddings|activex|controls)/")
_KNOWN = frozenset(
    {
        *("officedocument", "core-properties", "extended-properties", "custom-properties"),
        *("thumbnail", "styles", "styleswitheffects", "settings", "websettings", "fonttable"),
        *("font", "numbering", "theme", "header", "footer", "footnotes", "endnotes", "image"),
        *("hyperlink", "chart", "chartusershapes", "chartstyle", "chartcolorstyle"),
        *("themeoverride", "hdphoto", "customxml", "customxmlprops", "glossarydocument"),
        *("diagramdata", "diagramlayout", "diagramquickstyle", "diagramcolors", "diagramdrawing"),
        *("comments", "commentsextended", "commentsids", "commentsextensible", "people"),
        *("vbaproject", "wordvbadata", "attachedtemplate", "printersettings", "metadata"),
    }
)
"""What the parts of a template may lead to, or is told of by a name of its own."""
_BOOK = re.compile(r"word/embeddings/[^/]+\.xlsx")
_CHART = re.compile(r"word/charts/[^/]+\.xml")
_PLAIN_BOOK = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|xl/_rels/workbook\.xml\.rels|"
    r"xl/(workbook|styles|sharedStrings)\.xml|xl/theme/theme\d+\.xml|"
    r"xl/worksheets/(_rels/sheet\d+\.xml\.rels|sheet\d+\.xml)|xl/tables/table\d+\.xml"
)


def check_safety(
    trees: Mapping[str, etree._Element], parts: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Yield what in a Word file fetches, starts or hides something."""
    if any(map(_MACROS.search, parts)) or b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        yield Finding(flaws.MACROS, IN_FILE)
    yield from _linked(trees)
    if _is_embedding(trees, parts):
        yield Finding(flaws.EMBEDDED, IN_FILE)
    texts = {name: root for name, root in trees.items() if name.startswith("word/")}
    yield from _fetching(texts)
    yield from _hidden(trees)
    if any(next(root.iter(*_TRACKED), None) is not None for root in texts.values()):
        yield Finding(flaws.TRACKED, IN_FILE)
    if any(name.startswith("word/comments") for name in parts):
        yield Finding(flaws.COMMENTS, IN_FILE)
    if any(name.startswith("customXml/") or name == "docProps/custom.xml" for name in parts):
        yield Finding(flaws.CUSTOM_XML, IN_FILE)


def _linked(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        for each in root.iter(_RELATIONSHIP):
            if each.get("TargetMode", "").lower() != "external":
                continue
            kind = each.get("Type", "").rpartition("/")[2].lower()
            target = each.get("Target", "")
            if kind == "attachedtemplate":
                yield Finding(flaws.ATTACHED_TEMPLATE, IN_FILE, {"target": beginning(target)})
            elif kind != "hyperlink" or not _WEB.match(target):
                yield Finding(flaws.LINKED, IN_FILE, {"target": beginning(target)})


def _is_embedding(trees: Mapping[str, etree._Element], parts: Mapping[str, bytes]) -> bool:
    """Return whether a file holds what nobody can look through, by its name or what leads to it."""
    leads = [each for each in all_relations(parts) if not each.is_outside]
    allowed = _books_of_charts(leads, parts)
    names = {name for name in parts if _EMBEDDED.match(name)}
    names |= {each.target for each in leads if each.kind.lower() not in _KNOWN}
    return bool(names - allowed) or any(
        next(root.iter(f"{W}object", f"{W}control"), None) is not None for root in trees.values()
    )


def _books_of_charts(leads: Sequence[Relation], parts: Mapping[str, bytes]) -> frozenset[str]:
    """Return the workbooks that hold the figures of charts, with nothing in them but sheets."""
    charts = {each.target for each in leads if each.kind == "chart" and _CHART.match(each.target)}
    of_charts: set[str] = set()
    of_others: set[str] = set()
    for each in leads:
        is_figures = each.kind == "package" and each.source in charts
        (of_charts if is_figures else of_others).add(each.target)
    return frozenset(
        name
        for name in of_charts - of_others
        if name in parts and _BOOK.fullmatch(name) and _is_plain_book(parts[name])
    )


def _is_plain_book(content: bytes) -> bool:
    try:
        names = parts_of(content)
    except RevTrackError:
        return False
    return all(map(_PLAIN_BOOK.fullmatch, names))


def _fetching(texts: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Yield Word's own fields that may reach out; a field may get its words from others in it."""
    for name, root in texts.items():
        place = Place(N_("Part {part} of the file"), {"part": name})
        for code in _codes(root):
            if not _TELLING.match(code):
                said = beginning(code.replace(_NESTED, "…"))
                yield Finding(flaws.FETCHING_FIELD, place, {"text": said})


def _codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of each field, also of one that is not begun or never ended."""
    open_fields: list[_Open] = [_Open()]
    for each in root.iter(*_OF_FIELDS):
        kind = each.get(f"{W}fldCharType") if each.tag == f"{W}fldChar" else None
        inner = open_fields[-1]
        if kind == "begin":
            inner.say(_NESTED, is_own=len(open_fields) > 1)
            open_fields.append(_Open())
        elif kind == "separate" and len(open_fields) > 1:
            inner.is_code = False
        elif kind == "end" and len(open_fields) > 1:
            yield open_fields.pop().code
        elif each.tag == f"{W}fldSimple":
            inner.say(_NESTED, is_own=len(open_fields) > 1)
            yield each.get(f"{W}instr", "")
        elif each.tag in {f"{W}instrText", f"{W}delInstrText"}:
            inner.say(each.text or "")
        elif each.tag == f"{W}t":
            inner.say(each.text or "", is_own=len(open_fields) > 1)
    yield from (each.code for each in open_fields)


@dataclass
class _Open:
    """A field that is not ended yet; the first stands for what belongs to none."""

    code: str = ""
    is_code: bool = True

    def say(self, words: str, *, is_own: bool = True) -> None:
        """Add words where the field's code is being told."""
        if self.is_code and is_own:
            self.code += words


def _hidden(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Yield text that is hidden by a setting of its own, or of any style it rests on."""
    if MAIN not in trees:
        return
    file = of_trees(trees)
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            text = text_of(run)
            if text and looks_of_run(file, paragraph, run)[0].is_hidden:
                yield Finding(flaws.HIDDEN_TEXT, paragraph.place, {"text": beginning(text)})
