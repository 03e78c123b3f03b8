"""The styles, lists and fonts that a Word document uses, under names that say nothing of people."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import A, W

VAL, ID = f"{W}val", f"{W}styleId"
_NAMING = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "styleLink", "numStyleLink")
_BUILT_IN = re.compile(
    r"normal|(?:heading|toc|index) [1-9]|title|subtitle|header|footer|caption|date|signature"
    r"|list(?: bullet| number| continue)?(?: [2-5])?|list paragraph|no list|no spacing|toc heading"
    r"|body text(?: indent| first indent)?(?: [23])?|(?:foot|end)note (?:text|reference)"
    r"|normal table|default paragraph font|(?:followed)?hyperlink|strong|emphasis|page number"
    r"|(?:intense )?(?:quote|emphasis|reference)|subtle (?:emphasis|reference)|book title"
    r"|placeholder text|plain text|normal \(web\)|line number|closing|salutation|block text"
    r"|table (?:grid(?: light)?|of figures|theme)|(?:grid|list|plain) table [1-7](?:[\w ]{0,20}\d)?"
    r"|(?:light|medium|dark|colorful) (?:shading|list|grid)(?: [1-3])?(?: accent [1-6])?",
    re.IGNORECASE,
)
"""Names that Word itself gives styles: what tells headings, lists and notes from other text."""
_SETTINGS = frozenset(
    {
        *("compatibilityMode", "overrideTableStyleFontSizeAndJustification"),
        *("enableOpenTypeFeatures", "doNotFlipMirrorIndents", "useWord2013TrackBottomHyphenation"),
        *("differentiateMultirowTableHeaders", "allowHyphenationAtTrackBottom"),
    }
)
_WORDS = re.compile(r"[^\W\d_]{2,}")


def keep_used_styles(roots: Mapping[str, etree._Element]) -> None:
    """Drop the styles, lists and fonts that nothing shown uses; give the others plain names."""
    texts = [root for root in roots.values() if root.tag not in _OF_STYLES]
    styles, numbering, fonts = (_with_tag(roots, name) for name in _LISTED)
    used = _used(texts, styles, numbering)
    if numbering is not None:
        _keep_lists(numbering, used, texts, styles)
    if styles is not None:
        for each in list(styles.iter(f"{W}style")):
            if each.get(ID) not in used:
                remove(each)
        _rename(styles, list(roots.values()))
    if fonts is not None:
        _keep_fonts(fonts, list(roots.values()))
    for root in texts:
        for each in list(root.iter(f"{W}compatSetting")):
            if each.get(f"{W}name") in _SETTINGS and each.get(VAL, "").isdecimal():
                each.set(f"{W}uri", "http://schemas.microsoft.com/office/word")
            else:
                remove(each)


_LISTED = ("styles", "numbering", "fonts")
_OF_STYLES = frozenset(f"{W}{name}" for name in _LISTED)


def _with_tag(roots: Mapping[str, etree._Element], name: str) -> etree._Element | None:
    return next((root for root in roots.values() if root.tag == f"{W}{name}"), None)


def _named(root: etree._Element, *names: str) -> Iterator[str]:
    for each in root.iter(*(f"{W}{name}" for name in names)):
        yield str(each.get(VAL))


def _used(
    texts: Sequence[etree._Element],
    styles: etree._Element | None,
    numbering: etree._Element | None,
) -> frozenset[str]:
    """Return the ids of the styles that the texts use, with those that these rest on."""
    every = list(styles.iter(f"{W}style")) if styles is not None else []
    by_id = {str(each.get(ID)): each for each in every}
    found = {name for name, each in by_id.items() if each.get(f"{W}default") in {"1", "true"}}
    for root in texts:
        found.update(_named(root, "pStyle", "rStyle", "tblStyle"))
    if numbering is not None:
        found.update(_named(numbering, "numStyleLink"))
    pending = list(found)
    while pending:
        style = by_id.get(pending.pop())
        if style is not None:
            for name in _named(style, "basedOn"):
                if name not in found:
                    found.add(name)
                    pending.append(name)
    return frozenset(found & set(by_id))


def _keep_lists(
    numbering: etree._Element,
    used: frozenset[str],
    texts: Sequence[etree._Element],
    styles: etree._Element | None,
) -> None:
    every = list(styles.iter(f"{W}style")) if styles is not None else []
    owners = [*texts, *(each for each in every if each.get(ID) in used)]
    numbers = {(name, level) for owner in owners for name, level in _levels(owner)}
    kept: set[tuple[str, str]] = set()
    for each in list(numbering.iter(f"{W}num")):
        levels = {level for name, level in numbers if name == each.get(f"{W}numId")}
        base = each.find(f"{W}abstractNumId")
        if not levels or base is None:
            remove(each)
            continue
        kept |= {(str(base.get(VAL)), level) for level in levels}
        _keep_levels(each, levels, used)
    for each in list(numbering.iter(f"{W}abstractNum")):
        levels = {level for name, level in kept if name == each.get(f"{W}abstractNumId")}
        if levels:
            _keep_levels(each, levels, used)
        else:
            remove(each)


def _levels(owner: etree._Element) -> Iterator[tuple[str, str]]:
    for each in owner.iter(f"{W}numPr"):
        number, level = each.find(f"{W}numId"), each.find(f"{W}ilvl")
        if number is not None:
            yield str(number.get(VAL)), str(level.get(VAL)) if level is not None else "0"


def _keep_levels(owner: etree._Element, levels: set[str], used: frozenset[str]) -> None:
    """Take the words out of the levels that no text is on, and names of styles that are gone."""
    for each in list(owner.iter(*(f"{W}{name}" for name in ("pStyle", "styleLink")))):
        if each.get(VAL) not in used:
            remove(each)
    for level in owner.iter(f"{W}lvl"):
        is_shown = level.get(f"{W}ilvl") in levels or level.find(f"{W}pStyle") is not None
        shown = level.find(f"{W}lvlText")
        if shown is not None and not is_shown and _WORDS.search(shown.get(VAL, "")):
            shown.set(VAL, "")


def _rename(styles: etree._Element, roots: Sequence[etree._Element]) -> None:
    """Give each style a plain name and id, in every part; Word's own keep what they are called."""
    ids: dict[str, str] = {}
    own = 0
    for each in styles.iter(f"{W}style"):
        name = each.find(f"{W}name")
        said = str(name.get(VAL)) if name is not None else ""
        if not _BUILT_IN.fullmatch(said):
            own += 1
            said = f"Formatmall {own}"
        new = "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", said))
        while new in ids.values():
            new += "x"
        ids[str(each.get(ID))] = new
        each.set(ID, new)
        if name is not None:
            name.set(VAL, said)
    for root in roots:
        for each in list(root.iter(*(f"{W}{name}" for name in _NAMING))):
            if each.get(VAL) in ids:
                each.set(VAL, ids[str(each.get(VAL))])
            else:
                remove(each)


def _keep_fonts(fonts: etree._Element, roots: Sequence[etree._Element]) -> None:
    used = {
        str(value)
        for root in roots
        for each in root.iter(f"{W}rFonts", f"{W}sym", f"{A}latin", f"{A}ea", f"{A}cs")
        for value in each.attrib.values()
    }
    for each in list(fonts.iter(f"{W}font")):
        if each.get(f"{W}name") not in used:
            remove(each)
