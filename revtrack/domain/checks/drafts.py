"""Between an officials' draft and the decision that followed it: the decision is the reply."""

import re
from collections.abc import Iterator

from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import ResponseKind, Severity
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Answer, Response
from revtrack.domain.texts.likeness import Difference, difference, likeness
from revtrack.domain.texts.prose import lines_of, name_key

DRAFT_TEXT_DIFFERS = Trouble(
    "draft_text_differs",
    Severity.NOTICE,
    N_(
        "The decision of {committee} is worded otherwise than its officials' draft. "
        "The decision is the reply; see that nothing was lost."
    ),
    IN_REPLIES,
)
DRAFT_RECIPIENTS_DIFFER = Trouble(
    "draft_recipients_differ",
    Severity.NOTICE,
    N_(
        "The decision of {committee} is sent to others than its officials' draft says: {differing}."
    ),
    IN_REPLIES,
)
DRAFT_POSITION_DIFFERS = Trouble(
    "draft_position_differs",
    Severity.NOTICE,
    N_(
        "{committee} decided otherwise on {number} than its officials proposed: "
        "{decided} in place of {proposed}."
    ),
    IN_REPLIES,
)

SAME_DECISION = 0.55
"""From this likeness on, two texts are wordings of one decision."""
_DECIDES = re.compile(
    r"\b(?:anta[rs]?|antog|antas|godkän\w*|överlämna\w*|lämna[rs]?|lämnade|beslut\w*|ställ\w* sig"
    r"|besvara\w*)\b",
    re.IGNORECASE,
)
"""What a proposal to decide says; a note such as "förslag till svar" does not."""


def decision_against_draft(inspection: Inspection) -> Iterator[Problem]:
    """Find decisions that differ from the draft they follow, in words, recipients or positions."""
    for line in inspection.reply_lines:
        draft, decision = _draft_of(line), line.decision
        if draft is None or decision is None:
            continue
        if _is_reworded(draft, decision):
            yield inspection.problem(DRAFT_TEXT_DIFFERS, line.committee)
        differing = _differing_recipients(draft, decision)
        if differing:
            yield inspection.problem(DRAFT_RECIPIENTS_DIFFER, line.committee, differing=differing)
        yield from _positions(inspection, line, draft, decision)


def _draft_of(line: ReplyLine) -> Response | None:
    """Return the last draft that was not referred back."""
    drafts = [each for each in line.responses if each.kind is ResponseKind.DRAFT]
    return next((each for each in reversed(drafts) if not each.is_referred_back), None)


def _is_reworded(draft: Response, decision: Response) -> bool:
    """Tell whether the texts differ; a mere note that it is a draft is no wording to compare."""
    if draft.text and decision.text:
        return difference(draft.text, decision.text) is not Difference.SAME
    first, second = draft.decision_text or "", decision.decision_text or ""
    is_comparable = _DECIDES.search(first) and likeness(first, second) >= SAME_DECISION
    return bool(is_comparable) and difference(first, second) is not Difference.SAME


def _differing_recipients(draft: Response, decision: Response) -> tuple[str, ...]:
    proposed, decided = lines_of(draft.sent_to), lines_of(decision.sent_to)
    if not proposed or not decided:
        return ()
    common = {name_key(each) for each in proposed} & {name_key(each) for each in decided}
    return tuple(each for each in (*proposed, *decided) if name_key(each) not in common)


def _positions(
    inspection: Inspection, line: ReplyLine, draft: Response, decision: Response
) -> Iterator[Problem]:
    proposed, decided = (_answers(inspection, each) for each in (draft, decision))
    for each in inspection.addressee_lines:
        first, second = proposed.get(each.addressee.id), decided.get(each.addressee.id)
        if first is None or second is None or None in {first.position, second.position}:
            continue
        if first.position is not second.position:
            yield inspection.problem(
                DRAFT_POSITION_DIFFERS,
                line.committee,
                each.recommendation,
                decided=second.position,
                proposed=first.position,
            )


def _answers(inspection: Inspection, response: Response) -> dict[int, Answer]:
    return {
        each.addressee_id: each
        for each in inspection.case.answers
        if each.response_id == response.id
    }


CHECKS: tuple[Check, ...] = (decision_against_draft,)
