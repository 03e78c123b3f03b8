"""Changing and removing what is registered of an audit."""

from revtrack.domain.errors import GoneError
from revtrack.forms.changing import wish_about
from revtrack.forms.removing import candidates, question, told_of
from revtrack.plain.answers import choose, none_of_them
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue
from revtrack.plain.turning import is_yes
from revtrack.services.changing.removing import remove_fact
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import read_case
from revtrack.wording import _


def change(talk: Dialogue, audit_id: int, kind: str, record_id: int) -> None:
    """Ask anew what is registered of a fact, with what stands there as the answer."""
    if not talk.may_write():
        return
    case = read_case(talk.desk.store, audit_id)
    wish = wish_about(talk.desk, case, Subject(Kind(kind), audit_id, record_id))
    if wish is None:
        raise GoneError
    fill(talk, wish, changes=True)
    talk.say(_("The change is saved."))


def remove(talk: Dialogue, audit_id: int, kind: str, record_id: int) -> None:
    """Remove a fact once yes is answered to what goes with it."""
    if not talk.may_write():
        return
    case = read_case(talk.desk.store, audit_id)
    facts = candidates(case, Subject(Kind(kind), audit_id, record_id))
    fact = facts[0]
    if len(facts) > 1:
        words = [told_of(case, each) for each in facts]
        for number, each in enumerate(words, start=1):
            talk.say(f"{number} {each}")
        answer = talk.console.read(_("Which is to be removed? Its number (empty line: none):"))
        place = choose(answer, words) if answer else None
        if place is None:
            talk.say(none_of_them(answer) if answer else _("Nothing was changed."))
            return
        fact = facts[place]
    talk.say(_("To be removed: {what}").format(what=question(case, [fact])))
    if not is_yes(talk.console.read(_("Remove it? Write yes; anything else leaves it as it is:"))):
        talk.say(_("Nothing was changed."))
        return
    remove_fact(talk.desk.store, audit_id, fact)
    talk.say(_("It is removed."))
