"""The fields and bookmarks of a Word document: those that it needs itself, under plain names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from revtrack.documents.publishing.relations import remove, unwrap
from revtrack.documents.publishing.spaces import M, W

_SWITCH = r"(?:\\[hnpruwz]|\\[ol]\s+\"\d-\d\"|\\\*\s*(?:MERGEFORMAT|CHARFORMAT|Arabic|roman|Roman))"
_OWN = re.compile(
    rf"\s*(?:(?P<alone>PAGE|NUMPAGES|SECTIONPAGES|TOC)|(?P<to>PAGEREF|REF|NOTEREF)\s+(?P<mark>\w+))"
    rf"(?P<switches>(?:\s+{_SWITCH})*)\s*",
    re.IGNORECASE,
)
"""Fields that tell of the document itself; all others are replaced by what they show."""
_MARKS = frozenset({f"{W}fldChar", f"{W}instrText"})


@dataclass
class _Field:
    """A field that is not ended yet: its marks, the pieces of its code, and what the code holds."""

    marks: list[etree._Element] = field(default_factory=list)
    pieces: list[etree._Element] = field(default_factory=list)
    unshown: list[etree._Element] = field(default_factory=list)
    """Words, pictures and other fields before its result: Word reckons with them, none is shown."""
    is_code: bool = True
    """Whether its result has not begun."""


@dataclass
class _Marks:
    """The bookmarks of a document, and the plain names of those that something leads to."""

    every: frozenset[str]
    used: dict[str, str] = field(default_factory=dict)

    def use(self, name: str) -> str | None:
        """Return the plain name of a bookmark that something leads to; None: there is none."""
        if name not in self.every:
            return None
        return self.used.setdefault(name, f"_b{len(self.used) + 1}")


def keep_own_fields(roots: Sequence[etree._Element]) -> None:
    """Keep the fields and bookmarks that the document itself needs, with names that say nothing."""
    every = (each for root in roots for each in root.iter(f"{W}bookmarkStart"))
    marks = _Marks(frozenset(str(each.get(f"{W}name")) for each in every))
    for root in roots:
        _keep_fields(root, marks)
        _keep_links(root, marks)
    for root in roots:
        _keep_bookmarks(root, marks.used)


def _keep_fields(root: etree._Element, marks: _Marks) -> None:
    for each in list(root.iter(f"{W}fldSimple")):
        code = _plain(str(each.get(f"{W}instr", "")), marks)
        if code is None:
            unwrap(each)
        else:
            each.set(f"{W}instr", code)
    open_fields: list[_Field] = []
    for each in list(_met(root)):
        if each.get(f"{W}fldCharType") == "begin":
            open_fields.append(_Field())
        is_mark = each.tag in _MARKS
        for outer in open_fields[:-1] if is_mark else open_fields:
            if outer.is_code:
                outer.unshown.append(each)
        if is_mark:
            _take_mark(each, open_fields, marks)
    for unended in open_fields:
        _forget(unended)


def _met(root: etree._Element) -> Iterator[etree._Element]:
    """Yield in order what runs hold, and fields in one piece."""
    for each in root.iter(f"{W}fldSimple", f"{W}r", f"{M}r"):
        if each.tag == f"{W}fldSimple":
            yield each
        else:
            yield from (inner for inner in each if not str(inner.tag).endswith("}rPr"))


def _take_mark(mark: etree._Element, open_fields: list[_Field], marks: _Marks) -> None:
    """Put a mark or a piece of code to the innermost open field, which may end with it."""
    if not open_fields:
        remove(mark)
        return
    if mark.tag == f"{W}instrText":
        open_fields[-1].pieces.append(mark)
        return
    open_fields[-1].marks.append(mark)
    if mark.get(f"{W}fldCharType") == "separate":
        open_fields[-1].is_code = False
    elif mark.get(f"{W}fldCharType") == "end":
        _end(open_fields.pop(), marks)


def _end(ended: _Field, marks: _Marks) -> None:
    """Write the code of a field anew, or leave what it shows; nothing else of it is seen."""
    for each in ended.unshown:
        remove(each)
    code = _plain("".join(each.text or "" for each in ended.pieces), marks)
    if code is None:
        _forget(ended)
        return
    first, *others = ended.pieces
    first.text = code
    for each in others:
        remove(each)


def _forget(unneeded: _Field) -> None:
    for each in (*unneeded.marks, *unneeded.pieces):
        remove(each)


def _plain(code: str, marks: _Marks) -> str | None:
    """Return the code of a field that is kept, with its bookmark's new name; else None."""
    found = _OWN.fullmatch(code)
    if found is None:
        return None
    words = [(found["alone"] or found["to"]).upper()]
    if found["mark"]:
        name = marks.use(found["mark"])
        if name is None:
            return None
        words.append(name)
    return f" {' '.join([*words, *found['switches'].split()])} "


def _keep_links(root: etree._Element, marks: _Marks) -> None:
    for each in list(root.iter(f"{W}hyperlink")):
        name = marks.use(str(each.get(f"{W}anchor")))
        if name is None:
            unwrap(each)
        else:
            each.set(f"{W}anchor", name)


def _keep_bookmarks(root: etree._Element, kept: Mapping[str, str]) -> None:
    numbers: dict[str | None, str] = {}
    for each in list(root.iter(f"{W}bookmarkStart")):
        name = kept.get(str(each.get(f"{W}name")))
        if name is None:
            remove(each)
        else:
            number = numbers.setdefault(each.get(f"{W}id"), name.removeprefix("_b"))
            each.set(f"{W}name", name)
            each.set(f"{W}id", number)
    for each in list(root.iter(f"{W}bookmarkEnd")):
        if each.get(f"{W}id") in numbers:
            each.set(f"{W}id", numbers[each.get(f"{W}id")])
        else:
            remove(each)
