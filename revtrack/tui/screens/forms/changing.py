"""Ändra och ta bort what a row stands for, from whichever screen shows it."""

from collections.abc import Callable, Sequence
from functools import partial

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Stored
from revtrack.forms import removing
from revtrack.forms.changing import wish_about
from revtrack.services.changing.removing import remove_facts
from revtrack.services.changing.subjects import Subject
from revtrack.services.find import read_case
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.keys import key_of
from revtrack.tui.screens.asking.pick import PickScreen
from revtrack.tui.screens.asking.removal import RemovalQuestion
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext


async def open_change(screen: RevTrackScreen[None], subject: Subject | None) -> None:
    """Open the form of what a row stands for, filled in with what stands there."""
    case = await _case_of(screen, subject)
    wish = wish_about(screen.desk, case, subject) if case and subject else None
    if wish is None:
        screen.tell(_("Move to the row that is to be changed; then press the key again."))
        return

    def tell(saved: bool | None) -> None:
        if saved:
            screen.tell(_("The change is saved."))

    screen.app.push_screen(WishForm(wish), tell)


async def open_removal(
    screen: RevTrackScreen[None], subjects: Sequence[Subject], done: Callable[[], None]
) -> None:
    """Ask whether what rows stand for is to be removed; ``done`` is called when it is."""
    if len({each.audit_id for each in subjects}) > 1:
        screen.tell(_("Remove the rows of one audit at a time."))
        return
    case = await _case_of(screen, subjects[0] if subjects else None)
    if case is None:
        screen.tell(_("Move to the row that is to be removed; then press the key again."))
        return
    found = [removing.candidates(case, each) for each in dict.fromkeys(subjects)]
    facts = tuple(dict.fromkeys(fact for each in found for fact in each))
    ask = partial(_ask, screen, case, done=done)
    if len(found) == 1 and len(facts) > 1:
        _pick(screen, case, facts, ask)
    else:
        ask(facts)


async def _case_of(screen: RevTrackScreen[None], subject: Subject | None) -> AuditCase | None:
    if subject is None:
        return None
    return await screen.ask(read_case, screen.desk.store, subject.audit_id)


def _pick(
    screen: RevTrackScreen[None],
    case: AuditCase,
    facts: Sequence[Stored],
    ask: Callable[[Sequence[Stored]], None],
) -> None:
    """Let one of several things be chosen that a row holds."""

    def chosen(place: int | None) -> None:
        if place is not None:
            ask((facts[place],))

    names = [removing.told_of(case, each) for each in facts]
    screen.app.push_screen(PickScreen(screen.desk, _("Which is to be removed?"), names), chosen)


def _ask(
    screen: RevTrackScreen[None],
    case: AuditCase,
    facts: Sequence[Stored],
    *,
    done: Callable[[], None],
) -> None:
    """Ask the question that says what goes; where something rests on it, say that instead."""
    try:
        what = removing.question(case, facts)
    except RevTrackError as refusal:
        screen.refuse(refusal)
        return

    def answered(is_to_be_removed: bool | None) -> None:
        if is_to_be_removed:
            screen.begin(partial(_remove, screen, case.audit.id, facts, done))

    screen.app.push_screen(RemovalQuestion(screen.desk, what), answered)


async def _remove(
    screen: RevTrackScreen[None],
    audit_id: int,
    facts: Sequence[Stored],
    done: Callable[[], None],
) -> None:
    await screen.ask(remove_facts, screen.desk.store, audit_id, facts)
    said = ngettext(
        "{n} removed. {key} brings it back.", "{n} removed. {key} brings them back.", len(facts)
    )
    screen.tell(said.format(n=len(facts), key=key_of("change.undo")))
    done()
