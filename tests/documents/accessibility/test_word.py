import pytest

from revtrack.documents.accessibility.check import check_file
from revtrack.documents.accessibility.word import check_word
from revtrack.documents.office import package
from revtrack.domain.codes import Severity
from revtrack.domain.errors import RevTrackError
from tests.documents.accessibility.damage import (
    DOCUMENT,
    STYLES,
    Planted,
    added,
    drawing,
    paragraph,
)

CELL = r'<w:p><w:pPr><w:pStyle w:val="Tabelltext"/></w:pPr><w:r><w:t>[^<]*</w:t></w:r></w:p></w:tc>'
BOX = "<w:txbxContent><w:p><w:r><w:t>Vid sidan om</w:t></w:r></w:p></w:txbxContent>"
ROWS = "".join(
    f"<w:tr><w:tc><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>'
    "<w:p><w:r><w:t>Svar</w:t></w:r></w:p></w:tc></w:tr>"
    for name, fill in [("SN", "C6EFCE"), ("KS", "FFC7CE")]
)
HEADED = (
    '<w:tbl><w:tblPr><w:tblCaption w:val="Läge"/><w:tblDescription w:val="En rad per nämnd"/>'
    "</w:tblPr><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Nämnd</w:t>"
    "</w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Läge</w:t></w:r></w:p></w:tc></w:tr>"
)

IN_THE_TABLE = [
    Planted("no_title", "docProps/core.xml", "<dc:title>.*</dc:title>", ""),
    Planted("no_document_title", DOCUMENT, '<w:pStyle w:val="Heading1"/>', ""),
    Planted("no_language", STYLES, "(<w:docDefaults>.*?)<w:lang [^>]*/>", r"\1"),
    Planted(
        "style_in_other_language", STYLES, '(w:styleId="Not".*?w:lang w:val=")sv-SE', r"\1en-US"
    ),
    Planted("no_header_row", DOCUMENT, "<w:tblHeader/>", ""),
    Planted("header_row_splits", DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:tblHeader/>"),
    Planted("no_table_title", DOCUMENT, "<w:tblCaption [^>]*/>", ""),
    Planted("no_table_description", DOCUMENT, 'w:tblDescription w:val="[^"]*"', "w:tblDescription"),
    Planted(
        "merged_cells", DOCUMENT, "(<w:tcW [^>]*/>)(</w:tcPr>)", r'\1<w:gridSpan w:val="2"/>\2'
    ),
    Planted("merged_cells", DOCUMENT, "(<w:tcW [^>]*/>)(</w:tcPr>)", r"\1<w:vMerge/>\2"),
    Planted("empty_cell", DOCUMENT, CELL, "<w:p/></w:tc>"),
    Planted(
        "low_contrast",
        STYLES,
        '(w:type="firstRow".*?w:fill=")1F3A4D',
        r"\1DDE4E8",
    ),
    Planted("low_contrast", STYLES, '(w:styleId="Not".*?<w:color w:val=")4D555C', r"\g<1>A0A8B0"),
    added("heading_gap", paragraph("Bilaga", style="Heading3")),
    added("empty_heading", paragraph(" ", style="Heading2")),
    added("text_in_other_language", paragraph("Annex", '<w:lang w:val="en-GB"/>')),
    added("layout_table", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    added("list_by_hand", paragraph("• Nämnden ska ta fram en plan")),
    added("list_by_hand", paragraph("1. Nämnden ska ta fram en plan")),
    added("list_by_hand", paragraph("- Nämnden ska ta fram en plan")),
    added("heading_by_hand", paragraph("Våra iakttagelser", "<w:b/>")),
    added("empty_paragraph", f"<w:p/>{paragraph('Efter mellanrummet.')}"),
    added("no_alternative_text", drawing("inline")),
    added("floating_object", drawing("anchor", description="Kommunens vapen")),
    added("text_box", drawing("anchor", BOX, "En ruta")),
    added("text_box", drawing("inline", BOX, "En ruta")),
    added("low_contrast", paragraph("Blekt.", '<w:color w:val="AAAAAA"/>')),
    added(
        "low_contrast",
        paragraph("Gult.", '<w:highlight w:val="darkBlue"/>').replace(
            "<w:highlight", '<w:color w:val="333333"/><w:highlight'
        ),
    ),
    added(
        "colour_alone",
        '<w:p><w:r><w:t>Svaret är </w:t></w:r><w:r><w:rPr><w:color w:val="9B1C1C"/></w:rPr>'
        "<w:t>otillräckligt</w:t></w:r></w:p>",
    ),
    added("colour_alone", f"{HEADED}{ROWS}</w:tbl>{paragraph('Efter tabellen.')}"),
    added(
        "vague_link",
        '<w:p><w:r><w:t>Läs mer </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>här</w:t></w:r>'
        "</w:hyperlink></w:p>",
    ),
]
IN_THE_LETTER = [
    added("several_document_titles", paragraph("Missiv igen", style="Heading1")),
    Planted(
        "low_contrast", STYLES, '(w:styleId="Normal".*?<w:color w:val=")000000', r"\g<1>8A8A8A"
    ),
]


def test_sound_documents_are_clean(table: bytes, letter: bytes) -> None:
    assert check_word(table) == check_word(letter) == ()


def test_parts_are_looked_through_by_what_leads_to_them_and_not_by_name(table: bytes) -> None:
    parts = package.read_parts(
        added("heading_gap", paragraph("Bilaga", style="Heading3")).into(table)
    )
    renamed = {
        name.replace("document.xml", "document2.xml").replace(
            "styles.xml", "looks.xml"
        ): part.replace(b"document.xml", b"document2.xml").replace(b"styles.xml", b"looks.xml")
        for name, part in parts.items()
    }
    assert [each.code for each in check_word(package.write_parts(renamed))] == ["heading_gap"]


@pytest.mark.parametrize("fault", IN_THE_TABLE, ids=lambda fault: fault.code)
def test_a_fault_planted_in_a_table_is_found_and_nothing_else(fault: Planted, table: bytes) -> None:
    assert [each.code for each in check_word(fault.into(table))] == [fault.code]


@pytest.mark.parametrize("fault", IN_THE_LETTER, ids=lambda fault: fault.code)
def test_a_fault_planted_in_a_letter_is_found_and_nothing_else(
    fault: Planted, letter: bytes
) -> None:
    assert {each.code for each in check_word(fault.into(letter))} == {fault.code}


def test_a_finding_says_in_swedish_where_it_is_and_what_to_do(table: bytes) -> None:
    [found] = check_word(Planted("", DOCUMENT, CELL, "<w:p/></w:tc>").into(table))
    assert found.line == (
        "Tabell 1, rad 2, kolumn 1: Cellen är tom. "
        "Skriv vad som inte finns: ”–” eller ”uppgift saknas”."
    )
    assert found.severity is Severity.WARNING
    [found] = check_word(added("", paragraph("Blekt.", '<w:color w:val="AAAAAA"/>')).into(table))
    assert found.line == (
        "Under rubriken ”Rekommendationer per mottagare”: ”Blekt.” har färgen #AAAAAA på #FFFFFF: "
        "kontrasten är 2,3 : 1 och ska vara minst 4,5 : 1. Välj en mörkare eller ljusare färg."
    )


def test_large_text_needs_less_contrast(table: bytes) -> None:
    grey = '<w:color w:val="8A8A8A"/>'
    for size, codes in [(35, ["low_contrast"]), (36, [])]:
        planted = added("", paragraph("Stort.", f'{grey}<w:sz w:val="{size}"/>')).into(table)
        assert [each.code for each in check_word(planted)] == codes
    bold = added("", paragraph("Fetstilt stort.", f'<w:b/>{grey}<w:sz w:val="28"/>')).into(table)
    assert check_word(bold) == ()


def test_colours_of_the_theme_are_weighed(table: bytes) -> None:
    pale = '<w:color w:val="000000" w:themeColor="accent1" w:themeTint="33"/>'
    codes = [each.code for each in check_word(added("", paragraph("Blekt.", pale)).into(table))]
    assert codes == ["low_contrast"]


def test_what_word_itself_puts_there_is_no_fault(table: bytes) -> None:
    closing = added("", f"{HEADED}{ROWS.replace('FFC7CE', 'C6EFCE')}</w:tbl><w:p/>")
    assert check_word(closing.into(table)) == ()
    breaking = added("", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
    assert check_word(breaking.into(table)) == ()
    described = added("", drawing("inline", description="Kommunens vapen"))
    assert check_word(described.into(table)) == ()


@pytest.mark.parametrize(
    "damage",
    [
        lambda parts: package.write_parts(parts)[:900],
        lambda parts: package.write_parts({**parts, DOCUMENT: b"<w:document"}),
        lambda parts: package.write_parts(
            {
                **parts,
                DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]>' + parts[DOCUMENT].split(b"?>", 1)[1],
            }
        ),
        lambda _parts: package.write_parts({"a.txt": b"hej"}),
    ],
)
def test_a_damaged_file_is_refused_with_a_sentence(table: bytes, damage: object) -> None:
    assert callable(damage)
    with pytest.raises(RevTrackError, match="damaged or not whole"):
        check_word(damage(package.read_parts(table)))


def test_a_file_is_looked_through_by_its_ending(table: bytes) -> None:
    assert check_file("Tabell.DOCX", table) == ()
    with pytest.raises(RevTrackError, match="looked through"):
        check_file("tabell.odt", table)
