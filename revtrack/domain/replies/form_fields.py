"""The fields of the forms that committees fill in, and the names they have in a file.

Little is imported here: whoever reads a form that came back needs the names and not the register.
"""

import re
from enum import StrEnum
from uuid import UUID

ACTION_ROWS = 3
"""How many actions an answer form has room for on each recommendation."""
FIELD_START = "RT_"
_FIELD_NAME = re.compile(r"RT_([0-9a-f]{32})_([a-z][a-z0-9])")


class FormField(StrEnum):
    """What is filled in of an answer form; the codes name its bookmarks and never change."""

    DECIDED_ON = "sd"
    PARAGRAPH = "pa"
    DIARY_NUMBER = "dn"
    DECIDED_BY = "bo"
    TEXT = "yt"
    """What the reply says besides the recommendations."""
    WORDING = "tx"
    """The recommendation as it was asked; locked."""
    POSITION = "po"
    PROGRESS = "pr"
    COMMENT = "ko"
    ACTION = "a"
    """With the action's number after it: ``a1``."""
    RESPONSIBLE = "r"
    DUE = "d"


OF_DECISION = (
    FormField.DECIDED_ON,
    FormField.PARAGRAPH,
    FormField.DIARY_NUMBER,
    FormField.DECIDED_BY,
)
OF_ANSWER = (FormField.POSITION, FormField.PROGRESS, FormField.COMMENT)
"""What is answered once on each recommendation."""
OF_ACTION = (FormField.ACTION, FormField.RESPONSIBLE, FormField.DUE)


class StatusField(StrEnum):
    """What is filled in of a status form; the codes name its bookmarks and never change."""

    REPORTED_ON = "ld"
    """The day that all of it is true of."""
    WORDING = "tx"
    """The recommendation as it was put; locked."""
    PROGRESS = "pr"
    DONE = "gj"
    """What has been done."""
    DUE = "kl"
    """When it was done, or is to be."""
    REMAINS = "at"
    COMMENT = "ko"


OF_ROW = (
    StatusField.PROGRESS,
    StatusField.DONE,
    StatusField.DUE,
    StatusField.REMAINS,
    StatusField.COMMENT,
)
"""What is filled in on each recommendation, in the order it is asked."""


def field_name(uid: str, field: str) -> str:
    """Return the name of a field in a Word document: a bookmark's, of at most 40 characters."""
    return f"{FIELD_START}{uid.replace('-', '')}_{field}"


def field_of(name: str) -> tuple[str, str] | None:
    """Return the uid and the field's code that a name consists of; None where it is none."""
    found = _FIELD_NAME.fullmatch(name)
    return (str(UUID(found[1])), found[2]) if found else None
