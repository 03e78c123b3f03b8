"""The parts of a Word file under the names that Word gives them, whatever the file calls them."""

import posixpath
from collections.abc import Iterator, Mapping

from revtrack.documents.publishing.relations import Relation, relations

_NAMES = {
    "officeDocument": "word/document",
    "styles": "word/styles",
    "header": "word/header",
    "footer": "word/footer",
    "footnotes": "word/footnotes",
    "endnotes": "word/endnotes",
    "comments": "word/comments",
    "theme": "word/theme/theme",
    "core-properties": "docProps/core",
}
"""By what leads to a part: it is read and filled in for that, and not for its name."""
_LIST = ".rels"


def all_relations(parts: Mapping[str, bytes]) -> Iterator[Relation]:
    """Yield what every part leads to, and the file itself."""
    for name in parts:
        folder, listed = posixpath.split(name)
        if listed.endswith(_LIST) and posixpath.basename(folder) == "_rels":
            source = posixpath.join(posixpath.dirname(folder), listed.removesuffix(_LIST))
            yield from relations(dict(parts), source)


def under_words_names(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts, those that are read under the names that Word itself gives them."""
    named: dict[str, str] = {}
    for each in all_relations(parts):
        if each.kind in _NAMES and not each.is_outside and each.target in parts:
            named.setdefault(each.target, _NAMES[each.kind])
    free = {name for name in parts if name not in named}
    given: dict[str, str] = {}
    for part, stem in named.items():
        name = next(each for each in _names(stem) if each not in free | set(given.values()))
        given[part] = name
    return {given.get(name, name): part for name, part in parts.items()}


def _names(stem: str) -> Iterator[str]:
    yield f"{stem}.xml"
    number = 1
    while True:
        yield f"{stem}{number}.xml"
        number += 1
