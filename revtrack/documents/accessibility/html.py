"""What keeps somebody from reading a web page."""

from collections.abc import Callable, Iterator

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.colours import ENOUGH, contrast, ratio_in_words
from revtrack.documents.accessibility.finding import Finding, Place
from revtrack.documents.accessibility.page_colours import pairs
from revtrack.documents.accessibility.page_file import Node, PageFile
from revtrack.documents.accessibility.word_file import shortened
from revtrack.documents.accessibility.word_objects import says_nothing
from revtrack.domain.errors import N_

WHOLE = Place(N_("The page"))
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SWEDISH = {"sv", "sv-se"}
_SCOPES = {"col", "row", "colgroup", "rowgroup"}


def check_html(content: bytes) -> tuple[Finding, ...]:
    """Return what keeps somebody from reading a web page, as far as its own text and styles tell.

    The colours are those that a rule gives together, or against the page's own.
    """
    page = PageFile(content.decode("utf-8", "replace"))
    return tuple(finding for check in CHECKS for finding in check(page))


def _place(node: Node) -> Place:
    return Place(N_("Line {line}"), {"line": node.line})


def _page(page: PageFile) -> Iterator[Finding]:
    whole = page.all("html")
    if not whole or whole[0].given.get("lang", "").lower() not in _SWEDISH:
        yield Finding(flaws.NO_PAGE_LANGUAGE, WHOLE)
    if not any(each.text for each in page.all("title")):
        yield Finding(flaws.NO_PAGE_TITLE, WHOLE)
    if not page.all("main"):
        yield Finding(flaws.NO_MAIN, WHOLE)


def _headings(page: PageFile) -> Iterator[Finding]:
    before, found = 0, page.all(*HEADINGS)
    titles = [each for each in found if each.tag == "h1"]
    if not titles:
        yield Finding(flaws.NO_PAGE_HEADING, WHOLE)
    elif len(titles) > 1:
        yield Finding(flaws.SEVERAL_TITLES, _place(titles[1]), {"count": len(titles)})
    for each in found:
        level = int(each.tag[1])
        if not each.text:
            yield Finding(flaws.EMPTY_HEADING, _place(each))
        elif before and level > before + 1:
            yield Finding(flaws.HEADING_GAP, _place(each), {"level": level, "before": before})
        elif not before and level > 1:
            yield Finding(flaws.FIRST_HEADING, _place(each), {"level": level})
        before = level


def _tables(page: PageFile) -> Iterator[Finding]:
    captions = {id(each.within("table")) for each in page.all("caption") if each.text}
    headed = {id(each.within("table")) for each in page.all("th")}
    for table in page.all("table"):
        if id(table) not in captions:
            yield Finding(flaws.NO_CAPTION, _place(table))
        if id(table) not in headed:
            yield Finding(flaws.NO_HEADINGS, _place(table))
    for each in page.all("th", "td"):
        if not each.text:
            yield Finding(flaws.EMPTY_CELL, _place(each))
        elif {"colspan", "rowspan"} & each.given.keys():
            yield Finding(flaws.MERGED_CELLS, _place(each))
        elif each.tag == "th" and each.given.get("scope", "") not in _SCOPES:
            yield Finding(flaws.NO_SCOPE, _place(each), {"text": shortened(each.text)})


def _objects(page: PageFile) -> Iterator[Finding]:
    for each in page.all("img"):
        if "alt" not in each.given:
            yield Finding(flaws.NO_ALTERNATIVE_TEXT, _place(each))
    for each in page.all("svg"):
        is_told = {"aria-label", "aria-labelledby"} & each.given.keys()
        if not is_told and each.given.get("aria-hidden") != "true":
            yield Finding(flaws.NO_ALTERNATIVE_TEXT, _place(each))
    for each in page.all("a"):
        text = each.given.get("aria-label") or each.text
        if "href" in each.given and (not text or says_nothing(text)):
            yield Finding(flaws.VAGUE_LINK, _place(each), {"text": shortened(text)})


def _colours(page: PageFile) -> Iterator[Finding]:
    sheet = "\n".join("".join(each.texts) for each in page.all("style"))
    own = "\n".join(
        f"{each.tag} {{{each.given['style']}}}" for each in page.nodes if "style" in each.given
    )
    for pair in dict.fromkeys(pairs(f"{sheet}\n{own}")):
        ratio = contrast(pair.ink, pair.behind)
        if ratio < ENOUGH:
            values = {
                "text": shortened(pair.selector),
                "ink": pair.ink,
                "behind": pair.behind,
                "ratio": ratio_in_words(ratio),
                "wanted": ratio_in_words(ENOUGH),
            }
            yield Finding(flaws.LOW_CONTRAST, WHOLE, values)


CHECKS: tuple[Callable[[PageFile], Iterator[Finding]], ...] = (
    _page,
    _headings,
    _tables,
    _objects,
    _colours,
)
"""Every check of a web page; each looks at one kind of thing."""
