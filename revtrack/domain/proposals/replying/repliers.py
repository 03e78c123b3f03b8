"""Whose a reply, a decision or a draft is: the committee for which most in the paper speaks."""

import re
from collections import Counter
from collections.abc import Iterator

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.committees.administrations import administrations_of
from revtrack.domain.proposals.committees.unknown_bodies import only_named
from revtrack.domain.proposals.papers.front_lines import is_copy_label
from revtrack.domain.proposals.papers.minutes import is_heading, is_short, names_extract
from revtrack.domain.proposals.papers.reply_form import Field
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Line, Place
from revtrack.domain.texts.prose import name_key

_SURE, _UNSURE = 0.95, 0.7
_ITS_REPLY = re.compile(
    r"(?P<own>\b(?:sitt (?:eget|svar|yttrande)|som sitt)\b)|s\s+(?:svar|yttrande)\b", re.IGNORECASE
)
_STATED = 100
"""What a form's own field weighs."""
_SIGNED = 12
"""So many of the last lines may tell for whom a reply is signed."""
_SIGNS_BEFORE = re.compile(
    r"(?:.*\b)?(?:för|på|ordförande(?: i| för|,)?|presidiet för)|", re.IGNORECASE
)
_SIGNS_AFTER = re.compile(
    r"(?:,? ?(?:vägnar|uppdrag|ordförande|vice ordförande|presidium)\b.*)?", re.IGNORECASE
)
_TO = re.compile(
    r"^till\b\s*:?\s*|^(?:mottagare|adressat|instans|nämnd|organ|beslutsorgan"
    r"|beslutande(?: organ)?)\s*:\s*",
    re.IGNORECASE,
)
_TORN = re.compile(r"\b(?P<first>[A-ZÅÄÖ][a-zåäö]+) och (?P<second>\w+nämnden)", re.IGNORECASE)
"""A name that a line break has taken the hyphen from."""
_LETTERHEAD, _LAST, _NOT_COUNTED = 8, 4, 1_000
_OFFICE = re.compile(
    r"^(?!till\b|.*revis)(?:[\w,&-]+\s){0,4}?[\w-]*(?:förvaltning(?:en)?|kontoret|kansliet|enheten"
    r"|avdelningen|staben|direktör(?:en)?|chef(?:en)?|tandvården|tjänsten|skolan|biblioteket"
    r"|\wservice)$",
    re.IGNORECASE,
)
"""How an office is called, or an official."""
_INSTITUTION = re.compile(
    r"^(?:(?:Stiftelsen|Föreningen|Museet|Förbundet)\b|(?:STIFTELSEN|FÖRENINGEN|FÖRBUNDET)\b)"
    r"(?:\s[\w&-]+){1,6}$|^(?:[\w&-]+\s){1,5}AB$"
)
"""The name of a foundation, an association or a company, alone on a line."""
_FROM = re.compile(r"^(?:från|avsändare|from)\s*:\s*", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"(?:^|[\s,(])(?P<who>\w*(?:chef|direktör))(?:\s(?:för\s)?[\w ,&-]{3,40})?\W*$", re.IGNORECASE
)
"""Who writes an e-mail, by what it tells beside the name: "A. B., socialchef"."""
_BOARD = "styrelsen"
_NO_REPLIERS = frozenset((CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM))


def committee_in(read: ReplyPaper) -> Found[Committee] | None:
    """Return the committee whose decision or draft a paper is; None where it does not say."""
    votes: Counter[int] = Counter()
    places: dict[int, Place] = {}
    named = {each.id: each for each in read.bodies.committees}
    ways = (
        _filled_in,
        _votes,
        _subjects,
        _only_named,
        _institution,
        _office,
        _signed_office,
        _board,
    )
    for committee, weight, place in next((v for way in ways if (v := tuple(way(read)))), ()):
        votes[committee.id] += weight
        places.setdefault(committee.id, place)
        named.setdefault(committee.id, committee)
    if not votes:
        return None
    best, most = votes.most_common(1)[0]
    second = max((count for each, count in votes.items() if each != best), default=0)
    sure = _SURE if most >= 2 * second and most > 3 else _UNSURE  # noqa: PLR2004 - one weak sign
    return Found(named[best], places[best], sure)


def _filled_in(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give whom a form's own field names."""
    stated = read.form.get(Field.COMMITTEE)
    if stated is not None:
        for each in read.bodies.named_in(stated.value):
            yield each, _STATED, stated.place


def _votes(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give the committees that something speaks for, with how much it weighs."""
    if read.decision_heading is not None:
        yield from _named(read, read.decision_heading, 6)
    for line in read.head:
        if not is_copy_label(line.text):
            yield from _of_head(read, line)
    for line in read.repeated:
        if not re.search(r"\bjuster|\butdrag\b|\bkopia\b", line.text, re.IGNORECASE):
            yield from _named(read, line, 3)
    for line in read.decision:
        yield from _of_decision(read, line)
    for line in filter(is_heading, read.lines):
        yield from _genitives(read, line, 2)
    for line in read.lines[-_SIGNED:] if read.decision_heading is None else ():
        yield from _signed(read, line)
    yield from _served(read)


def _served(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give whom the office serves that stands in the head."""
    served = administrations_of(read.bodies.committees)
    for line in (*read.head, *read.repeated):
        for each in served.get(name_key(_TO.sub("", line.text)), ()):
            yield each, 2, line.place


def _of_head(read: ReplyPaper, line: Line) -> Iterator[tuple[Committee, int, Place]]:
    text = _TORN.sub(r"\g<first>- och \g<second>", _TO.sub("", " ".join(line.text.split())))
    if not is_short(line):
        for each in read.bodies.mentions(text):
            after = text[each.end : each.end + 12].strip()
            if each.is_genitive and after.startswith(("svar", "yttrande")):
                yield each.committee, 3, line.place
        return
    said = read.bodies.mentions(text)
    if said and (sender := _FROM.match(text)) and said[0].start == sender.end():
        yield said[0].committee, 4, line.place
        return
    for each in said:
        rest = (text[: each.start] + text[each.end :]).strip()
        is_alone = not rest or names_extract(rest) or not re.search(r"[a-zåäö]{4}", rest)
        if is_alone and not each.is_genitive:
            yield each.committee, 5, line.place
        elif is_alone or text[each.end :].strip().startswith(("svar", "yttrande", "gemensam")):
            yield each.committee, 4, line.place


def _of_decision(read: ReplyPaper, line: Line) -> Iterator[tuple[Committee, int, Place]]:
    text = split_number(" ".join(line.text.split()))[1]
    for number, each in enumerate(read.bodies.mentions(text)):
        is_reply = each.is_genitive and _ITS_REPLY.match(text[each.end - 1 : each.end + 12])
        is_subject = number == 0 and each.start == 0 and not each.is_genitive
        if is_reply or is_subject:
            yield each.committee, 4, line.place


def _named(read: ReplyPaper, line: Line, weight: int) -> Iterator[tuple[Committee, int, Place]]:
    for each in read.bodies.named_in(" ".join(line.text.split())):
        yield each, weight, line.place


def _signed(read: ReplyPaper, line: Line) -> Iterator[tuple[Committee, int, Place]]:
    """Give for whom a reply is signed: "För socialnämnden", "Ordförande i …", "Överförmyndare"."""
    text = " ".join(line.text.split())
    for committee in read.bodies.committees:
        if name_key(committee.name) == f"{name_key(text)}n":
            yield committee, 3, line.place
    for each in read.bodies.mentions(text) if is_short(line) else ():
        around = text[: each.start].strip(), text[each.end :].strip()
        if _SIGNS_BEFORE.fullmatch(around[0]) and _SIGNS_AFTER.fullmatch(around[1]):
            yield each.committee, 3, line.place


def _subjects(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give whom the sentences of a reply begin with, where nothing else tells whose it is."""
    for line in read.lines:
        for sentence in sentences(line.text):
            for each in read.bodies.mentions(sentence)[:1]:
                if each.start == 0 and not each.is_genitive:
                    yield each.committee, 1, line.place


def _only_named(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give the only committee that a reply names, as an official's may that answers for it."""
    asked = [each for each in read.bodies.found if each.kind not in _NO_REPLIERS]
    for line in read.lines if len(asked) == 1 else ():
        if read.bodies.mentions(" ".join(line.text.split())):
            yield asked[0], 1, line.place
            return


def _institution(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give the foundation or company whose name heads a paper that names no committee."""
    for line in _letterhead(read):
        text = " ".join(line.text.split())
        if _INSTITUTION.match(text):
            name = " ".join(each.capitalize() for each in text.split()) if text.isupper() else text
            yield only_named(_NOT_COUNTED, name), 1, line.place
            return


def _office(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give the office, or the official, in the head of a paper that names no committee at all."""
    for line in _letterhead(read):
        text = " ".join(line.text.split())
        sender = _FROM.match(text)
        official = _OFFICIAL.search(text) if sender else None
        if official is not None:
            name = f"{official['who']}en".capitalize()
            yield only_named(_NOT_COUNTED, name), 1, line.place
            return
        if _OFFICE.match(text[sender.end() :] if sender else text):
            name = text[sender.end() :] if sender else text
            yield only_named(_NOT_COUNTED, name), 1, line.place
            return


def _signed_office(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give the office for which a letter that names no committee is signed."""
    for line in read.lines[-_LAST:] if not (read.decision or read.bodies.found) else ():
        for part in reversed(" ".join(line.text.split()).split(", ")):
            if is_short(line) and _OFFICE.match(part) and part[:1].isupper():
                yield only_named(_NOT_COUNTED, part), 1, line.place
                return


def _board(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give "styrelsen" where that is all that a reply calls the body that answers."""
    for line in read.lines if not read.bodies.found else ():
        if any(name_key(each).startswith(f"{_BOARD} ") for each in sentences(line.text)):
            yield only_named(_NOT_COUNTED, _BOARD), 1, line.place
            return


def _letterhead(read: ReplyPaper) -> Iterator[Line]:
    """Give the short lines above a paper that decides nothing and names no committee."""
    if not read.decision and not read.bodies.found:
        yield from (line for line in (*read.head[:_LETTERHEAD], *read.repeated) if is_short(line))


def _genitives(read: ReplyPaper, line: Line, weight: int) -> Iterator[tuple[Committee, int, Place]]:
    for each in read.bodies.mentions(" ".join(line.text.split())):
        if each.is_genitive:
            yield each.committee, weight, line.place
