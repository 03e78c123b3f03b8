"""Avstämning: what is missing, late or contradictory, in one audit or in all; confirmed here."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from revtrack.domain.checks import Problem
from revtrack.domain.codes import Severity
from revtrack.forms.confirm import ConfirmWish
from revtrack.forms.found_by import problem_facts
from revtrack.plain import sentences
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, RemovedError
from revtrack.plain.moments import day_told
from revtrack.services.checking import Checked, check_audit, check_by_and_by
from revtrack.services.rechecking import what_to_check
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label

OpenAudit = Callable[[Dialogue, int], None]


def read_checks_of(talk: Dialogue, audit_id: int) -> None:
    """Read the problems of one audit, the confirmed last."""

    def options() -> Sequence[Option]:
        problems = check_audit(talk.desk.store, audit_id, talk.desk.today)
        ordered = sorted(problems, key=lambda each: each.is_confirmed)
        return tuple(
            Option(problem_told(each), partial(_open, talk, audit_id, each, None))
            for each in ordered
        )

    talk.browse(_("Checks, the most serious first."), options, _nothing())


def read_checks(talk: Dialogue, open_audit: OpenAudit) -> None:
    """Read the problems of all audits, the most serious first; the confirmed by themselves."""
    _AllChecks(talk, open_audit).read()


class _AllChecks:
    """All audits with their problems; what has been changed is checked anew."""

    def __init__(self, talk: Dialogue, open_audit: OpenAudit) -> None:
        self._talk = talk
        self._open_audit = open_audit
        self._checked = talk.desk.checked

    def _follow(self) -> None:
        """Check what has not been checked, or has been changed since."""
        store, today = self._talk.desk.store, self._talk.desk.today
        if (found := what_to_check(store, self._checked.at)) is not None:
            self._checked.take_up(found)
        for step in check_by_and_by(store, today, tuple(self._checked.left.values())):
            self._checked.add(step.checked)

    def _each(self) -> list[Checked]:
        """Return the audits with their problems, the newest year first."""
        known = self._checked.known
        return [known[number] for number in self._checked.order if number in known]

    def read(self) -> None:
        """Read what is to be mended, and let what is confirmed be read."""
        title, nothing = _("Checks over all audits."), _nothing()
        self._talk.browse(title, self._left, nothing)

    def _left(self) -> Sequence[Option]:
        self._follow()
        rows = list(self._rows(is_confirmed=False))
        count = sum(each.is_confirmed for one in self._each() for each in one.problems)
        if count:
            said = ngettext("{n} confirmed", "{n} confirmed", count).format(n=count)
            rows.append(Option(said, self._read_confirmed))
        return rows

    def _read_confirmed(self) -> None:
        self._talk.browse(
            _("Confirmed as intended."),
            lambda: tuple(self._rows(is_confirmed=True)),
            _("Nothing has been confirmed."),
        )

    def _rows(self, *, is_confirmed: bool) -> Iterator[Option]:
        for severity in Severity:
            for one in self._each():
                for each in one.problems:
                    if each.severity is severity and each.is_confirmed is is_confirmed:
                        yield self._row(one, each)

    def _row(self, checked: Checked, problem: Problem) -> Option:
        return Option(
            f"{checked.audit.reference}: {problem_told(problem)}",
            partial(_open, self._talk, checked.audit.id, problem, self._open_audit),
            problem_facts(checked, problem),
            f"{checked.audit.title} {checked.municipality} {problem.code}",
        )


def _open(talk: Dialogue, audit_id: int, problem: Problem, open_audit: OpenAudit | None) -> None:
    """Read a problem in full; confirm it, or go to its audit."""

    def title() -> str:
        confirmation, told = problem.confirmation, [problem_told(problem)]
        if confirmation is not None:
            day = day_told(confirmation.confirmed_on)
            told.append(sentences.titled(_("Confirmed {day}").format(day=day), confirmation.reason))
        return "\n".join(told)

    def options() -> Iterator[Option]:
        if open_audit is not None:
            yield Option(_("Open the audit"), partial(open_audit, talk, audit_id))
        if not problem.is_confirmed:
            yield Option(done_by("audit.confirm"), partial(_confirm, talk, audit_id, problem))

    if problem.is_confirmed and open_audit is None:
        talk.say(title())
    else:
        talk.menu(title, lambda: tuple(options()))


def _confirm(talk: Dialogue, audit_id: int, problem: Problem) -> None:
    if talk.may_write():
        fill(talk, ConfirmWish(talk.desk, audit_id, problem))
        talk.say(_("It is confirmed as intended."))
        raise RemovedError


def _nothing() -> str:
    return _("Nothing is missing, late or contradictory.")


def problem_told(problem: Problem) -> str:
    """Return what is wrong, and what to do about it."""
    severity = _("Confirmed") if problem.is_confirmed else label(problem.severity)
    return f"{severity}: {word_problem(problem)}"
