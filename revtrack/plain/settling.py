"""Where somebody else has changed the same meanwhile: whose text is to stand, field by field."""

from collections.abc import Sequence

from revtrack.domain.records import Stored
from revtrack.forms.contested import Contested, Side, contested
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish
from revtrack.plain.answers import choose, none_of_them, obey
from revtrack.plain.asking import Result, help_told
from revtrack.plain.console import BackError
from revtrack.plain.menu import Dialogue
from revtrack.wording import _


def settle(
    talk: Dialogue,
    wish: Wish[Result],
    fields: Sequence[FormField],
    typed: Typed,
    stands: Stored | None,
) -> Wish[Result]:
    """Ask field by field whose text is to stand, and return the wish about what stands there now.

    Raises BackError where nothing of it stands any more, or somebody goes back.
    """
    anew = wish.resting_on(stands) if stands else None
    if anew is None:
        raise BackError
    mine = {each.name: typed.text(each.name) for each in fields}
    theirs = {each.name: each.value for each in anew.fields()}
    for each in contested(fields, mine, theirs):
        typed.put(each.field.name, each.texts[_side(talk, each)])
    return anew


def _side(talk: Dialogue, found: Contested) -> Side:
    words = {
        Side.MINE: _("mine"),
        Side.THEIRS: _("theirs"),
        Side.ORIGINAL: _("what stood there before"),
    }
    talk.say(f"{found.field.label}.")
    for number, side in enumerate(words, start=1):
        text = found.field.said(found.texts[side]) or _("nothing")
        talk.say(f"{number} {words[side]}: {' '.join(text.split())}")
    proposed = found.proposed or Side.MINE
    prompt = _("Whose is to stand? – Enter takes {chosen}:").format(chosen=words[proposed])
    while answer := talk.console.read(prompt):
        if obey(talk, answer, help_told()):
            continue
        if (place := choose(answer, list(words.values()))) is not None:
            return list(words)[place]
        talk.say(none_of_them(answer))
    return proposed
