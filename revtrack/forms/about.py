"""What a form is about, so that a draft is offered again by the same form of the same record."""

from collections.abc import Iterator
from enum import Enum

from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.records import Stored
from revtrack.forms.facts import FactFields
from revtrack.forms.wish import Wish


def about(wish: Wish[object]) -> str:
    """Return the kind of wish, its title, and the records that it was opened for.

    What it was opened for is what it keeps: a record, an audit, a line, an id. Lists of what is
    known besides, such as all municipalities, do not count.
    """
    parts = (part for value in vars(wish).values() for part in _ids(value))
    return " ".join([type(wish).__name__, wish.title, *sorted(set(parts))])


def _ids(value: object) -> Iterator[str]:
    match value:
        case Stored():
            yield str(value.uid)
        case AuditCase():
            yield str(value.audit.uid)
        case ReplyLine():
            yield str(value.reply_case.uid)
        case AddresseeLine():
            yield str(value.addressee.uid)
        case FactFields():
            yield str(value.known.uid)
        case Enum() | int():
            yield str(value)
        case tuple():
            for each in value:
                if isinstance(each, FactFields):
                    yield str(each.known.uid)
