"""What every record is: a fact that is checked once and never changed."""

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
