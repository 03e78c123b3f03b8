"""What a paper of somebody else's says, told to a person line by line; nothing is compared."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

from revtrack.cli.frame.output import note, say, say_wrapped
from revtrack.cli.read_lines import INDENT, tell_doubts, where_told
from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals import proposal as p
from revtrack.domain.texts.wordings import is_same_wording
from revtrack.wording import _
from revtrack.wording.labels import label
from revtrack.wording.proposed import kind_told

T = TypeVar("T")

_REPORTS = frozenset((PaperKind.REPORT, PaperKind.FOLLOW_UP_REPORT, PaperKind.ANNUAL_REPORT))


def tell(found: p.Proposal) -> None:
    """Say what a paper is, what it says of itself, then what it says of each thing."""
    say(kind_told(found) + (f": {found.title.value}" if found.title else ""))
    for said, value in _head(found):
        where = where_told(value.place, value.confidence)
        say_wrapped(f"{said}: {value.value}{where}", indent=INDENT, hanging=INDENT)
    if found.overall is not None:
        said = _("Overall conclusion")
        say_wrapped(f"{said}: {_judged(found.overall)}", indent=INDENT, hanging=INDENT)
        for each in found.overall.apart:
            whose = ", ".join(each.committees)
            say_wrapped(f"{whose}: {_judged(each)}", indent=2 * INDENT, hanging=INDENT)
    _section(_("Replies due, by committee"), found.due_days, _day_of)
    _section(_("Reviewed committees"), found.committees, _named)
    _section(_("For information"), found.for_information, _named)
    _section(_("Questions"), found.questions, _question)
    recommendation = partial(_recommendation, whom=_whom_told(found))
    _section(_("Recommendations"), found.recommendations, recommendation)
    _section(_("Replies"), found.responses, _response)
    _section(_("Extensions"), found.extensions, _more_time)
    tell_doubts(found.doubts)
    if found.audits:
        note(_("Read one of the audits by its number: --only 1."))
    note(_("Nothing was saved."))


def _head(found: p.Proposal) -> Iterator[tuple[str, p.Found[Any]]]:
    is_letter = PaperKind.COVER_LETTER in found.kinds
    named = {
        _("Municipality"): found.municipality,
        _("Firm"): found.firm,
        _("Diary number"): found.diary_number,
        _("Year"): found.audit_year,
        _("Report dated"): found.report_on,
        _("Letter dated") if is_letter else _("Dated"): found.letter_on,
        _("Replies due"): found.due_on,
        _("Purpose"): found.purpose,
    }
    for said, value in named.items():
        if value is not None:
            yield said, value


def _whom_told(found: p.Proposal) -> str:
    """Return how it is said whom a recommendation is for: a reply or a list is no report."""
    is_of_report = PaperKind.REPORT in found.kinds or found.kind in _REPORTS
    return _("In the report to: {names}") if is_of_report else _("To: {names}")


def _section(heading: str, entries: tuple[T, ...], lines: Callable[[T], Iterator[str]]) -> None:
    if not entries:
        return
    say()
    say(f"{heading} ({len(entries)})")
    for each in entries:
        for number, line in enumerate(lines(each)):
            say_wrapped(line, indent=INDENT if number == 0 else 2 * INDENT, hanging=INDENT)


def _named(found: p.Found[str]) -> Iterator[str]:
    yield f"{found.value}{where_told(found.place, found.confidence)}"


def _judged(found: p.ProposedAssessment) -> str:
    grade = label(found.grade) if found.grade else _("not graded")
    return f"{grade} – ”{found.phrase}”{where_told(found.place, found.confidence)}"


def _question(found: p.ProposedQuestion) -> Iterator[str]:
    yield f"{found.number}. {found.text}{where_told(found.place, found.confidence)}"
    for each in found.assessments:
        whose = f"{', '.join(each.committees)}: " if each.committees else ""
        yield f"{whose}{_judged(each)}"


def _short(number: str) -> str:
    """Return the number of a recommendation with one letter before it, whoever wrote it: R2."""
    return number if number[:1].isalpha() else f"R{number}"


def _recommendation(found: p.ProposedRecommendation, *, whom: str) -> Iterator[str]:
    text = found.text or found.letter_text or ""
    yield f"{_short(found.number)}. {text}{where_told(found.place, found.confidence)}"
    doubt = "" if found.committees_certain else " ?"
    if found.committees is not None:
        yield whom.format(names=", ".join(found.committees) or "–") + doubt
    if found.letter_committees is not None:
        names = ", ".join(found.letter_committees) or "–"
        yield _("In the letter to: {names}").format(names=names) + doubt
    if found.text and found.letter_text and not is_same_wording(found.text, found.letter_text):
        yield _("In the letter: {text}").format(text=found.letter_text)
    whole = (found.verdict,) if found.verdict else ()
    for each in found.verdicts_apart or whole:
        whose = f", {', '.join(each.committees)}" if found.verdicts_apart else ""
        where = where_told(each.place, each.confidence)
        yield f"{_('Follow-up verdict')}{whose}: {label(each.verdict)} – ”{each.phrase}”{where}"


def _response(found: p.ProposedResponse) -> Iterator[str]:
    said = [found.committee, label(found.kind)]
    said += [f"§ {found.paragraph.value}"] if found.paragraph else []
    said += [str(each.value) for each in (found.decided_on, found.diary_number) if each]
    yield f"{', '.join(said)}{where_told(found.place, found.confidence)}"
    for each in found.answers:
        position = label(each.position) if each.position else _("no position found")
        quote = f" – ”{each.quote}”" if each.quote else ""
        where = where_told(each.place, each.confidence)
        yield f"{_short(each.recommendation)}: {position}{quote}{where}"
    for number in found.left_open:
        yield _("R{number}: left open by the paper").format(number=number.removeprefix("R"))


def _more_time(found: p.ProposedExtension) -> Iterator[str]:
    said = label(found.decision).lower()
    yield f"{found.committee}, {found.due_on}, {said}{where_told(found.place, found.confidence)}"


def _day_of(found: p.ProposedDueDay) -> Iterator[str]:
    yield f"{found.committee}, {found.due_on}{where_told(found.place, found.confidence)}"
