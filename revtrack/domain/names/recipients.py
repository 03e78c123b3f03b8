"""Recommendations grouped by the committees they go to, and how such a group is worded."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import CommitteeKind, RecommendationKind, Relation
from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_names import is_usual_abbreviation
from revtrack.domain.records import Committee, Recommendation
from revtrack.domain.texts.prose import clean_line, lines_of, name_key


@dataclass(frozen=True)
class RecipientGroup:
    """Recommendations with the same recipients; committees in the register's order."""

    number: int
    """The group's number in the letter, from 1."""
    committees: tuple[Committee, ...]
    recommendations: tuple[Recommendation, ...]


def group_by_recipients(
    recommendations: Sequence[Recommendation],
    recipients: dict[int, tuple[Committee, ...]],
) -> tuple[RecipientGroup, ...]:
    """Return one group per set of recipients, in the order of each group's first recommendation.

    ``recipients`` gives the committees of each recommendation by its id, in the register's order.
    """
    groups: dict[tuple[int, ...], list[Recommendation]] = {}
    committees: dict[tuple[int, ...], tuple[Committee, ...]] = {}
    for recommendation in sorted(recommendations, key=lambda each: each.ordinal):
        to = recipients.get(recommendation.id, ())
        key = tuple(committee.id for committee in to)
        groups.setdefault(key, []).append(recommendation)
        committees[key] = to
    return tuple(
        RecipientGroup(number, committees[key], tuple(members))
        for number, (key, members) in enumerate(groups.items(), start=1)
    )


def committee_keys(committee: Committee) -> frozenset[str]:
    """Return what the committee is known by: its name, abbreviation and aliases, as name keys."""
    names = [committee.name, committee.abbreviation or "", *lines_of(committee.aliases)]
    return frozenset(name_key(name) for name in names if name)


def committee_called(text: str, committees: Sequence[Committee]) -> Committee | None:
    """Return the committee with this name, else abbreviation or alias; None where there is none.

    Raises UsageError where several are known by it, naming them.
    """
    key = name_key(text)
    by_name = [each for each in committees if name_key(each.name) == key]
    found = by_name or [each for each in committees if key in committee_keys(each)]
    if len(found) > 1:
        raise UsageError(
            "{name} fits several committees: {committees}. Write the whole name.",
            name=text,
            committees=", ".join(each.name for each in found),
        )
    return found[0] if found else None


_EVERYBODY = re.compile(r"^(alla|samtliga|all)( (nämnder|styrelser)( och (nämnder|styrelser))?)?$")


def is_everybody(text: str) -> bool:
    """Tell whether a text stands for all committees: "alla", "samtliga nämnder"."""
    return _EVERYBODY.match(name_key(text)) is not None


_QUOTED = re.compile('["\u201c\u201d\u00bb]([^"\u201c\u201d\u00bb\n]+)["\u201c\u201d\u00bb]')


def quoted_names(text: str) -> frozenset[str]:
    """Return the name keys of what a text has in quotation marks: names as they are written."""
    return frozenset(name_key(quoted[1]) for quoted in _QUOTED.finditer(text))


def parse_recipients(text: str, committees: Sequence[Committee]) -> tuple[Committee | str, ...]:
    """Return the recipients that a text lists, each once; one that is not known as it was written.

    Names are parted by commas, semicolons, new lines or "samt"; an "och" parts them only where it
    does not belong to a name: "KS och GSN", but not "kultur- och fritidsnämnden". Where neither
    side is known, an "och" parts what ends as a body's name does: "socialnämnden och valnämnden".
    What stands in quotation marks is one name. Raises UsageError where a name fits several.
    """
    known = frozenset(key for committee in committees for key in committee_keys(committee))
    found: dict[str, Committee | str] = {}
    for name in _listed(text, known):
        if name_key(name) not in found:
            found[name_key(name)] = committee_called(name, committees) or name
    unique: dict[str, Committee | str] = {}
    for each in found.values():
        unique.setdefault(each if isinstance(each, str) else f"#{each.id}", each)
    return tuple(unique.values())


def _listed(text: str, known: Container[str]) -> Iterator[str]:
    """Give the names that a text lists, those in quotation marks whole."""
    place = 0
    for quoted in _QUOTED.finditer(text):
        yield from _parted(text[place : quoted.start()], known)
        yield clean_line(quoted[1])
        place = quoted.end()
    yield from _parted(text[place:], known)


def _parted(text: str, known: Container[str]) -> Iterator[str]:
    for part in re.split(r"[,;\n]|\bsamt\b", text):
        yield from _parts_at_och(re.sub(r"^och\b|\boch$", "", clean_line(part)).strip(), known)


def _parts_at_och(name: str, known: Container[str]) -> tuple[str, ...]:
    if not name:
        return ()
    parts = _torn(name, known, is_strict=True)
    return parts if len(parts) > 1 else _torn(name, known, is_strict=False)


def _torn(name: str, known: Container[str], *, is_strict: bool) -> tuple[str, ...]:
    """Return the name parted at each "och" that stands between names; whole where none does."""
    if name_key(name) in known or is_everybody(name):
        return (name,)
    for place in (match.start() for match in re.finditer(" och ", name)):
        first, second = name[:place], name[place + len(" och ") :]
        parts = (first, *_torn(second, known, is_strict=is_strict))
        if all(_is_name(each, known, is_strict=is_strict) for each in parts):
            return parts
    return (name,)


_BODY = re.compile(
    r"(nämnden?|styrelsen?|fullmäktige|utskottet|presidiet|beredningen|förbundet|bolaget| AB)$"
    r"|^(nämnden|utskottet) för ",
    re.IGNORECASE,
)
"""How the name of a body ends or, with what it is for after it, begins."""


def is_named_as_a_body(text: str) -> bool:
    """Tell whether a text ends, or begins, as the name of one body does: "valnämnden"."""
    return _BODY.search(text) is not None


_NAMED_FOR = re.compile(r"^(nämnden|utskottet) för ", re.IGNORECASE)
_LONE_OCH = re.compile(r"(?<!-) och ")
"""An "och" that no hyphen goes before; the second half of a torn name: "omsorg och valnämnden"."""


def _is_name(text: str, known: Container[str], *, is_strict: bool) -> bool:
    is_short = (text.isupper() and " " not in text) or is_usual_abbreviation(text)
    if name_key(text) in known or is_short or is_everybody(text):
        return True
    is_torn = _LONE_OCH.search(text) is not None and _NAMED_FOR.match(text) is None
    return _BODY.search(text) is not None and not (is_strict and is_torn)


def join_names(names: Iterable[str]) -> str:
    """Return the names as a Swedish enumeration: "A", "A och B", "A, B och C".

    Where one of the names holds an "och", "samt" stands before the last.
    """
    listed = list(names)
    if len(listed) <= 1:
        return "".join(listed)
    holds_och = any(" och " in f" {name} " for name in listed)
    return f"{', '.join(listed[:-1])} {'samt' if holds_och else 'och'} {listed[-1]}"


_GENERAL_WORDS: Mapping[CommitteeKind, tuple[str, str]] = {
    CommitteeKind.EXECUTIVE_BOARD: ("styrelsen", "styrelserna"),
    CommitteeKind.COMMITTEE: ("nämnden", "nämnderna"),
    CommitteeKind.COMPANY: ("bolaget", "bolagen"),
    CommitteeKind.FEDERATION: ("förbundet", "förbunden"),
    CommitteeKind.COUNCIL: ("fullmäktige", "fullmäktige"),
    CommitteeKind.PRESIDIUM: ("presidiet", "presidierna"),
}
"""One and several of a kind, in the order they are enumerated."""


def general_word(committees: Sequence[Committee]) -> str:
    """Return the Swedish word for the recipients when they are not named again, definite form.

    One and several, and each kind, have their own: "styrelsen och nämnderna".
    """
    counts = Counter(committee.kind for committee in committees)
    return join_names(
        words[counts[kind] > 1] for kind, words in _GENERAL_WORDS.items() if counts[kind]
    )


def planned_numbers(case: AuditCase) -> dict[int, str]:
    """Return the numbers in the letter by the recommendations' ids, as the hand-over gives them.

    Recommendations are ``R1`` … and questions ``F1`` …, without gaps, group by group and within a
    group in the report's order. What has a number keeps it; what the letter omits gets none.
    """
    kept = {each.id: each.number_in_letter for each in case.recommendations}
    used = {number for number in kept.values() if number}
    in_letter = [
        each
        for each in case.recommendations
        if each.relation is not Relation.OMITTED and (kept[each.id] or not case.is_handed_over)
    ]
    recipients = {each.id: case.committees_of(each.id, asked_only=True) for each in in_letter}
    free = {letter: _unused(letter, used) for letter in "RF"}
    return {
        each.id: kept[each.id]
        or next(free["F" if each.kind is RecommendationKind.QUESTION else "R"])
        for group in group_by_recipients(in_letter, recipients)
        for each in group.recommendations
    }


def number_key(number: str) -> tuple[bool, int, str]:
    """Return a key that sorts R2 before R10, and questions after recommendations."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    return number.startswith("F"), int(digits or 0), number


def next_number(case: AuditCase, kind: RecommendationKind) -> str:
    """Return the first free number of the letter for one more recommendation or question."""
    used = {each.number_in_letter for each in case.recommendations if each.number_in_letter}
    return next(_unused("F" if kind is RecommendationKind.QUESTION else "R", used))


def _unused(letter: str, used: Container[str]) -> Iterator[str]:
    numbers = (f"{letter}{number}" for number in count(1))
    return (number for number in numbers if number not in used)
