"""A template's plain fields filled in: the only contact with docxtpl and its sandbox.

A template is code that somebody else may have written, so its fields run in a sandbox and see only
plain texts; blocks are left as markers. What is not ours is filled in within a process of its own.
"""

import io
import re
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from revtrack.documents.office import package, patterns
from revtrack.documents.office.patterns import ALONE, W
from revtrack.domain.errors import RevTrackError

EMPTY_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://'
    b'schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_MAIN = "/word/document.xml"
FIELD = re.compile(r"\{\{\s*([^\W\d]\w*)\s*\}\}")


@dataclass(frozen=True)
class Filled:
    """A template whose plain fields are filled in, its block fields markers."""

    document: bytes
    expected: tuple[str, ...]
    """The template's own texts that the document must show, with their fields; the last of them is
    its last paragraph, so that a document cut short is noticed."""


@contextmanager
def told_by_name(template: str) -> Iterator[None]:
    """Turn what is wrong with a template into a RevTrackError that names it."""
    try:
        yield
    except (TemplateError, ArithmeticError, TypeError, ValueError) as error:
        raise RevTrackError(
            "The template {template} cannot be used: {reason}.",
            template=template,
            reason=str(error).rstrip("."),
        ) from error
    except (PackageNotFoundError, BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise RevTrackError(
            "The template {template} is not a Word document (.docx).", template=template
        ) from error


def fill(
    template: bytes,
    name: str,
    plain: Mapping[str, str],
    markers: Mapping[str, str],
    columns: Mapping[str, Sequence[str]],
) -> Filled:
    """Return the template with its plain fields filled in and a marker for each block field.

    ``columns`` are those that a template's own tables may have, by the block that they stand after.
    Raises RevTrackError, naming the template, where it is no Word file, has an unknown or unsafe
    field, or a block field amid other text.
    """
    with told_by_name(name):
        parts = package.read_parts(template)
        parts["docProps/core.xml"] = EMPTY_PROPERTIES  # fields there would print text as XML
        document = DocxTemplate(io.BytesIO(package.write_parts(parts)))
        document.init_docx()
        marked = patterns.mark(document.docx.element.body, columns)
        expected = _leave_out_empty(document, name, plain, markers, marked)
        document.render({**plain, **markers}, jinja_env=environment())
        document.docx.part.partname = PackURI(_MAIN)  # Word for the web calls it otherwise
        buffer = io.BytesIO()
        document.docx.save(buffer)
        return Filled(buffer.getvalue(), tuple(expected))


class FieldsOnly(ImmutableSandboxedEnvironment):
    """A sandbox that knows nothing but texts and the names of fields."""

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002 - as Jinja calls it, and docxtpl never gives it
        template_class: type[Template] | None = None,  # noqa: ARG002 - nor this
    ) -> Template:
        """Return a template of the environment's own kind and with its own names.

        One that was read before is given again: letters to seven committees are one template.
        Raises SecurityError where it says more than names.
        """
        return _compiled(self, source)


@lru_cache(maxsize=64)
def _compiled(environment: FieldsOnly, source: str | nodes.Template) -> Template:
    parsed = environment.parse(source) if isinstance(source, str) else source
    for node in parsed.find_all(nodes.Node):
        if not isinstance(node, nodes.Output | nodes.TemplateData | nodes.Name):
            raise SecurityError("it is unsafe: it holds code, not only the names of fields")
    return super(FieldsOnly, environment).from_string(parsed)


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Return the only environment that templates run in: fields only, escaping, strict."""
    made = FieldsOnly(autoescape=True, undefined=StrictUndefined, finalize=_escaped)
    del made.filters["safe"]  # it would let a person's "R&D <x>" through as XML, and lose the rest
    return made


def _escaped(value: object) -> Markup:
    """Escape braces too: docxtpl would take ``{_{`` in a person's text for a field of its own."""
    return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped in this line


def _template_paragraphs(document: DocxTemplate) -> Iterator[etree._Element]:
    """Yield the paragraphs of the body, then those of headers and footers."""
    yield from document.docx.element.body.iter(f"{W}p")
    for section in document.docx.sections:
        for part in (section.header, section.footer):
            yield from part._element.iter(f"{W}p")  # noqa: SLF001 - python-docx has no public way


def _leave_out_empty(
    document: DocxTemplate,
    name: str,
    plain: Mapping[str, str],
    blocks: Collection[str],
    marked: Sequence[etree._Element],
) -> list[str]:
    """Take out paragraphs of empty fields; return the texts that the document must show."""
    expected = []
    of_patterns = {each for element in marked for each in element.iter(f"{W}p")}
    for paragraph in list(_template_paragraphs(document)):
        if paragraph in of_patterns:
            continue
        text = paragraph_text(paragraph)
        fields = FIELD.findall(text)
        held = [field for field in fields if field in blocks]
        if held and not ALONE.fullmatch(text):
            raise RevTrackError(
                "In the template {template} the field {field} must stand alone in its paragraph.",
                template=name,
                field=held[0],
            )
        if fields and all(plain.get(field) == "" for field in fields):
            parent_of(paragraph).remove(paragraph)
        elif text.strip() and not held and "{%" not in text:
            expected.append(text)
    return expected


def parent_of(element: etree._Element) -> etree._Element:
    """Return what an element stands in."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent


def paragraph_text(paragraph: etree._Element) -> str:
    """Return a paragraph's text, line breaks and tabs included."""
    pieces = []
    for each in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if each.tag == f"{W}t":
            pieces.append(each.text or "")
        elif parent_of(each).tag == f"{W}r":
            pieces.append("\n" if each.tag == f"{W}br" else "\t")
    return "".join(pieces)
