"""What is being saved of a paper, line by line, within one wish."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import N_, GoneError, RevTrackError
from revtrack.domain.records import Committee
from revtrack.services.changing.editing import Editing
from revtrack.services.reading_in.about_audit import no_committee
from revtrack.services.reading_in.comparing import ground_of
from revtrack.services.reading_in.ground import Ground
from revtrack.services.reading_in.lines import ProposalLine, Value
from revtrack.storage.audits import load_case
from revtrack.storage.rows import ConflictError
from revtrack.wording import complaints, word


class LineRefusedError(RevTrackError):
    """A line that cannot be saved, so that nothing is; ``key`` says which."""

    key: str = ""


def refusal_of(line: ProposalLine, reason: str) -> LineRefusedError:
    """Return the refusal of a line for this reason, a sentence in the language in use."""
    refusal = LineRefusedError(
        N_("{line} ({key}) cannot be saved, so nothing was: {reason}"),
        line=line.label,
        key=line.key,
        reason=reason,
    )
    refusal.key = line.key
    return refusal


@contextmanager
def naming(line: ProposalLine) -> Iterator[None]:
    """Say that it is this line where what it tells cannot be saved."""
    try:
        yield
    except (GoneError, ConflictError, LineRefusedError):
        raise
    except RevTrackError as fault:
        raise refusal_of(line, word(fault)) from fault
    except ValidationError as fault:
        raise refusal_of(line, " ".join(complaints(fault))) from fault


@dataclass(frozen=True)
class Saving:
    """The wish that is under way: what is accepted, and where it goes."""

    session: Session
    ground: Ground
    lines: Mapping[str, ProposalLine]
    """Those that are accepted, by their keys."""
    values: Mapping[str, Value]
    """What is to be stored of each."""
    audit_id: int
    why: str | None

    @property
    def today(self) -> date:
        """The day it is."""
        return self.ground.today

    @property
    def case(self) -> AuditCase:
        """The audit as it is now, with what has been saved so far."""
        return load_case(self.session, self.audit_id)

    def again(self) -> "Saving":
        """Return the wish on the register as it is now, with what has been saved so far."""
        now = ground_of(self.session, self.ground.proposal, self.audit_id, self.today)
        return Saving(self.session, now, self.lines, self.values, self.audit_id, self.why)

    def editing(self) -> Editing:
        """Return what the rules of changing work with."""
        return Editing(self.session, self.case, self.today, self.why)

    def takes(self, key: str) -> bool:
        """Tell whether a line is accepted."""
        return key in self.values

    def value(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - by the line's form
        """Return what is to be stored of a line."""
        return self.values.get(key, default)

    def committees(self, key: str) -> tuple[Committee, ...]:
        """Return the committees that a line names; raise where the register lacks one."""
        names = self.value(key, ())
        strange = self.ground.unknown(names)
        if strange:
            raise RevTrackError(
                no_committee(strange),
                municipality=self.case.municipality.name,
                names=", ".join(strange),
            )
        return self.ground.known(names)

    @contextmanager
    def line(self, key: str) -> Iterator[None]:
        """Say which line it is where what it tells cannot be saved."""
        with naming(self.lines[key]):
            yield
