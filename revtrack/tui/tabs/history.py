"""Historik: who changed what, when, and from what to what."""

from collections.abc import Hashable
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from rich.text import Text

from revtrack.domain import records
from revtrack.domain.case import AuditCase
from revtrack.domain.days.local_time import HERE
from revtrack.forms.found_by import event_facts
from revtrack.storage.events import HistoryEvent
from revtrack.tui import words
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.changes import worded_reason
from revtrack.wording.labels import field_label, label, record_label
from revtrack.wording.refusals import shown
from revtrack.wording.words import capitalise_first

MOST_ROWS = 400
LONGEST = 60
BOOLEAN = (0, 1)


def summary(view: CaseView) -> str:
    """Return how many changes there are, and whether only the latest are listed."""
    count = len(view.history)
    said = ngettext("{n} change", "{n} changes", count).format(n=count)
    if count > MOST_ROWS:
        said += ", " + _("the latest {n} are shown").format(n=MOST_ROWS)
    return said


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a section for each wish, the latest first, with a row for each change it made."""
    wishes: dict[object, list[HistoryEvent]] = {}
    for event in view.history[-MOST_ROWS:]:
        wish = event.wish if event.wish is not None else -event.sequence
        wishes.setdefault(wish, []).append(event)
    return tuple(_section(view.case, events) for events in reversed(wishes.values()))


def _section(case: AuditCase, events: list[HistoryEvent]) -> Section:
    told = [_head(events[0]), worded_reason(events[0].why or "")]
    return Section(
        " – ".join(filter(None, told)),
        (Column(_("What"), most=26), Column(_("Change"), grows=True)),
        tuple(_row(case, event) for event in events),
        hides_titles=True,
    )


def _head(event: HistoryEvent) -> str:
    return " · ".join((when(event), event.who or _("another program")))


def _row(case: AuditCase, event: HistoryEvent) -> Row:
    changes = one_line("; ".join(changed(case, event)), LONGEST * 4)
    return Row(
        (what(event), changes),
        RowKey("event", event.sequence),
        found_by=_head(event),
        facts=event_facts(event),
    )


def when(event: HistoryEvent) -> str:
    """Return the moment of a change by the clock in Sweden, whatever that of this computer."""
    return moment(event.at)


def moment(at: str) -> str:
    """Return a moment of the history, which is in UTC, by the clock in Sweden."""
    return datetime.fromisoformat(at).astimezone(HERE).strftime("%Y-%m-%d %H:%M")


def what(event: HistoryEvent) -> str:
    """Return what kind of fact was added, changed or removed."""
    kind = record_label(event.table)
    if event.old is None:
        return _("Added: {kind}").format(kind=kind)
    if event.new is None:
        return _("Removed: {kind}").format(kind=kind)
    return _("Changed: {kind}").format(kind=kind)


def changed(case: AuditCase, event: HistoryEvent) -> list[str]:
    """Return each field that changed: "Svar senast: 2023-03-20 → 2023-03-24"."""
    told = []
    for name, (old, new) in event.changes.items():
        before = _value(case, event.table, name, old)
        after = _value(case, event.table, name, new)
        if event.old is None or event.new is None:
            if value := after or before:
                told.append(f"{_label(event.table, name)}: {value}")
        elif before or after:
            empty = _("nothing")
            told.append(f"{_label(event.table, name)}: {before or empty} → {after or empty}")
    return told


def _label(table: str, name: str) -> str:
    return capitalise_first(field_label(table, name))


def _value(case: AuditCase, table: str, name: str, value: Any) -> str:  # noqa: ANN401 - as JSON has it
    if value is None or name == "audit_id":
        return ""
    if name.endswith("_id"):
        return _named(case, name, value)
    code = _code_classes(table).get(name)
    if code is bool and value in BOOLEAN:
        return shown(bool(value))
    if code is not None and code is not bool and value in set(code):
        return label(code(value))
    return one_line(str(value), LONGEST)


def _named(case: AuditCase, name: str, value: int) -> str:
    if name in {"committee_id", "successor_id"} and (found := case.committee_by_id.get(value)):
        return words.short(found)
    if name == "recommendation_id" and (item := case.recommendation_by_id.get(value)):
        return case.number_of(item)
    if name == "question_id" and (question := case.question_by_id.get(value)):
        return str(question.number)
    if name == "reply_case_id":
        for each in case.reply_cases:
            if each.id == value:
                return words.short(case.committee_by_id[each.committee_id])
    if name == "addressee_id" and (addressee := case.addressee_by_id.get(value)):
        number = case.number_of(case.recommendation_by_id[addressee.recommendation_id])
        return f"{number} {words.short(case.committee_by_id[addressee.committee_id])}"
    return ""


@cache
def _code_classes(table: str) -> dict[str, type[StrEnum | bool]]:
    """Return the fields of a kind of record that hold a code, or yes and no, with their classes."""
    name = "New" + "".join(part.capitalize() for part in table.split("_"))
    record = getattr(records, name, None)
    if record is None:
        return {}
    found: dict[str, type[StrEnum | bool]] = {}
    for field, about in record.model_fields.items():
        for each in (about.annotation, *get_args(about.annotation)):
            if isinstance(each, type) and (issubclass(each, StrEnum) or each is bool):
                found[field] = each
    return found


def detail(view: CaseView, key: Hashable) -> Text:
    """Return every field of a change on a line of its own, and its reason where one was given."""
    if not isinstance(key, RowKey):
        return Text()
    for event in view.history:
        if event.sequence == key.id:
            return paragraphs(
                show(f"{_head(event)} · {what(event)}", "bold"),
                words.labelled(_("Reason"), worded_reason(event.why)) if event.why else None,
                *(show(each) for each in changed(view.case, event)),
            )
    return Text()


TAB = Tab(_("History"), summary, sections, detail)
