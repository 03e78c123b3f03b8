"""Short texts that forms, screens and plain lines share."""

from collections.abc import Iterable, Mapping, Sequence

from revtrack.domain.checks import Problem
from revtrack.domain.codes import Grade
from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_names import is_like_a_name
from revtrack.domain.names.recipients import quoted_names
from revtrack.domain.records import Committee, Municipality
from revtrack.domain.texts.prose import name_key
from revtrack.forms.desk import Desk
from revtrack.services.registering.new_letter import recipients_typed, unknown_recipients
from revtrack.wording import _, word_problem
from revtrack.wording.labels import label, swedish_label
from revtrack.wording.words import capitalise_first


def name(committee: Committee) -> str:
    """Return a committee's name as it begins a line."""
    return capitalise_first(committee.name)


def short(committee: Committee) -> str:
    """Return the abbreviation of a committee, or its name where it has none."""
    return committee.abbreviation or capitalise_first(committee.name)


def step(words: Mapping[Grade, str], grade: Grade) -> str:
    """Return the word of a step on the screen: the office's own, else that of the language."""
    own = words[grade]
    return label(grade) if own == swedish_label(grade) else own


def typed_committees(desk: Desk, municipality: str, text: str) -> tuple[str, ...]:
    """Return which registered committees a typed text means, and which ones it makes new."""
    try:
        found = recipients_typed(desk.store, municipality, text)
    except UsageError as refusal:
        return (desk.word(refusal),)
    names = ", ".join(map(name, found))
    return (
        _("Committees: {names}.").format(names=names) if names else "",
        new_committees(text, unknown_recipients(desk.store, municipality, text)),
    )


def doubted_committees(desk: Desk, municipality: str, text: str) -> str:
    """Return what is odd about a typed text: nobody's name, or nothing that can be read."""
    try:
        recipients_typed(desk.store, municipality, text)
    except UsageError as refusal:
        return desk.word(refusal)
    return odd_committees(text, unknown_recipients(desk.store, municipality, text))


def reasons(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return a sentence for each problem."""
    return tuple(word_problem(each) for each in problems)


def new_municipality(typed: str, known: Iterable[Municipality]) -> str:
    """Return that a municipality is made new; empty where it is known."""
    if typed.casefold() in {town.name.casefold() for town in known}:
        return ""
    return _("New municipality is added: {name}.").format(name=typed)


def _unlike(text: str, unknown: Iterable[str]) -> list[str]:
    quoted = quoted_names(text)
    return [each for each in unknown if not is_like_a_name(each) and name_key(each) not in quoted]


def new_committees(text: str, unknown: Sequence[str]) -> str:
    """Return which committees a text makes new, those left out that ``odd_committees`` asks of."""
    odd = _unlike(text, unknown)
    names = ", ".join(each for each in unknown if each not in odd)
    return _("New committees are added: {names}.").format(names=names) if names else ""


def odd_committees(text: str, unknown: Iterable[str]) -> str:
    """Return a sentence about the new names in a text that are unlike a committee's, if any.

    A name in quotation marks is taken as it is written.
    """
    odd = _unlike(text, unknown)
    if not odd:
        return ""
    return _(
        "No committee is known by this, and it does not look like a committee's name: {names}. "
        "Check the spelling. A name that is right is written in quotation marks."
    ).format(names="; ".join(odd))
