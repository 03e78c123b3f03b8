"""Changing and removing what is registered: one thing, or several rows of a list in one wish."""

from collections.abc import Callable, Sequence
from functools import partial

from revtrack.domain.errors import GoneError
from revtrack.forms.bulk import BulkWish, What, changed_told, name_of, offered, value_told
from revtrack.forms.changing import wish_about
from revtrack.forms.removing import candidates, question, told_of
from revtrack.plain import sentences
from revtrack.plain.answers import choose, chosen_rows, is_wanted, none_of_them, read_line
from revtrack.plain.console import Order, order_word
from revtrack.plain.doing import CHANGE_ROWS, REMOVE_ROWS, done_by, word_here
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, RowOrder
from revtrack.services.changing.bulk import carry_out_bulk
from revtrack.services.changing.removing import remove_facts
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import read_case
from revtrack.wording import _, ngettext

MOST_READ = 40


def change(talk: Dialogue, audit_id: int, kind: str, record_id: int) -> None:
    """Ask anew what is registered of a fact, with what stands there as the answer."""
    if talk.may_write():
        _change_one(talk, Subject(Kind(kind), audit_id, record_id))


def _change_one(talk: Dialogue, subject: Subject) -> None:
    case = read_case(talk.desk.store, subject.audit_id)
    wish = wish_about(talk.desk, case, subject)
    if wish is None:
        raise GoneError
    fill(talk, wish, changes=True)
    talk.say(_("The change is saved."))


def remove(talk: Dialogue, audit_id: int, kind: str, record_id: int) -> None:
    """Remove a fact once yes is answered to what goes with it."""
    if talk.may_write():
        _remove(talk, (Subject(Kind(kind), audit_id, record_id),))


def _remove(talk: Dialogue, subjects: Sequence[Subject]) -> None:
    audit_id = subjects[0].audit_id
    if any(each.audit_id != audit_id for each in subjects):
        talk.say(_("Remove the rows of one audit at a time."))
        return
    case = read_case(talk.desk.store, audit_id)
    facts = tuple(dict.fromkeys(fact for each in subjects for fact in candidates(case, each)))
    if len(subjects) == 1 and len(facts) > 1:
        prompt = _("Which is to be removed? Its number (empty line: none):")
        place = _picked(talk, [told_of(case, each) for each in facts], prompt)
        if place is None:
            return
        facts = (facts[place],)
    what = _("To be removed: {what}").format(what=question(case, facts))
    if is_confirmed(talk, what):
        remove_facts(talk.desk.store, audit_id, facts)
        talk.say(_("It is removed."))


def is_confirmed(talk: Dialogue, what: str) -> bool:
    """Tell whether yes is answered to what is to be removed; where not, it is said."""
    talk.say(what)
    prompt = _("Remove it? Write yes; anything else leaves it as it is:")
    if is_wanted(talk, prompt):
        return True
    talk.say(_("Nothing was changed."))
    return False


def _picked(talk: Dialogue, words: Sequence[str], prompt: str) -> int | None:
    """Return the place of the word that is chosen; None: none is, which is said."""
    for number, each in enumerate(words, start=1):
        talk.say(f"{number} {each}")
    answer = read_line(talk, prompt, _("Write a number or the first letters."))
    place = choose(answer, words) if answer else None
    if place is None:
        talk.say(none_of_them(answer) if answer else _("Nothing was changed."))
    return place


# ---- several rows of a list


def row_orders(talk: Dialogue) -> tuple[RowOrder, ...]:
    """Return what can be done to the rows of a list: several are changed or removed at once."""
    numbers = _("numbers")
    return (
        RowOrder(
            CHANGE_ROWS,
            numbers,
            _(
                "{word} and a number opens the form of that row; several numbers, such as "
                "{word} 1, 3-5 or {word} all, change those rows alike, after they have been read."
            ).format(word=done_by("change.edit")),
            partial(_on_rows, talk, _change_rows),
        ),
        RowOrder(
            REMOVE_ROWS,
            "",
            _("{word} and numbers removes those rows, after a question.").format(
                word=done_by("change.remove")
            ),
            partial(_on_rows, talk, _remove),
        ),
    )


def _on_rows(
    talk: Dialogue,
    act: Callable[[Dialogue, Sequence[Subject]], None],
    typed: str,
    rows: Sequence[Option],
) -> None:
    rows = chosen_rows(talk, typed, rows)
    if not rows:
        return
    subjects = tuple(dict.fromkeys(each.subject for each in rows if each.subject is not None))
    if not subjects:
        talk.say(_("These rows cannot be changed here. Open one by its number."))
    elif talk.may_write():
        act(talk, subjects)


def _change_rows(talk: Dialogue, subjects: Sequence[Subject]) -> None:
    if len(subjects) == 1:
        _change_one(talk, subjects[0])
        return
    choices = offered(subjects)
    if not choices:
        talk.say(_("The marked rows cannot be changed together. Change them one by one."))
        return
    count = ngettext("Change {n} row", "Change {n} rows", len(subjects)).format(n=len(subjects))
    talk.say(f"{count}.")
    prompt = _("What of them? Its number (empty line: nothing):")
    place = _picked(talk, [name_of(each) for each in choices], prompt)
    if place is not None:
        _change_alike(talk, subjects, choices[place])


def _change_alike(talk: Dialogue, subjects: Sequence[Subject], what: What) -> None:
    """Read every row before and after, and change them in one wish where yes is answered."""
    wish = BulkWish(talk.desk, subjects, what)
    wanted, plan = fill(talk, wish, at_once=True)
    talk.say(changed_told(plan))
    told = [
        sentences.sentence(
            each.audit,
            each.what,
            _("{before} becomes {after}").format(
                before=value_told(each.before), after=value_told(each.after)
            ),
        )
        for each in plan.changed
    ]
    told += [
        sentences.sentence(
            each.audit, each.what, _("stays: {why}").format(why=word_here(each.refusal))
        )
        for each in plan.left
        if each.refusal
    ]
    for line in told[:MOST_READ]:
        talk.say(line)
    if len(told) > MOST_READ:
        talk.say(_("And {n} more.").format(n=len(told) - MOST_READ))
    prompt = _("Do it? Write yes; anything else leaves it as it is:")
    if not plan.changed or not is_wanted(talk, prompt):
        talk.say(_("Nothing was changed."))
        return
    desk = talk.desk
    done = carry_out_bulk(desk.store, subjects, wanted, desk.today, plan, wish.why(wanted))
    said = ngettext(
        "{n} row is changed. Write {undo} to take it back.",
        "{n} rows are changed. Write {undo} to take all of them back.",
        done,
    )
    talk.say(said.format(n=done, undo=order_word(Order.UNDO)))
