"""What an answer means: an order, a number, one of a few words; bad ones are asked again."""

from collections.abc import Sequence

from revtrack.domain.texts.prose import name_key
from revtrack.plain.console import BackError, CancelError, Order, order_of
from revtrack.plain.menu import Dialogue, Option, begins, repeated
from revtrack.plain.turning import is_yes
from revtrack.wording import _

EMPTY = "-"
"""Typed to empty what stands in a field."""
_MOST_DIGITS = 8


def choose(answer: str, words: Sequence[str]) -> int | None:
    """Return the place of the word that is meant by its number or first letters; None: none is."""
    if answer.isdecimal():
        number = int(answer[:9])
        return number - 1 if 1 <= number <= len(words) else None
    begun = name_key(answer)
    whole = [place for place, each in enumerate(words) if name_key(each) == begun]
    fits = whole or [place for place, each in enumerate(words) if begins(each, answer)]
    return fits[0] if len(fits) == 1 else None


def none_of_them(answer: str) -> str:
    """Return that an answer fits none, or several, of what can be chosen."""
    said = _("“{answer}” does not tell which. Write a number, or more of its first letters.")
    return said.format(answer=repeated(answer))


def is_no(answer: str) -> bool:
    """Tell whether an answer is no, whole or by its first letter."""
    no = name_key(_("No"))
    return name_key(answer) in {no, no[:1]}


def obey(talk: Dialogue, answer: str, help_text: str) -> bool:
    """Obey an order inside a question, and tell whether the answer was one.

    Raises CancelError or BackError for leaving, LeaveError for quitting.
    """
    order = order_of(answer)
    if order is Order.CANCEL:
        raise CancelError
    if order is Order.BACK:
        raise BackError
    if order is not None:
        talk.obey(order, help_text)
    return order is not None


def read_line(talk: Dialogue, prompt: str, help_text: str) -> str:
    """Return an answer that is no order; raise BackError where one goes back."""
    while True:
        answer = talk.console.read(prompt)
        if not obey(talk, answer, help_text):
            return answer


def read_choice(
    talk: Dialogue, title: str, words: Sequence[str], proposed: int, help_text: str
) -> int:
    """Return the place of the word that is chosen; Enter takes the proposed one."""
    listed = ", ".join(f"{number} {text}" for number, text in enumerate(words, start=1))
    prompt = _("{label}: {choices} – Enter takes {chosen}:").format(
        label=title, choices=listed, chosen=words[proposed]
    )
    while answer := read_line(talk, prompt, help_text):
        place = choose(answer, words)
        if place is not None:
            return place
        talk.say(none_of_them(answer))
    return proposed


def is_wanted(talk: Dialogue, prompt: str) -> bool:
    """Tell whether a question is answered with yes; anything else, and going back, is no."""
    try:
        return is_yes(read_line(talk, prompt, _("Write yes, or the whole stays as it is.")))
    except BackError:
        return False


def rows_of(answer: str, count: int) -> tuple[int, ...] | None:
    """Return the places of the rows that numbers name: "1, 3-5", "all"; None: it cannot be read.

    The rows are numbered from one, and the places from nought.
    """
    if name_key(answer) in {name_key(each) for each in _("all|every").split("|")}:
        return tuple(range(count))
    places: dict[int, None] = {}
    for part in answer.replace("–", "-").replace(",", " ").replace(" - ", "-").split():
        first, dash, last = part.partition("-")
        numbers = (first, last if dash else first)
        if not all(each.isdecimal() and len(each) < _MOST_DIGITS for each in numbers):
            return None
        begin, end = map(int, numbers)
        if not 1 <= begin <= end <= count:
            return None
        places |= dict.fromkeys(range(begin - 1, end))
    return tuple(places) or None


def chosen_rows(talk: Dialogue, typed: str, rows: Sequence[Option]) -> tuple[Option, ...]:
    """Return the rows that numbers name; where they cannot be read it is said, and none is."""
    places = rows_of(typed, len(rows))
    if places is None:
        said = _("Write which rows, with numbers from 1 to {n}: 1, 3-5 or all.")
        talk.say(said.format(n=len(rows)))
    return tuple(rows[place] for place in places or ())
