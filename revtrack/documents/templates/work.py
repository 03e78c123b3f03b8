"""What is done with somebody's own template in a process of its own: looked through, filled in.

What comes back is plain values, as JSON holds them.
"""

import base64
from collections.abc import Mapping
from typing import Any

from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.flaws import NO_TABLE_DESCRIPTION, NO_TABLE_TITLE
from revtrack.documents.accessibility.opened import parts_of, tree
from revtrack.documents.accessibility.word import check_word
from revtrack.documents.accessibility.word_names import under_words_names
from revtrack.documents.office import filling
from revtrack.documents.templates.field_check import check_fields, names_used, pattern_tables
from revtrack.documents.templates.style_check import check_styles
from revtrack.documents.templates.unsafe import check_safety
from revtrack.domain.codes import Severity


def look_through(content: bytes, *, name: str) -> list[dict[str, Any]]:
    """Return what is wrong with a template in any way: fields, safety, styles, accessibility."""
    parts, trees = _opened(content)
    found = [*check_safety(trees, parts), *check_fields(name, trees, parts)]
    found += check_styles(name, trees, names_used(trees))
    patterns = pattern_tables(name, trees)
    read = (each for each in check_word(content) if not _is_given_later(each, patterns))
    return [_plain(each) for each in found] + [_worded(each) for each in read]


def _is_given_later(finding: Finding, patterns: frozenset[int]) -> bool:
    """Tell whether what is missing is the title of a pattern, which every table made gets."""
    is_title = finding.flaw in {NO_TABLE_TITLE, NO_TABLE_DESCRIPTION}
    return is_title and finding.place.values.get("table") in patterns


def fill_in(
    content: bytes,
    *,
    name: str,
    plain: Mapping[str, str],
    markers: Mapping[str, str],
    columns: Mapping[str, list[str]],
) -> dict[str, Any]:
    """Return the filled template, or why it may not be: code, broken fields, what is unsafe."""
    parts, trees = _opened(content)
    found = [*check_safety(trees, parts), *check_fields(name, trees, parts)]
    if refused := [each for each in found if each.severity is Severity.ERROR]:
        return {"refused": [_plain(each) for each in refused]}
    filled = filling.fill(content, name, plain, markers, columns)
    return {
        "document": base64.b64encode(filled.document).decode(),
        "expected": list(filled.expected),
    }


def _opened(content: bytes) -> tuple[dict[str, bytes], dict[str, Any]]:
    parts = under_words_names(parts_of(content))
    trees = {name: tree(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    return parts, trees


def _plain(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "place": [place.message, dict(place.values)],
        "values": dict(finding.values),
    }


def _worded(finding: Finding) -> dict[str, Any]:
    """Return a finding of the other checker, whose kinds of flaws are its own."""
    flaw = finding.flaw
    return {**_plain(finding), "flaw": [flaw.code, flaw.severity.value, flaw.message]}
