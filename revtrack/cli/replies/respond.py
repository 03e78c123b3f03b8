"""A committee's reply: the document, the decision behind it, and its answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.parts import Command, audit_argument, committee_argument
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.answers import Answers, put_json, put_typed
from revtrack.cli.replies.pasted import put_texts, texts_option, with_text
from revtrack.cli.replies.reply_chain import note_state, note_unanswered
from revtrack.cli.replies.response_entered import line_of, read_text, registered, response_said
from revtrack.cli.replies.response_options import answer_options, document_options
from revtrack.domain.case import AuditCase
from revtrack.domain.entries import ResponseEntry
from revtrack.domain.records import Committee
from revtrack.services import find
from revtrack.services.replies.respond import complete_response, record_response, reply_case_for
from revtrack.wording import _


def respond() -> Command:
    """Return the command that registers a reply."""
    return Command(
        "respond",
        _respond,
        [
            audit_argument(),
            committee_argument(),
            *document_options(),
            *answer_options(),
            texts_option(),
        ],
        _(
            "The reply is a decision that came in today, unless another thing is said. "
            "A second decision needs --replaces or --supplement."
        ),
        [
            "revtrack respond ESK-2022-1 VON --paragraph 19 --diary-number VON/2022:125",
            "revtrack respond ESK-2022-1 KS --decided 2023-03-14 --received 2023-03-17",
            "revtrack respond ESK-2022-1 KS --answer R1=agrees:planned --answer R2=noted",
            "revtrack respond ESK-2022-1 KS --existing --answer R3=noted",
            'revtrack respond ESK-2022-1 KS --action "R1=Kartlägga|kontoret|2023-06"',
            "revtrack respond ESK-2022-1 SBN --answers-json - < svar.json",
            "revtrack respond ESK-2022-1 GN --texts svar.txt",
            "revtrack respond ESK-2022-1 KFN --kind draft --referred-back",
            "revtrack respond ESK-2022-1 KFN --decided-by arbetsutskottet --reservations",
        ],
    )


def _respond(start: Start, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401 - the options of click
    text = read_text(said["answers_json"])
    pasted = read_text(said["texts"])
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        named = [find.find_committee(case, name) for name in (committee, *said["joint"])]
        bodies = list({body.id: body for body in named}.values())
        answers = Answers(case, bodies)
        put_typed(answers, said["positions"], said["quotes"], said["actions"])
        if text is not None:
            put_json(answers, text)
        before = put_texts(answers, pasted) if pasted is not None else None
        entry = made(
            ResponseEntry,
            reply_case_ids=tuple(reply_case_for(case, body).id for body in bodies),
            response=with_text(response_said(case, bodies, start.today, said), before),
            answers=answers.entries(),
            actions=tuple(answers.actions),
        )
        known = registered(line_of(case, bodies[0], start.today), said)
        if known is None:
            record_response(store, entry, start.today)
        else:
            complete_response(store, known.id, entry, start.today)
        case = find.read_case(store, case.audit.id)
    _tell(case, bodies, start.today)


def _tell(case: AuditCase, bodies: Sequence[Committee], today: date) -> None:
    for body in bodies:
        line = line_of(case, body, today)
        note_state(line)
        note_unanswered(line)
