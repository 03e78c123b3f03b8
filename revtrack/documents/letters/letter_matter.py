"""What one copy of a letter speaks of, and to whom it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    CommitteeKind,
    MunicipalityKind,
)
from revtrack.domain.names.recipients import RecipientGroup
from revtrack.domain.texts.prose import lines_of

COUNCIL = {
    MunicipalityKind.REGION: "regionfullmäktige",
    MunicipalityKind.FEDERATION: "förbundsfullmäktige",
    MunicipalityKind.COMPANY: "bolagsstämman",
}


@dataclass(frozen=True)
class Matter(LetterFacts):
    """What one copy of the letter speaks of."""

    followed: Sequence[AuditCase] = ()

    @cached_property
    def recommendations(self) -> tuple[RecipientGroup, ...]:
        """The recommendations of this copy, grouped."""
        return self.groups(of_questions=False)

    @cached_property
    def questions(self) -> tuple[RecipientGroup, ...]:
        """The questions of this copy, grouped."""
        return self.groups(of_questions=True)

    @cached_property
    def recommendation_count(self) -> int:
        """How many recommendations this copy holds."""
        return sum(len(group.recommendations) for group in self.recommendations)


def council_of(matter: Matter) -> str:
    """Return what the council is called here: "kommunfullmäktige"."""
    return council_name(matter.case)


def council_name(case: AuditCase) -> str:
    """Return what the council of a case's municipality is called: "kommunfullmäktige"."""
    councils = [each for each in case.committees if each.kind is CommitteeKind.COUNCIL]
    default = COUNCIL.get(case.municipality.kind, "kommunfullmäktige")
    return councils[0].name if councils else default


def other_attachments(matter: Matter) -> tuple[str, ...]:
    """Return the letter's attachments besides the report and the table."""
    return lines_of(matter.letter.attachments if matter.letter else None)
