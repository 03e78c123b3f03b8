"""What the auditors find of a reply: enough, to be supplemented, or insufficient."""

from collections.abc import Sequence
from typing import Any

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument, committee_argument, day_option
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.answers import Answers
from revtrack.cli.replies.reply_chain import note_letter, note_state, note_unanswered
from revtrack.cli.replies.response_entered import line_of
from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind, ReplyState, Review
from revtrack.domain.entries import JudgementEntry, ProgressJudgementEntry
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee, ProgressReport, Response
from revtrack.domain.replies.deciding import committees_of_response
from revtrack.services import find
from revtrack.services.replies.progress import judge_progress
from revtrack.services.replies.respond import reply_case_for
from revtrack.services.replies.review import judge, take_back_judgement, wait_again
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first


def accept() -> Command:
    """Return the command that finds a reply sufficient."""
    return Command(
        "accept",
        _accept,
        [audit_argument(), committee_argument(), _note_option(), *_common_options()],
        _(
            "What waits is judged together: the reply with its supplements, or else the progress "
            "reports. A supplement and a progress report count first when they are accepted."
        ),
        [
            "revtrack accept ESK-2022-1 VON",
            "revtrack accept ESK-2022-1 VON --on 2023-04-12 --paragraph 31",
            "revtrack accept ESK-2022-1 VON --progress R7",
        ],
    )


def return_() -> Command:
    """Return the command that sends a reply back for a supplement."""
    due = day_option("--due", _("By when the supplement is asked for; else a month later."))
    return Command(
        "return",
        _return,
        [
            audit_argument(),
            committee_argument(),
            _note_option(_("What is missing; it stands in the letter to the committee.")),
            due,
            *_common_options(),
        ],
        _(
            "The note says what is missing. The supplement is then awaited by its own day, and "
            "listed by due until it has come."
        ),
        [
            'revtrack return ESK-2022-1 KFN --note "R6 besvaras inte."',
            'revtrack return ESK-2022-1 KFN --note "R6 besvaras inte." --due 2023-05-31',
        ],
    )


def insufficient() -> Command:
    """Return the command that finds a reply insufficient."""
    return Command(
        "insufficient",
        _insufficient,
        [audit_argument(), committee_argument(), _note_option(), *_common_options()],
        _("The note says why. Nothing more is asked for; a later supplement is taken in."),
        ['revtrack insufficient ESK-2022-1 SOCN --note "Svaret nämner inga åtgärder."'],
    )


def take_back() -> Command:
    """Return the command that takes a judgement back."""
    return Command(
        "take-back",
        _take_back,
        [
            audit_argument(),
            committee_argument(),
            click.Option(["--why"], required=True, metavar="TEXT", help=_("Why it is taken back.")),
            _progress_option(),
        ],
        _(
            "The latest judgement of the reply is taken back, so that it waits again; a reply that "
            "was given up is waited for again. The history keeps what was."
        ),
        ['revtrack take-back ESK-2022-1 KFN --why "Svaret på R6 stod i bilagan."'],
    )


def _note_option(meaning: str | None = None) -> click.Option:
    told = meaning or _("A note; never shown to clerks.")
    return click.Option(["--note", "review_note"], metavar="TEXT", help=told)


def _progress_option() -> click.Option:
    return click.Option(
        ["--progress", "numbers"],
        multiple=True,
        metavar="R1,R2",
        help=_("Only the progress reports on these recommendations."),
    )


def _common_options() -> list[click.Parameter]:
    return [
        day_option("--on", _("The day of the judgement; else today.")),
        click.Option(["--paragraph"], metavar="§", help=_("Paragraph of the auditors' meeting.")),
        _progress_option(),
    ]


def _accept(start: Start, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401 - the options of click
    _judge(start, audit, committee, {**said, "review": Review.SUFFICIENT})


def _return(start: Start, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401 - the options of click
    _judge(start, audit, committee, {**said, "review": Review.SUPPLEMENT_REQUESTED})


def _insufficient(start: Start, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401 - the options of click
    _judge(start, audit, committee, {**said, "review": Review.INSUFFICIENT})


def _judge(start: Start, audit: str, committee: str, said: dict[str, Any]) -> None:
    on = said["on"] or start.today
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        reply_case = reply_case_for(case, body)
        waiting = _reports_that_wait(case, body)
        has_reply = bool(states.to_judge(line_of(case, body, start.today).responses))
        if said["numbers"] or (waiting and not has_reply):
            ids = _addressee_ids(case, body, said["numbers"]) or tuple(waiting)
            progress = made(
                ProgressJudgementEntry,
                audit_id=case.audit.id,
                addressee_ids=ids,
                review=said["review"],
                reviewed_on=on,
                review_note=said["review_note"],
            )
            _tell_reports(case, body, judge_progress(store, progress, start.today))
            return
        entry = made(
            JudgementEntry,
            audit_id=case.audit.id,
            reply_case_id=reply_case.id,
            review=said["review"],
            reviewed_on=on,
            review_note=said["review_note"],
            review_paragraph=(said["paragraph"] or "").removeprefix("§").strip() or None,
            supplement_due_on=said.get("due"),
        )
        judged = judge(store, entry, start.today)
        case = find.read_case(store, case.audit.id)
    _tell(case, body, judged, start)


def _take_back(start: Start, audit: str, committee: str, why: str, numbers: Sequence[str]) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        if numbers:
            ids = _addressee_ids(case, body, numbers)
            entry = ProgressJudgementEntry(
                audit_id=case.audit.id,
                addressee_ids=ids,
                review=Review.PENDING,
                reviewed_on=start.today,
            )
            _tell_reports(case, body, judge_progress(store, entry, start.today, why))
            return
        judged = _taken_back(store, case, body, why, start)
        case = find.read_case(store, case.audit.id)
    _tell(case, body, judged, start)


def _taken_back(
    store: Store, case: AuditCase, body: Committee, why: str, start: Start
) -> tuple[Response, ...]:
    reply_case = reply_case_for(case, body)
    if line_of(case, body, start.today).state is ReplyState.NO_REPLY:
        wait_again(store, reply_case.id, why, start.today)
        return ()
    return take_back_judgement(store, case.audit.id, reply_case.id, why, start.today)


def _addressee_ids(case: AuditCase, body: Committee, numbers: Sequence[str]) -> tuple[int, ...]:
    answers = Answers(case, [body])
    return tuple(each.id for said in numbers for each in answers.addressees(said))


def _reports_that_wait(case: AuditCase, body: Committee) -> list[int]:
    """Return the addressees of the committee with a progress report that nobody has judged."""
    return [
        each.addressee_id
        for each in case.progress_reports
        if each.review is Review.PENDING
        and case.addressee_by_id[each.addressee_id].committee_id == body.id
    ]


def _tell(case: AuditCase, body: Committee, judged: Sequence[Response], start: Start) -> None:
    line = line_of(case, body, start.today)
    note_state(line)
    if any(response.review is Review.SUFFICIENT for response in judged):
        note_unanswered(line)
    if line.supplement_due_on:
        note(_("The supplement is asked for by {day}.").format(day=line.supplement_due_on))
        note_letter(case, body, DocumentKind.SUPPLEMENT_REQUEST)
    sharing = (each for response in judged for each in committees_of_response(case, response))
    if others := list(dict.fromkeys(each.name for each in sharing if each != body)):
        note(_("It is also the reply of {committees}.").format(committees=join_names(others)))
    if left := len(_reports_that_wait(case, body)):
        worded = ngettext(
            "{n} progress report still waits to be judged.",
            "{n} progress reports still wait to be judged.",
            left,
        )
        note(worded.format(n=left))


def _tell_reports(case: AuditCase, body: Committee, judged: Sequence[ProgressReport]) -> None:
    ids = {case.addressee_by_id[each.addressee_id].recommendation_id for each in judged}
    numbers = [case.number_of(each) for each in case.recommendations if each.id in ids]
    said = _("{committee}, progress of {numbers}: {review}.")
    review = label(judged[0].review)
    note(
        said.format(
            committee=capitalise_first(body.name),
            numbers=join_names(numbers),
            review=f"{review[:1].lower()}{review[1:]}",
        )
    )
