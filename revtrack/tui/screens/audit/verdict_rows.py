"""What stands in the rows of a follow-up, and what is told of each, while it is judged."""

from collections.abc import Hashable, Iterator
from itertools import groupby

from rich.text import Text

from revtrack.domain.codes import Solved
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.outcome.verdict_sheet import VerdictSheet
from revtrack.domain.records import NewVerdict
from revtrack.forms.found_by import addressee_facts
from revtrack.tui import words
from revtrack.tui.refusals import word_here
from revtrack.tui.tabs.follow_up import LOOKS
from revtrack.tui.tabs.recommendations import answer_told, recommendation_number
from revtrack.tui.tabs.view import CaseView, paragraphs, reports_told
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

WIDE, WIDER, WIDEST = 96, 124, 156


def summary(sheet: VerdictSheet) -> str:
    """Return in which follow-up it is judged, how much of it is, and how much is not saved."""
    told = [
        _("Judged in {reference}").format(reference=sheet.follow_up.reference),
        _("{n} of {all} judged").format(n=sheet.judged, all=len(sheet.rows)),
    ]
    if unsaved := len(sheet.filled):
        text = ngettext("{n} is not yet saved *", "{n} are not yet saved *", unsaved)
        told.append(text.format(n=unsaved))
    if lacking := len(sheet.refused):
        text = ngettext("{n} lacks something !", "{n} lack something !", lacking)
        told.append(text.format(n=lacking))
    return " · ".join(told)


def sections(sheet: VerdictSheet) -> Iterator[Section]:
    """Give the rows of each audit; without a heading where there is but one."""
    by_audit = [
        (case, list(rows)) for case, rows in groupby(sheet.rows, key=lambda each: each.case)
    ]
    for case, rows in by_audit:
        yield Section(
            f"{case.audit.reference}  {case.audit.title}" if len(by_audit) > 1 else "",
            (
                Column(_("No."), most=8),
                Column(_("Recommendation"), grows=True, is_cut=True),
                Column(_("Committee"), most=18),
                Column(_("Position"), most=22, from_width=WIDER),
                Column(_("The committee says"), most=22, from_width=WIDE),
                Column(_("Action"), most=34, from_width=WIDEST, is_cut=True),
                Column(_("Earlier verdict"), most=22, from_width=WIDER),
                Column(_("Follow-up verdict"), most=28),
            ),
            tuple(_row(sheet, each) for each in rows),
        )
    if not sheet.rows:
        yield Section(note=_("The follow-up covers no recommendation that is open."))


def _row(sheet: VerdictSheet, row: Covered) -> Row:
    line = row.line
    row_id = line.addressee.id
    found = sheet.verdict(row_id)
    return Row(
        (
            recommendation_number(line),
            text_of(line),
            words.short(line.committee),
            words.state_or_absent(line.position, "position") if line.response else "",
            words.state(line.progress) if line.progress else "",
            "; ".join(map(str, _promised(line))),
            words.state(row.earlier.verdict) if row.earlier else "",
            _verdict(sheet, row_id, found),
        ),
        row_id,
        LOOKS.get(found.verdict, "") if found else "",
        row.case.audit.reference,
        addressee_facts(row.case, line),
    )


def text_of(line: AddresseeLine) -> str:
    """Return what a recommendation asks, as short as it is known."""
    asked = line.recommendation
    return asked.heading or asked.letter_text or asked.report_text or ""


def _promised(line: AddresseeLine) -> Iterator[str]:
    for each in line.actions:
        yield f"{each.due}: {each.text}" if each.due else each.text


def _verdict(sheet: VerdictSheet, row_id: int, found: NewVerdict | None) -> str:
    """Return the verdict, with an asterisk where it is not saved, and a sign where it cannot be."""
    told = words.state_or_absent(found.verdict if found else None, "verdict")
    told = f"{told} *" if row_id in sheet.filled else told
    return words.marked(words.MARK_LATE, told) if sheet.refusal(row_id) else told


def complaint(sheet: VerdictSheet, row_id: int) -> str:
    """Return why a row cannot be judged, or saved as it is; empty where it can."""
    new = sheet.filled.get(row_id)
    refusal = sheet.refusal(row_id) if new else sheet.barred(row_id)
    if refusal is None:
        return ""
    return _("Write how it was checked.") if lacks_method(sheet, row_id) else word_here(refusal)


def lacks_method(sheet: VerdictSheet, row_id: int) -> bool:
    """Tell whether nothing but how it was checked keeps a row from being saved."""
    new = sheet.filled.get(row_id)
    return new is not None and new.method is None and sheet.barred(row_id) is None


def told(sheet: VerdictSheet, key: Hashable) -> Text:
    """Return all that is told of a row: what is found, what is asked, and what was answered."""
    if not isinstance(key, int) or key not in sheet.row:
        return Text()
    row = sheet.row[key]
    wrong, found = complaint(sheet, key), sheet.verdict(key)
    view = CaseView(row.case, sheet.today, (), (), ())
    return paragraphs(
        Text(words.marked(words.MARK_LATE, wrong), style="bold") if wrong else None,
        words.labelled(_("Follow-up verdict"), grounds(found)) if found else None,
        words.labelled(_("Comment"), found.comment) if found and found.comment else None,
        words.labelled(_("Recommendation"), _wording(row.line)),
        answer_told(row.line),
        *reports_told(view, {row.line.addressee.id}),
        words.labelled(_("Earlier verdict"), _earlier(row.earlier)) if row.earlier else None,
    )


def _wording(line: AddresseeLine) -> str:
    asked = line.recommendation
    return asked.letter_text or asked.report_text or asked.heading or ""


def grounds(found: NewVerdict) -> str:
    """Return a verdict with what it rests on, whether the problem is solved, the day and by whom.

    What was seen and how it was checked stand in their fields.
    """
    answer = None if found.is_solved is None else Solved.YES if found.is_solved else Solved.NO
    parts = [
        words.state(found.verdict),
        label(found.basis),
        _("problem solved: {answer}").format(answer=label(answer).lower()) if answer else "",
        words.day(found.judged_on),
        found.judged_by or "",
    ]
    return " · ".join(filter(None, parts))


def _earlier(found: NewVerdict) -> str:
    return " · ".join(filter(None, (grounds(found), found.method, found.evidence)))
