"""An office's own templates: what is changed in Word follows, what is wrong is named with place."""

import json
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

from revtrack.confined.limits import Limits
from revtrack.documents import fields
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.word import check_word
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.office import filling, package, word
from revtrack.documents.office.mail import mail_text
from revtrack.documents.office.shipped import is_ours
from revtrack.documents.tables.recommendation_table import recommendation_table
from revtrack.documents.templates import filled_apart, work
from revtrack.documents.templates.filled_apart import findings, look_through
from revtrack.documents.templates.mail_check import check_mail
from revtrack.documents.templates.tokens import Sort, tokens
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Severity
from revtrack.domain.errors import RevTrackError
from revtrack.wording import word as word_refusal
from tests.documents.conftest import AFTER_REPLIES, STAMP, TEMPLATES
from tests.documents.flatten import tables, word_lines

LETTER, TABLE = fields.COVER_LETTER, fields.RECOMMENDATION_TABLE
Change = Callable[[DocumentObject], None]


def changed(template: bytes, change: Change) -> bytes:
    document = Document(BytesIO(template))
    change(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_paragraph(text: str) -> Change:
    def change(document: DocumentObject) -> None:
        document.paragraphs[-1].insert_paragraph_before(text)

    return change


def with_part(template: bytes, name: str, content: bytes) -> bytes:
    return package.write_parts({**package.read_parts(template), name: content})


def replaced(template: bytes, part: str, old: bytes, new: bytes) -> bytes:
    parts = package.read_parts(template)
    assert old in parts[part]
    return package.write_parts({**parts, part: parts[part].replace(old, new)})


def looked_through(template: bytes, name: str) -> tuple[Finding, ...]:
    """Look a template through as the process of its own does, without the time that one takes."""
    return findings(json.loads(json.dumps(work.look_through(template, name=name))))


def flaws(template: bytes, name: str = LETTER) -> list[tuple[str, str]]:
    return [(each.code, each.place.words) for each in looked_through(template, name)]


def letter(case: AuditCase, template: bytes) -> bytes:
    return cover_letter(case, template, today=AFTER_REPLIES)


def table(case: AuditCase, template: bytes) -> bytes:
    return recommendation_table(case, template, today=AFTER_REPLIES, stamp=STAMP)


def grid(document: bytes) -> list[int]:
    """Return the widths of the first table's columns."""
    first = Document(BytesIO(document)).tables[0]
    return [int(each.get(qn("w:w"), "0")) for each in first._tbl.tblGrid]  # noqa: SLF001 - no public way


# What an office changes in Word


def test_words_fonts_and_order_of_a_copied_template_follow(
    eskilstuna: AuditCase, letter_template: bytes
) -> None:
    def change(document: DocumentObject) -> None:
        document.styles["Normal"].font.name = "Verdana"
        document.sections[0].header.paragraphs[0].insert_paragraph_before("Revisionskontoret")
        last, first = document.paragraphs[-1], document.paragraphs[1]
        first._p.addprevious(last._p)  # noqa: SLF001 - python-docx cannot move a paragraph

    own = changed(letter_template, change)
    ours, theirs = letter(eskilstuna, letter_template), letter(eskilstuna, own)

    assert not is_ours(own)
    assert sorted(word_lines(theirs)) == sorted(word_lines(ours))
    assert word_lines(theirs) != word_lines(ours)
    made = Document(BytesIO(theirs))
    assert made.styles["Normal"].font.name == "Verdana"
    assert made.sections[0].header.paragraphs[0].text == "Revisionskontoret"


def test_a_column_is_taken_away_moved_renamed_and_widened_in_word(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    def change(document: DocumentObject) -> None:
        pattern_table = document.tables[0]
        for row in pattern_table.rows:
            cells = row._tr.tc_lst  # noqa: SLF001 - python-docx cannot take a cell away
            row._tr.remove(cells[3])  # noqa: SLF001 - Revisionsfråga
            cells[0].addprevious(cells[2])
        pattern_table.rows[0].cells[0].paragraphs[0].runs[0].text = "Till vem"
        for row in pattern_table.rows:
            row.cells[0].width = Mm(90)

    ours = tables(table(eskilstuna, table_template))[0]
    made = table(eskilstuna, changed(table_template, change))
    theirs = tables(made)[0]

    assert ours[0][:4] == ["Nr", "Rekommendation", "Mottagare", "Revisionsfråga"]
    assert theirs[0][:4] == ["Till vem", "Nr", "Rekommendation", "Avsnitt i rapporten"]
    assert [row[:3] for row in theirs[1:]] == [[row[2], row[0], row[1]] for row in ours[1:]]
    widths = grid(made)
    assert widths[0] > widths[2]
    assert not any("Mönster" in line or "{{" in line for line in word_lines(made))


def test_a_column_without_a_reason_today_falls_out_and_the_others_share_its_width(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    alone = recommendation_table(
        eskilstuna,
        table_template,
        today=AFTER_REPLIES,
        stamp=STAMP,
        committee=eskilstuna.committees[1],
    )
    grids = [grid(table(eskilstuna, table_template)), grid(alone)]
    assert "Mottagare" not in tables(alone)[0][0]
    assert len(grids[1]) == len(grids[0]) - 1
    assert sum(grids[0]) == pytest.approx(sum(grids[1]), abs=10)


def test_an_older_template_with_only_the_field_of_a_block_goes_on_working(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    def without_patterns(document: DocumentObject) -> None:
        for each in document.tables:
            document.element.body.remove(each._tbl)  # noqa: SLF001 - no public way
        for paragraph in document.paragraphs:
            if paragraph.text.startswith("Mönster"):
                document.element.body.remove(paragraph._p)  # noqa: SLF001 - no public way

    own = changed(table_template, without_patterns)
    assert word_lines(table(eskilstuna, own)) == word_lines(table(eskilstuna, table_template))


def test_the_looks_of_a_patterns_cells_are_those_of_the_table(
    eskilstuna: AuditCase, table_template: bytes
) -> None:
    def change(document: DocumentObject) -> None:
        cell = document.tables[0].rows[1].cells[0]
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF2CC"/>')
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - no public way
        cell.paragraphs[0].runs[0].font.bold = True

    made = Document(BytesIO(table(eskilstuna, changed(table_template, change)))).tables[0]
    first = [row.cells[0] for row in made.rows][1:]
    assert all(cell.paragraphs[0].runs[0].font.bold for cell in first)
    assert all(b"FFF2CC" in cell._tc.xml.encode() for cell in first)  # noqa: SLF001 - no public way


# What is wrong, named with its place and what to write instead


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("Dag: {{ datumm }}", "unknown_field", "{{ datum }}"),
        ("{{ svar senast }}", "unknown_field", "{{ svar_senast }}"),
        ("{{ för_kännedom }}", "unknown_field", "{{ for_kannedom }}"),
        ("{{ xyzzy }}", "strange_field", "template fields missiv"),
        ("{{ tabell }}", "foreign_field", "rekommendationstabell.docx"),
        ("Hej {{ kommun }", "broken_field", "{{ kommun }}"),
        ("Hej {kommun}}", "broken_field", "{{ kommun }}"),
        ("Hej { kommun }", "broken_field", "{{ kommun }}"),
        ("{% for x in y %}", "code", "{% for x in y %}"),
        ("{{ kommun|upper }}", "code", "kommun|upper"),
        ("{{ cycler.__init__.__globals__ }}", "code", "cycler"),
        ("{{ 'x'*10**9 }}", "code", "10**9"),
        ("{# osynligt #}", "code", "osynligt"),
        ("{{r kommun }}", "unknown_field", "{{ kommun }}"),
        ("Se {{ yttrande }}", "block_amid_text", "{{ yttrande }}"),
        ("{{ bilagor }}", "block_twice", "{{ bilagor }}"),
    ],
)
def test_a_field_that_is_wrong_is_named_with_its_place(
    text: str, code: str, told: str, letter_template: bytes
) -> None:
    found = looked_through(changed(letter_template, with_paragraph(text)), LETTER)
    mine = next(each for each in found if each.code == code)
    assert told in mine.sentence
    assert text in mine.place.words
    assert "under ”{{ rubrik }}”" in mine.place.words


def test_the_place_names_header_table_and_page(letter_template: bytes) -> None:
    def change(document: DocumentObject) -> None:
        document.sections[0].header.paragraphs[0].add_run(" {{ komun }}")
        grid = document.add_table(2, 2)
        grid.cell(1, 0).text = "{{ dattum }}"
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("{{ rubrikk }}")

    places = {
        each.values["field"]: each.place.words
        for each in looked_through(changed(letter_template, change), LETTER)
        if each.code == "unknown_field"
    }
    assert places["{{ komun }}"].startswith("Sidhuvudet: ”{{ kommun }} | Revisorerna")
    assert places["{{ dattum }}"] == "Tabell 1, rad 2, kolumn 1"
    assert places["{{ rubrikk }}"].endswith("sidan 2")


def test_a_pattern_needs_no_title_of_its_own_and_another_table_does(table_template: bytes) -> None:
    """LibreOffice drops the titles of tables; what follows a pattern gets the title of its own."""

    def untitled(document: DocumentObject) -> None:
        document.add_table(2, 1).style = document.tables[0].style
        for table in document.tables:
            etree.strip_elements(table._tbl, qn("w:tblCaption"), qn("w:tblDescription"))  # noqa: SLF001 - its element

    last = len(Document(BytesIO(table_template)).tables) + 1
    titles = {"no_table_title", "no_table_description"}
    found = [each for each in flaws(changed(table_template, untitled), TABLE) if each[0] in titles]
    assert {place for _code, place in found} == {f"Tabell {last}"}


def test_columns_out_of_place_or_misspelt_are_named(table_template: bytes) -> None:
    def change(document: DocumentObject) -> None:
        document.tables[0].cell(1, 1).paragraphs[0].runs[0].text = "{{ rekomendation }}"
        document.tables[0].cell(1, 2).paragraphs[0].runs[0].text = "Till {{ mottagare }}"
        document.add_paragraph("{{ nr_i_rapporten }}")

    found = [
        (each.code, each.place.words)
        for each in looked_through(changed(table_template, change), TABLE)
        if each.severity is Severity.ERROR
    ]
    assert found[:2] == [
        ("unknown_field", "Tabell 1, rad 2, kolumn 2"),
        ("column_cell", "Tabell 1, rad 2, kolumn 3"),
    ]
    assert found[2][0] == "column_outside"


def test_code_in_what_no_paragraph_shows_is_found(letter_template: bytes) -> None:
    hidden = replaced(
        letter_template,
        "word/document.xml",
        b"<w:body>",
        b'<w:body><w:p><w:pPr><w:pStyle w:val="{{ 1+1 }}"/></w:pPr></w:p>',
    )
    assert ("code", "Delen word/document.xml av filen") in flaws(hidden)


RELS = "word/_rels/document.xml.rels"
LINK = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [
        ("image", "https://ond.example/bild.png", "linked"),
        ("attachedTemplate", "file:///x/Normal.dotm", "attached_template"),
        ("oleObject", "file:///x/y.xlsx", "linked"),
        ("hyperlink", "file:///c:/hemligt", "linked"),
        ("hyperlink", "https://www.skr.se", None),
    ],
)
def test_what_a_file_fetches_from_elsewhere_is_told(
    kind: str, target: str, code: str | None, letter_template: bytes
) -> None:
    link = LINK.format(kind=kind, target=target).encode()
    found = {name for name, _ in flaws(replaced(letter_template, RELS, b"</Relationships>", link))}
    assert found == ({code} if code else set())


SPLIT_FIELD = (
    "<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE x</w:instrText></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>gömt</w:t></w:r>", "hidden_text"),
        ('<w:ins w:id="1" w:author="a"><w:r><w:t>ny</w:t></w:r></w:ins>', "tracked_changes"),
        ('<w:fldSimple w:instr=" DDEAUTO excel x "/>', "fetching_field"),
        (
            SPLIT_FIELD,
            "fetching_field",
        ),
        ("<w:r><w:object/></w:r>", "embedded"),
    ],
)
def test_what_hides_or_starts_something_is_told(
    xml: str, code: str, letter_template: bytes, eskilstuna: AuditCase
) -> None:
    end = f"<w:p>{xml}</w:p><w:sectPr".encode()
    own = replaced(letter_template, "word/document.xml", b"<w:sectPr", end)
    assert code in {name for name, _ in flaws(own)}
    with pytest.raises(RevTrackError, match="cannot be used"):
        letter(eskilstuna, own)


def mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def field(code: str, result: str = "") -> str:
    said = "".join(
        each if each.startswith("<") else f"<w:instrText>{each}</w:instrText>"
        for each in code.split("|")
    )
    return f"{mark('begin')}{said}{mark('separate')}{result}{mark('end')}"


QUOTED = field(" QUOTE 68 68 69 65 85 84 79 ", "<w:t>x</w:t>")


@pytest.mark.parametrize(
    ("xml", "is_told"),
    [
        (field(f"{QUOTED}| cmd '/k calc' "), True),
        (field("DD|" + field("REF a") + "| cmd '/k calc'"), True),
        (field('SET a "DDEAUTO"'), True),
        (field('HYPERLINK "file://///host/share"'), True),
        (field('HYPERLINK \\n "file://///host/share"'), True),
        (field('HYPERLINK "https://|' + field("REF a") + '|"'), True),
        (mark("begin") + "<w:t>DDEAUTO c</w:t>" + mark("end"), True),
        (field(" PA|GE \\* MERGEFORMAT ", "<w:t>DDEAUTO</w:t>"), False),
        (field("IF |" + field("PAGE") + '| > 1 "a" "b"'), False),
        (field('TOC \\o "1-3" \\h', field('HYPERLINK \\l "_Toc1"', field("PAGEREF _Toc1"))), False),
        (field(' HYPERLINK "https://www.skr.se" \\o "SKR" '), False),
    ],
)
def test_only_fields_that_tell_of_the_document_or_lead_to_the_web_may_stand(
    xml: str, is_told: bool, letter_template: bytes
) -> None:
    end = f"<w:p><w:r>{xml}</w:r></w:p><w:sectPr".encode()
    found = {
        name for name, _ in flaws(replaced(letter_template, "word/document.xml", b"<w:sectPr", end))
    }
    assert ("fetching_field" in found) is is_told


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def leading(template: bytes, kind: str, part: str, content: bytes, source: str = RELS) -> bytes:
    """Return a template with a part that another one leads to."""
    to = f'<Relationship Id="rId98" Type="{OFFICE}/{kind}" Target="/{part}"/></Relationships>'
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts = package.read_parts(template)
    listed = parts.get(source, empty)
    parts[source] = listed.replace(b"</Relationships>", to.encode())
    return package.write_parts({**parts, part: content})


CODED = (
    f"<w:hdr {nsdecls('w')}><w:p><w:r>"
    '<w:t>{% for a in "abc" %}{{ 7*7 }}</w:t></w:r></w:p></w:hdr>'
)


@pytest.mark.parametrize("part", ["word/kopf.xml", "word/kopf.png", "word/styles7.xml"])
def test_code_in_a_header_of_another_name_is_told(part: str, letter_template: bytes) -> None:
    own = leading(letter_template, "header", part, CODED.encode())
    assert "code" in {name for name, _ in flaws(own)}


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{{ till|upper }}", "{{ till.x }}", "{% if 1 %}"])
def test_the_filling_itself_knows_nothing_but_fields(text: str, letter_template: bytes) -> None:
    own = changed(letter_template, with_paragraph(text))
    with pytest.raises(RevTrackError, match=r"The template missiv\.docx cannot be used"):
        filling.fill(own, LETTER, {}, {}, {})


def test_a_main_part_of_another_name_is_looked_through_and_filled_in(
    letter_template: bytes, eskilstuna: AuditCase
) -> None:
    parts = package.read_parts(letter_template)
    moved = {
        name.replace("word/document.xml", "word/document2.xml").replace(
            "_rels/document.xml", "_rels/document2.xml"
        ): part.replace(b"word/document.xml", b"word/document2.xml")
        for name, part in parts.items()
    }
    own = package.write_parts(moved)
    assert word_lines(letter(eskilstuna, own)) == word_lines(letter(eskilstuna, letter_template))


def test_text_of_another_program_put_into_the_page_is_told(letter_template: bytes) -> None:
    page = b'<html><img src="http://ond.example/x.png"/></html>'
    own = leading(letter_template, "aFChunk", "word/afchunk.html", page)
    assert "embedded" in {name for name, _ in flaws(own)}


def test_only_the_plain_workbook_of_a_chart_may_be_embedded(letter_template: bytes) -> None:
    book, chart = "word/embeddings/diagram1.xlsx", "word/charts/chart1.xml"
    of_chart = "word/charts/_rels/chart1.xml.rels"
    plain = package.write_parts({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"})
    macros = package.write_parts({"[Content_Types].xml": b"<a/>", "xl/vbaProject.bin": b"<a/>"})
    charted = leading(letter_template, "chart", chart, b"<a/>")

    def is_told(own: bytes) -> bool:
        return "embedded" in {name for name, _ in flaws(own)}

    assert not is_told(leading(charted, "package", book, plain, of_chart))
    assert is_told(leading(charted, "package", book, macros, of_chart))
    assert is_told(with_part(charted, book, plain))
    assert is_told(leading(letter_template, "package", book, plain))


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("word/vbaProject.bin", "macros"),
        ("word/comments.xml", "comments"),
        ("word/activeX/activeX1.xml", "embedded"),
        ("word/embeddings/oleObject1.bin", "embedded"),
        ("customXml/item1.xml", "custom_xml"),
    ],
)
def test_parts_that_no_template_should_hold_are_told(
    part: str, code: str, letter_template: bytes
) -> None:
    assert code in {name for name, _ in flaws(with_part(letter_template, part, b"<a/>"))}


def test_a_missing_style_is_told_with_what_happens_then(letter_template: bytes) -> None:
    def change(document: DocumentObject) -> None:
        document.styles["List Bullet"].delete()

    found = looked_through(changed(letter_template, change), LETTER)
    told = next(each.sentence for each in found if each.code == "missing_list_style")
    assert told == (
        "Formatmallen ”List Bullet” saknas: listor blir utan punkter eller nummer. Kopiera "
        "formatmallen från vår mall."
    )


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.docx")), ids=lambda path: path.name)
def test_our_own_templates_have_nothing_wrong(path: Path) -> None:
    content = path.read_bytes()
    assert looked_through(content, path.name) == ()
    assert check_word(content) == ()  # the titles of patterns too, that others may leave out


def test_a_process_of_its_own_finds_the_same(letter_template: bytes) -> None:
    own = changed(letter_template, with_paragraph("Se {{ yttrande }} och {{ komun }}"))
    assert look_through(letter_template, LETTER) == ()
    assert look_through(own, LETTER) == looked_through(own, LETTER) != ()


# What is refused when a document is made


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ 'x'*10**9 }}",
        "{% for a in range(10**9) %}{% endfor %}",
        "{{ datumm }}",
        "{{ kommun }",
    ],
)
def test_a_template_with_code_or_a_wrong_field_makes_no_document(
    text: str, eskilstuna: AuditCase, letter_template: bytes
) -> None:
    own = changed(letter_template, with_paragraph(text))
    with pytest.raises(RevTrackError) as refused:
        letter(eskilstuna, own)
    assert refused.value.values["template"] == LETTER
    assert text in refused.value.values["what"]


BOMBS = [
    "{{ 'x' * 10**10 }}",
    "{% for a in range(10**5) %}{% for b in range(10**5) %}{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize("text", BOMBS)
def test_code_that_slipped_through_is_stopped_by_time_and_memory(
    text: str, letter_template: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filled_apart, "_WORK", "tests.documents.unguarded")
    monkeypatch.setattr(filled_apart._work, "__defaults__", (Limits(seconds=3),))  # noqa: SLF001
    started = time.perf_counter()
    with pytest.raises(RevTrackError, match=r"missiv\.docx (was given up|cannot be used)"):
        filled_apart.fill_apart(changed(letter_template, with_paragraph(text)), LETTER, {}, {}, {})
    assert time.perf_counter() - started < 8


def test_a_zip_bomb_is_no_template(letter_template: bytes) -> None:
    bomb = with_part(letter_template, "word/media/a.bin", bytes(70 << 20))
    with pytest.raises(RevTrackError, match="cannot be used") as refused:
        look_through(bomb, LETTER)
    assert "64 MB" in word_refusal(refused.value)
    with pytest.raises(RevTrackError, match="cannot be used") as refused:
        look_through(letter_template[: len(letter_template) // 2], LETTER)
    assert "missiv.docx" in word_refusal(refused.value)
    with pytest.raises(RevTrackError, match="is not a Word document"):
        look_through(b"not a zip", LETTER)


def test_braces_in_peoples_text_print_as_they_stand(letter_template: bytes) -> None:
    def change(document: DocumentObject) -> None:
        document.element.body.clear_content()
        document.add_paragraph("{{ till }}")

    own = changed(letter_template, change)
    said = "{{ kommun }} {% x %} {_{ y }_} { z }"
    properties = word.Properties(LETTER, "T", "A", AFTER_REPLIES)
    made = word.render(own, {"till": said, "kommun": "K"}, properties)
    assert word_lines(made) == [f"Text: {said}"]


# The texts of mails


def test_a_mails_text_is_looked_through_line_by_line() -> None:
    text = "# rem\nÄmne: {{ amne }}\n\nHej {{ motagare }}\n{{ kommun }\n{% if x %}\n{{ till }}\n"
    found = check_mail(fields.REMINDER_MAIL, text.encode())
    assert [(each.code, each.place.words) for each in found] == [
        ("unknown_field", "Rad 4"),
        ("broken_field", "Rad 5"),
        ("code", "Rad 6"),
        ("foreign_field", "Rad 7"),
    ]
    assert {each.code for each in check_mail(fields.REMINDER_MAIL, b"Hej")} == {"no_subject"}
    assert {each.code for each in check_mail(fields.REMINDER_MAIL, b"\xff")} == {"not_utf8"}


def test_a_broken_field_is_never_sent_in_a_mail() -> None:
    text = "Ämne: hej\n\nTill {{ kommun }\n".encode()
    with pytest.raises(RevTrackError, match="trasigt fält"):
        mail_text(text, {"kommun": "K"}, fields.REMINDER_MAIL)


def test_what_stands_between_braces_is_told_apart() -> None:
    sorts = {
        "{{ a }}": Sort.FIELD,
        "{{ a b }}": Sort.FIELD,
        "{{a": Sort.BROKEN,
        "a }}": Sort.BROKEN,
        "{ {a} }": Sort.BROKEN,
        "{{ a.b }}": Sort.CODE,
        "{{ a() }}": Sort.CODE,
        "{%p if a %}": Sort.CODE,
        "{_{ a }_}": Sort.CODE,
    }
    assert {text: tokens(text)[0].sort for text in sorts} == sorts
    assert tokens("Hej och hå") == []
