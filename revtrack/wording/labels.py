"""What codes, fields and kinds of record are called, on screen and on paper."""

from collections.abc import Mapping
from enum import StrEnum

from revtrack.wording.fields import FIELDS, RECORDS, SPECIAL_FIELDS
from revtrack.wording.language import counted_term, term
from revtrack.wording.vocabularies import ABSENT, LABELS, NOT_STATED, SYMBOLS, vocabulary

OwnLabels = Mapping[tuple[str, str], str]
"""An office's own labels: (name of the vocabulary, code) and the word it uses."""

NO_SYMBOL = "·"


def _label(code: StrEnum, own: OwnLabels | None, in_language: str | None) -> str:
    name = vocabulary(type(code))
    chosen = own.get((name, code.value)) if own else None
    return chosen or term(name, LABELS[type(code)][code.value], in_language=in_language)


def label(code: StrEnum, own: OwnLabels | None = None) -> str:
    """Return a code's label in the language in use, or the office's own where it has one."""
    return _label(code, own, None)


def swedish_label(code: StrEnum, own: OwnLabels | None = None) -> str:
    """Return a code's Swedish label whatever the language in use: documents are always Swedish."""
    return _label(code, own, "sv")


def absent_label(name: str) -> str:
    """Return what is shown where a field of a vocabulary has no code: "Ej uppföljd" for verdict."""
    return term("absent", ABSENT.get(name, NOT_STATED))


def swedish_absent_label(name: str) -> str:
    """Return the same in Swedish whatever the language in use."""
    return term("absent", ABSENT.get(name, NOT_STATED), in_language="sv")


def symbol(code: StrEnum) -> str:
    """Return the one character that stands beside the label of a state; a dot for other codes."""
    return SYMBOLS.get(type(code), {}).get(code.value, NO_SYMBOL)


def field_label(record: str, field: str) -> str:
    """Return the label of a record's field: ("audit", "title") is "Titel" in Swedish.

    A reference may be named with or without its ``_id``; a field that nobody has named is given
    back as it is written.
    """
    for name in (field, f"{field}_id"):
        text = SPECIAL_FIELDS.get((record, name)) or FIELDS.get(name)
        if text:
            return term("field", text)
    return field


def record_label(name: str, n: int = 1) -> str:
    """Return what a kind of record is called, one or many: ("audit", 2) is "granskningar"."""
    forms = RECORDS.get(name)
    return counted_term("record", forms, n) if forms else name
