"""The looks that all templates share: an A4 page, styles, lists, tables and the header."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

from revtrack.documents.office.blocks import Style

FONT = "Arial"
INK = RGBColor(0x1F, 0x3A, 0x4D)
"""Of headings: 11 : 1 against white."""
GREY = RGBColor(0x4D, 0x55, 0x5C)
"""Of small print: 7 : 1 against white."""
HEADER_FILL = "1F3A4D"
LABEL_FILL = "E6ECF0"
"""Behind the labels of a form: dark text on it has 10 : 1."""
ASKED_RULE = "1F3A4D"
HINT = RGBColor(0x59, 0x61, 0x68)
"""Of what stands in a field until it is filled in: 6 : 1 against white."""
RULE = "8A979F"
MARGIN = Mm(25)
TEXT_WIDTH, TEXT_HEIGHT = Mm(160), Mm(247)
NAME_WIDTH = Mm(80)
"""How far the line goes that a name is written on."""
"""Of an A4 page within its margins, upright; the other way round in landscape."""

TABBED_HEADER = "{{ kommun }} | Revisorerna"


def blank(*, landscape: bool = False, header: str = TABBED_HEADER) -> DocumentObject:
    """Return an empty A4 document with the styles that RevTrack fills, and this header."""
    document = Document()
    _strip_styles(document)
    _set_page(document, landscape=landscape)
    _set_styles(document)
    _set_lists(document)
    _set_table_style(document)
    _set_header(document.sections[0], document.styles["Header"], header)
    return document


def _strip_styles(document: DocumentObject) -> None:
    kept = {
        "Normal",
        "Header",
        "Footer",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "List Bullet",
        "List Number",
        "Caption",
        "Title",
        "Subtitle",
        "Default Paragraph Font",
        "Normal Table",
        "Table Normal",
        "No List",
        "TOC Heading",
    }
    for style in list(document.styles):
        if style.name not in kept:
            style.delete()


def _set_page(document: DocumentObject, *, landscape: bool) -> None:
    section = document.sections[0]
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(12.5)


def _set_defaults(document: DocumentObject) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.getparent().replace(
        defaults,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
            '<w:sz w:val="22"/><w:szCs w:val="22"/>'
            '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
        ),
    )


def _set_styles(document: DocumentObject) -> None:
    _set_defaults(document)
    styles: list[tuple[str, int, int, int, dict[str, Any]]] = [
        ("Normal", 11, 0, 7, {"spacing": 1.15}),
        ("Heading 1", 18, 16, 8, {"bold": True, "color": INK, "next": True}),
        ("Heading 2", 13, 14, 5, {"bold": True, "color": INK, "next": True}),
        ("Heading 3", 11, 10, 4, {"bold": True, "color": INK, "next": True}),
        ("Title", 26, 0, 10, {"bold": True, "color": INK}),
        ("Subtitle", 14, 0, 8, {"color": GREY}),
        ("Caption", 10, 10, 4, {"bold": True, "color": INK, "next": True}),
        ("TOC Heading", 14, 0, 8, {"bold": True, "color": INK, "next": True}),
        ("List Bullet", 11, 0, 4, {"spacing": 1.15}),
        ("List Number", 11, 0, 4, {"spacing": 1.15}),
        ("Header", 9, 0, 0, {"color": GREY}),
        ("Footer", 9, 0, 0, {"color": GREY}),
        (Style.DRAFT, 11, 0, 8, {"bold": True, "color": RGBColor(0x9B, 0x1C, 0x1C)}),
        (Style.FACT, 11, 0, 2, {}),
        (Style.NOTE, 9, 8, 0, {"color": GREY}),
        (Style.SIGNATURE, 11, 44, 0, {"next": True}),
        (Style.SIGNATURE_LINE, 11, 0, 0, {}),
        (Style.TABLE_TEXT, 9, 2, 2, {}),
        (
            Style.TABLE_HEADING,
            9,
            3,
            3,
            {"bold": True, "color": RGBColor(255, 255, 255), "next": True},
        ),
        (Style.TABLE_TOTAL, 9, 3, 3, {"bold": True}),
        ("toc 1", 11, 4, 2, {}),
        ("toc 2", 11, 0, 2, {}),
    ]
    for name, size, before, after, more in styles:
        set_style(document, str(name), size, (before, after), more)
    _set_tabs(document)


def _set_tabs(document: DocumentObject) -> None:
    """Put pages at the right of the contents, and a dotted line where a name is to be written."""
    document.styles["toc 2"].paragraph_format.left_indent = Mm(8)
    for name in ("toc 1", "toc 2"):
        tabs = document.styles[name].paragraph_format.tab_stops
        tabs.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    signature = document.styles[Style.SIGNATURE].paragraph_format.tab_stops
    signature.add_tab_stop(NAME_WIDTH, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)


def set_style(
    document: DocumentObject, name: str, size: int, space: tuple[int, int], more: dict[str, Any]
) -> None:
    """Give the document a paragraph style: size and space before and after in points."""
    found = [each for each in document.styles if each.name.lower() == name.lower()]
    style = found[0] if found else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if style.element.pPr is not None:
        style.element.remove(style.element.pPr)
    if style.element.rPr is not None:
        style.element.remove(style.element.rPr)
    if name != "Normal":
        style.base_style = document.styles["Normal"]
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(space[0]), Pt(space[1])
    paragraph.line_spacing = more.get("spacing", 1.0)
    paragraph.widow_control = True
    if more.get("next"):
        paragraph.keep_with_next = True
        paragraph.keep_together = True
    font = style.font
    font.name, font.size, font.bold = FONT, Pt(size), bool(more.get("bold"))
    font.color.rgb = more.get("color", RGBColor(0, 0, 0))
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    style.element.get_or_add_rPr().append(language)
    if name.startswith("Heading "):
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(int(name[-1]) - 1))
        style.element.get_or_add_pPr().append(level)
    style.quick_style = True
    style.hidden = False
    style.unhide_when_used = False


def _set_lists(document: DocumentObject) -> None:
    part = document.part.numbering_part
    root = part.element
    for child in list(root):
        root.remove(child)
    levels = [("bullet", "•", "List Bullet"), ("decimal", "%1.", "List Number")]
    for number, (kind, text, _) in enumerate(levels):
        root.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                '<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for number, (_, _, style) in enumerate(levels):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number + 1}">'
                f'<w:abstractNumId w:val="{number}"/></w:num>'
            )
        )
        properties = document.styles[style].element.get_or_add_pPr()
        properties.insert(
            0, parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number + 1}"/></w:numPr>')
        )


def _set_table_style(document: DocumentObject) -> None:
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{Style.TABLE}">'
            f'<w:name w:val="{Style.TABLE}"/><w:uiPriority w:val="59"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders><w:top {edge}/><w:left {edge}/><w:bottom {edge}/>"
            f"<w:right {edge}/><w:insideH {edge}/><w:insideV {edge}/></w:tblBorders>"
            '<w:tblCellMar><w:left w:w="62" w:type="dxa"/><w:right w:w="62" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADER_FILL}"/></w:tcPr></w:tblStylePr>'
            "</w:style>"
        )
    )


def _set_header(section: Section, style: BaseStyle, header: str = TABBED_HEADER) -> None:
    paragraph = section.header.paragraphs[0]
    paragraph.style = style
    tabs = paragraph.paragraph_format.tab_stops
    tabs.add_tab_stop(
        (TEXT_WIDTH if section.orientation == WD_ORIENT.PORTRAIT else TEXT_HEIGHT),
        WD_TAB_ALIGNMENT.RIGHT,
    )
    paragraph.add_run(f"{header}\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" (")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(")")


def _field(paragraph: Paragraph, code: str) -> None:
    for kind, text in [
        ("begin", ""),
        ("", f" {code} "),
        ("separate", ""),
        ("text", "1"),
        ("end", ""),
    ]:
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)  # noqa: SLF001 - python-docx has no fields
        else:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._element.append(instruction)  # noqa: SLF001 - as above


STAY_WITH_SIGNATURES = ("avslutning", "ort_och_dag")
"""What stands right above the signatures of a letter; none of them begins a page alone."""


def write(document: DocumentObject, lines: Sequence[tuple[str, str]]) -> None:
    """Add the template's paragraphs: (style, text)."""
    for style, text in lines:
        paragraph = document.add_paragraph(text, style=document.styles[style])
        if any(name in text for name in STAY_WITH_SIGNATURES):
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.keep_together = True


def new_section(document: DocumentObject, *, landscape: bool) -> None:
    """Begin a new page, upright or not, with a header of its own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    breaking = document.paragraphs[-1].paragraph_format
    breaking.space_after, breaking.line_spacing = Pt(0), Pt(1)
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.header.is_linked_to_previous = False
    _set_header(section, document.styles["Header"])
