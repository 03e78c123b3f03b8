"""Committees' replies: whose, of which kind, with which §, diary number, days and decision.

A § counts only where a matter begins or a diary number stands beside it; a law's § and those of
other meetings are none. What lays a report to the records, refers a matter back or hands it to
somebody else is no reply.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from revtrack.domain.codes import CommitteeKind, ResponseKind
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.bodies import PaperBodies, administrations_of, display_name
from revtrack.domain.proposals.minutes import (
    diary_number_of,
    is_decision_heading,
    is_heading,
    is_proposal_heading,
    is_sent_label,
    is_short,
    lines_of,
    matter_of,
    names_delegation,
    names_extract,
)
from revtrack.domain.proposals.proposal import Found, PaperKind, ProposedResponse
from revtrack.domain.records import Committee
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row, Table
from revtrack.domain.texts.prose import name_key

_HEAD = 25
"""Among so many lines minutes and memoranda give their head."""
_SURE, _UNSURE = 0.95, 0.7

_NO_REPLY = re.compile(
    r"\bläggs? till handlingarna\b|\blägga till handlingarna\b|\båterremitter|\banmäl(?:s|an)\b"
    r"|\bbordlägg|\bges i uppdrag\b|\bbegär(?:s)?\b.{0,40}\byttrande|\bavskriv"
    r"|\bnoterar informationen\b|\bremitter(?:as|ar)\b|\banstånd\b|\bförlängd svarstid\b",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"\b(?:antas?|antar|anta|godkän\w*|överlämna\w*|lämna[rs]?|avge[rs]?|avlämna\w*|översänd\w*"
    r"|ställer sig bakom|skicka[rs]?|svara[r]?|besvara[rs]?|tillstyrk\w*|beslutar|yttrar)\b",
    re.IGNORECASE,
)
_ITS_REPLY = re.compile(
    r"(?P<own>\b(?:sitt (?:eget|svar|yttrande)|som sitt)\b)|s\s+(?:svar|yttrande)\b", re.IGNORECASE
)
_JOINT = re.compile(r"\bgemensamt (?:svar|yttrande|remissvar)\b", re.IGNORECASE)
_SUPPLEMENT = re.compile(
    r"\b(?:kompletterande (?:svar|yttrande|uppgifter)|komplettering (?:av|till) (?:svar|yttrande"
    r"|tidigare))",
    re.IGNORECASE,
)
_BESIDE_MATTER = re.compile(r"§\s*(?P<number>\d{1,4})(?![\d§]|\s*(?:kap|kommunallagen))")
_OTHER_DAY = re.compile(r"\bsenast\b|\bdaterad\b|\bfrån den\b|\bföre\b", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\b(?:ink(?:om|ommen|ommet|\.)|ankom(?:st|men|stdatum)?|mottag(?:et|en|ningsdatum)"
    r"|inkomstdatum|diarieförd|registrerad)\b[^.]{0,25}$",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\bbeslutar\b|\bbeslutade att\b")
_PROPOSED = re.compile(
    r"\bföreslår\b[^.]{0,80}\b(?:besluta|att|anta|godkänna|avge|lämna)\b", re.IGNORECASE
)
"""What a working committee puts to its committee, which has not decided yet."""
_NAMES_DRAFT = re.compile(r"\bförslag till (?:svar|yttrande)", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:svar|yttrande|remissvar|kommentarer|synpunkter|granskning\w*|revisionsrapport|anmälan"
    r"|redovisning|återrapportering)\b",
    re.IGNORECASE,
)
_WHOLE_HEAD = 40
_TO = re.compile(r"^till\b\s*:?\s*", re.IGNORECASE)
_TORN = re.compile(r"\b(?P<first>[A-ZÅÄÖ][a-zåäö]+) och (?P<second>\w+nämnden)", re.IGNORECASE)
_NOT_HEADS = frozenset((CommitteeKind.PRESIDIUM,))


@dataclass(frozen=True)
class ReplyPaper:
    """A committee's or an official's paper with its parts at hand."""

    paper: Paper
    kind: PaperKind
    bodies: PaperBodies

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, cells of tables among them."""
        return lines_of(self.paper)

    @cached_property
    def _heading(self) -> int | None:
        """The place of the heading of the decision, or of what is proposed in a draft."""
        tests = (is_decision_heading, is_proposal_heading)
        for test in tests if self.is_decided else tests[::-1]:
            for place, line in enumerate(self.lines):
                if test(line):
                    return place
        return None

    @property
    def is_decided(self) -> bool:
        """Whether it is a decision's paper."""
        return self.kind is PaperKind.COUNCIL_DECISION

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines above the decision."""
        end = self._heading if self._heading is not None else _HEAD
        return self.lines[: min(end, _WHOLE_HEAD)]

    @cached_property
    def repeated(self) -> tuple[Line, ...]:
        """What its pages repeat."""
        placed = self.paper.furniture
        texts = {each.text for each in placed}
        more = (text for text in self.paper.headers if text not in texts)
        return (*placed, *(Line(LineKind.PARAGRAPH, text, Place(text[:60])) for text in more))

    @cached_property
    def decision(self) -> tuple[Line, ...]:
        """The lines of what is decided, or proposed in a draft."""
        if self._heading is None:
            said = (line for line in self.lines[: 2 * _HEAD] if _DECIDED.search(line.text))
            return tuple(said)[:1] if self.is_decided else ()
        found: list[Line] = []
        for line in self.lines[self._heading + 1 :]:
            if is_proposal_heading(line) and not found:
                continue
            if is_heading(line) or is_sent_label(line) or matter_of(line):
                break
            found.append(line)
        return tuple(found)

    @cached_property
    def decision_heading(self) -> Line | None:
        """The heading of the decision."""
        return self.lines[self._heading] if self._heading is not None else None

    @cached_property
    def rows(self) -> tuple[tuple[str, Place], ...]:
        """The lines, with each row of a table as one text."""
        found: list[tuple[str, Place]] = []
        for block in self.paper.blocks:
            if isinstance(block, Table):
                found += [(_row_text(row), row.place) for row in block.rows]
            else:
                found.append((" ".join(block.text.split()), block.place))
        return tuple(found)


def _row_text(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells if cell.text and not cell.is_merged)


# ---- the replies ---------------------------------------------------------------------------------


def replies_in(paper: Paper, kind: PaperKind, bodies: PaperBodies) -> tuple[ProposedResponse, ...]:
    """Return the replies that a paper is; none where it decides something else."""
    read = ReplyPaper(paper, kind, bodies)
    adopted = tuple(_adoptions(read))
    if adopted:
        return tuple(_of_adoption(each, read, is_joint=len(adopted) > 1) for each in adopted)
    committee = committee_in(read)
    if committee is None or not _is_reply(read, committee.value):
        return ()
    return (_response(read, committee),)


def _is_reply(read: ReplyPaper, committee: Committee) -> bool:
    said = " ".join(line.text for line in read.decision)
    is_council = committee.kind in {CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM}
    if _NO_REPLY.search(said) or (is_council and read.is_decided):
        return False
    return not said or _REPLIES.search(said) is not None


def _response(read: ReplyPaper, committee: Found[Committee]) -> ProposedResponse:
    kind = _kind(read)
    is_taken = kind not in {ResponseKind.DRAFT, ResponseKind.STATEMENT}
    return ProposedResponse(
        committee=display_name(committee.value),
        kind=kind,
        place=committee.place,
        diary_number=_diary_number(read),
        paragraph=_paragraph(read) if is_taken else None,
        received_on=_received_on(read),
        decided_on=_decided_on(read) if is_taken else None,
        decision=_decision(read) if is_taken else None,
        confidence=committee.confidence,
    )


def _kind(read: ReplyPaper) -> ResponseKind:
    titles = [line.text for line in read.head if is_short(line)]
    if read.decision and all(_PROPOSED.search(line.text) for line in read.decision):
        return ResponseKind.DRAFT
    if any(map(_SUPPLEMENT.search, titles)) and read.is_decided:
        return ResponseKind.SUPPLEMENT
    if read.is_decided:
        said = [line.text for line in (*read.head, *read.decision, *read.repeated)]
        if any(map(names_delegation, said)) and _paragraph(read) is None:
            return ResponseKind.DELEGATED_DECISION
        return ResponseKind.JOINT if any(map(_JOINT.search, titles)) else ResponseKind.DECISION
    has_proposal = read.decision_heading is not None and is_proposal_heading(read.decision_heading)
    named = any(_NAMES_DRAFT.search(line.text) for line in read.lines)
    is_memo = any("tjänste" in line.text.casefold() for line in (*read.head, *read.repeated))
    return ResponseKind.DRAFT if has_proposal or named or is_memo else ResponseKind.STATEMENT


def _paragraph(read: ReplyPaper) -> Found[str] | None:
    for line in (*read.head, *read.repeated):
        matter = matter_of(line)
        if matter is not None:
            return Found(matter.number, matter.place, _SURE)
    return None


def _diary_number(read: ReplyPaper) -> Found[str] | None:
    """Return the number beside the §, else in the head; never one in the running text."""
    lines = [line for line in read.head if is_short(line)]
    at = next((n for n, line in enumerate(lines) if matter_of(line)), None)
    beside = lines[at : at + 4] + lines[max(at - 3, 0) : at] if at is not None else lines
    for sure, chosen in ((_SURE, beside), (0.85, lines), (0.8, read.repeated)):
        for line in chosen:
            number = diary_number_of(line.text)
            if number is not None and "handlingar" not in line.text:
                return Found(number, line.place, sure)
    return None


def _decided_on(read: ReplyPaper) -> Found[date] | None:
    """Return the day of the meeting, or of one person's decision; None where none is stated."""
    extracts = [line for line in (*read.head, *read.repeated) if names_extract(line.text)]
    heads = [line for line in (*read.head, *read.repeated) if is_short(line)]
    for sure, lines in ((_SURE, extracts), (0.9, heads)):
        for line in lines:
            for each in days_in(line.text):
                if not _OTHER_DAY.search(line.text) and not _RECEIVED.search(
                    line.text[: each.start]
                ):
                    return Found(each.day, line.place, sure)
    return None


def _received_on(read: ReplyPaper) -> Found[date] | None:
    for line in (*read.head, *read.repeated):
        for each in days_in(line.text):
            if _RECEIVED.search(line.text[: each.start]):
                return Found(each.day, line.place, 0.85)
    return None


def _decision(read: ReplyPaper) -> Found[str] | None:
    if not read.decision:
        return None
    several = sum(line.marker is not None for line in read.decision) > 1
    said = [
        f"{line.marker} {line.text}"
        if several and line.marker and line.marker[0].isdigit()
        else line.text
        for line in read.decision
    ]
    return Found("\n".join(said), read.decision[0].place, 0.9)


def matter_title_in(read: ReplyPaper) -> Found[str] | None:
    """Return what a decision or memorandum calls its matter; None where its head has no title."""
    for line in read.head:
        matter = matter_of(line)
        text = matter.rest if matter else " ".join(line.text.split())
        is_title = is_short(line) and _ABOUT.search(text) is not None
        number = diary_number_of(text)
        is_bare = number is None or text.replace(number, "").strip().casefold() not in {"", "dnr"}
        if is_title and is_bare and not _TO.match(text) and not names_extract(text):
            return Found(text, line.place, 0.9)
    return None


# ---- several committees in one paper -------------------------------------------------------------


@dataclass(frozen=True)
class _Adoption:
    """A line that says which committee has adopted a reply, when and under which §."""

    committee: Committee
    text: str
    place: Place
    days: tuple[date, ...] = field(default=())


def _adoptions(read: ReplyPaper) -> Iterator[_Adoption]:
    if any(matter_of(line) and line.place.table is None for line in read.head):
        return
    seen: set[int] = set()
    for text, place in read.rows[:_HEAD]:
        is_own = re.search(r"\b(?:antag\w+|beslutade|beslut)\b", text, re.IGNORECASE) is not None
        is_row = place.table is not None
        days = tuple(each.day for each in days_in(text))
        if not (is_own or is_row) or not days or not _BESIDE_MATTER.search(text):
            continue
        for each in read.bodies.named_in(text)[:1]:
            if each.id not in seen and each.kind is not CommitteeKind.COUNCIL:
                seen.add(each.id)
                yield _Adoption(each, text, place, days)


def _of_adoption(each: _Adoption, read: ReplyPaper, *, is_joint: bool) -> ProposedResponse:
    number = diary_number_of(each.text)
    paragraph = _BESIDE_MATTER.search(each.text)
    return ProposedResponse(
        committee=display_name(each.committee),
        kind=ResponseKind.JOINT if is_joint else ResponseKind.DECISION,
        place=each.place,
        diary_number=Found(number, each.place, 0.9) if number else None,
        paragraph=Found(paragraph["number"], each.place, 0.9) if paragraph else None,
        received_on=_received_on(read),
        decided_on=Found(each.days[0], each.place, 0.9),
        decision=None,
        confidence=0.85,
    )


# ---- whose ---------------------------------------------------------------------------------------


def committee_in(read: ReplyPaper) -> Found[Committee] | None:
    """Return the committee whose decision or draft a paper is; None where it does not say."""
    votes: Counter[int] = Counter()
    places: dict[int, Place] = {}
    named = {each.id: each for each in read.bodies.committees}
    for committee, weight, place in _votes(read):
        votes[committee.id] += weight
        places.setdefault(committee.id, place)
    if not votes:
        return None
    best, most = votes.most_common(1)[0]
    second = max((count for each, count in votes.items() if each != best), default=0)
    sure = _SURE if most >= 2 * second and most > 3 else _UNSURE  # noqa: PLR2004 - one weak sign
    return Found(named[best], places[best], sure)


def _votes(read: ReplyPaper) -> Iterator[tuple[Committee, int, Place]]:
    """Give the committees that something speaks for, with how much it weighs."""
    if read.decision_heading is not None:
        yield from _named(read, read.decision_heading, 6)
    for line in read.head:
        yield from _of_head(read, line)
    for line in read.repeated:
        if not re.search(r"\bjuster|\butdrag\b|\bkopia\b", line.text, re.IGNORECASE):
            yield from _named(read, line, 3)
    for line in read.decision:
        yield from _of_decision(read, line)
    for line in read.lines:
        if is_heading(line):
            yield from _genitives(read, line, 2)
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


def _genitives(read: ReplyPaper, line: Line, weight: int) -> Iterator[tuple[Committee, int, Place]]:
    for each in read.bodies.mentions(" ".join(line.text.split())):
        if each.is_genitive:
            yield each.committee, weight, line.place
