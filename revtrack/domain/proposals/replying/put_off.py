"""What a person is told of a decision that puts the matter off instead of replying."""

import re

from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import Doubt
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper

PUT_OFF = "put_off"
_SAYS = N_("The matter was referred back or put off, so the paper is no reply yet.")
PUTS_OFF = re.compile(
    r"\båterremitter|(?<!yrkandet om )(?<!förslaget om )\båterremiss\b|\båterförvisa"
    r"|\bbordlägg|\bbordla(?:gt|gd|gda|des)\b"
    r"|\b(?:skjut(?:a|er)|sköt) upp (?:ärendet|behandlingen|beslutet)\b"
    r"|\b(?:ärendet|behandlingen|beslutet) (?:skjuts|sköts) upp\b"
    r"|\butgår? från (?:\w+ )?(?:dagordning|ärendelista)",
    re.IGNORECASE,
)
"""Words of a decision that leaves a matter for later."""


def put_off_in(read: ReplyPaper) -> tuple[Doubt, ...]:
    """Return that a paper, which has no reply, puts the matter off; none where it does not."""
    for line in read.decision:
        if PUTS_OFF.search(line.text):
            return (Doubt(PUT_OFF, _SAYS, line.place.line),)
    return ()
