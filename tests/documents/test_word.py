"""What keeps a Word document whole, safe and readable for everybody."""

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from revtrack.documents import fields
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.office import filling, word
from revtrack.documents.office.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Signatures,
    Table,
)
from revtrack.documents.office.column_widths import PADDING, fitted, word_width
from revtrack.documents.office.patterns import W
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.texts.prose import clean
from tests.documents.conftest import AFTER_REPLIES, TEMPLATES
from tests.documents.flatten import tables, word_lines

PROPERTIES = word.Properties("prov.docx", "Titel", "Revisorerna", date(2023, 4, 3))
BASE = (TEMPLATES / fields.COVER_LETTER).read_bytes()


def template(*paragraphs: str, base: bytes) -> bytes:
    """Return a template with these paragraphs and the styles of the base."""
    document = Document(BytesIO(base))
    body = document.element.body
    for paragraph in body.p_lst:
        body.remove(paragraph)
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def render(base: bytes, context: word.Context, *paragraphs: str) -> bytes:
    return word.render_here(
        template(*paragraphs, base=base), {"kommun": "Älvsunda", **context}, PROPERTIES
    )


def part(document: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(document)).read(name))


def test_text_is_filled_in_as_it_stands(letter_template: bytes) -> None:
    hostile = "R&D <inget> [/] =1+1 {{ x }} {_{ y }_} {%_ åäö"
    made = render(letter_template, {"a": hostile}, "Före {{ a }} efter", "Sist")
    assert word_lines(made) == [f"Text: Före {hostile} efter", "Text: Sist"]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(max_size=60).map(clean))
def test_any_clean_text_comes_through_fields_and_blocks(text: str) -> None:
    blocks: tuple[Block, ...] = (
        Paragraph(f"<{text}>"),
        Table("T", "D", (Column("A", 40),), [[f"<{text}>"]]),
    )
    made = render(BASE, {"a": f"<{text}>", "b": blocks}, "{{ a }}", "{{ b }}", "Sist")
    paragraphs = [each.text for each in Document(BytesIO(made)).paragraphs]
    assert paragraphs == [f"<{text}>", f"<{text}>", "T", "Sist"]
    assert tables(made)[0][1] == [f"<{text}>"]


def test_a_paragraph_of_empty_fields_is_left_out(letter_template: bytes) -> None:
    made = render(letter_template, {"a": "", "b": ""}, "Datum {{ a }}", "{{ b }}", "Sist")
    assert word_lines(made) == ["Text: Sist"]


def test_a_block_stands_in_place_of_its_field(letter_template: bytes) -> None:
    blocks = (
        Heading("Rubrik", 2),
        Bullets((Item("ett", "R1."), Item("två"))),
        Numbered((Item("tre"),)),
        Signatures(("För revisorerna",), (("Namn", "Ordförande"),)),
    )
    made = render(letter_template, {"b": blocks}, "Före", "{{ b }}", "Efter")
    assert word_lines(made) == [
        "Text: Före",
        "Rubrik 2: Rubrik",
        "Punkt: R1. ett",
        "Punkt: två",
        "Nummer: tre",
        "Underskriftsrad: För revisorerna",
        "Underskrift: Namn",
        "Underskriftsrad: Ordförande",
        "Text: Efter",
    ]


def test_each_numbered_list_begins_at_one(letter_template: bytes) -> None:
    lists = (Numbered((Item("a"), Item("b"))), Paragraph("emellan"), Numbered((Item("c"),)))
    made = render(letter_template, {"b": lists}, "{{ b }}")
    used = part(made, "word/document.xml").iter(f"{W}numId")
    first, second, third = [each.get(f"{W}val") for each in used]
    assert first == second != third
    overrides = part(made, "word/numbering.xml").iter(f"{W}startOverride")
    assert [each.get(f"{W}val") for each in overrides] == ["1", "1"]


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("{{ okand }}", "okand"),
        ("{{ a ", "prov.docx"),
        ("Text före {{ b }}", "b"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "unsafe"),
        ("{{ a.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
    ],
)
def test_a_faulty_or_unsafe_template_is_refused_by_name(
    paragraph: str, told: str, letter_template: bytes
) -> None:
    with pytest.raises(RevTrackError) as refused:
        render(letter_template, {"a": "x", "b": (Paragraph("y"),)}, paragraph)
    assert refused.value.values["template"] == "prov.docx"
    assert told in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04"])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(RevTrackError, match=r"prov\.docx is not a Word document"):
        word.render_here(content, {}, PROPERTIES)


def test_a_document_that_lost_the_templates_last_paragraph_is_refused(
    letter_template: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    anything = ImmutableSandboxedEnvironment.from_string
    monkeypatch.setattr(filling.FieldsOnly, "from_string", anything)
    with pytest.raises(RevTrackError, match="did not come through"):
        render(letter_template, {"a": "x"}, "{{ a }}", "{% if false %}", "Sist", "{% endif %}")


def test_the_same_values_give_the_same_bytes(letter_template: bytes) -> None:
    blocks = (Table("T", "D", (Column("A", 40),), [["a"], ["b"]]),)

    def made() -> bytes:
        return render(letter_template, {"a": "x", "b": blocks}, "{{ a }}", "{{ b }}")

    assert made() == made()
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(made())).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_the_file_names_the_office_and_no_person(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    made = cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES)
    properties = Document(BytesIO(made)).core_properties
    assert properties.title == "Granskning av kommunens digitaliseringsarbete"
    assert properties.author == properties.last_modified_by == "Revisorerna i Eskilstuna kommun"
    assert properties.language == "sv-SE"
    names = zipfile.ZipFile(BytesIO(made)).namelist()
    assert not [name for name in names if "custom" in name or "thumbnail" in name]
    assert b"rsid" not in zipfile.ZipFile(BytesIO(made)).read("word/document.xml")


def test_tables_can_be_read_by_everybody(letter_template: bytes) -> None:
    table = Table("Titel & mer", "En rad", (Column("A", 40), Column("B", 40)), [["1", "2"]])
    root = part(render(letter_template, {"b": (table,)}, "{{ b }}", "Sist"), "word/document.xml")
    values = {
        name: next(root.iter(f"{W}{name}")).get(f"{W}val")
        for name in ("tblCaption", "tblDescription")
    }
    assert values == {"tblCaption": "Titel & mer", "tblDescription": "En rad"}
    rows = list(root.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert not list(root.iter(f"{W}gridSpan")) + list(root.iter(f"{W}vMerge"))


def test_swedish_is_the_language_of_every_style(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    made = cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES)
    languages = part(made, "word/styles.xml").iter(f"{W}lang")
    assert {each.get(f"{W}val") for each in languages} == {"sv-SE"}


def test_headings_of_all_letters_follow_without_gaps(
    alvsunda: Mapping[str, AuditCase], letter_template: bytes
) -> None:
    for case in alvsunda.values():
        level = 0
        for line in word_lines(cover_letter(case, letter_template, today=AFTER_REPLIES)):
            if line.startswith("Rubrik "):
                assert int(line[7]) <= level + 1
                level = int(line[7])


def test_the_page_number_stands_in_the_header(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    made = cover_letter(eskilstuna, letter_template, today=AFTER_REPLIES)
    header = Document(BytesIO(made)).sections[0].header.paragraphs[0]
    assert header.text == "Eskilstuna kommun | Revisorerna\t1 (1)"
    codes = [each.text for each in header._element.iter(f"{W}instrText")]  # noqa: SLF001 - no public way
    assert codes == [" PAGE ", " NUMPAGES "]


def test_a_column_is_as_wide_as_its_longest_name() -> None:
    columns = (Column("Nr", 12), Column("Text", 100), Column("Mottagare", 20))
    widths = fitted(columns, [["R1", "kort", "Arbetsmarknadsnämnden"]])
    assert widths[2] > 38
    assert sum(widths) == pytest.approx(132)
    assert fitted(columns, [["R1", "kort", "kort"]]) == [12, 100, 20]


def test_a_day_amid_text_and_a_diary_number_are_not_broken(letter_template: bytes) -> None:
    columns = (Column("A", 100), Column("B", 10))
    assert fitted(columns, [["kort", "SBN\u00a02022/94"]])[1] > 20
    assert fitted(columns, [["kort", "2024-01-31"]])[1] > 18
    table = Table("T", "D", (Column("A", 40),), [["inkom 2024-01-31"], ["2024-01-31"]])
    made = render(letter_template, {"b": (table,)}, "{{ b }}", "Sist")
    assert tables(made)[0][1:] == [["inkom 2024-01-31"], ["2024-01-31"]]
    assert len(list(part(made, "word/document.xml").iter(f"{W}noBreakHyphen"))) == 2


def test_all_places_to_sign_stay_on_one_page(letter_template: bytes) -> None:
    block = Signatures(("För revisorerna",), (("Namn", "Ordförande"), ("Namn", "Ledamot")))
    root = part(render(letter_template, {"b": (block,)}, "{{ b }}", "Sist"), "word/document.xml")
    properties = [each.find(f"{W}pPr") for each in root.iter(f"{W}p")][:5]
    kept = [each is not None and each.find(f"{W}keepNext") is not None for each in properties]
    assert kept == [True, True, True, True, False]
    assert all(each is not None and each.find(f"{W}keepLines") is not None for each in properties)


def test_a_last_row_stays_with_a_note_and_not_with_the_next_blocks(letter_template: bytes) -> None:
    """Nor is it alone on a page: the row before it comes with it."""
    table = Table("T", "D", (Column("A", 40),), [["ett"], ["två"], ["tre"]])
    blocks: dict[str, str | tuple[Block, ...]] = {"a": (table,), "b": (), "c": (table,)}
    made = render(letter_template, blocks, "{{ a }}", "{{ b }}", "{{ c }}", "Sist")
    rows = list(part(made, "word/document.xml").iter(f"{W}tr"))
    kept = [next(each.iter(f"{W}keepNext"), None) is not None for each in rows]
    assert kept == [False, False, True, False, *[False, False, True, True]]


def test_a_last_item_is_never_alone_and_what_follows_a_list_has_air(letter_template: bytes) -> None:
    items = tuple(Item(text) for text in ("ett", "två", "tre"))
    blocks = (Bullets(items), Paragraph("Efter"), Numbered(items), Bullets(items[:2]))
    made = render(letter_template, {"b": blocks}, "{{ b }}")
    properties = [each.find(f"{W}pPr") for each in part(made, "word/document.xml").iter(f"{W}p")]
    marked = [
        [name for name in ("keepNext", "spacing") if each.find(f"{W}{name}") is not None]
        for each in properties[:9]
        if each is not None
    ]
    held = ["keepNext"]
    assert marked == [[], held, [], ["keepNext", "spacing"], [], held, [], [], []]


def test_a_word_without_end_leaves_room_for_the_other_columns() -> None:
    columns = (Column("Nr", 12), Column("Text", 100), Column("Mottagare", 40))
    widths = fitted(columns, [["R1", "x" * 5000, "y" * 5000]])
    assert min(widths) > 8
    assert sum(widths) == pytest.approx(152)


@pytest.mark.parametrize("field", ["{{ kommun|safe }}", "{{ 1/0 }}", "{{ kommun + 1 }}"])
def test_a_field_that_would_let_text_through_or_fail_is_refused(field: str) -> None:
    document = Document(BytesIO(BASE))
    document.add_paragraph(field)
    made = BytesIO()
    document.save(made)
    context: dict[str, str | tuple[Block, ...]] = {
        each.name: () if each.is_block else "R&D <x>" for each in fields.FIELDS[fields.COVER_LETTER]
    }
    properties = word.Properties(
        template=fields.COVER_LETTER, title="T", author="A", on=date(2023, 3, 20)
    )
    with pytest.raises(RevTrackError, match="cannot be used"):
        word.render_here(made.getvalue(), context, properties)


def test_a_short_word_keeps_its_line_where_other_columns_take_room() -> None:
    columns = (Column("Nr", 13), *(Column("Mottagare", 27) for _ in range(4)))
    rows = [("R1", *("Samhällsbyggnadsnämnden" for _ in range(4)))]
    widths = fitted(columns, rows)
    assert widths[0] >= word_width("R1") + PADDING - 0.05
    assert sum(widths) == pytest.approx(121)
