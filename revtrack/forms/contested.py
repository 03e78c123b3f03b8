"""What two people have changed at once in one form: mine, theirs, and what stood there before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from revtrack.domain.errors import N_, RevTrackError
from revtrack.forms.field import FormField
from revtrack.wording import word


class Side(StrEnum):
    """Whose text is to stand in a field."""

    MINE = "mine"
    THEIRS = "theirs"
    ORIGINAL = "original"


@dataclass(frozen=True)
class Contested:
    """A field that somebody else has changed meanwhile."""

    field: FormField
    texts: Mapping[Side, str]

    @property
    def proposed(self) -> Side | None:
        """Theirs where I have not touched the field; None where somebody has to choose."""
        if self.texts[Side.MINE] in {self.texts[Side.ORIGINAL], self.texts[Side.THEIRS]}:
            return Side.THEIRS
        return None


def by_whom(conflict: RevTrackError) -> str:
    """Return who has changed it and when, for whoever is to choose now whose text is to stand."""
    said = N_("What you change has been changed by somebody else meanwhile. Nothing is saved yet.")
    if "who" in conflict.values:
        said = N_(
            "What you change has been changed meanwhile, by {who} at {at}. Nothing is saved yet."
        )
    return word(RevTrackError(said, **conflict.values))


def contested(
    fields: Sequence[FormField], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[Contested, ...]:
    """Return the fields that somebody else has changed since they were filled in.

    ``fields`` hold what stood there when the form was opened; ``mine`` and ``theirs`` what each of
    us says, by the names of the fields.
    """
    return tuple(
        Contested(
            field,
            {
                Side.MINE: mine[field.name],
                Side.THEIRS: theirs[field.name],
                Side.ORIGINAL: field.value,
            },
        )
        for field in fields
        if field.name in mine and theirs.get(field.name, field.value) != field.value
    )
