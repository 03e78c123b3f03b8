"""The fields of a template held against those that it can have."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from revtrack.documents.accessibility.finding import Finding, Flaw, Place
from revtrack.documents.fields.field import Field
from revtrack.documents.office.patterns import ALONE, W, after, column_cells, text_of
from revtrack.documents.templates import flaws
from revtrack.documents.templates.names import (
    fields_of_template,
    holders,
    nearest,
    written,
)
from revtrack.documents.templates.spots import BODY, Spot, Where, beginning, spots
from revtrack.documents.templates.tokens import Sort, Token, tokens
from revtrack.domain.errors import N_

_TAGS = re.compile(rb"<[^>]*>")
_RENDERED = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
_SINGLE = re.compile(r"\{[^{}]*\}")


@dataclass
class _Seen:
    """What the paragraphs before have held."""

    name: str
    known: Mapping[str, Field]
    blocks: set[str]
    columns: Mapping[etree._Element, Field]
    """The cells of patterns' second rows, with the block that they follow."""


def check_fields(
    name: str, trees: Mapping[str, etree._Element], parts: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Yield what is wrong with the fields of a Word template, with its place."""
    known = {each.name: each for each in fields_of_template(name)}
    listed = list(spots(trees))
    seen = _Seen(name, known, set(), _pattern_cells(listed, known))
    found: list[Finding] = []
    for spot in listed:
        found += _of_spot(spot, seen)
    yield from found
    yield from _hidden_code(parts, listed)
    for field in known.values():
        if field.is_block and field.name not in seen.blocks:
            yield Finding(
                flaws.MISSING_BLOCK,
                Place(N_("The file")),
                {"field": written(field.name), "meaning": field.meaning},
            )


def names_used(trees: Mapping[str, etree._Element]) -> frozenset[str]:
    """Return the names of all fields and columns in a template."""
    return frozenset(
        token.name
        for spot in spots(trees)
        for token in tokens(spot.text)
        if token.sort is Sort.FIELD
    )


def pattern_tables(name: str, trees: Mapping[str, etree._Element]) -> frozenset[int]:
    """Return which tables of a template, from 1, are patterns: each table made has its own title.

    LibreOffice keeps no title of a table, so a pattern that it saved has none.
    """
    known = {each.name: each for each in fields_of_template(name)}
    patterns = {table for table, _field in _patterns(list(spots(trees)), known)}
    listed = trees[BODY].iter(f"{W}tbl") if BODY in trees else ()
    return frozenset(number for number, each in enumerate(listed, start=1) if each in patterns)


def _pattern_cells(
    listed: Sequence[Spot], known: Mapping[str, Field]
) -> dict[etree._Element, Field]:
    found = _patterns(listed, known)
    return {cell: field for table, field in found for cell in table.iter(f"{W}tc")}


def _patterns(
    listed: Sequence[Spot], known: Mapping[str, Field]
) -> Iterator[tuple[etree._Element, Field]]:
    """Yield the tables that blocks follow, each with its block."""
    for spot in listed:
        alone = ALONE.fullmatch(spot.text)
        field = known.get(alone[1]) if alone else None
        if field is None or not field.tables:
            continue
        names = frozenset[str]().union(*(kind.names for kind in field.tables))
        for table in after(spot.element):
            if any(name in names for _, name in column_cells(table)):
                yield table, field


def _of_spot(spot: Spot, seen: _Seen) -> Iterator[Finding]:
    cell = next(spot.element.iterancestors(f"{W}tc"), None)
    block = seen.columns.get(cell) if cell is not None else None
    if cell is not None and block is not None:
        yield from _of_column(spot, cell, block)
        return
    for token in tokens(spot.text):
        yield from _of_token(token, spot, seen)


def _of_column(spot: Spot, cell: etree._Element, block: Field) -> Iterator[Finding]:
    """Yield what is wrong with a cell of a pattern: a heading without fields, or one column."""
    text = text_of(cell)
    is_heading = spot.place.values.get("row") == 1
    merged = cell.find(f"{W}tcPr/{W}gridSpan") is not None or (
        cell.find(f"{W}tcPr/{W}vMerge") is not None
    )
    alone = ALONE.fullmatch(text)
    if merged or (tokens(text) if is_heading else not alone):
        for token in tokens(text):
            if token.sort is Sort.CODE:
                yield _finding(flaws.CODE, spot, text=token.text)
                return
        yield _finding(flaws.COLUMN_CELL, spot, text=beginning(text))
    elif alone and not is_heading:
        names = frozenset[str]().union(*(kind.names for kind in block.tables))
        if alone[1] not in names:
            yield _unknown(alone[1], spot, names, "")


def _of_token(token: Token, spot: Spot, seen: _Seen) -> Iterator[Finding]:
    if token.sort is Sort.CODE:
        yield _finding(flaws.CODE, spot, text=token.text)
    elif token.sort is Sort.BROKEN:
        near = nearest(token.name, seen.known) if token.name else None
        if near is not None or not _SINGLE.fullmatch(token.text):
            example = written(near or token.name or next(iter(seen.known)))
            yield _finding(flaws.BROKEN_FIELD, spot, text=token.text, nearest=example)
    elif token.name not in seen.known:
        yield _stranger(token, spot, seen)
    elif seen.known[token.name].is_block:
        yield from _of_block(token, spot, seen)


def _of_block(token: Token, spot: Spot, seen: _Seen) -> Iterator[Finding]:
    field = written(token.name)
    if spot.where is not Where.PAGE:
        yield _finding(flaws.BLOCK_MISPLACED, spot, field=field)
    elif not ALONE.fullmatch(spot.text):
        yield _finding(flaws.BLOCK_AMID_TEXT, spot, field=field)
    if token.name in seen.blocks:
        yield _finding(flaws.BLOCK_TWICE, spot, field=field)
    seen.blocks.add(token.name)


def _stranger(token: Token, spot: Spot, seen: _Seen) -> Finding:
    for field in seen.known.values():
        if any(token.name in kind.names for kind in field.tables):
            return _finding(flaws.COLUMN_OUTSIDE, spot, field=token.text, block=written(field.name))
    if others := holders(token.name, seen.name):
        return _finding(flaws.FOREIGN_FIELD, spot, field=token.text, templates=", ".join(others))
    return _unknown(token.name, spot, seen.known, seen.name)


def _unknown(
    name: str, spot: Spot, known: Mapping[str, Field] | frozenset[str], template: str
) -> Finding:
    near = nearest(name, known)
    if near is None:
        kind = template.rpartition(".")[0]
        return _finding(flaws.STRANGE_FIELD, spot, field=written(name), kind=kind)
    return _finding(flaws.UNKNOWN_FIELD, spot, field=written(name), nearest=written(near))


def _hidden_code(parts: Mapping[str, bytes], listed: Sequence[Spot]) -> Iterator[Finding]:
    """Yield code that no paragraph shows: in properties, or in pieces that join when filled in."""
    shown = " ".join(spot.text for spot in listed)
    for name, part in parts.items():
        if not _RENDERED.fullmatch(name):
            continue
        place = Place(N_("Part {part} of the file"), {"part": name})
        for tag in _TAGS.findall(part):
            if any(sign in tag for sign in (b"{{", b"{%", b"{#", b"{_{")):
                yield Finding(flaws.CODE, place, {"text": beginning(tag.decode(errors="replace"))})
        joined = _TAGS.sub(b"", part).decode(errors="replace")
        for token in tokens(joined):
            if token.sort is Sort.CODE and token.text not in shown:
                yield Finding(flaws.CODE, place, {"text": beginning(token.text)})


def _finding(flaw: Flaw, spot: Spot, **values: str) -> Finding:
    return Finding(flaw, spot.place, values)
