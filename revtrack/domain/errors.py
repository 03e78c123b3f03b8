"""Refusals: a wish that cannot be carried out, with the reason and what to do instead."""

from typing import Any


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Return the English sentence as it is; the mark by which the catalogue finds it."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - as N_
    """Return both forms of a sentence that counts something; marked for the catalogue as N_."""
    return singular, plural


class RevTrackError(Exception):
    """A refused wish.

    ``message`` is an English sentence of the catalogue with named fields, ``values`` what stands in
    them; the front end words it in the chosen language. Nothing has been changed when it is raised.
    """

    def __init__(self, message: str, /, **values: Any) -> None:  # noqa: ANN401 - whatever is shown
        """Keep the sentence and its values apart, so that it can be worded later."""
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values


class UsageError(RevTrackError):
    """The wish was put wrongly: a day that does not exist, a name nobody knows (exit status 2)."""


class GoneError(RevTrackError):
    """What a wish rests on is not there any more, or is there already."""

    def __init__(self) -> None:
        """Say so; whoever wished has to look again."""
        super().__init__(
            N_(
                "What you work with has been changed, removed or registered by somebody else "
                "meanwhile. Nothing was saved; look at it again and try once more."
            )
        )
