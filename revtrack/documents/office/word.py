"""Word documents from templates: the only contact with docxtpl, python-docx and their sandbox.

A template is code that somebody else may have written, so its fields run in a sandbox and see only
plain texts. A block field stands alone in its paragraph and is replaced by paragraphs and tables in
the template's own styles. What comes out is opened again and compared with what went in.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from xml.parsers.expat import ParserCreate
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from revtrack.documents.office import package
from revtrack.documents.office.block_xml import Writer
from revtrack.documents.office.blocks import Block, Heading, Style
from revtrack.documents.office.form_blocks import FormBlock
from revtrack.domain.errors import RevTrackError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
NUMBERING = "word/numbering.xml"
EMPTY_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://'
    b'schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)

Blocks = tuple[Block | FormBlock, ...]
Context = Mapping[str, str | Blocks]
"""What stands in a template's fields, by the fields' Swedish names: plain text, or blocks."""

_HEADER_OR_FOOTER = re.compile(r"word/(header|footer)\d*\.xml$")
_ALONE = re.compile(r"\s*\{\{\s*[^\W\d]\w*\s*\}\}\s*")
_FIELD = re.compile(r"\{\{\s*([^\W\d]\w*)\s*\}\}")
_BEGINNING = 200


@dataclass(frozen=True)
class Properties:
    """What a file says of itself: its template (for refusals), title, author and day."""

    template: str
    title: str
    author: str
    on: date


def render(template: bytes, context: Context, properties: Properties) -> bytes:
    """Return the document that a template makes of these texts and blocks.

    A paragraph whose plain fields are empty is left out, and so is a block field without blocks.
    Raises RevTrackError, naming the template, where it is no Word file, has an unknown or unsafe
    field, has a block field amid other text, or where a text did not come through.
    """
    try:
        return _render(template, context, properties)
    except (TemplateError, ArithmeticError, TypeError, ValueError) as error:
        raise RevTrackError(
            "The template {template} cannot be used: {reason}.",
            template=properties.template,
            reason=str(error).rstrip("."),
        ) from error
    except (PackageNotFoundError, BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise RevTrackError(
            "The template {template} is not a Word document (.docx).", template=properties.template
        ) from error


def _render(template: bytes, context: Context, properties: Properties) -> bytes:
    plain = {name: value for name, value in context.items() if isinstance(value, str)}
    blocks = {name: value for name, value in context.items() if not isinstance(value, str)}
    markers = _markers(blocks, plain)
    parts = package.read_parts(template)
    parts["docProps/core.xml"] = EMPTY_PROPERTIES  # fields there would print text escaped for XML
    document = DocxTemplate(io.BytesIO(package.write_parts(parts)))
    document.init_docx()
    expected = _leave_out_empty(document, plain, blocks, properties.template)
    document.render({**plain, **markers}, jinja_env=environment())
    buffer = io.BytesIO()
    document.docx.save(buffer)
    parts = package.scrub(package.read_parts(buffer.getvalue()))
    written = _splice(parts, blocks, markers, properties.template)
    parts["docProps/core.xml"] = package.core_properties(
        title=properties.title, author=properties.author, on=properties.on
    )
    if "docProps/app.xml" in parts:
        parts["docProps/app.xml"] = package.app_properties()
    finished = package.write_parts(parts)
    _check(finished, written, [_filled(each, plain) for each in expected], properties.template)
    return finished


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Return the only environment that templates run in: sandboxed, escaping, strict."""
    made = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_escaped
    )
    del made.filters["safe"]  # it would let a person's "R&D <x>" through as XML, and lose the rest
    return made


def _escaped(value: object) -> Markup:
    """Escape braces too: docxtpl would take ``{_{`` in a person's text for a field of its own."""
    return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped in this line


def fields_of(template: bytes) -> frozenset[str]:
    """Return the names of the fields that a template uses, in its body, headers and footers."""
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    return frozenset(
        name
        for paragraph in _template_paragraphs(document)
        for name in _FIELD.findall(_text(paragraph))
    )


def _markers(blocks: Mapping[str, Blocks], plain: Mapping[str, str]) -> dict[str, str]:
    """Return a text for each block field that no plain text contains."""
    sign = "\ue000"
    while any(sign in value for value in plain.values()):
        sign += "\ue000"
    return {name: f"{sign}{name}\ue001" for name in blocks}


def _template_paragraphs(document: DocxTemplate) -> Iterator[etree._Element]:
    """Yield the paragraphs of the body, then those of headers and footers."""
    yield from document.docx.element.body.iter(f"{W}p")
    for section in document.docx.sections:
        for part in (section.header, section.footer):
            yield from part._element.iter(f"{W}p")  # noqa: SLF001 - python-docx has no public way


def _leave_out_empty(
    document: DocxTemplate, plain: Mapping[str, str], blocks: Mapping[str, Blocks], name: str
) -> list[str]:
    """Take out paragraphs of empty fields; return the texts that the document must show.

    The last of them is the template's last paragraph, so that a document cut short is noticed.
    """
    expected = []
    for paragraph in list(_template_paragraphs(document)):
        text = _text(paragraph)
        fields = _FIELD.findall(text)
        held = [field for field in fields if field in blocks]
        if held and not _ALONE.fullmatch(text):
            raise RevTrackError(
                "In the template {template} the field {field} must stand alone in its paragraph.",
                template=name,
                field=held[0],
            )
        if fields and all(plain.get(field) == "" for field in fields):
            _parent(paragraph).remove(paragraph)
        elif text.strip() and not held and "{%" not in text:
            expected.append(text)
    return expected


def _filled(text: str, plain: Mapping[str, str]) -> str:
    """Return a paragraph of the template with its plain fields filled in; filters are not known."""
    return _FIELD.sub(lambda found: plain.get(found[1], found[0]), text)


def _splice(
    parts: dict[str, bytes], blocks: Mapping[str, Blocks], markers: Mapping[str, str], name: str
) -> list[str]:
    """Put the blocks where their markers stand, with the numberings they need; return their XML."""
    root = etree.fromstring(parts[DOCUMENT])
    found = _marked_paragraphs(root, {marker: field for field, marker in markers.items()})
    headings = [block for field in found for block in blocks[field] if isinstance(block, Heading)]
    writer = Writer(_style_ids(parts["word/styles.xml"]), headings)
    writer.first_list_id = _first_free_list(parts.get(NUMBERING))
    written = {field: writer.write(blocks[field]) for field in found}
    skeleton = etree.tostring(root, encoding="unicode")
    for field, xml in written.items():
        skeleton = skeleton.replace(f"<?block {field}?>", xml, 1)
    parts[DOCUMENT] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + skeleton
    ).encode()
    if writer.numbered_lists and NUMBERING in parts:
        parts[NUMBERING] = _with_lists(parts, writer.first_list_id, writer.numbered_lists)
    if any(marker in skeleton for marker in markers.values()):
        raise RevTrackError(
            "The template {template} cannot be used: {reason}.",
            template=name,
            reason="a block stands twice",
        )
    return list(written.values())


def _marked_paragraphs(root: etree._Element, fields: Mapping[str, str]) -> list[str]:
    """Replace each paragraph that holds a marker by an instruction; return the fields in order."""
    found = []
    for paragraph in list(root.iter(f"{W}p")):
        field = fields.get(_text(paragraph).strip())
        if field is not None and field not in found:
            found.append(field)
            instruction = etree.ProcessingInstruction("block", field)
            _parent(paragraph).replace(paragraph, instruction)
    return found


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


def _style_ids(styles: bytes) -> dict[str, str]:
    """Return the ids of a template's styles by their names in lower case."""
    return {
        name.get(f"{W}val", "").lower(): _parent(name).get(f"{W}styleId", "")
        for name in etree.fromstring(styles).iter(f"{W}name")
    }


def _first_free_list(numbering: bytes | None) -> int:
    if numbering is None:
        return 1
    used = [int(each.get(f"{W}numId", "0")) for each in etree.fromstring(numbering).iter(f"{W}num")]
    return max(used, default=0) + 1


def _with_lists(parts: Mapping[str, bytes], first: int, count: int) -> bytes:
    """Return the numberings with one more for each list, so that each starts at 1."""
    root = etree.fromstring(parts[NUMBERING])
    original = _numbered_list(parts, root)
    if original is None:
        return parts[NUMBERING]
    for number in range(first, first + count):
        copy = deepcopy(original)
        copy.set(f"{W}numId", str(number))
        level = etree.SubElement(copy, f"{W}lvlOverride", {f"{W}ilvl": "0"})
        etree.SubElement(level, f"{W}startOverride", {f"{W}val": "1"})
        root.append(copy)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _numbered_list(parts: Mapping[str, bytes], root: etree._Element) -> etree._Element | None:
    """Return the numbering that the template's style for numbered lists uses."""
    for name in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}name"):
        if name.get(f"{W}val") == Style.NUMBERED:
            used = _parent(name).find(f"{W}pPr/{W}numPr/{W}numId")
            number = used.get(f"{W}val") if used is not None else None
            return next((each for each in root if each.get(f"{W}numId") == number), None)
    return None


def _check(finished: bytes, written: Iterable[str], expected: Sequence[str], name: str) -> None:
    """Open the finished file and look for what was put in and for the template's own texts.

    The template's last paragraph is among them, so that a document cut short is noticed.
    """
    shown: set[str] = set()
    for part, content in package.read_parts(finished).items():
        if part == DOCUMENT:
            ParserCreate().Parse(content, True)
            for xml in map(str.encode, filter(None, written)):
                place = _place(xml, content)
                _require(place >= 0, "a block", name)
                content = content[:place] + content[place + len(xml) :]  # noqa: PLW2901 - what is left is the template's
        if part == DOCUMENT or _HEADER_OR_FOOTER.match(part):
            paragraphs = etree.fromstring(content).iter(f"{W}p")
            shown.update(_text(paragraph).strip() for paragraph in paragraphs)
    for text in expected:
        _require(text.strip() in shown or "{{" in text, f"”{text[:60]}”", name)


def _place(block: bytes, content: bytes) -> int:
    """Return where a block stands in the content, or -1: its beginning is looked for first.

    To search for all of a long block would take longer than to have written it.
    """
    beginning = block[:_BEGINNING]
    place = content.find(beginning)
    while place >= 0 and not content.startswith(block, place):
        place = content.find(beginning, place + 1)
    return place


def _require(is_there: bool, what: str, name: str) -> None:
    if not is_there:
        raise RevTrackError(
            "The template {template} cannot be used: {reason}.",
            template=name,
            reason=f"{what} did not come through",
        )


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's text, line breaks and tabs included."""
    pieces = []
    for each in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if each.tag == f"{W}t":
            pieces.append(each.text or "")
        elif _parent(each).tag == f"{W}r":
            pieces.append("\n" if each.tag == f"{W}br" else "\t")
    return "".join(pieces)
