"""A file of replies read beside what the register has put to their committees."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.as_put import Put
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.services.reading_in.ground import makes_audit
from revtrack.services.reading_in.progress import OnProgress, Piece
from revtrack.services.reading_in.read_file import ReadFile, doubts_of
from revtrack.services.reading_in.second_hand import SecondHand
from revtrack.storage import audits as stored
from revtrack.storage.store import Store


def proposed_for(
    store: Store, file: ReadFile, audit_id: int | None, on_progress: OnProgress | None = None
) -> Proposal:
    """Return what a file proposes for an audit, its replies answering what was put to them.

    ``on_progress`` is called with how many of its papers are read. A reply need not give again what
    it answers, where the register has it. A file with a paper of the auditors' own, or one that is
    read in into no audit, proposes what it does by itself.
    """
    if audit_id is None or makes_audit(file.proposal) or not file.proposal.responses:
        return file.proposal
    with store.reading() as session:
        case = stored.load_case(session, audit_id)
    on_paper = partial(on_progress, Piece.PAPER) if on_progress else None
    with SecondHand() as hand:
        hand.is_called(file.paper.pages or 0)
        put = tuple(_put_in(case))
        made = propose(file.paper, case.committees, put, hand.do_each, on_paper, file.only)
    if made.kind is PaperKind.NOT_AUDIT:
        return file.proposal
    return replace(made, doubts=(*doubts_of(file.paper), *made.doubts))


def _put_in(case: AuditCase) -> Iterator[Put]:
    """Give what an audit recommends, to those that its letter puts it to where that is sent."""
    for each in case.recommendations:
        whom = case.committees_of(each.id, asked_only=case.is_handed_over)
        texts = tuple(one for one in (case.wording_in_letter(each), each.report_text) if one)
        if whom and texts:
            names = tuple(one.name for one in whom)
            yield Put(case.number_of(each).removeprefix("R"), texts, names)
