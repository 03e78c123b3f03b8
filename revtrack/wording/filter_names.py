"""The words by which a filter's fields are named in the language in use."""

from collections.abc import Mapping

from revtrack.domain.errors import N_
from revtrack.domain.filtering import Field
from revtrack.domain.texts.prose import name_key
from revtrack.wording.language import _

_NAMES: Mapping[Field, str] = {
    Field.COMMITTEE: N_("committee"),
    Field.MUNICIPALITY: N_("municipality"),
    Field.AUDIT: N_("audit"),
    Field.YEAR: N_("year"),
    Field.NUMBER: N_("number"),
    Field.STATUS: N_("status"),
    Field.PRIORITY: N_("priority"),
    Field.POSITION: N_("position"),
    Field.PROGRESS: N_("progress"),
    Field.VERDICT: N_("verdict"),
    Field.DUE: N_("reply|due"),
    Field.RECEIVED: N_("received"),
    Field.RESPONSIBLE: N_("responsible"),
    Field.SEVERITY: N_("severity"),
    Field.CODE: N_("code"),
    Field.PERSON: N_("person|who"),
    Field.CHANGED: N_("day|changed"),
    Field.RECORD: N_("record"),
    Field.LATE: N_("late|overdue"),
    Field.OPEN: N_("open|unclosed"),
}
"""Each field's word; where several will do, the first is the one that is told."""


def filter_names() -> dict[str, Field]:
    """Return the fields by their words, folded, in the order that they are told."""
    found: dict[str, Field] = {}
    for field, words in _NAMES.items():
        for word in _(words).split("|"):
            found.setdefault(name_key(word), field)
    return found
