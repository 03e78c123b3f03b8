"""Who gets a letter for information: by a label, a mark beside the name, or a sentence."""

import re
from collections.abc import Collection, Iterator

from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.name_lists import LONGEST_LIST, SHORT_LINE, listed
from revtrack.domain.proposals.papers.front_lines import INFORMED
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import LineKind, Place
from revtrack.domain.texts.prose import clean_line

MARK = re.compile(
    r"\(?\b(?:för|till)\s(?:kännedom|information)\b(?!\som)\)?"
    r"|\(\s*(?:kännedom|information|info|kopia|cc)\s*\)|\(?(?<![\w.])f\.?\s?k\b\.?\)?",
    re.IGNORECASE,
)
"""What stands beside the name of somebody who gets a copy: "Kommunstyrelsen (för kännedom)"."""
_AFTER_MARK = re.compile(r"^\W*(?:(?:även|också)\s)?till\b\s*:?(?P<names>[^().;]+)", re.IGNORECASE)
_SENDS = re.compile(
    r"^\W*kopia\b|\b(?:skicka\w*|tillsänds?|tar del|sänd(?:er|s|a)?|sänts?|översän\w*|överlämna\w*"
    r"|lämna\w*|tillställ\w*|får|fått|fick"
    r"|erhåll\w*|mottar|går|expediera\w*|informera\w*|distribuera\w*|delge?[rs]?|delgett?s?"
    r"|delgivit\w*)\b",
    re.IGNORECASE,
)
_COPY = AnyCase(
    r"\b(?:för|till|som) (?:kännedom|information)\b|\b(?:en |i )?kopia\b"
    r"|\b(?:skickas|sänds|översänds|överlämnas|tillställs|går|lämnas) (?:vi )?(?:även|också)\b"
    r"|\bdelge?[rs]?\b|\bdelgett?s?\b|\bdelgivit\w*\b",
)
_PAPER = re.compile(
    r"\b(?:\w*rapport(?:en|erna)|\w*skrivelsen?|\w*missiv(?:et)?|\w*brevet|\w*granskningen|dokumentet"
    r"|denna|detta)\b|^\W*(?:den|det|vi|kopia)\b|^[^.]{4,120}\s(?:får|fick|erhåller)\s(?:en\s)?kopia\W*$",
    re.IGNORECASE,
)
"""What goes to somebody that is of the auditors."""
_FOR_REPLY = AnyCase(r"\bför\s(?:svar|yttrande|åtgärd)\b")
_OF_REPLY = re.compile(
    r"\b(?:svaret|svaren|svar|yttrandet?|återrapportering\w*|protokoll\w*)\b", re.IGNORECASE
)
_THE_SAME = re.compile(
    r"(?:detsamma|samma sak) gäller\b|(?:så|det) (?:gör|får|gäller) (?:också|även)\b", re.IGNORECASE
)
"""How a sentence goes on with others who get what the one before it says."""
_COUNCIL = re.compile(
    r"\b(?P<name>(?:kommun|region)?fullmäktige)(?P<presidium>s presidium)?\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"\b(?:(?:övriga|samtliga|alla) (?:\w+ )?(?:nämnder(?:na)?|bolag(?:en)?|kommuner(?:na)?)"
    r"|(?:medlems|ägar)kommunerna(?:s (?:kommun)?fullmäktige)?|förbundsmedlemmarna|medlemmarna)\b",
    re.IGNORECASE,
)
"""Several that are named by no name of their own: "Övriga nämnder"."""
_OWN = re.compile(r"\b(?:\w*rapporten|\w*skrivelsen?|\w*missivet|\w*brevet)\b", re.IGNORECASE)
_IS_ASKED = re.compile(
    r"\b(?:bör|ska|skall|ber|rekommender\w*|uppmana\w*|begär|borde)\b", re.IGNORECASE
)
_FOR_INFO_AT_END = re.compile(
    r"(?:^(?:kopia|cc)\b(?:\s+till)?\s*:?\s*)?[,(–-]?\s*(?:\bför (?:kännedom|info\w*))?\)?\W*$"
    r"|^(?:kopia|cc)\s+till\s+",
    re.IGNORECASE,
)
"""What a name has around it that says it gets a copy."""
_PARTS = re.compile(r"[;)]|\bför\s(?:svar|yttrande|åtgärd)\b", re.IGNORECASE)
_LISTS = re.compile(r"\s*(?:sändlista|distribution|mottagare|expedieras)\b", re.IGNORECASE)
_TOWN = re.compile(r"^[A-ZÅÄÖ][\w-]+ (?:kommun|stad)$")
_CELLS = re.compile(r"\t|\s{3,}")
_HARD_SPACE = "\N{WORD JOINER}"
"""Stands for the spaces within a name while a list of names is parted."""
_LONGEST_NAME = 80
"""In signs."""


def informed_in(
    head: Head, bodies: PaperBodies, written: Collection[int] = ()
) -> tuple[Found[str], ...]:
    """Return those that a letter goes to for information, as it names them.

    ``written`` are the numbers of those it is written to, who get it to reply to.
    """
    found: dict[str, Found[str]] = {}
    own = head.town.value if head.town else ""
    for text, place in (*listed(head.body, INFORMED), *_marked(head, bodies)):
        only_written = {each.id for each in bodies.named_in(text)} <= {*written}
        for name in () if only_written and bodies.named_in(text) else _names(text, bodies, own):
            found.setdefault(name, Found(name, place, 0.9))
    for name, place in _told(head, bodies, written):
        found.setdefault(name, Found(name, place, 0.85))
    return _without_town(tuple(found.values()))


def copied(text: str, bodies: PaperBodies) -> Iterator[str]:
    """Give the parts of a line that name somebody beside a mark that he gets a copy."""
    end = 0
    for match in MARK.finditer(text):
        after = _AFTER_MARK.match(text[match.end() :])
        before = _PARTS.split(text[end : match.start()].strip(" ,–-("))[-1]
        last = before.rsplit(",", 1)[-1]
        if after is not None and bodies.named_in(after["names"]):
            yield after["names"].strip()
        elif bodies.named_in(last) or _GROUP.match(before.strip()):
            last = last if bodies.named_in(last) else before.strip()
            yield re.sub(r"^\W*(?:och|samt|till)\s|^[^:]*:", "", last.strip(), flags=re.IGNORECASE)
        end = match.end()


def _marked(head: Head, bodies: PaperBodies) -> Iterator[tuple[str, Place]]:
    """Give the names that say themselves: "Kommunfullmäktige (för kännedom)", also line by line."""
    lines = [*head.first, *(each for each in head.body[len(head.first) :] if _is_list(each.text))]
    for number, line in enumerate(lines):
        for text in _CELLS.split(line.text.strip()):
            is_label = INFORMED.match(text)
            if is_label and text != line.text.strip():
                yield is_label["names"], line.place
            if is_label or len(text) > SHORT_LINE or text.endswith(":"):
                if MARK.fullmatch(text) and not text.endswith(":") and number and text[0] == "(":
                    yield lines[number - 1].text, line.place
                continue
            if not _SENDS.search(text):
                yield from ((part, line.place) for part in copied(text, bodies))


def _is_list(text: str) -> bool:
    return _LISTS.match(text) is not None


def _told(head: Head, bodies: PaperBodies, written: Collection[int]) -> Iterator[tuple[str, Place]]:
    """Give the names of those that a sentence says get the letter for information."""
    council = "Region" if head.town and head.town.value.startswith("Region") else "Kommun"
    for line in head.body:
        is_labelled = INFORMED.match(line.text) and not line.text.endswith(".")
        if is_labelled or line.kind is LineKind.HEADING or len(line.text) > LONGEST_LIST:
            continue
        for sentence in _telling_copy(line.text):
            parts = [part for part in copied(sentence, bodies) if not _FOR_REPLY.search(part)]
            said = " ".join(parts) if _FOR_REPLY.search(sentence) else sentence
            for each in bodies.mentions(_COUNCIL.sub(" ", said)):
                if each.committee.id not in written and not each.is_genitive:
                    yield display_name(each.committee), line.place
            for match in _GROUP.finditer(said):
                yield f"{match[0][:1].upper()}{match[0][1:]}", line.place
            for match in _COUNCIL.finditer(_GROUP.sub(" ", said)):
                bare = match["name"].lower().removeprefix("kommun").removeprefix("region")
                yield f"{council}{bare}{match['presidium'] or ''}", line.place


def _telling_copy(text: str) -> Iterator[str]:
    """Give the sentences that say who gets a copy; "Detsamma gäller …" goes on with another."""
    is_told = False
    for sentence in sentences(text):
        is_told = _tells_copy(sentence) or (is_told and _THE_SAME.match(sentence) is not None)
        if is_told:
            yield sentence


def _tells_copy(sentence: str) -> bool:
    """Tell whether a sentence says that somebody gets the auditors' paper for information."""
    said = _FOR_REPLY.sub(" ", sentence)
    if not _COPY.search(said) or not _SENDS.search(said) or _IS_ASKED.search(said):
        return False
    is_of_reply = _OF_REPLY.search(said) is not None and not _OWN.search(said)
    return not is_of_reply and _PAPER.search(said) is not None


def _without_town(found: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """Return names without the municipality that stands before its own bodies' names."""
    named = tuple(each for each in found if not _TOWN.match(each.value))
    return named or found


def _names(text: str, bodies: PaperBodies, own: str) -> Iterator[str]:
    for part in re.split(
        r",|;|\n|\s+(?:samt|och)\s+(?:till\s+)?(?=\w+(?:n|t|s|e|r)\b)", _kept_whole(text, bodies)
    ):
        said = clean_line(_FOR_INFO_AT_END.sub("", part)).strip(" .•*–-")
        said = said.replace(_HARD_SPACE, " ").removesuffix(f" i {own}")
        if not said or len(said) > _LONGEST_NAME or "@" in said:
            continue
        named = bodies.named_in(said)
        is_whole = len(named) == 1 and len(said) <= len(named[0].name) + 2
        yield display_name(named[0]) if is_whole else said[:1].upper() + said[1:]


def _kept_whole(text: str, bodies: PaperBodies) -> str:
    """Return the text with the names in it in one piece, so that their "och" parts nothing."""
    for each in reversed(bodies.mentions(text)):
        whole = text[each.start : each.end].replace(" ", _HARD_SPACE)
        text = text[: each.start] + whole + text[each.end :]
    return text
