"""What a look through a file gives: a kind of flaw declared once, and each place where it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from revtrack.domain.codes import Severity
from revtrack.wording import sentence


@dataclass(frozen=True)
class Flaw:
    """A kind of flaw: what it is called, how serious it is, and what to do about it."""

    code: str
    severity: Severity
    message: str
    """An English sentence of the catalogue with named fields: what is wrong and what to do."""


@dataclass(frozen=True)
class Place:
    """Where in a file something stands, as its reader can find it: no program knows the page."""

    message: str
    """English words of the catalogue with named fields: "Table {table}, row {row}"."""
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def words(self) -> str:
        """The place in the language in use."""
        return sentence(self.message, self.values)


@dataclass(frozen=True)
class Finding:
    """One flaw at one place."""

    flaw: Flaw
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What the flaw's sentence is filled with."""

    @property
    def code(self) -> str:
        """The code of its kind of flaw."""
        return self.flaw.code

    @property
    def severity(self) -> Severity:
        """How serious its kind of flaw is."""
        return self.flaw.severity

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the language in use."""
        return sentence(self.flaw.message, self.values)

    @property
    def line(self) -> str:
        """The place and what is wrong there, in the language in use."""
        return f"{self.place.words}: {self.sentence}"
