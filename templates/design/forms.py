"""The template of the answer form, with the looks of what is filled in."""

from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from revtrack.documents.office.blocks import Style
from revtrack.documents.office.form_blocks import FormStyle
from templates.design.looks import ASKED_RULE, HINT, INK, LABEL_FILL, RULE, blank, set_style, write


def response_form() -> DocumentObject:
    """Return the template of the answer form (svarsformulär)."""
    document = blank()
    _set_form_styles(document)
    write(
        document,
        [
            (Style.FACT, "Till: {{ till }}"),
            (Style.FACT, "Missiv: {{ missiv }}"),
            (Style.FACT, "Svar önskas senast: {{ svar_senast }}"),
            (Style.FACT, "Svaret skickas till: {{ svarsadress }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ anvisning }}"),
            ("Normal", "{{ beslut }}"),
            ("Normal", "{{ rekommendationer }}"),
            ("Normal", "{{ ovrigt }}"),
            (Style.NOTE, "{{ beteckning }}"),
        ],
    )
    return document


def _set_form_styles(document: DocumentObject) -> None:
    set_style(document, FormStyle.ASKED, 11, (2, 6), {"spacing": 1.15, "next": True})
    asked = document.styles[FormStyle.ASKED]
    asked.paragraph_format.left_indent = Mm(3)
    edge = f'w:val="single" w:sz="18" w:space="6" w:color="{ASKED_RULE}"'
    asked.element.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}><w:left {edge}/></w:pBdr>"),
        *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
    )
    set_style(document, FormStyle.LABEL, 10, (3, 3), {"bold": True, "color": INK})
    set_style(document, FormStyle.FIELD, 10, (3, 3), {})
    hint = document.styles.add_style(FormStyle.HINT, WD_STYLE_TYPE.CHARACTER)
    hint.font.color.rgb = HINT
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" '
            f'w:styleId="{_plain(FormStyle.TABLE)}">'
            f'<w:name w:val="{FormStyle.TABLE}"/><w:uiPriority w:val="59"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders><w:top {edge}/><w:left {edge}/><w:bottom {edge}/>"
            f"<w:right {edge}/><w:insideH {edge}/><w:insideV {edge}/></w:tblBorders>"
            '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{LABEL_FILL}"/></w:tcPr></w:tblStylePr>'
            "</w:style>"
        )
    )


def _plain(name: str) -> str:
    """Return a style's name without Swedish letters, as ids are written."""
    return name.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
