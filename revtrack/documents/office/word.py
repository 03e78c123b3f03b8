"""Word documents from templates: the only contact with docxtpl, python-docx and their sandbox.

A template is code that somebody else may have written, so its fields run in a sandbox and see only
plain texts. A block field stands alone in its paragraph and is replaced by paragraphs and tables in
the template's own styles. What comes out is opened again and compared with what went in.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard
from xml.parsers.expat import ParserCreate

from lxml import etree

from revtrack.documents import fields
from revtrack.documents.fields.field import TableFields
from revtrack.documents.office import package
from revtrack.documents.office.block_xml import Writer
from revtrack.documents.office.blocks import Block, Heading, Style
from revtrack.documents.office.chart_block import USUAL_WIDTH, first_free_id, text_widths
from revtrack.documents.office.charts import PlacedChart
from revtrack.documents.office.filling import (
    FIELD,
    Filled,
    fill,
    paragraph_text,
    parent_of,
    told_by_name,
)
from revtrack.documents.office.form_blocks import FormBlock
from revtrack.documents.office.patterns import Pattern, W, take_patterns
from revtrack.documents.office.sections import drop_empty_end
from revtrack.documents.office.shipped import is_ours
from revtrack.documents.templates.filled_apart import fill_apart
from revtrack.domain.errors import RevTrackError

DOCUMENT = "word/document.xml"
NUMBERING = "word/numbering.xml"
RELATIONS = "word/_rels/document.xml.rels"

Blocks = tuple[Block | FormBlock, ...]
Context = Mapping[str, str | Blocks]
"""What stands in a template's fields, by the fields' Swedish names: plain text, or blocks."""

_HEADER_OR_FOOTER = re.compile(r"word/(header|footer)\d*\.xml$")
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

    A paragraph whose plain fields are empty is left out, and so is a block field without blocks. A
    template that is not ours is filled in within a process of its own, once it is looked through.
    Raises RevTrackError, naming the template, where it is no Word file, has an unknown or unsafe
    field, has a block field amid other text, or where a text did not come through.
    """
    return _render(template, context, properties, fill if is_ours(template) else fill_apart)


def render_here(template: bytes, context: Context, properties: Properties) -> bytes:
    """Return the same without a process of its own: for a template that is known to be harmless."""
    return _render(template, context, properties, fill)


def _render(
    template: bytes, context: Context, properties: Properties, fill_in: Callable[..., Filled]
) -> bytes:
    name = properties.template
    plain = {name: value for name, value in context.items() if isinstance(value, str)}
    blocks = {name: value for name, value in context.items() if not isinstance(value, str)}
    markers = _markers(blocks, plain)
    kinds = {each.name: each.tables for each in fields.FIELDS.get(name, ()) if each.tables}
    columns = {
        block: [column.name for table in tables for column in table.columns]
        for block, tables in kinds.items()
    }
    with told_by_name(name):
        filled = fill_in(template, name, plain, markers, columns)
        parts = package.scrub(package.read_parts(filled.document))
        written = _splice(parts, blocks, markers, kinds, properties)
        parts["docProps/core.xml"] = package.core_properties(
            title=properties.title, author=properties.author, on=properties.on
        )
        if "docProps/app.xml" in parts:
            parts["docProps/app.xml"] = package.app_properties()
        finished = package.write_parts(parts)
        _check(finished, written, [_filled(each, plain) for each in filled.expected], name)
        return finished


def _markers(blocks: Mapping[str, Blocks], plain: Mapping[str, str]) -> dict[str, str]:
    """Return a text for each block field that no plain text contains."""
    sign = "\ue000"
    while any(sign in value for value in plain.values()):
        sign += "\ue000"
    return {name: f"{sign}{name}\ue001" for name in blocks}


def _filled(text: str, plain: Mapping[str, str]) -> str:
    """Return a paragraph of the template with its plain fields filled in; filters are not known."""
    return FIELD.sub(lambda found: plain.get(found[1], found[0]), text)


def _splice(
    parts: dict[str, bytes],
    blocks: Mapping[str, Blocks],
    markers: Mapping[str, str],
    kinds: Mapping[str, Sequence[TableFields]],
    properties: Properties,
) -> list[str]:
    """Put the blocks where their markers stand, with all that they need; return their XML."""
    root = etree.fromstring(parts[DOCUMENT])
    found = _marked_paragraphs(root, {marker: field for field, marker in markers.items()})
    headings = [block for field in found for block in blocks[field] if isinstance(block, Heading)]
    writer = Writer(_style_ids(parts["word/styles.xml"]), headings)
    writer.first_list_id = _first_free_list(parts.get(NUMBERING))
    writer.charts.first_id = first_free_id(root)
    writer.charts.taken = _relation_ids(parts)
    written, widths = {}, text_widths(root)
    leading_on = _leading_on(root, blocks)
    for field, patterns in found.items():
        writer.charts.width = widths.get(field, USUAL_WIDTH)
        written[field] = writer.write(
            blocks[field],
            kinds.get(field, ()),
            patterns,
            holds_what_follows=field not in leading_on,
        )
    drop_empty_end(root, {field for field, xml in written.items() if not xml})
    skeleton = etree.tostring(root, encoding="unicode")
    for field, xml in written.items():
        skeleton = skeleton.replace(f"<?block {field}?>", xml, 1)
    parts[DOCUMENT] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + skeleton
    ).encode()
    if writer.numbered_lists and NUMBERING in parts:
        parts[NUMBERING] = _with_lists(parts, writer.first_list_id, writer.numbered_lists)
    if writer.charts.placed:
        _add_charts(parts, writer.charts.placed, properties)
    _refuse_left(skeleton, markers.values(), properties.template)
    return list(written.values())


def _refuse_left(xml: str, markers: Iterable[str], template: str) -> None:
    """Raise RevTrackError where a marker stands that no block has replaced."""
    if any(marker in xml for marker in markers):
        raise RevTrackError(
            "The template {template} cannot be used: {reason}.",
            template=template,
            reason="a block stands twice",
        )


def _relation_ids(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids by which the document's text names its other parts."""
    return frozenset(each.get("Id", "") for each in etree.fromstring(parts[RELATIONS]))


def _add_charts(
    parts: dict[str, bytes], placed: Sequence[PlacedChart], properties: Properties
) -> None:
    """Add the charts' own parts; what draws them is loaded only for a document that has any."""
    from revtrack.documents.office.chart_parts import add_charts  # noqa: PLC0415 - openpyxl is slow

    add_charts(parts, placed, author=properties.author, on=properties.on)


def _marked_paragraphs(root: etree._Element, marked: Mapping[str, str]) -> dict[str, list[Pattern]]:
    """Replace each paragraph that holds a marker by an instruction.

    The fields are returned in order, with the patterns of their tables, which are taken out.
    """
    found: dict[str, list[Pattern]] = {}
    for paragraph in list(root.iter(f"{W}p")):
        field = marked.get(paragraph_text(paragraph).strip())
        if field is not None and field not in found:
            found[field] = take_patterns(paragraph, field)
            instruction = etree.ProcessingInstruction("block", field)
            parent_of(paragraph).replace(paragraph, instruction)
    return found


def _leading_on(root: etree._Element, blocks: Mapping[str, Blocks]) -> frozenset[str]:
    """Return the fields whose blocks are followed at once by those of another field."""
    found = set()
    for place in root.iter(etree.ProcessingInstruction):
        after = place.getnext()
        while _is_place(after) and not blocks.get(after.text or ""):
            after = after.getnext()
        if _is_place(after):
            found.add(place.text or "")
    return frozenset(found)


def _is_place(element: etree._Element | None) -> TypeGuard[etree._Element]:
    return getattr(element, "target", "") == "block"


def _style_ids(styles: bytes) -> dict[str, str]:
    """Return the ids of a template's styles by their names in lower case."""
    return {
        name.get(f"{W}val", "").lower(): parent_of(name).get(f"{W}styleId", "")
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
            used = parent_of(name).find(f"{W}pPr/{W}numPr/{W}numId")
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
            shown.update(paragraph_text(paragraph).strip() for paragraph in paragraphs)
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
