"""The assessments of one audit question, committee by committee or for all at once."""

from collections.abc import Sequence
from functools import partial

from revtrack.domain.assessing import Finding, Matrix, Place
from revtrack.domain.codes import Grade
from revtrack.forms import said
from revtrack.forms.finding import FindingWish
from revtrack.plain import sentences
from revtrack.plain.answers import choose, none_of_them, read_line
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option
from revtrack.services.registering.assessing import see_matrix, set_assessments
from revtrack.wording import _


def assess(talk: Dialogue, audit_id: int, question_id: int) -> None:
    """Let a step be chosen for each committee, or for all of them; each choice is stored."""

    def matrix() -> Matrix:
        return see_matrix(talk.desk.store, audit_id)

    def options() -> Sequence[Option]:
        seen = matrix()
        places = seen.places_of(question_id)
        every = Option(_("All committees alike"), partial(_choose, talk, audit_id, places))
        single = [
            Option(
                sentences.sentence(_name(seen, place), _cell_told(seen, place)),
                partial(_choose, talk, audit_id, (place,)),
            )
            for place in places
        ]
        return [every, *single] if len(places) > 1 else single

    talk.menu(lambda: _("Assess. For whom?"), options)


def _name(seen: Matrix, place: Place) -> str:
    names = {each.id: said.name(each) for each in seen.committees}
    return names.get(place[1] or 0, _("The audit as a whole"))


def _cell_told(seen: Matrix, place: Place) -> str:
    told = [
        f"{said.step(seen.words, each.grade)}, {sentences.quoted(each.phrase)}"
        for each in seen.cell(place)
    ]
    return "; ".join(told) or _("Not assessed").lower()


def _choose(talk: Dialogue, audit_id: int, places: Sequence[Place]) -> None:
    if not talk.may_write():
        return
    seen = see_matrix(talk.desk.store, audit_id)
    steps = list(seen.words)
    words = [said.step(seen.words, each) for each in steps]
    talk.say(", ".join(f"{number} {each}" for number, each in enumerate(words, start=1)))
    prompt = _("Assessment, for example 1 or {word} (empty line: none):").format(word=words[0])
    answer = read_line(talk, prompt, _("Write a number or the first letters."))
    place = choose(answer, words) if answer else None
    if place is None:
        talk.say(none_of_them(answer) if answer else _("Nothing was changed."))
        return
    _store(talk, audit_id, seen, places, steps[place])


def _store(
    talk: Dialogue, audit_id: int, seen: Matrix, places: Sequence[Place], grade: Grade
) -> None:
    graded = seen.graded(places, grade)
    (finding,) = graded.cell(places[0])
    whom = _name(seen, places[0]) if len(places) == 1 else _("all")
    worded: Finding = fill(talk, FindingWish(talk.desk, finding, whom), at_once=True)
    entries = seen.put(places, worded).entries()
    count = set_assessments(talk.desk.store, audit_id, entries)
    talk.say(_("{n} assessments are saved.").format(n=count) if count != 1 else _("It is saved."))
