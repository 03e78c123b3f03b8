"""What a template may hold besides text that would do harm, or be sent out unnoticed."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from revtrack.documents.accessibility.finding import Finding, Place
from revtrack.documents.office.patterns import W
from revtrack.documents.templates import flaws
from revtrack.documents.templates.spots import IN_FILE, STYLES, beginning
from revtrack.domain.errors import N_

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WEB = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_FETCHING = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|RD|EMBED|"
    r"AUTOTEXT|GLOSSARY|CONTROL)\b",
    re.IGNORECASE,
)
_TRACKED = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange"),
        *("sectPrChange", "tcPrChange", "trPrChange", "numberingChange", "cellIns", "cellDel"),
    )
)
_OFF = frozenset({"0", "false", "off"})
_MACROS = re.compile(r"(?i)(^|/)vba(project|data)|macrosheet")
_EMBEDDED = re.compile(r"(?i)^word/(embeddings|activex|controls)/")


def check_safety(
    trees: Mapping[str, etree._Element], parts: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Yield what in a Word file fetches, starts or hides something."""
    if any(map(_MACROS.search, parts)) or b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        yield Finding(flaws.MACROS, IN_FILE)
    yield from _linked(trees)
    if any(map(_EMBEDDED.match, parts)) or any(
        next(root.iter(f"{W}object", f"{W}control"), None) is not None for root in trees.values()
    ):
        yield Finding(flaws.EMBEDDED, IN_FILE)
    texts = {name: root for name, root in trees.items() if name.startswith("word/")}
    yield from _fetching(texts)
    yield from _hidden(texts, _hiding_styles(trees))
    if any(next(root.iter(*_TRACKED), None) is not None for root in texts.values()):
        yield Finding(flaws.TRACKED, IN_FILE)
    if any(name.startswith("word/comments") for name in parts):
        yield Finding(flaws.COMMENTS, IN_FILE)
    if any(name.startswith("customXml/") or name == "docProps/custom.xml" for name in parts):
        yield Finding(flaws.CUSTOM_XML, IN_FILE)


def _linked(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        for each in root.iter(_RELATIONSHIP):
            if each.get("TargetMode", "").lower() != "external":
                continue
            kind = each.get("Type", "").rpartition("/")[2].lower()
            target = each.get("Target", "")
            if kind == "attachedtemplate":
                yield Finding(flaws.ATTACHED_TEMPLATE, IN_FILE, {"target": beginning(target)})
            elif kind != "hyperlink" or not _WEB.match(target):
                yield Finding(flaws.LINKED, IN_FILE, {"target": beginning(target)})


def _fetching(texts: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Yield Word's own fields that reach out; their words may be spread over several runs."""
    for name, root in texts.items():
        said = [each.get(f"{W}instr", "") for each in root.iter(f"{W}fldSimple")]
        words: list[str] = []
        for each in root.iter(f"{W}fldChar", f"{W}instrText"):
            if each.tag == f"{W}instrText":
                words.append(each.text or "")
            elif words:
                said.append("".join(words))
                words = []
        for code in filter(_FETCHING.match, [*said, "".join(words)]):
            place = Place(N_("Part {part} of the file"), {"part": name})
            yield Finding(flaws.FETCHING_FIELD, place, {"text": beginning(code)})


def _hiding_styles(trees: Mapping[str, etree._Element]) -> frozenset[str]:
    if STYLES not in trees:
        return frozenset()
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in trees[STYLES].iter(f"{W}style")
        if _is_on(style.find(f"{W}rPr/{W}vanish"))
    )


def _hidden(texts: Mapping[str, etree._Element], styles: frozenset[str]) -> Iterator[Finding]:
    for name, root in texts.items():
        if name == STYLES:
            continue
        for run in root.iter(f"{W}r"):
            used = [
                each.get(f"{W}val", "")
                for each in (run.find(f"{W}rPr/{W}rStyle"), _paragraph_style(run))
                if each is not None
            ]
            text = "".join(each.text or "" for each in run.iter(f"{W}t"))
            if text and (_is_on(run.find(f"{W}rPr/{W}vanish")) or styles.intersection(used)):
                place = Place(N_("Part {part} of the file"), {"part": name})
                yield Finding(flaws.HIDDEN_TEXT, place, {"text": beginning(text)})


def _paragraph_style(run: etree._Element) -> etree._Element | None:
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF
