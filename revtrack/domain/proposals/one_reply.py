"""What one reply proposes: whose it is, and what was put to them, as it gives that again."""

from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.codes import CommitteeKind, PaperKind
from revtrack.domain.proposals.as_proposed import numbered, of_report
from revtrack.domain.proposals.committees.bodies import PaperBodies, bodies_of, display_name
from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.front.firms import tells_of_firm
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.title_case import in_running_case
from revtrack.domain.proposals.front.title_words import audit_title, is_title
from revtrack.domain.proposals.front.titles import fuller_title
from revtrack.domain.proposals.of_itself import about
from revtrack.domain.proposals.papers.firm_names import sounds_of_audit
from revtrack.domain.proposals.proposal import Found, Proposal, ProposedResponse
from revtrack.domain.proposals.replying.put_off import postponed_in
from revtrack.domain.proposals.replying.replies import matter_title_in, replies_in
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper
from revtrack.domain.proposals.restating.put_to import put_in_reply
from revtrack.domain.proposals.text.outline import outline_of
from revtrack.domain.proposals.told_twice import other_number
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Paper
from revtrack.domain.texts.prose import name_key


def read_reply(paper: Paper, kind: PaperKind, committees: Sequence[Committee] = ()) -> Proposal:
    """Return what a committee's or an official's paper proposes, with what it restates."""
    head = Head(paper, outline_of(paper))
    named = [head.town.value] if head.town else []
    if head.firm and sounds_of_audit(head.firm.value):
        named += [head.firm.value, f"{head.firm.value} AB"]
    bodies = bodies_of(paper, committees, named)
    responses = replies_in(paper, kind, bodies)
    answering = tuple(
        each for each in bodies.found if display_name(each) in {one.committee for one in responses}
    )
    restated = put_in_reply(head.passages, Addressees(bodies, answering))
    if len(answering) == len(responses) == 1:
        restated = tuple(replace(each, whom=each.whom or Whom(answering)) for each in restated)
    made = about(head, kind)
    read = ReplyPaper(paper, kind, bodies)
    postponed = postponed_in(read.decision)
    return replace(
        made,
        title=_title_of(read, head, made.title),
        firm=_firm_of(made.firm, responses, bodies, head),
        responses=responses,
        recommendations=tuple(of_report(each, number) for each, number in numbered(restated)),
        doubts=(
            *((postponed.doubt,) if postponed else ()),
            *other_number(restated, head.passages),
        ),
    )


def _title_of(read: ReplyPaper, head: Head, told: Found[str] | None) -> Found[str] | None:
    """Return what the audit is called: in the matter's title, else as ``told``."""
    matter = matter_title_in(read)
    title = replace(matter, value=audit_title(matter.value)) if matter else None
    title = title if title and is_title(title.value) else told
    if title is None:
        return None
    whole = fuller_title(title, head)
    texts = (line.text for line in head.lines)
    return replace(whole, value=in_running_case(whole.value, texts))


def _firm_of(
    firm: Found[str] | None, responses: Sequence[ProposedResponse], bodies: PaperBodies, head: Head
) -> Found[str] | None:
    """Return who helped with the audit; none where that is one of the bodies, which only reply."""
    named = bodies.named_in(firm.value) if firm else ()
    if not (firm and named) or sounds_of_audit(firm.value):
        return firm
    repliers = {name_key(one.committee) for one in responses}
    is_told = name_key(firm.value) not in repliers and tells_of_firm(firm.value, head.lines)
    is_company = all(each.kind is CommitteeKind.COMPANY for each in named)
    return firm if is_told and is_company else None
