"""Avstämning: what is missing, late or contradictory in any audit, the most serious first."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.checks import Problem
from revtrack.domain.codes import Severity
from revtrack.domain.records import Audit
from revtrack.forms.desk import Desk
from revtrack.forms.found_by import problem_facts
from revtrack.services.checking import A_STEP, Checked, check_by_and_by
from revtrack.services.checking import key_of as problem_key
from revtrack.services.rechecking import what_to_check
from revtrack.storage.audits import some_at_a_time
from revtrack.tui import keys, words
from revtrack.tui.screens.asking.confirm import ConfirmForm
from revtrack.tui.screens.audit.audit import CHECKS, TABS, AuditScreen
from revtrack.tui.show import show
from revtrack.tui.tabs.checks import LOOKS, row_of
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Column, Row, Section, measured
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label

WIDE, BROAD = 110, 90
PAUSE, GROWN = 0.5, 2
"""Seconds until it is told again how far it has come; the list is shown once it has grown so."""
KEPT = 2_000
"""So many audits are kept for the next time; more would take too much memory."""
MOST = 500
"""Rows that are shown of each severity; a filter finds the others."""


@dataclass(frozen=True)
class ProblemKey:
    """Which problem of which audit a row stands for."""

    audit_id: int
    subject: Hashable
    number: int
    """Which one, where several say the same of the same."""


@dataclass(frozen=True)
class Told:
    """What is told of one audit."""

    checked: Checked
    problems: dict[ProblemKey, Problem]
    rows: dict[Severity | None, list[Row]]
    """By their severity; under None those that are confirmed."""


class AllChecksScreen(WorkScreen):
    """The problems of all audits by severity and audit; they are read while one looks at them."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.PROBLEMS]

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing read."""
        super().__init__(desk)
        self._checked = desk.checked
        self._told: dict[int, Told] = {}
        """What is told of each audit that has been checked, by id."""
        self._visited: int | None = None
        self._shows_confirmed = False

    def compose_list(self) -> ComposeResult:
        """Lay out counts, list and details."""
        yield Summary()
        yield Lines()
        yield Detail()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("Checks of all audits")

    async def _load(self) -> None:
        found = await self.ask(what_to_check, self.desk.store, self._checked.at)
        if found is not None:
            self._checked.take_up(found)
        if (visited := self._checked.left.get(self._visited or 0)) is not None:
            await self._take([visited])
            self._show()
        self.look_up(self._read)

    async def _take(self, audits: Sequence[Audit]) -> None:
        """Check these audits, and take over what is found."""
        steps = check_by_and_by(self.desk.store, self.desk.today, audits)
        while (step := await self.ask(next, steps, None)) is not None:
            told = await self.ask(_told_of_each, step.checked)
            self._checked.add(step.checked)
            self._told |= told

    async def _read(self) -> None:
        """Read what is left, telling how far it has come; what was shown stays meanwhile."""
        known, left = self._checked.known, self._checked.left
        self._told = {each: self._told[each] for each in self._told if each in known}
        if not self._told:
            self._show(_("Checking the audits …"))
        due, shown = monotonic() + PAUSE, len(self._told)
        while untold := [each for each in known.values() if each.audit.id not in self._told]:
            self._told |= await self.ask(_told_of_each, untold[:A_STEP])
        for some in some_at_a_time(tuple(left.values()), A_STEP):
            await self._take(some)
            if left and monotonic() > due:
                due = monotonic() + PAUSE
                progress = _("Checking the audits: {n} of {all} …").format(
                    n=len(self._checked.order) - len(left), all=len(self._checked.order)
                )
                if len(self._told) >= GROWN * shown:
                    shown = len(self._told)
                    self._show(progress)
                else:
                    self.query_one(Summary).tell(self._summary(progress))
        self._show()

    def on_unmount(self) -> None:
        """Keep what is known for the next time, but of very many audits."""
        if len(self._checked.known) > KEPT:
            self._checked.forget()

    # ---- what is shown

    def _show(self, progress: str = "") -> None:
        rows = self._rows()
        titles = {severity: words.state(severity) for severity in Severity} | {
            None: words.marked(words.MARK_DONE, _("Confirmed"))
        }
        sections = [
            Section(title, _columns(), tuple(rows[kind]), is_counted=True, most=MOST)
            for kind, title in titles.items()
            if rows[kind] and (kind or self._shows_confirmed)
        ]
        self.query_one(Lines).show_sections(sections or [self._nothing(progress)])
        self.query_one(Summary).tell(self._summary(progress))

    def _rows(self) -> dict[Severity | None, list[Row]]:
        """Return all rows by their severity; under None those that are confirmed."""
        kinds = (*Severity, None)
        each_told = [self._told[each] for each in self._checked.order if each in self._told]
        return {kind: [row for told in each_told for row in told.rows[kind]] for kind in kinds}

    def _counts(self) -> dict[Severity | None, int]:
        kinds = (*Severity, None)
        return {kind: sum(len(told.rows[kind]) for told in self._told.values()) for kind in kinds}

    def _nothing(self, progress: str) -> Section:
        if progress:
            return Section(note=progress)
        if not self._told:
            said = _(
                "No audit is registered yet. Go back with Esc and press {letter} or {audit}."
            ).format(letter=keys.key_of("overview.letter"), audit=keys.key_of("overview.audit"))
            return Section(note=said)
        said = _("Nothing is missing, late or contradictory.")
        return Section(note=words.marked(words.MARK_DONE, said))

    def _summary(self, progress: str) -> str:
        counts = self._counts()
        parts = [f"{words.state(each)} {counts[each]}" for each in Severity if counts[each]]
        if confirmed := counts[None]:
            said = ngettext("{n} confirmed", "{n} confirmed", confirmed).format(n=confirmed)
            parts.append(words.marked(words.MARK_DONE, said))
        if progress:
            parts.append(progress)
        elif parts:
            hint = _("Enter goes to where it is mended, {key} confirms it as intended")
            parts.append(hint.format(key=keys.key_of("problems.confirm")))
        return " · ".join(parts)

    def detail(self, key: Hashable) -> Text:
        """Return the problem of the row in full."""
        found = self._found(key)
        return _detail(*found) if found else Text()

    # ---- what is done

    def _found(self, key: Hashable) -> tuple[Checked, Problem] | None:
        told = self._told.get(key.audit_id) if isinstance(key, ProblemKey) else None
        problem = told.problems.get(key) if told and isinstance(key, ProblemKey) else None
        return (told.checked, problem) if told and problem else None

    @property
    def _here(self) -> tuple[Checked, Problem] | None:
        return self._found(self.query_one(Lines).key)

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        committee = self._here[1].committee if self._here else None
        return committee.id if committee else None

    def on_lines_chosen(self) -> None:
        """Go to where the problem is mended."""
        self.action_open()

    def action_open(self) -> None:
        """Go to where the problem is mended: its audit, its tab, its row."""
        if self._here is None:
            return
        checked, problem = self._here
        self._visited = checked.audit.id
        titles, where = [tab.title for tab in TABS], _(problem.where)
        tab = titles.index(where) + 1 if where in titles else CHECKS
        self.app.push_screen(AuditScreen(self.desk, checked.audit.id, tab, row_of(problem)))

    def action_confirm(self) -> None:
        """Open the form by which the problem of the row is confirmed as intended."""
        if not self.may_write():
            return
        if self._here is None:
            self.tell(_("There is nothing to confirm."))
        elif self._here[1].is_confirmed:
            self.tell(_("This is confirmed already."))
        else:
            checked, problem = self._here
            self._visited = checked.audit.id
            self.app.push_screen(ConfirmForm(self.desk, checked.audit.id, problem))

    def action_show_confirmed(self) -> None:
        """Show what is confirmed as well, or hide it again."""
        self._shows_confirmed = not self._shows_confirmed
        self._show()
        if not self._counts()[None]:
            self.tell(_("Nothing has been confirmed."))


def _told_of_each(checked: Iterable[Checked]) -> dict[int, Told]:
    """Return what is told of some audits, by id."""
    return {each.audit.id: _told_of(each) for each in checked}


def _told_of(checked: Checked) -> Told:
    """Return the rows of an audit, with all that finding and laying them out needs."""
    problems: dict[ProblemKey, Problem] = {}
    rows: dict[Severity | None, list[Row]] = {kind: [] for kind in (*Severity, None)}
    seen: Counter[Hashable] = Counter()
    for problem in checked.problems:
        key = ProblemKey(checked.audit.id, problem.subject, seen[problem.subject])
        seen[problem.subject] += 1
        problems[key] = problem
        kind = None if problem.is_confirmed else problem.severity
        rows[kind].append(_row(key, checked, problem))
    measured([Section(columns=_columns(), rows=tuple(each)) for each in rows.values()])
    return Told(checked, problems, rows)


def _columns() -> tuple[Column, ...]:
    return (
        Column(),
        Column(_("Audit"), most=16),
        Column(_("Committee"), most=16, from_width=BROAD),
        Column(_("What is wrong, and what to do"), grows=True),
        Column(_("Where"), most=18, from_width=WIDE),
    )


def _row(key: ProblemKey, checked: Checked, problem: Problem) -> Row:
    severity = words.state(problem.severity)
    if problem.is_confirmed:
        severity = words.marked(words.MARK_DONE, _("Confirmed"))
    return Row(
        (
            severity[0],
            checked.audit.reference,
            words.short(problem.committee) if problem.committee else "",
            word_problem(problem),
            _(problem.where),
        ),
        key,
        "quiet" if problem.is_confirmed else LOOKS.get(problem.severity, ""),
        f"{severity} {checked.audit.title} {checked.municipality} {problem.code}",
        problem_facts(checked, problem),
    )


def _detail(checked: Checked, problem: Problem) -> Text:
    """Return the problem in full, where it is, and why it was confirmed where it was."""
    audit, confirmation = checked.audit, problem.confirmation
    head = f"{label(problem.severity)} · {audit.reference}  {audit.title} · {_(problem.where)}"
    told = None
    if confirmation is not None:
        when = _("Confirmed {day}").format(day=confirmation.confirmed_on)
        told = words.labelled(when, confirmation.reason)
    code = words.labelled(_("Code"), problem_key(problem))
    return paragraphs(show(head, "bold"), show(word_problem(problem)), told, code)
