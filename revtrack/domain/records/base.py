"""What every record is: a fact that is checked once and never changed."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Uid = Annotated[
    str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
]
"""A UUID in lower case: the same fact keeps it in every database."""

Year = Annotated[int, Field(ge=1900, le=2200)]


class Record(BaseModel):
    """A fact: checked and cleaned when it is made, never changed after."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        from_attributes=True,
        defer_build=True,  # a third of a second at start: a record is built when first used
    )


class Stored(Record):
    """The keys of a stored fact: number in this database, uid everywhere, version of this row."""

    id: int
    uid: Uid
    version: int


def new_type(kind: type[Record]) -> type[Record]:
    """Return the ``New…`` record that a stored record rests on."""
    return next(base for base in kind.__mro__ if base.__name__.startswith("New"))


def record_key(kind: type[Record]) -> str:
    """Return the name of a kind of record as tables and labels know it: ``reply_case``."""
    name = kind.__name__.removeprefix("New")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
