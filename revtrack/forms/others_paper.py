"""Läs in: what a line of somebody else's paper is corrected to, and which audit it belongs to."""

from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.days.dates import Towards
from revtrack.domain.records import Audit, Committee
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import Names, committee_offers
from revtrack.services.find import find_audit, find_municipality
from revtrack.services.reading_in.ground import makes_audit
from revtrack.services.reading_in.likely import Target
from revtrack.services.reading_in.lines import (
    Accepted,
    Comparison,
    Form,
    Group,
    ProposalLine,
    Standing,
    Value,
)
from revtrack.services.reading_in.read_file import ReadFile
from revtrack.services.reading_in.taking import Taking
from revtrack.services.reading_in.values import CODES, value_of, written
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.proposed import standing_told, value_told
from revtrack.wording.words import capitalise_first

VALUE = "value"
_KINDS = {Form.TEXT: Kind.TEXT, Form.DAY: Kind.DAY}


class CorrectWish(Wish[Value]):
    """Another value than the one that a paper seems to say; nothing is stored yet."""

    def __init__(
        self, desk: Desk, taking: Taking, key: str, committees: Sequence[Committee] = ()
    ) -> None:
        """Take the line, by its key, of what is taken, and the committees that it may name."""
        line = taking.line[key]
        super().__init__(desk, _("Correct – {what}").format(what=line.label))
        self._line = line
        self._value = taking.value(key)
        self._own = taking.comparison.own_words
        self._committees = committees

    @property
    def does(self) -> str:
        """Nothing is stored yet."""
        return _("Go on")

    def fields(self) -> Sequence[FormField]:
        """Return the one field, as the value is written."""
        form, label_ = self._line.form, self._line.label
        field = FormField(VALUE, label_, _KINDS.get(form, Kind.LINE), written(self._value))
        if form in CODES:
            words = tuple((each.value, label(each, self._own)) for each in CODES[form])
            unsaid = () if self._value else (("", _("Choose")),)
            return (replace(field, kind=Kind.CHOICE, choices=(*unsaid, *words)),)
        if form is Form.COMMITTEES:
            hint = _("for example KS, GSN")
            return (
                replace(field, known=committee_offers(self._committees), is_list=True, hint=hint),
            )
        return (replace(field, towards=Towards.PAST) if form is Form.DAY else field,)

    def told(self, typed: Typed) -> str:
        """Tell what the paper says there, and what the register has."""
        del typed
        said = [_("In the paper: {value}").format(value=value_told(self._line.value, self._own))]
        if self._line.quote:
            said.append(_("“{phrase}”").format(phrase=self._line.quote))
        if self._line.registered not in {None, ()}:
            known = value_told(self._line.registered, self._own)
            said.append(_("In the register: {value}").format(value=known))
        return "\n".join(said)

    def carry_out(self, typed: Typed) -> Value:
        """Return the value."""
        if self._line.form is Form.DAY and (day := typed.day(VALUE)) is not None:
            return day
        return value_of(self._line.form, typed.text(VALUE), self._committees)


class TargetWish(Wish[Target]):
    """The audit that a paper belongs to: one that is registered, or a new one."""

    def __init__(self, desk: Desk, audit: Audit | None, municipality: str) -> None:
        """Take the audit that is chosen now, and the municipality that the paper names."""
        super().__init__(desk, _("Into which audit?"))
        self._audit = audit
        self._municipality = municipality

    @property
    def does(self) -> str:
        """Nothing is stored yet."""
        return _("Go on")

    def fields(self) -> Sequence[FormField]:
        """Return the audit and, for a new one, the municipality."""
        return (
            FormField(
                "audit",
                _("Audit"),
                value=self._audit.reference if self._audit else "",
                names=Names.AUDITS,
                hint=_("its reference; empty: a new audit"),
            ),
            FormField(
                "municipality",
                _("Municipality"),
                value=self._municipality,
                names=Names.MUNICIPALITIES,
                hint=_("of a new audit"),
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell what the choice means."""
        if typed.line("audit"):
            return _(
                "What the paper says is held against that audit: only what is new or differs is "
                "left to take."
            )
        return _("A new audit is made of what is taken.")

    def carry_out(self, typed: Typed) -> Target:
        """Return what was chosen; raises UsageError where there is no such one."""
        if name := typed.line("audit"):
            return Target(find_audit(self.desk.store, name).id)
        town = typed.line("municipality")
        return Target(None, find_municipality(self.desk.store, town).name if town else None)


class OnlyWish(Wish[int]):
    """Which of the audits that a file holds papers of is read in."""

    def __init__(self, desk: Desk, file: ReadFile) -> None:
        """Take the file, which holds papers of several."""
        super().__init__(desk, _("Which of the audits?"))
        self._file = file

    @property
    def does(self) -> str:
        """Nothing is stored yet."""
        return _("See what it holds")

    def fields(self) -> Sequence[FormField]:
        """Return the choice, the first that the file holds before the others."""
        numbered = enumerate(self._file.audits, start=1)
        choices = tuple((str(number), each.title) for number, each in numbered)
        return (FormField("only", _("Audit"), Kind.CHOICE, choices[0][0], choices=choices),)

    def told(self, typed: Typed) -> str:
        """Tell that the others can be read in afterwards."""
        del typed
        said = _("{name} holds papers of {count} audits. They are read in one at a time.")
        return said.format(name=self._file.name, count=len(self._file.audits))

    def carry_out(self, typed: Typed) -> int:
        """Return its number, from 1."""
        return int(typed.text("only"))


def into_told(found: Comparison, *, is_guessed: bool) -> str:
    """Return into what a paper is read in: an audit, or a new one in a municipality."""
    town = found.municipality.name if found.municipality else None
    if found.audit is not None:
        audit = f"{found.audit.reference} {town or ''}".strip()
        if is_guessed and found.elsewhere:
            audit = _("{audit} (guessed, uncertain ?)").format(audit=audit)
        elif is_guessed:
            audit = _("{audit} (guessed)").format(audit=audit)
        return f"{audit}: {found.audit.title}"
    if found.followed is not None:
        audit = f"{found.followed.reference} {town or ''}".strip()
        return _("new follow-up of {audit}: {title}").format(
            audit=audit, title=found.followed.title
        )
    if not makes_audit(found.proposal):
        return _("no audit is chosen yet")
    if town is not None:
        told = _("{municipality} (guessed)").format(municipality=town) if is_guessed else town
        return _("new audit in {municipality}").format(municipality=told)
    said = found.proposal.municipality
    if said is not None:
        told = _("new audit in {municipality}, which is not registered")
        return told.format(municipality=said.value)
    return _("new audit, the municipality is not known")


def state_told(line: ProposalLine) -> str:
    """Return how a line relates to the register, and whether a person should look at it."""
    told = standing_told(line.standing)
    unsure = _("uncertain ?")
    is_unsure = not line.is_sure and line.standing is not Standing.SAME
    return f"{told}, {unsure}" if is_unsure else told


def line_value_told(taking: Taking, line: ProposalLine, value: Value) -> str:
    """Return a value of a line as a person reads it; a committee begins as a name does."""
    told = value_told(value, taking.comparison.own_words)
    return capitalise_first(told) if line.group is Group.COMMITTEES else told


def to_be_saved(taking: Taking, target: str) -> str:
    """Return how many lines saving stores, how many it leaves, and into what."""
    count, left = len(taking.filled), taking.left_count
    said = ngettext("{n} line is saved", "{n} lines are saved", count).format(n=count)
    other = ngettext("{n} is left", "{n} are left", left).format(n=left)
    return _("{saved}, {left}.\nInto: {target}").format(saved=said, left=other, target=target)


def counted(taking: Taking) -> tuple[str, ...]:
    """Return how many lines are taken and left, and how many a person should look at."""
    count = len(taking.filled)
    lines = taking.comparison.lines
    unsure = sum(not each.is_sure for each in lines if each.standing is not Standing.SAME)
    return (
        ngettext("{n} line is taken", "{n} lines are taken", count).format(n=count),
        _("{n} left").format(n=taking.left_count),
        *((_("{n} uncertain ?").format(n=unsure),) if unsure else ()),
    )


def saved_told(saved: Accepted) -> str:
    """Return how many lines were saved, and in which audit."""
    count = len(saved.keys)
    said = ngettext(
        "{n} line is saved in {reference}.", "{n} lines are saved in {reference}.", count
    )
    return said.format(n=count, reference=saved.audit.reference)


def lacking_told(lacking: Sequence[ProposalLine]) -> str:
    """Return what a new audit is not made without."""
    named = [each.label[:1].lower() + each.label[1:] for each in lacking]
    if len(named) == 1:
        said = _("Give the {line}; without it the audit cannot be registered.")
        return said.format(line=named[0])
    said = _("Give the {lines} and the {line}; without them the audit cannot be registered.")
    return said.format(lines=", ".join(named[:-1]), line=named[-1])
