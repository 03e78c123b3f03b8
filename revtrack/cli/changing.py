"""Changes what is registered already, and removes what nothing rests on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from revtrack.cli.frame.entered import complaints_told, day_in
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument, code_option
from revtrack.cli.frame.start import Start
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Confidentiality, Priority, Strength
from revtrack.domain.days.typed_days import read_coarse
from revtrack.domain.errors import UsageError
from revtrack.domain.states import decisive
from revtrack.forms.removing import told_of
from revtrack.services import find
from revtrack.services.changing.audits import REVIEWED
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.changing.recommendations import HOW, QUESTIONS, RECIPIENTS, TEXT, How
from revtrack.services.changing.removing import remove_facts
from revtrack.services.follow_up.lineage import find_recommendation
from revtrack.services.replies.respond import reply_case_for
from revtrack.wording import _

FIELDS: Mapping[type[r.Stored], Mapping[str, str]] = {
    r.Audit: {
        "title": "title",
        "reference": "reference",
        "year": "audit_year",
        "firm": "firm",
        "responsible": "firm_responsible",
        "report_on": "report_on",
        "planned": "follow_up_planned",
        "diary_number": "diary_number",
        "confidentiality": "confidentiality",
        "reviewed": REVIEWED,
    },
    r.Question: {"text": "text"},
    r.Recommendation: {
        "text": TEXT,
        "heading": "heading",
        "section": "section",
        "priority": "priority",
        "strength": "strength",
        "recipients": RECIPIENTS,
        "questions": QUESTIONS,
    },
    r.Addressee: {"due": "due"},
    r.Action: {"text": "text", "responsible": "responsible", "due": "due"},
    r.ReplyCase: {"diary_number": "diary_number"},
    r.Response: {
        "decided": "decided_on",
        "received": "received_on",
        "dated": "dated_on",
        "sent": "sent_on",
        "paragraph": "paragraph",
        "diary_number": "diary_number",
    },
}
"""Which options change which field of what."""

_DAYS = frozenset({"report_on", "decided_on", "received_on", "dated_on", "sent_on"})
_COARSE = frozenset({"due", "follow_up_planned"})
_CODES = {
    "priority": Priority,
    "strength": Strength,
    "confidentiality": Confidentiality,
}


def _which() -> list[click.Parameter]:
    """Return the words that say what of an audit is meant."""
    return [
        audit_argument(),
        click.Argument(
            ["number"],
            required=False,
            metavar=_("[NUMBER]"),
            help=_("Number of a recommendation: R3."),
        ),
        click.Argument(
            ["committee"],
            required=False,
            metavar=_("[COMMITTEE]"),
            help=_("What the recommendation is to this committee."),
        ),
        click.Option(
            ["--question"],
            type=click.IntRange(min=1),
            metavar=_("NUMBER"),
            help=_("The audit question with this number."),
        ),
        click.Option(
            ["--action"],
            type=click.IntRange(min=1),
            metavar=_("NUMBER"),
            help=_("The committee's action for the recommendation: 1 for the first."),
        ),
    ]


def _text(name: str, help_: str) -> click.Option:
    return click.Option([f"--{name}"], metavar="TEXT", help=help_)


def change() -> Command:
    """Return the command that changes what is registered."""
    return Command(
        "change",
        _change,
        [
            *_which(),
            click.Option(
                ["--reply"],
                metavar=_("COMMITTEE"),
                help=_("The committee's reply and its reply case."),
            ),
            _text("text", _("The wording of a recommendation, a question or an action.")),
            click.Option(
                ["--slip", "how"],
                flag_value=How.SLIP.value,
                help=_("Once the letter is issued: the wording had a slip of the pen."),
            ),
            click.Option(
                ["--new-wording", "how"],
                flag_value=How.NEW.value,
                help=_("Once the letter is issued: a new version; the letter keeps its own."),
            ),
            _text("heading", _("Short heading of a recommendation.")),
            _text("section", _("Section of the report where a recommendation stands.")),
            code_option("--priority", Priority, _("How much a recommendation matters.")),
            code_option("--strength", Strength, _("How strongly it is put.")),
            _text("recipients", _("Committees that it goes to, before the letter: KS, GSN.")),
            _text("questions", _("Numbers of the audit questions that it springs from: 1,2.")),
            _text("responsible", _("Who answers for an action, or for the audit at the firm.")),
            _text("due", _("By when it is to be carried out, as exact as is known: 2024-06.")),
            _text("title", _("Title of the audit.")),
            _text("reference", _("Reference of the audit.")),
            _text("year", _("Audit year.")),
            _text("firm", _("The auditors' expert.")),
            _text("reviewed", _("The reviewed committees: KS, GSN.")),
            _text("report-on", _("Day of the report; empty: not stated.")),
            _text("planned", _("When it is to be followed up: 2026, 2026-Q2.")),
            _text("diary-number", _("Diary number of the audit, or of a committee's reply.")),
            code_option("--confidentiality", Confidentiality, _("Who may see the audit.")),
            _text("decided", _("Day of the meeting that adopted the reply; empty: not stated.")),
            _text("received", _("Day that the reply came in; empty: not stated.")),
            _text("dated", _("Day of the reply itself; empty: not stated.")),
            _text("sent", _("Day that the reply was sent; empty: not stated.")),
            _text("paragraph", _("Paragraph of the minutes.")),
            click.Option(["--why"], metavar="TEXT", help=_("The reason, which is kept.")),
        ],
        _(
            "Without a number it is the audit itself. What is not named stays, an empty text takes "
            "away. Once the letter is issued a wording is changed only with --slip or "
            "--new-wording, and --why."
        ),
        [
            "revtrack change ESK-2022-1 R3 --priority high --heading Processer",
            'revtrack change ESK-2022-1 R3 --text "…" --slip --why "Ord föll bort"',
            "revtrack change ESK-2022-1 --reply KS --paragraph 85 --received 2023-03-20",
            "revtrack change ESK-2022-1 --planned 2026",
        ],
    )


def _change(start: Start, *, audit: str, why: str | None, how: str | None, **words: Any) -> None:  # noqa: ANN401 - one for each option
    reason = why or start.why
    which = {name: words.pop(name) for name in ("number", "committee", "question", "action")}
    reply = words.pop("reply")
    said = {name: value for name, value in words.items() if value is not None}
    with opened(start) as store, complaints_told():
        case = find.read_case(store, find.find_audit(store, audit).id)
        facts = _reply_facts(case, reply) if reply else (_named(case, **which),)
        edits = list(_edits(facts, said))
        if how is not None and isinstance(facts[0], r.Recommendation):
            edits = [Edit(each.known, {**each.stated, HOW: How(how)}) for each in edits]
        change_facts(store, case.audit.id, edits, start.today, reason)
        now = find.read_case(store, case.audit.id)
    note(_("Changed: {what}.").format(what=_told(now, facts[-1])))


def _edits(facts: Sequence[r.Stored], said: Mapping[str, str]) -> Iterator[Edit]:
    """Yield what the options say of each fact; raise UsageError for one that belongs to none."""
    known = {option for fact in facts for option in FIELDS[type(fact)]}
    for option in said:
        if option not in known:
            raise UsageError(
                "{option} is not a part of what is changed here. Those that are: {options}.",
                option=_option(option),
                options=", ".join(map(_option, sorted(known))),
            )
    if not said:
        raise UsageError(
            "Say what is to be changed: {options}.",
            options=", ".join(map(_option, sorted(known))),
        )
    for fact in facts:
        fields = FIELDS[type(fact)]
        stated = {
            fields[name]: _value(fields[name], text)
            for name, text in said.items()
            if name in fields
        }
        if stated:
            yield Edit(fact, stated)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _value(field: str, text: str) -> object:
    """Return what an option's text says in a field; None where it is empty."""
    typed = text.strip()
    if field == QUESTIONS:
        parts = (part.strip() for part in typed.split(","))
        return tuple(int(part) if part.isdecimal() else part for part in parts if part)
    if not typed or field in {REVIEWED, RECIPIENTS, TEXT}:
        return typed if field in {REVIEWED, RECIPIENTS, TEXT} else None
    if field in _DAYS:
        return day_in(typed)
    if field in _CODES:
        return _CODES[field](typed)
    if field in _COARSE:
        typed = read_coarse(typed) or typed
    return int(typed) if field == "audit_year" and typed.isdecimal() else typed


# ---- what is meant


def _named(
    case: AuditCase,
    *,
    number: str | None,
    committee: str | None,
    question: int | None,
    action: int | None,
) -> r.Stored:
    """Return the fact that the words name; raise UsageError where there is none such."""
    if question is not None:
        return _question(case, question)
    if number is None:
        return case.audit
    recommendation = find_recommendation(case, number)
    if committee is None:
        return recommendation
    body = find.find_committee(case, committee)
    found = [
        each
        for each in case.addressees
        if (each.recommendation_id, each.committee_id) == (recommendation.id, body.id)
    ]
    if not found:
        raise UsageError(
            "{number} has not been put to {committee}.", number=number, committee=body.name
        )
    if action is None:
        return found[0]
    actions = case.actions_of(found[0].id)
    if action > len(actions):
        raise UsageError(
            "{number} to {committee} has no action {n}.",
            number=number,
            committee=body.name,
            n=str(action),
        )
    return actions[action - 1]


def _question(case: AuditCase, number: int) -> r.Question:
    found = [each for each in case.questions if each.number == number]
    if not found:
        raise UsageError(
            "{reference} has no audit question {number}.",
            reference=case.audit.reference,
            number=str(number),
        )
    return found[0]


def _reply_facts(case: AuditCase, committee: str) -> tuple[r.Stored, ...]:
    """Return a committee's reply case, and after it the reply that answers it, if one does."""
    reply_case = reply_case_for(case, find.find_committee(case, committee))
    main = decisive(case.responses_by_reply_case.get(reply_case.id, ()))
    return (reply_case,) if main is None else (reply_case, main)


def _told(case: AuditCase, fact: r.Stored) -> str:
    """Return what a fact is as it stands now, in a few words."""
    if isinstance(fact, r.Audit):
        return case.audit.reference
    parts = (*case.questions, *case.recommendations, *case.actions)
    same = [each for each in parts if each.uid == fact.uid]
    return told_of(case, same[0] if same else fact)


# ---- removing


def remove() -> Command:
    """Return the command that removes what nothing rests on."""
    return Command(
        "remove",
        _remove,
        [
            *_which(),
            click.Option(["--why"], metavar="TEXT", help=_("The reason, which is kept.")),
        ],
        _(
            "A recommendation, one of its committees before the letter, an audit question, or an "
            "action. What other facts rest on stays, and a number is never used again; undo brings "
            "it back."
        ),
        [
            "revtrack remove ESK-2022-1 --question 9 --why Dubblett",
            "revtrack remove ESK-2022-1 R3 KS --action 2",
        ],
    )


def _remove(start: Start, *, audit: str, why: str | None, **which: Any) -> None:  # noqa: ANN401 - one for each option
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        fact = _named(case, **which)
        if isinstance(fact, r.Audit):
            raise UsageError("Say what of {reference} is to be removed.", reference=fact.reference)
        remove_facts(store, case.audit.id, (fact,), why or start.why)
    note(_("Removed: {what}.").format(what=told_of(case, fact)))
