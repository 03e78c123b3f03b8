"""One recommendation to one committee: verdict, closing and reopening."""

from collections.abc import Sequence
from functools import partial

from revtrack.domain.errors import GoneError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines
from revtrack.forms.follow_up import CloseWish, ReopenWish, VerdictWish
from revtrack.plain import sentences
from revtrack.plain.changing import change, remove
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.progress import progress_options
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.find import read_case
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.wording import _


def follow(talk: Dialogue, audit_id: int, addressee_id: int) -> None:
    """Read all that is known of it, and let it be chosen what to do."""

    def line() -> AddresseeLine:
        lines = addressee_lines(read_case(talk.desk.store, audit_id))
        every = (each for whole in lines for each in (whole, *whole.parts))
        found = next((each for each in every if each.addressee.id == addressee_id), None)
        if found is None:
            raise GoneError
        return found

    def title() -> str:
        found = line()
        head = _("{number} to {committee}").format(
            number=found.number, committee=found.committee.name
        )
        return "\n".join(filter(None, (f"{head}.", *sentences.addressee_in_full(found))))

    def options() -> Sequence[Option]:
        found = line()
        case = read_case(talk.desk.store, audit_id)
        doing = [Option(done_by("audit.verdict"), partial(_judge, talk, audit_id, found))]
        doing += progress_options(talk, case, [found], found)
        if found.addressee.outcome is None:
            doing.append(Option(done_by("audit.close"), partial(_close, talk, found)))
        else:
            doing.append(Option(done_by("audit.reopen"), partial(_reopen, talk, found)))
        about = (talk, audit_id, "addressee", addressee_id)
        doing.append(Option(_("Change what is registered"), partial(change, *about)))
        doing.append(Option(_("Remove"), partial(remove, *about)))
        return doing

    talk.menu(title, options)


def _may_follow(talk: Dialogue) -> bool:
    if not talk.may_write():
        return False
    refuse_clerk_to_follow_up(talk.desk.store)
    return True


def _judge(talk: Dialogue, audit_id: int, line: AddresseeLine) -> None:
    if _may_follow(talk):
        known = follow_ups_of(talk.desk.store, audit_id)
        under_way = tuple(each for each in known if each.handed_over_on is None)
        fill(talk, VerdictWish(talk.desk, line, under_way))
        talk.say(_("The verdict is registered."))


def _close(talk: Dialogue, line: AddresseeLine) -> None:
    if _may_follow(talk):
        fill(talk, CloseWish(talk.desk, line))
        talk.say(_("It is closed."))


def _reopen(talk: Dialogue, line: AddresseeLine) -> None:
    if _may_follow(talk):
        fill(talk, ReopenWish(talk.desk, line))
        talk.say(_("It is open again."))
