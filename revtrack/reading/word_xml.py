"""The XML of a Word document: its parts, and the text of a paragraph as a reader sees it."""

import io
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from lxml import etree

from revtrack.confined.archive import DAMAGED
from revtrack.domain.errors import RevTrackError

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMMON = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_COMMON.decode()}}}"
_MAIN_PART = "/officeDocument"
_UNSEEN = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "txbxContent"})
"""What a reader of the finished text does not see, or sees elsewhere."""
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "cellDel", "cellIns")
"""How Word marks what was changed while it tracked changes."""
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "ptab": "\t",
}
_BOXED = "txbxContent"


class Package:
    """The parts of a Word document, parsed when they are asked for."""

    def __init__(self, content: bytes) -> None:
        """Open the archive; raise RevTrackError where it holds no document."""
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._names = frozenset(self._archive.namelist())
        self.main = self._main_name()

    def _main_name(self) -> str:
        links = self.parsed("_rels/.rels")
        for link in links if links is not None else ():
            if str(link.get("Type", "")).endswith(_MAIN_PART):
                return normpath(str(link.get("Target", "")).lstrip("/"))
        return "word/document.xml"

    def parsed(self, name: str) -> Element | None:
        """Return the root of a part, None where there is no such part."""
        if name not in self._names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
        )
        data = self._archive.read(name).replace(_STRICT, _COMMON)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise RevTrackError(DAMAGED) from None

    def body(self) -> Element:
        """Return the body of the document; raise RevTrackError where there is none."""
        root = self.parsed(self.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise RevTrackError(DAMAGED)
        return body

    def beside(self, name: str) -> Element | None:
        """Return the root of a part that lies beside the document: "styles.xml"."""
        return self.parsed(join(dirname(self.main), name))

    def headers(self) -> Iterator[Element]:
        """Give the page headers, by the names of their parts."""
        return self._numbered("header")

    def footers(self) -> Iterator[Element]:
        """Give the page footers, by the names of their parts."""
        return self._numbered("footer")

    def _numbered(self, kind: str) -> Iterator[Element]:
        folder = dirname(self.main)
        for name in sorted(self._names):
            if name.startswith(f"{folder}/{kind}") and name.endswith(".xml"):
                found = self.parsed(name)
                if found is not None:
                    yield found

    def notes(self) -> Iterator[tuple[str, Element]]:
        """Give the footnotes and endnotes with their ids, as ``notes_of`` names them."""
        for part, name, sign in (
            ("footnotes.xml", "footnote", ""),
            ("endnotes.xml", "endnote", "e"),
        ):
            root = self.beside(part)
            for each in root.findall(f"{W}{name}") if root is not None else ():
                if each.get(f"{W}type") is None:
                    yield f"{sign}{each.get(f'{W}id')}", each


def is_bold(element: Element) -> bool:
    """Tell whether all letters of a paragraph are marked as bold, where they stand."""
    runs = [run for run in element.iter(f"{W}r") if any((each.text or "").strip() for each in run)]
    return bool(runs) and all(is_on(run, "rPr/b") for run in runs)


def notes_of(element: Element) -> list[str]:
    """Return the ids of the footnotes and endnotes that a paragraph or table points to, in order.

    An endnote's begins with "e", since both count from the same number.
    """
    found = element.iter(f"{W}footnoteReference", f"{W}endnoteReference")
    return [
        f"{'e' if local(each) == 'endnoteReference' else ''}{each.get(f'{W}id')}" for each in found
    ]


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, path: str, name: str = "val") -> str | None:
    """Return an attribute of the element at this path below: ``value(p, "pPr/pStyle")``."""
    found = element
    for step in path.split("/"):
        found = found.find(f"{W}{step}") if found is not None else None
    return found.get(f"{W}{name}") if found is not None else None


def is_on(element: Element | None, path: str) -> bool:
    """Tell whether a yes/no mark stands at this path below, and does not say no."""
    found = element
    for step in path.split("/"):
        found = found.find(f"{W}{step}") if found is not None else None
    return found is not None and found.get(f"{W}val") not in {"0", "false", "off"}


def chosen(element: Element) -> Iterator[Element]:
    """Give the element's children, one of the forms where it is there in several."""
    for child in element:
        if local(child) != "AlternateContent":
            yield child
            continue
        forms = [each for each in child if local(each) in {"Choice", "Fallback"}]
        if forms:
            yield from chosen(forms[0])


def has_changes(body: Element) -> bool:
    """Tell whether a document holds changes that are tracked and not yet accepted."""
    return next(body.iter(*(f"{W}{name}" for name in _CHANGES)), None) is not None


def text_of(element: Element) -> str:
    """Return the text of a paragraph as it reads with all changes accepted."""
    return "".join(_text(element))


def _text(element: Element) -> Iterator[str]:
    for child in chosen(element):
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _UNSEEN and not (name == "r" and is_on(child, "rPr/vanish")):
            yield from _text(child)


def boxes_of(element: Element) -> Iterator[Element]:
    """Give the text boxes that hang on a paragraph, each once, with what is in them."""
    for child in chosen(element):
        if local(child) == _BOXED:
            yield child
        elif local(child) not in {"del", "moveFrom"}:
            yield from boxes_of(child)
