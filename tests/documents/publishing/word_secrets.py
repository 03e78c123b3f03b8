"""Where a secret may hide in a Word document."""

import io

import docx

from revtrack.documents.office.package import read_parts, write_parts
from tests.documents.publishing.picture_secrets import PICTURES, placed, png
from tests.documents.publishing.planting import (
    DOCUMENT,
    NEEDLE,
    RELS,
    SECRET,
    TYPES,
    Parts,
    Plant,
    W,
    core,
    link,
    paragraph,
    part,
    replaced,
    run,
    setting,
    text,
)

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"


def commented(parts: Parts) -> None:
    words = f'<w:comments {W}><w:comment w:id="1" w:author="{SECRET}"><w:p>{run(SECRET)}</w:p></w:comment></w:comments>'  # noqa: E501 - XML as it stands
    part("word/comments.xml", words, "comments")(parts)
    mark = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'  # noqa: E501 - XML as it stands
    paragraph(mark.format(run("Med kommentar")))(parts)


BY = f'w:id="7" w:author="{SECRET}" w:date="2023-01-01T00:00:00Z"'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
STYLED = '<w:style w:type="character" w:styleId="Gomd"><w:name w:val="gömd"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'  # noqa: E501 - XML as it stands


def styled(parts: Parts) -> None:
    replaced(parts, "word/styles.xml", "</w:styles>", STYLED)
    paragraph(run(SECRET, '<w:rPr><w:rStyle w:val="Gomd"/></w:rPr>'))(parts)


def note(name: str, *, led_to: bool = True) -> Plant:
    """Plant a note, and what leads to it from the text."""
    mark = paragraph(f'<w:r><w:{name}Reference w:id="2"/></w:r>')
    return note_led_to_by(mark if led_to else lambda _parts: None, name)


def note_led_to_by(mark: Plant, name: str = "footnote") -> Plant:
    def plant(parts: Parts) -> None:
        words = f'<w:{name}s {W}><w:{name} w:id="2"><w:p>{run(SECRET)}</w:p></w:{name}></w:{name}s>'
        part(f"word/{name}s.xml", words, f"{name}s")(parts)
        mark(parts)

    return plant


MARK = '<w:footnoteReference w:id="2"/>'


def marked_in_endnote(parts: Parts) -> None:
    """Plant a footnote that only an endnote leads to, to which nothing leads."""
    inner = f'<w:endnote w:id="9"><w:p><w:r>{MARK}</w:r></w:p></w:endnote>'
    part("word/endnotes.xml", f"<w:endnotes {W}>{inner}</w:endnotes>", "endnotes")(parts)


def unread_in_white(parts: Parts) -> None:
    white = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    note("footnote", led_to=False)(parts)
    replaced(parts, "word/footnotes.xml", "<w:r>", f"<w:r>{white}")


def header(name: str) -> Plant:
    def plant(parts: Parts) -> None:
        document = docx.Document(io.BytesIO(write_parts(parts)))
        getattr(document.sections[0], name).paragraphs[0].text = SECRET
        buffer = io.BytesIO()
        document.save(buffer)
        parts.clear()
        parts.update(read_parts(buffer.getvalue()))

    return plant


def zip_extra(parts: Parts) -> None:
    parts["hemligt/okänd.bin"] = SECRET.encode()


def field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("visas")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def asking(inner: str) -> str:
    """Return a field that asks something of what stands in its code, and shows a result."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = f"<w:r><w:instrText> IF </w:instrText></w:r>{inner}"
    return f'{begin}{code}<w:r><w:instrText> = "" "a" "b"</w:instrText></w:r>{separate}{run("visas")}{end}'  # noqa: E501 - XML as it stands


HEADER = f"<w:hdr {W}><w:p>{run(SECRET)}</w:p></w:hdr>"


def boxed(inner: str) -> str:
    """Return a paragraph with a text box, and what older programs show for it."""
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    old = f"<w:pict><w:txbxContent><w:p>{run('gammal')}</w:p></w:txbxContent></w:pict>"
    return (
        f'<w:p><w:r><mc:AlternateContent {MC}><mc:Choice xmlns:wps="{wps}" Requires="wps">'
        f'<w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing">'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{wps}"><wps:wsp><wps:txbx>'
        f"<w:txbxContent><w:p>{inner}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def filled_in(properties: str) -> Plant:
    content = f"<w:sdtContent><w:p>{run('svar')}</w:p></w:sdtContent>"
    return text(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt>")


def looking(properties: str) -> Plant:
    return paragraph(run("synligt ") + run(SECRET, f"<w:rPr>{properties}</w:rPr>"))


def style(name: str, inner: str = "", kind: str = "paragraph") -> Plant:
    words = (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name}"><w:name w:val="{SECRET}"/>'
    )
    return lambda parts: replaced(
        parts, STYLES, "</w:styles>", f"{words}{inner}</w:style></w:styles>"
    )


def styled_as(inner: str, inherited: str, words: str = "text") -> Plant:
    """Plant a paragraph of a style that rests on another."""

    def plant(parts: Parts) -> None:
        name = f"{SECRET}{len(inner + inherited)}"
        style(name, inherited)(parts)
        style(f"{name}b", f'<w:basedOn w:val="{name}"/>{inner}')(parts)
        paragraph(run(words), f'<w:pPr><w:pStyle w:val="{name}b"/></w:pPr>')(parts)

    return plant


def in_table(row: str, looks: str = "") -> Plant:
    """Plant a row of a table of a style of its own."""

    def plant(parts: Parts) -> None:
        name = f"Tab{len(row)}x{len(looks)}"
        style(name, looks, "table")(parts)
        cells = f"<w:tc><w:p>{run(SECRET)}</w:p></w:tc>"
        head = f'<w:tblPr><w:tblStyle w:val="{name}"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>'
        text(f"<w:tbl>{head}<w:tr>{row}{cells}</w:tr></w:tbl><w:p/>")(parts)

    return plant


def listed(number: int, inner: str, name: str = "") -> Plant:
    """Plant a list that no paragraph is of."""
    words = (
        f'<w:abstractNum w:abstractNumId="{number}">{name}<w:lvl w:ilvl="0">{inner}</w:lvl>'
        "</w:abstractNum>"
    )
    end = f'<w:num w:numId="{number}9"><w:abstractNumId w:val="{number}"/></w:num></w:numbering>'
    part_name = "word/numbering.xml"

    def plant(parts: Parts) -> None:
        replaced(parts, part_name, "<w:abstractNum ", f"{words}<w:abstractNum ")
        replaced(parts, part_name, "</w:numbering>", end)

    return plant


FLAT = '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
FLAT_ROW = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr>"
    '<w:trHeight w:val="2" w:hRule="exact"/></w:trPr>'
)


WORD: dict[str, Plant] = {
    "author": core("dc:creator"),
    "last author": core("cp:lastModifiedBy"),
    "keywords": core("cp:keywords"),
    "description": core("dc:description"),
    "custom properties": part(
        "docProps/custom.xml", f"<Properties>{SECRET}</Properties>", "custom-properties"
    ),
    "custom xml": part("customXml/item1.xml", f"<x>{SECRET}</x>", "customXml"),
    "comment": commented,
    "people": part("word/people.xml", f"<people>{SECRET}</people>", "people"),
    "deletion": paragraph(
        f"<w:del {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>{run('kvar')}"
    ),
    "insertion by": paragraph(f"<w:ins {BY}>{run('infogat')}</w:ins>"),
    "moved from": paragraph(f"<w:moveFrom {BY}>{run(SECRET)}</w:moveFrom>"),
    "change of looks": paragraph(
        f"<w:r><w:rPr><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>fet</w:t></w:r>"
    ),
    "struck paragraph": paragraph(
        f"<w:del {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>",
        f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>",
    ),
    "struck row": text(
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{run(SECRET)}</w:p></w:tc></w:tr></w:tbl>"
    ),
    "hidden text": paragraph(run(SECRET, HIDDEN) + run("synligt")),
    "hidden by style": styled,
    "document variable": setting(f'<w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars>'),
    "mail merge": setting(f'<w:mailMerge><w:query w:val="{SECRET}"/></w:mailMerge>'),
    "fetched field": paragraph(field(f'INCLUDETEXT "C:\\{SECRET}.docx"')),
    "bookmark": paragraph(
        f'<w:bookmarkStart w:id="5" w:name="{SECRET}"/>{run("hit")}<w:bookmarkEnd w:id="5"/>'
    ),
    "smart tag": paragraph(f'<w:smartTag w:uri="{SECRET}" w:element="x">{run("ort")}</w:smartTag>'),
    "data binding": text(
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{SECRET}"/></w:sdtPr><w:sdtContent><w:p>{run("svar")}</w:p></w:sdtContent></w:sdt>'  # noqa: E501 - XML as it stands
    ),
    "permission": paragraph(
        f'<w:permStart w:id="3" w:ed="{SECRET}"/>{run("får ändras")}<w:permEnd w:id="3"/>'
    ),
    "remark in xml": text(f"<!-- {SECRET} -->"),
    "address of a link": link(f"https://example.se/{SECRET}", "länk"),
    "glossary": part(
        "word/glossary/document.xml",
        f"<w:glossaryDocument {W}><w:p>{run(SECRET)}</w:p></w:glossaryDocument>",
        "glossaryDocument",
    ),
    "thumbnail": part("docProps/thumbnail.jpeg", SECRET, "thumbnail"),
    "stray part": zip_extra,
    **{f"picture: {name}": placed(content) for name, content in PICTURES.items()},
    "alias of a field to fill in": filled_in(
        f'<w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/>'
    ),
    "choices of a field": filled_in(
        f'<w:dropDownList><w:listItem w:displayText="{SECRET}" w:value="x"/></w:dropDownList>'
    ),
    "words shown above a link": paragraph(
        f'<w:hyperlink w:anchor="x" w:tooltip="{SECRET}">{run("länk")}</w:hyperlink>'
    ),
    "for other programs": paragraph(
        f'<w:r><mc:AlternateContent {MC} xmlns:zz="urn:zz"><mc:Choice Requires="zz">'
        f"<w:t>{SECRET}</w:t></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    ),
    "foreign element": paragraph(f'<x:y xmlns:x="urn:zz" a="{SECRET}">{SECRET}</x:y>'),
    "foreign attribute": paragraph(f'<w:r xmlns:x="urn:zz" x:a="{SECRET}"><w:t>a</w:t></w:r>'),
    "name of a namespace": paragraph(f'<w:r xmlns:x="urn:{NEEDLE}"><w:t>a</w:t></w:r>'),
    "invented attribute": paragraph(f'<w:r w:author="{SECRET}"><w:t>a</w:t></w:r>'),
    "invented value": paragraph(run("a", f'<w:rPr><w:u w:val="{SECRET}"/></w:rPr>')),
    "struck text without a mark": paragraph(f"<w:r><w:delText>{SECRET}</w:delText></w:r>"),
    "text beside the runs": paragraph(f"<w:t>{SECRET}</w:t>{run('a')}"),
    "run beside the paragraphs": text(run(SECRET)),
    "text between elements": paragraph(f"{SECRET}{run('a')}{SECRET}"),
    "field's code": paragraph(field(f"TOC \\b {SECRET}")),
    "field within a field's code": paragraph(
        asking(field("MERGEFIELD namn").replace("visas", SECRET))
    ),
    "page within a field's code": paragraph(asking(field("PAGE").replace("visas", SECRET))),
    "field in one piece within a field's code": paragraph(
        asking(f'<w:fldSimple w:instr="PAGE">{run(SECRET)}</w:fldSimple>')
    ),
    "words within a field's code": paragraph(asking(run(SECRET))),
    "box within a field's code": paragraph(
        asking(boxed(run(SECRET)).removeprefix("<w:p>").removesuffix("</w:p>"))
    ),
    "field's switch": paragraph(field(f'PAGE \\# "{SECRET}"')),
    "bookmark led to": paragraph(
        f'<w:bookmarkStart w:id="5" w:name="{SECRET}"/>{run("hit")}<w:bookmarkEnd w:id="5"/>'
        f'<w:hyperlink w:anchor="{SECRET}">{run("dit")}</w:hyperlink>'
    ),
    "header that no page shows": part("word/kopf.xml", HEADER, "header"),
    "header of a first page": header("first_page_header"),
    "footer of even pages": header("even_page_footer"),
    "note that nothing leads to": note("footnote", led_to=False),
    "note with a hidden mark": note_led_to_by(paragraph(f"<w:r>{HIDDEN}{MARK}</w:r>")),
    "note marked in a hidden row": note_led_to_by(
        text(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr>"
            f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r>{MARK}</w:r></w:p></w:tc></w:tr>"
            "</w:tbl><w:p/>"
        )
    ),
    "note marked in an unread note": note_led_to_by(marked_in_endnote),
    "note marked in itself alone": note_led_to_by(
        lambda parts: replaced(parts, "word/footnotes.xml", "</w:p>", f"<w:r>{MARK}</w:r></w:p>")
    ),
    "note marked in a field's code": note_led_to_by(paragraph(asking(f"<w:r>{MARK}</w:r>"))),
    "unused style": style("Dold"),
    "name of a style": styled_as("", ""),
    "hidden by an inherited style": styled_as("", "<w:rPr><w:vanish/></w:rPr>", SECRET),
    "hidden by a table's style": in_table("", "<w:rPr><w:vanish/></w:rPr>"),
    "hidden row": in_table("<w:trPr><w:hidden/></w:trPr>"),
    "hidden in mathematics": paragraph(
        f"<m:oMath {M}><m:r>{HIDDEN}<m:t>{SECRET}</m:t></m:r></m:oMath>"
    ),
    "unused list": listed(7, f'<w:lvlText w:val="{SECRET}"/>'),
    "name of a list": listed(8, '<w:lvlText w:val="%1."/>', f'<w:name w:val="{SECRET}"/>'),
    "name of the theme": lambda parts: replaced(parts, THEME, ' name="', f' name="{SECRET} '),
    "unused font": lambda parts: replaced(
        parts, "word/fontTable.xml", "</w:fonts>", f'<w:font w:name="{SECRET}"/></w:fonts>'
    ),
    "style of typing": setting(f'<w:clickAndTypeStyle w:val="{SECRET}"/>'),
    "setting of another program": setting(
        f'<w:compat><w:compatSetting w:name="{SECRET}" w:uri="{SECRET}" w:val="1"/></w:compat>'
    ),
    "title of a picture": placed(png(), told=f'title="{SECRET}"'),
    "hidden picture": placed(png(), described=SECRET, told='hidden="1"'),
    "name of a part": part(f"word/{SECRET}.xml", f"<w:ftr {W}/>", "footer"),
    "name of a relation": lambda parts: replaced(
        parts, RELS, "<Relationship ", f'<Relationship a="{SECRET}" '
    ),
    "kind of a part": lambda parts: replaced(
        parts, TYPES, "</Types>", f'<Default Extension="x" ContentType="{SECRET}"/></Types>'
    ),
}
"""Where nobody sees it: it is scrubbed away."""

UNSEEN: dict[str, Plant] = {
    "white": looking('<w:color w:val="FFFFFF"/>'),
    "nearly white": looking('<w:color w:val="F8F8F8"/>'),
    "white by the theme": looking('<w:color w:val="000000" w:themeColor="background1"/>'),
    "blackened": looking('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "shaded": looking('<w:color w:val="1F3A4D"/><w:shd w:val="clear" w:fill="1F3A4D"/>'),
    "one point": looking('<w:sz w:val="2"/>'),
    "narrow": looking('<w:w w:val="1"/>'),
    "flat line": paragraph(
        run(SECRET), '<w:pPr><w:spacing w:line="2" w:lineRule="exact"/></w:pPr>'
    ),
    "flat row": in_table('<w:trPr><w:trHeight w:val="2" w:hRule="exact"/></w:trPr>'),
    "flat line by a style": styled_as("", FLAT, SECRET),
    "flat line by a style, with a space after": styled_as(
        '<w:pPr><w:spacing w:after="0"/></w:pPr>', FLAT, SECRET
    ),
    "narrow by a style": styled_as("", '<w:rPr><w:w w:val="1"/></w:rPr>', SECRET),
    "white by a style": styled_as("", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', SECRET),
    "white by a table's style": in_table("", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
}
"""Where it stands in the text, and nobody can see it: it is taken out, and told of."""

SEEN: dict[str, Plant] = {
    "text": paragraph(run(SECRET)),
    "text in pieces": paragraph(run("Zarah Hem") + run("ligström")),
    "inserted text": paragraph(f"<w:ins {BY}>{run(SECRET)}</w:ins>"),
    "page header": header("header"),
    "page footer": header("footer"),
    "footnote": note("footnote"),
    "endnote": note("endnote"),
    "alternative text": placed(png(), described=SECRET),
    "alternative text as a title": placed(png(), described="", told=f'title="{SECRET}"'),
    "words of a link": link("https://example.se", SECRET),
    "title": lambda parts: replaced(parts, "docProps/core.xml", "Granskning av", SECRET),
    "table's description": lambda parts: replaced(
        parts, DOCUMENT, "<w:tblPr>", f'<w:tblPr><w:tblDescription w:val="{SECRET}"/>'
    ),
}
"""Where a reader sees it: the gate finds it."""
