"""Committees' replies: whose, of which kind, with which §, diary number, days and decision.

A § counts only where a matter begins or a diary number stands beside it; a law's § and those of
other meetings are none. What lays a report to the records, refers a matter back or hands it to
somebody else is no reply.
"""

import re

from revtrack.domain.codes import CommitteeKind, PaperKind, ResponseKind
from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.front.titles import to_its_end
from revtrack.domain.proposals.papers.minutes import (
    diary_number_of,
    is_short,
    matter_of,
    names_delegation,
    names_extract,
    names_memo,
)
from revtrack.domain.proposals.papers.reply_form import Field
from revtrack.domain.proposals.proposal import Found, ProposedResponse
from revtrack.domain.proposals.replying.adoptions import BESIDE_MATTER, Adoption, adoptions_in
from revtrack.domain.proposals.replying.joint_replies import JOINT, Joined, joined_in
from revtrack.domain.proposals.replying.put_off import postponed_in
from revtrack.domain.proposals.replying.repliers import committee_in
from revtrack.domain.proposals.replying.reply_heads import (
    decided_on,
    number_of,
    paragraph_of,
    received_on,
)
from revtrack.domain.proposals.replying.reply_paper import AS_PROPOSED, ReplyPaper
from revtrack.domain.proposals.said.positions import NO_POSITION, position_of
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, Paper

_IN_PART = 0.6
"""How sure a reply is of which the decision puts off a part."""

_NO_REPLY = re.compile(
    r"\blägg(?:er|as|a|s)?\b(?: [\w-]+){0,6} till handlingarna\b"
    r"|(?<!\bbeslutet )\banmäl(?:s|an)\b"
    r"|\bges i uppdrag\b|\bbegär(?:s)?\b.{0,40}\byttrande|\bavskriv"
    r"|\bnoterar informationen\b|\bremitter(?:as|ar)\b|\banstånd\b|\bförlängd svarstid\b",
    re.IGNORECASE,
)
_GIVES_REPLY = re.compile(
    r"\b(?:avge[rs]?|lämna[rs]?|översänd(?:er|a)|överlämnar?|antar?|antas|godkänn(?:er|s|a)"
    r"|fastställ(?:er|s|a)|tillstyrker|besvara[rs]?|svara[r]?|yttrar sig|ställer sig bakom)\b"
    r"(?=[^.]{0,80}\b(?:svar(?:et)?|yttrande(?:t)?|skrivelsen?|revis\w+|granskning\w*)\b)"
    r"(?!.*\b(?:senast|senare|vid (?:nästa|kommande))\b)",
    re.IGNORECASE,
)
"""A point of a decision that is itself a reply, whatever its other points decide."""
_POINTS = re.compile(r";\s|\satt\s")
_ORDERS = re.compile(r"\bi uppdrag\b|\buppdra(?:r|s)?\b|\bfullmakt\b|\bdelegera\w*", re.IGNORECASE)
_ASKS_FOR_TIME = re.compile(
    r"\b(?:önskar|begär|ber om|ansöker om|hemställer om|vill ha|behöver)\b[^.]{0,30}"
    r"\b(?:anstånd|uppskov|(?:förlängd|längre|mer|ytterligare) (?:svars)?tid)\b(?! på)",
    re.IGNORECASE,
)
_COMES_LATER = re.compile(
    r"\b(?:svar(?:et)?|yttrande(?:t)?) (?:kommer|ska|skickas|lämnas|avges|översänds)\b[^.]{0,60}"
    r"\b(?:därefter|senare|efter|särskild|separat)\b"
    r"|\båterkomm(?:er|a) (?:\w+ )?med (?:[\w-]+ ){0,2}?(?:svar|yttrande)\b",
    re.IGNORECASE,
)
"""How a paper says that the reply itself comes later."""
_REPLIES = re.compile(
    r"\b(?:antas?|antar|anta|godkän\w*|överlämna\w*|lämna[rs]?|avge[rs]?|avlämna\w*|översänd\w*"
    r"|ställ(?:er|a) sig bakom|skicka[rs]?|svara[r]?|besvara[rs]?|tillstyrk\w*|beslutar|yttrar?"
    r"|åberopa[rs]?|hänvisa[rs]? till|delge[rs]?|tillställ(?:er|a|s|as)"
    r"|ansluter? sig|instämm(?:er|a)|bifall(?:er|a)"
    r"|till (?:sitt|sin|nämndens|styrelsens) (?:egen|eget|egna)"
    r"|meddela\w* (?:[\w-]+ ){0,3}?revis\w+|till \w*revis\w+ meddela"
    r"|fastställ\w*|redovisar|återkopplar|(?:remiss)?svar(?:et|en)?|yttrande[nt]?)\b",
    re.IGNORECASE,
)
_COUNCIL_REPLIES = re.compile(
    r"\b\w*fullmäktige (?:beslutar att )?(?:avger?|lämnar?|svarar?)\b"
    r"(?: (?:för egen del|följande|nedanstående|bifogat))* (?:svar|yttrande|\w*revis\w+ följande)"
    r"|\bsom svar till \w*revis\w+ (?:anföra|lämna|avge|framföra)\b",
    re.IGNORECASE,
)
"""How a council gives a reply of its own, and does not only take note of another's."""
_SUPPLEMENT = re.compile(
    r"\b(?:kompletterande (?:svar|yttrande|uppgifter)|komplettering (?:av|till) (?:[\w-]+s )?"
    r"(?:[\w-]+ )?(?:svar|yttrande)|komplettering (?:av|till) tidigare|kompletterat (?:svar"
    r"|yttrande))",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\bföreslår\b[^.]{0,80}\b(?:besluta|att|anta|godkänna|avge|lämna)\b", re.IGNORECASE
)
"""What a working committee puts to its committee, which has not decided yet."""
_OF_REPLY = re.compile(r"\b(?:svar(?:et|a)?|yttrande(?:t)?|yttra)\b", re.IGNORECASE)
_NAMES_DRAFT = re.compile(
    r"\bförslag till (?:svar|yttrande)"
    r"|(?:förvaltningen|kontoret|kansliet|enheten|staben|direktören|chefen|arkitekten) föreslår"
    r" (?:därför |att )*(?:[\w-]*(?:nämnden|styrelsen|direktionen)) (?:att )?"
    r"(?:svarar?|lämnar?|avger?|yttrar?|överlämnar?|översänder?|antar?|besvarar?"
    r"|ställer? sig bakom)\b",
    re.IGNORECASE,
)
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
_TO = re.compile(r"^till\b\s*:?\s*", re.IGNORECASE)


# ---- the replies ---------------------------------------------------------------------------------


def replies_in(paper: Paper, kind: PaperKind, bodies: PaperBodies) -> tuple[ProposedResponse, ...]:
    """Return the replies that a paper is; none where it decides something else."""
    read = ReplyPaper(paper, kind, bodies)
    adopted = _of_decider(tuple(adoptions_in(read)), read)
    if adopted:
        return tuple(_of_adoption(each, read, is_joint=len(adopted) > 1) for each in adopted)
    joined = joined_in(read)
    if joined:
        return tuple(_of_joined(each, read) for each in joined)
    committee = committee_in(read)
    if committee is None or not _is_reply(read, committee.value):
        return ()
    return (_response(read, committee),)


def _of_decider(adopted: tuple[Adoption, ...], read: ReplyPaper) -> tuple[Adoption, ...]:
    """Return what tells of an adoption; of several only the one of whose decision a paper is."""
    heading = read.decision_heading if read.is_decided else None
    named = read.bodies.named_in(heading.text) if heading else ()
    own = tuple(each for each in adopted if each.committee in named)
    return own if len(own) == 1 else adopted


def _is_reply(read: ReplyPaper, committee: Committee) -> bool:
    said = " ".join(line.text for line in read.decision)
    is_council = committee.kind in {CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM}
    postponed = postponed_in(read.decision)
    is_other = _NO_REPLY.search(said) is not None and not any(map(_gives_reply, read.decision))
    is_other = is_other or (postponed is not None and postponed.is_whole)
    if is_other or (is_council and read.is_decided and not _COUNCIL_REPLIES.search(said)):
        return False
    if not said and _only_puts_off(read):
        return False
    if AS_PROPOSED.match(said) and any(map(_proposes_reply, read.lines)):
        return True
    return not said or _REPLIES.search(said) is not None or position_of(said) is not None


def _gives_reply(point: Line) -> bool:
    """Tell whether a point of a decision gives a reply, and does not only have it written."""
    told = (_ORDERS.split(each, maxsplit=1)[0] for each in sentences(point.text))
    parts = (each for one in told for each in _POINTS.split(one))
    return any(_GIVES_REPLY.search(each) and not _NO_REPLY.search(each) for each in parts)


def _proposes_reply(line: Line) -> bool:
    """Tell whether a line tells that somebody proposed what the reply should be."""
    return _PROPOSED.search(line.text) is not None and _OF_REPLY.search(line.text) is not None


def _only_puts_off(read: ReplyPaper) -> bool:
    """Tell whether a paper puts its reply off, and states no position on anything."""
    said = [each for line in read.lines for each in sentences(line.text)]
    takes = {position_of(each) for each in said} - NO_POSITION
    is_put_off = any(_ASKS_FOR_TIME.search(each) or _COMES_LATER.search(each) for each in said)
    return is_put_off and not takes


def _response(read: ReplyPaper, committee: Found[Committee]) -> ProposedResponse:
    kind = _kind(read)
    is_taken = kind not in {ResponseKind.DRAFT, ResponseKind.STATEMENT}
    is_taken = is_taken and (read.is_decided or kind is not ResponseKind.SUPPLEMENT)
    postponed = postponed_in(read.decision)
    return ProposedResponse(
        committee=display_name(committee.value),
        kind=kind,
        place=committee.place,
        diary_number=number_of(read),
        paragraph=paragraph_of(read) if is_taken else None,
        received_on=received_on(read),
        decided_on=decided_on(read) if is_taken else None,
        decision=_decision(read) if is_taken else None,
        left_open=postponed.numbers if postponed else (),
        confidence=min(committee.confidence, _IN_PART) if postponed else committee.confidence,
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
    if read.is_delegated and paragraph_of(read) is None and not read.has_proposal:
        return ResponseKind.DELEGATED_DECISION
    if read.is_decided:
        said = [line.text for line in (*read.head, *read.decision, *read.repeated)]
        if any(map(names_delegation, said)) and paragraph_of(read) is None:
            return ResponseKind.DELEGATED_DECISION
        return ResponseKind.JOINT if any(map(JOINT.search, titles)) else ResponseKind.DECISION
    named = any(_NAMES_DRAFT.search(line.text) for line in read.lines)
    is_memo = any(is_short(line) and names_memo(line.text) for line in (*read.head, *read.repeated))
    if Field.DECIDED in read.form:
        return ResponseKind.DECISION
    return ResponseKind.DRAFT if read.has_proposal or named or is_memo else ResponseKind.STATEMENT


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
    if Field.TITLE in read.form:
        return read.form[Field.TITLE]
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
    own = number_of(read) if number is None and not is_joint else None
    paragraph = BESIDE_MATTER.search(each.text)
    return ProposedResponse(
        committee=display_name(each.committee),
        kind=ResponseKind.JOINT if is_joint else ResponseKind.DECISION,
        place=each.place,
        diary_number=Found(number, each.place, 0.9) if number else own,
        paragraph=Found(paragraph["number"], each.place, 0.9) if paragraph else None,
        received_on=received_on(read),
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
        received_on=received_on(read),
        confidence=0.85,
    )
