"""What a paper is: a report, a letter, a reply, a decision … or none of an audit at all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from revtrack.domain.codes import PaperKind
from revtrack.domain.errors import N_
from revtrack.domain.proposals.papers.built import has_signs_of_report
from revtrack.domain.proposals.papers.evidence import FIRST, shown_by
from revtrack.domain.proposals.papers.front_lines import names_report
from revtrack.domain.proposals.papers.head_matters import HEAD, head_matter_of
from revtrack.domain.proposals.papers.kind_titles import (
    AUDITORS_DECIDE,
    BODY_ALONE,
    NOT_OF_AUDIT,
    OF_MEETING,
    OF_YEAR,
    REPLY_TITLE,
    REVIEW_TITLE,
)
from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_proposal_heading,
    is_short,
    matter_of,
    names_delegation,
    names_extract,
    names_memo,
)
from revtrack.domain.proposals.papers.of_audit import (
    AUDITORS,
    FROM_AUDITORS_ALONE,
    OF_AUDIT,
    REPLIES_TO_AUDITORS,
    SENDER,
    ends,
    is_of_audit,
    names_audit,
)
from revtrack.domain.proposals.papers.other_matters import other_matter
from revtrack.domain.proposals.papers.other_papers import other_sentence
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.papers.weights import weighed
from revtrack.domain.proposals.proposal import Doubt
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Line, LineKind, Paper
from revtrack.domain.texts.prose import name_key

NOT_AUDIT = "not_audit"

# ---- what is no paper of an audit ----------------------------------------------------------------

_NO_TEXT = N_("There is no text in the file.")
NOTHING = N_(
    "Nothing in the file tells of auditors who have examined something, so it is taken for no paper"
    " of an audit."
)
_ACCOUNTS = N_(
    "This is an account of a year with the auditors' statement on it (revisionsberättelse). It is"
    " not taken for a paper of an audit; the statement is, in a file of its own."
)
_STATEMENT = re.compile(
    r"^(?:bilaga\W+)?(?:revisorernas )?(?:revisionsberättelse|redogörelse för revision)\w*\b",
    re.IGNORECASE,
)
_BODY_DECIDES = re.compile(
    r"^(?:[\w,-]+\s){0,4}[\w-]*(?:nämnden|styrelsen|direktionen|fullmäktige|utskottet"
    r"|ordförande) (?:beslutar|beslutade)\s",
    re.IGNORECASE,
)
"""How a line begins that says what is decided, without a heading above it."""
_NOTICE = re.compile(
    r"^(?:besluts(?:meddelande|expediering|notis)|(?:meddelande|underrättelse) om beslut"
    r"|(?:delgivning|expediering) av beslut)\b",
    re.IGNORECASE,
)
"""How a paper calls itself that tells those concerned what was decided."""
_GIVEN = re.compile(r"\bbeslut\w*\b[^.]{0,60}§\s?\d|§\s?\d[^.]{0,60}\bbeslut", re.IGNORECASE)
_OF_MEMO = re.compile(r"\bbilag\w+\b.{0,20}\btill\b|\benligt\b|\bdaterad\b", re.IGNORECASE)
"""What a line says that names a memorandum as another paper."""
_SURE = ((6, 0.95), (3, 0.85), (0, 0.7))
"""How sure a kind is by how far ahead of the next it is."""
_BY_SIGNS = 0.7
"""How sure a paper's kind is at most that names no audit, and only looks like one."""
_SIGNS_OF_AUDIT = frozenset(
    (
        *("to_body", "asks", "named_letter", "for_auditors", "copies", "expert", "firm"),
        *("below_sender", "to_you", "asked_time", "titled_reply", "titled_reply_after"),
        *("asks_somehow", "chapters_some", "named_report", "contents", "advice_table", "found"),
        "questions_answered",
    )
)


@dataclass(frozen=True)
class Kind:
    """What a paper is, and how sure that is."""

    kind: PaperKind
    confidence: float = 0.9
    why: Doubt | None = None
    """Why it is no paper of an audit."""


def kind_of(paper: Paper, *, is_among_others: bool = False) -> Kind:
    """Return what a paper is; a bundle is known only when it is parted.

    Minutes that stand among papers of an audit need not name the auditors themselves.
    """
    lines = lines_of(paper)
    if not any(line.text.strip() for line in lines):
        return _not_audit(_NO_TEXT)
    text = ends("\n".join(line.text for line in lines))
    other = other_matter(lines) or (None if _is_office(lines) else other_sentence(text))
    of_year = is_among_others and any(map(_is_matter_of_year, lines[:SENDER]))
    if other is None and (of_year or _is_on_other_matter(lines[:SENDER])):
        other = _ACCOUNTS if _holds_statement(lines) else NOTHING
    if other is not None:
        return _not_audit(other)
    if not is_of_audit(lines, paper):
        is_near = OF_AUDIT.search(text) or REPLIES_TO_AUDITORS.search(text)
        is_theirs = is_among_others and is_near and of_office(lines, paper)
        return _kind_of_audit(lines, paper) if is_theirs else _not_audit(NOTHING)
    kind = _kind_of_audit(lines, paper)
    is_sure = kind.confidence < _BY_SIGNS or names_audit(lines, paper)
    return kind if is_sure else replace(kind, confidence=_BY_SIGNS)


def _is_on_other_matter(first: Sequence[Line]) -> bool:
    """Tell whether a paper is by its title a plan or a remiss, and its head names no audit."""
    is_titled = any(NOT_OF_AUDIT.match(each.text.strip()) for each in first)
    heads = [each.text for each in first if is_short(each)]
    return is_titled and not any(AUDITORS.search(each) or OF_AUDIT.search(each) for each in heads)


def _holds_statement(lines: Sequence[Line]) -> bool:
    """Tell whether what auditors state on a year stands in a paper, below a title of its own."""
    return any(is_short(each) and _STATEMENT.match(each.text.strip()) for each in lines)


def _is_matter_of_year(line: Line) -> bool:
    """Tell whether a line is a § on the accounts of a year, which auditors report on too."""
    matter = matter_of(line)
    return matter is not None and OF_YEAR.match(matter.rest) is not None


def is_own_meeting(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is of a meeting of the auditors themselves."""
    first = [line.text.strip() for line in lines[:10] if is_short(line) and not _is_item(line)]
    is_theirs = any(FROM_AUDITORS_ALONE.match(name_key(text.rstrip(":,"))) for text in first[:6])
    is_meeting = any(OF_MEETING.search(text) for text in first)
    is_of_body = any(BODY_ALONE.match(text) for text in first)
    decides = any(AUDITORS_DECIDE.search(line.text) for line in lines)
    return is_meeting and not is_of_body and (is_theirs or decides)


def _is_item(line: Line) -> bool:
    """Tell whether a line is one of a list, with a number or a bullet."""
    number, _, is_bullet = split_number(line.text.strip())
    return line.kind is LineKind.ITEM or number is not None or is_bullet


def _is_office(lines: Sequence[Line]) -> bool:
    """Tell whether a paper can only be minutes, a memorandum, a letter or a report of an audit."""
    first = lines[:FIRST]
    is_decided = any(map(is_decision_heading, first)) or any(map(is_proposal_heading, first))
    return is_decided or any(names_report(line.text) for line in first)


def _not_audit(sentence: str) -> Kind:
    return Kind(PaperKind.NOT_AUDIT, 0.9, Doubt(NOT_AUDIT, sentence))


# ---- papers of an audit --------------------------------------------------------------------------

_JUDGES = AnyCase(
    r"\b(?:rekommend(?:er|ation)|vi (?:bedömer|anser|har granskat)|revisionsfråg"
    r"|har granska[dt]|förstudie"
    r"|har (?:\w+ ){0,4}granskat)",
)


def _kind_of_audit(lines: Sequence[Line], paper: Paper) -> Kind:
    """Return what a paper of an audit is: that for which its signs weigh most."""
    if is_own_meeting(lines):
        return Kind(PaperKind.OTHER, 0.8)
    shown = shown_by(lines, paper)
    office = of_office(lines, paper)
    if office is not None:
        shown.add(office)
    kind, ahead = weighed(shown)
    is_plain = kind in {PaperKind.COVER_LETTER, PaperKind.REPORT} and not _says_audit(lines)
    is_plain = is_plain and not _is_titled_by_auditors(lines) and not has_signs_of_report(lines)
    if is_plain and not shown & _SIGNS_OF_AUDIT:
        return _not_audit(NOTHING)
    return Kind(kind, next(sure for least, sure in _SURE if ahead >= least))


def _is_titled_by_auditors(lines: Sequence[Line]) -> bool:
    """Tell whether a paper has the auditors' letterhead and is called a review."""
    heads = [line.text.strip() for line in lines[:8] if is_short(line)]
    is_theirs = any(FROM_AUDITORS_ALONE.match(name_key(each)) for each in heads[:SENDER])
    return is_theirs and any(map(REVIEW_TITLE.match, heads))


def of_office(lines: Sequence[Line], paper: Paper) -> str | None:
    """Return by which sign a paper is a committee's or an official's; None for the auditors'."""
    first = next((n for n, line in enumerate(lines) if is_decision_heading(line)), None)
    proposed = next((n for n, line in enumerate(lines) if is_proposal_heading(line)), None)
    has_matter = any(matter_of(line) for line in lines[:FIRST])
    has_matter = has_matter or _has_head_matter(lines)
    heads = (*(line.text for line in lines[:FIRST]), *paper.headers)
    is_extract = any(map(names_extract, heads))
    is_delegated = any(names_delegation(line.text) for line in lines[:FIRST])
    is_proposed = proposed is not None and (first is None or proposed < first)
    if is_proposed and not has_matter:
        return "proposed"
    is_memo = any(names_memo(each) and not _OF_MEMO.search(each) for each in heads)
    if is_memo and not has_matter and first is None:
        return "memo"
    is_headed = first is not None and first < 2 * FIRST
    is_told = (has_matter or is_delegated) and any(
        _BODY_DECIDES.match(line.text) for line in lines[:HEAD]
    )
    if is_told or (is_headed and (has_matter or is_extract or is_delegated)):
        return "decided"
    if any(map(_NOTICE.match, heads)) and any(map(_GIVEN.search, heads)):
        return "notice"
    if has_matter and (is_extract or is_proposed or _decides(lines)):
        return "matter"
    return "adopted" if _says_adopted(lines) else None


def _has_head_matter(lines: Sequence[Line]) -> bool:
    """Tell whether a head gives a body's §, above what is decided."""
    heads = takewhile(lambda line: not is_decision_heading(line), lines[:HEAD])
    return any(map(head_matter_of, heads))


def _decides(lines: Iterable[Line]) -> bool:
    return any(
        re.search(r"\bbeslutar\b|\bbeslutade\b[^.]{0,60}\batt\b", line.text) for line in lines
    )


def _says_adopted(lines: Sequence[Line]) -> bool:
    """Tell whether a paper says of itself that a body has adopted it, with its §."""
    return any(
        re.search(r"\b(?:[Aa]ntag\w+|antog|[Bb]eslutade|[Bb]eslutat)\b[^.]{0,80}§\s?\d", line.text)
        for line in lines[:12]
    ) and any(REPLY_TITLE.search(line.text.strip()) for line in lines[:12])


def _says_audit(lines: Iterable[Line]) -> bool:
    return any(_JUDGES.search(line.text) for line in lines)
