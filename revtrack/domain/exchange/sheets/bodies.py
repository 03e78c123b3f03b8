"""Which municipality, audit and committees a row of a sheet names: known ones, or new."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz, process

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MunicipalityKind
from revtrack.domain.errors import N_, UsageError
from revtrack.domain.exchange.sheets.cells import CellError
from revtrack.domain.exchange.sheets.columns import Field
from revtrack.domain.exchange.sheets.drafts import Draft, Drafts, Spot
from revtrack.domain.names.committee_names import is_like_a_name, propose_committee
from revtrack.domain.names.municipality_names import (
    LONGEST_ABBREVIATION,
    SHORTEST_ABBREVIATION,
    is_same_municipality,
    letters_of,
    propose_abbreviation,
)
from revtrack.domain.names.recipients import (
    committee_keys,
    is_everybody,
    parse_recipients,
    quoted_names,
)
from revtrack.domain.texts.prose import lines_of, name_key

NO_MUNICIPALITY = N_(
    "Which municipality it is does not stand there. Add the column Kommun, or name it when reading."
)
NO_AUDIT = N_("Which audit it is does not stand there. Fill in the column Granskning.")
SEVERAL_AUDITS = N_(
    "“{value}” fits several audits: {references}. Write the reference instead of the title."
)
NO_YEAR = N_(
    "The audit “{value}” is new, and its year does not stand there. Add the column År, or write "
    "the reference of an audit that is registered."
)
NO_COMMITTEE = N_("Which committee it is does not stand there. Fill in the column Nämnd.")
EVERYBODY = N_("“{value}” is nobody in particular. Name the committees, with commas between them.")
NO_NAME = N_(
    "No committee is called “{value}”, and it does not look like a committee's name. Check the "
    "spelling. A name that is right is written in quotation marks."
)
NEARLY = N_(
    "No committee is called “{value}”. If {near} is meant, write that; if it is a new one, write "
    "the name in quotation marks."
)
SEVERAL_COMMITTEES = N_("“{value}” fits several committees. Write the whole name.")

NEAR = 88
"""How like a known committee's name a name is that is taken for a slip of the pen, of 100."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_REFERENCE = re.compile(r"(?=[^\s]*[0-9])[^\s]{3,30}\Z")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the register has that the rows may speak of."""

    municipalities: Sequence[r.Municipality]
    committees: Sequence[r.Committee]
    audits: Sequence[r.Audit]
    cases: Mapping[int, AuditCase] = field(default_factory=dict)
    """Those that the rows name, by the id of the audit."""

    @cached_property
    def audits_by_reference(self) -> dict[str, list[r.Audit]]:
        """The audits by the key of their reference."""
        return _by_key((each.reference, each) for each in self.audits)

    @cached_property
    def audits_by_title(self) -> dict[str, list[r.Audit]]:
        """The audits by the key of each title that they have had."""
        return _by_key(
            (title, each) for each in self.audits for title in (each.title, *lines_of(each.aliases))
        )


def _by_key(named: Iterable[tuple[str, r.Audit]]) -> dict[str, list[r.Audit]]:
    found: dict[str, list[r.Audit]] = {}
    for name, audit in named:
        found.setdefault(name_key(name), []).append(audit)
    return found


def audits_called(
    known: Known, name: str | None, title: str | None, year: int | None
) -> tuple[r.Audit, ...]:
    """Return the audits that a row may mean: by reference, else by title, in its year if told."""
    by_reference = known.audits_by_reference.get(name_key(name), ()) if name else ()
    if by_reference:
        return tuple(by_reference)
    titled = {
        each.id: each
        for text in (name, title)
        if text
        for each in known.audits_by_title.get(name_key(text), ())
        if year is None or each.audit_year == year
    }
    return tuple(titled.values())


@dataclass(eq=False)
class AuditBook:
    """One audit as the rows tell it: its drafts, found by what rows name them by."""

    draft: Draft
    town: Draft
    reference: str
    case: AuditCase | None = None
    recommendations: dict[str, Draft] = field(default_factory=dict)
    """By uid."""
    by_number: dict[str, Draft] = field(default_factory=dict)
    by_text: dict[str, Draft] = field(default_factory=dict)
    last_ordinal: int = 0
    """The highest of its recommendations."""
    questions: dict[str, Draft] = field(default_factory=dict)
    """By number, and by the key of the text."""
    last_question: int = 0
    """The highest number of its questions."""
    roles: set[str] = field(default_factory=set)
    """The uids of the committees that have a part in it."""
    addressees: dict[tuple[str, str], Draft] = field(default_factory=dict)
    """By the uids of recommendation and committee."""
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The key of each stored one of them, by its own uid."""
    found: dict[tuple[str, str], Draft] = field(default_factory=dict)
    """Replies, answers, actions and verdicts, by what they are and the uid that they hang on."""
    actions: dict[str, list[Draft]] = field(default_factory=dict)
    """By the uid of the recommendation to a committee."""


class Bodies:
    """Finds municipalities, audits and committees, and makes those that are new."""

    def __init__(self, known: Known, drafts: Drafts, audit: str | None, town: str | None) -> None:
        """Know the register; ``audit`` and ``town`` stand in for columns that are not there."""
        self.known, self.drafts = known, drafts
        self._audit, self._town = audit, town
        self._towns: dict[str, Draft] = {}
        self._books: dict[str, AuditBook] = {}
        self._new_audits: dict[tuple[str, int], AuditBook] = {}
        self._committees: dict[str, list[r.Committee | Draft]] = {}
        self._named: dict[tuple[str, str], tuple[Draft, ...]] = {}
        self._of: dict[str, Draft] = {}
        self._taken = {name_key(each.reference) for each in known.audits}
        self._numbered: Counter[str] = Counter()
        self._made: Counter[str] = Counter()

    # ---- audits ------------------------------------------------------------------------------

    def audit(self, said: Mapping[Field, Any], spot: Spot) -> AuditBook:
        """Return the audit that a row names, made where it is new; raise CellError."""
        name, title = said.get(Field.AUDIT), said.get(Field.TITLE)
        if not name and not title:
            name = self._audit
        if not name and not title:
            raise CellError(NO_AUDIT, Field.AUDIT)
        year = said.get(Field.YEAR)
        found = audits_called(self.known, name, title, year)
        if len(found) > 1:
            raise CellError(
                SEVERAL_AUDITS,
                Field.AUDIT if name else Field.TITLE,
                value=name or title,
                references=[each.reference for each in found],
            )
        if found:
            return self._book(found[0])
        return self._new_audit(name, title, said, spot)

    def _book(self, audit: r.Audit) -> AuditBook:
        if audit.uid not in self._books:
            town = next(
                each for each in self.known.municipalities if each.id == audit.municipality_id
            )
            above = self._known_town(town)
            draft = self.drafts.stored(audit, above)
            case = self.known.cases[audit.id]
            self._books[audit.uid] = AuditBook(draft, above, audit.reference, case)
        return self._books[audit.uid]

    def _new_audit(
        self, name: str | None, title: str | None, said: Mapping[Field, Any], spot: Spot
    ) -> AuditBook:
        year = said.get(Field.YEAR) or _year_in(name) or _year_of(said)
        if year is None:
            raise CellError(NO_YEAR, Field.YEAR, value=name or title)
        key = (name_key(name or title or ""), year)
        if key not in self._new_audits:
            town = self._municipality(said, spot)
            is_reference = bool(name and title and _REFERENCE.match(name))
            reference = name if is_reference and name else self._reference(town, year)
            self._taken.add(name_key(reference))
            draft = self.drafts.new(
                r.Audit,
                town,
                spot,
                reference=reference,
                title=(title if is_reference else name) or title,
                audit_year=year,
            )
            self._new_audits[key] = AuditBook(draft, town, reference)
        return self._new_audits[key]

    def _reference(self, town: Draft, year: int) -> str:
        letters = town.current("abbreviation") or letters_of(town.current("name"))
        short = "".join(each for each in letters if each.isalnum()).upper()
        short = short[
            : LONGEST_ABBREVIATION if town.current("abbreviation") else SHORTEST_ABBREVIATION
        ]
        start = f"{short or 'REV'}-{year}-"
        self._numbered[start] += 1
        while name_key(f"{start}{self._numbered[start]}") in self._taken:
            self._numbered[start] += 1
        return f"{start}{self._numbered[start]}"

    # ---- municipalities ----------------------------------------------------------------------

    def _municipality(self, said: Mapping[Field, Any], spot: Spot) -> Draft:
        name = said.get(Field.MUNICIPALITY) or self._town
        known = self.known.municipalities
        if not name:
            if len(known) != 1:
                raise CellError(NO_MUNICIPALITY)
            return self._known_town(known[0])
        key = name_key(name)
        found = [
            each
            for each in known
            if key in {name_key(each.name), name_key(each.abbreviation or "")}
        ]
        found = found or [each for each in known if is_same_municipality(each.name, name)]
        if len(found) == 1:
            return self._known_town(found[0])
        if key not in self._towns:
            taken = {name_key(each.abbreviation or "") for each in known}
            is_region = "region" in key.split()
            self._towns[key] = self.drafts.new(
                r.Municipality,
                None,
                spot,
                name=name,
                abbreviation=propose_abbreviation(name, taken),
                kind=MunicipalityKind.REGION if is_region else MunicipalityKind.MUNICIPALITY,
            )
        return self._towns[key]

    def _known_town(self, town: r.Municipality) -> Draft:
        if town.uid not in self._towns:
            self._towns[town.uid] = self.drafts.stored(town)
        return self._towns[town.uid]

    # ---- committees --------------------------------------------------------------------------

    def committees(self, book: AuditBook, text: str | None, spot: Spot) -> tuple[Draft, ...]:
        """Return the committees that a cell names, made where they are new; raise CellError."""
        if not text:
            raise CellError(NO_COMMITTEE, Field.COMMITTEE)
        key = (book.town.uid, text)
        if key not in self._named:
            self._named[key] = self._found(book.town, text, spot)
        return self._named[key]

    def of(self, committee: r.Committee, town: Draft) -> Draft:
        """Return the draft of a stored committee."""
        if committee.uid not in self._of:
            self._of[committee.uid] = self.drafts.stored(committee, town)
        return self._of[committee.uid]

    def _found(self, town: Draft, text: str, spot: Spot) -> tuple[Draft, ...]:
        if is_everybody(text):
            raise CellError(EVERYBODY, Field.COMMITTEE, value=text)
        stored = [
            each
            for each in self.known.committees
            if town.stored is not None and each.municipality_id == town.stored.id
        ]
        try:
            names = parse_recipients(text, stored)
        except UsageError as fault:
            raise CellError(SEVERAL_COMMITTEES, Field.COMMITTEE, value=text) from fault
        return tuple(
            self._new_committee(
                town, each, stored, spot, is_quoted=name_key(each) in quoted_names(text)
            )
            if isinstance(each, str)
            else self.of(each, town)
            for each in names
        )

    def _new_committee(
        self, town: Draft, text: str, stored: Iterable[r.Committee], spot: Spot, *, is_quoted: bool
    ) -> Draft:
        name, abbreviation, kind = propose_committee(text)
        place = f"{town.uid} {name_key(name)}"
        if place in self._of:
            return self._of[place]
        known = {key: each.name for each in stored for key in committee_keys(each)}
        near = process.extractOne(name_key(name), list(known), scorer=fuzz.ratio, score_cutoff=NEAR)
        if near and near[0] == name_key(name):
            return next(self.of(each, town) for each in stored if each.name == known[near[0]])
        if near and not is_quoted:
            raise CellError(NEARLY, Field.COMMITTEE, value=text, near=known[near[0]])
        if not is_quoted and not is_like_a_name(text):
            raise CellError(NO_NAME, Field.COMMITTEE, value=text)
        self._made[town.uid] += 1
        made = self.drafts.new(
            r.Committee,
            town,
            spot,
            ordinal=max((each.ordinal for each in stored), default=0) + self._made[town.uid],
            name=name,
            abbreviation=abbreviation,
            kind=kind,
        )
        self._of[place] = made
        return made


def _year_in(text: str | None) -> int | None:
    found = _YEAR.findall(text or "")
    return int(found[0]) if len(set(found)) == 1 else None


def _year_of(said: Mapping[Field, Any]) -> int | None:
    days = [said.get(each) for each in (Field.REPORT_ON, Field.HANDED_OVER_ON)]
    return next((day.year for day in days if isinstance(day, date)), None)
