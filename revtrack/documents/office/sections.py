"""The sections of a Word document: upright pages and landscape ones, each with its own margins."""

from collections.abc import Collection

from lxml import etree

from revtrack.documents.office.patterns import W


def drop_empty_end(root: etree._Element, empty: Collection[str]) -> None:
    """Take out the last section where it holds nothing but block fields that are empty.

    It would be a page without text; the section before it ends the document in its own shape.
    """
    body = root.find(f"{W}body")
    if body is None or not len(body) or body[-1].tag != f"{W}sectPr":
        return
    for index in range(len(body) - 2, -1, -1):
        element = body[index]
        before = element.find(f"{W}pPr/{W}sectPr")
        if before is not None:
            body.replace(body[-1], before)
            body.remove(element)
            return
        if not isinstance(element, etree._ProcessingInstruction):  # noqa: SLF001 - lxml's only name for it
            return
        if (element.text or "").strip() not in empty:
            return
