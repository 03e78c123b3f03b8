"""That a person's choice has been changed, told to the app, so that it applies at once."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Changed(Message):
    """A choice has been changed; None: nothing is chosen any more."""

    name: str
    value: str | None
