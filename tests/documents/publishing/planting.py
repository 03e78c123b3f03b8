"""How a secret is put into the corners of a document, and looked for in every way it may hide."""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import docx

from revtrack.documents.office.package import read_parts
from revtrack.documents.publishing.scrubbing import scrubbed
from revtrack.documents.publishing.told import told_by

DAY = date(2023, 6, 1)
SECRET = "Zarah Hemligström"  # noqa: S105 - a person's name
"""A name that the gate knows as a person's, where it is seen."""
NEEDLE = "Hemligstr"
"""The piece of it that is looked for, also where a space or ö cannot stand."""
Parts = dict[str, bytes]
Plant = Callable[[Parts], None]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT, TYPES, RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
R_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@cache
def _word() -> Parts:
    document = docx.Document()
    document.core_properties.title = "Granskning av ekonomistyrning"
    document.add_heading("Granskning", 1)
    document.add_paragraph("Nämnden bör följa upp avtalen.")
    document.add_table(2, 2).cell(0, 0).text = "Rekommendation"
    buffer = io.BytesIO()
    document.save(buffer)
    parts = read_parts(published(buffer.getvalue()))  # with the few styles that it uses
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    parts["word/numbering.xml"] = f"<w:numbering {W}>{lists}</w:numbering>".encode()
    return parts


def word() -> Parts:
    """Return the parts of a document of a heading, a paragraph and a table."""
    return dict(_word())


def published(content: bytes) -> bytes:
    return scrubbed(content, author="Revisorerna", on=DAY).content


def replaced(parts: Parts, name: str, old: str, new: str) -> None:
    assert old.encode() in parts[name], (name, old)
    parts[name] = parts[name].replace(old.encode(), new.encode(), 1)


def text(inner: str) -> Plant:
    """Plant something at the end of the text."""

    def plant(parts: Parts) -> None:
        before, end, after = parts[DOCUMENT].rpartition(b"<w:sectPr")
        assert end
        parts[DOCUMENT] = before + inner.encode() + end + after

    return plant


def paragraph(inner: str, properties: str = "") -> Plant:
    return text(f"<w:p>{properties}{inner}</w:p>")


def run(words: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{words}</w:t></w:r>"


def part(
    name: str, content: str | bytes, kind: str, source: str = DOCUMENT, seen: str = ""
) -> Plant:
    """Plant a part that the text leads to."""

    def plant(parts: Parts) -> None:
        parts[name] = content.encode() if isinstance(content, str) else content
        folder, base = source.rsplit("/", 1)
        rels = f"{folder}/_rels/{base}.rels"
        target = "/" + name
        number = f"rIdX{len(parts)}"
        line = f'<Relationship Id="{number}" Type="{R_TYPE}{kind}" Target="{target}"/>'
        empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        parts.setdefault(rels, empty.encode())
        replaced(parts, rels, "</Relationships>", f"{line}</Relationships>")
        override = f'<Override PartName="/{name}" ContentType="application/xml"/>'
        replaced(parts, TYPES, "</Types>", f"{override}</Types>")
        if seen:
            text(seen.replace("rIdX9", number))(parts)

    return plant


def link(target: str, words: str) -> Plant:
    def plant(parts: Parts) -> None:
        line = f'<Relationship Id="rIdX8" Type="{R_TYPE}hyperlink" Target="{target}" TargetMode="External"/>'  # noqa: E501 - XML as it stands
        replaced(parts, RELS, "</Relationships>", f"{line}</Relationships>")
        relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX8"'  # noqa: E501 - XML as it stands
        paragraph(f"<w:hyperlink {relation}>{run(words)}</w:hyperlink>")(parts)

    return plant


def core(field: str) -> Plant:
    def plant(parts: Parts) -> None:
        name = "docProps/core.xml"
        parts[name] = re.sub(
            rb"</cp:coreProperties>",
            f"<{field}>{SECRET}</{field}></cp:coreProperties>".encode(),
            parts[name],
        )

    return plant


def setting(inner: str) -> Plant:
    return lambda parts: replaced(
        parts, "word/settings.xml", "</w:settings>", f"{inner}</w:settings>"
    )


def is_in(content: bytes) -> bool:
    """Tell whether the secret is anywhere in a file: as text, as numbers of signs, or packed."""
    sought = [NEEDLE.encode(), NEEDLE.encode("utf-16-le"), NEEDLE.encode("utf-16-be")]
    sought += [_in_base64(b"\0" * before + NEEDLE.encode()) for before in range(3)]
    found = any(each in part for part in _everywhere(content) for each in sought)
    return found or NEEDLE in "".join(said for _part, said in told_by(content))


def _in_base64(words: bytes) -> bytes:
    return base64.b64encode(words)[4:-4]


def _everywhere(content: bytes) -> Iterator[bytes]:
    yield content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield archive.read(name)
            yield from _inflated(archive.read(name))


def _inflated(part: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"x[\x01\x5e\x9c\xda]", part):
        try:
            yield zlib.decompressobj().decompress(part[found.start() :], 100_000)
        except zlib.error:
            continue
