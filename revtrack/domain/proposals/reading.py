"""The way in: what a file proposes, as one paper or as several; nothing is saved or guessed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from revtrack.domain.codes import REPLIES, REPORTS, PaperKind, Position, ResponseKind
from revtrack.domain.proposals.answering.answers import states_position
from revtrack.domain.proposals.answering.tied import (
    Read,
    answered,
    answered_together,
    answers_something,
    extended,
)
from revtrack.domain.proposals.as_put import Put, as_put
from revtrack.domain.proposals.audits_in_file import audits_among, told_of
from revtrack.domain.proposals.committees.bodies import bodies_of
from revtrack.domain.proposals.compiled import (
    is_compilation,
    is_of_minutes,
    is_of_several,
    with_replies,
)
from revtrack.domain.proposals.compiled_judgements import judgements_left
from revtrack.domain.proposals.compiled_shapes import (
    gives_several_replies,
    headed_by_names,
    is_in_parts,
)
from revtrack.domain.proposals.contradictions import doubted
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.merging import merged
from revtrack.domain.proposals.of_itself import about, headed
from revtrack.domain.proposals.one_paper import read_compiled, read_letter, read_list, read_report
from revtrack.domain.proposals.one_reply import read_reply
from revtrack.domain.proposals.papers.kinds import Kind, kind_of
from revtrack.domain.proposals.papers.mails import Mail, mail_in, sent_on
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.parting import (
    Section,
    sections_of,
    with_head_of_minutes,
    with_heads_of_minutes,
)
from revtrack.domain.proposals.plain_replies import UNSURE, kind_of_alone, names_review
from revtrack.domain.proposals.proposal import Found, PaperPart, Proposal, ProposedResponse
from revtrack.domain.proposals.tasks import DoEach, OnDone, in_turn, told_again
from revtrack.domain.proposals.text.long_lines import with_bounded_lines
from revtrack.domain.proposals.text.outline import outline_of
from revtrack.domain.proposals.text.parted_tables import with_parted_tables
from revtrack.domain.proposals.text.ticked import unclear_choices, with_ticked
from revtrack.domain.proposals.text.torn_quotes import without_torn_quotes
from revtrack.domain.proposals.unticked import with_unticked
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, Paper

_WITHOUT_EXTENSIONS = frozenset(
    (PaperKind.REPORT, PaperKind.FOLLOW_UP_REPORT, PaperKind.ANNUAL_REPORT, PaperKind.NOT_AUDIT)
)
_LONGEST_OF_TITLE = 160
"""In signs, of a line of a title page."""
_OF_ASKED = 0.5
"""How sure it is that a mail which names no committee is of the only one that was asked."""
_NO_PAPER = {PaperKind.NOT_AUDIT}
_MAY_BE_COMPILED = frozenset((PaperKind.LIST, PaperKind.RESPONSE))
_NO_COMPILATION = frozenset((PaperKind.OTHER, PaperKind.ANNUAL_REPORT, PaperKind.BUNDLE))


def propose(
    paper: Paper,
    committees: Sequence[Committee] = (),
    put: Sequence[Put] = (),
    do_each: DoEach = in_turn,
    on_paper: OnDone | None = None,
    only: int | None = None,
) -> Proposal:
    """Return what a file proposes, as one paper or as several merged.

    ``committees`` are those of the register, by whose names the paper's are known; ``put`` is what
    it has put to them, which replies answer. Of a file of several papers ``do_each`` does what is
    done with each, and ``on_paper`` is called as they are read; it may be told the same again. Of
    a file of several audits ``only`` is the number, from 1, of the one whose papers are meant;
    without it they are proposed as one, with their ``audits``.
    """
    paper = with_parted_tables(without_torn_quotes(with_bounded_lines(paper)))
    made = with_unticked(
        _read(with_ticked(paper), committees, put, do_each, on_paper, only), unclear_choices(paper)
    )
    sent = sent_on(paper)
    return replace(made, responses=tuple(_settled(each, sent) for each in made.responses))


def _settled(response: ProposedResponse, sent: Found[date] | None) -> ProposedResponse:
    """Return a reply with the day it was sent, and no position where it leaves that open."""
    answers = tuple(
        replace(each, position=None) if each.position is Position.UNCLEAR else each
        for each in response.answers
    )
    return replace(response, sent_on=sent, answers=answers)


def town_of(paper: Paper) -> Found[str] | None:
    """Return the municipality that a file is of, as far as its beginning tells; found at once."""
    return Head(paper, outline_of(paper)).town


def _read(
    paper: Paper,
    committees: Sequence[Committee],
    put: Sequence[Put],
    do_each: DoEach,
    on_paper: OnDone | None,
    only: int | None,
) -> Proposal:
    """Return what a file proposes whose boxes have been read."""
    mail = mail_in(paper)
    if mail is not None and (made := _of_mail(mail, committees)) is not None:
        return _told(made, [(mail.own, made)], put)
    sections = sections_of(paper)
    if len(sections) == 1:
        made = _of_section(sections[0], kind_of_alone(sections[0].paper), committees)
        return _told(made, [(paper, made)], put)
    kinds = do_each(
        [partial(kind_of, each.paper, is_among_others=True) for each in sections],
        told_again(on_paper, 0, len(sections)),
    )
    others = {each.kind for each in kinds[1:]}
    compiled = _of_compilation(paper, kinds[0].kind, committees) if others == _NO_PAPER else None
    if compiled is not None:
        return doubted(compiled, [(paper, compiled)])
    known = bodies_of(paper, committees, Head(paper, outline_of(paper)).others).committees
    matters = [
        section
        for section, kind in zip(sections, kinds, strict=True)
        if kind.kind is not PaperKind.NOT_AUDIT
    ]
    if len(matters) == 1 and kinds[sections.index(matters[0])].kind is PaperKind.COUNCIL_DECISION:
        own = with_head_of_minutes(matters[0], sections[0])
        made = _of_section(own, Kind(PaperKind.COUNCIL_DECISION), committees)
        return _told(made, [(own.paper, made)], put)
    whole = _of_title_page(paper, sections, kinds)
    if whole is not None:
        made = _of_section(whole, kind_of(paper), committees)
        return _told(made, [(paper, made)], put)
    of_audits = [
        (section, kind)
        for section, kind in zip(with_heads_of_minutes(sections), kinds, strict=True)
        if kind.kind is not PaperKind.NOT_AUDIT
    ]
    proposals = do_each(
        [partial(_of_section, *each, committees, known) for each in of_audits], on_paper
    )
    read = [(section, made) for (section, _), made in zip(of_audits, proposals, strict=True)]
    audits = audits_among(proposals)
    if only is not None and only <= len(audits):
        read, audits = [read[at] for at in audits[only - 1]], ()
        proposals = [made for _, made in read]
    parts = tuple(_part(section, proposal) for section, proposal in read)
    papers = [(section.paper, proposal) for section, proposal in read]
    do_each = partial(do_each, on_done=told_again(on_paper, len(papers), len(papers)))
    made = replace(merged(proposals), audits=told_of(proposals, audits))
    made = as_put(made, papers, put, do_each) if put else answered_together(made, papers, do_each)
    if _is_of_one_meeting(proposals):
        made = replace(made, kind=PaperKind.COUNCIL_DECISION)
    return replace(doubted(made, papers), parts=parts)


def _told(made: Proposal, read: Sequence[Read], put: Sequence[Put]) -> Proposal:
    return doubted(as_put(made, read, put), read)


def _is_of_one_meeting(read: Sequence[Proposal]) -> bool:
    """Tell whether all papers of a file are §§ of one body's minutes of one day."""
    replies = [each.responses[0] for each in read if len(each.responses) == 1]
    is_all = len(replies) == len(read) and all(
        each.kind is PaperKind.COUNCIL_DECISION for each in read
    )
    days = {each.decided_on.value for each in replies if each.decided_on}
    numbers = {each.paragraph.value for each in replies if each.paragraph}
    return (
        is_all
        and len({each.committee for each in replies}) == len(days) == 1
        and len(numbers) == len(replies)
    )


def _of_mail(mail: Mail, committees: Sequence[Committee]) -> Proposal | None:
    """Return what an e-mail proposes that answers the auditors' quoted one; None for another.

    What they recommended is taken from theirs, where the reply does not give it itself.
    """
    theirs = read_letter(mail.quoted, committees)
    if not _is_of_auditors(mail, theirs):
        return None
    kind = kind_of(mail.own).kind
    said = mail.own if theirs.recommendations or not mail.is_between else mail.whole
    made = read_reply(said, kind if kind in REPLIES else PaperKind.RESPONSE, committees)
    has_all = len(theirs.recommendations) >= len(made.recommendations)
    made = replace(
        made,
        municipality=made.municipality or theirs.municipality,
        title=made.title or theirs.title,
        due_on=made.due_on or theirs.due_on,
        recommendations=theirs.recommendations if has_all else made.recommendations,
        responses=made.responses or _of_asked(theirs, mail),
    )
    given = [(each.place, each.letter_text or "") for each in theirs.recommendations]
    made = answered(made, mail.with_given(given) if given else said)
    if kind is PaperKind.OTHER or not (answers_something(made) or states_position(mail.own)):
        return _of_section(Section(1, 1, mail.own), Kind(PaperKind.OTHER), committees)
    return extended(made, mail.own, committees)


def _of_asked(theirs: Proposal, mail: Mail) -> tuple[ProposedResponse, ...]:
    """Return the reply of the only committee that the auditors asked; unsure, for none is named."""
    named = {each.value for each in theirs.committees}
    named |= {one for each in theirs.recommendations for one in each.letter_committees or ()}
    first = next((each.place for each in lines_of(mail.own)), None)
    if len(named) != 1 or first is None:
        return ()
    kind = ResponseKind.STATEMENT
    return tuple(ProposedResponse(each, kind, first, confidence=_OF_ASKED) for each in named)


def _is_of_auditors(mail: Mail, quoted: Proposal) -> bool:
    """Tell whether what a mail quotes is the auditors': it may be the reply, handed on by others.

    Where it does not say who wrote it, it is if it is a letter, or recommends something or comes
    back to auditors without saying what anybody thinks of it.
    """
    if mail.quotes_auditors is not None:
        return mail.quotes_auditors
    if kind_of(mail.quoted).kind is PaperKind.COVER_LETTER:
        return True
    is_put = bool(quoted.recommendations) or mail.is_to_auditors
    return is_put and not states_position(mail.quoted)


def _of_title_page(
    paper: Paper, sections: Sequence[Section], kinds: Sequence[Kind]
) -> Section | None:
    """Return the file as one report where all above that is its title page; else None."""
    first, *others = kinds
    is_report = len(others) == 1 and others[0].kind in REPORTS
    is_page = first.kind is PaperKind.NOT_AUDIT and all(
        isinstance(each, Line) and len(each.text) < _LONGEST_OF_TITLE
        for each in sections[0].paper.blocks
    )
    return Section(1, sections[-1].last_line, paper) if is_report and is_page else None


def _of_section(
    section: Section,
    kind: Kind,
    committees: Sequence[Committee],
    named: Sequence[Committee] = (),
) -> Proposal:
    """Return what a paper proposes; ``named`` are all that the file it is part of names."""
    paper = section.paper
    compiled = _of_compilation(paper, kind.kind, committees)
    if compiled is not None:
        return compiled
    match kind.kind:
        case PaperKind.REPORT | PaperKind.FOLLOW_UP_REPORT:
            made = read_report(paper, committees, kind.kind)
        case PaperKind.COVER_LETTER:
            made = read_letter(paper, committees)
        case PaperKind.LIST:
            made = read_list(paper, committees)
        case PaperKind.NOT_AUDIT:
            made = Proposal(PaperKind.NOT_AUDIT, doubts=(kind.why,) if kind.why else ())
        case PaperKind.RESPONSE | PaperKind.COUNCIL_DECISION:
            made = _in_own_lines(read_reply(paper, kind.kind, named or committees), section)
            made = made if kind.confidence > UNSURE else _unsure(made)
            made = made if named else answered(made, paper)
        case PaperKind.ANNUAL_REPORT:
            made = headed(Head(paper, outline_of(paper)), kind.kind)
        case _:
            made = about(Head(paper, outline_of(paper)), kind.kind)
    if kind.kind in _WITHOUT_EXTENSIONS:
        return made
    return extended(made, paper, named or committees)


def _unsure(made: Proposal) -> Proposal:
    """Return the replies of a paper as unsure, which does not say that it is one to auditors."""
    of_each = (replace(each, confidence=min(each.confidence, UNSURE)) for each in made.responses)
    title = made.title if made.title and names_review(made.title.place.quote) else None
    return replace(made, title=title, responses=tuple(of_each))


def _in_own_lines(made: Proposal, section: Section) -> Proposal:
    """Return what a § of minutes proposes, its replies where it begins: its head is another's."""
    own = [
        each.place
        for each in lines_of(section.paper)
        if each.place.line is not None and each.place.line >= section.first_line
    ]
    return replace(
        made,
        responses=tuple(
            each
            if each.place in own or not own
            else replace(each, place=each.paragraph.place if each.paragraph else own[0])
            for each in made.responses
        ),
    )


def _of_compilation(
    paper: Paper, kind: PaperKind, committees: Sequence[Committee]
) -> Proposal | None:
    """Return what a compilation of several committees' replies proposes; None for another paper."""
    is_reply = kind is PaperKind.RESPONSE
    is_compiled = is_compilation(paper) or (is_reply and is_in_parts(paper))
    if not is_compiled and kind in _MAY_BE_COMPILED:
        bodies = bodies_of(paper, committees)
        is_compiled = gives_several_replies(paper, bodies)
        is_compiled = is_compiled or (kind is PaperKind.LIST and headed_by_names(paper, bodies))
    is_of_meeting = kind is PaperKind.COUNCIL_DECISION and is_of_minutes(paper)
    if kind in _NO_COMPILATION or is_of_meeting or not is_compiled:
        return None
    made = with_replies(read_compiled(paper, committees), paper, committees)
    judged = tuple(judgements_left(paper))
    made = extended(replace(made, doubts=(*made.doubts, *judged)), paper, committees)
    return made if is_of_several(made) else None


def _part(section: Section, proposal: Proposal) -> PaperPart:
    answered = next((each.committee for each in proposal.responses), None)
    title = proposal.title.value if proposal.title else None
    return PaperPart(proposal.kind, title, answered, section.first_line, section.last_line)
