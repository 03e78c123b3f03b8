"""Where a recommendation to a committee stands, in words."""

from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.judged import is_to_close
from revtrack.wording.labels import label
from revtrack.wording.language import _


def standing_told(line: AddresseeLine) -> str:
    """Return the standing, or that it can be closed where the auditors found nothing remaining.

    What the committee has said is then no longer where it stands.
    """
    return _("Can be closed") if is_to_close(line) else label(line.standing)
