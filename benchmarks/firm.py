"""Makes the register Firm: ten years of a firm with 100 clients, the same for the same seed.

``python -m benchmarks.firm PATH`` writes 8,000 audits, 60,000 recommendations, 400,000 of them
counted per committee, and 50,000 responses; ``--audits 80`` a hundredth of it.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from sqlmodel import Session

from benchmarks import words
from revtrack.domain import records as r
from revtrack.domain.codes import (
    Basis,
    CommitteeKind,
    Position,
    Progress,
    Relation,
    ResponseKind,
    Review,
    Role,
    VerdictStep,
)
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.services.database.opening import create_store
from revtrack.storage.rows import add_many
from revtrack.storage.store import Person, Store

AUDITS = 8000
MUNICIPALITIES = 100
LAST_YEAR = 2025
YEARS = 10
SEED = 1
TODAY = date(2026, 2, 16)
"""The day that counts as today in what is measured."""

_RECOMMENDATIONS = (5, 6, 7, 8, 9, 10)
_RECIPIENTS = (4, 5, 6, 7, 8, 9)
_ANSWERED = 0.9
_POSITIONS = (*(Position.AGREES,) * 5, Position.AGREES_PARTLY, Position.NOTED, None)
_PROGRESS = (Progress.PLANNED, Progress.UNDER_WAY, Progress.DONE, None)


@dataclass
class Rows:
    """Rows on their way into the register, by the kind of record; ids and uids are made here."""

    chance: Random
    numbers: dict[type[r.Stored], "count[int]"] = field(
        default_factory=lambda: defaultdict(lambda: count(1))
    )
    waiting: dict[type[r.Stored], list[dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, kind: type[r.Stored], new: type[r.Record], /, **values: Any) -> int:  # noqa: ANN401 - the fields of any record
        """Take a row, its unsaid fields filled with their defaults, and return its id."""
        number = next(self.numbers[kind])
        defaults = {
            name: info.get_default()
            for name, info in new.model_fields.items()
            if name not in values
        }
        uid = str(UUID(int=self.chance.getrandbits(128), version=4))
        self.waiting[kind].append({**defaults, **values, "id": number, "uid": uid, "version": 1})
        return number

    def store(self, session: Session) -> None:
        """Write what waits, parents before children."""
        for kind, rows in self.waiting.items():
            add_many(session, kind, rows)
        self.waiting.clear()


def make_firm(path: Path, audits: int = AUDITS, seed: int = SEED) -> Store:
    """Make the register at ``path`` and return it open; a municipality is one wish of its own."""
    store = create_store(path, Person("Benchmark"))
    rows = Rows(Random(seed))  # noqa: S311 - the same register each time, nothing secret
    towns = min(MUNICIPALITIES, audits)
    for place, name in enumerate(words.places(towns)):
        share = audits // towns + (place < audits % towns)
        with store.wish("Firm") as session:
            _municipality(rows, name, place, share)
            rows.store(session)
        print(f"\r{place + 1}/{towns}", end="", file=sys.stderr, flush=True)  # noqa: T201 - progress
    print(file=sys.stderr)  # noqa: T201 - progress
    return store


def _municipality(rows: Rows, name: str, place: int, audits: int) -> None:
    town = rows.add(r.Municipality, r.NewMunicipality, name=f"{name} kommun", abbreviation=None)
    committees = [
        rows.add(
            r.Committee,
            r.NewCommittee,
            municipality_id=town,
            ordinal=ordinal,
            name=committee,
            abbreviation=short,
            kind=CommitteeKind.EXECUTIVE_BOARD if short == "KS" else CommitteeKind.COMMITTEE,
        )
        for ordinal, (committee, short) in enumerate(words.COMMITTEES, start=1)
    ]
    for number in range(audits):
        year = LAST_YEAR - number * YEARS // max(audits, 1)
        _audit(rows, town, committees, year, f"{name[:4].upper()}{place}-{year}-{number}")


def _audit(rows: Rows, town: int, committees: Sequence[int], year: int, reference: str) -> None:
    chance = rows.chance
    letter = date(year, 1, 15) + timedelta(days=chance.randrange(320))
    audit = rows.add(
        r.Audit,
        r.NewAudit,
        municipality_id=town,
        reference=reference,
        title=f"Granskning av {chance.choice(words.AREAS)}",
        audit_year=year,
        report_on=letter - timedelta(days=7),
        handed_over_on=letter,
    )
    asked = sorted(chance.sample(committees, chance.choice(_RECIPIENTS)))
    for committee in asked:
        for role in (Role.REVIEWED, Role.RECIPIENT):
            rows.add(
                r.AuditCommittee,
                r.NewAuditCommittee,
                audit_id=audit,
                committee_id=committee,
                role=role,
            )
    addressees = _recommendations(rows, audit, asked, letter)
    for committee in asked:
        _reply(rows, audit, committee, letter, addressees[committee])


def _recommendations(
    rows: Rows, audit: int, asked: Sequence[int], letter: date
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for ordinal in range(1, rows.chance.choice(_RECOMMENDATIONS) + 1):
        text = words.recommendation(rows.chance)
        recommendation = rows.add(
            r.Recommendation,
            r.NewRecommendation,
            audit_id=audit,
            ordinal=ordinal,
            number_in_report=str(ordinal),
            number_in_letter=f"R{ordinal}",
            report_text=text,
            letter_text=text,
            relation=Relation.IDENTICAL,
        )
        rows.add(
            r.RecommendationWording,
            r.NewRecommendationWording,
            recommendation_id=recommendation,
            number=1,
            text=text,
            issued_on=letter,
        )
        for committee in asked:
            found[committee].append(
                rows.add(
                    r.Addressee,
                    r.NewAddressee,
                    recommendation_id=recommendation,
                    committee_id=committee,
                    asked=True,
                )
            )
    return found


def _reply(rows: Rows, audit: int, committee: int, letter: date, addressees: Sequence[int]) -> None:
    chance = rows.chance
    due = propose_due_on(letter)
    case = rows.add(r.ReplyCase, r.NewReplyCase, audit_id=audit, committee_id=committee, due_on=due)
    decided = due + timedelta(days=chance.randrange(-20, 30))
    if decided > TODAY or chance.random() > _ANSWERED:
        return
    response = rows.add(
        r.Response,
        r.NewResponse,
        audit_id=audit,
        kind=ResponseKind.DECISION,
        decided_on=decided,
        received_on=decided + timedelta(days=4),
        paragraph=str(chance.randrange(1, 200)),
        review=Review.SUFFICIENT,
    )
    rows.add(r.ResponseCase, r.NewResponseCase, response_id=response, reply_case_id=case)
    for addressee in addressees:
        _answer(rows, audit, response, addressee, decided)


def _answer(rows: Rows, audit: int, response: int, addressee: int, decided: date) -> None:
    chance = rows.chance
    rows.add(
        r.Answer,
        r.NewAnswer,
        response_id=response,
        addressee_id=addressee,
        position=chance.choice(_POSITIONS),
        progress=chance.choice(_PROGRESS),
        quote=words.quote(chance),
    )
    if chance.random() < 0.1:  # noqa: PLR2004 - one in ten promises an action with a day
        action = rows.add(
            r.Action,
            r.NewAction,
            audit_id=audit,
            text=words.action(chance),
            due=f"{decided.year + 1}-06",
        )
        rows.add(r.ActionAddressee, r.NewActionAddressee, action_id=action, addressee_id=addressee)
    if decided.year < LAST_YEAR - 3 and chance.random() < 0.3:  # noqa: PLR2004 - a third is followed up
        rows.add(
            r.Verdict,
            r.NewVerdict,
            addressee_id=addressee,
            verdict=chance.choice(tuple(VerdictStep)),
            basis=Basis.DESK,
            judged_on=date(decided.year + 3, 3, 1),
        )


def main() -> None:
    """Make the register that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--audits", type=int, default=AUDITS)
    said = parser.parse_args()
    began = time.perf_counter()
    make_firm(said.path, said.audits).close()
    size = said.path.stat().st_size / 1e6
    print(f"{said.path}: {size:.0f} MB, {time.perf_counter() - began:.0f} s")  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
