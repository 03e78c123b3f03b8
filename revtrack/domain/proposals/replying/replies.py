"""Committees' replies: whose, of which kind, with which §, diary number, days and decision.

A § counts only where a matter begins or a diary number stands beside it; a law's § and those of
other meetings are none. What lays a report to the records, refers a matter back or hands it to
somebody else is no reply.
"""

import re
from dataclasses import replace
from datetime import date

from revtrack.domain.codes import CommitteeKind, PaperKind, Position, ResponseKind
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.front.titles import to_its_end
from revtrack.domain.proposals.papers.minutes import (
    diary_number_of,
    is_number_alone,
    is_short,
    matter_of,
    names_delegation,
    names_extract,
    names_memo,
)
from revtrack.domain.proposals.proposal import Found, ProposedResponse
from revtrack.domain.proposals.replying.adoptions import BESIDE_MATTER, Adoption, adoptions_in
from revtrack.domain.proposals.replying.joint_replies import JOINT, Joined, joined_in
from revtrack.domain.proposals.replying.put_off import PUTS_OFF
from revtrack.domain.proposals.replying.repliers import committee_in
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, Paper

_SURE = 0.95

_NO_REPLY = re.compile(
    r"\blägg(?:er|as|a|s)?\b(?: [\w-]+){0,6} till handlingarna\b"
    r"|(?<!\bbeslutet )\banmäl(?:s|an)\b"
    r"|\bges i uppdrag\b|\bbegär(?:s)?\b.{0,40}\byttrande|\bavskriv"
    r"|\bnoterar informationen\b|\bremitter(?:as|ar)\b|\banstånd\b|\bförlängd svarstid\b",
    re.IGNORECASE,
)
_ASKS_FOR_TIME = re.compile(
    r"\b(?:önskar|begär|ber om|ansöker om|hemställer om|vill ha|behöver)\b[^.]{0,30}"
    r"\b(?:anstånd|uppskov|(?:förlängd|längre|mer|ytterligare) (?:svars)?tid)\b(?! på)",
    re.IGNORECASE,
)
_LAID_AWAY = re.compile(r"\blägger\b[^.]{0,60}\btill handlingarna\b", re.IGNORECASE)
_REPLIES = re.compile(
    r"\b(?:antas?|antar|anta|godkän\w*|överlämna\w*|lämna[rs]?|avge[rs]?|avlämna\w*|översänd\w*"
    r"|ställer sig bakom|skicka[rs]?|svara[r]?|besvara[rs]?|tillstyrk\w*|beslutar|yttrar"
    r"|meddela\w* (?:[\w-]+ ){0,3}?revis\w+|till \w*revis\w+ meddela"
    r"|fastställ\w*|redovisar|(?:remiss)?svar(?:et|en)?|yttrande[nt]?)\b",
    re.IGNORECASE,
)
_GIVES_REPLY = re.compile(
    r"\b(?:beslutade|beslöt|har beslutat)\b[^.]{0,60}\batt (?:svara|avge|lämna|yttra)",
    re.IGNORECASE,
)
"""How a reply says that it was decided to give it: "nämnden beslutade att svara"."""
_SUPPLEMENT = re.compile(
    r"\b(?:kompletterande (?:svar|yttrande|uppgifter)|komplettering (?:av|till) (?:[\w-]+s )?"
    r"(?:[\w-]+ )?(?:svar|yttrande)|komplettering (?:av|till) tidigare|kompletterat (?:svar"
    r"|yttrande))",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(r"\bsenast\b|\bdaterad\b|\bfrån den\b|\bföre\b", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\b(?:ink(?:om(?!st(?!d))\w*|\.)|ank(?:om\w*|\.)|e?mottag\w*|diarieförd"
    r"|registrerad)"
    r"(?!\w)[^.]{0,60}$",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(r"\b(?:senast|ska|skulle|bör)\b[^.]{0,40}$", re.IGNORECASE)
"""Words before the day by which a reply should arrive."""
_STAMP = re.compile(
    r"^(?:ink(?:om\w*|\.)|ank(?:om\w*|\.)|mottag\w*)(?:\s+(?:den|till \w+|datum))?\s*:?$",
    re.IGNORECASE,
)
"""A line of a stamp whose day stands on the next line."""
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
_KIND_ALONE = re.compile(
    r"^(?:[\w-]+ ){0,4}(?:yttrande|svar|remissvar|skrivelse)\W*$"
    r"|^(?:[\w&-]+ ){0,7}(?-i:YTTRANDE|SVAR|REMISSVAR|SKRIVELSE)\W*$",
    re.IGNORECASE,
)
"""What names a kind of paper, at most with whose it is, and no matter."""
_AUDITORS_SERIES = re.compile(r"k?rev|rvk", re.IGNORECASE)
_THEIR_NUMBER = re.compile(
    r"[(\s,;]*\b(?:ert?|revisorernas|revisionens)\s+(?:ref\w*|dnr|d\.nr|diarie\w*|beteckning"
    r"|ärende\w*|(?=[A-ZÅÄÖ]{0,6}\s?\d))",
    re.IGNORECASE,
)
"""What says that the auditors' number follows: "Er referens", "(ert R 17/2022)"."""
_LAST = 4
"""So many of the last lines may be a page's foot with nothing but the number."""
_DECISION_NUMBER = re.compile(
    r"^(?:delegations|ordförande)?beslut(?:s?nummer|s? nr)?\.?:? \d", re.IGNORECASE
)
"""How a line begins that numbers a decision among others: "Beslut nr 2018:77"."""
_IN_BRACKETS = re.compile(
    r"^\D.{20,}\((?:dnr:?\s)?(?P<number>(?:[A-ZÅÄÖ]{1,6}[ /:-]?)?\d{4}[:/-]\d{1,6})\)$"
)
"""A title that ends with a number: the matter's own beside a §, else rather the auditors'."""
_TO = re.compile(r"^till\b\s*:?\s*", re.IGNORECASE)


# ---- the replies ---------------------------------------------------------------------------------


def replies_in(paper: Paper, kind: PaperKind, bodies: PaperBodies) -> tuple[ProposedResponse, ...]:
    """Return the replies that a paper is; none where it decides something else."""
    read = ReplyPaper(paper, kind, bodies)
    adopted = tuple(adoptions_in(read))
    if adopted:
        return tuple(_of_adoption(each, read, is_joint=len(adopted) > 1) for each in adopted)
    joined = joined_in(read)
    if joined:
        return tuple(_of_joined(each, read) for each in joined)
    committee = committee_in(read)
    if committee is None or not _is_reply(read, committee.value):
        return ()
    return (_response(read, committee),)


def _is_reply(read: ReplyPaper, committee: Committee) -> bool:
    said = " ".join(line.text for line in read.decision)
    is_council = committee.kind in {CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM}
    is_other = _NO_REPLY.search(said) or PUTS_OFF.search(said)
    if is_other or (is_council and read.is_decided):
        return False
    if not said and _only_asks_for_time(read):
        return False
    if not said and _paragraph(read) and any(_LAID_AWAY.search(each.text) for each in read.head):
        return False
    return not said or _REPLIES.search(said) is not None or position_of(said) is not None


def _only_asks_for_time(read: ReplyPaper) -> bool:
    """Tell whether a paper asks for more time, and states no position on anything."""
    said = [each for line in read.lines for each in sentences(line.text)]
    takes = {position_of(each) for each in said} - {None, Position.UNCLEAR, Position.NOTED}
    return any(map(_ASKS_FOR_TIME.search, said)) and not takes


def _response(read: ReplyPaper, committee: Found[Committee]) -> ProposedResponse:
    kind = _kind(read)
    is_taken = kind not in {ResponseKind.DRAFT, ResponseKind.STATEMENT}
    is_taken = is_taken and (read.is_decided or kind is not ResponseKind.SUPPLEMENT)
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


def _kind(read: ReplyPaper) -> ResponseKind:  # noqa: PLR0911 - one answer for each kind
    titles = [line.text for line in read.head if is_short(line)]
    is_proposed = read.is_decided and read.has_proposal
    if is_proposed or (
        read.decision and all(_PROPOSED.search(line.text) for line in read.decision)
    ):
        return ResponseKind.DRAFT
    if any(map(_SUPPLEMENT.search, titles)) and not read.has_proposal:
        return ResponseKind.SUPPLEMENT
    if read.is_delegated and _paragraph(read) is None and not read.has_proposal:
        return ResponseKind.DELEGATED_DECISION
    if read.is_decided:
        said = [line.text for line in (*read.head, *read.decision, *read.repeated)]
        if any(map(names_delegation, said)) and _paragraph(read) is None:
            return ResponseKind.DELEGATED_DECISION
        return ResponseKind.JOINT if any(map(JOINT.search, titles)) else ResponseKind.DECISION
    named = any(_NAMES_DRAFT.search(line.text) for line in read.lines)
    is_memo = any(is_short(line) and names_memo(line.text) for line in (*read.head, *read.repeated))
    if _tells_own_decision(read):
        return ResponseKind.DECISION
    return ResponseKind.DRAFT if read.has_proposal or named or is_memo else ResponseKind.STATEMENT


def _tells_own_decision(read: ReplyPaper) -> bool:
    """Tell whether a reply with a § in its head says that it was decided to give it."""
    told = any(_GIVES_REPLY.search(line.text) for line in read.head)
    return told and not read.has_proposal and _paragraph(read) is not None


def _paragraph(read: ReplyPaper) -> Found[str] | None:
    for line in (*read.head, *read.repeated):
        matter = matter_of(line)
        if matter is not None:
            return Found(matter.number, matter.place, _SURE)
    for line in read.head if read.is_decided else ():
        beside = BESIDE_MATTER.search(line.text) if is_short(line) else None
        if beside is not None and names_extract(line.text):
            return Found(beside["number"], line.place, 0.85)
    return None


def _diary_number(read: ReplyPaper) -> Found[str] | None:
    """Return the number beside the §, else in the head; never one in the running text."""
    lines = _without_stamp([line for line in read.head if is_short(line)])
    lines = [each for line in lines if (each := _own_part(line)).text]
    at = next((n for n, line in enumerate(lines) if matter_of(line)), None)
    beside = lines[at : at + 4] + lines[max(at - 3, 0) : at] if at is not None else lines
    if at is not None and (bare := _IN_BRACKETS.search(lines[at].text)):
        return Found(bare["number"], lines[at].place, _SURE)
    own = [line for line in lines if not _DECISION_NUMBER.match(line.text)]
    if any(diary_number_of(line.text) for line in (*own, *read.repeated)):
        lines, beside = own, [line for line in beside if line in own]
    titled = [line for line in lines if at is None and _IN_BRACKETS.search(line.text)]
    lines = [line for line in lines if line not in titled]
    beside = [line for line in beside if line not in titled]
    alone = [line for line in read.lines if is_number_alone(line)]
    alone += [
        line for line in read.lines[-_LAST:] if diary_number_of(line.text) == line.text.strip()
    ]
    ways = ((_SURE, beside), (0.85, lines), (0.8, read.repeated), (0.7, titled), (0.6, alone))
    for sure, chosen in ways:
        for line in chosen:
            number = diary_number_of(line.text)
            is_own = number is not None and _AUDITORS_SERIES.match(number) is None
            if number is not None and is_own and "handlingar" not in line.text:
                return Found(number, line.place, sure)
    return None


def _own_part(line: Line) -> Line:
    """Return a line of a head up to where it gives the auditors' number."""
    theirs = _THEIR_NUMBER.search(line.text)
    return replace(line, text=line.text[: theirs.start()]) if theirs else line


def _without_stamp(lines: list[Line]) -> list[Line]:
    """Return the lines of a head without the number of a stamp of arrival, which is the auditors'.

    It stands on the stamp's line or the next, and counts only where there is another number.
    """
    stamped = {
        at + more
        for at, line in enumerate(lines)
        if any(_RECEIVED.search(line.text[: each.start]) for each in days_in(line.text))
        for more in (0, 1)
    }
    own = [line for at, line in enumerate(lines) if at not in stamped]
    return own if any(diary_number_of(line.text) for line in own) else lines


def _decided_on(read: ReplyPaper) -> Found[date] | None:
    """Return the day of the meeting, or of one person's decision; None where none is stated."""
    extracts = [line for line in (*read.head, *read.repeated) if names_extract(line.text)]
    heads = [line for line in (*read.head, *read.repeated) if is_short(line)]
    feet = [line for line in read.lines[-_LAST:] if read.is_decided and _is_foot(read, line)]
    for sure, lines in ((_SURE, extracts), (0.9, heads), (0.8, feet)):
        for line in lines:
            for each in days_in(line.text):
                if not _OTHER_DAY.search(line.text) and not _RECEIVED.search(
                    line.text[: each.start]
                ):
                    return Found(each.day, line.place, sure)
    return None


def _is_foot(read: ReplyPaper, line: Line) -> bool:
    """Tell whether a line is a committee's name with a day, and at most the pages' numbers."""
    said = read.bodies.mentions(line.text)
    if len(said) != 1 or said[0].start > 0:
        return False
    rest = line.text[said[0].end :]
    return re.fullmatch(r"(?:(?:den|sida|sid)\b|[\W\d])*", rest, re.IGNORECASE) is not None


def _received_on(read: ReplyPaper) -> Found[date] | None:
    is_stamped = False
    for line in (*read.head, *read.repeated):
        for each in days_in(line.text):
            before = line.text[: each.start]
            if is_stamped or (_RECEIVED.search(before) and not _ASKED_BY.search(before)):
                return Found(each.day, line.place, 0.85)
        is_stamped = _STAMP.match(line.text.strip()) is not None
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
    for number, line in enumerate(read.head):
        matter = matter_of(line)
        text = matter.rest if matter else " ".join(to_its_end(read.head, number).split())
        is_title = is_short(line) and _ABOUT.search(text) and not _KIND_ALONE.search(text)
        own = diary_number_of(text)
        is_bare = own is None or text.replace(own, "").strip().casefold() not in {"", "dnr"}
        if is_title and is_bare and not _TO.match(text) and not names_extract(text):
            return Found(text, line.place, 0.9)
    return None


# ---- several committees in one paper -------------------------------------------------------------


def _of_adoption(each: Adoption, read: ReplyPaper, *, is_joint: bool) -> ProposedResponse:
    number = diary_number_of(each.text)
    own = _diary_number(read) if number is None and not is_joint else None
    paragraph = BESIDE_MATTER.search(each.text)
    return ProposedResponse(
        committee=display_name(each.committee),
        kind=ResponseKind.JOINT if is_joint else ResponseKind.DECISION,
        place=each.place,
        diary_number=Found(number, each.place, 0.9) if number else own,
        paragraph=Found(paragraph["number"], each.place, 0.9) if paragraph else None,
        received_on=_received_on(read),
        decided_on=Found(each.days[0], each.place, 0.9),
        decision=None,
        confidence=0.85,
    )


def _of_joined(each: Joined, read: ReplyPaper) -> ProposedResponse:
    committee, place, number = each
    return ProposedResponse(
        committee=display_name(committee),
        kind=ResponseKind.DRAFT if read.has_proposal else ResponseKind.JOINT,
        place=place,
        diary_number=Found(number, place, 0.85) if number else None,
        received_on=_received_on(read),
        confidence=0.85,
    )
